"""When a rule is open, by the specification, with two readings of its own.

Public holidays (PH) are those of the Land: opening-hours-py knows the nationwide ones only. And a time past
midnight belongs to the day on which it begins: "Fr 22:00-02:00; Sa 10:00-12:00" stays open until two on
Saturday, where the specification would let the Saturday's row replace the night's rest. A later closing row
("off") still cuts that rest. Reasons in docs/decisions/0010-oeffnungszeiten.md.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from datetime import time as uhrzeit
from functools import lru_cache
from typing import NamedTuple

from django.core.exceptions import ValidationError
from opening_hours import OpeningHours

from .kalender import BERLIN, augenblick, feiertag
from .regel import TAG_MINUTEN, Verbund, Zeile, Zustand, lesen

_TAG = timedelta(days=1)
_MITTAG = uhrzeit(12)


class Abschnitt(NamedTuple):
    """A stretch of a day, in minutes since its midnight, and the row that says so."""

    beginn: int
    ende: int
    zeile: Zeile


@lru_cache(maxsize=4096)
def _auswahl(selektor: str) -> OpeningHours:
    return OpeningHours(selektor)


def _passt(zeile: Zeile, land: str, tag: date) -> bool:
    """Whether the selectors of ``zeile`` choose ``tag``; the library decides on all but PH."""
    mittag = datetime.combine(tag, _MITTAG)
    if zeile.weit and not _auswahl(zeile.weit).is_open(mittag):
        return False
    if zeile.jeder_tag:
        return True
    if zeile.wochentage and _auswahl(",".join(zeile.wochentage)).is_open(mittag):
        return True
    return any(feiertag(land, tag - timedelta(days=versatz)) for versatz in zeile.feiertage)


def geltende(zeilen: Iterable[Zeile], passt: Callable[[Zeile], bool]) -> list[tuple[int, Zeile]]:
    """Return the rows that hold on a day, each with its place in the rule.

    A normal row replaces those before it. A closing row takes only its own times away, but one for the
    whole day also the night that would have begun on it.
    """
    gelten: list[tuple[int, Zeile]] = []
    for platz, zeile in enumerate(zeilen):
        if not passt(zeile):
            continue
        if _ersetzt(zeile):
            gelten.clear()
        gelten.append((platz, zeile))
    return gelten


def _ersetzt(zeile: Zeile) -> bool:
    if zeile.zustand == Zustand.GESCHLOSSEN:
        return zeile.ganztags and zeile.verbund != Verbund.SONST
    return zeile.verbund == Verbund.NORMAL


def auftragen(abschnitte: list[Abschnitt], neu: Abschnitt) -> list[Abschnitt]:
    """Lay ``neu`` over a day's stretches; a fallback row only fills what is closed."""
    if neu.zeile.verbund == Verbund.SONST:
        oben = [a for a in abschnitte if a.zeile.zustand != Zustand.GESCHLOSSEN]
        return [neu] if not oben else _darueber([neu], oben)
    return _darueber(abschnitte, [neu])


def _darueber(unten: list[Abschnitt], oben: list[Abschnitt]) -> list[Abschnitt]:
    for a in oben:
        links = [u._replace(ende=min(u.ende, a.beginn)) for u in unten]
        rechts = [u._replace(beginn=max(u.beginn, a.ende)) for u in unten]
        unten = [u for u in links + rechts if u.beginn < u.ende]
    return sorted(unten + oben, key=lambda a: a.beginn)


@lru_cache(maxsize=16384)
def tagesabschnitte(regel: str, land: str, tag: date) -> tuple[Abschnitt, ...]:
    """Return the stretches of a calendar day by ``regel``; none if it cannot be read."""
    try:
        return abschnitte_am(tag, lesen(regel), land)
    except ValidationError:
        return ()


def abschnitte_am(tag: date, zeilen: tuple[Zeile, ...], land: str) -> tuple[Abschnitt, ...]:
    """Return the stretches of a calendar day in order, without overlap; what is missing is closed."""
    nachts = any(bis > TAG_MINUTEN for zeile in zeilen for _, bis in zeile.zeiten)
    gestern = geltende(zeilen, lambda zeile: _passt(zeile, land, tag - _TAG)) if nachts else []
    heute = geltende(zeilen, lambda zeile: _passt(zeile, land, tag))
    spannen = [
        (platz, Abschnitt(max(von + versatz, 0), min(bis + versatz, TAG_MINUTEN), zeile))
        for gelten, versatz in ((gestern, -TAG_MINUTEN), (heute, 0))
        for platz, zeile in gelten
        for von, bis in zeile.zeiten
    ]
    abschnitte: list[Abschnitt] = []
    for _, abschnitt in sorted(spannen, key=lambda spanne: spanne[0]):
        if abschnitt.beginn < abschnitt.ende:
            abschnitte = auftragen(abschnitte, abschnitt)
    return tuple(abschnitte)


def intervalle(regel: str, land: str, von: datetime, bis: datetime) -> list[tuple[datetime, datetime]]:
    """Return when ``regel`` is open between ``von`` and ``bis``, in order, merged and clipped.

    The datetimes are in Europe/Berlin. Python subtracts and compares two of them by the clock, not by the
    time that passes: convert to UTC before taking a duration across a change of summer time.
    Uncertain times ("unknown", a comment without "open") do not count as open. A rule that cannot be read
    is never open. Raises ValueError for an unknown Land or a naive datetime.
    """
    if von.tzinfo is None or bis.tzinfo is None:
        raise ValueError("von and bis must be aware")
    von, bis = von.astimezone(UTC), bis.astimezone(UTC)
    offen: list[tuple[datetime, datetime]] = []
    tag = von.astimezone(BERLIN).date()
    while (anfang := augenblick(tag, 0)) < bis:
        for abschnitt in tagesabschnitte(regel, land, tag):
            if abschnitt.zeile.zustand != Zustand.OFFEN:
                continue
            beginn = max(augenblick(tag, abschnitt.beginn) if abschnitt.beginn else anfang, von)
            ende = min(augenblick(tag, abschnitt.ende), bis)
            if offen and beginn <= offen[-1][1]:
                offen[-1] = (offen[-1][0], max(ende, offen[-1][1]))
            elif beginn < ende:
                offen.append((beginn, ende))
        tag += _TAG
    return [(beginn.astimezone(BERLIN), ende.astimezone(BERLIN)) for beginn, ende in offen]
