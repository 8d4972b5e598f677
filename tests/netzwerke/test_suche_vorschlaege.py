"""Suggestions while typing: what is suggested, in which order, and what never is (S5, S6, S8, S11, S12)."""

import json
import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netzwerke import services
from netzwerke.models import Thema
from netzwerke.sprache import woerter
from netzwerke.suche.begriffe import begriffe, erneuern
from netzwerke.suche.perspektive import Akut, Perspektive, lage
from netzwerke.suche.themenworte import Themenworte
from netzwerke.suche.vorschlaege import vorschlaege
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    NetzwerkFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SozialraumFactory,
    StandortFactory,
    ThemaFactory,
    ZielgruppeFactory,
)
from tests.netzwerke.test_fuzz import ZEICHENFOLGEN
from tests.netzwerke.welt import VERBORGEN, verborgenes

pytestmark = pytest.mark.django_db

ADRESSE = reverse("netzwerke:suche-vorschlaege")
GRENZE = 15_000


def namen(text):
    return [vorschlag.name for vorschlag in vorschlaege(text)]


def arten(text):
    return [(str(vorschlag.name), str(vorschlag.art)) for vorschlag in vorschlaege(text)]


@pytest.fixture
def themen():
    """Two sides of violence, and what else people type."""
    return {
        "stalking": ThemaFactory(
            slug="stalking", name="Stalking", suchworte="mein Ex verfolgt mich\nNachstellung\nCyberstalking"
        ),
        "gewalt": ThemaFactory(
            slug="haeusliche-gewalt",
            name="Häusliche Gewalt",
            suchworte="mein Mann schlägt mich\nmein Mann ist gewalttätig\nAngst vor meinem Mann",
        ),
        "taeterarbeit": ThemaFactory(
            slug="taeterarbeit",
            name="Täterarbeit",
            suchworte="ich schlage meine Frau\nArbeit mit gewalttätigen Männern\nAnti-Gewalt-Training",
        ),
        "krise": ThemaFactory(
            slug="seelische-krise", name="Seelische Krise", suchworte="ich will nicht mehr leben"
        ),
    }


@pytest.fixture
def hagen():
    stadt = GebietFactory(kreisfrei=True, name="Hagen", oberhalb__name="Nordrhein-Westfalen")
    return GebietFactory(
        stadtteil=True, name="Haspe", oberhalb__name="Bezirk Haspe", oberhalb__oberhalb=stadt
    )


# --- what is suggested ----------------------------------------------------------------------------


def test_themes_come_before_places_and_places_before_names(themen, hagen):
    GebietFactory(kreisfrei=True, name="Stadthagen", oberhalb__name="Niedersachsen")
    SozialraumFactory(name="Stadtmitte")
    HilfeangebotFactory(name="Stalkingberatung")
    NetzwerkFactory(name="Runder Tisch Stalking")
    assert arten("sta") == [
        ("Stalking", "Thema"),
        ("Stadthagen", "kreisfreie Stadt · Niedersachsen"),
        ("Stadtmitte", "Sozialraum"),
        ("Stalkingberatung", "Hilfeangebot"),
        ("Runder Tisch Stalking", "Netzwerk"),
    ] or arten("sta")[1][1].startswith("kreisfreie Stadt · ")


def test_suggestions_lead_to_themes_places_and_entries(themen, hagen):
    angebot = HilfeangebotFactory(name="Haspelberatung")
    assert {(v.name, v.ziel) for v in vorschlaege("hasp")} == {
        ("Haspe", "/suche/?q=Haspe+Hagen"),
        ("Haspelberatung", angebot.get_absolute_url()),
    }
    assert [v.ziel for v in vorschlaege("stalking")] == ["/suche/?q=Stalking"]


@pytest.mark.parametrize(
    "text", ["verfolgt", "Verfolg", "mein ex verf", "ex verfolgt mich", "nachstell", "STALK"]
)
def test_everyday_words_lead_to_their_theme(themen, text):
    assert namen(text) == ["Stalking"]


@pytest.mark.parametrize(
    ("text", "gefunden"),
    [
        ("beratung", ["Beratung Nord", "Frühe Beratung"]),
        ("Früh", ["Frühe Beratung"]),
        ("frueh", ["Frühe Beratung"]),
        ("beratung no", ["Beratung Nord"]),
        ("nord beratung", ["Beratung Nord"]),
        ("ratung", []),
        ("b", []),
    ],
)
def test_names_are_found_by_the_beginning_of_their_words(text, gefunden):
    HilfeangebotFactory(name="Frühe Beratung")
    HilfeangebotFactory(name="Beratung Nord")
    assert namen(text) == gefunden


def test_joined_digits_and_gendered_words_are_read_as_in_the_search():
    NetzwerkFactory(name="AK 90")
    OrganisationFactory(name="Beratung für Schüler*innen")
    assert namen("ak90") == ["AK 90"]
    assert namen("schüler:innen") == ["Beratung für Schüler*innen"]


