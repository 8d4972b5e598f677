"""The filters of the search page: they select what the lists' filters select, and never refuse an answer."""

import random
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.facetten import Option
from netzwerke.filters import Suchfilter
from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum, Suchdokument
from netzwerke.suche import suchen
from netzwerke.suche.anfrage import verstehen
from netzwerke.suche.ergebnis import artengruppe
from netzwerke.suche.menge import treffermenge
from netzwerke.suche.volltext import volltext
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    NetzwerkFactory,
    PostleitzahlFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    SpracheFactory,
    StandortFactory,
    ThemaFactory,
)
from tests.netzwerke.filtersets import filterset
from tests.netzwerke.test_filters import filterwelt

pytestmark = pytest.mark.django_db

ARTEN = {Hilfeangebot: 1, Netzwerk: 2, Organisation: 3, Sozialraum: 4}


def suchfilter(**werte):
    daten = QueryDict(mutable=True)
    daten.update(werte)
    return Suchfilter(daten)


def eintraege(filter_, art):
    """Ids of the entries of a kind that pass the filters."""
    index = volltext()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT d.eintrag_id FROM {index.DOKUMENTE}{filter_.zusatz.und}",  # noqa: S608
            [index.anfrage((artengruppe([art]), *filter_.gruppen)), *filter_.zusatz.parameter],
        )
        return {pk for (pk,) in cursor.fetchall()}


ORTE = [
    {"gebiet": "land"},
    {"gebiet": "stadt"},
    {"gebiet": "bezirk"},
    {"plz": "58135"},
    {"plz": "58135", "umkreis": "5"},
    {"plz": "58135", "umkreis": "100"},
    {"plz": "58135", "gebiet": "kreis"},
    {"plz": "99999"},
]


@pytest.mark.parametrize("model", ARTEN)
def test_places_select_what_they_select_on_the_lists(model):
    filterwelt()
    PostleitzahlFactory(plz="99999", orte="Ohne Gebiet", breite=51.4, laenge=7.5)
    kreis = GebietFactory(name="Nah", kreis=True, breite=51.36, laenge=7.5)
    netz = NetzwerkFactory(name="Nah", gebiete=[kreis])
    raum = SozialraumFactory(name="Auch nah")
    SozialraumGebietFactory(sozialraum=raum, gebiet=kreis)
    HilfeangebotFactory(name="Auch nah", sozialraeume=[raum])
    HilfeangebotFactory(
        standorte=[StandortFactory(mit_anschrift=True, plz="58135", breite=51.34, laenge=7.4)]
    )
    for ort in ORTE:
        if model is Sozialraum and "umkreis" in ort:
            # The list of Sozialräume has no radius.
            continue
        erwartet = set(filterset(model, **ort).qs.values_list("pk", flat=True))
        assert (ort, eintraege(suchfilter(**ort), ARTEN[model])) == (ort, erwartet)
    assert netz.pk in eintraege(suchfilter(plz="58135", umkreis="5"), 2)


MERKMALE = [
    {"thema": "ober"},
    {"thema": "unter", "anonym": "1"},
    {"zielgruppe": "zielgruppe"},
    {"sprache": "tr"},
    {"sprache": "de-simple"},
    {"anonym": "1", "kostenlos": "1"},
    {"barrierefrei": "1"},
    {"jetzt_geoeffnet": "1"},
    {"jetzt_geoeffnet": "1", "plz": "58135", "umkreis": "25"},
]


def test_features_select_what_they_select_on_the_list_of_offers(monkeypatch):
    zufall = random.Random(3)
    filterwelt()
    for code in ("tr", "de-simple"):
        sprache = SpracheFactory(code=code)
        for angebot in Hilfeangebot.objects.all():
            if zufall.random() < 0.3:
                angebot.sprachen.add(sprache)
    HilfeangebotFactory(oeffnungszeiten="Mo 10:00-12:00")
    HilfeangebotFactory(oeffnungszeiten="Mo 12:00-13:00")
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    for werte in MERKMALE:
        erwartet = set(filterset(Hilfeangebot, **werte).qs.values_list("pk", flat=True))
        assert (werte, eintraege(suchfilter(**werte), 1)) == (werte, erwartet)


def test_art_takes_one_kind():
    HilfeangebotFactory()
    netz = NetzwerkFactory()
    filter_ = suchfilter(art="netzwerke")
    assert [eintraege(filter_, art) for art in (1, 2, 3)] == [set(), {netz.pk}, set()]
    assert filter_.aktive == [("Art des Eintrags: Netzwerke", "?")]
    assert [option.wert for option in _optionen(filter_)["art"]] == [
        "hilfeangebote",
        "netzwerke",
        "organisationen",
        "sozialraeume",
    ]


def _optionen(filter_):
    return {facette.name: facette.optionen for facette in filter_.facetten}


def test_options_carry_the_counts_of_the_hits():
    ober = ThemaFactory(slug="ober", name="Ober")
    unter = ThemaFactory(slug="unter", name="Unter", oberthema=ober)
    ThemaFactory(slug="leer", name="Leer")
    HilfeangebotFactory(name="Beratung", themen=[unter], anonym=True)
    HilfeangebotFactory(name="Beratung", themen=[ober])
    NetzwerkFactory(name="Beratung", themen=[unter])
    NetzwerkFactory(name="Anderes", themen=[unter])
    filter_ = suchfilter(q="beratung", thema="unter", anonym="1")
    facetten = filter_.zaehlen(treffermenge(verstehen("beratung"), (artengruppe(None), *filter_.gruppen)))
    optionen = _optionen(filter_)
    assert (facetten.gesamt, facetten.geschaetzt) == (1, False)
    assert optionen["thema"] == [Option("ober", "Ober", 1), Option("unter", "Unter", 1, aktiv=True, ebene=1)]
    assert optionen["art"] == [Option("hilfeangebote", "Hilfeangebote", 1)]
    assert optionen["anonym"] == [Option("1", "anonym möglich", 1, aktiv=True)]
    assert "kostenlos" not in optionen
    # Who can be reached now is not counted, but offered.
    assert optionen["jetzt_geoeffnet"] == [Option("1", "jetzt erreichbar")]


