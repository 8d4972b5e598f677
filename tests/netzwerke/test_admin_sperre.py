"""Optimistic lock: nobody overwrites what somebody else saved meanwhile, and no input is lost."""

import pytest
from django.contrib.admin.models import LogEntry

from netzwerke.models import (
    Arbeitsbereich,
    Hilfeangebot,
    Kontakt,
    Mitgliedschaft,
    Netzwerk,
    Organisation,
    Sozialraum,
    Standort,
    VeralteterStand,
)
from tests import factories as f
from tests.verwaltung import adresse, fehler, formular

pytestmark = pytest.mark.django_db

VERALTET = VeralteterStand().messages
EINTRAEGE = {
    Netzwerk: (f.NetzwerkFactory, "name"),
    Organisation: (f.OrganisationFactory, "name"),
    Hilfeangebot: (f.HilfeangebotFactory, "name"),
    Sozialraum: (f.SozialraumFactory, "name"),
    Kontakt: (f.KontaktFactory, "funktion"),
}


@pytest.mark.parametrize("model", EINTRAEGE, ids=lambda model: model.__name__)
def test_saving_raises_the_version_by_one(admin_client, model):
    fabrik, feld = EINTRAEGE[model]
    zeile = fabrik()
    url = adresse(model, "change", zeile.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), feld: "Neu"})
    assert antwort.status_code == 302
    assert model.objects.filter(pk=zeile.pk).values_list(feld, "version").get() == ("Neu", 2)


@pytest.mark.parametrize("model", EINTRAEGE, ids=lambda model: model.__name__)
def test_outdated_form_is_refused_and_keeps_the_input(admin_client, model):
    fabrik, feld = EINTRAEGE[model]
    zeile = fabrik()
    url = adresse(model, "change", zeile.pk)
    daten = {**formular(admin_client, url), feld: "Meine Fassung"}
    setattr(zeile, feld, "Andere Fassung")
    zeile.save()
    for _ in range(2):
        antwort = admin_client.post(url, daten)
        assert (antwort.status_code, fehler(antwort)) == (200, VERALTET)
        assert 'value="Meine Fassung"' in antwort.text
        assert 'name="gelesene_version" value="1"' in antwort.text
    assert model.objects.filter(pk=zeile.pk).values_list(feld, "version").get() == ("Andere Fassung", 2)
    assert LogEntry.objects.count() == 0


def test_form_without_a_version_is_refused(admin_client):
    netz = f.NetzwerkFactory(name="Alt")
    url = adresse(Netzwerk, "change", netz.pk)
    daten = formular(admin_client, url)
    del daten["gelesene_version"]
    assert fehler(admin_client.post(url, daten)) == VERALTET


def test_race_lost_between_check_and_save_is_told_on_the_page(admin_client, monkeypatch):
    netz = f.NetzwerkFactory(name="Alt")
    url = adresse(Netzwerk, "change", netz.pk)
    daten = {**formular(admin_client, url), "name": "Meine Fassung"}
    rufe = []

    def verlieren(self, *args, **kwargs):
        rufe.append(self.version)
        raise VeralteterStand

    monkeypatch.setattr(Netzwerk, "save", verlieren)
    antwort = admin_client.post(url, daten)
    assert (rufe, fehler(antwort)) == ([1], VERALTET)
    assert 'value="Meine Fassung"' in antwort.text
    assert Netzwerk.objects.get().name == "Alt"


def test_rows_of_a_page_are_locked_with_it(admin_client):
    teil = f.MitgliedschaftFactory()
    url = adresse(Netzwerk, "change", teil.netzwerk_id)
    daten = {**formular(admin_client, url), "mitgliedschaften-0-von": "2020"}
    einzeln = adresse(Mitgliedschaft, "change", teil.pk)
    assert admin_client.post(einzeln, {**formular(admin_client, einzeln), "von": "2019"}).status_code == 302
    assert fehler(admin_client.post(url, daten)) == VERALTET
    teil.refresh_from_db()
    assert teil.von == "2019"


@pytest.mark.parametrize(
    ("model", "fabrik", "ganzes"),
    [
        (Mitgliedschaft, f.MitgliedschaftFactory, "netzwerk"),
        (Standort, f.StandortFactory, "organisation"),
        (Arbeitsbereich, f.ArbeitsbereichFactory, "organisation"),
    ],
    ids=["Mitgliedschaft", "Standort", "Arbeitsbereich"],
)
def test_part_is_refused_when_its_entry_was_saved_meanwhile(admin_client, model, fabrik, ganzes):
    teil = fabrik()
    eintrag = getattr(teil, ganzes)
    url = adresse(model, "change", teil.pk)
    daten = formular(admin_client, url)
    eintrag.save()
    assert fehler(admin_client.post(url, daten)) == VERALTET
    assert admin_client.post(url, formular(admin_client, url)).status_code == 302
    assert type(eintrag).objects.get(pk=eintrag.pk).version == 3


def test_confirming_on_the_page_sets_day_role_and_due_date(admin_client):
    netz = f.NetzwerkFactory(intervall_tage=30)
    url = adresse(Netzwerk, "change", netz.pk)
    admin_client.post(url, {**formular(admin_client, url), "_bestaetigen": "1"})
    netz.refresh_from_db()
    assert netz.bestaetigt_rolle == "redaktion"
    assert (netz.faellig_am - netz.bestaetigt_am).days == 30
    assert netz.version == 2
