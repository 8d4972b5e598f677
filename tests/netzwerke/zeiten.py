"""Moments and places for the tests of opening hours."""

from datetime import datetime
from zoneinfo import ZoneInfo

from netzwerke.models import Gebiet, Hilfeangebot
from netzwerke.verfuegbarkeit import geoeffnet
from tests.factories import GebietFactory

BERLIN = ZoneInfo("Europe/Berlin")


def am(tag, uhr="00:00", fold=0):
    return datetime.fromisoformat(f"{tag}T{uhr}").replace(tzinfo=BERLIN, fold=fold)


#: A Monday; the Thursday is Fronleichnam, a holiday in NW, not in NI.
JETZT = am("2026-06-01", "10:00")
WERKTAGS = "Mo-Fr 09:00-12:00; PH off"
DONNERSTAG = am("2026-06-04", "10:00")


def land(ars, **stufe):
    """An area in the Land with this key."""
    gebiet = GebietFactory(**stufe)
    oben = gebiet.vorfahren()[-1]
    if vorhanden := Gebiet.objects.filter(ars=ars).first():
        Gebiet.objects.filter(oberhalb=oben).update(oberhalb=vorhanden)
        return vorhanden if gebiet == oben else gebiet
    Gebiet.objects.filter(pk=oben.pk).update(ars=ars)
    gebiet.refresh_from_db()
    return gebiet


def nw(**stufe):
    return land("05", **stufe or {"stadtteil": True})


def ni(**stufe):
    return land("03", **stufe or {"stadtteil": True})


def offene(jetzt):
    return set(Hilfeangebot.objects.filter(geoeffnet(jetzt)))


def ist_offen(angebot, jetzt):
    return angebot in offene(jetzt)
