"""Protecting a site and withdrawing consent leave no trace (S9, S11, S13)."""

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError

from netzwerke import services
from netzwerke.anschluesse import anschluesse
from netzwerke.enums import Schutz
from netzwerke.models import Gebiet, Kontakt, Organisation, Standort, VeralteterStand
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    OrganisationFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def haken(monkeypatch):
    """The rows handed to a deletion hook, as a later app would register one."""
    zeilen = []
    monkeypatch.setattr(anschluesse, "_loeschhaken", [])
    anschluesse.loeschhaken_anmelden(zeilen.append)
    return zeilen


@pytest.fixture
def kaputter_haken(monkeypatch):
    def scheitern(zeile):
        raise RuntimeError("Kopie nicht erreichbar")

    monkeypatch.setattr(anschluesse, "_loeschhaken", [scheitern])


@pytest.fixture
def stadtteil():
    return GebietFactory(stadtteil=True, name="Kanarienviertel")


def alles_gespeicherte():
    zeilen = [zeile for model in apps.get_models() for zeile in model._base_manager.all()]
    return serializers.serialize("json", zeilen)


def slugs(menge):
    return sorted(menge.values_list("slug", flat=True))


def kreis_von(gebiet):
    return next(oben for oben in gebiet.vorfahren() if oben.stufe == "kreis")


# --- protecting a site ----------------------------------------------------------------------------


def test_standort_schuetzen_empties_every_detail_and_keeps_the_kreis(stadtteil, haken):
    standort = StandortFactory(mit_anschrift=True, gebiet=stadtteil)
    services.standort_schuetzen(standort)
    frisch = Standort.objects.get(pk=standort.pk)
    assert [getattr(frisch, feld) for feld in Standort.LAGEFELDER] == [
        "",
        "",
        "",
        "",
        None,
        None,
        "",
        "",
        None,
    ]
    assert (frisch.schutz, frisch.grobgebiet) == (Schutz.GESCHUETZT, kreis_von(stadtteil))
    assert haken == [frisch]


def test_standort_schuetzen_leaves_no_canary_anywhere():
    kanarien = {
        "strasse": "Kanariengasse",
        "hausnummer": "7kanari",
        "ort": "Kanarienstadt",
        "oepnv": "Kanarienlinie",
        "barriere_hinweis": "Rampe am Kanarienhof",
    }
    standort = StandortFactory(mit_anschrift=True, breite=51.987654, plz="99987", **kanarien)
    angebot = HilfeangebotFactory(organisation=standort.organisation, standorte=[standort])
    assert "anarien" in alles_gespeicherte()
    services.standort_schuetzen(standort)
    angebot.refresh_from_db()
    angebot.save()
    gespeichert = alles_gespeicherte()
    assert [w for w in ("anari", "51.987654", "99987") if w in gespeichert] == []


def test_standort_schuetzen_widens_a_town_to_its_kreis():
    gemeinde = GebietFactory(gemeinde=True)
    standort = StandortFactory(schutz=Schutz.NUR_ORT, grobgebiet=gemeinde)
    services.standort_schuetzen(standort)
    assert Standort.objects.get(pk=standort.pk).grobgebiet == gemeinde.oberhalb


def test_standort_schuetzen_takes_the_land_where_the_kreis_has_no_key(stadtteil):
    Gebiet.objects.filter(pk=kreis_von(stadtteil).pk).update(ars=None)
    standort = StandortFactory(gebiet=stadtteil)
    services.standort_schuetzen(standort)
    assert Standort.objects.get(pk=standort.pk).grobgebiet == stadtteil.vorfahren()[-1]


def test_standort_schuetzen_knows_no_area_where_none_was_known():
    standort = StandortFactory(mit_anschrift=True, gebiet=None)
    services.standort_schuetzen(standort)
    assert Standort.objects.get(pk=standort.pk).grobgebiet is None


def test_standort_schuetzen_keeps_the_area_it_is_given(stadtteil):
    standort, land = StandortFactory(gebiet=stadtteil), GebietFactory()
    services.standort_schuetzen(standort, land)
    assert Standort.objects.get(pk=standort.pk).grobgebiet == land


def test_standort_schuetzen_refuses_a_gemeinde_and_changes_nothing(stadtteil, haken):
    standort = StandortFactory(mit_anschrift=True, gebiet=stadtteil)
    with pytest.raises(ValidationError) as fehler:
        services.standort_schuetzen(standort, GebietFactory(gemeinde=True))
    assert fehler.value.messages == [
        "Bei einem geschützten Standort ist das grobe Gebiet ein Kreis, eine kreisfreie Stadt oder ein Land."
    ]
    frisch = Standort.objects.get(pk=standort.pk)
    assert (frisch.schutz, frisch.strasse, frisch.gebiet) == (Schutz.OEFFENTLICH, "Hauptstraße", stadtteil)
    assert haken == []


