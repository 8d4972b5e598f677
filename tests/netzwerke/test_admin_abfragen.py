"""Addresses that nobody's link leads to: the workplace answers them without an error page (S28)."""

import pytest

from netzwerke.models import Kontakt, Netzwerk, Organisation, Standort
from tests import factories as f
from tests.verwaltung import adresse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["status__exact", "zustaendig", "art", "_changelist_filters"])
def test_list_takes_no_nul(admin_client, name):
    antwort = admin_client.get(adresse(Netzwerk, "changelist"), {name: "a\0b"})
    assert (antwort.status_code, antwort.headers["Location"]) == (302, "/verwaltung/netzwerke/netzwerk/?e=1")


@pytest.mark.parametrize("wert", ["\0", "abc", "²", "-1", "9" * 30, "1,x"])
def test_new_entry_begins_without_values_that_make_no_sense(admin_client, wert):
    for model, felder in (
        (Netzwerk, ("name", "art", "innerhalb_von", "themen", "zustaendig", "gibt_es_nicht")),
        (Kontakt, ("organisation", "bestaetigt_am", "intervall_tage")),
        (Standort, ("organisation", "grobgebiet", "breite", "stufenlos")),
    ):
        antwort = admin_client.get(adresse(model, "add"), dict.fromkeys(felder, wert))
        assert (model, antwort.status_code) == (model, 200)


def test_new_entry_begins_with_what_a_link_says(admin_client):
    organisation, thema = f.OrganisationFactory(), f.ThemaFactory()
    antwort = admin_client.get(
        adresse(Netzwerk, "add"),
        {"name": "AK 90", "innerhalb_von": organisation.pk, "themen": f"{thema.pk}"},
    )
    anfang = antwort.context["adminform"].form.initial
    assert (anfang["name"], anfang["innerhalb_von"], anfang["themen"]) == (
        "AK 90",
        str(organisation.pk),
        [str(thema.pk)],
    )
    assert organisation.name in antwort.text


def test_unknown_entry_leads_back(admin_client):
    assert admin_client.get(adresse(Organisation, "change", 10**30)).status_code == 302
