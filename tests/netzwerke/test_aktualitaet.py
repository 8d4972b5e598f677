"""When an entry was confirmed, by which role, and when it is due again."""

from datetime import date, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from netzwerke.aktualitaet import Zustand, bestaetigen, faelligkeit, zustand
from netzwerke.aktualitaet.regeln import VORLAUF_TAGE
from netzwerke.models import Netzwerk
from tests.factories import (
    HilfeangebotFactory,
    KontaktFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SozialraumFactory,
)

HEUTE = date(2026, 7, 14)


@pytest.mark.parametrize(
    ("bestaetigt_am", "tage", "faellig"),
    [
        (None, 365, None),
        (date(2026, 1, 1), 180, date(2026, 6, 30)),
        (date(2026, 1, 1), 365, date(2027, 1, 1)),
        (date(2024, 1, 1), 365, date(2024, 12, 31)),
        (date(2026, 1, 1), 0, date(2026, 1, 1)),
    ],
)
def test_due_date_follows_the_confirmation(bestaetigt_am, tage, faellig):
    assert faelligkeit(bestaetigt_am, tage) == faellig


@pytest.mark.parametrize(
    ("faellig_am", "erwartet"),
    [
        (None, Zustand.UNGEPRUEFT),
        (date(2026, 7, 13), Zustand.UEBERFAELLIG),
        (date(2017, 1, 1), Zustand.UEBERFAELLIG),
        (date(2026, 7, 14), Zustand.BALD_FAELLIG),
        (date(2026, 8, 13), Zustand.BALD_FAELLIG),
        (date(2026, 8, 14), Zustand.AKTUELL),
        (date(2030, 1, 1), Zustand.AKTUELL),
    ],
)
def test_state_is_read_from_the_due_date(faellig_am, erwartet):
    assert VORLAUF_TAGE == 30
    assert zustand(faellig_am, HEUTE) == erwartet


def test_state_counts_days_in_germany():
    """At half past midnight in Germany, it is still yesterday in UTC."""
    nachts = datetime(2026, 7, 15, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    with patch("django.utils.timezone.now", return_value=nachts.astimezone(ZoneInfo("UTC"))):
        assert zustand(date(2026, 7, 14)) == Zustand.UEBERFAELLIG
        assert zustand(date(2026, 7, 15)) == Zustand.BALD_FAELLIG


@pytest.mark.parametrize(
    ("wert", "beschriftung"),
    [
        (Zustand.AKTUELL, "aktuell"),
        (Zustand.BALD_FAELLIG, "bald fällig"),
        (Zustand.UEBERFAELLIG, "überfällig"),
        (Zustand.UNGEPRUEFT, "nicht bestätigt"),
    ],
)
def test_state_has_a_german_label(wert, beschriftung):
    assert str(wert.label) == beschriftung


ABSTAENDE = [
    (NetzwerkFactory, 365),
    (OrganisationFactory, 365),
    (SozialraumFactory, 365),
    (HilfeangebotFactory, 180),
    (KontaktFactory, 180),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("fabrik", "tage"), ABSTAENDE, ids=[fabrik.__name__ for fabrik, _tage in ABSTAENDE])
def test_entry_begins_unconfirmed_and_is_due_after_its_interval(fabrik, tage):
    eintrag = fabrik()
    assert (eintrag.intervall_tage, eintrag.faellig_am, eintrag.zustand) == (tage, None, Zustand.UNGEPRUEFT)
    bestaetigen(eintrag, "koordination", HEUTE)
    eintrag.refresh_from_db()
    assert (eintrag.bestaetigt_am, eintrag.bestaetigt_rolle) == (HEUTE, "koordination")
    assert (eintrag.faellig_am - HEUTE).days == tage


@pytest.mark.django_db
def test_confirmation_is_of_today_by_default():
    netzwerk = NetzwerkFactory()
    with patch("netzwerke.aktualitaet.regeln.timezone.localdate", return_value=HEUTE):
        bestaetigen(netzwerk, "redaktion")
        assert netzwerk.zustand == Zustand.AKTUELL
    assert Netzwerk.objects.get().bestaetigt_am == HEUTE


@pytest.mark.django_db
def test_confirmation_counts_as_a_change():
    netzwerk = NetzwerkFactory()
    bestaetigen(netzwerk, "redaktion", HEUTE)
    assert Netzwerk.objects.get().version == 2


@pytest.mark.django_db
def test_other_interval_moves_the_due_date():
    netzwerk = NetzwerkFactory(bestaetigt_am=HEUTE, bestaetigt_rolle="redaktion")
    netzwerk.intervall_tage = 10
    netzwerk.save(update_fields=["intervall_tage"])
    assert Netzwerk.objects.get().faellig_am == date(2026, 7, 24)


@pytest.mark.django_db
def test_withdrawn_confirmation_leaves_no_due_date():
    netzwerk = NetzwerkFactory(bestaetigt_am=HEUTE, bestaetigt_rolle="redaktion")
    netzwerk.bestaetigt_am, netzwerk.bestaetigt_rolle = None, ""
    netzwerk.save()
    assert Netzwerk.objects.get().faellig_am is None


@pytest.mark.django_db
def test_confirmation_needs_day_and_role():
    netzwerk = NetzwerkFactory()
    netzwerk.bestaetigt_am = HEUTE
    with pytest.raises(ValidationError) as fehler:
        netzwerk.full_clean()
    assert fehler.value.message_dict == {
        NON_FIELD_ERRORS: ["Bitte geben Sie zur Bestätigung beides an: den Tag und die Rolle."]
    }


@pytest.mark.django_db
def test_confirmation_is_by_a_known_role():
    netzwerk = NetzwerkFactory(bestaetigt_am=HEUTE, bestaetigt_rolle="redaktion")
    netzwerk.bestaetigt_rolle = "jemand"
    with pytest.raises(ValidationError) as fehler:
        netzwerk.full_clean()
    assert list(fehler.value.message_dict) == ["bestaetigt_rolle"]
