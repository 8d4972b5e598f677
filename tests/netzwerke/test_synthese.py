from collections import Counter
from datetime import date, timedelta

import phonenumbers
import pytest
from django.core.management import CommandError, call_command

from netzwerke import oeffnungszeiten
from netzwerke.enums import Netzwerkart, Schutz, Status, Stufe
from netzwerke.models import (
    Antwort,
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Mitgliedschaft,
    Netzwerk,
    Oeffnungsintervall,
    Organisation,
    Postleitzahl,
    Sozialraum,
    SozialraumGebiet,
    Standort,
    Telefon,
    Thema,
)
from netzwerke.raum import ueberschneidungen
from netzwerke.synthese import Auftrag, GrunddatenFehlen, SchonVorhanden, erzeugen
from netzwerke.synthese.rufnummern import BEREICHE, rufnummer
from netzwerke.synthese.zeiten import muster
from netzwerke.synthese.zufall import Zipf, Zufall
from tests import factories

STICHTAG = date(2025, 3, 14)
KLEIN = Auftrag(hilfeangebote=90, netzwerke=30, seed=7, stichtag=STICHTAG)
EINTRAEGE = (Sozialraum, Organisation, Hilfeangebot, Netzwerk)


@pytest.fixture
def grundlage(db):
    """The least vocabulary there is, two Länder, a large town, a middling one and small ones."""
    for name, ars in (("Nordrhein-Westfalen", "05"), ("Bayern", "09")):
        factories.GebietFactory(name=name, ars=ars)
    for nummer in range(8):
        factories.PostleitzahlFactory(
            plz=f"5066{nummer}", orte="Köln", breite=50.9 + nummer / 100, laenge=6.9
        )
    for plz, ort in (
        ("58135", "Hagen"),
        ("58089", "Hagen"),
        ("94032", "Passau"),
        ("84028", "Landshut; Altdorf"),
    ):
        factories.PostleitzahlFactory(plz=plz, orte=ort, breite=49.5, laenge=11.1)
    factories.PostleitzahlFactory(plz="99999", orte="Ohne Koordinaten")
    oben = factories.ThemaFactory(slug="gewalt-in-partnerschaft-und-familie")
    themen = [factories.ThemaFactory(slug=slug, oberthema=oben) for slug in ("haeusliche-gewalt", "stalking")]
    factories.LebenslageFactory(themen=[oben])
    factories.LebenslageFactory(themen=themen)
    for slug in ("fachberatungsstelle", "frauenhaus", "jugendamt"):
        factories.OrganisationsartFactory(slug=slug)
    factories.KontaktrolleFactory(slug="beratung")
    factories.FrageFactory.create_batch(12)
    for slug in ("betroffene", "frauen", "kinder"):
        factories.ZielgruppeFactory(slug=slug)
    for code in ("de", "tr", "ar"):
        factories.SpracheFactory(code=code)


@pytest.fixture
def synthese(grundlage):
    erzeugen(KLEIN, lambda *meldung: None)


def test_synthese_makes_as_many_entries_as_asked_for(synthese):
    assert Hilfeangebot.objects.count() == 90
    assert Netzwerk.objects.count() == 30
    assert Organisation.objects.count() == 30
    assert Sozialraum.objects.count() == 10


def test_synthese_rows_are_valid(synthese):
    bezuege = (Gebiet, SozialraumGebiet, Standort, Kontakt, Telefon, Mitgliedschaft, Antwort)
    for model in (*EINTRAEGE, *bezuege):
        zeilen = list(model.objects.all()[:60])
        assert zeilen
        for zeile in zeilen:
            zeile.full_clean()


def test_synthese_derives_columns_as_saving_would(synthese):
    for model in (*EINTRAEGE, Kontakt, Telefon, Gebiet):
        for zeile in model.objects.all()[:20]:
            vorher = {feld.attname: getattr(zeile, feld.attname) for feld in model._meta.concrete_fields}
            zeile.ableiten()
            assert {
                feld.attname: getattr(zeile, feld.attname) for feld in model._meta.concrete_fields
            } == vorher


def test_synthese_entries_are_marked_and_name_their_source(synthese):
    for model in EINTRAEGE:
        for eintrag in model.objects.all():
            assert eintrag.name.endswith(" (Beispiel)")
            assert eintrag.quelle == "Synthetische Beispieldaten, Startwert 7"
    assert not Kontakt.objects.exclude(funktion__endswith=" (Beispiel)").exists()


