"""Words that no entry has: endings still to be typed, and typing errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from netzwerke.models import Gebiet, Suchform

#: Shorter words are not corrected: almost every one is an error away from another.
KORREKTUR_AB = 4
#: Up to this length one error is allowed, beyond it two.
EIN_FEHLER_BIS = 6
#: How many words of the vocabulary are looked at, the most frequent first.
FENSTER = 3000
#: From this length on the first letter may be the wrong one.
ANFANG_FALSCH_AB = 8
VORSCHLAEGE = 3
VERVOLLSTAENDIGUNGEN = 12


@dataclass(frozen=True)
class Korrektur:
    """A word of the query that nobody uses, and what was probably meant (``anzeige`` as it is written)."""

    wort: str
    form: str
    anzeige: str


def vervollstaendigungen(wort: str) -> list[str]:
    """Words that begin with ``wort``, the most frequent first."""
    if len(wort) < KORREKTUR_AB:
        return []
    formen = Suchform.objects.filter(form__gte=wort, form__lt=f"{wort}~").order_by("-anzahl", "form")
    return list(formen.values_list("form", flat=True)[:VERVOLLSTAENDIGUNGEN])


def korrekturen(
    wort: str, weitere: Mapping[str, str] = MappingProxyType({}), auch_orte: bool = True
) -> list[Korrektur]:
    """The nearest words of the vocabulary and names of places, nearest and most frequent first.

    ``weitere`` are more words to compare with: folded → as written. Without ``auch_orte`` names of places are none.
    """
    if len(wort) < KORREKTUR_AB or wort.isdigit():
        return []
    hoechstens = 1 if len(wort) <= EIN_FEHLER_BIS else 2
    kandidaten = {form: (anzeige, 0) for form, anzeige in weitere.items()} | _fenster(wort, hoechstens)
    if auch_orte:
        kandidaten = _orte(wort) | kandidaten
    treffer = process.extract(
        wort, list(kandidaten), scorer=OSA.distance, score_cutoff=hoechstens, limit=None
    )
    # Hardly anybody mistypes the first letter: "besser" is no knife.
    treffer = [t for t in treffer if t[0][0] == wort[0] or (t[1] < 2 and len(wort) >= ANFANG_FALSCH_AB)]
    treffer.sort(key=lambda t: (t[1], -kandidaten[t[0]][1], t[0]))
    return [Korrektur(wort, form, kandidaten[form][0]) for form, _abstand, _stelle in treffer[:VORSCHLAEGE]]


def _orte(wort: str) -> dict[str, tuple[str, int]]:
    """Names of areas with the same beginning: folded → (as written, frequency)."""
    gebiete = Gebiet.objects.filter(sortierung__gte=wort[:2], sortierung__lt=f"{wort[:2]}~")
    return {gebiet: (name, 1) for gebiet, name in gebiete.values_list("sortierung", "name")}


def _fenster(wort: str, hoechstens: int) -> dict[str, tuple[str, int]]:
    """Words of about this length with the same beginning or end: form → (as written, frequency)."""
    spanne = {"laenge__gte": len(wort) - hoechstens, "laenge__lte": len(wort) + hoechstens}
    kandidaten: dict[str, tuple[str, int]] = {}
    for anhalt in ({"anfang": wort[:2]}, {"ende": wort[-3:]}):
        formen = Suchform.objects.filter(**spanne, **anhalt).order_by("-anzahl", "form")
        for form, anzeige, anzahl in formen.values_list("form", "anzeige", "anzahl")[:FENSTER]:
            kandidaten[form] = (anzeige, anzahl)
    return kandidaten
