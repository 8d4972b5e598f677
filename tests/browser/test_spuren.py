"""A crawl of the whole public site leaves nothing behind and asks nobody else (S5, S6, S29–S31)."""

from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

import pytest

from tests.browser.seiten import OEFFENTLICH

#: Counts what a page stored in the browser, in every way there is.
SPEICHER = """async () => ({
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    indexedDB: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    serviceWorker: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie.length,
})"""
VERWEISE = "() => [...document.querySelectorAll('a[href], area[href]')].map(a => a.href)"
MARKEN = """() => [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
    .filter(id => id && !document.getElementById(id))"""
SCHUTZ = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
NIE = {"set-cookie", "etag", "last-modified", "expires"}
#: Far more than the site has; a crawl that never ends is an error of its own.
GRENZE = 2000

pytestmark = pytest.mark.browser


@dataclass
class Befund:
    """What the crawl saw."""

    seiten: set[str] = field(default_factory=set)
    mangel: list[str] = field(default_factory=list)
    speicher: set[tuple[str, int]] = field(default_factory=set)
    cookies: list = field(default_factory=list)


def kopfmaengel(antwort):
    kopf = antwort.all_headers()
    for name, wert in SCHUTZ.items():
        if kopf.get(name) != wert:
            yield f"{antwort.url}: {name}={kopf.get(name)}"
    for name in NIE & set(kopf):
        yield f"{antwort.url}: {name}"
    if "cookie" in kopf.get("vary", "").lower():
        yield f"{antwort.url}: Vary: {kopf['vary']}"
    richtlinie = kopf.get("content-security-policy", "")
    if "default-src 'none'" not in richtlinie or "unsafe" in richtlinie:
        yield f"{antwort.url}: Content-Security-Policy: {richtlinie}"


def beobachten(seite, wirt, befund):
    """Note requests elsewhere and whatever the console reports; returns the list of answers to look at."""
    antworten = []

    def anfrage(request):
        if not request.url.startswith("data:") and urlsplit(request.url).netloc != wirt:
            befund.mangel.append(f"{seite.url} fragt {request.url}")

    def meldung(message):
        befund.mangel.append(f"{seite.url} meldet {message.type}: {message.text}")

    seite.on("request", anfrage)
    seite.on("response", lambda response: antworten.append(response))
    seite.on("console", meldung)
    seite.on("pageerror", lambda fehler: befund.mangel.append(f"{seite.url}: {fehler}"))
    return antworten


def cookies_gesetzt(antworten):
    """Which of these answers, style sheets and fonts included, set a cookie; empties the list."""
    adressen = [antwort.url for antwort in antworten if "set-cookie" in antwort.all_headers()]
    antworten.clear()
    return [f"{adresse} setzt ein Cookie" for adresse in adressen]


def besuchen(seite, adresse, befund, antworten):
    """Load a page, note what is wrong with it, and return its links."""
    antwort = seite.goto(adresse, wait_until="load")
    befund.mangel.extend(cookies_gesetzt(antworten))
    if antwort.status >= 400:
        befund.mangel.append(f"{adresse}: {antwort.status}")
        return []
    befund.mangel.extend(kopfmaengel(antwort))
    befund.mangel.extend(f"{adresse}: Sprungziel #{marke} fehlt" for marke in seite.evaluate(MARKEN))
    befund.speicher.update(seite.evaluate(SPEICHER).items())
    return [urldefrag(verweis).url for verweis in seite.evaluate(VERWEISE)]


@pytest.fixture(scope="module")
def befund(kontext_des_moduls, voll):
    befund = Befund()
    kontext = kontext_des_moduls()
    seite = kontext.new_page()
    start = f"{voll.adresse}/"
    antworten = beobachten(seite, urlsplit(start).netloc, befund)
    # Filtered lists have links of their own, but no link leads to all of them.
    filter = [art for art in OEFFENTLICH if "?" in art.pfad]
    offen = [start, *(f"{voll.adresse}{art.pfad}" for art in filter)]
    befund.seiten.update(offen)
    while offen and len(befund.seiten) < GRENZE:
        for verweis in besuchen(seite, offen.pop(), befund, antworten):
            if verweis.startswith(start) and verweis not in befund.seiten:
                befund.seiten.add(verweis)
                offen.append(verweis)
    befund.cookies = kontext.cookies()
    return befund


def test_crawl_comes_to_its_end_and_meets_every_entry(befund, voll):
    assert len(befund.seiten) < GRENZE
    pfade = {urlsplit(adresse).path for adresse in befund.seiten}
    assert set(voll.eintraege) <= pfade
    # The workplace is not linked from public pages.
    assert not [pfad for pfad in pfade if pfad.startswith("/verwaltung")]


def test_every_page_answers_protected_and_asks_nobody_else(befund):
    assert befund.mangel == []


def test_nothing_is_stored_in_the_browser(befund):
    assert befund.cookies == []
    assert {anzahl for _ort, anzahl in befund.speicher} == {0}
    assert len(befund.speicher) == 6
