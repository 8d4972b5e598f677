"""Whether a rule says what its author most likely means."""

from datetime import date, timedelta
from itertools import combinations
from re import findall

from django.core.exceptions import ValidationError

from .auswertung import abschnitte_am
from .meldungen import AUSNAHME_ZU_FRUEH, ERSETZT, NIE_GEOEFFNET
from .regel import Verbund, Zeile, Zustand, lesen

_ALLE = frozenset(range(7))
#: Four years hold every date and weekday a rule without a year can name, 29 February included.
_BEISPIELJAHRE = frozenset(range(2024, 2028))


def pruefe(regel: str) -> None:
    """Raise ValidationError, with what to do and an example, unless ``regel`` can be used as it stands.

    Refused beyond invalid syntax: what never opens, rows that later ones undo, days without a time, and of
    the specification school holidays (SH), sun times, open ends, repetitions and "PH Mo". An empty rule is
    fine. Usable as a model field's validator.
    """
    zeilen = lesen(regel)
    for frueher, spaeter in combinations(zeilen, 2):
        if meldung := _aufgehoben(frueher, spaeter):
            params = {"frueher": frueher.text, "spaeter": spaeter.text}
            raise ValidationError(meldung, code="ohne_wirkung", params=params)
    if zeilen and not _oeffnet(zeilen):
        raise ValidationError(NIE_GEOEFFNET, code="nie_geoeffnet")


def _aufgehoben(frueher: Zeile, spaeter: Zeile):
    """Return the message if ``spaeter`` leaves nothing of ``frueher``, or undoes an exception; else None.

    By the specification a normal row replaces all earlier ones on the days it names. Narrower rows after
    wider ones are the use of that; the reverse is a slip.
    """
    ersetzt = spaeter.verbund == Verbund.NORMAL and spaeter.zustand != Zustand.GESCHLOSSEN
    if not ersetzt or spaeter.weit or spaeter.bestimmte_wochen:
        return None
    tage = _ALLE if spaeter.jeder_tag else spaeter.wochentagsnummern
    feiertage = 0 in spaeter.feiertage or tage == _ALLE
    nur_feiertage = bool(frueher.feiertage and not frueher.wochentage)
    if frueher.weit or nur_feiertage or frueher.bestimmte_wochen:
        trifft = (frueher.wochentagsnummern or _ALLE) & tage or (nur_feiertage and feiertage)
        return AUSNAHME_ZU_FRUEH if trifft else None
    ganz = (frueher.wochentagsnummern or _ALLE) <= tage and (feiertage or not frueher.feiertage)
    return ERSETZT if ganz else None


def _oeffnet(zeilen: tuple[Zeile, ...]) -> bool:
    """Whether there is any open or uncertain time, in the years named or in an ordinary one."""
    genannte = {int(jahr) for zeile in zeilen for jahr in findall(r"\b\d{4}(?!\d)", zeile.weit)}
    return any(
        abschnitt.zeile.zustand != Zustand.GESCHLOSSEN
        for jahr in sorted(_BEISPIELJAHRE | (genannte - {9999}))
        for tag in range(366)
        for abschnitt in abschnitte_am(date(jahr, 1, 1) + timedelta(days=tag), zeilen, "")
    )
