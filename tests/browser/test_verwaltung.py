"""What is edited in the workplace shows on the public pages, and what goes wrong there is told (S29, S30, S36)."""

from urllib.parse import urlsplit

import pytest

from tests.browser.test_barrieren import pruefe
from tests.browser.test_html import fehler

#: What the checker does not like about Django's own forms.
VON_DJANGO = (
    "Element “option” without attribute “label” must not be empty.",
    "The value of the “for” attribute",
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def meldungen():
    """Whatever the console said, violations of the policy above all; emptied before each test."""
    return []


@pytest.fixture(scope="module")
def angemeldet(kontext_des_moduls, voll, meldungen):
    seite = kontext_des_moduls().new_page()

    def melden(meldung):
        # Chromium's own advice comes as another type.
        if meldung.type in {"error", "warning"}:
            meldungen.append(f"{urlsplit(seite.url).path}: {meldung.text}")

    seite.on("console", melden)
    seite.on("pageerror", lambda fehler: meldungen.append(f"{urlsplit(seite.url).path}: {fehler}"))
    seite.goto(f"{voll.adresse}/verwaltung/")
    seite.get_by_label("E-Mail").fill(voll.email)
    seite.get_by_label("Passwort").fill(voll.passwort)
    seite.get_by_role("button", name="Anmelden").click()
    seite.wait_for_url(f"{voll.adresse}/verwaltung/")
    return seite


@pytest.fixture
def seite(angemeldet, meldungen):
    meldungen.clear()
    yield angemeldet
    assert meldungen == []


def aendern(seite, voll, art, suchwort):
    """Open the first entry of this kind that the list's search finds."""
    seite.goto(f"{voll.adresse}/verwaltung/netzwerke/{art}/")
    seite.locator("#searchbar").fill(suchwort)
    seite.locator("#searchbar").press("Enter")
    seite.locator("#result_list tbody th a").first.click()


def auswaehlen(seite, feld, suchwort):
    """Choose the first suggestion of an autocomplete field."""
    seite.locator(f"{feld} .select2-selection").click()
    # A field for several has its own line to type in, others open one.
    seite.locator(".select2-search__field:focus").type(suchwort)
    vorschlag = seite.locator(".select2-results__option--highlighted").filter(has_text=suchwort)
    vorschlag.first.click()


def test_wrong_password_is_told_accessibly(kontext, voll):
    seite = kontext().new_page()
    seite.goto(f"{voll.adresse}/verwaltung/login/")
    seite.get_by_label("E-Mail").fill(voll.email)
    seite.get_by_label("Passwort").fill("falsch")
    seite.get_by_role("button", name="Anmelden").click()
    seite.locator(".errornote").wait_for()
    pruefe(seite)


def test_form_from_elsewhere_is_refused_with_a_page_of_our_own(kontext, voll):
    fremd = kontext()
    seite = fremd.new_page()
    seite.goto(f"{voll.adresse}/verwaltung/login/")
    fremd.clear_cookies()
    seite.get_by_label("E-Mail").fill(voll.email)
    seite.get_by_label("Passwort").fill("falsch")
    with seite.expect_navigation() as antwort:
        seite.get_by_role("button", name="Anmelden").click()
    assert antwort.value.status == 403
    assert seite.get_by_role("link", name="Seite schnell verlassen").is_visible()
    pruefe(seite)


def test_network_is_edited_with_autocomplete_and_rows(seite, voll):
    aendern(seite, voll, "netzwerk", "Bündnis im Land")
    auswaehlen(seite, ".field-themen", "Stalking")
    vorher = seite.locator("[id^=mitgliedschaften-]:is(tr, .inline-related):not(.empty-form)").count()
    seite.locator("#mitgliedschaften-group .add-row a").click()
    zeilen = seite.locator("[id^=mitgliedschaften-]:is(tr, .inline-related):not(.empty-form)")
    assert zeilen.count() == vorher + 1
    auswaehlen(seite, f"#mitgliedschaften-{vorher} .field-organisation", "Frauenforum")
    seite.locator("input[name=_continue]").click()
    seite.locator(".messagelist .success").wait_for()
    assert "Stalking" in seite.locator(".field-themen").inner_text()
    seite.get_by_role("link", name="Auf der Website anzeigen").click()
    seite.wait_for_url(f"{voll.adresse}/netzwerke/karges-netzwerk/")
    text = seite.locator("main").inner_text()
    assert "Frauenforum Unna" in text
    assert "Stalking" in text


def test_wrong_opening_hours_are_told_beside_the_field(seite, voll):
    aendern(seite, voll, "hilfeangebot", "Gruppe")
    seite.locator("#id_oeffnungszeiten").fill("montags von neun bis zwölf")
    seite.locator("input[name=_continue]").click()
    seite.locator(".field-oeffnungszeiten .errorlist").wait_for()
    seite.locator("#id_oeffnungszeiten").fill("Mo 09:00-12:00; PH off")
    seite.locator("input[name=_continue]").click()
    seite.locator(".messagelist .success").wait_for()
    assert "Montag 9–12 Uhr" in seite.locator("#content").inner_text()


def test_forms_are_valid_html_but_for_what_django_writes(angemeldet, voll, tmp_path):
    datei = tmp_path / "formular.html"
    abruf = angemeldet.context.request
    datei.write_bytes(abruf.get(f"{voll.adresse}/verwaltung/netzwerke/sozialraum/add/").body())
    eigene = [meldung for meldung in fehler([datei]) if not any(satz in meldung for satz in VON_DJANGO)]
    assert eigene == []