def test_without_counts_all_options_stand_alone():
    GebietFactory(slug="land", name="Land")
    ThemaFactory(slug="stalking", name="Stalking")
    optionen = _optionen(suchfilter())
    assert optionen["thema"] == [Option("stalking", "Stalking")]
    assert optionen["gebiet"] == [Option("land", "Land")]
    assert "umkreis" not in optionen
    assert "sortierung" not in optionen


@pytest.mark.parametrize(
    ("option", "klammer"),
    [
        (Option("a", "A"), ""),
        (Option("a", "A", 0), " (0)"),
        (Option("a", "A", 1200), " (1200)"),
        (Option("a", "A", 1200, geschaetzt=True), " (ca. 1.200)"),
        (Option("a", "A", 0, geschaetzt=True), " (wenige)"),
    ],
)
def test_number_behind_an_option(option, klammer):
    assert option.klammer == klammer


def test_wrong_values_are_ignored_and_named():
    HilfeangebotFactory()
    filter_ = suchfilter(
        art="fachkraefte", thema="gibt-es-nicht", plz="123", umkreis="7", sortierung="x", anonym=""
    )
    assert (filter_.werte, filter_.gruppen, filter_.zusatz.bedingung) == ({}, (), "")
    assert filter_.hinweise == [
        "Postleitzahl: Diese Postleitzahl kennen wir nicht. Bitte geben Sie fünf Ziffern ein, zum Beispiel 58135.",
        "Umkreis: Diesen Umkreis bieten wir nicht an. Bitte wählen Sie aus der Liste.",
        "Sortierung: Diese Auswahl gibt es nicht.",
        "Art des Eintrags: Diese Auswahl gibt es nicht.",
        "Thema: Diese Auswahl gibt es nicht.",
    ]


def test_sorting_by_distance_needs_a_place():
    filter_ = suchfilter(sortierung="entfernung")
    assert (filter_.nach_entfernung, filter_.zusatz.ordnung) == (False, "")
    assert filter_.hinweise == [
        "Um nach Entfernung zu sortieren, brauchen wir einen Ort, zum Beispiel eine Postleitzahl."
    ]
    filter_ = suchfilter(sortierung="entfernung")
    filter_.punkt_der_worte = (51.36, 7.47)
    assert (filter_.nach_entfernung, filter_.hinweise) == (True, [])
    assert filter_.aktive == [("nach Entfernung", "?")]
    assert [option.aktiv for option in _optionen(filter_)["sortierung"]] == [True]


def test_a_chosen_place_is_measured_from_before_that_of_the_words():
    PostleitzahlFactory(plz="58135", breite=51.35, laenge=7.46)
    filter_ = suchfilter(plz="58135", sortierung="relevanz")
    filter_.punkt_der_worte = (52.5, 13.4)
    assert (filter_.punkt, filter_.nach_entfernung) == ((51.35, 7.46), False)
    assert filter_.aktive == [("Postleitzahl: 58135", "?")]


def test_filters_and_words_are_searched_together():
    thema = ThemaFactory(slug="stalking", name="Stalking")
    passend = HilfeangebotFactory(name="Stricken", themen=[thema])
    HilfeangebotFactory(name="Stricken")
    HilfeangebotFactory(name="Anderes", themen=[thema])
    filter_ = suchfilter(q="stricken", thema="stalking")
    treffer = suchen("stricken", bedingungen=filter_.gruppen, zusatz=filter_.zusatz).treffer
    assert [einer.eintrag_id for einer in treffer] == [passend.pk]


def test_addresses_keep_what_was_chosen():
    ThemaFactory(slug="stalking", name="Stalking")
    filter_ = suchfilter(q="ärztin", genau="1", thema="stalking", seite="3", unsinn="x")
    assert filter_.adresse_ohne() == "?q=%C3%A4rztin&genau=1&thema=stalking"
    assert filter_.adresse_ohne("thema") == "?q=%C3%A4rztin&genau=1"
    assert filter_.adresse_ohne("q") == "?thema=stalking"
    assert filter_.adresse_mit(ohne=("genau",), q="arzt") == "?q=arzt&thema=stalking"
    assert filter_.wie_geschrieben


werte = st.dictionaries(st.sampled_from([*Suchfilter.base_filters, "genau", "seite"]), st.text(max_size=30))


@settings(deadline=None, max_examples=60)
@given(werte)
def test_any_parameters_are_answered(angaben):
    filter_ = suchfilter(**angaben)
    filter_.zaehlen(treffermenge(verstehen(angaben.get("q", "")), filter_.gruppen, filter_.zusatz))
    suchen(angaben.get("q", ""), bedingungen=filter_.gruppen, zusatz=filter_.zusatz)
    assert len(filter_.facetten) >= 2
    assert filter_.adresse_ohne().startswith("?")
    assert (filter_.aktive is not None, filter_.hinweise is not None) == (True, True)


def test_every_kind_of_the_search_has_an_index():
    HilfeangebotFactory(nur_fachkraefte=True)
    assert list(Suchdokument.objects.filter(art=5).values_list("art", flat=True)) == [5]
    assert eintraege(suchfilter(), 5) == {Hilfeangebot.objects.get().pk}
