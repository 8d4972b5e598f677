"""Every page of the workplace opens, at a number of queries that does not grow with what it shows."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netzwerke.models import (
    Arbeitsbereich,
    Frage,
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Kontaktrolle,
    Lebenslage,
    Mitgliedschaft,
    Netzwerk,
    Organisation,
    Organisationsart,
    Postleitzahl,
    Seite,
    SlugUmleitung,
    Sozialraum,
    Sprache,
    Standort,
    Thema,
    Zielgruppe,
)
from tests import factories as f
from tests.verwaltung import adresse

pytestmark = pytest.mark.django_db

#: What the search derives from the entries; nobody edits it.
ABGELEITET = {"Suchdokument", "Suchform", "Suchpunkt", "Suchstand", "Suchtext", "Suchwort"}
TEILE = {"Antwort", "Kennzahl", "Leistung", "Oeffnungsintervall", "SozialraumGebiet", "Telefon", "Zitat"}


def orte(n):
    return {
        "gebiete": f.GebietFactory.create_batch(n, kreis=True),
        "sozialraeume": f.SozialraumFactory.create_batch(n),
    }


def kontakte(n):
    return [f.KontaktFactory(organisation=f.OrganisationFactory()) for _ in range(n)]


def netzwerk(n):
    eins = f.NetzwerkFactory(
        zustaendig=f.UserFactory(),
        innerhalb_von=f.OrganisationFactory(),
        teil_von=f.NetzwerkFactory.create_batch(n),
        themen=f.ThemaFactory.create_batch(n),
        zielgruppen=f.ZielgruppeFactory.create_batch(n),
        mitgliederarten=f.OrganisationsartFactory.create_batch(n),
        kontakte=kontakte(n),
        **orte(n),
    )
    for teil in f.NetzwerkFactory.create_batch(n):
        teil.teil_von.add(eins)
    for _ in range(n):
        mitgliedschaft(1, netzwerk=eins)
        f.LeistungFactory(netzwerk=eins)
        f.KennzahlFactory(netzwerk=eins)
        f.ZitatFactory(netzwerk=eins)
        f.AntwortFactory(netzwerk=eins)
    return eins


def mitgliedschaft(n, **felder):
    for _ in range(n):
        organisation = f.OrganisationFactory()
        letzte = f.MitgliedschaftFactory(
            organisation=organisation,
            standort=f.StandortFactory(organisation=organisation),
            arbeitsbereich=f.ArbeitsbereichFactory(organisation=organisation),
            kontakt=f.KontaktFactory(organisation=organisation),
            **felder,
        )
    return letzte


def organisation(n):
    for _ in range(n):
        letzte = f.OrganisationFactory(traeger=f.OrganisationFactory(), zustaendig=f.UserFactory(), **orte(n))
    for _ in range(n):
        f.ArbeitsbereichFactory(organisation=letzte, themen=f.ThemaFactory.create_batch(n))
        f.StandortFactory(organisation=letzte, mit_anschrift=True)
        f.KontaktFactory(organisation=letzte)
        f.HilfeangebotFactory(organisation=letzte)
    return letzte


def kontakt(n):
    for _ in range(n):
        letzter = f.KontaktFactory(
            organisation=f.OrganisationFactory(),
            rolle=f.KontaktrolleFactory(),
            zustaendig=f.UserFactory(),
            mit_person=True,
            **orte(n),
        )
    f.TelefonFactory.create_batch(n, kontakt=letzter)
    f.NetzwerkFactory.create_batch(n, kontakte=[letzter])
    f.HilfeangebotFactory.create_batch(n, kontakte=[letzter])
    f.MitgliedschaftFactory.create_batch(n, kontakt=letzter)
    return letzter


def hilfeangebot(n):
    for _ in range(n):
        wer = f.OrganisationFactory()
        letztes = f.HilfeangebotFactory(
            organisation=wer,
            arbeitsbereich=f.ArbeitsbereichFactory(organisation=wer),
            zustaendig=f.UserFactory(),
            standorte=f.StandortFactory.create_batch(n, organisation=wer),
            themen=f.ThemaFactory.create_batch(n),
            zielgruppen=f.ZielgruppeFactory.create_batch(n),
            lebenslagen=f.LebenslageFactory.create_batch(n),
            sprachen=f.SpracheFactory.create_batch(n),
            kontakte=kontakte(n),
            oeffnungszeiten="Mo-Fr 09:00-12:00; PH off",
            **orte(n),
        )
    return letztes


def sozialraum(n):
    for _ in range(n):
        letzter = f.SozialraumFactory(
            zustaendig=f.UserFactory(), postleitzahlen=f.PostleitzahlFactory.create_batch(n)
        )
    f.SozialraumGebietFactory.create_batch(n, sozialraum=letzter)
    return letzter


def standort(n):
    return f.StandortFactory.create_batch(n, mit_anschrift=True)[-1]


def arbeitsbereich(n):
    return [f.ArbeitsbereichFactory(themen=f.ThemaFactory.create_batch(n)) for _ in range(n)][-1]


def gebiet(n):
    return [
        f.GebietFactory(kreis=True, postleitzahlen=f.PostleitzahlFactory.create_batch(n)) for _ in range(n)
    ][-1]


def thema(n):
    return [
        f.ThemaFactory(oberthema=f.ThemaFactory(), nationale_linie=f.HilfeangebotFactory()) for _ in range(n)
    ][-1]


def lebenslage(n):
    return [
        f.LebenslageFactory(
            themen=f.ThemaFactory.create_batch(n), zielgruppen=f.ZielgruppeFactory.create_batch(n)
        )
        for _ in range(n)
    ][-1]


def einfach(fabrik):
    return lambda n: fabrik.create_batch(n)[-1]


def seite(n):
    return f.SeiteFactory.create_batch(n)[-1]


# Queries of: list, add, change, history, delete. None where nobody may do that.
SEITEN = {
    Arbeitsbereich: (arbeitsbereich, (4, 3, 6, 5, 4)),
    Frage: (einfach(f.FrageFactory), (4, 3, 4, 5, 4)),
    Gebiet: (gebiet, (4, 3, 6, 5, 12)),
    Hilfeangebot: (hilfeangebot, (4, 4, 23, 5, 12)),
    Kontakt: (kontakt, (5, 4, 12, 5, 8)),
    Kontaktrolle: (einfach(f.KontaktrolleFactory), (4, 3, 4, 5, 4)),
    Lebenslage: (lebenslage, (4, 3, 8, 5, 6)),
    Mitgliedschaft: (mitgliedschaft, (4, 3, 4, 5, 3)),
    Netzwerk: (netzwerk, (4, 4, 25, 5, 16)),
    Organisation: (organisation, (5, 4, 15, 5, 27)),
    Organisationsart: (einfach(f.OrganisationsartFactory), (4, 3, 4, 5, 5)),
    Postleitzahl: (einfach(f.PostleitzahlFactory), (4, 3, 4, 5, 5)),
    Seite: (seite, (4, 3, 4, 5, 3)),
    SlugUmleitung: (einfach(f.SlugUmleitungFactory), (5, None, 4, 5, 3)),
    Sozialraum: (sozialraum, (4, 4, 7, 5, 9)),
    Sprache: (einfach(f.SpracheFactory), (4, 3, 4, 5, 4)),
    Standort: (standort, (4, 3, 4, 5, 4)),
    Thema: (thema, (4, 3, 5, 5, 8)),
    Zielgruppe: (einfach(f.ZielgruppeFactory), (4, 3, 4, 5, 6)),
}


def test_counts_beside_filters_can_be_shown(admin_client):
    netzwerk(1)
    assert admin_client.get(adresse(Netzwerk, "changelist"), {"_facets": "True"}).status_code == 200


def test_every_model_is_in_the_admin_or_part_of_a_page():
    eigene = {model for model in admin.site._registry if model._meta.app_label == "netzwerke"}
    assert eigene == set(SEITEN)
    alle = {model.__name__ for model in apps.get_app_config("netzwerke").get_models()}
    assert alle - {model.__name__ for model in eigene} == TEILE | ABGELEITET


def abfragen(client, url):
    # Cached in the process, so that the first page to ask for a type would pay for the others.
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as gezaehlt:
        antwort = client.get(url)
    return len(gezaehlt) if antwort.status_code == 200 else None


def zahlen(client, model, zeile):
    return (
        abfragen(client, adresse(model, "changelist")),
        abfragen(client, adresse(model, "add")),
        *(abfragen(client, adresse(model, name, zeile.pk)) for name in ("change", "history", "delete")),
    )


@pytest.mark.parametrize("menge", [1, 3])
@pytest.mark.parametrize("model", SEITEN, ids=lambda model: model.__name__)
def test_page_costs_the_same_with_one_and_three_rows(admin_client, model, menge):
    bauen, erwartet = SEITEN[model]
    assert zahlen(admin_client, model, bauen(menge)) == erwartet


@pytest.mark.parametrize("menge", [0, 1, 3])
def test_first_screen_costs_the_same_whatever_there_is_to_do(admin_client, menge):
    for bauen in (netzwerk, organisation, hilfeangebot, kontakt, sozialraum) if menge else ():
        bauen(menge)
    assert abfragen(admin_client, reverse("admin:index")) == 7


def test_big_organisation_and_network_send_their_parts_to_lists_of_their_own(admin_client):
    gross = f.OrganisationFactory()
    f.StandortFactory.create_batch(21, organisation=gross)
    netz = f.NetzwerkFactory()
    f.MitgliedschaftFactory.create_batch(51, netzwerk=netz)
    for zeile, weg, text in (
        (gross, Standort, f"standort/?organisation__id__exact={gross.pk}"),
        (netz, Mitgliedschaft, f"mitgliedschaft/?netzwerk__id__exact={netz.pk}"),
    ):
        antwort = admin_client.get(adresse(type(zeile), "change", zeile.pk))
        inlines = [inline.formset.model for inline in antwort.context["inline_admin_formsets"]]
        assert weg not in inlines
        assert text in antwort.text
        liste = admin_client.get(adresse(weg, "changelist"), dict([text.split("?")[1].split("=")]))
        assert (
            liste.context["cl"].result_count
            == getattr(zeile, "standorte" if weg is Standort else "mitgliedschaften").count()
        )


def test_page_looks_up_long_choices_while_typing(admin_client):
    """No relation of any page is a plain choice of all rows, which can be thousands."""
    for model in SEITEN:
        antwort = admin_client.get(adresse(model, "add"))
        if antwort.status_code != 200:
            continue
        formulare = [antwort.context["adminform"].form]
        formulare += [inline.formset.empty_form for inline in antwort.context["inline_admin_formsets"]]
        for form in formulare:
            for name, feld in form.fields.items():
                if hasattr(feld, "queryset") and not feld.widget.is_hidden:
                    assert "admin-autocomplete" in str(form[name]), (model, name)


def test_view_on_site_of_texts_leads_where_the_site_knows_the_address(admin_client):
    for slug, oeffentlich, gezeigt in (
        ("impressum", True, True),
        ("datenschutz", False, False),
        ("eigenes", True, False),
    ):
        text = f.SeiteFactory(slug=slug, oeffentlich=oeffentlich)
        seite_ = admin_client.get(adresse(Seite, "change", text.pk))
        assert (slug, f'href="/{slug}/"' in seite_.text) == (slug, gezeigt)


def test_view_on_site_leads_to_public_entries_only(admin_client):
    netz = f.NetzwerkFactory()
    seite_ = admin_client.get(adresse(Netzwerk, "change", netz.pk))
    assert f'href="{netz.get_absolute_url()}"' in seite_.text
    entwurf = f.NetzwerkFactory(status="entwurf")
    assert entwurf.get_absolute_url() not in admin_client.get(adresse(Netzwerk, "change", entwurf.pk)).text
