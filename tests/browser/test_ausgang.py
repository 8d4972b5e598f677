""" "Seite schnell verlassen" is in reach on every page, and never in the way of the keyboard (S1, S37)."""

import pytest

from tests.browser.seiten import OEFFENTLICH

ZIEL = "https://www.wetter.com/"
BREITEN = [(320, 568), (1280, 800)]

#: At the top, middle and end of the page: is the middle and each corner of the link the link itself?
FREI = """() => {
    const weg = document.querySelector('.ausgang__weg');
    const hoehe = document.documentElement.scrollHeight - innerHeight;
    return [0, hoehe / 2, hoehe].map(oben => {
        scrollTo(0, oben);
        const r = weg.getBoundingClientRect();
        const punkte = [[.5, .5], [.02, .1], [.98, .1], [.02, .9], [.98, .9]];
        return {
            hoehe: r.height,
            imBild: r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth,
            unverdeckt: punkte.every(([x, y]) =>
                weg.contains(document.elementFromPoint(r.left + x * r.width, r.top + y * r.height))),
        };
    });
}"""

#: What has the focus, whether it can be seen to have it, and how it lies to the exit bar and the window.
FOKUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const umriss = knoten => {
        const s = getComputedStyle(knoten);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
    };
    const leiste = document.querySelector('.ausgang');
    const r = e.getBoundingClientRect(), b = leiste.getBoundingClientRect();
    return {
        was: e.outerHTML.slice(0, 120),
        sichtbar: umriss(e) || umriss(e.parentElement) || umriss(e.closest('.lage') || e),
        frei: leiste.contains(e) || r.bottom <= b.top || r.top >= b.bottom,
        imBild: r.height > 0 && r.top >= -1 && r.bottom <= innerHeight + 1,
    };
}"""
#: Anything the keyboard reaches.
HALTE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true})).length"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seite(kontext_des_moduls):
    return kontext_des_moduls().new_page()


@pytest.mark.parametrize("art", OEFFENTLICH, ids=str)
def test_exit_is_a_plain_link_in_reach_wherever_one_reads(seite, dienste, art):
    seite.goto(art.adresse(dienste))
    weg = seite.get_by_role("link", name="Seite schnell verlassen")
    assert weg.count() == 1
    assert weg.get_attribute("href") == ZIEL
    assert "noreferrer" in weg.get_attribute("rel")
    for breite, hoehe in BREITEN:
        seite.set_viewport_size({"width": breite, "height": hoehe})
        for stelle in seite.evaluate(FREI):
            assert stelle["hoehe"] >= 44
            assert (stelle["imBild"], stelle["unverdeckt"]) == (True, True), breite


def test_leaving_works_without_javascript_and_sends_no_referrer(kontext, voll):
    offen = kontext(320, 568, java_script_enabled=False)
    anfragen = []

    def nachbar(route):
        anfragen.append(route.request.all_headers())
        route.fulfill(body="<title>Wetter</title>", content_type="text/html")

    offen.route(f"{ZIEL}**", nachbar)
    seite = offen.new_page()
    seite.goto(f"{voll.adresse}/hilfe/?thema=stalking")
    seite.get_by_role("link", name="Seite schnell verlassen").click()
    seite.wait_for_url(ZIEL)
    assert seite.title() == "Wetter"
    assert len(anfragen) == 1
    assert "referer" not in anfragen[0]
    assert len(offen.pages) == 1


def durchgehen(seite, taste):
    """Press the key until the focus comes back to the page itself; returns what had it on the way."""
    halte = seite.evaluate(HALTE)
    gesehen = []
    for _ in range(halte + 5):
        seite.keyboard.press(taste)
        fokus = seite.evaluate(FOKUS)
        if fokus is None:
            break
        gesehen.append(fokus)
    assert len(gesehen) >= halte, "Die Tastatur erreicht nicht alles."
    return gesehen


# Forwards where the bar lies below, backwards where it lies above.
@pytest.mark.parametrize(("breite", "hoehe", "taste"), [(320, 568, "Tab"), (1280, 500, "Shift+Tab")])
@pytest.mark.parametrize("art", OEFFENTLICH, ids=str)
def test_focus_is_visible_and_never_under_the_exit_bar(seite, dienste, art, breite, hoehe, taste):
    seite.set_viewport_size({"width": breite, "height": hoehe})
    seite.goto(art.adresse(dienste))
    schlecht = [
        fokus
        for fokus in durchgehen(seite, taste)
        if not (fokus["sichtbar"] and fokus["frei"] and fokus["imBild"])
    ]
    assert schlecht == []
