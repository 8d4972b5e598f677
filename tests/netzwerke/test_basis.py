"""What all kinds of entries have in common: derived columns, addresses, order, search, states."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from netzwerke.enums import Status
from netzwerke.models import (
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Netzwerk,
    Organisation,
    Sozialraum,
    Telefon,
)
from tests.factories import (
    EINWILLIGUNG,
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    NetzwerkFactory,
    OrganisationFactory,
    OrganisationsartFactory,
    SozialraumFactory,
    TelefonFactory,
)
from tests.netzwerke.filtersets import filterset

pytestmark = pytest.mark.django_db

FABRIKEN = {
    Netzwerk: NetzwerkFactory,
    Organisation: OrganisationFactory,
    Hilfeangebot: HilfeangebotFactory,
    Sozialraum: SozialraumFactory,
}
je_eintragsart = pytest.mark.parametrize("model", FABRIKEN, ids=lambda model: model.__name__)


# --- derived columns ------------------------------------------------------------------------------


@je_eintragsart
def test_entry_derives_its_columns_when_saved(model):
    eintrag = FABRIKEN[model](
        name="Ärztliche Stelle",
        bestaetigt_am=datetime.date(2026, 1, 1),
        bestaetigt_rolle="redaktion",
        intervall_tage=90,
    )
    eintrag.refresh_from_db()
    assert (eintrag.slug, eintrag.sortierung) == ("aerztliche-stelle", "arztliche stelle")
    assert eintrag.suchtext.split()[:2] == ["arztliche", "stelle"]
    assert eintrag.faellig_am == datetime.date(2026, 4, 1)


@je_eintragsart
def test_entry_derives_its_columns_anew_when_changed(model):
    eintrag = FABRIKEN[model](name="Alt")
    eintrag.name = "Über uns"
    eintrag.save()
    eintrag.refresh_from_db()
    assert (eintrag.slug, eintrag.sortierung) == ("alt", "uber uns")
    assert "uber uns" in eintrag.suchtext


def test_entry_searches_all_its_texts():
    organisation = OrganisationFactory(
        name="Name", kurzname="Kürzel", beschreibung="Große Straße", vorstellung="Möhre"
    )
    assert organisation.suchtext.startswith(" name kurzel grosse strasse mohre ")


def test_update_fields_save_the_derived_columns_too():
    organisation = OrganisationFactory(name="Alt", telefon="110")
    organisation.name, organisation.telefon = "Österreicher Straße", "02331 / 12345"
    organisation.save(update_fields=["name", "telefon"])
    organisation.refresh_from_db()
    assert organisation.sortierung == "osterreicher strasse"
    assert organisation.suchtext.startswith(" osterreicher strasse ")
    assert (organisation.telefon_nummer, organisation.version) == ("+49233112345", 2)


def test_update_fields_leave_no_dialled_number_of_a_person_behind():
    kontakt = KontaktFactory(mit_person=True)
    kontakt.person_telefon = ""
    kontakt.save(update_fields=["person_telefon"])
    assert Kontakt.objects.get(pk=kontakt.pk).person_telefon_nummer == ""


def test_update_fields_do_not_save_anything_else():
    netzwerk = NetzwerkFactory(ziel="Ziel")
    netzwerk.ziel, netzwerk.quelle = "Anderes", "Handbuch"
    netzwerk.save(update_fields=["quelle"])
    netzwerk.refresh_from_db()
    assert (netzwerk.ziel, netzwerk.quelle) == ("Ziel", "Handbuch")


def test_number_that_cannot_be_dialled_is_never_stored():
    with pytest.raises(ValidationError):
        OrganisationFactory(telefon="12")
    with pytest.raises(ValidationError):
        TelefonFactory(anzeige="keine")
    assert (Organisation.objects.filter(telefon="12").exists(), Telefon.objects.exists()) == (False, False)


ZEIT = "2026-05-01T10:00:00+02:00"


def laden(tmp_path, *zeilen):
    datei = tmp_path / "zeilen.json"
    datei.write_text(
        json.dumps([{"model": f"netzwerke.{model}", "fields": felder} for model, felder in zeilen])
    )
    call_command("loaddata", str(datei), verbosity=0)


def test_loaddata_derives_columns_too(tmp_path):
    art = OrganisationsartFactory(slug="verein")
    stempel = {"erstellt_am": ZEIT, "geaendert_am": ZEIT}
    laden(
        tmp_path,
        ("gebiet", {"name": "Märkischer Kreis", "stufe": "land", "ars": ""}),
        ("organisation", {"name": "Ölmühle", "art": ["verein"], "telefon": "0800 22 55 530", **stempel}),
        (
            "kontakt",
            {
                "slug": "leitung",
                "funktion": "Ständige Leitung",
                "person_telefon": "116 016",
                **EINWILLIGUNG,
                "einwilligung_am": "2024-05-01",
                "bestaetigt_am": "2026-01-01",
                "bestaetigt_rolle": "koordination",
                **stempel,
            },
        ),
        ("telefon", {"kontakt": ["leitung"], "anzeige": "0 23 31 / 4 42 34"}),
    )
    gebiet, organisation = Gebiet.objects.get(), Organisation.objects.get()
    kontakt, telefon = Kontakt.objects.get(), Telefon.objects.get()
    assert (gebiet.slug, gebiet.sortierung, gebiet.ars) == ("maerkischer-kreis", "markischer kreis", None)
    assert (organisation.art, organisation.slug, organisation.sortierung) == (art, "oelmuehle", "olmuhle")
    assert (organisation.suchtext.split()[0], organisation.telefon_nummer) == ("olmuhle", "+498002255530")
    assert (kontakt.suchtext.split()[:2], kontakt.person_telefon_nummer) == (
        ["standige", "leitung"],
        "116016",
    )
    assert (kontakt.faellig_am, telefon.nummer) == (datetime.date(2026, 6, 30), "+49233144234")


def test_loaddata_of_what_is_there_keeps_its_address(tmp_path):
    netzwerk = NetzwerkFactory(name="Alt", slug="netz")
    laden(
        tmp_path,
        (
            "netzwerk",
            {
                "slug": "netz",
                "name": "Neu",
                "uuid": str(netzwerk.uuid),
                "erstellt_am": ZEIT,
                "geaendert_am": ZEIT,
            },
        ),
    )
    netzwerk.refresh_from_db()
    assert (netzwerk.slug, netzwerk.name, netzwerk.sortierung) == ("netz", "Neu", "neu")


# --- folded texts ---------------------------------------------------------------------------------

NAMEN_SORTIERT = [
    "1. Frauenhaus",
    "AG § 78",
    "Ärger im Netz",
    "Argus",
    "ärztlicher Dienst",
    "Arztpraxis",
    "Café Öl",
    "Cafe Paula",
    "Cafeteria",
    "Ober",
    "Öffentlich",
    "Ohm",
    "straße A",
    "Strasse B",
    "„Über uns“",
    "Ufer",
    "Zebra",
]


@je_eintragsart
def test_entries_sort_alike_on_both_databases(model):
    for name in NAMEN_SORTIERT[::-1]:
        FABRIKEN[model](name=name)
    assert list(model.objects.values_list("name", flat=True)) == NAMEN_SORTIERT


def test_gebiete_sort_alike_on_both_databases():
    for name in NAMEN_SORTIERT[::-1]:
        GebietFactory(name=name)
    assert list(Gebiet.objects.values_list("name", flat=True)) == NAMEN_SORTIERT


SCHREIBWEISEN = ["ärzt", "ÄRZT", "Aerzt", "arzt", "AERZTLICHE", "ärztliche beratung", "Beratung ärztl"]


@je_eintragsart
@pytest.mark.parametrize("q", SCHREIBWEISEN)
def test_search_finds_umlauts_however_they_are_written(model, q):
    gesucht = FABRIKEN[model](name="Ärztliche Beratungsstelle")
    FABRIKEN[model](name="Andere")
    assert list(filterset(model, q=q).qs) == [gesucht]


@pytest.mark.parametrize("q", ["strasse", "STRASSE", "straße", "Grosse Straße", "große"])
def test_search_finds_sharp_s_however_it_is_written(q):
    gesucht = NetzwerkFactory(name="Große Straße")
    assert list(filterset(Netzwerk, q=q).qs) == [gesucht]


@pytest.mark.parametrize("q", ["%", "_", "\\", "'", '"', "*", "%%%", "a%b", "a_b"])
def test_search_takes_no_sign_for_a_wildcard(q):
    NetzwerkFactory(name="a b und acb")
    erwartet = ["a b und acb"] if q in {"a%b", "a_b"} else []
    assert [n.name for n in filterset(Netzwerk, q=q).qs] == erwartet


@je_eintragsart
def test_only_published_entries_are_public(model):
    eintraege = {status: FABRIKEN[model](status=status) for status in Status.values}
    oeffentlich = eintraege[Status.VEROEFFENTLICHT]
    assert list(model.objects.oeffentlich()) == [oeffentlich]
    assert [e for e in eintraege.values() if e.ist_oeffentlich] == [oeffentlich]


@je_eintragsart
def test_entry_starts_as_a_draft(model):
    assert model().status == Status.ENTWURF


def test_address_taken_meanwhile_gives_way_to_the_next(monkeypatch):
    NetzwerkFactory(name="Gleich")
    echt, vergeben = Netzwerk._freier_slug, iter(["gleich"])
    monkeypatch.setattr(Netzwerk, "_freier_slug", lambda netzwerk: next(vergeben, None) or echt(netzwerk))
    assert NetzwerkFactory(name="Gleich").slug == "gleich-2"


def test_violated_constraint_is_not_mistaken_for_a_taken_address():
    with pytest.raises(IntegrityError), transaction.atomic():
        NetzwerkFactory(bestaetigt_am=datetime.date(2026, 1, 1), bestaetigt_rolle="")
    assert Netzwerk.objects.count() == 0
