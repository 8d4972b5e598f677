"""The lists' filters: every count is what choosing the option leaves."""

import datetime
import random

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.anschluesse import anschluesse
from netzwerke.enums import Abdeckung, Angebotsart, Kosten, Netzwerkart
from netzwerke.facetten import Option, zaehlen
from netzwerke.filters import HilfeangebotFilter
from netzwerke.models import Gebiet, Hilfeangebot
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    LebenslageFactory,
    NetzwerkFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    SpracheFactory,
    StandortFactory,
    ThemaFactory,
    ZielgruppeFactory,
)
from tests.netzwerke.filtersets import FILTERSETS, filterset

pytestmark = pytest.mark.django_db


def filterwelt():
    """A small world drawn at random (the seed is fixed): entries with every property a filter asks for."""
    zufall = random.Random(7)
    land = GebietFactory(name="Land")
    kreis = GebietFactory(name="Kreis", kreis=True, oberhalb=land)
    stadt = GebietFactory(name="Stadt", kreisfrei=True, oberhalb=land)
    bezirk = GebietFactory(name="Bezirk", bezirk=True, oberhalb=stadt)
    plz = PostleitzahlFactory(plz="58135", orte="Stadt", breite=51.35, laenge=7.46)
    bezirk.postleitzahlen.add(plz)
    gebiete = [land, kreis, stadt, bezirk, GebietFactory(name="Anderes Land")]
    raeume = [SozialraumFactory(name=f"Raum {nummer}") for nummer in range(3)]
    for raum in raeume:
        SozialraumGebietFactory(
            sozialraum=raum, gebiet=zufall.choice(gebiete[2:4]), abdeckung=zufall.choice(Abdeckung.values)
        )
    ober = ThemaFactory(slug="ober", name="Ober")
    unter = ThemaFactory(slug="unter", name="Unter", oberthema=ober)
    themen = [ober, unter, ThemaFactory(slug="ganz-unten", oberthema=unter), ThemaFactory(slug="anderes")]
    gruppen = ZielgruppeFactory.create_batch(3)
    lagen = LebenslageFactory.create_batch(2)
    sprachen = SpracheFactory.create_batch(2)

    def einige(liste, hoechstens=2):
        return zufall.sample(liste, zufall.randint(0, min(hoechstens, len(liste))))

    organisationen = [
        OrganisationFactory(gebiete=einige(gebiete), stellt_sich_vor=nummer % 2) for nummer in range(6)
    ]
    standorte = [
        StandortFactory(
            mit_anschrift=True,
            organisation=organisation,
            gebiet=bezirk,
            stufenlos=zufall.choice([True, None]),
        )
        for organisation in organisationen[:3]
    ]
    for _nummer in range(25):
        HilfeangebotFactory(
            organisation=zufall.choice(organisationen),
            art=zufall.choice(Angebotsart.values),
            gebiete=einige(gebiete),
            sozialraeume=einige(raeume, 1),
            standorte=einige(standorte, 1),
            bundesweit=zufall.random() < 0.2,
            themen=einige(themen, 3),
            zielgruppen=einige(gruppen),
            lebenslagen=einige(lagen),
            sprachen=einige(sprachen),
            anonym=zufall.choice([True, False, None]),
            kosten=zufall.choice(["", *Kosten.values]),
            rund_um_die_uhr=zufall.random() < 0.3,
        )
        NetzwerkFactory(
            art=zufall.choice(Netzwerkart.values),
            gebiete=einige(gebiete),
            sozialraeume=einige(raeume, 1),
            themen=einige(themen, 3),
            zielgruppen=einige(gruppen),
            offen=zufall.choice([True, False, None]),
        )
    return {"themen": themen, "raeume": raeume}


@pytest.fixture
def welt():
    return filterwelt()


AUSGANGSLAGEN = [
    {},
    {"thema": "ober"},
    {"thema": "unter", "plz": "58135"},
    {"plz": "58135", "umkreis": "10"},
    {"gebiet": "stadt"},
    {"gebiet": "bezirk", "sozialraum": "raum-1"},
    {"q": "raum organisation netzwerk angebot"},
    {"q": "raum netzwerk", "thema": "ober", "plz": "58135"},
]