def test_at_most_eight_are_suggested(themen):
    HilfeangebotFactory.create_batch(20, name="Stalkingberatung")
    assert len(vorschlaege("stalking")) <= 8
    OrganisationFactory(name="Stalkinghilfe")
    assert namen("stalking")[0] == "Stalking"


def test_place_is_suggested_after_other_words_but_not_within_a_sentence(themen, hagen):
    assert arten("stalking in has") == [("Stalking", "Thema"), ("stalking in Haspe", "Stadtteil · Hagen")]
    assert vorschlaege("stalking in has")[1].ziel == "/suche/?q=stalking+in+Haspe+Hagen"
    assert namen("mein mann ist in has") == []
    assert namen("wir sind has") == []


def test_postcodes_are_suggested_from_three_digits_on():
    PostleitzahlFactory(plz="58135", orte="Hagen; Wetter")
    PostleitzahlFactory(plz="58119", orte="Hagen")
    assert namen("58") == []
    assert arten("581") == [("58119 Hagen", "Postleitzahl"), ("58135 Hagen", "Postleitzahl")]
    assert [v.ziel for v in vorschlaege("beratung 5813")] == ["/suche/?q=beratung+58135"]
    assert namen("581355") == []


def test_changed_words_work_at_once(themen):
    assert namen("nachgestiegen") == []
    thema = themen["stalking"]
    thema.suchworte += "\nmir wird nachgestiegen"
    thema.save()
    assert namen("nachgest") == ["Stalking"]


# --- what never is: harm --------------------------------------------------------------------------


@pytest.fixture
def taeterangebot(themen):
    return HilfeangebotFactory(name="Gewalt beenden", themen=[themen["taeterarbeit"], themen["gewalt"]])


@pytest.mark.parametrize(
    "text",
    [
        "mein mann schl",
        "mein mann schlägt mich",
        "schlag",
        "schlage",
        "gewalt",
        "gewalttätig",
        "mann",
        "männer",
    ],
)
def test_words_of_affected_people_never_lead_to_work_with_perpetrators(taeterangebot, text):
    assert not {"Täterarbeit", "Gewalt beenden"} & set(namen(text))


@pytest.mark.parametrize(
    "text", ["ich schlag", "ich schlage meine", "ich schlage meine frau", "täterarb", "anti-gewalt-tr"]
)
def test_work_with_perpetrators_is_suggested_for_its_own_words(taeterangebot, text):
    assert namen(text)[0] == "Täterarbeit"


def test_who_names_such_work_finds_its_offers(taeterangebot):
    HilfeangebotFactory(name="Täterarbeit Nord", themen=taeterangebot.themen.all())
    assert namen("täterarbeit") == ["Täterarbeit", "Täterarbeit Nord"]


def test_offer_for_those_who_use_violence_is_told_by_its_audience_too(themen):
    ausuebende = ZielgruppeFactory(slug="gewaltausuebende")
    HilfeangebotFactory(name="Gewalt beenden", zielgruppen=[ausuebende])
    NetzwerkFactory(
        name="Gewalt gemeinsam begegnen", themen=list(themen.values())[:3], zielgruppen=[ausuebende]
    )
    assert namen("gewalt") == ["Häusliche Gewalt", "Gewalt gemeinsam begegnen"]


@pytest.fixture
def grunddaten():
    """The themes as they are delivered."""
    zeilen = json.loads(
        (Path(settings.BASE_DIR) / "fixtures/grunddaten/thema.json").read_text(encoding="utf-8")
    )
    Thema.objects.bulk_create(
        Thema(**{feld: zeile["fields"].get(feld, "") for feld in ("slug", "name", "suchworte")})
        for zeile in zeilen
    )
    erneuern()
    return Themenworte(begriffe())


def test_no_beginning_of_an_affected_persons_sentence_leads_to_work_with_perpetrators(grunddaten):
    """Letter by letter, as they are typed."""
    betroffene = [
        zeile.text
        for zeile in grunddaten.zeilen
        if zeile.perspektive not in (Perspektive.OFFEN, Perspektive.AUSUEBEND)
    ]
    assert len(betroffene) > 100
    falsch = {
        text[:ende]
        for text in betroffene
        for ende in range(2, len(text) + 1)
        if not grunddaten.taeterarbeit.isdisjoint(
            grunddaten.themen(woerter(text[:ende]), lage(text[:ende]).perspektive)
        )
    }
    assert falsch == set()


@pytest.mark.parametrize("text", ["ich habe meine Frau geschlagen", "papa schlägt mich ins frauenhaus"])
def test_shelters_are_not_suggested_to_children_and_to_those_who_use_violence(grunddaten, text):
    sicht = lage(text).perspektive
    assert sicht in (Perspektive.AUSUEBEND, Perspektive.KIND)
    assert grunddaten.unterkunft
    assert grunddaten.unterkunft.isdisjoint(grunddaten.themen(woerter(text), sicht))


