"""Unpublished entries: the same answer as if they had never been, and no trace on any page."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from netzwerke.enums import Status
from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum
from tests.factories import (
    HilfeangebotFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SeiteFactory,
    SozialraumFactory,
)
from tests.netzwerke.welt import VERBORGEN, mit, rundgang, verborgenes

pytestmark = pytest.mark.django_db

FABRIKEN = {
    "netzwerke:angebot-detail": HilfeangebotFactory,
    "netzwerke:fachkraefte-detail": lambda **kwargs: HilfeangebotFactory(nur_fachkraefte=True, **kwargs),
    "netzwerke:detail": NetzwerkFactory,
    "netzwerke:organisation-detail": OrganisationFactory,
    "netzwerke:sozialraum-detail": SozialraumFactory,
}
je_art = pytest.mark.parametrize("art", FABRIKEN)
je_status = pytest.mark.parametrize("status", VERBORGEN)


# --- the same 404 ---------------------------------------------------------------------------------


def gleicht_unbekanntem(client, art, slug):
    """Whether nothing tells the answer from that to an address nobody ever had."""
    antwort, unbekannt = (client.get(reverse(art, args=[s])) for s in (slug, "gibt-es-nicht"))
    assert (antwort.status_code, unbekannt.status_code) == (404, 404)
    return antwort.content == unbekannt.content and antwort.headers == unbekannt.headers


@je_art
@je_status
def test_unpublished_entry_answers_like_an_unknown_one(client, art, status):
    eintrag = FABRIKEN[art](name="Kanarienvogel", status=status)
    assert gleicht_unbekanntem(client, art, eintrag.slug) is True


@je_art
def test_deleted_row_answers_like_an_unknown_one(client, art):
    eintrag = FABRIKEN[art]()
    eintrag.delete()
    assert gleicht_unbekanntem(client, art, eintrag.slug) is True


@je_art
def test_published_entry_is_shown(client, art):
    eintrag = FABRIKEN[art](name="Bekannter Eintrag")
    antwort = client.get(reverse(art, args=[eintrag.slug]))
    assert antwort.status_code == 200
    assert "<h1>Bekannter Eintrag" in antwort.text
    assert eintrag.get_absolute_url() == reverse(art, args=[eintrag.slug])


@pytest.mark.parametrize(
    ("nur_fachkraefte", "art"), [(True, "netzwerke:angebot-detail"), (False, "netzwerke:fachkraefte-detail")]
)
def test_offer_answers_in_its_own_part_only(client, nur_fachkraefte, art):
    angebot = HilfeangebotFactory(nur_fachkraefte=nur_fachkraefte)
    assert gleicht_unbekanntem(client, art, angebot.slug) is True


# --- former addresses -----------------------------------------------------------------------------


@je_art
def test_former_address_leads_to_a_published_entry(client, art):
    eintrag = FABRIKEN[art](slug="frueher")
    eintrag.slug = "heute"
    eintrag.save()
    antwort = client.get(reverse(art, args=["frueher"]))
    assert (antwort.status_code, antwort.headers["Location"]) == (301, eintrag.get_absolute_url())
    assert "no-store" in antwort.headers["Cache-Control"]


@je_art
@je_status
def test_former_address_of_an_unpublished_entry_answers_like_an_unknown_one(client, art, status):
    eintrag = FABRIKEN[art](slug="frueher")
    eintrag.slug, eintrag.status = "heute", status
    eintrag.save()
    assert gleicht_unbekanntem(client, art, "frueher") is True


def test_former_address_of_an_offer_follows_it_to_the_professionals_only_there(client):
    angebot = HilfeangebotFactory(slug="frueher")
    angebot.slug, angebot.nur_fachkraefte = "heute", True
    angebot.save()
    assert gleicht_unbekanntem(client, "netzwerke:angebot-detail", "frueher") is True
    assert client.get("/fachkraefte/frueher/").headers["Location"] == "/fachkraefte/heute/"


def test_former_address_gives_way_to_the_entry_that_has_it_now(client):
    altes = NetzwerkFactory(slug="adresse")
    altes.slug = "anders"
    altes.save()
    NetzwerkFactory(slug="adresse", name="Neues Netzwerk")
    antwort = client.get("/netzwerke/adresse/")
    assert antwort.status_code == 200
    assert "Neues Netzwerk" in antwort.text


# --- a crawl of everything ------------------------------------------------------------------------


# S5, S6
def test_crawl_finds_no_trace_of_what_is_not_public(client, welt):
    for status in VERBORGEN:
        verborgenes(status, welt)
    SeiteFactory(slug="datenschutz", inhalt="Kanari", oeffentlich=False)
    seiten = rundgang(client)
    assert {
        welt[name].get_absolute_url() for name in ("sozialraum", "stelle", "beratung", "fach", "netz")
    } <= set(seiten)
    assert {a for a in seiten if "/kind-" in a} == {f"/organisationen/kind-{status}/" for status in VERBORGEN}
    assert mit(seiten, "Kanari", "02331 99999", "49233199999", "88888", "77777") == []
    for adresse, antwort in seiten.items():
        assert (adresse, antwort.cookies.output(), antwort.headers["Cache-Control"]) == (
            adresse,
            "",
            "no-store",
        )
        assert {"ETag", "Last-Modified"} & set(antwort.headers) == set()
        assert "Cookie" not in antwort.headers.get("Vary", "")


def test_search_does_not_know_what_is_not_public(client, welt):
    for status in VERBORGEN:
        verborgenes(status, welt)
    for pfad in ("/hilfe/", "/netzwerke/", "/organisationen/", "/sozialraeume/", "/fachkraefte/"):
        assert (pfad, client.get(pfad, {"q": "kanari"}).context["filter"].zaehlung.gesamt) == (pfad, 0)


def test_hidden_sozialraum_is_no_place(client, welt):
    """Its address is answered like one that never was."""
    slug = SozialraumFactory(status=Status.VERBORGEN).slug
    verborgen, unbekannt = (client.get("/hilfe/", {"sozialraum": s}) for s in (slug, "gibt-es-nicht"))
    assert (
        verborgen.context["hinweise"]
        == unbekannt.context["hinweise"]
        == ["Sozialraum: Diese Auswahl gibt es nicht."]
    )
    assert verborgen.context["filter"].zaehlung == unbekannt.context["filter"].zaehlung


# --- texts of editors -----------------------------------------------------------------------------


def test_texts_of_every_kind_are_escaped_on_every_page(client, welt):
    boese = "<xss onload=1>\"'"
    for model, felder in {
        Netzwerk: ("name", "ziel", "beschreibung", "beitritt", "mitglieder_hinweis", "quelle"),
        Organisation: ("name", "kurzname", "beschreibung", "vorstellung", "quelle"),
        Hilfeangebot: (
            "name",
            "zusammenfassung",
            "beschreibung",
            "ablauf",
            "mitbringen",
            "kosten_hinweis",
            "quelle",
        ),
        Sozialraum: ("name", "definition", "merkmale", "quelle"),
    }.items():
        model.objects.update(**dict.fromkeys(felder, boese))
    Organisation.objects.update(stellt_sich_vor=True)
    SeiteFactory(slug="impressum", titel=boese, inhalt=boese)
    seiten = rundgang(client)
    assert len(seiten) > 20
    assert mit(seiten, "<xss") == []
    assert "/netzwerke/netz/" in mit(seiten, escape(boese))
