"""Every public page: no cookie, nothing kept, nothing fetched elsewhere, no search word in the title (S5, S6, S8)."""

import re

import pytest
from django.urls import reverse

from netzwerke.urls import SEITEN, urlpatterns
from tests import factories

BETRIEB = {"healthz", "bereit"}
#: Answers that are no page.
DATEN = {"suche-vorschlaege"}
DETAILSEITEN = {
    "angebot-detail": factories.HilfeangebotFactory,
    "fachkraefte-detail": factories.HilfeangebotFactory,
    "detail": factories.NetzwerkFactory,
    "organisation-detail": factories.OrganisationFactory,
    "sozialraum-detail": factories.SozialraumFactory,
}
NAMEN = sorted(muster.name for muster in urlpatterns if muster.name not in BETRIEB)
FREMDES = re.compile(
    r"""<(?:link|script|img|source|iframe|use)\b[^>]*?\b(?:href|src|srcset)=["'](?:https?:)?//"""
)

pytestmark = pytest.mark.django_db


def adresse(name):
    """The address of the page with this URL name, with something on it."""
    if name in DETAILSEITEN:
        besonderheit = {"nur_fachkraefte": True} if name == "fachkraefte-detail" else {}
        return reverse(f"netzwerke:{name}", args=[DETAILSEITEN[name](**besonderheit).slug])
    if name in SEITEN:
        factories.SeiteFactory(slug=name, titel=name, oeffentlich=True)
    return reverse(f"netzwerke:{name}")


@pytest.mark.parametrize("name", NAMEN)
def test_page_sets_no_cookie_and_is_not_kept(client, name):
    antwort = client.get(adresse(name), {"q": "geheimes Suchwort"})
    assert antwort.status_code == 200
    assert not antwort.cookies
    assert "Cookie" not in antwort.headers.get("Vary", "")
    assert antwort.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified"} & set(antwort.headers)
    assert antwort.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("name", NAMEN)
def test_page_fetches_nothing_from_elsewhere_and_holds_no_inline_code(client, name):
    html = client.get(adresse(name)).content.decode()
    assert FREMDES.search(html) is None
    assert re.search(r"<script(?![^>]*\bsrc=)", html) is None
    assert re.search(r"<style|\sstyle=|\son[a-z]+=", html) is None


@pytest.mark.parametrize("name", sorted({*NAMEN} - DATEN))
def test_search_words_stay_out_of_the_title(client, name):
    html = client.get(adresse(name), {"q": "geheimes Suchwort"}).content.decode()
    titel = re.search(r"<title>(.*?)</title>", html, re.DOTALL).group(1)
    assert "geheim" not in titel.lower()


@pytest.mark.parametrize("name", sorted(BETRIEB))
def test_probe_is_not_kept_and_sets_no_cookie(client, name):
    antwort = client.get(reverse(f"netzwerke:{name}"))
    assert (antwort.status_code, antwort.headers["Cache-Control"]) == (200, "no-store")
    assert not antwort.cookies
