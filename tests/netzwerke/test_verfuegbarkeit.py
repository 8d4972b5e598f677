"""Who can be reached now: stored intervals, the Land whose holidays count, and what happens without them."""

import random
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from netzwerke import oeffnungszeiten, verfuegbarkeit
from netzwerke.enums import Status
from netzwerke.models import Gebiet, Hilfeangebot, Oeffnungsintervall
from netzwerke.verfuegbarkeit import VORAUS_TAGE, intervalle_erneuern
from tests.factories import (
    HilfeangebotFactory,
)
from tests.netzwerke.filtersets import filterset
from tests.netzwerke.zeiten import BERLIN, JETZT, WERKTAGS, am, ist_offen, land, nw, offene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uhr")]


def intervalle(angebot):
    zeilen = Oeffnungsintervall.objects.filter(hilfeangebot=angebot).order_by("beginn")
    return [(z.beginn.astimezone(BERLIN), z.ende.astimezone(BERLIN)) for z in zeilen]


# --- stored intervals -----------------------------------------------------------------------------


def test_intervals_are_stored_when_an_offer_is_saved():
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00,14:00-16:00")
    assert intervalle(angebot) == [
        (am(f"2026-06-{tag:02}", von), am(f"2026-06-{tag:02}", bis))
        for tag, von, bis in [
            (1, "09:00", "12:00"),
            (1, "14:00", "16:00"),
            (8, "09:00", "12:00"),
            (8, "14:00", "16:00"),
            # The fortnight ends here.
            (15, "09:00", "10:00"),
        ]
    ]
    angebot.refresh_from_db()
    assert angebot.intervalle_bis == JETZT + timedelta(days=VORAUS_TAGE)


def test_intervals_begin_with_the_day_before():
    angebot = HilfeangebotFactory(oeffnungszeiten="Su 22:00-02:00")
    assert intervalle(angebot)[0] == (am("2026-05-31", "22:00"), am("2026-06-01", "02:00"))


def test_intervals_are_stored_by_loaddata_too(tmp_path):
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    datei = tmp_path / "angebot.json"
    call_command(
        "dumpdata",
        "netzwerke.hilfeangebot",
        "--natural-foreign",
        "--natural-primary",
        output=str(datei),
        verbosity=0,
    )
    Oeffnungsintervall.objects.all().delete()
    call_command("loaddata", str(datei), verbosity=0)
    assert len(intervalle(angebot)) == 3


def test_changed_hours_replace_the_intervals():
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    angebot.oeffnungszeiten = "Tu 10:00-11:00"
    angebot.save()
    assert intervalle(angebot) == [
        (am(f"2026-06-{tag:02}", "10:00"), am(f"2026-06-{tag:02}", "11:00")) for tag in (2, 9)
    ]


@pytest.mark.parametrize("frisch", [True, False])
def test_emptied_hours_leave_no_intervals(frisch):
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    if frisch:
        angebot.refresh_from_db()
    angebot.oeffnungszeiten = ""
    angebot.save()
    angebot.refresh_from_db()
    assert (intervalle(angebot), angebot.intervalle_bis) == ([], None)


def test_saving_the_same_row_twice_keeps_the_intervals():
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00", gebiete=[nw()])
    angebot.save()
    angebot.refresh_from_db()
    assert len(intervalle(angebot)) == 3
    assert (angebot.feiertage_land, angebot.intervalle_bis is None, angebot.version) == ("NW", False, 2)


def test_derived_intervals_do_not_make_an_open_form_stale():
    angebot = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    im_formular = Hilfeangebot.objects.get(pk=angebot.pk)
    intervalle_erneuern()
    im_formular.save()
    assert Hilfeangebot.objects.get().version == 2


@pytest.mark.parametrize("angaben", [{}, {"rund_um_die_uhr": True}])
def test_offer_without_hours_has_no_intervals(angaben):
    angebot = HilfeangebotFactory(**angaben)
    angebot.refresh_from_db()
    assert (intervalle(angebot), angebot.intervalle_bis) == ([], None)


