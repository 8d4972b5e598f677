"""A rule in German lines, derived from the rule itself, not from some week's openings."""

import re
from collections.abc import Callable, Iterable, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .auswertung import Abschnitt, auftragen, geltende
from .jahreszeit import zeitraum
from .regel import TAG_MINUTEN, Verbund, Zeile, Zustand, lesen, tagesnummern
from .sprache import UNGEWISS, WOCHENTAGE, aufzaehlung, wochentage, zeitraeume

_ALLE = frozenset(range(7))
_GANZER_TAG = [(0, TAG_MINUTEN)]
_IM_MONAT = re.compile(r"\w\w\[(?P<wochen>[-\d,]+)\]")


def beschreibung(regel: str) -> list[str]:
    """Return lines such as "Montag bis Donnerstag 8–20 Uhr" and "an Feiertagen geschlossen".

    The plain weekly rows are merged as they take effect, so that a Friday of its own is not also within
    "Montag bis Freitag". Rows for seasons, dates or single weeks of a month follow one by one; where there
    are no words for one, its line quotes the row. A rule that cannot be read is returned as it is.
    """
    try:
        zeilen = lesen(regel)
    except ValidationError:
        return [regel.strip()]
    woche, feiertage = _woche([zeile for zeile in zeilen if _ist_woechentlich(zeile)])
    besondere = [
        _besondere(zeile, erste=not platz)
        for platz, zeile in enumerate(zeilen)
        if not _ist_woechentlich(zeile)
    ]
    return woche + besondere + feiertage


def _ist_woechentlich(zeile: Zeile) -> bool:
    zusaetzlich = zeile.verbund == Verbund.ZUSATZ and zeile.zustand != Zustand.GESCHLOSSEN
    return not (
        zeile.weit
        or zeile.bestimmte_wochen
        or zeile.verbund == Verbund.SONST
        or any(zeile.feiertage)
        or (zeile.feiertage and zusaetzlich)
    )


def _woche(zeilen: Sequence[Zeile]) -> tuple[list[str], list[str]]:
    """Return a line for each set of days with the same hours, and apart that of holidays alone."""
    gruppen: dict[str, set[int]] = {}
    for nummer in sorted(_ALLE):
        inhalt = _tag(zeilen, lambda z, n=nummer: z.jeder_tag or n in z.wochentagsnummern)
        gruppen.setdefault(inhalt, set()).add(nummer)
    gruppen.pop("", None)
    an_feiertagen = _tag(zeilen, lambda z: bool(z.feiertage))
    woche = [
        _tage_und_zeiten(frozenset(nummern), inhalt, inhalt == an_feiertagen)
        for inhalt, nummern in gruppen.items()
    ]
    if not an_feiertagen or an_feiertagen in gruppen:
        return woche, []
    return woche, [_tage_und_zeiten(frozenset(), an_feiertagen, True)]


def _tage_und_zeiten(nummern: frozenset[int], inhalt: str, auch_feiertage: bool) -> str:
    if nummern != _ALLE:
        tage = wochentage(nummern) + ([_("an Feiertagen")] if auch_feiertage else [])
        return _verbunden(aufzaehlung(tage), inhalt)
    ohne_tage = inhalt.startswith(":") or inhalt == zeitraeume(_GANZER_TAG)
    zeile = _verbunden("" if ohne_tage else _("täglich"), inhalt)
    return _("%(zeiten)s, auch an Feiertagen") % {"zeiten": zeile} if auch_feiertage else zeile


def _verbunden(tage: str, inhalt: str) -> str:
    """Join "Montag" and "9–12 Uhr", or "Montag" and ": nach Vereinbarung"; ``tage`` may be ''."""
    if not tage:
        return inhalt.removeprefix(": ")
    return f"{tage}{inhalt}" if inhalt.startswith(":") else f"{tage} {inhalt}"


def _tag(zeilen: Iterable[Zeile], passt: Callable[[Zeile], bool]) -> str:
    abschnitte: list[Abschnitt] = []
    for _platz, zeile in geltende(zeilen, passt):
        for von, bis in zeile.zeiten:
            abschnitte = auftragen(abschnitte, Abschnitt(von, bis, zeile))
    return _inhalt(abschnitte)