def test_synthese_names_nobody(synthese):
    assert not Kontakt.objects.exclude(person_name="", person_email="", person_telefon="").exists()


def test_synthese_links_lead_nowhere_real(synthese):
    for website in Organisation.objects.exclude(website="").values_list("website", flat=True):
        assert website.endswith(".example/")
    for email in Kontakt.objects.exclude(email="").values_list("email", flat=True):
        assert email.endswith(".example")


def test_synthese_puts_no_line_on_the_entry_page(synthese):
    assert not Hilfeangebot.objects.filter(krisenlinie=True).exists()


def test_synthese_new_areas_are_chained_to_a_land_and_their_keys_do_not_exist(synthese):
    for gebiet in Gebiet.objects.exclude(stufe=Stufe.LAND):
        assert gebiet.vorfahren()[-1].stufe == Stufe.LAND
        if gebiet.ars:
            assert gebiet.ars[2] == "8"
    assert Gebiet.objects.get(name="Köln").kreisfreie_stadt
    assert Gebiet.objects.get(name="Landshut").oberhalb.name == "Kreis Bayern 1 (Beispiel)"


def test_synthese_uses_an_area_that_exists_and_invents_nothing_inside(grundlage):
    kreis = factories.GebietFactory(
        kreisfrei=True, name="Hagen", ars="05914", oberhalb=Gebiet.objects.get(ars="05")
    )
    erzeugen(KLEIN, lambda *meldung: None)
    assert list(Gebiet.objects.filter(name="Hagen")) == [kreis]
    assert not kreis.darunter.exists()
    assert not kreis.sozialraeume.exists()
    assert kreis.organisation_set.exists()


def test_synthese_keeps_protected_organisations_at_kreis_level(synthese):
    geschuetzte = Organisation.objects.nur_geschuetzt()
    assert geschuetzte
    for organisation in geschuetzte:
        assert {gebiet.stufe for gebiet in organisation.gebiete.all()} <= {Stufe.LAND, Stufe.KREIS}
        assert not organisation.sozialraeume.exists()
        raumbezogen = organisation.mitgliedschaften.filter(
            netzwerk__art__in=[Netzwerkart.STADTTEILFORUM, Netzwerkart.SOZIALRAUMTEAM]
        )
        assert not raumbezogen.exists()
    for angebot in Hilfeangebot.objects.filter(organisation__in=geschuetzte):
        assert {gebiet.stufe for gebiet in angebot.gebiete.all()} <= {Stufe.LAND, Stufe.KREIS}


def test_synthese_some_sozialraeume_overlap(synthese):
    nachbarn = ueberschneidungen(Sozialraum.objects.oeffentlich().values_list("pk", flat=True))
    assert any(nachbarn.values())


def test_synthese_subgroups_are_part_of_networks_without_cycles(synthese):
    untergruppen = Netzwerk.objects.filter(teil_von__isnull=False).distinct()
    assert untergruppen
    assert not Netzwerk.objects.filter(teil_von__teil_von__isnull=False).exists()


def test_synthese_each_network_has_one_coordination(synthese):
    je_netzwerk = Counter(
        Mitgliedschaft.objects.filter(rolle="koordination").values_list("netzwerk", flat=True)
    )
    assert set(je_netzwerk.values()) == {1}
    assert len(je_netzwerk) == 30


def test_synthese_most_entries_are_public_and_confirmed_within_two_years(synthese):
    angebote = Hilfeangebot.objects.all()
    assert 60 < angebote.filter(status=Status.VEROEFFENTLICHT).count() < 90
    tage = [tag for tag in angebote.values_list("bestaetigt_am", flat=True) if tag]
    assert 60 < len(tage) < 90
    assert min(tage) > STICHTAG - timedelta(days=731)
    assert max(tage) <= STICHTAG


def test_synthese_works_out_opening_intervals(synthese):
    mit_zeiten = Hilfeangebot.objects.exclude(oeffnungszeiten="")
    assert mit_zeiten.filter(intervalle_bis__isnull=True).count() == 0
    assert Oeffnungsintervall.objects.filter(hilfeangebot__in=mit_zeiten).exists()


