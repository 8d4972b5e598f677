"""Suggestions under the search box: by keyboard, mouse and finger, with trouble, and without a trace (S1, S2, S6, S36–S38)."""

import json
import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.test_ausgang import FREI
from tests.browser.test_barrieren import pruefe
from tests.browser.test_platz import KLEIN, UEBERSTAND
from tests.browser.test_spuren import SPEICHER

#: Where there is a box: the header of a page, and the home page.
SEITEN = ("/hilfe/", "/")
UMRISS = (
    "e => parseFloat(getComputedStyle(e).outlineWidth) >= 2 && getComputedStyle(e).outlineStyle !== 'none'"
)

pytestmark = pytest.mark.browser


class Feld:
    """A search box with its list of suggestions."""

    def __init__(self, seite):
        self.seite = seite
        self.eingabe = seite.get_by_role("combobox").first
        self.liste = seite.get_by_role("listbox", name="Vorschläge")
        self.zeilen = self.liste.get_by_role("option")

    def tippen(self, text):
        self.eingabe.focus()
        self.seite.keyboard.type(text, delay=5)

    def druecken(self, *tasten):
        for taste in tasten:
            self.seite.keyboard.press(taste)

    @property
    def gewaehlt(self):
        """The suggestion that has the keyboard, as assistive technology is told."""
        kennung = self.eingabe.get_attribute("aria-activedescendant")
        zeilen = self.seite.locator("[role=option][aria-selected=true]").all()
        assert [zeile.get_attribute("id") for zeile in zeilen] == ([kennung] if kennung else [])
        return zeilen[0].inner_text() if zeilen else None

    def offen(self):
        expect(self.liste).to_be_visible()
        expect(self.eingabe).to_have_attribute("aria-expanded", "true")

    def geschlossen(self):
        expect(self.liste).to_be_hidden()
        expect(self.eingabe).to_have_attribute("aria-expanded", "false")
        assert self.eingabe.get_attribute("aria-activedescendant") is None


@pytest.fixture
def meldungen():
    return []


@pytest.fixture
def oeffnen(kontext, voll, meldungen):
    """Open a page; what its console says must stay empty but for what a test takes out."""

    def oeffnen(pfad="/hilfe/", **optionen):
        seite = kontext(**optionen).new_page()
        seite.on("console", lambda meldung: meldungen.append(meldung.text))
        seite.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
        seite.goto(f"{voll.adresse}{pfad}")
        return Feld(seite)

    yield oeffnen
    assert meldungen == []


def suchanfrage(adresse):
    teile = urlsplit(adresse)
    return teile.path, parse_qs(teile.query).get("q")


def antworten(seite, *namen, verzug=0):
    """Answer in the server's place, after a while."""

    def antworten(route):
        time.sleep(verzug)
        vorschlaege = [{"name": name, "art": "Thema", "ziel": "/"} for name in namen]
        route.fulfill(
            content_type="application/json",
            body=json.dumps({"titel": "Vorschläge", "meldung": "", "vorschlaege": vorschlaege}),
        )

    seite.route("**/suche/vorschlaege?*", antworten)


# --- keyboard -------------------------------------------------------------------------------------


@pytest.mark.parametrize("pfad", SEITEN)
def test_list_opens_while_typing_and_is_announced(oeffnen, pfad):
    feld = oeffnen(pfad)
    feld.geschlossen()
    feld.tippen("stalk")
    feld.offen()
    assert feld.gewaehlt is None
    assert feld.zeilen.first.inner_text().split("\n") == ["Stalking", "Thema"]
    assert feld.eingabe.get_attribute("aria-controls") == feld.liste.get_attribute("id")
    expect(feld.eingabe.locator("xpath=..").get_by_role("status")).to_have_text(
        re.compile(rf"^{feld.zeilen.count()} Vorschläge$")
    )
    expect(feld.eingabe).to_be_focused()


def test_arrows_walk_through_the_list_and_back_to_the_box(oeffnen):
    feld = oeffnen()
    feld.tippen("stalk")
    feld.offen()
    texte = feld.zeilen.all_inner_texts()
    weg = []
    for _ in range(len(texte) + 1):
        feld.druecken("ArrowDown")
        weg.append(feld.gewaehlt)
    assert weg == [*texte, None]
    feld.druecken("ArrowUp")
    assert feld.gewaehlt == texte[-1]
    assert feld.zeilen.last.evaluate(UMRISS)
    expect(feld.eingabe).to_be_focused()
    expect(feld.eingabe).to_have_value("stalk")