def _inhalt(abschnitte: Sequence[Abschnitt]) -> str:
    """Return what follows the days: "9–12 Uhr", ": nach Vereinbarung", "geschlossen", '' for nothing."""
    gruppen: dict[tuple[Zustand, str], list[tuple[int, int]]] = {}
    for a in abschnitte:
        spannen = gruppen.setdefault((a.zeile.zustand, a.zeile.kommentar), [])
        if spannen and spannen[-1][1] == a.beginn:
            spannen[-1] = (spannen[-1][0], a.ende)
        else:
            spannen.append((a.beginn, a.ende))
    zugaenglich = {art: spannen for art, spannen in gruppen.items() if art[0] != Zustand.GESCHLOSSEN}
    texte = [_angabe(*art, spannen) for art, spannen in (zugaenglich or gruppen).items()]
    return texte[0] if len(texte) == 1 else ", ".join(text.removeprefix(": ") for text in texte)


def _angabe(zustand: Zustand, kommentar: str, spannen: Sequence[tuple[int, int]]) -> str:
    ganztags = list(spannen) == _GANZER_TAG
    text = zeitraeume(spannen)
    if zustand == Zustand.GESCHLOSSEN:
        text = _("geschlossen") if ganztags else _("%(zeiten)s geschlossen") % {"zeiten": text}
    elif zustand == Zustand.UNGEWISS:
        kommentar = kommentar or str(UNGEWISS)
        if ganztags:
            return f": {kommentar}"
    return f"{text} ({kommentar})" if kommentar else text


def _besondere(zeile: Zeile, *, erste: bool) -> str:
    """Return the line of a row that is not weekly; it quotes the row if there are no words for it."""
    wann, tage = zeitraum(zeile.weit), _tage(zeile)
    if wann is None or tage is None:
        return _("Sonderregel: %(regel)s") % {"regel": zeile.text}
    inhalt = _inhalt([Abschnitt(von, bis, zeile) for von, bis in zeile.zeiten])
    geschlossen = zeile.zustand == Zustand.GESCHLOSSEN
    if zeile.verbund == Verbund.ZUSATZ and not erste and not geschlossen:
        inhalt = _verbunden(_("zusätzlich"), inhalt)
    if zeile.verbund == Verbund.SONST:
        tage = f"{_('sonst')} {tage}".strip()
    if wann and not tage and geschlossen:
        return _verbunden(wann, inhalt)
    zeiten = _verbunden(tage, inhalt)
    return f"{wann}: {zeiten}" if wann else zeiten


def _tage(zeile: Zeile) -> str | None:
    """Return words for the weekday selector, '' for every day, None if there are none for it."""
    ganze = [tagesnummern(tag) for tag in zeile.wochentage if "[" not in tag]
    teile = [
        *wochentage(frozenset().union(*ganze)),
        *(_im_monat(tag) for tag in zeile.wochentage if "[" in tag),
        *(_feiertag(versatz) for versatz in zeile.feiertage),
    ]
    if None in teile:
        return None
    return aufzaehlung(teile) if teile else ""


def _im_monat(tag: str) -> str | None:
    """Return "erster und dritter Montag im Monat" for "Mo[1,3]", None with an offset in days."""
    treffer = _IM_MONAT.fullmatch(tag)
    if treffer is None:
        return None
    woerter = {
        1: _("erster"),
        2: _("zweiter"),
        3: _("dritter"),
        4: _("vierter"),
        5: _("fünfter"),
        -1: _("letzter"),
        -2: _("vorletzter"),
        -3: _("drittletzter"),
        -4: _("viertletzter"),
        -5: _("fünftletzter"),
    }
    (nummer,) = tagesnummern(tag)
    wievielte = aufzaehlung(woerter[int(woche)] for woche in treffer["wochen"].split(","))
    return _("%(wievielte)s %(wochentag)s im Monat") % {
        "wievielte": wievielte,
        "wochentag": WOCHENTAGE[nummer],
    }


def _feiertag(versatz: int) -> str | None:
    woerter = {0: _("an Feiertagen"), -1: _("am Tag vor Feiertagen"), 1: _("am Tag nach Feiertagen")}
    return woerter.get(versatz)
