"""Printed, an entry is one clean page: no navigation, no exit bar, black on white."""

import re

import pytest

from tests.browser.seiten import EINTRAEGE

BEIWERK = ".ausgang, .sprunglink, .kopf, .fuss, .filter, .zurueck, .seitenzahlen"
SEITE_IM_PDF = re.compile(rb"/Type\s*/Page\b")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seite(kontext_des_moduls):
    seite = kontext_des_moduls(color_scheme="dark").new_page()
    seite.emulate_media(media="print")
    return seite


def druckseiten(seite):
    return len(SEITE_IM_PDF.findall(seite.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("art", EINTRAEGE, ids=str)
def test_entry_prints_without_what_belongs_to_the_screen(seite, dienste, art):
    seite.goto(art.adresse(dienste))
    assert seite.locator(BEIWERK).locator("visible=true").count() == 0
    assert seite.locator("h1").is_visible()
    farben = seite.evaluate(
        "() => ['h1', 'body'].map(e => getComputedStyle(document.querySelector(e)).color)"
    )
    assert farben == ["rgb(0, 0, 0)", "rgb(0, 0, 0)"]


def test_every_entry_prints_on_one_page(seite, voll):
    mehr = {}
    for pfad in voll.eintraege:
        # What fills each and every field, or lists all who are active in a place, may take a second one.
        hoechstens = 2 if "/voll" in pfad or pfad.startswith("/sozialraeume/") else 1
        seite.goto(f"{voll.adresse}{pfad}")
        if (anzahl := druckseiten(seite)) > hoechstens:
            mehr[pfad] = anzahl
    assert mehr == {}


def test_offer_is_printed_with_its_number_and_a_code_for_it(seite, voll):
    seite.goto(f"{voll.adresse}/hilfe/hilfetelefon-gewalt-gegen-frauen/")
    karte = seite.locator(".druckkarte")
    assert "116 016" in karte.inner_text()
    assert karte.locator("svg").is_visible()


def test_print_does_not_claim_what_holds_for_a_moment_only(seite, voll):
    seite.goto(f"{voll.adresse}/hilfe/volles-angebot/")
    text = seite.locator("main").inner_text()
    assert "Montag bis Freitag 9–12" in text
    assert "jetzt geöffnet" not in text
    assert "öffnet " not in text