def test_enter_follows_the_chosen_suggestion(oeffnen, voll):
    feld = oeffnen()
    feld.tippen("ak 9")
    feld.offen()
    feld.druecken("ArrowDown")
    with feld.seite.expect_navigation():
        feld.druecken("Enter")
    assert urlsplit(feld.seite.url).path == "/netzwerke/ak-90/"


def test_enter_without_a_choice_searches_for_what_was_typed(oeffnen):
    feld = oeffnen()
    feld.tippen("stalk")
    feld.offen()
    with feld.seite.expect_navigation():
        feld.druecken("Enter")
    assert suchanfrage(feld.seite.url) == ("/suche/", ["stalk"])


def test_escape_closes_the_list_and_does_nothing_else(oeffnen):
    feld = oeffnen()
    feld.tippen("stalk")
    feld.offen()
    adresse = feld.seite.url
    feld.druecken("ArrowDown", "Escape")
    feld.geschlossen()
    expect(feld.eingabe).to_have_value("stalk")
    expect(feld.eingabe).to_be_focused()
    assert feld.seite.url == adresse
    # An arrow asks for them again.
    feld.druecken("ArrowDown")
    feld.offen()


def test_leaving_or_emptying_the_box_closes_the_list(oeffnen):
    feld = oeffnen()
    feld.tippen("stalk")
    feld.offen()
    feld.druecken("Tab")
    feld.geschlossen()
    expect(feld.seite.get_by_role("button", name="Suchen").first).to_be_focused()
    feld.eingabe.focus()
    feld.druecken("ArrowDown")
    feld.offen()
    feld.eingabe.fill("s")
    feld.geschlossen()


# --- mouse and finger -----------------------------------------------------------------------------


def test_mouse_chooses(oeffnen):
    feld = oeffnen("/")
    feld.tippen("hasp")
    feld.offen()
    with feld.seite.expect_navigation():
        feld.zeilen.filter(has_text="Stadtbezirk").click()
    assert suchanfrage(feld.seite.url) == ("/suche/", ["Haspe Hagen"])


def test_finger_chooses(oeffnen):
    feld = oeffnen("/", breite=360, hoehe=640, has_touch=True, is_mobile=True)
    feld.tippen("stalk")
    feld.offen()
    with feld.seite.expect_navigation():
        feld.zeilen.first.tap()
    assert suchanfrage(feld.seite.url) == ("/suche/", ["Stalking"])


# --- trouble --------------------------------------------------------------------------------------


def test_failing_request_leaves_a_plain_search_box(oeffnen, meldungen):
    feld = oeffnen()
    feld.seite.route("**/suche/vorschlaege?*", lambda route: route.abort())
    with feld.seite.expect_event("requestfailed"):
        feld.tippen("stalk")
    feld.geschlossen()
    with feld.seite.expect_navigation():
        feld.druecken("Enter")
    assert suchanfrage(feld.seite.url) == ("/suche/", ["stalk"])
    assert {meldung.split(":")[0] for meldung in meldungen} == {"Failed to load resource"}
    meldungen.clear()


def test_error_page_instead_of_an_answer_is_not_shown(oeffnen, meldungen):
    feld = oeffnen()
    feld.tippen("stalk")
    feld.offen()
    feld.seite.route(
        "**/suche/vorschlaege?*",
        lambda route: route.fulfill(status=500, content_type="text/html", body="<p>Störung"),
    )
    feld.tippen("i")
    feld.geschlossen()
    assert {meldung.split(":")[0] for meldung in meldungen} == {"Failed to load resource"}
    meldungen.clear()


def test_late_answer_to_an_older_question_is_not_shown(oeffnen):
    feld = oeffnen()
    antworten(feld.seite, "Veraltet", verzug=0.6)
    with feld.seite.expect_request("**/suche/vorschlaege?*"):
        feld.tippen("st")
    feld.seite.unroute("**/suche/vorschlaege?*")
    feld.tippen("alk")
    feld.offen()
    feld.seite.wait_for_timeout(1000)
    assert feld.zeilen.first.inner_text().startswith("Stalking")


def test_fast_typing_does_not_ask_with_every_letter(oeffnen):
    feld = oeffnen()
    fragen = []
    feld.seite.on("request", lambda request: fragen.append(suchanfrage(request.url)))
    with feld.seite.expect_response("**/suche/vorschlaege?q=stalking"):
        feld.tippen("stalking")
    feld.offen()
    # A busy machine may pause between two letters.
    assert len([pfad for pfad, _worte in fragen if pfad == "/suche/vorschlaege"]) < len("stalking") / 2


