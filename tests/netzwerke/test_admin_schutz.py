"""Protected sites and named persons in the admin (S9, S11, S13)."""

import pytest
from django.contrib.admin.models import LogEntry

from netzwerke.anschluesse import anschluesse
from netzwerke.models import Hilfeangebot, Kontakt, Organisation, Standort
from tests import factories as f
from tests.verwaltung import adresse, fehler, formular, meldungen, neue_zeile

pytestmark = pytest.mark.django_db

ANSCHRIFT = {"strasse": "Kanarienweg", "hausnummer": "7", "plz": "58135", "ort": "Hagen", "oepnv": "Bus 512"}
GESCHUETZT = (
    "Dieser Standort ist geschützt. Bitte leeren Sie Straße, Hausnummer, PLZ, Ort, Koordinaten, Gebiet, "
    "Anfahrt und Hinweise; nennen Sie nur Kreis oder Land als grobes Gebiet."
)
LAGE = (
    "Alle Standorte sind geschützt. Bitte wählen Sie nur Kreise oder Länder und keine Sozialräume, "
    "damit der Ort nicht erkennbar wird."
)


@pytest.fixture
def geloescht(monkeypatch):
    """Rows whose copies were deleted."""
    zeilen = []
    monkeypatch.setattr(anschluesse, "_loeschhaken", [zeilen.append])
    return zeilen


def test_protected_site_with_an_address_is_refused_on_its_page(admin_client):  # S9
    organisation = f.OrganisationFactory()
    url = adresse(Standort, "add")
    daten = {
        **formular(admin_client, url),
        "organisation": organisation.pk,
        "name": "Haus",
        "schutz": "geschuetzt",
        **ANSCHRIFT,
    }
    antwort = admin_client.post(url, daten)
    assert antwort.context["adminform"].form.errors == {"schutz": [GESCHUETZT]}
    assert 'value="Kanarienweg"' in antwort.text
    assert not Standort.objects.exists()


def test_protected_site_with_an_address_is_refused_on_its_organisations_page(admin_client):  # S9
    standort = f.StandortFactory(mit_anschrift=True)
    url = adresse(Organisation, "change", standort.organisation_id)
    daten = {**formular(admin_client, url), "standorte-0-schutz": "geschuetzt"}
    antwort = admin_client.post(url, daten)
    assert fehler(antwort) == [GESCHUETZT]
    standort.refresh_from_db()
    assert (standort.schutz, standort.strasse) == ("oeffentlich", "Hauptstraße")


@pytest.mark.parametrize(
    ("felder", "ort", "text"),
    [
        (
            {"schutz": "nur-ort", "strasse": "Weg"},
            "schutz",
            "„Nur Ort“ speichert nur die Gemeinde. Bitte leeren Sie Straße, Hausnummer, PLZ, Ort, Koordinaten, Gebiet, Anfahrt und Hinweise "
            "und wählen Sie die Gemeinde oder kreisfreie Stadt als grobes Gebiet.",
        ),
        ({"breite": "51"}, "breite", "Bitte geben Sie Breite und Länge zusammen und in Grad an."),
        ({"plz": "581"}, "plz", "Eine Postleitzahl hat fünf Ziffern."),
    ],
)
def test_site_errors_stand_beside_their_field(admin_client, felder, ort, text):
    standort = f.StandortFactory()
    url = adresse(Standort, "change", standort.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), **felder})
    assert antwort.context["adminform"].form.errors == {ort: [text]}


def test_coarse_area_of_a_protected_site_is_a_kreis_or_land(admin_client):  # S9
    gemeinde, kreis = f.GebietFactory(gemeinde=True), f.GebietFactory(kreis=True)
    standort = f.StandortFactory(schutz="geschuetzt")
    url = adresse(Standort, "change", standort.pk)
    daten = formular(admin_client, url)
    antwort = admin_client.post(url, {**daten, "grobgebiet": gemeinde.ars})
    assert antwort.context["adminform"].form.errors == {
        "grobgebiet": [
            "Bei einem geschützten Standort ist das grobe Gebiet ein Kreis, eine kreisfreie Stadt oder ein Land."
        ]
    }
    assert admin_client.post(url, {**daten, "grobgebiet": kreis.ars}).status_code == 302
    assert Standort.objects.get().grobgebiet == kreis


def test_one_tick_empties_the_address_and_every_copy(admin_client, geloescht):  # S11
    standort = f.StandortFactory(mit_anschrift=True)
    kreis = standort.gebiet.oberhalb.oberhalb
    standort.organisation.gebiete.add(standort.gebiet, kreis)
    url = adresse(Organisation, "change", standort.organisation_id)
    antwort = admin_client.post(url, {**formular(admin_client, url), "standorte-0-jetzt_schuetzen": "on"})
    assert antwort.status_code == 302
    standort.refresh_from_db()
    assert [standort.schutz, standort.strasse, standort.plz, standort.ort, standort.oepnv] == [
        "geschuetzt",
        *[""] * 4,
    ]
    assert (standort.breite, standort.laenge, standort.gebiet) == (None, None, None)
    assert standort.grobgebiet == kreis
    assert list(standort.organisation.gebiete.all()) == [kreis]
    assert geloescht == [standort]


