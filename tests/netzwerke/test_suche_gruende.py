"""Why an entry is among the hits, and how the words were understood."""

import pytest

from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    OrganisationFactory,
    StandortFactory,
    ThemaFactory,
)
from tests.netzwerke.suchseite import gefunden, gruende, suche

pytestmark = pytest.mark.django_db


def test_each_hit_says_why_it_is_there(client, stadt, stadtteil, stalking):
    HilfeangebotFactory(name="Am Ort", themen=[stalking], gebiete=[stadtteil])
    HilfeangebotFactory(name="In der Stadt", themen=[stalking], gebiete=[stadt])
    HilfeangebotFactory(name="Überall", themen=[stalking], bundesweit=True)
    HilfeangebotFactory(name="Stalking-Sprechstunde", gebiete=[stadtteil])
    HilfeangebotFactory(name="Beiläufig", beschreibung="Auch Stalking", gebiete=[stadtteil])
    alle = gruende(suche(client, "stalking wehringhausen"))
    assert {name: grund for name, grund in alle.items() if not name.startswith("Organisation")} == {
        "Am Ort": "Thema Stalking · in Wehringhausen",
        "In der Stadt": "Thema Stalking · für Hagen",
        "Überall": "Thema Stalking · bundesweit",
        "Stalking-Sprechstunde": "im Namen · in Wehringhausen",
        "Beiläufig": "Stichwort im Eintrag · in Wehringhausen",
    }


def test_two_themes_are_reasons_together(client, stalking):
    digital = ThemaFactory(name="Digitale Gewalt", slug="digitale-gewalt")
    HilfeangebotFactory(name="Fachstelle", themen=[stalking, digital])
    grund = gruende(suche(client, "stalking digitale gewalt"))["Fachstelle"]
    assert grund == "Themen Stalking, Digitale Gewalt"


def test_distance_is_told_where_a_place_and_a_public_site_are_known(client):
    stadt = GebietFactory(name="Hagen", kreisfrei=True, breite=51.36, laenge=7.47)
    organisation = OrganisationFactory(name="Haus am Markt", gebiete=[stadt])
    StandortFactory(mit_anschrift=True, organisation=organisation, breite=51.40, laenge=7.47)
    OrganisationFactory(name="Nebenan", gebiete=[stadt])
    StandortFactory(
        mit_anschrift=True,
        organisation__name="Mittendrin",
        organisation__gebiete=[stadt],
        breite=51.361,
        laenge=7.47,
    )
    geschuetzt = OrganisationFactory(name="Schutzhaus", gebiete=[stadt])
    StandortFactory(geschuetzt=True, organisation=geschuetzt, grobgebiet=stadt)
    assert gruende(suche(client, "hagen")) == {
        "Haus am Markt": "in Hagen · etwa 4 km entfernt",
        "Nebenan": "in Hagen",
        "Mittendrin": "in Hagen · weniger als 1 km entfernt",
        "Schutzhaus": "in Hagen",
    }


def test_place_alone_is_reason_enough(client, stadt):
    HilfeangebotFactory(name="Am Ort", gebiete=[stadt])
    assert gruende(suche(client, "hagen")) == {"Am Ort": "in Hagen"}


def test_words_are_marked_in_name_and_summary(client):
    HilfeangebotFactory(name="Beratung & Begleitung", zusammenfassung="Wir beraten alle.")
    text = suche(client, "beratung").content.decode()
    assert "<mark>Beratung</mark> &amp; Begleitung" in text
    assert "Wir <mark>beraten</mark> alle." in text


def test_lists_mark_nothing(client):
    HilfeangebotFactory(name="Beratung", zusammenfassung="Wir beraten alle.")
    assert "<mark>" not in client.get("/hilfe/").content.decode()


@pytest.mark.parametrize(
    "boese", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>"]
)
def test_nothing_typed_or_stored_becomes_markup(client, boese):
    HilfeangebotFactory(name=f"Lotsenstelle {boese}", zusammenfassung=boese)
    text = suche(client, f"Lotsenstelle {boese}").content.decode()
    assert gefunden(suche(client, "Lotsenstelle"))
    for teil in ("<script>alert", "<img src=x", "</title><b>"):
        assert teil not in text


# --- how the words were understood ------------------------------------------------------------------


def test_corrected_words_are_told_and_can_be_refused(client):
    HilfeangebotFactory(name="Frauenberatung")
    antwort = suche(client, "Frauenberatnug")
    text = antwort.content.decode()
    assert gefunden(antwort) == {"Hilfeangebote": ["Frauenberatung"]}
    assert 'Meinten Sie <a href="?q=Frauenberatung">Frauenberatung</a>?' in text
    assert 'href="?q=Frauenberatnug&amp;genau=1">Nur nach „Frauenberatnug“ suchen</a>' in text


def test_search_as_written_finds_nothing_else_and_leads_back(client):
    HilfeangebotFactory(name="Frauenberatung")
    antwort = suche(client, "Frauenberatnug", genau="1")
    assert gefunden(antwort) == {}
    assert antwort.context["treffer_satz"] == "Nichts gefunden für „Frauenberatnug“"
    assert 'href="?q=Frauenberatnug">Auch nach ähnlich geschriebenen' in antwort.content.decode()


def test_place_is_told(client, stadt, stalking):
    HilfeangebotFactory(name="Fachstelle", themen=[stalking], gebiete=[stadt])
    text = suche(client, "stalking hagen").content.decode()
    assert "Ort: Hagen" in text
    assert "nichts gefunden" not in text


def test_search_that_went_beyond_the_place_says_so(client, stadt, stalking):
    HilfeangebotFactory(name="Anderswo", themen=[stalking], gebiete=[GebietFactory(kreis=True)])
    HilfeangebotFactory(name="Lesekreis", gebiete=[stadt])
    antwort = suche(client, "stalking hagen")
    assert "In Hagen haben wir dazu nichts gefunden. Das Nächste:" in antwort.content.decode()
