"""Actions on many entries: each is checked and saved on its own, and what fails is named."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from konten.services import rollen_einrichten
from netzwerke.admin.aufgaben import aufgaben
from netzwerke.models import Hilfeangebot, Kontakt, Netzwerk, Organisation, Standort
from tests import factories as f
from tests.verwaltung import adresse, formular, meldungen

pytestmark = pytest.mark.django_db


def ausfuehren(client, aktion, zeilen):
    antwort = client.post(
        adresse(type(zeilen[0]), "changelist"),
        {"action": aktion, "_selected_action": [zeile.pk for zeile in zeilen]},
        follow=True,
    )
    return meldungen(antwort)


@pytest.fixture
def koordination(client):
    konto = f.UserFactory(is_staff=True, gruppen=[rollen_einrichten()["Koordination"]])
    client.force_login(konto)
    client.konto = konto
    return client


@pytest.mark.parametrize(
    ("aktion", "status", "wort"),
    [
        ("veroeffentlichen", "veroeffentlicht", "veröffentlicht"),
        ("verbergen", "verborgen", "verborgen"),
        ("archivieren", "archiviert", "archiviert"),
    ],
)
def test_action_sets_the_status_and_raises_the_version(koordination, aktion, status, wort):
    netze = f.NetzwerkFactory.create_batch(3, status="entwurf")
    assert ausfuehren(koordination, aktion, netze) == [f"3 Einträge {wort}."]
    assert list(Netzwerk.objects.values_list("status", "version")) == [(status, 2)] * 3
    assert LogEntry.objects.filter(user=koordination.konto).count() == 3


def test_action_confirms_today_in_the_role_of_the_account(koordination, admin_client):
    heute = timezone.localdate()
    kontakt = f.KontaktFactory()
    assert ausfuehren(koordination, "heute_bestaetigen", [kontakt]) == ["1 Eintrag bestätigt."]
    kontakt.refresh_from_db()
    assert (kontakt.bestaetigt_am, kontakt.bestaetigt_rolle, kontakt.version) == (heute, "koordination", 2)
    assert kontakt.faellig_am == heute + timedelta(days=180)
    ausfuehren(admin_client, "heute_bestaetigen", [kontakt])
    kontakt.refresh_from_db()
    assert (kontakt.bestaetigt_rolle, kontakt.version) == ("redaktion", 3)


def test_action_names_what_fails_and_saves_the_rest(koordination):
    gut = f.HilfeangebotFactory(name="Gut", status="entwurf")
    schlecht = f.HilfeangebotFactory(name="Schlecht", status="entwurf")
    Hilfeangebot.objects.filter(pk=schlecht.pk).update(website="kein Link")
    verboten = f.HilfeangebotFactory(
        name="Verboten",
        status="entwurf",
        organisation=f.StandortFactory(geschuetzt=True).organisation,
        gebiete=[f.GebietFactory(stadtteil=True)],
    )
    assert ausfuehren(koordination, "veroeffentlichen", [gut, schlecht, verboten]) == [
        "1 Eintrag veröffentlicht.",
        "„Schlecht“ wurde nicht veröffentlicht: Bitte geben Sie eine Webadresse ein, zum Beispiel https://www.beispiel.de.",
        "„Verboten“ wurde nicht veröffentlicht: Alle Standorte sind geschützt. Bitte wählen Sie nur Kreise oder Länder "
        "und keine Sozialräume, damit der Ort nicht erkennbar wird.",
    ]
    assert list(Hilfeangebot.objects.values_list("status", "version")) == [
        ("veroeffentlicht", 2),
        ("entwurf", 1),
        ("entwurf", 1),
    ]


def test_action_names_twenty_failures_and_counts_the_rest(koordination):
    netze = f.NetzwerkFactory.create_batch(22, status="entwurf")
    Netzwerk.objects.update(website="kein Link")
    gesagt = ausfuehren(koordination, "veroeffentlichen", netze)
    assert len(gesagt) == 21
    assert gesagt[-1] == "Und 2 weitere wurden nicht veröffentlicht."


def test_action_needs_the_right_to_change(client):
    netz = f.NetzwerkFactory(status="entwurf")
    konto = f.UserFactory(is_staff=True)
    client.force_login(konto)
    antwort = client.post(
        adresse(Netzwerk, "changelist"), {"action": "veroeffentlichen", "_selected_action": [netz.pk]}
    )
    assert antwort.status_code == 403
    assert Netzwerk.objects.get().status == "entwurf"


def test_koordination_may_remove_rows_of_an_entry_but_no_entry(koordination):
    nummer = f.TelefonFactory()
    url = adresse(Kontakt, "change", nummer.kontakt_id)
    daten = {**formular(koordination, url), "telefone-0-DELETE": "on"}
    assert koordination.post(url, daten).status_code == 302
    assert not nummer.kontakt.telefone.exists()
    assert koordination.get(adresse(Kontakt, "delete", nummer.kontakt_id)).status_code == 403


def test_who_adds_an_entry_keeps_it(koordination):
    url = adresse(Netzwerk, "add")
    koordination.post(url, {**formular(koordination, url), "name": "Neu"})
    assert Netzwerk.objects.get().zustaendig == koordination.konto


def test_koordination_takes_an_entry_or_leaves_it(koordination):
    andere = f.UserFactory.create_batch(2, is_staff=True)
    netz = f.NetzwerkFactory(zustaendig=andere[0])
    url = adresse(Netzwerk, "change", netz.pk)
    feld = koordination.get(url).context["adminform"].form.fields["zustaendig"]
    assert set(feld.queryset) == {koordination.konto, andere[0]}
    assert koordination.post(url, formular(koordination, url)).status_code == 302
    daten = formular(koordination, url)
    assert koordination.post(url, {**daten, "zustaendig": koordination.konto.pk}).status_code == 302
    assert Netzwerk.objects.get().zustaendig == koordination.konto
    assert set(
        koordination.get(adresse(Netzwerk, "add")).context["adminform"].form.fields["zustaendig"].queryset
    ) == {koordination.konto}


def test_reader_sees_pages_without_buttons(client):
    konto = f.UserFactory(is_staff=True)
    rechte = rollen_einrichten()["Koordination"].permissions.filter(codename__startswith="view_")
    konto.user_permissions.add(*rechte)
    client.force_login(konto)
    for fabrik in (f.NetzwerkFactory, f.StandortFactory, f.OrganisationFactory, f.KontaktFactory):
        zeile = fabrik()
        seite = client.get(adresse(type(zeile), "change", zeile.pk))
        assert seite.status_code == 200
        assert 'name="_save"' not in seite.text
        assert client.post(adresse(type(zeile), "change", zeile.pk), {}).status_code == 403


def test_delete_page_counts_what_goes_along(admin_client):
    organisation = f.OrganisationFactory(name="Verein")
    f.StandortFactory.create_batch(2, organisation=organisation)
    f.HilfeangebotFactory(organisation=organisation)
    seite = admin_client.get(adresse(Organisation, "delete", organisation.pk))
    assert dict(seite.context["model_count"]) == {"Organisationen": 1, "Standorte": 2, "Hilfeangebote": 1}
    admin_client.post(adresse(Organisation, "delete", organisation.pk), {"post": "yes"})
    assert not Organisation.objects.exists()


def test_delete_action_counts_deletes_and_logs(admin_client):
    standorte = f.StandortFactory.create_batch(2)
    wahl = {"action": "delete_selected", "_selected_action": [standort.pk for standort in standorte]}
    seite = admin_client.post(adresse(Standort, "changelist"), wahl)
    assert dict(seite.context["model_count"]) == {"Standorte": 2}
    admin_client.post(adresse(Standort, "changelist"), {**wahl, "post": "yes"})
    assert not Standort.objects.exists()
    assert set(LogEntry.objects.values_list("object_repr", flat=True)) == {
        f"Standort {standort.pk}" for standort in standorte
    }


def test_delete_page_says_what_stands_against_it(admin_client):
    kind = f.GebietFactory(kreis=True)
    seite = admin_client.get(adresse(type(kind), "delete", kind.oberhalb_id))
    assert seite.context["protected"] == [f"Gebiet: {kind}"]


def test_first_screen_says_what_is_to_be_done(koordination):
    heute = timezone.localdate()

    def bestaetigt(tage, **felder):
        return {
            "bestaetigt_am": heute - timedelta(days=tage),
            "bestaetigt_rolle": "koordination",
            "intervall_tage": 100,
            **felder,
        }

    f.NetzwerkFactory(**bestaetigt(101), zustaendig=koordination.konto)
    f.NetzwerkFactory(**bestaetigt(101))
    f.NetzwerkFactory(**bestaetigt(100))
    f.NetzwerkFactory(**bestaetigt(70))
    f.NetzwerkFactory(**bestaetigt(69))
    f.NetzwerkFactory(**bestaetigt(500), status="archiviert")
    f.NetzwerkFactory(status="entwurf", zustaendig=koordination.konto)
    f.KontaktFactory()
    meine, alle = aufgaben(koordination.get(reverse("admin:index")).wsgi_request)
    assert [(aufgabe.anzahl, aufgabe.text) for aufgabe in meine.aufgaben] == [
        (1, "Netzwerk ist überfällig"),
        (1, "Netzwerk wartet als Entwurf"),
    ]
    assert [(aufgabe.anzahl, aufgabe.text) for aufgabe in alle.aufgaben] == [
        (2, "Netzwerke sind überfällig"),
        (2, "Netzwerke werden bald fällig"),
        (1, "Netzwerk wartet als Entwurf"),
        (1, "Kontakt wurde noch nie bestätigt"),
    ]
    for aufgabe in (*meine.aufgaben, *alle.aufgaben):
        assert koordination.get(aufgabe.adresse).context["cl"].result_count == aufgabe.anzahl


def test_first_screen_is_content_when_nothing_is_to_be_done(koordination):
    seite = koordination.get(reverse("admin:index"))
    assert seite.text.count("Nichts zu tun. Alles ist aktuell.") == 2


def test_list_filters_by_keeper(koordination):
    f.NetzwerkFactory(zustaendig=koordination.konto)
    f.NetzwerkFactory.create_batch(2, zustaendig=f.UserFactory())
    f.NetzwerkFactory.create_batch(3)
    for wert, anzahl in (("mir", 1), ("andere", 2), ("niemand", 3), ("unsinn", 6)):
        liste = koordination.get(adresse(Netzwerk, "changelist"), {"zustaendig": wert})
        assert liste.context["cl"].result_count == anzahl


def test_list_shows_freshness_in_words(admin_client):
    f.NetzwerkFactory(quelle_stand="2017")
    text = admin_client.get(adresse(Netzwerk, "changelist")).text
    assert "Stand 2017, nicht bestätigt" in text


def test_grouped_navigation_names_every_model_once(admin_client):
    seite = admin_client.get(reverse("admin:index")).text
    for model in (Netzwerk, Hilfeangebot, Standort):
        assert seite.count(f'id="model-{model._meta.model_name}"') == 1
