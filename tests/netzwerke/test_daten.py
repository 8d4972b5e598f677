"""How the data the software comes with get into the database."""

import csv
import json

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from netzwerke.daten import bundesweit_laden, dateien, grunddaten_laden, plz_laden
from netzwerke.daten.laden import SAETZE, THEMENLINIEN
from netzwerke.daten.plz import TABELLE
from netzwerke.models import (
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Lebenslage,
    Netzwerk,
    Organisation,
    Postleitzahl,
    Seite,
    Sozialraum,
    Telefon,
    Thema,
)
from tests.factories import NetzwerkFactory, OrganisationFactory

ALLE_DATEIEN = [datei for satz in SAETZE for datei in dateien(satz)]


def bestand():
    """Every row of the app, as loaded."""
    modelle = [Postleitzahl, Thema, Gebiet, Seite, Organisation, Kontakt, Telefon, Hilfeangebot, Lebenslage]
    return [serializers.serialize("json", modell.objects.order_by("pk")) for modell in modelle]


@pytest.fixture
def grunddaten(db):
    """Grunddaten and nationwide lines, without the postcodes."""
    bundesweit_laden(grunddaten_laden())


def test_grunddaten_twice_changes_nothing(grunddaten):
    plz_laden()
    vorher = bestand()
    call_command("grunddaten", bundesweit=True, verbosity=0)
    assert bestand() == vorher


def test_grunddaten_keep_edited_rows_and_bring_back_missing_ones(grunddaten):
    plz_laden()
    Thema.objects.filter(slug="stalking").update(name="Nachstellung", suchworte="")
    Postleitzahl.objects.filter(plz="58135").update(orte="Haspe")
    Seite.objects.filter(slug="impressum").update(inhalt="Stadt Hagen")
    Lebenslage.objects.get(slug="betrieb").themen.clear()
    Lebenslage.objects.get(slug="vermutung").delete()
    call_command("grunddaten", bundesweit=True, verbosity=0)
    stalking = Thema.objects.get(slug="stalking")
    assert (stalking.name, stalking.suchworte) == ("Nachstellung", "")
    assert Postleitzahl.objects.get(plz="58135").orte == "Haspe"
    assert Seite.objects.get(slug="impressum").inhalt == "Stadt Hagen"
    assert Lebenslage.objects.get(slug="betrieb").themen.count() == 0
    assert Lebenslage.objects.get(slug="vermutung").themen.count() > 0


def test_a_topic_keeps_the_line_it_was_given_and_one_that_was_taken(grunddaten):
    opfer_telefon = Hilfeangebot.objects.get(slug="opfer-telefon")
    Thema.objects.filter(slug="stalking").update(nationale_linie=opfer_telefon)
    Thema.objects.filter(slug="digitale-gewalt").update(nationale_linie=None)
    Thema.objects.filter(slug="zwangsverheiratung").delete()
    call_command("grunddaten", bundesweit=True, verbosity=0)
    linien = dict(Thema.objects.values_list("slug", "nationale_linie__slug"))
    assert linien["stalking"] == "opfer-telefon"
    assert linien["digitale-gewalt"] is None
    assert linien["zwangsverheiratung"] == "hilfetelefon-gewalt-gegen-frauen"


def test_grunddaten_alone_bring_no_entries(db, capsys):
    call_command("grunddaten")
    assert "Postleitzahlen: 8168 von 8168" in capsys.readouterr().out
    assert (Organisation.objects.count(), Netzwerk.objects.count(), Hilfeangebot.objects.count()) == (0, 0, 0)
    assert Thema.objects.exclude(nationale_linie=None).count() == 0


def test_every_line_belongs_to_a_topic_and_an_offer(grunddaten):
    with THEMENLINIEN.open(encoding="utf-8", newline="") as datei:
        zeilen = [(zeile["thema"], zeile["hilfeangebot"]) for zeile in csv.DictReader(datei, delimiter=";")]
    assert sorted(zeilen) == sorted(
        Thema.objects.exclude(nationale_linie=None).values_list("slug", "nationale_linie__slug")
    )


@pytest.mark.parametrize("factory", [OrganisationFactory, NetzwerkFactory])
def test_beispieldaten_refuse_a_directory_in_use(db, factory):
    factory()
    with pytest.raises(CommandError, match="Geladen wurde nichts"):
        call_command("beispieldaten", verbosity=0)
    call_command("beispieldaten", wenn_leer=True, verbosity=0)
    assert (Postleitzahl.objects.count(), Sozialraum.objects.count()) == (0, 0)


def test_beispieldaten_complete_a_directory_that_has_the_nationwide_lines_and_load_once(grunddaten):
    call_command("beispieldaten", verbosity=0)
    assert Hilfeangebot.objects.filter(bundesweit=True).count() == 10
    assert Netzwerk.objects.filter(slug="ak-90").exists()
    with pytest.raises(CommandError, match="Geladen wurde nichts"):
        call_command("beispieldaten", verbosity=0)


