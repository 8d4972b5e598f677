"""The page of the search: what it finds, how that is narrowed and counted, and that it leaves nothing behind."""

import re

import pytest
from django.urls import reverse

from netzwerke.anschluesse import anschluesse
from netzwerke.enums import Status
from netzwerke.models import Hilfeangebot
from netzwerke.suche import suchen
from netzwerke.suche.facetten import Facetten
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SozialraumFactory,
    StandortFactory,
    ThemaFactory,
)
from tests.netzwerke.suchseite import gefunden, suche
from tests.netzwerke.test_views import angebote, netzwerke, organisationen, sozialraeume
from tests.netzwerke.welt import VERBORGEN, verborgenes

pytestmark = pytest.mark.django_db


def test_hits_are_grouped_by_kind_in_the_order_of_the_best(client):
    for factory in (HilfeangebotFactory, OrganisationFactory):
        factory(name="Lotsenstelle")
    SozialraumFactory(name="Nordstadt", definition="Dort ist die Lotsenstelle.")
    HilfeangebotFactory(name="Anlaufstelle", beschreibung="Auch als Lotsenstelle")
    NetzwerkFactory(name="Lotsennetz", beschreibung="Die Lotsenstelle ist dabei.")
    antwort = suche(client, "Lotsenstelle")
    reihenfolge = dict.fromkeys(treffer.art for treffer in suchen("Lotsenstelle").treffer)
    assert [gruppe.art.suche.nummer for gruppe in antwort.context["gruppen"]] == list(reihenfolge)
    assert gefunden(antwort) == {
        "Hilfeangebote": ["Lotsenstelle", "Anlaufstelle"],
        "Organisationen": ["Lotsenstelle"],
        "Netzwerke": ["Lotsennetz"],
        "Sozialräume": ["Nordstadt"],
    }
    assert antwort.context["treffer_satz"] == "5 Treffer für „Lotsenstelle“"


def test_later_groups_show_fewer_hits_and_lead_to_the_list_of_their_kind(client):
    for nummer in range(9):
        HilfeangebotFactory(name=f"Lotsenstelle {nummer}", organisation=OrganisationFactory())
        NetzwerkFactory(name=f"Runde {nummer}", beschreibung="Mit einer Lotsenstelle")
    antwort = suche(client, "Lotsenstelle")
    assert [len(namen) for namen in gefunden(antwort).values()] == [8, 5]
    text = antwort.content.decode()
    assert 'href="/hilfe/?q=Lotsenstelle">Alle 9 Hilfeangebote' in text
    assert 'href="/netzwerke/?q=Lotsenstelle">Alle 9 Netzwerke' in text


def test_hidden_entries_and_offers_for_professionals_are_not_among_the_hits(client):
    HilfeangebotFactory(name="Lotsenstelle offen")
    HilfeangebotFactory(name="Lotsenstelle Entwurf", status=Status.ENTWURF)
    HilfeangebotFactory(name="Lotsenstelle Fach", nur_fachkraefte=True)
    assert gefunden(suche(client, "Lotsenstelle")) == {"Hilfeangebote": ["Lotsenstelle offen"]}


@pytest.mark.parametrize("worte", ["kanari", "88888", "kanari@example.org"])
def test_what_is_not_public_is_found_by_no_word(client, welt, worte):
    for status in VERBORGEN:
        verborgenes(status, welt)
    antwort = suche(client, worte, genau="1")
    assert gefunden(antwort) == {}
    assert antwort.context["fachkraefte"] == []


def test_entry_that_was_hidden_past_the_index_is_not_shown(client):
    angebot = HilfeangebotFactory(name="Lotsenstelle")
    Hilfeangebot.objects.filter(pk=angebot.pk).update(status=Status.VERBORGEN)
    assert gefunden(suche(client, "Lotsenstelle")) == {}


def gemischtes(anzahl):
    """Entries of every kind with all that cards show, each found by the same word."""
    for anlegen in (angebote, netzwerke, organisationen, sozialraeume):
        anlegen(anzahl)
    for art in anschluesse.arten():
        for eintrag in art.menge().order_by("-pk")[:anzahl]:
            # A Sozialraum would be a place of this name.
            eintrag.andere_namen = "Lotsenstelle"
            eintrag.save()


@pytest.mark.parametrize("anzahl", [1, 3])
def test_page_costs_the_same_number_of_queries(client, django_assert_num_queries, anzahl):
    gemischtes(anzahl)
    with django_assert_num_queries(37):
        antwort = suche(client, "Lotsenstelle")
    assert {len(namen) for namen in gefunden(antwort).values()} == {anzahl}


