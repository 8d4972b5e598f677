"""The search among ten thousand synthetic entries: as good, and the same on both databases."""

import pytest
from django.db import transaction

from netzwerke.suche.bewertung import messen
from tests.rangfolgen import (
    ABSTIMMUNG,
    VIELE,
    WEITERE,
    ZWEITE_RUNDE,
    beurteilungen,
    gespeichert,
    rangfolgen,
    sammlung_laden,
    stoerer_laden,
)

pytestmark = [pytest.mark.gross, pytest.mark.django_db]


@pytest.fixture(scope="module")
def unter_vielen(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        sammlung_laden()
        stoerer_laden(*VIELE)
        yield rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)
        transaction.set_rollback(True)


def test_judged_entries_among_ten_thousand_rank_alike_on_both_databases(unter_vielen):
    assert unter_vielen == gespeichert("mit_vielen")


@pytest.mark.parametrize("datei", [ABSTIMMUNG, WEITERE, ZWEITE_RUNDE])
def test_nobody_who_was_hurt_is_led_to_work_with_perpetrators_among_ten_thousand(unter_vielen, datei):
    masse = messen(beurteilungen(datei), unter_vielen)["alle"]
    assert (masse.leer, masse.schaden) == (0, 0)
