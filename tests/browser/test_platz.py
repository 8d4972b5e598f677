"""No page scrolls sideways, and whatever is pressed is large enough and keeps still (S38)."""

import pytest

from tests.browser.seiten import ANMELDUNG, OEFFENTLICH

#: A small phone, a desk of 1280 × 1024 px at 400 %, and the same desk at 100 %.
FENSTER = [(320, 640), (320, 256), (1280, 1024)]

#: What reaches beyond the window, unless it scrolls in a box of its own or is meant for screen readers only.
UEBERSTAND = """() => {
    const breite = document.documentElement.clientWidth;
    const rollt = e => e && (/(auto|scroll)/.test(getComputedStyle(e).overflowX) || rollt(e.parentElement));
    const ueber = [...document.body.querySelectorAll('*')].filter(e => {
        const r = e.getBoundingClientRect();
        return r.width > 1 && (r.right > breite + 1 || r.left < -1) && e.checkVisibility()
            && !e.closest('.kern-sr-only') && !rollt(e.parentElement);
    });
    return {rollweite: Math.max(0, document.documentElement.scrollWidth - breite),
            ueber: ueber.map(e => e.outerHTML.slice(0, 160))};
}"""

#: Targets below 24 px, apart from links within a sentence (WCAG 2.2, 2.5.8: inline). A checkbox counts with its label.
KLEIN = """() => {
    const imSatz = e => getComputedStyle(e).display === 'inline'
        && [...e.parentElement.childNodes].some(k => k !== e && k.textContent.trim() && k.nodeType === 3);
    const ziel = e => e.matches('input[type=checkbox], input[type=radio]') ? e.closest('label') || e : e;
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
        .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches('.sprunglink') && !imSatz(e))
        .filter(e => { const r = ziel(e).getBoundingClientRect(); return r.width < 24 || r.height < 24; })
        .map(e => e.outerHTML.slice(0, 160));
}"""
#: Sections with a heading and nothing below it.
LEER = """() => [...document.querySelectorAll('section, article')]
    .filter(e => e.checkVisibility() && e.querySelector('h2, h3')
        && e.innerText.trim() === e.querySelector('h2, h3').innerText.trim())
    .map(e => e.outerHTML.slice(0, 160))"""
#: What would still move although less motion is wanted.
BEWEGT = """() => [...document.querySelectorAll('*')].filter(e => {
    const s = getComputedStyle(e);
    return [s.transitionDuration, s.animationDuration].some(
        dauer => dauer.split(',').some(teil => parseFloat(teil) > 0)) && s.transitionProperty !== 'none';
}).map(e => e.outerHTML.slice(0, 120))"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seite(kontext_des_moduls):
    return kontext_des_moduls(reduced_motion="reduce").new_page()


@pytest.mark.parametrize("art", [*OEFFENTLICH, ANMELDUNG], ids=str)
def test_page_fits_a_narrow_window_and_fingers(seite, dienste, art):
    seite.goto(art.adresse(dienste))
    # Whatever can be unfolded fits, too.
    seite.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert seite.evaluate(LEER) == []
    for breite, hoehe in FENSTER:
        seite.set_viewport_size({"width": breite, "height": hoehe})
        assert seite.evaluate(UEBERSTAND) == {"rollweite": 0, "ueber": []}, (breite, hoehe)
        if art is not ANMELDUNG:
            assert seite.evaluate(KLEIN) == [], breite
            assert seite.evaluate(BEWEGT) == []