def test_beispieldaten_load_all_or_nothing(db, monkeypatch):
    def ungueltig(self, **kwargs):
        raise ValidationError("So nicht.")

    monkeypatch.setattr(Hilfeangebot, "full_clean", ungueltig)
    with pytest.raises(CommandError, match=r"netzwerke\.Hilfeangebot .*So nicht"):
        call_command("beispieldaten", verbosity=0)
    assert (Postleitzahl.objects.count(), Thema.objects.count(), Netzwerk.objects.count()) == (0, 0, 0)


def test_fixtures_load_with_loaddata_in_order(db):
    plz_laden()
    call_command("loaddata", *ALLE_DATEIEN, verbosity=0)
    assert Netzwerk.objects.get(slug="ak-90").suchtext
    call_command("pruefen", stdout=None)


def test_loading_stamps_entries_with_the_time_of_loading(db):
    vorher = timezone.now()
    bundesweit_laden(grunddaten_laden())
    assert Organisation.objects.filter(erstellt_am__gte=vorher, geaendert_am__gte=vorher).count() == 9


@pytest.mark.parametrize("datei", ALLE_DATEIEN, ids=lambda datei: f"{datei.parent.name}-{datei.stem}")
def test_fixture_has_the_agreed_form(datei):
    text = datei.read_text(encoding="utf-8")
    zeilen = json.loads(text)
    assert text == json.dumps(zeilen, ensure_ascii=False, indent=2) + "\n"
    assert {zeile["model"] for zeile in zeilen} == {f"netzwerke.{datei.stem}"}
    assert [zeile for zeile in zeilen if "pk" in zeile] == []


# --- Postcodes ------------------------------------------------------------------------------------


def test_plz_are_complete(db):
    assert plz_laden() == 8168
    assert sorted(Postleitzahl.objects.filter(breite=None).values_list("plz", flat=True)) == [
        "60312",
        "99331",
    ]
    haspe = Postleitzahl.objects.get(plz="58135")
    assert (haspe.orte, haspe.breite, haspe.laenge) == ("Hagen", 51.3377, 7.4218)
    assert plz_laden() == 0


def test_plz_table_is_made_from_the_two_packages(tmp_path, capsys):
    koordinaten, orte, ziel = tmp_path / "de.py", tmp_path / "orte.json", tmp_path / "plz.csv"
    koordinaten.write_text("coordinates = {'58135': (51.33769, 7.42184), '98554': (50.5, 10.5)}")
    orte.write_text('{"99331": ["Geratal"], "58135": ["Wetter", "Hagen"]}')
    call_command("plz_daten", koordinaten=koordinaten, orte=orte, ziel=ziel)
    assert ziel.read_text(encoding="utf-8") == (
        'plz;orte;breite;laenge\n58135;"Hagen; Wetter";51.3377;7.4218\n99331;Geratal;;\n'
    )
    assert capsys.readouterr().out == "2 Postleitzahlen geschrieben, 1 davon ohne Koordinaten.\n"


@pytest.mark.parametrize("inhalt", ["import os", "a = {}\nb = {}", "a = open('x')", "{", None])
def test_plz_table_is_not_made_from_anything_else(tmp_path, inhalt):
    koordinaten, orte = tmp_path / "de.py", tmp_path / "orte.json"
    orte.write_text("{}")
    if inhalt is not None:
        koordinaten.write_text(inhalt)
    with pytest.raises(CommandError, match="Das ging nicht"):
        call_command("plz_daten", koordinaten=koordinaten, orte=orte, ziel=tmp_path / "plz.csv")
    assert not (tmp_path / "plz.csv").exists()


@pytest.mark.parametrize(("lage", "namen"), [("a = [1]", "{}"), ("a = {}", "[1]")])
def test_plz_table_stays_as_it_is_if_a_source_has_another_shape(tmp_path, lage, namen):
    koordinaten, orte, ziel = tmp_path / "de.py", tmp_path / "orte.json", tmp_path / "plz.csv"
    koordinaten.write_text(lage)
    orte.write_text(namen)
    ziel.write_text("bisher")
    with pytest.raises(CommandError, match="Das ging nicht"):
        call_command("plz_daten", koordinaten=koordinaten, orte=orte, ziel=ziel)
    assert ziel.read_text() == "bisher"


def test_plz_table_names_its_licence():
    assert "Open Database License" in TABELLE.with_name("LICENSE.md").read_text(encoding="utf-8")
    assert "© OpenStreetMap contributors" in TABELLE.with_name("README.md").read_text(encoding="utf-8")
