"""Reads a rule into rows.

The syntax is OpenStreetMap's opening_hours specification
(https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification); opening-hours-py decides what is valid
and writes it in one canonical form. Only that form is taken apart here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.core.exceptions import ValidationError
from opening_hours import OpeningHours, ParserError

from .meldungen import ABGELEHNT, OHNE_UHRZEIT, UNZULAESSIGE_ZEICHEN, ZU_LANG, unlesbar

HOECHSTLAENGE = 500
WOCHENTAGE = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
TAG_MINUTEN = 24 * 60

_KOMMENTAR = re.compile(r'"[^"]*"')
_HINWEIS = re.compile(r'((?:open|off|closed|unknown) )?("[^"]*")', re.IGNORECASE)
_TRENNER = re.compile(r"(; |, | \|\| )")
_WOCHENTAG = rf"(?:{'|'.join(WOCHENTAGE)})"
_TAGEWAHL = rf"(?:{_WOCHENTAG}(?:-{_WOCHENTAG}|\[[-\d,]+\](?: [+-]\d+ days?)?)?|PH(?: [+-]?\d+ days?)?)"
_SPANNE = r"\d\d:\d\d-\d\d:\d\d"
_ZEILE = re.compile(
    r"(?:24/7|(?P<weit>.*?)"
    rf"(?:(?:^| )(?P<tage>{_TAGEWAHL}(?:,{_TAGEWAHL})*))?"
    rf"(?:(?:^| )(?P<zeiten>{_SPANNE}(?:,{_SPANNE})*))?)"
    r"(?: ?\b(?P<zustand>closed|unknown))?"
    r'(?: ?"(?P<kommentar>\d+)")?'
)


class Verbund(StrEnum):
    """How a row joins those before it (specification: rule separators)."""

    NORMAL = ";"  # replaces what the rows before say about the same day
    ZUSATZ = ","  # adds to it
    SONST = "||"  # holds where no row before is open or uncertain


class Zustand(StrEnum):
    """What a row says (specification: rule modifiers)."""

    OFFEN = "open"
    GESCHLOSSEN = "closed"
    UNGEWISS = "unknown"


@dataclass(frozen=True)
class Zeile:
    """One rule_sequence of the specification."""

    verbund: Verbund
    weit: str  #: wide-range selectors (years, dates, weeks), canonical; '' for the whole year
    wochentage: tuple[str, ...]  #: items of the weekday selector: "Mo", "Mo-Fr", "Tu[1,3]"
    feiertage: tuple[int, ...]  #: the PH of the weekday selector, each as its offset in days
    zeiten: tuple[tuple[int, int], ...]  #: minutes since midnight; the end is past 1440 beyond midnight
    zustand: Zustand
    kommentar: str
    text: str  #: the canonical rule, for where no German wording is known

    @property
    def jeder_tag(self) -> bool:
        """Whether the row has no weekday selector, which means every day."""
        return not self.wochentage and not self.feiertage

    @property
    def ganztags(self) -> bool:
        return self.zeiten == ((0, TAG_MINUTEN),)

    @property
    def bestimmte_wochen(self) -> bool:
        """Whether a weekday is counted within the month, as in "Tu[1]"."""
        return any("[" in tag for tag in self.wochentage)

    @property
    def wochentagsnummern(self) -> frozenset[int]:
        """The weekdays named, Monday as 0; those counted within the month included."""
        return frozenset(nummer for tag in self.wochentage for nummer in tagesnummern(tag))


def tagesnummern(tag: str) -> frozenset[int]:
    """Return the weekdays of an item of the weekday selector; a range may run across Sunday."""
    von, _, bis = tag.partition("[")[0].partition("-")
    erster, letzter = WOCHENTAGE.index(von), WOCHENTAGE.index(bis or von)
    return frozenset((erster + i) % 7 for i in range((letzter - erster) % 7 + 1))


def lesen(regel: str) -> tuple[Zeile, ...]:
    """Return the rows of ``regel``, none for an empty rule.

    A comment without a state means "unknown", as in the reference implementation opening_hours.js: where
    one must ask first, nobody is told that it is open.
    Raises ValidationError if the rule is not valid or uses what this package does not support.
    """
    regel = regel.strip()
    if len(regel) > HOECHSTLAENGE:
        raise ValidationError(ZU_LANG, code="zu_lang", params={"hoechstens": HOECHSTLAENGE})
    if not regel.isprintable():
        raise ValidationError(UNZULAESSIGE_ZEICHEN, code="zeichen")
    return _lesen(regel) if regel else ()


@lru_cache(maxsize=4096)
def _lesen(regel: str) -> tuple[Zeile, ...]:
    try:
        OpeningHours(regel)
        _ablehnen(_KOMMENTAR.sub('""', regel))
        kanonisch = str(OpeningHours(_HINWEIS.sub(lambda t: (t[1] or "unknown ") + t[2], regel)))
    except ParserError as fehler:
        raise unlesbar(regel, str(fehler)) from fehler
    kommentare = [" ".join(k[1:-1].split()) for k in _KOMMENTAR.findall(kanonisch)]
    nummern = iter(range(len(kommentare)))
    maskiert = _KOMMENTAR.sub(lambda _: f'"{next(nummern)}"', kanonisch)
    stuecke = [Verbund.NORMAL.value, *_TRENNER.split(maskiert)]
    return tuple(
        _zeile(Verbund(verbund.strip()), text, kommentare)
        for verbund, text in zip(stuecke[::2], stuecke[1::2], strict=True)
    )


def _ablehnen(maskiert: str) -> None:
    """Raise ValidationError for what is valid, but not supported or most likely a mistake."""
    for muster, meldung in ABGELEHNT:
        if muster.search(maskiert):
            raise ValidationError(meldung, code="nicht_unterstuetzt")
    for stueck in re.split(r";|,\s|\|\|", maskiert):
        if not re.search(r'\d:\d\d|24/7|""|\b(?:open|off|closed|unknown)\b', stueck, re.IGNORECASE):
            raise ValidationError(OHNE_UHRZEIT, code="ohne_uhrzeit", params={"teil": stueck.strip()})


def _zeile(verbund: Verbund, text: str, kommentare: list[str]) -> Zeile:
    treffer = _ZEILE.fullmatch(text)
    if treffer is None:
        raise unlesbar(text, "")
    tage = treffer["tage"].split(",") if treffer["tage"] else []
    tage = _nach_klammern(tage)
    kommentar = kommentare[int(treffer["kommentar"])] if treffer["kommentar"] else ""
    return Zeile(
        verbund=verbund,
        weit=treffer["weit"] or "",
        wochentage=tuple(tag for tag in tage if not tag.startswith("PH")),
        feiertage=tuple(_versatz(tag) for tag in tage if tag.startswith("PH")),
        zeiten=_zeiten(treffer["zeiten"]),
        zustand=Zustand(treffer["zustand"] or Zustand.OFFEN),
        kommentar=kommentar,
        text=text.replace("closed", "off").partition('"')[0] + (f'"{kommentar}"' if kommentar else ""),
    )


def _nach_klammern(tage: list[str]) -> list[str]:
    """Join again what was split at a comma within brackets ("Tu[1", "3]")."""
    ganze: list[str] = []
    for tag in tage:
        if ganze and "[" in ganze[-1] and "]" not in ganze[-1]:
            ganze[-1] += f",{tag}"
        else:
            ganze.append(tag)
    return ganze


def _versatz(tag: str) -> int:
    zahl = re.search(r"[+-]?\d+", tag)
    return int(zahl[0]) if zahl else 0


def _zeiten(text: str | None) -> tuple[tuple[int, int], ...]:
    if not text:
        return ((0, TAG_MINUTEN),)
    spannen = []
    for spanne in text.split(","):
        von, bis = (int(zeit[:2]) * 60 + int(zeit[3:]) for zeit in spanne.split("-"))
        spannen.append((von, bis if bis > von else bis + TAG_MINUTEN))
    return tuple(spannen)
