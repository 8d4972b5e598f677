"""What a rule means now: today's hours, and whether it is open."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .auswertung import intervalle, tagesabschnitte
from .kalender import BERLIN, augenblick, feiertag
from .regel import TAG_MINUTEN, Zustand, lesen
from .sprache import UNGEWISS, WOCHENTAGE, aufzaehlung, datum, uhr, zeitraeume

#: How far ahead the next change is sought: most rules change within the week, seasonal ones within a year.
_VORAUSSCHAU = (timedelta(days=8), timedelta(days=370))
_TAG = timedelta(days=1)
#: An opening that ends on the next day until noon reads "22–2 Uhr", a longer one until midnight.
_FRUEH = 12 * 60


@dataclass(frozen=True)
class Stand:
    """Whether a rule is open at a moment, when that changes next (None: not foreseeable), and in words."""

    offen: bool
    wechsel: datetime | None
    text: str


def stand(regel: str, land: str, jetzt: datetime) -> Stand:
    """Return the state at ``jetzt``: "jetzt geöffnet bis 16 Uhr", "öffnet morgen um 9 Uhr".

    ``text`` is '' for an empty rule and for one that cannot be read; such a rule is never open.
    Raises ValueError for an unknown Land or a naive datetime.
    """
    jetzt = _weltzeit(jetzt)
    if not _lesbar(regel):
        return Stand(False, None, "")
    for weite in _VORAUSSCHAU:
        offen = intervalle(regel, land, jetzt, jetzt + weite)
        beginn, ende = offen[0] if offen else (None, None)
        if beginn and beginn.astimezone(UTC) > jetzt:
            return Stand(False, beginn, _geschlossen(regel, land, jetzt, beginn))
        if ende and ende.astimezone(UTC) < jetzt + weite:
            text = _("jetzt geöffnet bis %(ende)s") % {"ende": _bis(ende, jetzt)}
            return Stand(True, ende, text)
    if offen:
        return Stand(True, None, _("rund um die Uhr geöffnet"))
    return Stand(False, None, _geschlossen(regel, land, jetzt, None))


def heute(regel: str, land: str, jetzt: datetime) -> str:
    """Return today's hours: "heute 9–12 und 14–16 Uhr", "heute geschlossen (Fronleichnam)".

    A night that began yesterday is named until it ends. The holiday is named if the rule speaks of
    holidays. Uncertain times follow with their comment ("14–16 Uhr: nach Vereinbarung"). '' for an empty
    rule and for one that cannot be read.
    """
    jetzt = _weltzeit(jetzt)
    if not _lesbar(regel):
        return ""
    tag = jetzt.astimezone(BERLIN).date()
    zeiten = _offene_zeiten(regel, land, tag, jetzt)
    ungewiss = _ungewisses(regel, land, tag)
    if zeiten:
        ungewiss = [_("sonst: %(hinweis)s") % {"hinweis": u} if sonst else u for u, sonst in ungewiss]
        return _("heute %(zeiten)s") % {"zeiten": "; ".join([zeiten, *ungewiss])}
    if ungewiss:
        text = _("heute: %(hinweise)s") if ungewiss[0][1] else _("heute %(hinweise)s")
        return text % {"hinweise": "; ".join(u for u, _sonst in ungewiss)}
    name = feiertag(land, tag) if any(zeile.feiertage for zeile in lesen(regel)) else ""
    return _("heute geschlossen (%(feiertag)s)") % {"feiertag": name} if name else _("heute geschlossen")


def _weltzeit(jetzt: datetime) -> datetime:
    if jetzt.tzinfo is None:
        raise ValueError("jetzt must be aware")
    return jetzt.astimezone(UTC)


def _lesbar(regel: str) -> bool:
    try:
        return bool(lesen(regel))
    except ValidationError:
        return False


def _offene_zeiten(regel: str, land: str, tag: date, jetzt: datetime) -> str:
    """Return the open times that touch ``tag``, without a night of yesterday that is over."""
    morgen = augenblick(tag + _TAG, 0)
    spannen: list[tuple[int, int]] = []
    rest = ""
    for beginn, ende in intervalle(regel, land, augenblick(tag - _TAG, 0), augenblick(tag + 2 * _TAG, 0)):
        von, bis = _minuten(beginn, tag), _minuten(ende, tag)
        if bis <= 0 or beginn.astimezone(UTC) >= morgen:
            continue
        if von <= 0 and bis >= TAG_MINUTEN:
            return zeitraeume([(0, TAG_MINUTEN)])
        if von >= 0:
            spannen.append((von, bis if bis <= TAG_MINUTEN + _FRUEH else TAG_MINUTEN))
        elif ende.astimezone(UTC) > jetzt:
            rest = _("bis %(ende)s") % {"ende": uhr(bis)}
    teile = ([rest] if rest else []) + ([zeitraeume(spannen)] if spannen else [])
    return aufzaehlung(teile) if teile else ""


def _minuten(zeitpunkt: datetime, tag: date) -> int:
    """Return what the clock shows, in minutes since 00:00 of ``tag``; negative for the day before."""
    return (zeitpunkt.date() - tag).days * TAG_MINUTEN + zeitpunkt.hour * 60 + zeitpunkt.minute


def _ungewisses(regel: str, land: str, tag: date) -> list[tuple[str, bool]]:
    """Return what may be open on ``tag``, as "14–16 Uhr: nach Vereinbarung".

    A row for the whole day is returned without its times, marked as what holds otherwise.
    """
    gruppen: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for a in tagesabschnitte(regel, land, tag):
        if a.zeile.zustand == Zustand.UNGEWISS:
            schluessel = (a.zeile.kommentar or str(UNGEWISS), a.zeile.ganztags)
            gruppen.setdefault(schluessel, []).append((a.beginn, a.ende))
    return [
        (kommentar if ganztags else f"{zeitraeume(spannen)}: {kommentar}", ganztags)
        for (kommentar, ganztags), spannen in gruppen.items()
    ]


def _geschlossen(regel: str, land: str, jetzt: datetime, beginn: datetime | None) -> str:
    text = _("öffnet %(wann)s") % {"wann": _wann(beginn, jetzt)} if beginn else _("geschlossen")
    ortszeit = jetzt.astimezone(BERLIN)
    minute = ortszeit.hour * 60 + ortszeit.minute
    for a in tagesabschnitte(regel, land, ortszeit.date()):
        if a.beginn <= minute < a.ende and a.zeile.zustand == Zustand.UNGEWISS:
            hinweis = _("jetzt: %(hinweis)s") % {"hinweis": a.zeile.kommentar or UNGEWISS}
            return f"{hinweis}; {text}" if beginn else hinweis
    return text


def _wann(zeitpunkt: datetime, jetzt: datetime) -> str:
    """Return "heute um 14 Uhr", "morgen um 9 Uhr", "am Montag um 9 Uhr", "am 4. Januar um 9 Uhr"."""
    text = _tag_und_uhr(zeitpunkt.date(), zeitpunkt.hour * 60 + zeitpunkt.minute, jetzt)
    fern = (zeitpunkt.date() - jetzt.astimezone(BERLIN).date()).days > 1
    return _("am %(zeitpunkt)s") % {"zeitpunkt": text} if fern else text


def _bis(ende: datetime, jetzt: datetime) -> str:
    """Return "16 Uhr", "24 Uhr" or, if it ends on another day, "morgen um 6 Uhr", "Freitag um 24 Uhr"."""
    tag, minute = ende.date(), ende.hour * 60 + ende.minute
    if not minute:
        tag, minute = tag - _TAG, TAG_MINUTEN
    return uhr(minute) if tag == jetzt.astimezone(BERLIN).date() else _tag_und_uhr(tag, minute, jetzt)


def _tag_und_uhr(tag: date, minute: int, jetzt: datetime) -> str:
    diesen = jetzt.astimezone(BERLIN).date()
    abstand = (tag - diesen).days
    if abstand < 2:
        name = _("morgen") if abstand else _("heute")
    else:
        name = str(WOCHENTAGE[tag.weekday()]) if abstand < 7 else datum(tag, diesen)
    return _("%(tag)s um %(uhr)s") % {"tag": name, "uhr": uhr(minute)}
