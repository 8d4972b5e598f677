"""axe-core finds nothing on any type of page, light and dark, on the phone and on the desk (S36, S38)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.seiten import ANMELDUNG, OEFFENTLICH

STUFEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALLES = {"runOnly": {"type": "tag", "values": STUFEN}, "resultTypes": ["violations"]}
BILDER = [(breite, schema) for breite in (360, 1280) for schema in ("light", "dark")]
# Colours that are still changing would be measured on their way.
FERTIG = "() => Promise.all(document.getAnimations().map(bewegung => bewegung.finished)).then(() => null)"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seite(kontext_des_moduls):
    return kontext_des_moduls().new_page()


def maengel(seite):
    ergebnis = Axe().run(seite, options=ALLES).response
    return [
        f"{regel['id']}: {knoten['html'][:200]} ({knoten['failureSummary'][:300]})"
        for regel in ergebnis["violations"]
        for knoten in regel["nodes"]
    ]


def pruefe(seite):
    gefunden = {}
    for breite, schema in BILDER:
        seite.set_viewport_size({"width": breite, "height": 800})
        seite.emulate_media(color_scheme=schema)
        seite.evaluate(FERTIG)
        if mangel := maengel(seite):
            gefunden[f"{breite} px, {schema}"] = mangel
    assert not gefunden


@pytest.mark.parametrize("art", [*OEFFENTLICH, ANMELDUNG], ids=str)
def test_axe_finds_nothing(seite, dienste, art):
    antwort = seite.goto(art.adresse(dienste))
    assert antwort.status == art.status
    pruefe(seite)