def test_chosen_kind_is_shown_whole_in_pages(client):
    for nummer in range(25):
        HilfeangebotFactory(name=f"Lotsenstelle {nummer}", organisation__name="Lotsenstelle")
    erste, zweite = (suche(client, "Lotsenstelle", art="hilfeangebote", seite=seite) for seite in ("1", "2"))
    assert [len(gefunden(antwort)["Hilfeangebote"]) for antwort in (erste, zweite)] == [20, 5]
    assert set(gefunden(erste)["Hilfeangebote"]).isdisjoint(gefunden(zweite)["Hilfeangebote"])
    assert erste.context["treffer_satz"] == "25 Treffer für „Lotsenstelle“"
    text = erste.content.decode()
    assert 'href="?q=Lotsenstelle&amp;art=hilfeangebote&amp;seite=2"' in text
    assert "Alle 25" not in text


@pytest.mark.parametrize("seite", ["0", "-1", "99999999999999999999", "letzte", "\x00", ""])
def test_any_page_number_is_answered(client, seite):
    HilfeangebotFactory(name="Lotsenstelle")
    antwort = suche(client, "Lotsenstelle", art="hilfeangebote", seite=seite)
    assert gefunden(antwort) == {"Hilfeangebote": ["Lotsenstelle"]}


def test_hits_that_fit_in_part_are_counted_and_led_to_here(client, stalking):
    HilfeangebotFactory(name="Beides", zusammenfassung="Lotsenstelle", themen=[stalking])
    for nummer in range(8):
        HilfeangebotFactory(name=f"Lotsenstelle {nummer}", organisation=OrganisationFactory())
    antwort = suche(client, "lotsenstelle stalking")
    assert antwort.context["treffer_satz"] == "10 Treffer für „lotsenstelle stalking“"
    assert gefunden(antwort)["Hilfeangebote"][0] == "Beides"
    verweis = 'href="?q=lotsenstelle+stalking&amp;art=hilfeangebote">Alle 9 Hilfeangebote'
    assert verweis in antwort.content.decode()


def test_estimated_numbers_are_called_so(client, monkeypatch):
    HilfeangebotFactory(name="Lotsenstelle")
    viele = Facetten(23_000, True, {"a_1": 12_000})
    monkeypatch.setattr("netzwerke.filters.suche.zaehlen", lambda menge, einschraenkung: viele)
    antwort = suche(client, "Lotsenstelle")
    assert antwort.context["treffer_satz"] == "Etwa 23.000 Treffer für „Lotsenstelle“"
    assert 'href="/hilfe/?q=Lotsenstelle">Alle Hilfeangebote dazu (etwa 12.000)' in antwort.content.decode()


def test_groups_can_be_jumped_to(client):
    for factory in (HilfeangebotFactory, NetzwerkFactory):
        factory(name="Lotsenstelle")
    text = suche(client, "Lotsenstelle").content.decode()
    for nummer, name in ((1, "Hilfeangebote"), (2, "Netzwerke")):
        assert f'<a href="#art-{nummer}">{name} (1)</a>' in text
        assert f'id="art-{nummer}"' in text


def test_filters_narrow_and_are_taken_back(client, stalking):
    HilfeangebotFactory(name="Lotsenstelle Nord", themen=[stalking])
    HilfeangebotFactory(name="Lotsenstelle Süd")
    antwort = suche(client, "Lotsenstelle", thema="stalking", anonym="", art="hilfeangebote")
    assert gefunden(antwort) == {"Hilfeangebote": ["Lotsenstelle Nord"]}
    assert sorted(antwort.context["aktive_filter"]) == [
        ("Art des Eintrags: Hilfeangebote", "?q=Lotsenstelle&thema=stalking"),
        ("Thema: Stalking", "?q=Lotsenstelle&art=hilfeangebote"),
    ]
    assert re.search(r'<a class="chip chip--alle"\s+href="\?q=Lotsenstelle">', antwort.content.decode())


def test_wrong_values_of_filters_are_named_and_ignored(client):
    HilfeangebotFactory(name="Lotsenstelle")
    antwort = suche(client, "Lotsenstelle", thema="gibt-es-nicht", plz="abc", art="x", sortierung="x")
    assert gefunden(antwort) == {"Hilfeangebote": ["Lotsenstelle"]}
    assert len(antwort.context["hinweise"]) == 4


def test_nearest_first_where_that_is_wanted(client):
    stadt = GebietFactory(name="Hagen", kreisfrei=True, breite=51.36, laenge=7.47)
    for name, breite in (("Lotsenstelle Fern", 51.40), ("Nah, mit Lotsenstelle", 51.37)):
        StandortFactory(
            mit_anschrift=True,
            organisation__name=name,
            organisation__gebiete=[stadt],
            breite=breite,
            laenge=7.47,
        )
    OrganisationFactory(name="Lotsenstelle ohne Punkt", gebiete=[stadt])
    namen = gefunden(suche(client, "Lotsenstelle Hagen", sortierung="entfernung"))["Organisationen"]
    assert namen == ["Nah, mit Lotsenstelle", "Lotsenstelle Fern", "Lotsenstelle ohne Punkt"]