def test_intervals_go_with_their_offer():
    HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00").delete()
    assert Oeffnungsintervall.objects.exists() is False


# --- open now -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regel", "jetzt", "offen"),
    [
        ("Mo 09:00-12:00", am("2026-06-01", "08:59"), False),
        ("Mo 09:00-12:00", am("2026-06-01", "09:00"), True),
        ("Mo 09:00-12:00", am("2026-06-01", "11:59"), True),
        ("Mo 09:00-12:00", am("2026-06-01", "12:00"), False),
        # Across midnight.
        ("Fr 22:00-02:00", am("2026-06-05", "23:59"), True),
        ("Fr 22:00-02:00", am("2026-06-06", "00:00"), True),
        ("Fr 22:00-02:00", am("2026-06-06", "01:59"), True),
        ("Fr 22:00-02:00", am("2026-06-06", "02:00"), False),
        ("Fr 22:00-02:00", am("2026-06-05", "01:00"), False),
        ("Mo-Su 00:00-24:00", am("2026-06-03", "00:00"), True),
        # Open, but by arrangement only: nobody is told that it is open.
        ('Mo 09:00-12:00 "nach Vereinbarung"', am("2026-06-01", "10:00"), False),
    ],
)
def test_offer_is_open_by_its_hours(regel, jetzt, offen):
    assert ist_offen(HilfeangebotFactory(oeffnungszeiten=regel), jetzt) is offen


@pytest.mark.parametrize("gespeichert", [True, False])
@pytest.mark.parametrize(
    ("regel", "jetzt", "offen"),
    [
        # 25 October 2026: at three o'clock the clocks go back to two.
        ("Su 02:00-03:00", am("2026-10-25", "01:59"), False),
        ("Su 02:00-03:00", am("2026-10-25", "02:30"), True),
        ("Su 02:00-03:00", am("2026-10-25", "02:30", fold=1), True),
        ("Su 02:00-03:00", am("2026-10-25", "03:00"), False),
        ("Sa 22:00-06:00", am("2026-10-25", "05:59"), True),
        ("Sa 22:00-06:00", am("2026-10-25", "06:00"), False),
        # 29 March 2026: at two o'clock the clocks go on to three.
        ("Su 01:00-04:00", am("2026-03-29", "01:59"), True),
        ("Su 01:00-04:00", am("2026-03-29", "03:30"), True),
        ("Su 01:00-04:00", am("2026-03-29", "04:00"), False),
        ("Su 01:00-02:30", am("2026-03-29", "03:00"), False),
        ("Sa 22:00-06:00", am("2026-03-29", "05:59"), True),
    ],
)
def test_offer_is_open_by_the_clock_when_it_is_changed(uhr, regel, jetzt, offen, gespeichert):
    uhr(jetzt - timedelta(days=2))
    angebot = HilfeangebotFactory(oeffnungszeiten=regel)
    if not gespeichert:
        Hilfeangebot.objects.update(intervalle_bis=None)
        Oeffnungsintervall.objects.all().delete()
    assert ist_offen(angebot, jetzt) is offen


def test_offer_round_the_clock_is_always_open():
    angebot = HilfeangebotFactory(rund_um_die_uhr=True)
    assert [ist_offen(angebot, am(tag, "03:00")) for tag in ("2026-12-25", "2040-01-01")] == [True, True]


def test_offer_without_hours_is_never_said_to_be_open():
    assert ist_offen(HilfeangebotFactory(), JETZT) is False


REGELN = [
    "Mo-Fr 09:00-12:00; PH off",
    "Mo-Th 08:00-20:00; Fr 08:00-15:00",
    "Fr 22:00-02:00; Sa 10:00-12:00",
    "Mo-Su,PH 07:00-22:00",
    "Tu[1] 17:00-19:00",
    "Jun 01-Jun 10 09:00-17:00; PH 12:00-13:00",
]


