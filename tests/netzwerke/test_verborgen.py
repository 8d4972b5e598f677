"""Offers for professionals, persons and hidden places: who sees them, and where nobody does (S9, S12, S13)."""

import re

import pytest

from netzwerke import services
from netzwerke.enums import Schutz, Sichtbarkeit
from netzwerke.models import Hilfeangebot
from tests.factories import (
    EINWILLIGUNG,
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    MitgliedschaftFactory,
    StandortFactory,
    TelefonFactory,
    ThemaFactory,
)
from tests.netzwerke.welt import mit, rundgang

pytestmark = pytest.mark.django_db


# --- offers for professionals ---------------------------------------------------------------------


def test_professional_offer_stands_on_no_residents_page(client, welt):
    fach = welt["fach"]
    telefon = TelefonFactory(anzeige="0800 19 210 00", kontakt__funktion="Fachzentrale")
    fach.kontakte.set([telefon.kontakt])
    Hilfeangebot.objects.filter(pk=fach.pk).update(bundesweit=True)
    ThemaFactory(nationale_linie=fach)
    HilfeangebotFactory(themen=[ThemaFactory(nationale_linie=fach)])
    seiten = rundgang(client)
    fuer_betroffene = {
        a: s for a, s in seiten.items() if a == "/" or a.startswith(("/hilfe/", "/netzwerke/"))
    }
    assert {"/", "/hilfe/", "/hilfe/beratung/", "/hilfe/?q=gibtesnicht", "/netzwerke/netz/"} <= set(
        fuer_betroffene
    )
    assert mit(fuer_betroffene, "Fachtelefon", "0800 19 210 00", "+498001921000", "/fachkraefte/fach/") == []
    assert "/fachkraefte/fach/" in mit(seiten, "0800 19 210 00")


@pytest.mark.parametrize("pfad", ["/organisationen/stelle/", "/sozialraeume/haspe/"])
def test_professional_offer_stands_under_its_own_heading(client, welt, pfad):
    text = client.get(pfad).text
    abschnitte = [a for a in re.split(r"<h2", text) if 'href="/fachkraefte/fach/"' in a]
    assert [re.search(r">(.*?)</h2>", a)[1] for a in abschnitte] == ["Angebote für Fachkräfte"]


# --- persons --------------------------------------------------------------------------------------

PERSON = {"person_name": "Petra Probe", "person_email": "probe@example.org", "person_telefon": "02331 55555"}
SPUREN = ("Petra Probe", "probe@example.org", "02331 55555", "+49233155555")


def person(welt, **angaben):
    """A named contact of everything public."""
    kontakt = KontaktFactory(
        funktion="Koordination", organisation=welt["stelle"], **PERSON, **EINWILLIGUNG, **angaben
    )
    for eintrag in (welt["beratung"], welt["fach"], welt["netz"]):
        eintrag.kontakte.add(kontakt)
    return kontakt


SEITEN_MIT_KONTAKT = ["/fachkraefte/fach/", "/hilfe/beratung/", "/netzwerke/netz/", "/organisationen/stelle/"]


def test_person_is_shown_with_consent(client, welt):
    person(welt)
    seiten = {a: client.get(a) for a in SEITEN_MIT_KONTAKT}
    assert [mit(seiten, spur) for spur in SPUREN] == [SEITEN_MIT_KONTAKT] * 4


# S13
def test_person_is_gone_everywhere_once_consent_is_withdrawn(client, welt):
    kontakt = person(welt)
    services.einwilligung_widerrufen(kontakt)
    seiten = rundgang(client)
    assert mit(seiten, *SPUREN) == []
    assert set(SEITEN_MIT_KONTAKT) - {"/hilfe/beratung/", "/fachkraefte/fach/"} <= set(
        mit(seiten, "Koordination")
    )


def test_internal_person_is_shown_nowhere(client, welt):
    person(welt, sichtbarkeit=Sichtbarkeit.INTERN)
    assert mit(rundgang(client), *SPUREN) == []


# S9
@pytest.mark.parametrize("zu", ["organisation", "angebot", "mitgliedschaft"])
def test_person_at_a_hidden_place_is_shown_nowhere(client, welt, zu):
    haus = StandortFactory(geschuetzt=True, organisation__name="Haus", organisation__slug="haus")
    kontakt = person(welt)
    kontakt.organisation = haus.organisation if zu == "organisation" else None
    kontakt.save()
    if zu == "angebot":
        HilfeangebotFactory(name="Wohnen", standorte=[haus], kontakte=[kontakt])
    if zu == "mitgliedschaft":
        MitgliedschaftFactory(netzwerk=welt["netz"], organisation=haus.organisation, kontakt=kontakt)
    assert mit(rundgang(client, "/organisationen/haus/"), *SPUREN) == []


def test_person_is_shown_where_one_site_is_public(client, welt):
    person(welt)
    StandortFactory(geschuetzt=True, organisation=welt["stelle"])
    assert "Petra Probe" in client.get("/organisationen/stelle/").text


# --- hidden places --------------------------------------------------------------------------------


# S9, S12
def test_protected_house_is_found_by_its_kreis_and_shows_no_place(client, welt):
    kreis = welt["gebiet"].vorfahren()[-2]
    haus = StandortFactory(
        organisation__name="Frauenhaus",
        organisation__slug="haus",
        organisation__sozialraeume=[welt["sozialraum"]],
        name="Haus",
        strasse="Kanarigasse",
        hausnummer="7k",
        plz="58999",
        ort="Kanaristadt",
        breite=51.987654,
        laenge=7.456789,
        oepnv="Kanarilinie",
        gebiet=welt["gebiet"],
    )
    wohnen = HilfeangebotFactory(
        name="Schutzwohnung",
        slug="wohnen",
        organisation=haus.organisation,
        standorte=[haus],
        gebiete=[welt["gebiet"]],
    )
    services.standort_schuetzen(haus)
    seiten = rundgang(client, "/organisationen/haus/", "/hilfe/wohnen/")
    assert mit(seiten, "Kanari", "58999", "51.98", "51,98", "7.456", "7,456") == []
    for adresse in ("/organisationen/haus/", "/hilfe/wohnen/"):
        text = seiten[adresse].text
        assert kreis.name in text
        assert "Haspe" not in text.split("<main", 1)[1].split("</main>", 1)[0]
    assert list(client.get("/hilfe/", {"gebiet": kreis.slug, "q": "schutzwohnung"}).context["page_obj"]) == [
        wohnen
    ]
    assert list(
        client.get("/hilfe/", {"gebiet": welt["gebiet"].slug, "q": "schutzwohnung"}).context["page_obj"]
    ) == [wohnen]


def test_town_only_shows_the_town_and_nothing_else(client, welt):
    gemeinde = GebietFactory(gemeinde=True, name="Espelkamp")
    standort = StandortFactory(
        organisation=welt["stelle"],
        name="Nebenstelle",
        schutz=Schutz.NUR_ORT,
        grobgebiet=gemeinde,
    )
    welt["beratung"].standorte.set([standort])
    assert "Espelkamp" in client.get("/hilfe/beratung/").text
    assert "Die genaue Anschrift erfahren Sie am Telefon." in client.get("/hilfe/beratung/").text