def _spur():
    """What was drawn, without anything the database numbers or clocks."""
    angebote = Hilfeangebot.objects.order_by("uuid").values_list(
        "uuid", "slug", "name", "oeffnungszeiten", "organisation__uuid", "bestaetigt_am"
    )
    mitglieder = Mitgliedschaft.objects.values_list("netzwerk__uuid", "organisation__uuid", "rolle", "von")
    orte = Standort.objects.values_list("organisation__uuid", "name", "strasse", "plz", "grobgebiet__ars")
    themen = Hilfeangebot.themen.through.objects.values_list("hilfeangebot__uuid", "thema__slug")
    telefone = Telefon.objects.values_list("kontakt__uuid", "nummer")
    return [list(angebote), *(sorted(spur, key=str) for spur in (mitglieder, orte, themen, telefone))]


def _leeren():
    for model in (Hilfeangebot, Netzwerk, Sozialraum, Kontakt, Standort):
        model.objects.all().delete()
    Organisation.objects.update(traeger=None)
    Organisation.objects.all().delete()
    for stufe in reversed(Stufe.values[1:]):
        Gebiet.objects.filter(stufe=stufe).delete()


def test_synthese_repeats_itself_by_its_seed(synthese):
    erste = _spur()
    _leeren()
    erzeugen(KLEIN, lambda *meldung: None)
    assert _spur() == erste
    _leeren()
    erzeugen(Auftrag(90, 30, seed=8, stichtag=STICHTAG), lambda *meldung: None)
    assert _spur() != erste


def test_synthese_adds_to_what_is_there_under_another_seed(synthese):
    erzeugen(Auftrag(30, 5, seed=8, stichtag=STICHTAG), lambda *meldung: None)
    assert Hilfeangebot.objects.count() == 120
    assert Gebiet.objects.filter(name="Köln").count() == 1


def test_synthese_refuses_a_seed_it_used_before(synthese):
    with pytest.raises(SchonVorhanden):
        erzeugen(KLEIN, lambda *meldung: None)
    with pytest.raises(CommandError, match="--seed 8"):
        call_command("synthese", seed=7)


def test_synthese_loads_the_grunddaten_where_they_are_missing(db, capsys):
    call_command("synthese", hilfeangebote=6, netzwerke=2, seed=1)
    assert Hilfeangebot.objects.count() == 6
    assert Thema.objects.exists()
    assert "Hilfeangebote: 6 von 6\n" in capsys.readouterr().out


def test_synthese_says_what_is_missing(grundlage):
    Postleitzahl.objects.update(breite=None)
    with pytest.raises(GrunddatenFehlen, match="keine Postleitzahlen mit Ort und Koordinaten"):
        erzeugen(KLEIN, lambda *meldung: None)


def test_synthese_writes_to_production_only_if_asked_twice(grundlage, settings):
    settings.MODUS = settings.PRODUKTION
    with pytest.raises(CommandError, match="--ja-ich-will"):
        call_command("synthese", hilfeangebote=3, netzwerke=0)
    assert not Hilfeangebot.objects.exists()
    call_command("synthese", hilfeangebote=3, netzwerke=0, ja_ich_will=True, verbosity=0)
    assert Hilfeangebot.objects.count() == 3


def test_synthese_refuses_negative_numbers(grundlage):
    with pytest.raises(CommandError, match="ab 0"):
        call_command("synthese", hilfeangebote=-1)


def test_opening_hours_are_two_hundred_different_rules_the_directory_accepts():
    assert len(muster()) == len(set(muster())) > 190
    for regel in muster():
        oeffnungszeiten.pruefe(regel)
    assert {"PH off" in regel for regel in muster()} == {True, False}


def test_telephone_numbers_are_well_formed_and_kept_free_for_fiction():
    zufall = Zufall(1, "test")
    nummern = {rufnummer(zufall) for _nummer in range(200)}
    assert len(nummern) > 150
    for nummer in nummern:
        assert nummer.startswith(BEREICHE)
        assert phonenumbers.is_valid_number(phonenumbers.parse(nummer, "DE"))


def test_zipf_draws_the_first_most_often():
    zufall, wahl = Zufall(1, "test"), Zipf("abcd")
    haeufig = Counter(wahl.ziehe(zufall) for _nummer in range(4000))
    assert [buchstabe for buchstabe, _n in haeufig.most_common()] == ["a", "b", "c", "d"]


def test_protected_sites_know_a_kreis_or_land_only(synthese):
    geschuetzt = Standort.objects.filter(schutz=Schutz.GESCHUETZT)
    assert geschuetzt
    assert {ort.grobgebiet.stufe for ort in geschuetzt} <= {Stufe.KREIS, Stufe.LAND}
    assert not geschuetzt.exclude(ort="").exists()