@pytest.mark.parametrize("gespeichert", [True, False])
def test_stored_intervals_and_fallback_say_the_same_as_the_rule(gespeichert):
    wo = nw()
    angebote = [HilfeangebotFactory(oeffnungszeiten=regel, gebiete=[wo]) for regel in REGELN]
    if not gespeichert:
        Hilfeangebot.objects.update(intervalle_bis=None)
        Oeffnungsintervall.objects.all().delete()
    zufall = random.Random(2026)
    for _ in range(60):
        jetzt = JETZT + timedelta(minutes=zufall.randrange((VORAUS_TAGE - 1) * 24 * 60))
        erwartet = {a for a in angebote if oeffnungszeiten.stand(a.oeffnungszeiten, "NW", jetzt).offen}
        assert offene(jetzt) == erwartet


# --- without stored intervals ---------------------------------------------------------------------


@pytest.fixture
def gerechnet(monkeypatch):
    """The (rule, Land) pairs that are worked out on the spot."""
    aufrufe, stand = [], oeffnungszeiten.stand

    def merken(regel, kuerzel, jetzt):
        aufrufe.append((regel, kuerzel))
        return stand(regel, kuerzel, jetzt)

    monkeypatch.setattr(oeffnungszeiten, "stand", merken)
    return aufrufe


def test_stored_intervals_spare_the_rules(gerechnet):
    for regel in REGELN:
        HilfeangebotFactory(oeffnungszeiten=regel)
    offene(JETZT + timedelta(days=VORAUS_TAGE, minutes=-1))
    assert gerechnet == []


def test_rule_is_worked_out_where_the_intervals_have_run_out(gerechnet):
    angebot = HilfeangebotFactory(oeffnungszeiten=WERKTAGS, gebiete=[nw()])
    ende = JETZT + timedelta(days=VORAUS_TAGE)
    assert [ist_offen(angebot, ende + timedelta(hours=stunde)) for stunde in (0, 1, 2)] == [True, True, False]
    # Allerheiligen is a holiday in NW: 2027 it is a Monday.
    assert ist_offen(angebot, am("2027-11-01", "10:00")) is False
    assert gerechnet == [(WERKTAGS, "NW")] * 4


def test_same_rule_is_worked_out_once(gerechnet):
    wo = nw()
    for _ in range(3):
        HilfeangebotFactory(oeffnungszeiten=WERKTAGS, gebiete=[wo])
    HilfeangebotFactory(oeffnungszeiten=WERKTAGS)
    Hilfeangebot.objects.update(intervalle_bis=None)
    assert len(offene(JETZT)) == 4
    assert sorted(gerechnet) == [(WERKTAGS, ""), (WERKTAGS, "NW")]


def test_rules_of_hidden_offers_are_not_worked_out(gerechnet):
    for status in (Status.ENTWURF, Status.VERBORGEN, Status.ARCHIVIERT, Status.GELOESCHT):
        HilfeangebotFactory(oeffnungszeiten=WERKTAGS, status=status)
    Hilfeangebot.objects.update(intervalle_bis=None)
    assert (offene(JETZT), gerechnet) == (set(), [])


def test_number_of_rules_worked_out_is_bounded(gerechnet, monkeypatch):
    monkeypatch.setattr(verfuegbarkeit, "HOECHSTENS_REGELN", 2)
    for stunde in (11, 12, 13):
        HilfeangebotFactory(oeffnungszeiten=f"Mo 09:00-{stunde}:00")
    Hilfeangebot.objects.update(intervalle_bis=None)
    assert (len(offene(JETZT)), len(gerechnet)) == (2, 2)


def test_unreadable_rule_is_never_open():
    angebot = HilfeangebotFactory()
    Hilfeangebot.objects.update(oeffnungszeiten="montags vormittags")
    intervalle_erneuern()
    assert ist_offen(angebot, JETZT) is False
    assert ist_offen(angebot, JETZT + timedelta(days=100)) is False


