"""German words for times and days."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .regel import TAG_MINUTEN

#: Said of uncertain times whose rule gives no reason.
UNGEWISS = gettext_lazy("nicht bekannt, ob geöffnet")

WOCHENTAGE = (
    gettext_lazy("Montag"),
    gettext_lazy("Dienstag"),
    gettext_lazy("Mittwoch"),
    gettext_lazy("Donnerstag"),
    gettext_lazy("Freitag"),
    gettext_lazy("Samstag"),
    gettext_lazy("Sonntag"),
)
MONATE = (
    gettext_lazy("Januar"),
    gettext_lazy("Februar"),
    gettext_lazy("März"),
    gettext_lazy("April"),
    gettext_lazy("Mai"),
    gettext_lazy("Juni"),
    gettext_lazy("Juli"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("Oktober"),
    gettext_lazy("November"),
    gettext_lazy("Dezember"),
)


def aufzaehlung(teile: Iterable[str]) -> str:
    """Return "a", "a und b" or "a, b und c"."""
    *vorn, letztes = (str(teil) for teil in teile)
    if not vorn:
        return letztes
    return _("%(vorn)s und %(letztes)s") % {"vorn": ", ".join(vorn), "letztes": letztes}


def stunde(minute: int) -> str:
    """Return "8", "8:30", "24" or, past midnight, "2"."""
    if minute > TAG_MINUTEN:
        minute -= TAG_MINUTEN
    stunden, minuten = divmod(minute, 60)
    return f"{stunden}:{minuten:02}" if minuten else str(stunden)


def uhr(minute: int) -> str:
    """Return "8 Uhr" or "8:30 Uhr"."""
    return _("%(stunde)s Uhr") % {"stunde": stunde(minute)}


def zeitraeume(spannen: Sequence[tuple[int, int]]) -> str:
    """Return "9–12 und 14–16 Uhr", or "rund um die Uhr" for a whole day."""
    if list(spannen) == [(0, TAG_MINUTEN)]:
        return _("rund um die Uhr")
    return _("%(zeiten)s Uhr") % {"zeiten": aufzaehlung(f"{stunde(a)}–{stunde(b)}" for a, b in spannen)}


def wochentage(nummern: frozenset[int]) -> list[str]:
    """Return the days in order, three or more in a row as "Montag bis Mittwoch"."""
    laeufe: list[list[int]] = []
    for nummer in sorted(nummern):
        if laeufe and laeufe[-1][-1] == nummer - 1:
            laeufe[-1].append(nummer)
        else:
            laeufe.append([nummer])
    namen: list[str] = []
    for lauf in laeufe:
        if len(lauf) > 2:
            erster, letzter = WOCHENTAGE[lauf[0]], WOCHENTAGE[lauf[-1]]
            namen.append(_("%(erster)s bis %(letzter)s") % {"erster": erster, "letzter": letzter})
        else:
            namen.extend(str(WOCHENTAGE[nummer]) for nummer in lauf)
    return namen


def datum(tag: date, heute: date) -> str:
    """Return "4. Januar", with the year if it is not that of ``heute``."""
    text = _("%(tag)d. %(monat)s") % {"tag": tag.day, "monat": MONATE[tag.month - 1]}
    return text if tag.year == heute.year else f"{text} {tag.year}"