def test_emptying_the_address_by_hand_deletes_every_copy_too(admin_client, geloescht):  # S11
    standort = f.StandortFactory(**ANSCHRIFT)
    url = adresse(Standort, "change", standort.pk)
    leer = dict.fromkeys(ANSCHRIFT, "")
    assert (
        admin_client.post(url, {**formular(admin_client, url), **leer, "schutz": "geschuetzt"}).status_code
        == 302
    )
    assert geloescht == [standort]
    standort = f.StandortFactory(**ANSCHRIFT)
    url = adresse(Standort, "change", standort.pk)
    admin_client.post(url, {**formular(admin_client, url), **leer, "schutz": "nur-ort"})
    assert geloescht[1:] == [standort]


def test_action_protects_sites_and_names_the_failures(admin_client, geloescht):
    standorte = f.StandortFactory.create_batch(2, mit_anschrift=True)
    antwort = admin_client.post(
        adresse(Standort, "changelist"),
        {"action": "anschrift_schuetzen", "_selected_action": [standort.pk for standort in standorte]},
        follow=True,
    )
    assert meldungen(antwort) == [
        "2 Einträge geschützt.",
        "Bitte prüfen Sie auch die Namen der Standorte: Sie dürfen keinen Hinweis auf die Lage enthalten.",
    ]
    assert set(Standort.objects.values_list("schutz", "strasse", "plz")) == {("geschuetzt", "", "")}
    assert len(geloescht) == 2


@pytest.mark.parametrize("schutz", ["oeffentlich", "nur-ort"])
def test_new_site_of_a_shelter_begins_protected(admin_client, schutz):
    haus = f.OrganisationFactory(art__startet_geschuetzt=True)
    url = adresse(Organisation, "change", haus.pk)
    inline = admin_client.get(url).context["inline_admin_formsets"][1].formset
    assert inline.empty_form["schutz"].value() == "geschuetzt"
    assert (
        admin_client.get(adresse(Standort, "add"), {"organisation": haus.pk})
        .context["adminform"]
        .form["schutz"]
        .value()
        == "geschuetzt"
    )
    daten = formular(admin_client, url)
    neue_zeile(daten, "standorte", name="Haus", schutz=schutz)
    text = "Bei dieser Art von Organisation beginnt jeder Standort geschützt. Bitte wählen Sie „geschützt“."
    assert fehler(admin_client.post(url, daten)) == [text]
    assert admin_client.post(url, {**daten, "standorte-0-schutz": "geschuetzt"}).status_code == 302


def test_site_of_a_new_shelter_begins_protected(admin_client):
    art = f.OrganisationsartFactory(startet_geschuetzt=True)
    url = adresse(Organisation, "add")
    daten = {**formular(admin_client, url), "name": "Haus", "art": art.pk}
    neue_zeile(daten, "standorte", name="Haus", schutz="oeffentlich")
    assert len(fehler(admin_client.post(url, daten))) == 1
    assert not Organisation.objects.exists()
    assert admin_client.post(url, {**daten, "standorte-0-schutz": "geschuetzt"}).status_code == 302
    assert Standort.objects.get().schutz == "geschuetzt"


def test_site_of_a_new_organisation_waits_for_a_choice(admin_client):
    inline = admin_client.get(adresse(Organisation, "add")).context["inline_admin_formsets"][1].formset
    assert inline.empty_form["schutz"].value() == ""


def test_organisation_with_protected_sites_only_has_no_exact_area(admin_client):  # S9
    standort = f.StandortFactory(geschuetzt=True)
    fein, grob = f.GebietFactory(stadtteil=True), f.GebietFactory(kreis=True)
    url = adresse(Organisation, "change", standort.organisation_id)
    daten = {**formular(admin_client, url), "gebiete": [fein.pk]}
    assert fehler(admin_client.post(url, daten)) == [LAGE]
    assert not standort.organisation.gebiete.exists()
    sozialraum = f.SozialraumFactory()
    assert fehler(admin_client.post(url, {**daten, "gebiete": [], "sozialraeume": [sozialraum.pk]})) == [LAGE]
    assert admin_client.post(url, {**daten, "gebiete": [grob.pk]}).status_code == 302
    assert list(standort.organisation.gebiete.all()) == [grob]


def test_offer_of_such_an_organisation_has_no_exact_area(admin_client):  # S9
    standort = f.StandortFactory(geschuetzt=True)
    angebot = f.HilfeangebotFactory(organisation=standort.organisation)
    fein = f.GebietFactory(stadtteil=True)
    url = adresse(Hilfeangebot, "change", angebot.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), "gebiete": [fein.pk]})
    assert antwort.context["adminform"].form.errors == {"gebiete": [LAGE]}
    assert not angebot.gebiete.exists()