@pytest.mark.parametrize("model", FILTERSETS)
def test_every_count_is_what_choosing_the_option_leaves(welt, model):
    for lage in AUSGANGSLAGEN:
        ausgang = filterset(model, **lage)
        optionen = [(facette.name, option) for facette in ausgang.facetten for option in facette.optionen]
        gezaehlt = {(name, option.wert): option.anzahl for name, option in optionen}
        assert gezaehlt == {
            (name, option.wert): filterset(model, **{**ausgang.rohwerte, name: option.wert}).qs.count()
            for name, option in optionen
        }
        assert len(gezaehlt) > 0
        assert ausgang.zaehlung.gesamt == ausgang.qs.count()


def test_all_facets_are_counted_in_one_statement(welt, django_assert_num_queries):
    filter_ = filterset(Hilfeangebot, thema="ober")
    bedingungen = filter_.bedingungen
    wahlen = list(filter_.auswahlen())
    with django_assert_num_queries(1):
        zaehlung = zaehlen(filter_.queryset, bedingungen, [*filter_.gruppen, *wahlen], filter_.rohwerte)
    assert zaehlung.optionen == filter_.zaehlung.optionen


def test_thema_counts_an_entry_once_for_every_theme_above_it():
    ober = ThemaFactory(slug="ober", name="Ober")
    unter = ThemaFactory(slug="unter", name="Unter", oberthema=ober)
    daneben = ThemaFactory(slug="daneben", name="Daneben", oberthema=ober)
    HilfeangebotFactory(themen=[unter, daneben])
    HilfeangebotFactory(themen=[ober])
    assert filterset(Hilfeangebot).zaehlung.optionen["thema"] == [
        Option("ober", "Ober", 2, ebene=0),
        Option("daneben", "Daneben", 1, ebene=1),
        Option("unter", "Unter", 1, ebene=1),
    ]


def test_wrong_values_are_ignored_and_named():
    HilfeangebotFactory()
    filter_ = filterset(Hilfeangebot, thema="gibt-es-nicht", plz="123", umkreis="7", art="x")
    assert filter_.qs.count() == 1
    assert filter_.werte == {}
    assert filter_.hinweise == [
        "Postleitzahl: Diese Postleitzahl kennen wir nicht. Bitte geben Sie fünf Ziffern ein, zum Beispiel 58135.",
        "Umkreis: Diesen Umkreis bieten wir nicht an. Bitte wählen Sie aus der Liste.",
        "Thema: Diese Auswahl gibt es nicht.",
        "Art: Diese Auswahl gibt es nicht.",
    ]


def test_umkreis_without_plz_asks_for_one():
    assert filterset(Hilfeangebot, umkreis="10").hinweise == [
        "Für den Umkreis brauchen wir eine Postleitzahl."
    ]


@pytest.mark.parametrize("wort", ["ärzt", "aerzt", "ÄRZT", "arzt"])
def test_q_finds_umlauts_in_any_spelling(wort):
    angebot = HilfeangebotFactory(name="Ärztliche Beratungsstelle")
    HilfeangebotFactory(name="Frauennotruf")
    assert list(filterset(Hilfeangebot, q=wort).qs) == [angebot]


def test_q_of_an_offer_looks_at_its_organisation_too():
    angebot = HilfeangebotFactory(organisation__name="Kobra")
    assert list(filterset(Hilfeangebot, q="kobra").qs) == [angebot]


def test_q_puts_the_most_relevant_first_and_the_rest_behind(monkeypatch):
    monkeypatch.setattr("netzwerke.suche.auswahl.JE_STUFE", 2)
    im_text = HilfeangebotFactory(name="A Gruppe", beschreibung="Wir stricken.")
    im_namen = HilfeangebotFactory(name="Z Stricken")
    dringend = HilfeangebotFactory(name="C Gruppe", beschreibung="Wir stricken.", art="krisenlinie")
    HilfeangebotFactory(name="B Gruppe")
    namen = list(filterset(Hilfeangebot, q="stricken").qs)
    assert (namen[0], set(namen)) == (im_namen, {im_text, im_namen, dringend})


