"""What a visit costs over the wire: at most 100 kB the first time, at most 15 kB for each page after it."""

import pytest

from tests.browser.seiten import FEHLER, GEFUELLT, LEER

ERSTER = 100_000
WEITERER = 15_000
#: The icon of the tab, which a browser without a window does not fetch by itself.
SYMBOL = """() => new Promise((fertig, fehler) => {
    const bild = new Image();
    bild.onload = () => fertig();
    bild.onerror = fehler;
    bild.src = document.querySelector('link[rel=icon]').href;
})"""
#: Pages from another server of these tests would bring another server's cache.
SEITEN = [art for art in (*GEFUELLT, *LEER, *FEHLER) if (art.dienst, art.host) == ("voll", "localhost")]

pytestmark = pytest.mark.browser


class Waage:
    """Sums up what a page and all it asks for cost, headers included, as it comes over the wire."""

    def __init__(self, kontext):
        self.seite = kontext.new_page()
        self.summe = 0
        verbindung = kontext.new_cdp_session(self.seite)
        verbindung.send("Network.enable")
        verbindung.on("Network.loadingFinished", self.wiegen)

    def wiegen(self, ereignis):
        self.summe += ereignis["encodedDataLength"]

    def laden(self, adresse):
        self.summe = 0
        self.seite.goto(adresse, wait_until="load")
        self.seite.evaluate(SYMBOL)
        # What the browser reports of the icon comes a moment after the icon.
        self.seite.wait_for_timeout(50)
        return self.summe


@pytest.mark.parametrize("art", [art for art in SEITEN if art in GEFUELLT], ids=str)
def test_first_visit_is_light(kontext, dienste, art):
    # Fonts and style sheets are among it, so that nothing was forgotten to be weighed.
    assert 30_000 < Waage(kontext()).laden(art.adresse(dienste)) <= ERSTER


def test_later_pages_are_light(kontext, dienste):
    waage = Waage(kontext())
    waage.laden(f"{dienste['voll'].adresse}/")
    gewichte = {art.name: waage.laden(art.adresse(dienste)) for art in SEITEN}
    assert {name: summe for name, summe in gewichte.items() if not 0 < summe <= WEITERER} == {}
