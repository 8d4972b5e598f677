"""What the forms of the admin check, say and show, beyond protection and the lock."""

import pytest
from django.utils import timezone

from netzwerke.models import (
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Mitgliedschaft,
    Netzwerk,
    Organisation,
    Seite,
    Sozialraum,
    Standort,
)
from tests import factories as f
from tests.verwaltung import adresse, fehler, formular, meldungen, neue_zeile

pytestmark = pytest.mark.django_db


def speichern(client, zeile, **felder):
    url = adresse(type(zeile), "change", zeile.pk)
    return client.post(url, {**formular(client, url), **felder}, follow=True)


def feldfehler(antwort):
    return dict(antwort.context["adminform"].form.errors)


def test_network_is_never_a_part_of_itself(admin_client):
    oben, mitte, unten = f.NetzwerkFactory.create_batch(3)
    mitte.teil_von.add(oben)
    unten.teil_von.add(mitte)
    kreis = ["So entstünde ein Kreis: Das Netzwerk wäre ein Teil von sich selbst."]
    assert feldfehler(speichern(admin_client, oben, teil_von=[unten.pk])) == {"teil_von": kreis}
    assert feldfehler(speichern(admin_client, oben, teil_von=[oben.pk])) == {"teil_von": kreis}
    assert not oben.teil_von.exists()
    assert oben.version == Netzwerk.objects.get(pk=oben.pk).version == 1


def test_network_shows_its_parts(admin_client):
    ganzes, teil = f.NetzwerkFactory.create_batch(2)
    teil.teil_von.add(ganzes)
    seite = admin_client.get(adresse(Netzwerk, "change", ganzes.pk))
    assert f'<a href="{adresse(Netzwerk, "change", teil.pk)}">{teil}</a>' in seite.text


def test_same_membership_twice_on_a_page_is_refused(admin_client):
    netz, organisation = f.NetzwerkFactory(), f.OrganisationFactory()
    url = adresse(Netzwerk, "change", netz.pk)
    daten = formular(admin_client, url)
    for _ in range(2):
        neue_zeile(daten, "mitgliedschaften", organisation=organisation.pk, rolle="mitglied")
    assert fehler(admin_client.post(url, daten)) == [
        "Diese Organisation hat in dem Netzwerk diese Rolle schon."
    ]
    assert admin_client.post(url, {**daten, "mitgliedschaften-1-rolle": "koordination"}).status_code == 302
    assert Mitgliedschaft.objects.count() == 2


def test_overlapping_terms_are_refused_everywhere(admin_client):
    alt = f.MitgliedschaftFactory(von="2015", bis="2020", organisation__name="Verein")
    ueberlappt = "Diese Organisation hat in dem Netzwerk diese Rolle im selben Zeitraum schon."
    url = adresse(Netzwerk, "change", alt.netzwerk_id)
    daten = formular(admin_client, url)
    neue_zeile(daten, "mitgliedschaften", organisation=alt.organisation_id, rolle="mitglied", von="2018")
    assert fehler(admin_client.post(url, daten)) == [f"Mitgliedschaft von Verein: {ueberlappt}"]
    url = adresse(Mitgliedschaft, "add")
    daten = {
        **formular(admin_client, url),
        "netzwerk": alt.netzwerk_id,
        "organisation": alt.organisation_id,
        "von": "2018",
    }
    assert fehler(admin_client.post(url, daten)) == [f"Mitgliedschaft von Verein: {ueberlappt}"]
    assert admin_client.post(url, {**daten, "von": "2021"}).status_code == 302


def test_end_before_beginning_stands_beside_the_end(admin_client):
    mitgliedschaft = f.MitgliedschaftFactory()
    antwort = speichern(admin_client, mitgliedschaft, von="05.2020", bis="2019")
    assert feldfehler(antwort) == {"bis": ["Das Ende liegt vor dem Anfang."]}


def test_same_number_in_two_spellings_is_refused(admin_client):
    kontakt = f.KontaktFactory()
    url = adresse(Kontakt, "change", kontakt.pk)
    daten = formular(admin_client, url)
    for anzeige in ("02331 20780", "0 23 31/2 07 80"):
        neue_zeile(daten, "telefone", anzeige=anzeige, reihenfolge="1")
    assert fehler(admin_client.post(url, daten)) == ["Diese Nummer steht bei dem Kontakt schon."]
    del daten["telefone-1-anzeige"]
    daten["telefone-TOTAL_FORMS"] = "1"
    assert admin_client.post(url, daten).status_code == 302
    daten = formular(admin_client, url)
    neue_zeile(daten, "telefone", anzeige="02331/20780", reihenfolge="2")
    assert fehler(admin_client.post(url, daten)) == ["Diese Nummer steht bei dem Kontakt schon."]


