"""Who may do what: one table over every public address. An address that is missing here fails."""

import pytest
from django.urls import get_resolver, reverse

from netzwerke.urls import SEITEN
from tests.factories import (
    HilfeangebotFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SeiteFactory,
    SozialraumFactory,
    UserFactory,
)

# URL name → (GET, POST), the same for everybody: the public pages ignore sessions and take no forms.
TABELLE = {
    **dict.fromkeys(
        [
            "startseite",
            "suche",
            "suche-vorschlaege",
            "angebot-liste",
            "fachkraefte-liste",
            "liste",
            "organisation-liste",
            "sozialraum-liste",
        ],
        (200, 405),
    ),
    **dict.fromkeys(
        ["angebot-detail", "fachkraefte-detail", "detail", "organisation-detail", "sozialraum-detail"],
        (200, 405),
    ),
    **dict.fromkeys(SEITEN, (200, 405)),
    **dict.fromkeys(["healthz", "bereit"], (200, 405)),
}


@pytest.fixture
def slugs():
    for slug in SEITEN:
        SeiteFactory(slug=slug)
    return {
        "angebot-detail": HilfeangebotFactory().slug,
        "fachkraefte-detail": HilfeangebotFactory(nur_fachkraefte=True).slug,
        "detail": NetzwerkFactory().slug,
        "organisation-detail": OrganisationFactory().slug,
        "sozialraum-detail": SozialraumFactory().slug,
    }


@pytest.fixture(params=["anonym", "koordination", "administration"])
def besuch(request, client):
    if request.param != "anonym":
        client.force_login(UserFactory(is_staff=True, is_superuser=request.param == "administration"))
    return client


def test_every_public_address_is_in_the_table():
    namen = {muster.name for muster in get_resolver("netzwerke.urls").url_patterns}
    assert namen == set(TABELLE)


@pytest.mark.django_db
def test_public_pages_answer_everybody_alike(besuch, slugs):
    antworten = {}
    for name in TABELLE:
        adresse = reverse(f"netzwerke:{name}", args=[slugs[name]] if name in slugs else [])
        antworten[name] = (besuch.get(adresse).status_code, besuch.post(adresse).status_code)
    assert antworten == TABELLE


@pytest.mark.django_db
def test_public_pages_touch_no_session(besuch, slugs):
    for name in TABELLE:
        antwort = besuch.get(reverse(f"netzwerke:{name}", args=[slugs[name]] if name in slugs else []))
        assert (name, antwort.cookies.output(), "Cookie" in antwort.headers.get("Vary", "")) == (
            name,
            "",
            False,
        )


@pytest.mark.django_db
def test_workplace_sends_strangers_to_the_login(client):
    antwort = client.get(reverse("admin:index"))
    assert (antwort.status_code, antwort.headers["Location"]) == (302, "/verwaltung/login/?next=/verwaltung/")
