"""Days and instants in Germany: public holidays by Land, and wall-clock minutes as instants."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

import holidays

BERLIN = ZoneInfo("Europe/Berlin")


@lru_cache(maxsize=512)
def feiertage(land: str, jahr: int) -> MappingProxyType[date, str]:
    """Return the statutory holidays of a year with their German names.

    ``land`` is the part of ISO 3166-2:DE after the hyphen ("NW"), or '' for what holds nationwide. A day
    that is a holiday in some municipalities only (Fronleichnam in Sachsen, Mariä Himmelfahrt in Bayern) is
    not among them. Raises ValueError for an unknown Land.
    """
    try:
        tage = holidays.country_holidays("DE", subdiv=land or None, years=jahr, expand=False, language="de")
    except NotImplementedError as fehler:
        raise ValueError(f"unknown Land: {land!r}") from fehler
    return MappingProxyType({tag: name.replace("; ", " und ") for tag, name in sorted(tage.items())})


def feiertag(land: str, tag: date) -> str:
    """Return the name of the holiday on ``tag``, '' if it is none."""
    return feiertage(land, tag.year).get(tag, "")


@lru_cache(maxsize=8192)
def augenblick(tag: date, minute: int) -> datetime:
    """Return, in UTC, when the clocks in Germany show ``minute`` minutes since 00:00 of ``tag``.

    Of an hour that comes twice (end of summer time) the first is meant; for one that is left out (start of
    summer time) it is the moment of the change.
    """
    ortszeit = datetime.combine(tag, time()) + timedelta(minutes=minute)
    while True:
        weltzeit = ortszeit.replace(tzinfo=BERLIN).astimezone(UTC)
        if weltzeit.astimezone(BERLIN).replace(tzinfo=None) == ortszeit:
            return weltzeit
        ortszeit += timedelta(minutes=1)