# --- the daily command ----------------------------------------------------------------------------


def erneuern():
    ausgabe = StringIO()
    call_command("oeffnungszeiten", stdout=ausgabe)
    return ausgabe.getvalue()


def test_command_works_out_all_offers_anew(uhr, gerechnet):
    angebote = [HilfeangebotFactory(oeffnungszeiten=WERKTAGS) for _ in range(3)]
    HilfeangebotFactory()
    HilfeangebotFactory(rund_um_die_uhr=True)
    spaeter = JETZT + timedelta(days=100)
    uhr(spaeter)
    assert erneuern() == "3 Angebote, 14 Tage im Voraus berechnet.\n"
    ersten = {Oeffnungsintervall.objects.filter(hilfeangebot=a).earliest("beginn").beginn for a in angebote}
    assert ersten == {spaeter - timedelta(days=1)}
    assert set(Hilfeangebot.objects.exclude(oeffnungszeiten="").values_list("intervalle_bis", flat=True)) == {
        spaeter + timedelta(days=VORAUS_TAGE)
    }
    assert (offene(spaeter), gerechnet) == ({*angebote, Hilfeangebot.objects.get(rund_um_die_uhr=True)}, [])


def test_command_twice_stores_the_same():
    HilfeangebotFactory(oeffnungszeiten=WERKTAGS)
    erneuern()
    vorher = list(Oeffnungsintervall.objects.order_by("beginn").values_list("beginn", "ende"))
    erneuern()
    assert list(Oeffnungsintervall.objects.order_by("beginn").values_list("beginn", "ende")) == vorher


def test_command_notices_that_an_area_has_moved_to_another_land():
    gebiet = nw()
    angebot = HilfeangebotFactory(oeffnungszeiten=WERKTAGS, gebiete=[gebiet])
    kreisfreie_stadt = gebiet.vorfahren()[-2]
    Gebiet.objects.filter(pk=kreisfreie_stadt.pk).update(oberhalb=land("03"))
    erneuern()
    angebot.refresh_from_db()
    assert angebot.feiertage_land == "NI"


def test_command_removes_intervals_of_hours_emptied_by_another_way():
    HilfeangebotFactory(oeffnungszeiten=WERKTAGS)
    Hilfeangebot.objects.update(oeffnungszeiten="", intervalle_bis=None)
    erneuern()
    assert Oeffnungsintervall.objects.exists() is False


def test_command_works_in_batches(monkeypatch):
    for _ in range(5):
        HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    Oeffnungsintervall.objects.all().delete()
    monkeypatch.setattr(verfuegbarkeit, "STAPEL", 2)
    assert erneuern() == "5 Angebote, 14 Tage im Voraus berechnet.\n"
    assert Oeffnungsintervall.objects.count() == 15


def test_only_the_offers_asked_for_are_renewed():
    eines, anderes = (HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00") for _ in range(2))
    Oeffnungsintervall.objects.all().delete()
    assert intervalle_erneuern([eines.pk]) == 1
    assert (len(intervalle(eines)), len(intervalle(anderes))) == (3, 0)


# --- the list's filter ----------------------------------------------------------------------------


def test_filter_finds_who_can_be_reached_now(uhr):
    offen = HilfeangebotFactory(oeffnungszeiten="Mo 09:00-12:00")
    immer = HilfeangebotFactory(rund_um_die_uhr=True)
    HilfeangebotFactory(oeffnungszeiten="Tu 09:00-12:00")
    HilfeangebotFactory()

    def gefunden():
        gefiltert = filterset(Hilfeangebot, jetzt_geoeffnet="1")
        (option,) = gefiltert.zaehlung.optionen["jetzt_geoeffnet"]
        return set(gefiltert.qs), option.anzahl

    assert gefunden() == ({offen, immer}, 2)
    uhr(am("2026-06-01", "12:00"))
    assert gefunden() == ({immer}, 1)
