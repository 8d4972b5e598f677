"""The answer to a query."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from netzwerke.anschluesse import anschluesse
from netzwerke.suche.anfrage import Anfrage, verstehen
from netzwerke.suche.auswahl import Kandidat, kandidaten
from netzwerke.suche.begriffe import Begriffe
from netzwerke.suche.rang import Rangfolge, Treffer
from netzwerke.suche.volltext import Suchgruppe
from netzwerke.suche.zusatz import OHNE_ZUSATZ, Zusatz


@dataclass
class Ergebnis:
    """``verworfen`` are candidates that the ranking left out: noise, and what would do harm."""

    anfrage: Anfrage
    treffer: list[Treffer]
    verworfen: list[Kandidat] = field(default_factory=list)


def artengruppe(arten: Collection[int] | None) -> Suchgruppe:
    """The condition that a document is of one of these kinds; by default of those that everybody may search."""
    if arten is None:
        arten = [art.suche.nummer for art in anschluesse.sucharten() if art.suche.fuer_alle]
    return tuple((f"a_{nummer}",) for nummer in sorted(arten))


def suchen(
    text: str,
    *,
    arten: Collection[int] | None = None,
    bedingungen: tuple[Suchgruppe, ...] = (),
    wie_geschrieben: bool = False,
    heute: date | None = None,
    begriffsnetz: Begriffe | None = None,
    zusatz: Zusatz = OHNE_ZUSATZ,
) -> Ergebnis:
    """Answer a query with its best entries, best first.

    ``arten`` are numbers of kinds, ``bedingungen`` further groups of tokens of which each must match. A query
    that asks for nothing gets nothing. ``begriffsnetz`` is another vocabulary than the stored one. ``zusatz`` is
    what no token says: a radius, or that the nearest are read first.
    """
    anfrage = verstehen(text, wie_geschrieben, begriffsnetz)
    return beantworten(anfrage, arten=arten, bedingungen=bedingungen, heute=heute, zusatz=zusatz)


def beantworten(
    anfrage: Anfrage,
    *,
    arten: Collection[int] | None = None,
    bedingungen: tuple[Suchgruppe, ...] = (),
    heute: date | None = None,
    zusatz: Zusatz = OHNE_ZUSATZ,
) -> Ergebnis:
    """The same for a query that was read already."""
    if anfrage.ist_leer:
        return Ergebnis(anfrage, [])
    gefunden = kandidaten(anfrage, (artengruppe(arten), *bedingungen), zusatz)
    gewollt = {token for gruppe in bedingungen if len(gruppe) == 1 for token in gruppe[0]}
    treffer = Rangfolge(anfrage, heute or timezone.localdate(), gewollt).ordnen(gefunden)
    genommen = {einer.id for einer in treffer}
    return Ergebnis(anfrage, treffer, [gefunden[nummer] for nummer in gefunden if nummer not in genommen])
