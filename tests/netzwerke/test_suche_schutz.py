"""What is not public is in no table of the index, and no search finds it (S11, S12, S13, S14)."""

import contextlib
from itertools import count
from string import ascii_lowercase

import pytest
from django.db import connection, models, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from netzwerke.enums import Sichtbarkeit
from netzwerke.models import Suchdokument, Suchform, Suchpunkt, Suchstand, Suchtext, Suchwort
from netzwerke.services import einwilligung_widerrufen, standort_schuetzen
from netzwerke.suche import ablage, aufbau, suchen
from netzwerke.suche.pflege import gebuendelt
from netzwerke.suche.vorschlaege import vorschlaege
from tests import factories as f
from tests.netzwerke.suchwelt import FESTE_FORM, suchwelt, unterschiede
from tests.netzwerke.welt import VERBORGEN, interner_kontakt, verborgenes

pytestmark = pytest.mark.django_db

KURZ = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Zurueck(Exception):
    """Undoes what was tried out."""


def im_volltext():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT vektor::text FROM netzwerke_suchdokument ORDER BY id")
        else:
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.proben USING fts5vocab('main', 'netzwerke_suchfts', 'instance')"
            )
            cursor.execute("SELECT term, doc FROM temp.proben ORDER BY term, doc")
        return cursor.fetchall()


def im_index():
    """The contents of all tables of the index, without the numbers of rows of points."""
    tabellen = {
        model: list(model.objects.order_by("pk").values_list())
        for model in (Suchdokument, Suchtext, Suchwort)
    }
    tabellen[Suchform] = list(Suchform.objects.order_by("pk").values_list("form", "anzeige", "anzahl"))
    tabellen[Suchpunkt] = sorted(Suchpunkt.objects.values_list("dokument", "breite", "laenge"))
    return tabellen | {"volltext": im_volltext()}


def text_des_index():
    return f"{im_index()} {list(Suchstand.objects.values_list())}".lower()


def antwort(text):
    """What a visitor gets who types ``text``: hits of all kinds in their order, corrections, suggestions."""
    ergebnis = suchen(text, arten=range(1, 64))
    treffer = [(t.art, t.eintrag_id, t.punkte) for t in ergebnis.treffer]
    return treffer, [k.anzeige for k in ergebnis.anfrage.korrekturen], vorschlaege(text)


def teilstuecke(text):
    """Any substrings of ``text``."""
    stellen = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return stellen.map(lambda s: text[s[0] : s[0] + s[1]])


# --- a list of what is public ---------------------------------------------------------------------

#: Every text column whose words are in the index, of entries and of what belongs to them. Whoever adds a column
#: to a document adds it here: what is not on the list must not be found (S14).
OEFFENTLICH = {
    *(
        f"hilfeangebot.{feld}"
        for feld in ("name", "andere_namen", "zusammenfassung", "beschreibung", "ablauf")
    ),
    *(
        f"netzwerk.{feld}"
        for feld in ("name", "kurzname", "andere_namen", "ziel", "beschreibung", "mitglieder_hinweis")
    ),
    *(f"organisation.{feld}" for feld in ("name", "kurzname", "andere_namen", "beschreibung", "vorstellung")),
    *(f"sozialraum.{feld}" for feld in ("name", "andere_namen", "definition", "merkmale")),
    *("arbeitsbereich.name", "arbeitsbereich.beschreibung", "leistung.titel", "kontakt.funktion"),
    *(
        "kontaktrolle.name",
        "organisationsart.name",
        "thema.name",
        "zielgruppe.name",
        "sprache.name",
        "gebiet.name",
    ),
}
#: Columns that are no free text.
KEIN_TEXT = {
    "slug",
    "ars",
    "code",
    "bestaetigt_rolle",
    "feiertage_land",
    "gegruendet",
    "quelle_stand",
    *FESTE_FORM,
}


def freitexte(model):
    return [
        feld
        for feld in model._meta.concrete_fields
        if isinstance(feld, models.CharField | models.TextField)
        and not feld.choices
        and feld.editable
        and feld.name not in KEIN_TEXT
    ]


