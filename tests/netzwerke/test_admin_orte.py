"""Areas and sites that something else depends on: deleting them, changing what they are referred to by (S9)."""

import pytest

from netzwerke.models import Gebiet, Standort
from tests import factories as f
from tests.verwaltung import adresse, fehler, formular

pytestmark = pytest.mark.django_db


@pytest.fixture
def haus_und_buero():
    """A protected site and a public one of the same organisation, which names a Stadtteil."""
    stadtteil = f.GebietFactory(stadtteil=True)
    organisation = f.OrganisationFactory(gebiete=[stadtteil])
    buero = f.StandortFactory(organisation=organisation, gebiet=stadtteil)
    return f.StandortFactory(organisation=organisation, geschuetzt=True), buero


@pytest.mark.parametrize("weg", ["seite", "aktion"])
def test_deleting_the_last_public_site_leaves_coarse_areas_only(admin_client, haus_und_buero, weg):  # S9
    haus, buero = haus_und_buero
    kreis = buero.gebiet.oberhalb.oberhalb
    if weg == "seite":
        antwort = admin_client.post(adresse(Standort, "delete", buero.pk), {"post": "yes"})
    else:
        daten = {"action": "delete_selected", "_selected_action": [buero.pk], "post": "yes"}
        antwort = admin_client.post(adresse(Standort, "changelist"), daten)
    assert antwort.status_code == 302
    assert list(haus.organisation.standorte.all()) == [haus]
    assert list(haus.organisation.gebiete.all()) == [kreis]


def test_key_by_which_sites_refer_to_an_area_is_not_changed(admin_client):
    kreis = f.StandortFactory(geschuetzt=True).grobgebiet
    url = adresse(Gebiet, "change", kreis.pk)
    daten = formular(admin_client, url)
    assert fehler(admin_client.post(url, {**daten, "ars": "77777"})) == [
        "Mit diesem Schlüssel verweisen Standorte ohne Anschrift auf das Gebiet. Bitte legen Sie für den neuen "
        "Schlüssel ein eigenes Gebiet an und wählen Sie es bei diesen Standorten."
    ]
    assert admin_client.post(url, {**daten, "name": "Neuer Name"}).status_code == 302
    unbenutzt = f.GebietFactory(kreis=True)
    url = adresse(Gebiet, "change", unbenutzt.pk)
    assert admin_client.post(url, {**formular(admin_client, url), "ars": "77777"}).status_code == 302