def test_offers_for_professionals_are_one_link_away(client):
    HilfeangebotFactory(name="Lotsenstelle")
    verweis = '<a href="/fachkraefte/?q=Lotsenstelle">Angebote für Fachkräfte</a>'
    assert verweis not in suche(client, "Lotsenstelle").content.decode()
    HilfeangebotFactory(name="Lotsenstelle Fach", nur_fachkraefte=True)
    assert verweis in suche(client, "Lotsenstelle").content.decode()


# --- nothing is left behind -------------------------------------------------------------------------


@pytest.mark.parametrize("worte", ["Lotsenstelle", "zzyzxq", "er steht vor der tür"])
def test_words_stand_neither_in_the_title_nor_in_a_cookie(client, worte):  # S5, S6, S8
    HilfeangebotFactory(name="Lotsenstelle")
    antwort = suche(client, worte)
    text = antwort.content.decode()
    assert re.search(r"<title>\s*Suche\s*– ", text)
    assert antwort.headers["Cache-Control"] == "no-store"
    assert antwort.cookies.output() == ""
    assert "Cookie" not in antwort.headers.get("Vary", "")
    assert '<meta name="robots" content="noindex">' in text


def test_words_stay_in_the_search_box_which_keeps_no_history(client):
    text = suche(client, 'frau "nein"').content.decode()
    feld = re.search(r'<input[^>]*type="search"[^>]*>', text)[0]
    assert 'value="frau &quot;nein&quot;"' in feld
    assert {'autocomplete="off"', 'enterkeyhint="search"', 'spellcheck="false"'} <= set(feld.split())
    assert "Suchworte bleiben im Verlauf dieses Geräts." in text


@pytest.mark.parametrize(
    "adresse", ["/", "/hilfe/", "/netzwerke/", "/impressum/", "/gibt-es-nicht/", "/suche/"]
)
def test_every_page_has_one_search_box_that_leads_here(client, adresse):
    text = client.get(adresse).content.decode()
    formulare = re.findall(r'<form[^>]*role="search"[^>]*>', text)
    assert sum(f'action="{reverse("netzwerke:suche")}"' in formular for formular in formulare) == 1


def test_home_page_warns_beside_its_box(client):
    assert "Suchworte bleiben im Verlauf dieses Geräts." in client.get("/").content.decode()


# --- work with perpetrators --------------------------------------------------------------------------


def test_work_with_perpetrators_is_not_among_the_first_cards_unless_asked_for(client):
    """Hits are grouped on the page: what stands sixth in the ranking could be the second card."""
    gewalt, arbeit = ThemaFactory(name="Gewalt"), ThemaFactory(name="Täterarbeit", slug="taeterarbeit")
    HilfeangebotFactory(name="Beratung bei Gewalt", themen=[gewalt])
    HilfeangebotFactory(name="Gewalt beenden", themen=[gewalt, arbeit], beschreibung="Training")
    for nummer in range(6):
        NetzwerkFactory(name=f"Netzwerk {nummer} gegen Gewalt", themen=[gewalt])
    karten = [name for namen in gefunden(suche(client, "gewalt")).values() for name in namen]
    assert "Gewalt beenden" not in karten[:5]
    assert gefunden(suche(client, "täterarbeit"))["Hilfeangebote"] == ["Gewalt beenden"]


def test_work_with_perpetrators_is_not_first_by_distance_either(client):
    stadt = GebietFactory(name="Musterstadt", kreisfrei=True, breite=51.0, laenge=7.0)
    arbeit = ThemaFactory(name="Täterarbeit", slug="taeterarbeit")
    for nummer in range(6):
        standort = StandortFactory(mit_anschrift=True, gebiet=stadt, breite=51.2, laenge=7.2)
        HilfeangebotFactory(
            name=f"Beratung {nummer}",
            standorte=[standort],
            organisation=standort.organisation,
            gebiete=[stadt],
        )
    nah = StandortFactory(mit_anschrift=True, gebiet=stadt, breite=51.0, laenge=7.0)
    HilfeangebotFactory(
        name="Beratung nah", standorte=[nah], organisation=nah.organisation, gebiete=[stadt], themen=[arbeit]
    )
    karten = gefunden(suche(client, "beratung musterstadt", sortierung="entfernung"))["Hilfeangebote"]
    assert "Beratung nah" not in karten[:5]
    assert len(karten) >= 5