def test_standort_schuetzen_protects_nothing_while_a_copy_remains(stadtteil, kaputter_haken):
    standort = StandortFactory(mit_anschrift=True, gebiet=stadtteil)
    with pytest.raises(RuntimeError):
        services.standort_schuetzen(standort)
    assert Standort.objects.get(pk=standort.pk).strasse == "Hauptstraße"


def lage(eintrag):
    return set(eintrag.gebiete.all()), set(eintrag.sozialraeume.all())


def test_standort_schuetzen_moves_all_of_the_organisation_up_to_the_kreis(stadtteil):
    sozialraum, anderswo = SozialraumFactory(), GebietFactory(gemeinde=True)
    SozialraumGebietFactory(sozialraum=sozialraum, gebiet=anderswo)
    wo = {"gebiete": [stadtteil, stadtteil.vorfahren()[-1]], "sozialraeume": [sozialraum]}
    organisation = OrganisationFactory(**wo)
    angebot = HilfeangebotFactory(organisation=organisation, **wo)
    kontakt = KontaktFactory(organisation=organisation, **wo)
    fremdes = HilfeangebotFactory(**wo)
    services.standort_schuetzen(StandortFactory(organisation=organisation, gebiet=stadtteil))
    grob = {kreis_von(stadtteil), stadtteil.vorfahren()[-1], anderswo.oberhalb}, set()
    assert [lage(eintrag) for eintrag in (organisation, angebot, kontakt)] == [grob] * 3
    assert lage(fremdes) == (set(wo["gebiete"]), {sozialraum})


def test_standort_schuetzen_leaves_the_areas_of_what_has_a_public_site(stadtteil):
    organisation = OrganisationFactory(gebiete=[stadtteil])
    haus, buero = StandortFactory.create_batch(2, organisation=organisation, gebiet=stadtteil)
    wohnen = HilfeangebotFactory(organisation=organisation, standorte=[haus], gebiete=[stadtteil])
    beratung = HilfeangebotFactory(organisation=organisation, standorte=[buero], gebiete=[stadtteil])
    beides = HilfeangebotFactory(organisation=organisation, standorte=[haus, buero], gebiete=[stadtteil])
    fremdes = HilfeangebotFactory(standorte=[haus], gebiete=[stadtteil])
    services.standort_schuetzen(haus)
    kreis = kreis_von(stadtteil)
    assert [list(eintrag.gebiete.all()) for eintrag in (organisation, wohnen, beratung, beides, fremdes)] == [
        [stadtteil],
        [kreis],
        [stadtteil],
        [stadtteil],
        [kreis],
    ]


def test_standort_loeschen_moves_up_what_has_protected_sites_only_then(stadtteil):
    organisation = OrganisationFactory(gebiete=[stadtteil])
    haus = StandortFactory(organisation=organisation, geschuetzt=True)
    buero, zweigstelle = StandortFactory.create_batch(2, organisation=organisation, gebiet=stadtteil)
    kontakt = KontaktFactory(organisation=organisation, gebiete=[stadtteil])
    wohnen = HilfeangebotFactory(organisation=organisation, standorte=[haus, buero], gebiete=[stadtteil])
    fremdes = HilfeangebotFactory(standorte=[buero], gebiete=[stadtteil])
    betroffen = (organisation, kontakt, wohnen, fremdes)
    services.standort_loeschen(buero)
    grob, fein = [kreis_von(stadtteil)], [stadtteil]
    assert [list(eintrag.gebiete.all()) for eintrag in betroffen] == [fein, fein, grob, fein]
    services.standort_loeschen(zweigstelle)
    assert [list(eintrag.gebiete.all()) for eintrag in betroffen] == [grob, grob, grob, fein]
    assert list(Standort.objects.all()) == [haus]


def test_standort_schuetzen_keeps_the_land_whose_holidays_count():
    gebiet = GebietFactory(stadtteil=True)
    Gebiet.objects.filter(pk=gebiet.vorfahren()[-1].pk).update(ars="05")
    standort = StandortFactory(gebiet=gebiet)
    angebot = HilfeangebotFactory(standorte=[standort], oeffnungszeiten="Mo-Fr 09:00-12:00; PH off")
    services.standort_schuetzen(standort)
    angebot.refresh_from_db()
    assert angebot.feiertage_land == "NW"


# --- organisations and offers whose place is hidden ------------------------------------------------


def test_only_protected_sites_make_an_organisation_protected():
    ohne, gemischt, geschuetzt = OrganisationFactory.create_batch(3)
    StandortFactory(organisation=gemischt)
    for organisation in (gemischt, geschuetzt):
        StandortFactory(organisation=organisation, geschuetzt=True)
    assert list(Organisation.objects.nur_geschuetzt()) == [geschuetzt]
    assert Organisation.objects.filter(pk=ohne.pk).nur_geschuetzt().count() == 0