def test_q_ranks_behind_the_distance_from_a_chosen_place(welt):
    stadt, bezirk = (Gebiet.objects.get(slug=slug) for slug in ("stadt", "bezirk"))
    for name, gebiet in (("Stricken", stadt), ("Gruppe", bezirk), ("Gruppe zum Stricken", bezirk)):
        HilfeangebotFactory(name=name, zusammenfassung="Wir stricken.", gebiete=[gebiet])
    namen = [angebot.name for angebot in filterset(Hilfeangebot, q="stricken", gebiet="bezirk").qs]
    assert namen == ["Gruppe zum Stricken", "Gruppe", "Stricken"]


def test_q_of_each_list_finds_its_own_kind_only():
    for_all = HilfeangebotFactory(name="Stricken")
    fach = HilfeangebotFactory(name="Stricken", nur_fachkraefte=True)
    fachliste = HilfeangebotFilter(
        QueryDict("q=stricken"), art=anschluesse.art("netzwerke:fachkraefte-liste")
    )
    assert (list(filterset(Hilfeangebot, q="stricken").qs), list(fachliste.qs)) == ([for_all], [fach])


def test_q_that_nothing_matches_wholly_leaves_the_least_telling_word_out():
    angebot = HilfeangebotFactory(name="Stricken")
    HilfeangebotFactory(name="Kochen")
    assert list(filterset(Hilfeangebot, q="stricken xylophon").qs) == [angebot]


def test_q_never_leads_from_what_was_done_to_somebody_to_work_with_perpetrators():
    """However long the list is: neither among its hits nor behind them."""
    gewalt = ThemaFactory(name="Häusliche Gewalt", slug="haeusliche-gewalt")
    taeterarbeit = ThemaFactory(name="Täterarbeit", slug="taeterarbeit", oberthema=gewalt)
    hilfe = HilfeangebotFactory(name="Beratung", themen=[gewalt])
    arbeit = HilfeangebotFactory(name="Training", themen=[taeterarbeit, gewalt])
    assert list(filterset(Hilfeangebot, q="mein mann schlägt mich").qs) == [hilfe]
    assert arbeit in filterset(Hilfeangebot, q="ich schlage meine frau und will aufhören").qs
    assert filterset(Hilfeangebot, q="mein mann schlägt mich", thema="taeterarbeit").zaehlung.gesamt == 0


def test_q_is_corrected_and_can_be_searched_as_it_was_typed():
    angebot = HilfeangebotFactory(name="Frauenhaus")
    falsch, genau = (filterset(Hilfeangebot, q="frauenhauz", **werte) for werte in ({}, {"genau": "1"}))
    assert list(falsch.qs) == [angebot]
    assert [k.anzeige for k in falsch.suche.ergebnis.anfrage.korrekturen] == ["Frauenhaus"]
    assert (list(genau.qs), genau.suche.ergebnis.anfrage.korrekturen) == ([], [])
    assert genau.aktive == [("„frauenhauz“", "?")]


def test_every_list_answers_any_words(welt):
    bekannt = [
        "angebot",
        "raum",
        "netzwerk",
        "organisation",
        "58135",
        "bezirk",
        "hilfe",
        "mein mann schlägt mich",
        "*",
        '"',
    ]

    @settings(deadline=None, max_examples=60)
    @given(
        st.sampled_from(list(FILTERSETS)),
        st.text(max_size=60) | st.lists(st.sampled_from(bekannt), max_size=30).map(" ".join),
        st.sampled_from([{}, {"thema": "ober"}, {"plz": "58135", "genau": "1"}]),
    )
    def fragen(model, worte, andere):
        filter_ = filterset(model, q=worte, **andere)
        assert filter_.zaehlung.gesamt == filter_.qs.count() == len(filter_.qs)
        assert len(filter_.facetten) >= 2

    fragen()