def test_markup_in_an_answer_is_shown_as_text(oeffnen):
    boese = "<img src=x onerror=alert(1)><b>fett</b>"
    feld = oeffnen()
    antworten(feld.seite, boese)
    feld.tippen("stalk")
    feld.offen()
    assert feld.zeilen.first.locator("span").first.inner_text() == boese
    assert feld.liste.locator("img, b").count() == 0


def test_search_works_without_the_script(kontext, voll):
    seite = kontext(java_script_enabled=False).new_page()
    seite.goto(f"{voll.adresse}/hilfe/")
    assert seite.get_by_role("combobox", name="Suchen").count() == 0
    seite.get_by_role("searchbox", name="Suchen").fill("stalk")
    with seite.expect_navigation():
        seite.keyboard.press("Enter")
    assert suchanfrage(seite.url) == ("/suche/", ["stalk"])


# --- traces, room, barriers -----------------------------------------------------------------------


def test_suggestions_leave_nothing_in_the_browser(oeffnen):
    feld = oeffnen()
    anfragen = []
    feld.seite.on("request", lambda request: anfragen.append(request))
    for text in ("stalk", "ing in hagen"):
        feld.tippen(text)
        feld.offen()
    assert set(feld.seite.evaluate(SPEICHER).values()) == {0}
    assert feld.seite.context.cookies() == []
    assert {urlsplit(anfrage.url).netloc for anfrage in anfragen} == {urlsplit(feld.seite.url).netloc}
    assert not [
        name for anfrage in anfragen for name in anfrage.all_headers() if name in ("cookie", "referer")
    ]
    fragen = [anfrage for anfrage in anfragen if urlsplit(anfrage.url).path == "/suche/vorschlaege"]
    assert {frage.response().header_value("cache-control") for frage in fragen} == {"no-store"}


@pytest.mark.parametrize("pfad", SEITEN)
def test_open_list_fits_and_leaves_the_exit_in_reach(oeffnen, pfad):
    feld = oeffnen(pfad, breite=320, hoehe=568)
    feld.tippen("gewalt")
    feld.offen()
    for breite, hoehe in ((320, 568), (320, 256), (1280, 800)):
        feld.seite.set_viewport_size({"width": breite, "height": hoehe})
        assert feld.seite.evaluate(UEBERSTAND) == {"rollweite": 0, "ueber": []}
        assert feld.seite.evaluate(KLEIN) == []
        assert all(ort["imBild"] and ort["unverdeckt"] for ort in feld.seite.evaluate(FREI))
        feld.druecken("ArrowDown")
        wahl = feld.zeilen.locator("xpath=self::*[@aria-selected='true']").bounding_box()
        leiste = feld.seite.locator(".ausgang").bounding_box()
        assert wahl["y"] + wahl["height"] <= leiste["y"] or wahl["y"] >= leiste["y"] + leiste["height"]


@pytest.mark.parametrize("pfad", SEITEN)
def test_axe_finds_nothing_in_the_open_list(oeffnen, pfad):
    feld = oeffnen(pfad)
    feld.tippen("gewalt")
    feld.offen()
    feld.druecken("ArrowDown")
    pruefe(feld.seite)
    feld.offen()


# --- the workplace --------------------------------------------------------------------------------


@pytest.mark.parametrize("skript", [True, False], ids=["mit-skript", "ohne-skript"])
def test_everyday_words_are_tried_before_they_are_saved(kontext, voll, skript):
    seite = kontext(java_script_enabled=skript, reduced_motion="reduce").new_page()
    seite.goto(f"{voll.adresse}/verwaltung/")
    seite.get_by_label("E-Mail").fill(voll.email)
    seite.get_by_label("Passwort").fill(voll.passwort)
    seite.get_by_role("button", name="Anmelden").click()
    seite.goto(f"{voll.adresse}/verwaltung/netzwerke/thema/?q=Stalking")
    seite.locator("#result_list tbody th a").first.click()
    worte = seite.locator("#id_suchworte")
    vorher = worte.input_value()
    worte.fill(f"{vorher}\nschleicht ums Haus herum\nich verfolge meine Ex")
    seite.get_by_role("button", name="Vorschau").click()
    seite.wait_for_url("**#vorschau")
    bereich = seite.get_by_role("region", name="Vorschau der Alltagsworte")
    expect(bereich).to_be_in_viewport()
    text = bereich.inner_text()
    assert "Anfrage „schleicht ums Haus herum“" in text
    assert "ich verfolge meine Ex: So spricht, wer selbst Gewalt ausübt." in text
    assert worte.input_value().endswith("ich verfolge meine Ex")
    if skript:
        pruefe(seite)
    seite.goto(seite.url.split("#")[0])
    assert worte.input_value() == vorher