def test_kind_that_starts_protected_is_protected_before_it_has_a_site():
    haus = OrganisationFactory(art__startet_geschuetzt=True)
    mit_ort = StandortFactory(organisation__art__startet_geschuetzt=True).organisation
    assert list(Organisation.objects.nur_geschuetzt()) == [haus]
    assert mit_ort.standorte.count() == 1


LAGE_VERRATEN = (
    "Alle Standorte sind geschützt. Bitte wählen Sie nur Kreise oder Länder und keine Sozialräume, damit der Ort nicht "
    "erkennbar wird."
)


@pytest.mark.parametrize("stufe", ["gemeinde", "bezirk", "stadtteil"])
def test_protected_organisation_may_not_name_areas_below_kreis(stufe):
    organisation = StandortFactory(geschuetzt=True).organisation
    with pytest.raises(ValidationError) as fehler:
        services.pruefe_geschuetzte_lage(organisation, [GebietFactory(**{stufe: True})])
    assert fehler.value.messages == [LAGE_VERRATEN]


def test_protected_organisation_may_not_name_a_sozialraum():
    organisation = StandortFactory(geschuetzt=True).organisation
    with pytest.raises(ValidationError) as fehler:
        services.pruefe_geschuetzte_lage(organisation, [], [SozialraumFactory()])
    assert fehler.value.messages == [LAGE_VERRATEN]


def test_protected_organisation_may_name_kreis_and_land():
    organisation = StandortFactory(geschuetzt=True).organisation
    services.pruefe_geschuetzte_lage(organisation, [GebietFactory(kreis=True), GebietFactory()])


def test_offer_at_protected_sites_only_may_not_name_areas_below_kreis(stadtteil):
    haus = StandortFactory(geschuetzt=True)
    buero = StandortFactory(organisation=haus.organisation)
    services.pruefe_geschuetzte_lage(haus.organisation, [stadtteil], standorte=[haus, buero])
    with pytest.raises(ValidationError) as fehler:
        services.pruefe_geschuetzte_lage(haus.organisation, [stadtteil], standorte=[haus])
    assert fehler.value.messages == [LAGE_VERRATEN]


def test_unprotected_or_new_organisation_may_name_any_area(stadtteil):
    services.pruefe_geschuetzte_lage(StandortFactory().organisation, [stadtteil], [SozialraumFactory()])
    services.pruefe_geschuetzte_lage(OrganisationFactory.build(art=None), [stadtteil])


# --- withdrawing consent --------------------------------------------------------------------------


def test_einwilligung_widerrufen_removes_the_person_and_keeps_the_function(haken):
    kontakt = KontaktFactory(mit_person=True, funktion="Koordination", email="stelle@example.org")
    services.einwilligung_widerrufen(kontakt)
    frisch = Kontakt.objects.get(pk=kontakt.pk)
    leer = {
        feld.name: getattr(frisch, feld.name)
        for feld in Kontakt._meta.fields
        if feld.name.startswith(("person_", "einwilligung_"))
    }
    assert set(leer.values()) == {"", None}
    assert (frisch.funktion, frisch.email, frisch.version) == ("Koordination", "stelle@example.org", 2)
    assert haken == [frisch]


def test_einwilligung_widerrufen_leaves_no_canary_anywhere():
    kontakt = KontaktFactory(
        mit_person=True,
        person_name="Kanarienvogel",
        person_email="kanari@example.org",
        person_telefon="02331 987654",
    )
    assert "Kanarienvogel" in alles_gespeicherte()
    services.einwilligung_widerrufen(kontakt)
    gespeichert = alles_gespeicherte()
    assert [wort for wort in ("anari", "987654") if wort in gespeichert] == []


def test_einwilligung_widerrufen_withdraws_nothing_while_a_copy_remains(kaputter_haken):
    kontakt = KontaktFactory(mit_person=True)
    with pytest.raises(RuntimeError):
        services.einwilligung_widerrufen(kontakt)
    assert Kontakt.objects.get(pk=kontakt.pk).person_name == "Name der Person"


def test_withdrawn_person_is_not_brought_back_by_an_open_form():
    kontakt = KontaktFactory(mit_person=True)
    im_formular = Kontakt.objects.get(pk=kontakt.pk)
    services.einwilligung_widerrufen(kontakt)
    with pytest.raises(VeralteterStand):
        im_formular.save()
    assert Kontakt.objects.get(pk=kontakt.pk).person_name == ""


def test_einwilligung_widerrufen_works_with_a_stale_row():
    kontakt = KontaktFactory(mit_person=True)
    Kontakt.objects.get(pk=kontakt.pk).save()
    services.einwilligung_widerrufen(kontakt)
    assert Kontakt.objects.get(pk=kontakt.pk).person_name == ""