def kanarien():
    """Words that nothing else contains, of letters only: numbers would be torn off."""
    for nummer in count():
        yield f"kanari{ascii_lowercase[nummer // 26]}{ascii_lowercase[nummer % 26]}x"


def test_index_holds_no_other_text_than_is_listed():
    zeilen, woerter, gepflanzt = suchwelt(), kanarien(), {}
    with gebuendelt():
        for name, zeile in zeilen.items():
            if name in {"fach", "traeger", "gewalt", "postleitzahl", "telefon"}:
                continue
            frisch = type(zeile)._base_manager.get(pk=zeile.pk)
            for feld in freitexte(type(zeile)):
                gepflanzt[f"{name}.{feld.name}"] = kanari = next(woerter)
                wert = f"{kanari}@example.org" if isinstance(feld, models.EmailField) else kanari
                setattr(frisch, feld.name, wert)
            frisch.save()
    assert {
        "kontakt.person_name",
        "kontakt.hinweis",
        "standort.strasse",
        "netzwerk.quelle",
    } <= gepflanzt.keys()
    index = text_des_index()
    assert {stelle for stelle, kanari in gepflanzt.items() if kanari in index} == OEFFENTLICH
    assert unterschiede() == []


# --- entries, contacts and persons that are not public --------------------------------------------


@pytest.fixture
def ohne_kanari(welt):
    assert "kanari" not in text_des_index()
    return welt


def test_nothing_of_hidden_entries_and_internal_contacts_is_in_the_index(ohne_kanari):
    for status in VERBORGEN:
        verborgenes(status, ohne_kanari)
    assert "kanari" not in text_des_index()
    assert unterschiede() == []


def test_entry_that_is_hidden_leaves_no_word_behind():
    zeilen = suchwelt()
    vorher = im_index()
    for name, feld in (
        ("hilfeangebot", "beschreibung"),
        ("netzwerk", "ziel"),
        ("organisation", "vorstellung"),
    ):
        eintrag = zeilen[name]
        setattr(eintrag, feld, "Kanarienvögel/Frauen und Frauen-Kanarien (Kanaribeauftragte) Kanari*innen")
        eintrag.name = f"Kanari{eintrag.name}"
        eintrag.save()
    assert "kanari" in text_des_index()
    for name in ("hilfeangebot", "netzwerk", "organisation"):
        zeilen[name].status = "verborgen"
        zeilen[name].save()
    assert "kanari" not in text_des_index()
    assert im_index() != vorher
    assert unterschiede() == []


def test_words_on_display_tell_nothing_of_their_former_neighbours():
    """A word stays on display as others have it, but not as it stood beside a word that is gone."""
    f.NetzwerkFactory(ziel="Kanari/Frauen Frauen|Kanari Секрет|Frauen Kanari-Netz")
    f.NetzwerkFactory(ziel="Frauen im Netz")
    assert Suchform.objects.get(form="frauen").anzeige == "Frauen"
    f.NetzwerkFactory._meta.model.objects.get(ziel__startswith="Kanari").delete()
    assert not {"kanari", "секрет"} & {teil for teil in ("kanari", "секрет") if teil in text_des_index()}


def test_person_is_never_in_the_index():
    zeilen = suchwelt()
    kontakt = zeilen["kontakt"]
    kontakt.person_name, kontakt.person_email = "Kana Riekert", "kana.riekert@example.org"
    kontakt.person_telefon = "0800 4711 4711"
    kontakt.save()
    assert not {teil for teil in ("kana", "riekert", "4711") if teil in text_des_index()}
    vorher = antwort("Kana Riekert 4711")
    einwilligung_widerrufen(kontakt)
    assert antwort("Kana Riekert 4711") == vorher


