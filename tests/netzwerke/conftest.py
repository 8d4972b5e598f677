from datetime import UTC

import pytest
from django.utils import timezone

from tests.factories import GebietFactory, ThemaFactory
from tests.netzwerke import welt as _welt
from tests.netzwerke.zeiten import JETZT


@pytest.fixture
def uhr(monkeypatch):
    """The clock, stopped at JETZT; call it to set it."""

    def stellen(jetzt):
        monkeypatch.setattr(timezone, "now", lambda: jetzt.astimezone(UTC))

    stellen(JETZT)
    return stellen


@pytest.fixture
def welt(db):
    """Public entries of every kind, each related to the others."""
    return _welt.welt()


@pytest.fixture
def stadt(db):
    return GebietFactory(name="Hagen", kreisfrei=True, oberhalb=GebietFactory(name="Westfalen"))


@pytest.fixture
def stadtteil(stadt):
    bezirk = GebietFactory(name="Mitte", bezirk=True, oberhalb=stadt)
    return GebietFactory(name="Wehringhausen", stadtteil=True, oberhalb=bezirk)


@pytest.fixture
def stalking(db):
    return ThemaFactory(name="Stalking", slug="stalking")
