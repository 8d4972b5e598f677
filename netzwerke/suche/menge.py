"""All entries that match a query, not only the best: what lists show and what is counted.

The ranking looks at a few hundred candidates; the set they come from is the strictest step of the selection that
finds anything at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod

from django.db.models import BigIntegerField, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.auswahl import stufen
from netzwerke.suche.lesen import abfragen, haeufigkeiten
from netzwerke.suche.rang import Rangfolge
from netzwerke.suche.volltext import Suchgruppe, volltext
from netzwerke.suche.zusatz import OHNE_ZUSATZ, Zusatz

#: Up to so many documents PostgreSQL collects by its index before it looks at any of them. Left to itself it may
#: read all rows in order, hoping to meet one soon: fast for words that most entries have, slow for all others.
SELEKTIV_BIS = 20_000
#: More documents than there will ever be.
UNBEKANNT = 1 << 40


@dataclass(frozen=True)
class Treffermenge:
    """``worte`` are the groups of the query, ``pflicht`` those that must match beside them.

    ``genau`` means that nothing of the query was left out, ``ohne`` keeps out what must not be shown to whoever
    asks so, ``hoechstens`` is an upper bound of the number of documents.
    """

    worte: tuple[Suchgruppe, ...]
    pflicht: tuple[Suchgruppe, ...] = ()
    genau: bool = True
    ohne: Zusatz = field(default=OHNE_ZUSATZ)
    hoechstens: int = 0

    @property
    def gruppen(self) -> tuple[Suchgruppe, ...]:
        return (*self.pflicht, *self.worte)


def treffermenge(
    anfrage: Anfrage, pflicht: tuple[Suchgruppe, ...] = (), zusatz: Zusatz = OHNE_ZUSATZ
) -> Treffermenge | None:
    """The first step of the selection that finds a document; None if none does."""
    if anfrage.ist_leer:
        return None
    ohne = _ohne_taeterarbeit(anfrage)
    schritte = [stufe for stufe in stufen(anfrage, pflicht) if all(stufe.gruppen)]
    anzahlen = haeufigkeiten(gruppe for stufe in schritte for gruppe in stufe.gruppen)
    for stufe in schritte:
        grenze = hoechstens(stufe.gruppen, anzahlen)
        if grenze and _gibt_es(stufe.gruppen, ohne & zusatz, grenze):
            return Treffermenge(stufe.gruppen[len(pflicht) :], pflicht, stufe.genau, ohne, grenze)
    return None


def _ohne_taeterarbeit(anfrage: Anfrage) -> Zusatz:
    """Who tells what was done to them is led to work with perpetrators by no list, however long (harm)."""
    rang = Rangfolge(anfrage, timezone.localdate())
    if rang.taeterarbeit_gefragt or not anfrage.lage.ist_situation:
        return OHNE_ZUSATZ
    passung = rang.passung
    zeichen = (
        passung.ausuebende if anfrage.lage.geschlecht == "m" else passung.ausuebende | passung.taeterarbeit
    )
    if not zeichen:
        return OHNE_ZUSATZ
    index = volltext()
    gruppe = tuple((token,) for token in sorted(zeichen))
    return Zusatz(f"d.id NOT IN ({index.TREFFER})", (index.anfrage([gruppe]),))


def hoechstens(gruppen: Iterable[Suchgruppe], anzahlen: Mapping[str, int]) -> int:
    """An upper bound of the number of documents that match all of ``gruppen``: the rarest one's."""
    return min((_anzahl(gruppe, anzahlen) for gruppe in gruppen), default=UNBEKANNT)


def erwartet(gruppen: Iterable[Suchgruppe], anzahlen: Mapping[str, int]) -> float:
    """How many documents would match all of ``gruppen`` if one told nothing of another."""
    je_gruppe = [_anzahl(gruppe, anzahlen) for gruppe in gruppen]
    alle = max(je_gruppe, default=0)
    return max(1, alle * prod(min(1, anzahl / alle) for anzahl in je_gruppe)) if alle else 1


def _anzahl(gruppe: Suchgruppe, anzahlen: Mapping[str, int]) -> int:
    return sum(min(anzahlen.get(t, UNBEKANNT if t.endswith("*") else 0) for t in form) for form in gruppe)


def _gibt_es(gruppen: tuple[Suchgruppe, ...], zusatz: Zusatz, grenze: int) -> bool:
    index = volltext()
    quelle = f"SELECT d.id FROM {index.DOKUMENTE}{zusatz.und}"
    return bool(abfragen(f"{gesammelt(quelle, grenze)} LIMIT 1", [index.anfrage(gruppen), *zusatz.parameter]))


def gesammelt(quelle: str, grenze: int) -> str:
    """``quelle`` (a SELECT) with its rows collected first, if there are few of them."""
    if grenze > SELEKTIV_BIS:
        return quelle
    return volltext().gesammelt(quelle)


def eintraege_q(menge: Treffermenge) -> Q:
    """The condition that an entry is in ``menge``, for the model of the one kind that is searched."""
    index = volltext()
    quelle = f"SELECT d.eintrag_id FROM {index.DOKUMENTE}{menge.ohne.und}"
    parameter = (index.anfrage(menge.gruppen), *menge.ohne.parameter)
    sql = gesammelt(quelle, menge.hoechstens)
    return Q(pk__in=RawSQL(sql, parameter, output_field=BigIntegerField()))  # noqa: S611