@pytest.mark.parametrize("schon_da", [True, False])
@pytest.mark.parametrize(
    ("praefix", "werte"),
    [
        ("kennzahlen", {"bezeichnung": "Fachkräfte", "zahl": "12", "stand": "2017", "reihenfolge": "1"}),
        ("leistungen", {"titel": "Bänke", "reihenfolge": "1"}),
        ("antworten", {"text": "Ja."}),
    ],
)
def test_rows_of_a_network_are_refused_twice(admin_client, praefix, werte, schon_da):
    netz, frage = f.NetzwerkFactory(), f.FrageFactory()
    url = adresse(Netzwerk, "change", netz.pk)
    zeile = werte if praefix != "antworten" else {**werte, "frage": frage.pk}
    daten = formular(admin_client, url)
    neue_zeile(daten, praefix, **zeile)
    if schon_da:
        assert admin_client.post(url, daten).status_code == 302
        daten = formular(admin_client, url)
    neue_zeile(daten, praefix, **zeile)
    antwort = admin_client.post(url, daten)
    assert (antwort.status_code, bool(fehler(antwort))) == (200, True)
    assert getattr(netz, praefix).count() == int(schon_da)


def test_sites_of_one_name_are_refused(admin_client):
    url = adresse(Organisation, "add")
    daten = {**formular(admin_client, url), "name": "Neu", "art": f.OrganisationsartFactory().pk}
    for _ in range(2):
        neue_zeile(daten, "standorte", name="Hauptstelle", schutz="oeffentlich")
    antwort = admin_client.post(url, daten)
    assert (antwort.status_code, bool(fehler(antwort))) == (200, True)


def test_quotation_without_consent_is_refused(admin_client):  # S13
    netz = f.NetzwerkFactory()
    url = adresse(Netzwerk, "change", netz.pk)
    daten = formular(admin_client, url)
    neue_zeile(daten, "zitate", text="Gut.", funktion="Koordination")
    assert fehler(admin_client.post(url, daten)) == [
        "Ein Zitat braucht eine Einwilligung mit Datum, Umfang, Fassung, wie und von wem sie eingeholt wurde."
    ]


def test_confirmation_needs_day_and_role(admin_client):
    antwort = speichern(admin_client, f.SozialraumFactory(), bestaetigt_am="01.05.2024")
    assert feldfehler(antwort) == {
        "bestaetigt_rolle": ["Bitte geben Sie zur Bestätigung beides an: den Tag und die Rolle."]
    }


def test_outline_is_checked(admin_client):
    antwort = speichern(admin_client, f.SozialraumFactory(), umriss='{"type": "Point"}')
    assert feldfehler(antwort) == {"umriss": ["Erwartet wird GeoJSON vom Typ Polygon oder MultiPolygon."]}
    sozialraum = f.SozialraumFactory()
    polygon = '{"type": "Polygon", "coordinates": [[[7, 51], [8, 51], [8, 52], [7, 51]]]}'
    assert speichern(admin_client, sozialraum, umriss=polygon).redirect_chain != []
    assert Sozialraum.objects.get(pk=sozialraum.pk).umriss["type"] == "Polygon"


def test_opening_hours_are_shown_in_words(admin_client):
    angebot = f.HilfeangebotFactory(oeffnungszeiten="Mo-Su 09:00-12:00; PH off")
    seite = admin_client.get(adresse(Hilfeangebot, "change", angebot.pk))
    vorschau = seite.text.split('<ul class="verweise">')[1].split("</ul>")[0]
    assert "heute" in vorschau
    assert "9–12 Uhr" in vorschau


def test_opening_hours_are_repeated_in_words_after_saving(admin_client):
    angebot = f.HilfeangebotFactory()
    gesagt = meldungen(speichern(admin_client, angebot, oeffnungszeiten="Mo 09:00-12:00; PH off"))
    assert [text for text in gesagt if "Öffnungszeiten: " in text and "Montag 9–12 Uhr" in text] != []
    assert not any("An Feiertagen geöffnet?" in text for text in gesagt)


def test_opening_hours_without_holidays_are_asked_about(admin_client):
    angebot = f.HilfeangebotFactory()
    gesagt = meldungen(speichern(admin_client, angebot, oeffnungszeiten="Mo-Fr 09:00-12:00"))
    assert (
        "An Feiertagen geöffnet? Die Öffnungszeiten sagen es nicht; so gelten sie auch am 25. Dezember. Wenn an Feiertagen "
        "geschlossen ist, tragen Sie bitte ein: <code>Mo-Fr 09:00-12:00; PH off</code>"
    ) in gesagt
    assert Hilfeangebot.objects.get().oeffnungszeiten == "Mo-Fr 09:00-12:00"


def test_opening_hours_that_make_no_sense_are_refused(admin_client):
    antwort = speichern(admin_client, f.HilfeangebotFactory(), oeffnungszeiten="immer mal")
    assert list(feldfehler(antwort)) == ["oeffnungszeiten"]