def test_offer_and_contact_at_protected_sites_have_no_exact_area(admin_client):  # S9
    haus = f.StandortFactory(geschuetzt=True)
    f.StandortFactory(organisation=haus.organisation)
    fein = f.GebietFactory(stadtteil=True)
    angebot = f.HilfeangebotFactory(organisation=haus.organisation)
    url = adresse(Hilfeangebot, "change", angebot.pk)
    daten = {**formular(admin_client, url), "gebiete": [fein.pk]}
    assert admin_client.post(url, daten).status_code == 302
    daten = {**formular(admin_client, url), "standorte": [haus.pk]}
    assert admin_client.post(url, daten).context["adminform"].form.errors == {"gebiete": [LAGE]}
    kontakt = f.KontaktFactory(organisation=f.StandortFactory(geschuetzt=True).organisation)
    url = adresse(Kontakt, "change", kontakt.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), "gebiete": [fein.pk]})
    assert antwort.context["adminform"].form.errors == {"gebiete": [LAGE]}


def test_first_protected_site_asks_to_widen_the_areas_of_offers(admin_client):  # S9
    angebot = f.HilfeangebotFactory(name="Beratung", gebiete=[f.GebietFactory(stadtteil=True)])
    url = adresse(Organisation, "change", angebot.organisation_id)
    daten = formular(admin_client, url)
    neue_zeile(daten, "standorte", name="Haus", schutz="geschuetzt")
    assert fehler(admin_client.post(url, daten)) == [f"Hilfeangebot „Beratung“: {LAGE}"]
    assert not Standort.objects.exists()


PERSON = {
    "person_name": "Kanarien Vogel",
    "person_email": "vogel@example.org",
    "person_telefon": "02331 98765",
}
OHNE_EINWILLIGUNG = (
    "Name, persönliche E-Mail und Durchwahl brauchen eine Einwilligung: Bitte tragen Sie Datum, Umfang, Fassung, wie und "
    "von wem sie eingeholt wurde ein, oder leeren Sie die Angaben zur Person."
)


@pytest.mark.parametrize("feld", PERSON)
def test_person_without_consent_is_refused(admin_client, feld):  # S13
    kontakt = f.KontaktFactory()
    url = adresse(Kontakt, "change", kontakt.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), feld: PERSON[feld]})
    assert antwort.context["adminform"].form.errors == {"person_name": [OHNE_EINWILLIGUNG]}


def test_withdrawn_consent_leaves_no_trace(admin_client, geloescht):  # S13
    kontakt = f.KontaktFactory(mit_person=True, **PERSON)
    url = adresse(Kontakt, "change", kontakt.pk)
    antwort = admin_client.post(url, {**formular(admin_client, url), "person_name": "Kanarien Vogel-Neu"})
    assert antwort.status_code == 302
    assert geloescht == [kontakt]
    antwort = admin_client.post(
        adresse(Kontakt, "changelist"),
        {"action": "einwilligung_widerrufen", "_selected_action": [kontakt.pk]},
        follow=True,
    )
    assert meldungen(antwort)[1:] == ["1 Eintrag von allen Angaben zur Person befreit."]
    kontakt.refresh_from_db()
    assert [kontakt.person_name, kontakt.person_email, kontakt.person_telefon, kontakt.einwilligung_am] == [
        "",
        "",
        "",
        None,
    ]
    assert geloescht == [kontakt, kontakt]
    for eintrag in LogEntry.objects.all():
        assert "Vogel" not in eintrag.change_message + eintrag.object_repr


def test_log_names_no_address_and_no_person(admin_client):  # S11, S13
    organisation = f.OrganisationFactory()
    url = adresse(Organisation, "change", organisation.pk)
    daten = formular(admin_client, url)
    neue_zeile(daten, "standorte", name="Haus am Kanarienweg", schutz="oeffentlich", **ANSCHRIFT)
    assert admin_client.post(url, daten).status_code == 302
    standort = Standort.objects.get()
    url = adresse(Standort, "change", standort.pk)
    admin_client.post(url, {**formular(admin_client, url), "strasse": "Neuer Kanarienweg"})
    admin_client.post(adresse(Standort, "delete", standort.pk), {"post": "yes"})
    kontakt = f.KontaktFactory(mit_person=True, **PERSON)
    url = adresse(Kontakt, "change", kontakt.pk)
    daten = {**formular(admin_client, url), "funktion": "Kanarien Vogel"}
    neue_zeile(daten, "telefone", anzeige="02331 55555", reihenfolge="1")
    assert admin_client.post(url, daten).status_code == 302
    texte = [f"{eintrag.object_repr} {eintrag.change_message}" for eintrag in LogEntry.objects.all()]
    assert len(texte) == 4
    for text in texte:
        for wort in ("anarien", "58135", "512", "Vogel", "55555"):
            assert wort not in text
    assert set(LogEntry.objects.values_list("object_repr", flat=True)) == {
        str(organisation),
        f"Standort {standort.pk}",
        f"Kontakt {kontakt.pk}",
    }