def test_q_of_signs_only_finds_nothing():
    HilfeangebotFactory()
    assert list(filterset(Hilfeangebot, q="???").qs) == []


def test_jetzt_geoeffnet_finds_round_the_clock_and_open_offers(monkeypatch):
    jetzt = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: jetzt)
    immer = HilfeangebotFactory(name="A", rund_um_die_uhr=True)
    offen = HilfeangebotFactory(name="B", oeffnungszeiten="Mo 10:00-12:00")
    HilfeangebotFactory(name="C", oeffnungszeiten="Mo 12:00-13:00")
    HilfeangebotFactory(name="D")
    assert list(filterset(Hilfeangebot, jetzt_geoeffnet="1").qs) == [immer, offen]


def test_aktive_filters_are_removable_one_by_one():
    ThemaFactory(slug="stalking", name="Stalking")
    filter_ = filterset(Hilfeangebot, thema="stalking", anonym="1", seite="3", unsinn="x")
    assert filter_.aktive == [("Thema: Stalking", "?anonym=1"), ("anonym möglich", "?thema=stalking")]


def test_gebiet_options_lead_down_the_tree(welt):
    optionen = filterset(Hilfeangebot, gebiet="stadt").zaehlung.optionen["gebiet"]
    assert [(option.wert, option.ebene, option.aktiv) for option in optionen] == [
        ("land", 0, False),
        ("stadt", 1, True),
        ("bezirk", 2, False),
    ]


def test_what_helps_at_once_stands_first():
    HilfeangebotFactory(name="A Kurs", art="qualifizierung")
    HilfeangebotFactory(name="B Beratung", art="beratung")
    HilfeangebotFactory(name="C Telefon", art="krisenlinie")
    HilfeangebotFactory(name="D Notruf", art="krisenlinie", rund_um_die_uhr=True)
    namen = [angebot.name for angebot in filterset(Hilfeangebot).qs]
    assert namen == ["D Notruf", "C Telefon", "B Beratung", "A Kurs"]


def test_q_finds_offers_by_the_name_or_an_everyday_word_of_their_theme():
    ober = ThemaFactory(name="Nachstellung", suchworte="stalking\nmein ex verfolgt mich")
    angebot = HilfeangebotFactory(name="Beratung", themen=[ThemaFactory(oberthema=ober)])
    HilfeangebotFactory(name="Anderes")
    treffer = {
        wort: list(filterset(Hilfeangebot, q=wort).qs)
        for wort in ("Nachstellungen", "stalking", "mein Ex verfolgt mich", "kuchen")
    }
    assert treffer == {
        "Nachstellungen": [angebot],
        "stalking": [angebot],
        "mein Ex verfolgt mich": [angebot],
        "kuchen": [],
    }


def test_lebenslage_leads_to_offers_of_its_themes_and_audiences():
    thema, frauen, taeter = ThemaFactory(), ZielgruppeFactory(), ZielgruppeFactory()
    lage = LebenslageFactory(themen=[thema], zielgruppen=[frauen])
    genannt = HilfeangebotFactory(name="A genannt", lebenslagen=[lage])
    gemeint = HilfeangebotFactory(
        name="B gemeint", themen=[ThemaFactory(oberthema=thema)], zielgruppen=[frauen]
    )
    HilfeangebotFactory(name="C andere Zielgruppe", themen=[thema], zielgruppen=[taeter])
    HilfeangebotFactory(
        name="D nennt eine andere Lage",
        themen=[thema],
        zielgruppen=[frauen],
        lebenslagen=[LebenslageFactory()],
    )
    assert list(filterset(Hilfeangebot, lebenslage=lage.slug).qs) == [genannt, gemeint]


def test_options_of_equal_order_sort_umlauts_as_their_vowels():
    for name in ("Zuflucht", "Ärztliche Hilfe", "Beratung"):
        HilfeangebotFactory(themen=[ThemaFactory(name=name)])
    namen = [option.beschriftung for option in filterset(Hilfeangebot).zaehlung.optionen["thema"]]
    assert namen == ["Ärztliche Hilfe", "Beratung", "Zuflucht"]
