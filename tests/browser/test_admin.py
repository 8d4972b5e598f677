"""The workplace in a real browser: it works under the strict CSP (S29), and axe-core finds nothing (S36)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.dienst import EMAIL

pytestmark = pytest.mark.browser

STUFEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALLES = {"runOnly": {"type": "tag", "values": STUFEN}, "resultTypes": ["violations"]}
EINTRAEGE = ["hilfeangebot", "netzwerk", "organisation", "kontakt", "sozialraum"]
TEILE = ["standort", "arbeitsbereich", "mitgliedschaft"]
SONSTIGES = ["gebiet", "postleitzahl", "thema", "lebenslage", "sprache", "organisationsart", "frage", "seite"]


@pytest.fixture
def arbeitsplatz(kontext, voll):
    """A page of somebody who is logged in, its address, and what its console reported."""

    def anmelden(**optionen):
        seite = kontext(**optionen).new_page()
        gemeldet = []
        seite.on("console", lambda meldung: melden(gemeldet, meldung))
        seite.on("pageerror", lambda fehler: gemeldet.append(f"{seite.url}: {fehler}"))
        seite.goto(f"{voll.adresse}/verwaltung/")
        seite.fill("#id_username", EMAIL)
        seite.fill("#id_password", voll.passwort)
        seite.click("[type=submit]")
        seite.wait_for_selector("h1:text('Was ist zu tun?')")
        return seite, f"{voll.adresse}/verwaltung/", gemeldet

    return anmelden


def melden(gemeldet, meldung):
    """Note errors and warnings; a refused style or script is an error. Chromium's own advice is neither."""
    if meldung.type in {"error", "warning"}:
        gemeldet.append(f"{meldung.page.url}: {meldung.text}")


def ersten_oeffnen(seite):
    seite.click("#result_list tbody th a >> nth=0")
    seite.wait_for_selector("[name=_save]")


def test_every_page_obeys_the_policy(arbeitsplatz):
    seite, adresse, gemeldet = arbeitsplatz()
    for name in [*EINTRAEGE, *TEILE, *SONSTIGES]:
        seite.goto(f"{adresse}netzwerke/{name}/")
        ersten_oeffnen(seite)
        for verweis in seite.locator(".add-row a").all():
            verweis.click()
        geaendert = seite.url
        for ende in ("history/", "delete/"):
            seite.goto(geaendert.split("change/")[0] + ende)
        seite.goto(f"{adresse}netzwerke/{name}/add/")
    for pfad in (
        "konten/user/",
        "konten/user/add/",
        "konten/user/1/change/",
        "auth/group/add/",
        "password_change/",
    ):
        seite.goto(adresse + pfad)
    seite.click("#logout-form button")
    seite.wait_for_load_state()
    assert gemeldet == []


def test_choices_are_looked_up_while_typing(arbeitsplatz):
    seite, adresse, gemeldet = arbeitsplatz()
    seite.goto(f"{adresse}netzwerke/netzwerk/add/")
    seite.fill("#id_name", "Netzwerk aus dem Browser")
    seite.get_by_role("searchbox", name="Gebiete").fill("hasp")
    seite.click(".select2-results__option:has-text('Haspe') >> nth=0")
    seite.click("#mitgliedschaften-group .add-row a")
    zeile = seite.locator("#mitgliedschaften-0")
    zeile.get_by_role("combobox", name="Organisation").click()
    seite.fill(".select2-search--dropdown input", "aerztliche")
    seite.click(".select2-results__option:has-text('Ärztliche')")
    seite.click("[name=_continue]")
    seite.wait_for_selector(".messagelist .success")
    gewaehlt = seite.locator("#mitgliedschaften-0 .select2-selection__rendered >> nth=0").text_content()
    assert gewaehlt.startswith("Ärztliche Beratungsstelle")
    assert "Haspe" in seite.locator(".field-gebiete .select2-selection__choice").text_content()
    seite.click(".deletelink")
    seite.click("[type=submit] >> nth=-1")
    assert gemeldet == []


def test_new_contact_is_added_in_a_window_of_its_own(arbeitsplatz):
    seite, adresse, gemeldet = arbeitsplatz()
    seite.goto(f"{adresse}netzwerke/netzwerk/add/")
    with seite.expect_popup() as fenster:
        seite.click("#add_id_kontakte")
    neu = fenster.value
    neu.on("console", lambda meldung: melden(gemeldet, meldung))
    neu.fill("#id_funktion", "Funktion aus dem Fenster")
    with neu.expect_event("close"):
        neu.click("[name=_save]")
    assert (
        "Funktion aus dem Fenster"
        in seite.locator(".field-kontakte .select2-selection__choice").text_content()
    )
    assert gemeldet == []


@pytest.mark.parametrize(("breite", "schema"), [(360, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(arbeitsplatz, breite, schema):
    seite, adresse, _gemeldet = arbeitsplatz(breite=breite, color_scheme=schema, reduced_motion="reduce")
    gefunden = {}

    def pruefen():
        for regel in Axe().run(seite, options=ALLES).response["violations"]:
            gefunden[seite.url, regel["id"]] = [knoten["html"][:200] for knoten in regel["nodes"]]

    pruefen()
    for name in [*EINTRAEGE, "standort"]:
        seite.goto(f"{adresse}netzwerke/{name}/")
        pruefen()
        ersten_oeffnen(seite)
        seite.wait_for_load_state("networkidle")
        pruefen()
        seite.fill("#id_funktion" if name == "kontakt" else "#id_name", "")
        seite.click("[name=_save]")
        seite.wait_for_selector(".errornote")
        pruefen()
    assert gefunden == {}
    breiten = seite.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert breiten[0] <= breiten[1]
