"""Search and suggestions fold umlauts, case and hyphens on both databases alike."""

import pytest
from django.urls import reverse

from netzwerke.admin.suche import gefaltet, wie_die_datenbank
from netzwerke.models import (
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Netzwerk,
    Organisation,
    Standort,
    Thema,
)
from tests import factories as f
from tests.verwaltung import adresse

pytestmark = pytest.mark.django_db

WORTE = ["ärzt", "ÄRZT", "arzt", "aerzt", "Ärztliche  beratung", "Beratung ärztliche"]


def gefunden(client, model, text):
    return [
        str(zeile)
        for zeile in client.get(adresse(model, "changelist"), {"q": text}).context["cl"].result_list
    ]


def vorschlaege(client, model, feld, text):
    antwort = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "netzwerke", "model_name": model._meta.model_name, "field_name": feld, "term": text},
    )
    return [zeile["text"] for zeile in antwort.json()["results"]]


@pytest.mark.parametrize("text", WORTE)
def test_search_folds_what_is_typed(admin_client, text):
    f.OrganisationFactory(name="Ärztliche Beratungsstelle")
    f.OrganisationFactory(name="Andere")
    f.ThemaFactory(name="Ärztliche Beratung")
    f.ThemaFactory(name="Andere")
    assert gefunden(admin_client, Organisation, text) == ["Ärztliche Beratungsstelle"]
    assert gefunden(admin_client, Thema, text) == ["Ärztliche Beratung"]
    assert vorschlaege(admin_client, Netzwerk, "innerhalb_von", text) == ["Ärztliche Beratungsstelle"]
    assert vorschlaege(admin_client, Netzwerk, "themen", text) == ["Ärztliche Beratung"]


@pytest.mark.parametrize("text", ["AK90", "ak 90", "Arbeits kreis", "arbeitskr", "Mitarbeiter*in"])
def test_search_reads_words_like_the_public_search(admin_client, text):
    f.NetzwerkFactory(name="AK 90", beschreibung="Arbeitskreis der Mitarbeiterinnen")
    f.NetzwerkFactory(name="Andere")
    assert gefunden(admin_client, Netzwerk, text) == ["AK 90"]


@pytest.mark.parametrize("text", ["", " ", "-", "%", "_", "\\", "'"])
def test_search_without_a_letter_finds_everything(admin_client, text):
    f.OrganisationFactory.create_batch(2)
    assert len(gefunden(admin_client, Organisation, text)) == 2
    assert len(vorschlaege(admin_client, Netzwerk, "innerhalb_von", text)) == 2


def test_suggestions_survive_a_zero_byte(admin_client):  # S28
    f.PostleitzahlFactory(plz="58135")
    f.PostleitzahlFactory(plz="58099")
    assert vorschlaege(admin_client, Gebiet, "postleitzahlen", "581\0") == ["58135"]


@pytest.mark.parametrize(
    "text", ["Straße der Früchte", "AK-90/Süd", "Çağlar", "Neuenrade", "Goethe", "Aktiv ÜBER 60"]
)
def test_database_folds_like_python(text):
    f.ThemaFactory(name=text)
    gespeichert = Thema.objects.annotate(gefaltet=gefaltet("name")).values_list("gefaltet", flat=True)
    assert list(gespeichert) == [wie_die_datenbank(text)]


def test_area_is_found_in_either_spelling(admin_client):
    f.GebietFactory(name="Münster")
    f.GebietFactory(name="Neuenrade")
    assert vorschlaege(admin_client, Organisation, "gebiete", "muenster") == ["Münster (Land)"]
    assert vorschlaege(admin_client, Organisation, "gebiete", "neuen") == ["Neuenrade (Land)"]


def test_suggestions_begin_with_what_is_typed(admin_client):
    for name in ("Altes Jugendamt", "Jugendamt Hagen", "Amt ohne"):
        f.OrganisationFactory(name=name)
    f.OrganisationFactory(name="Verein", beschreibung="Arbeitet mit dem Jugendamt.")
    assert vorschlaege(admin_client, Netzwerk, "innerhalb_von", "jugendamt") == [
        "Jugendamt Hagen",
        "Altes Jugendamt",
    ]
    assert len(gefunden(admin_client, Organisation, "jugendamt")) == 3


def test_coarse_areas_have_an_official_key(admin_client):
    stadtteil = f.GebietFactory(stadtteil=True, name="Haspe")
    f.GebietFactory(name="Haspeland")
    f.GebietFactory(name="Hasperkreis", kreis=True, ars=None)
    assert vorschlaege(admin_client, Standort, "grobgebiet", "hasp") == ["Haspeland (Land)"]
    assert str(stadtteil) in vorschlaege(admin_client, Standort, "gebiet", "hasp")


def test_parts_are_found_by_their_organisation(admin_client):
    organisation = f.OrganisationFactory(name="Verein für Öffentliches", kurzname="VÖ")
    f.StandortFactory(organisation=organisation, name="Hauptstelle")
    f.KontaktFactory(organisation=organisation, funktion="Leitung")
    f.HilfeangebotFactory(organisation=organisation, name="Beratung")
    assert gefunden(admin_client, Standort, "öffentliches") == ["VÖ: Hauptstelle"]
    assert gefunden(admin_client, Kontakt, "offentliches leitung") == ["Leitung (VÖ)"]
    assert gefunden(admin_client, Hilfeangebot, "vö") == ["Beratung"]
    assert vorschlaege(admin_client, Netzwerk, "kontakte", "vö") == ["Leitung (VÖ)"]
    assert vorschlaege(admin_client, Hilfeangebot, "standorte", "vö haupt") == ["VÖ: Hauptstelle"]


def test_contact_is_found_by_person_and_address(admin_client):
    f.KontaktFactory(
        mit_person=True, funktion="Leitung", person_name="Änne Müller", email="leitung@example.org"
    )
    f.KontaktFactory()
    for text in ("müller", "mueller anne", "leitung@example"):
        assert gefunden(admin_client, Kontakt, text) == ["Leitung"]


@pytest.mark.parametrize("menge", [1, 3])
def test_suggestions_cost_the_same_with_one_and_three_rows(admin_client, django_assert_num_queries, menge):
    for _ in range(menge):
        f.KontaktFactory(organisation=f.OrganisationFactory())
        f.StandortFactory()
    for model, feld in ((Netzwerk, "kontakte"), (Hilfeangebot, "standorte")):
        with django_assert_num_queries(4):
            vorschlaege(admin_client, model, feld, "n")
