"""German words for the wide-range selectors (years, months, dates, weeks), in the library's canonical form."""

import re

from django.utils.translation import gettext as _

from .sprache import MONATE, aufzaehlung

_KUERZEL = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OHNE_ENDE = "9999"
_MONAT = rf"(?:{'|'.join(_KUERZEL)})"
_JAHRE = re.compile(r"(?P<von>\d{4})(?:-(?P<bis>\d{4}))?")
_MONATE = re.compile(rf"(?P<jahr>\d{{4}})?(?P<von>{_MONAT})(?:-(?P<bis>{_MONAT}))?")
_TAGE = re.compile(
    rf"(?:(?P<jahr>\d{{4}}) )?(?P<monat>{_MONAT}) (?P<tag>\d\d?)"
    rf"(?:-(?:(?P<jahr2>\d{{4}}) )?(?P<monat2>{_MONAT}) (?P<tag2>\d\d?))?"
)
_WOCHEN = re.compile(r"(?P<von>\d\d)(?:-(?P<bis>\d\d)(?:/(?P<schritt>\d+))?)?")


def zeitraum(weit: str) -> str | None:
    """Return words for a wide-range selector, '' for none, None if there are none for it."""
    if not weit:
        return ""
    rest, _week, wochen = weit.partition("week")
    teile = rest.strip().split(",") if rest.strip() else []
    texte = [_teil(teil) for teil in teile]
    if any(_JAHRE.fullmatch(teil) for teil in teile) and not all(_JAHRE.fullmatch(teil) for teil in teile):
        return None
    if wochen:
        texte.append(_kalenderwochen(wochen))
    if None in texte:
        return None
    if wochen and teile:
        return f"{aufzaehlung(texte[:-1])}, {texte[-1]}"
    return aufzaehlung(texte)


def _teil(teil: str) -> str | None:
    if treffer := _JAHRE.fullmatch(teil):
        return _spanne(treffer["von"], treffer["bis"])
    if treffer := _MONATE.fullmatch(teil):
        text = _spanne(_monat(treffer["von"]), treffer["bis"] and _monat(treffer["bis"]))
        return f"{text} {treffer['jahr']}" if treffer["jahr"] else text
    if treffer := _TAGE.fullmatch(teil):
        return _tage(treffer)
    return None


def _spanne(von: str, bis: str | None) -> str:
    if bis == _OHNE_ENDE:
        return _("ab %(von)s") % {"von": von}
    return _("%(von)s bis %(bis)s") % {"von": von, "bis": bis} if bis else von


def _monat(kuerzel: str) -> str:
    return str(MONATE[_KUERZEL.index(kuerzel)])


def _tage(t: re.Match[str]) -> str:
    """Return "24. Dezember", "24. bis 26. Dezember", "20. Juli bis 1. September 2026"."""
    ende = f" {t['jahr2'] or t['jahr']}" if t["jahr"] else ""
    if not t["tag2"]:
        return f"{t['tag']}. {_monat(t['monat'])}{ende}"
    erster = f"{t['tag']}. {_monat(t['monat'])}"
    if t["jahr2"] == _OHNE_ENDE:
        return _spanne(f"{erster} {t['jahr']}", _OHNE_ENDE)
    if t["jahr"] != t["jahr2"]:
        erster += f" {t['jahr']}" if t["jahr"] else ""
    elif t["monat"] == t["monat2"]:
        erster = f"{t['tag']}."
    return _spanne(erster, f"{t['tag2']}. {_monat(t['monat2'])}{ende}")


def _kalenderwochen(wochen: str) -> str | None:
    texte = []
    for teil in wochen.split(","):
        treffer = _WOCHEN.fullmatch(teil)
        if treffer is None:
            return None
        if treffer["schritt"]:
            return _jede_zweite(treffer) if teil == wochen else None
        texte.append(_spanne(str(int(treffer["von"])), treffer["bis"] and str(int(treffer["bis"]))))
    wort = _("Kalenderwoche") if wochen.isdigit() else _("Kalenderwochen")
    return f"{wort} {aufzaehlung(texte)}"


def _jede_zweite(t: re.Match[str]) -> str | None:
    """Return words for every second week of the whole year; None for other steps."""
    if t["schritt"] != "2" or int(t["bis"]) < 52:
        return None
    return {"01": _("ungerade Kalenderwochen"), "02": _("gerade Kalenderwochen")}.get(t["von"])