@pytest.mark.parametrize(
    ("felder", "ort"),
    [
        ({"alter_von": "18", "alter_bis": "12"}, "alter_bis"),
        ({"rund_um_die_uhr": "on", "oeffnungszeiten": "Mo 09:00-12:00; PH off"}, "oeffnungszeiten"),
        ({"krisenlinie": "on", "nur_fachkraefte": "on"}, "nur_fachkraefte"),
    ],
)
def test_offer_errors_stand_beside_their_field(admin_client, felder, ort):
    assert list(feldfehler(speichern(admin_client, f.HilfeangebotFactory(), **felder))) == [ort]


def test_contact_shows_where_it_is_used(admin_client):
    organisation = f.OrganisationFactory(name="Amt")
    kontakt = f.KontaktFactory(organisation=organisation)
    netz = f.NetzwerkFactory(kontakte=[kontakt])
    angebot = f.HilfeangebotFactory(kontakte=[kontakt])
    mitgliedschaft = f.MitgliedschaftFactory(kontakt=kontakt)
    text = admin_client.get(adresse(Kontakt, "change", kontakt.pk)).text
    for zeile in (organisation, netz, angebot, mitgliedschaft):
        assert f'<li><a href="{adresse(type(zeile), "change", zeile.pk)}">{zeile}</a></li>' in text


def test_area_twice_in_one_place_is_refused(admin_client):
    kreis = f.GebietFactory(kreis=True)
    url = adresse(Gebiet, "add")
    daten = {
        **formular(admin_client, url),
        "name": kreis.name,
        "stufe": "kreis",
        "oberhalb": kreis.oberhalb_id,
    }
    assert feldfehler(admin_client.post(url, daten)) == {"name": ["Dieses Gebiet gibt es dort schon."]}
    land = {**formular(admin_client, url), "name": kreis.oberhalb.name, "stufe": "land"}
    assert feldfehler(admin_client.post(url, land)) == {"name": ["Dieses Gebiet gibt es dort schon."]}


def test_area_errors_stand_beside_their_field(admin_client):
    land = f.GebietFactory()
    assert list(feldfehler(speichern(admin_client, land, stufe="kreis", ars=""))) == ["oberhalb"]
    assert list(feldfehler(speichern(admin_client, land, ars="05914"))) == ["ars"]
    assert list(feldfehler(speichern(admin_client, land, kreisfreie_stadt="on"))) == ["kreisfreie_stadt"]


def test_entry_is_added_with_a_free_address(admin_client):
    f.NetzwerkFactory(name="Runder Tisch")
    url = adresse(Netzwerk, "add")
    antwort = admin_client.post(url, {**formular(admin_client, url), "name": "Runder Tisch"})
    assert antwort.status_code == 302
    assert list(Netzwerk.objects.values_list("slug", "status")) == [
        ("runder-tisch", "veroeffentlicht"),
        ("runder-tisch-2", "entwurf"),
    ]


def test_page_of_text_is_previewed_without_scripts(admin_client):  # S23
    seite = f.SeiteFactory(inhalt="**wichtig** <script>alert(1)</script>")
    text = admin_client.get(adresse(Seite, "change", seite.pk)).text
    vorschau = text.split('<div class="vorschau">')[1].split("</div>")[0]
    assert "<strong>wichtig</strong>" in vorschau
    assert "script" not in vorschau


def test_source_is_dated_to_the_year_month_or_day(admin_client):
    netz = f.NetzwerkFactory()
    speichern(admin_client, netz, quelle_stand="04.2017", gegruendet="1990")
    assert Netzwerk.objects.values_list("quelle_stand", "gegruendet").get() == ("2017-04", "1990")
    assert formular(admin_client, adresse(Netzwerk, "change", netz.pk))["quelle_stand"] == "04.2017"


def test_due_date_is_shown(admin_client):
    netz = f.NetzwerkFactory(bestaetigt_am=timezone.localdate(), bestaetigt_rolle="redaktion")
    assert f"{netz.faellig_am:%Y}" in admin_client.get(adresse(Netzwerk, "change", netz.pk)).text


@pytest.mark.parametrize("wert", ["abc", "-1", "9" * 18, "\0", "²"])
def test_made_up_choices_are_refused_without_an_error_page(admin_client, wert):  # S28
    netz = f.NetzwerkFactory()
    url = adresse(Netzwerk, "change", netz.pk)
    daten = {**formular(admin_client, url), "gebiete": [wert], "innerhalb_von": wert}
    neue_zeile(daten, "mitgliedschaften", organisation=wert, rolle=wert, standort=wert)
    assert admin_client.post(url, {**daten, "gelesene_version": wert}).status_code == 200
    assert admin_client.get(adresse(Netzwerk, "add"), {"gebiete": wert, "name": wert}).status_code == 200
    haus = adresse(Standort, "add")
    assert admin_client.get(haus, {"organisation": wert, "grobgebiet": wert}).status_code == 200
    daten = {**formular(admin_client, haus), "organisation": wert, "grobgebiet": wert, "schutz": wert}
    assert admin_client.post(haus, daten).status_code == 200
    assert admin_client.get(adresse(Netzwerk, "change", wert)).status_code == 302
