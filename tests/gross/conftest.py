from datetime import date
from time import process_time

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from netzwerke.synthese import Auftrag, erzeugen

LISTEN = ("/hilfe/", "/netzwerke/", "/organisationen/", "/sozialraeume/", "/fachkraefte/")
#: Queries that a list page may cost.
HOECHSTENS = 12


def stumm(*meldung):
    """Nobody watches the progress."""


def abfragen(client, adresse):
    with CaptureQueriesContext(connection) as abfragen:
        antwort = client.get(adresse)
    assert antwort.status_code == 200
    return len(abfragen)


@pytest.fixture(scope="module")
def zehntausend(django_db_setup, django_db_blocker):
    """10,000 offers and 1,000 networks for all tests of a module; yields the seconds of CPU they took."""
    with django_db_blocker.unblock(), transaction.atomic():
        anfang = process_time()
        erzeugen(Auftrag(hilfeangebote=10_000, netzwerke=1_000, seed=1, stichtag=date.today()), stumm)
        yield process_time() - anfang
        transaction.set_rollback(True)