@KURZ
@given(
    texte=st.lists(
        teilstuecke("Kanarienvogelfreundin Kanarine 0800 4711 (Käfigweg 17, 58135 Kanaria)"),
        min_size=4,
        max_size=8,
    )
)
def test_no_substring_of_what_is_hidden_changes_an_answer(ohne_kanari, texte):
    with contextlib.suppress(Zurueck), transaction.atomic():
        vorher = [antwort(text) for text in texte]
        inhalt = "Kanarienvogelfreundin Kanarine 0800 4711 (Käfigweg 17, 58135 Kanaria)"
        stelle = ohne_kanari["stelle"]
        for status in VERBORGEN:
            angaben = {"name": inhalt, "andere_namen": "Kanarine", "status": status}
            for fabrik in (f.NetzwerkFactory, f.OrganisationFactory, f.SozialraumFactory):
                fabrik(**angaben)
            f.HilfeangebotFactory(organisation=stelle, beschreibung=inhalt, **angaben)
        interner_kontakt(stelle, ohne_kanari["beratung"], ohne_kanari["netz"])
        f.KontaktFactory(
            organisation=ohne_kanari["stelle"],
            funktion=inhalt,
            hinweis=inhalt,
            sichtbarkeit=Sichtbarkeit.INTERN,
        )
        assert [antwort(text) for text in texte] == vorher
        raise Zurueck


# --- protected sites ------------------------------------------------------------------------------

ANSCHRIFT = {
    "strasse": "Kanariengasse",
    "hausnummer": "17k",
    "plz": "99987",
    "ort": "Kanarienstadt",
    "oepnv": "Kanarienlinie 4711",
    "barriere_hinweis": "Rampe am Kanarienhof",
    "breite": 51.987654,
    "laenge": 7.654321,
}


@pytest.fixture
def haus(db):
    """A shelter with an address, an offer of it, and entries around."""
    zeilen = suchwelt()
    stadtteil = f.GebietFactory(stadtteil=True, name="Kanarienviertel")
    f.PostleitzahlFactory(plz="99987", orte="Kanarienstadt")
    stelle = f.OrganisationFactory(name="Frauenhaus", traeger=zeilen["traeger"])
    standort = f.StandortFactory(organisation=stelle, name="Haus", gebiet=stadtteil, **ANSCHRIFT)
    angebot = f.HilfeangebotFactory(
        name="Aufnahme", organisation=stelle, standorte=[standort], gebiete=[stadtteil]
    )
    return standort, angebot


def von_grund_auf():
    """The index as it is when it is made from what is stored, and has no past."""
    ablage.leeren()
    aufbau.neu(lambda *meldung: None)
    return im_index()


def test_address_that_was_protected_is_nowhere_in_the_index(haus):
    standort, angebot = haus
    assert "p_99987" in text_des_index()
    assert "51.987654" in text_des_index()
    standort_schuetzen(standort)
    index = text_des_index()
    kreis = next(gebiet for gebiet in standort.gebiet.vorfahren() if gebiet.stufe == "kreis")
    assert [w for w in ("kanari", "99987", "4711", "17k", "51.98", "7.654") if w in index] == []
    assert (
        f"e_{kreis.pk}"
        in Suchtext.objects.get(dokument__eintrag_id=angebot.pk, dokument__art=1).token.split()
    )
    assert im_index() == von_grund_auf()
    assert unterschiede() == []


def test_help_at_a_protected_site_is_found_by_theme_and_kreis(haus):
    standort, angebot = haus
    kreis = next(gebiet for gebiet in standort.gebiet.vorfahren() if gebiet.stufe == "kreis")
    standort_schuetzen(standort)
    for text in ("Frauenhaus", f"Aufnahme {kreis.name}"):
        assert (1, angebot.pk) in [(t.art, t.eintrag_id) for t in suchen(text).treffer]


@KURZ
@given(
    texte=st.lists(teilstuecke("Kanariengasse 17k, 99987 Kanarienstadt 51.987654"), min_size=4, max_size=8)
)
def test_former_address_answers_as_if_it_had_never_been_stored(haus, texte):
    with contextlib.suppress(Zurueck), transaction.atomic():
        standort_schuetzen(haus[0])
        texte += ["Kanariengasse 17k", "99987", "Frauenhaus 99987", "Aufnahme Kanarienviertel"]
        danach = [antwort(text) for text in texte]
        von_grund_auf()
        assert [antwort(text) for text in texte] == danach
        for text in ("Kanariengasse 17k", "Kanarienlinie 4711"):
            assert antwort(text)[0] == []
        raise Zurueck