def test_nothing_draws_away_from_the_emergency_numbers(grunddaten):
    for zeile in grunddaten.zeilen:
        if lage(zeile.text).akut is not Akut.NEIN:
            assert vorschlaege(zeile.text) == []


def test_unfinished_sentence_about_suicide_leads_to_help(themen):
    ThemaFactory(name="Leben nach der Gewalt")
    assert namen("ich will nicht mehr le") == ["Seelische Krise"]
    assert namen("ich will nicht mehr leben") == []


# --- what never is: hidden things -----------------------------------------------------------------


@pytest.mark.parametrize("status", VERBORGEN)
def test_hidden_entries_are_not_suggested(welt, status):
    verborgenes(status, welt)
    for text in ("kanari", "kanari " + status, "verwaistes", "beratung", "netz", "haspe"):
        assert not [name for name in namen(text) if "kanari" in name.lower()]


def test_entry_is_gone_with_its_publication():
    netzwerk = NetzwerkFactory(name="Runder Tisch")
    assert namen("runder") == ["Runder Tisch"]
    netzwerk.status = "entwurf"
    netzwerk.save()
    assert namen("runder") == namen("tisch") == []


def test_offers_for_professionals_are_not_suggested(welt):
    assert namen("fachtelefon") == []


def test_place_that_became_protected_leaves_no_suggestion():
    haus = StandortFactory(
        mit_anschrift=True,
        name="Kanariehaus",
        strasse="Kanarigasse",
        ort="Kanaristadt",
        organisation__name="Haus",
    )
    services.standort_schuetzen(haus)
    assert [namen(text) for text in ("kanari", "kanarigasse", "kanaristadt", haus.plz or "999")] == [
        [],
        [],
        [],
        [],
    ]
    assert namen("haus") == ["Haus"]


# --- the answer -----------------------------------------------------------------------------------


def test_answer_is_json_that_nobody_keeps(client, themen):
    antwort = client.get(ADRESSE, {"q": "stalk"})
    assert antwort.headers["Content-Type"] == "application/json"
    assert antwort.headers["Cache-Control"] == "no-store"
    assert not antwort.cookies
    assert "Cookie" not in antwort.headers.get("Vary", "")
    assert antwort.json() == {
        "titel": "Vorschläge",
        "meldung": "1 Vorschlag",
        "vorschlaege": [{"name": "Stalking", "art": "Thema", "ziel": "/suche/?q=Stalking"}],
    }


def test_nothing_to_suggest_is_said(client):
    assert client.get(ADRESSE).json()["meldung"] == "Keine Vorschläge"


def test_only_reading_is_allowed(client):
    assert [client.generic(art, ADRESSE).status_code for art in ("HEAD", "POST", "PUT", "DELETE", "OPTIONS")] == [
        200, 405, 405, 405, 405,
    ]  # fmt: skip


def test_markup_in_a_name_stays_text(client):
    boese = '<img src=x onerror="alert(1)">'
    OrganisationFactory(name=boese)
    antwort = client.get(ADRESSE, {"q": "img"})
    assert [v["name"] for v in antwort.json()["vorschlaege"]] == [boese]
    assert antwort.headers["X-Content-Type-Options"] == "nosniff"


def test_answer_is_small_whatever_the_names(client):
    GebietFactory.create_batch(5, name="Haus" + "🏠" * 100)
    HilfeangebotFactory.create_batch(10, name="Haus " + "🏠" * 195)
    antwort = client.get(ADRESSE, {"q": "haus"})
    assert len(antwort.json()["vorschlaege"]) > 4
    assert len(antwort.content) <= GRENZE
    lang = client.get(ADRESSE, {"q": "🏠" * 190 + " haus"})
    assert len(lang.content) <= GRENZE


@pytest.mark.parametrize("wert", ZEICHENFOLGEN, ids=range(len(ZEICHENFOLGEN)))
def test_any_string_is_answered(client, themen, wert):
    antwort = client.get(ADRESSE, {"q": wert})
    assert antwort.status_code == 200
    assert len(antwort.content) <= GRENZE


def test_words_are_not_logged(client, themen, caplog):
    caplog.set_level(logging.INFO)
    client.get(ADRESSE, {"q": "geheimes wort"})
    client.post(ADRESSE + "?q=geheimes+wort")
    assert "geheim" not in caplog.text


@pytest.mark.parametrize("anzahl", [1, 3])
def test_number_of_queries_does_not_grow(themen, hagen, anzahl):
    for _ in range(anzahl):
        HilfeangebotFactory(name="Beratung bei Stalking")
        NetzwerkFactory(name="Stalking gemeinsam begegnen")
        GebietFactory(stadtteil=True, name="Stalkenheim")
    erneuern()
    vorschlaege("stalk")
    with CaptureQueriesContext(connection) as abfragen:
        assert len(vorschlaege("stalk")) == min(8, 1 + 3 * anzahl)
    assert len(abfragen) == 4
