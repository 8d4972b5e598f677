"""What is said about a rule that cannot be taken: what is wrong, what to do, and an example."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_TAGE = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_VERSATZ = r"(?: [+-]\d+ days?)?"

ZU_LANG = _(
    "Die Öffnungszeiten sind länger als %(hoechstens)d Zeichen. Fassen Sie gleiche Tage zusammen, "
    "zum Beispiel: Mo-Fr 09:00-12:00; PH off"
)
UNZULAESSIGE_ZEICHEN = _(
    "Die Öffnungszeiten enthalten Zeilenumbrüche oder unsichtbare Zeichen. Schreiben Sie alles in eine Zeile, "
    "zum Beispiel: Mo-Fr 09:00-12:00; PH off"
)
OHNE_UHRZEIT = _(
    "Zu „%(teil)s“ fehlt die Uhrzeit. Tage stehen ohne Leerzeichen hinter dem Komma, "
    "zum Beispiel: Mo,Tu 09:00-12:00. Ganze Tage: Mo-Fr 00:00-24:00"
)
NIE_GEOEFFNET = _(
    "Nach dieser Regel ist nie geöffnet. Geben Sie mindestens eine Öffnungszeit an, "
    "zum Beispiel: Mo-Fr 09:00-12:00; PH off. Sind die Zeiten unbekannt, lassen Sie das Feld leer."
)
ERSETZT = _(
    "„%(frueher)s“ gilt nie, weil „%(spaeter)s“ an denselben Tagen alles Frühere ersetzt. Schreiben Sie "
    "mehrere Zeiten eines Tages zusammen, zum Beispiel: Mo-Fr 09:00-12:00,14:00-16:00"
)
AUSNAHME_ZU_FRUEH = _(
    "„%(frueher)s“ wird von „%(spaeter)s“ aufgehoben, denn die spätere Angabe gewinnt. Setzen Sie Ausnahmen "
    "ans Ende, zum Beispiel: Mo-Fr 09:00-12:00; PH off"
)

#: Valid by the specification, but not taken: pattern in the rule without its comments, and why.
ABGELEHNT = (
    (
        re.compile(r"\bSH\b"),
        _(
            "Schulferien (SH) kennt das Verzeichnis nicht. Geben Sie die Ferien als Datum an, "
            "zum Beispiel: Mo-Fr 09:00-12:00; 2026 Jul 20-2026 Sep 01 off"
        ),
    ),
    (
        re.compile(rf"\bPH{_VERSATZ} {_TAGE}\b|\b{_TAGE}(?:\[[^]]*\])?{_VERSATZ} PH\b", re.IGNORECASE),
        _(
            "Verbinden Sie Feiertage (PH) und Wochentage mit einem Komma ohne Leerzeichen, "
            "zum Beispiel: Mo-Fr,PH 09:00-12:00, oder schreiben Sie eine eigene Angabe: PH off"
        ),
    ),
    (
        re.compile(r"\b(?:sunrise|sunset|dawn|dusk)\b", re.IGNORECASE),
        _("Sonnenauf- und -untergang sind nicht möglich. Geben Sie Uhrzeiten an, zum Beispiel: 08:00-18:00"),
    ),
    (
        re.compile(r":\d\d ?\+"),
        _("Ein offenes Ende ist nicht möglich. Geben Sie beide Uhrzeiten an, zum Beispiel: 17:00-22:00"),
    ),
    (
        re.compile(r":\d\d ?/"),
        _("Wiederholungen sind nicht möglich. Geben Sie Zeiträume an, zum Beispiel: 09:00-12:00,14:00-16:00"),
    ),
    (
        re.compile(r'"" ?:'),
        _(
            "Hinweise in Anführungszeichen stehen hinter der Uhrzeit, "
            'zum Beispiel: Fr 14:00-16:00 "nach Vereinbarung"'
        ),
    ),
)

#: Frequent slips: pattern in the rule without its comments, and what to do.
_AUSRUTSCHER = (
    (
        re.compile(r"\b(?:Di|Mi|Do|So|\w+tags?|Mittwochs?)\b", re.IGNORECASE),
        _("Wochentage heißen Mo, Tu, We, Th, Fr, Sa, Su."),
    ),
    (re.compile(r"[–—‐‑]"), _("Schreiben Sie „bis“ als einfachen Bindestrich (-).")),
    (re.compile(r"\bph\b|Feiertag", re.IGNORECASE), _("Feiertage heißen PH.")),
    (re.compile(r"geschlossen|\bzu\b", re.IGNORECASE), _("„Geschlossen“ heißt off.")),
    (
        re.compile(r"\b(?:Jän|Mär|Mrz|Mai|Okt|Dez)", re.IGNORECASE),
        _("Monate heißen Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec."),
    ),
    (
        re.compile(r"Uhr|\d\.\d\d|(?<![:\d])\d{1,2} ?- ?\d{1,2}(?![:\d])", re.IGNORECASE),
        _("Uhrzeiten brauchen Stunde und Minute mit Doppelpunkt: 09:00-12:00."),
    ),
    (re.compile(r"  "), _("Zwischen zwei Teilen steht genau ein Leerzeichen.")),
    (re.compile(r"[;,|]\s*$"), _("Am Ende steht kein Trennzeichen.")),
    (re.compile(r'^[^"]*"[^"]*$'), _("Ein Anführungszeichen fehlt.")),
    (re.compile(r"(?:^|;) *:"), _("Hinweise in Anführungszeichen stehen hinter der Uhrzeit.")),
)


def unlesbar(regel: str, fehler: str) -> ValidationError:
    """Return the error for a rule the parser refuses, with the spot its message ``fehler`` points to."""
    stelle = re.search(r"--> 1:(\d+)", fehler)
    rest = regel[int(stelle[1]) - 1 :] if stelle else ""
    ohne_kommentare = re.sub(r'"[^"]*"', "", regel)
    hinweise = [str(hinweis) for muster, hinweis in _AUSRUTSCHER if muster.search(ohne_kommentare)]
    wo = _("ab „%(rest)s“ nicht lesbar") % {"rest": rest[:30]} if rest else _("nicht lesbar")
    return ValidationError(
        _("Die Öffnungszeiten sind %(wo)s. %(hinweise)sBeispiel: Mo-Fr 09:00-12:00; PH off"),
        code="unlesbar",
        params={"wo": wo, "hinweise": "".join(f"{hinweis} " for hinweis in hinweise)},
    )
