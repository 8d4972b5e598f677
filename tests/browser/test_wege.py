"""From the first page to a telephone number, with the keyboard only and without JavaScript (S37)."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def seite(kontext):
    return kontext(360, 740, java_script_enabled=False).new_page()


def zum_fokus(seite, ziel, grenze=200):
    """Press Tab until the element has the focus."""
    for _ in range(grenze):
        seite.keyboard.press("Tab")
        if ziel.and_(seite.locator(":focus")).count():
            return
    raise AssertionError(f"Die Tastatur erreicht {ziel} nicht.")


def mit_tastatur(seite, ziel):
    """Activate a link or button with the keyboard only."""
    zum_fokus(seite, ziel)
    with seite.expect_navigation():
        seite.keyboard.press("Enter")


def test_resident_finds_a_number_within_two_clicks(seite, voll):
    seite.goto(f"{voll.adresse}/")
    mit_tastatur(seite, seite.get_by_role("link", name="Ich bin betroffen"))
    assert urlsplit(seite.url).path == "/hilfe/"
    ruf = seite.locator("main a[href^='tel:']").first
    assert ruf.is_visible()
    zum_fokus(seite, ruf)
    assert re.fullmatch(r"tel:\+?\d+", ruf.get_attribute("href"))


@pytest.mark.parametrize(
    "frage",
    [
        "Ich bin betroffen",
        "Jemand hat sich mir anvertraut",
        "Ich habe eine Vermutung",
        "Ich bin unter 18",
        "Ich bekomme in der Nachbarschaft etwas mit",
        "Ich will mein Verhalten ändern",
    ],
)
def test_every_situation_leads_to_a_number_by_mouse(seite, voll, frage):
    seite.goto(f"{voll.adresse}/")
    with seite.expect_navigation():
        seite.get_by_role("link", name=frage).click()
    assert seite.locator("main a[href^='tel:']:visible").count() > 0


def test_offer_is_reached_by_keyboard_and_names_its_number_first(seite, voll):
    seite.goto(f"{voll.adresse}/")
    mit_tastatur(seite, seite.get_by_role("link", name="Ich habe eine Vermutung"))
    mit_tastatur(seite, seite.locator("main article h2 a").first)
    assert seite.locator("h1").count() == 1
    zum_fokus(seite, seite.locator("main a[href^='tel:']").first)


def test_offer_without_any_number_leads_to_those_for_everybody(seite, voll):
    seite.goto(f"{voll.adresse}/hilfe/karges-angebot/")
    mit_tastatur(seite, seite.get_by_role("link", name="Nummern, die bundesweit helfen"))
    seite.keyboard.press("Tab")
    assert seite.locator(":focus").get_attribute("href").startswith("tel:")


def test_skip_link_leads_past_the_header(seite, voll):
    seite.goto(f"{voll.adresse}/hilfe/")
    seite.keyboard.press("Tab")
    sprung = seite.locator(":focus")
    assert sprung.inner_text() == "Zum Inhalt springen"
    assert sprung.bounding_box()["y"] >= 0
    seite.keyboard.press("Enter")
    seite.keyboard.press("Tab")
    assert seite.locator("main :focus").count() == 1


def test_search_leads_to_an_entry_and_its_number_by_keyboard(seite, voll):
    seite.goto(f"{voll.adresse}/")
    zum_fokus(seite, seite.locator("#suchfeld"))
    seite.keyboard.type("Vernachlässigung Bielefeld")
    with seite.expect_navigation():
        seite.keyboard.press("Enter")
    assert urlsplit(seite.url).path == "/suche/"
    assert parse_qs(urlsplit(seite.url).query) == {"q": ["Vernachlässigung Bielefeld"]}
    assert "Vernachlässigung" not in seite.title()
    mit_tastatur(
        seite, seite.locator("main article").get_by_role("link", name="Ärztliche Beratungsstelle").first
    )
    assert urlsplit(seite.url).path.startswith("/hilfe/aerztliche-beratungsstelle")
    ruf = seite.locator("main a[href^='tel:']").first
    zum_fokus(seite, ruf)
    assert re.fullmatch(r"tel:\+?\d+", ruf.get_attribute("href"))


def test_search_of_any_page_keeps_its_words(seite, voll):
    seite.goto(f"{voll.adresse}/organisationen/")
    feld = seite.get_by_role("searchbox", name="Suchen")
    zum_fokus(seite, feld)
    seite.keyboard.type("mein mann schlägt mich")
    with seite.expect_navigation():
        seite.keyboard.press("Enter")
    assert feld.input_value() == "mein mann schlägt mich"
    assert seite.locator("main a[href^='tel:']").first.is_visible()


def test_in_danger_the_first_tap_of_the_page_calls(seite, voll):
    seite.goto(f"{voll.adresse}/suche/?q=er+steht+vor+der+t%C3%BCr")
    assert seite.locator("main a").first.get_attribute("href") == "tel:110"
    assert seite.locator("main a").first.bounding_box()["y"] < 740 / 2 + 100


def test_filters_unfold_apply_and_are_taken_back_without_javascript(seite, voll):
    seite.goto(f"{voll.adresse}/netzwerke/")
    alle = seite.locator("main article").count()
    zum_fokus(seite, seite.locator(".filter__schalter > summary"))
    seite.keyboard.press("Enter")
    seite.get_by_label("Sozialraum").select_option("haspe")
    with seite.expect_navigation():
        seite.get_by_role("button", name="Ergebnisse zeigen").click()
    assert parse_qs(urlsplit(seite.url).query).get("sozialraum") == ["haspe"]
    assert 0 < seite.locator("main article").count() < alle
    assert seite.get_by_role("link", name="AK 90").count() >= 1
    with seite.expect_navigation():
        seite.locator("a.chip").first.click()
    assert "sozialraum" not in seite.url
    assert seite.locator("main article").count() == alle


def test_portrait_unfolds_without_javascript(seite, voll):
    seite.goto(f"{voll.adresse}/netzwerke/volles-netzwerk/")
    antwort = seite.get_by_text("Aus einem Runden Tisch.", exact=True)
    assert not antwort.is_visible()
    zum_fokus(seite, seite.locator("summary.kern-accordion__header").first)
    seite.keyboard.press("Enter")
    assert antwort.is_visible()
