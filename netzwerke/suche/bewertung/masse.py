"""nDCG@10, recall@10, MRR, share of empty results, harm@5."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

PLAETZE, HEIKLE_PLAETZE, NUETZLICH = 10, 5, 2


@dataclass(frozen=True)
class Beurteilung:
    """A judged query: grades 1 to 3 by entry, and entries that must not be among the first five."""

    id: str
    text: str
    grade: Mapping[str, int]
    schaedlich: frozenset[str]
    merkmale: tuple[str, ...] = ()

    @classmethod
    def aus(cls, zeile: Mapping) -> "Beurteilung":
        return cls(zeile["id"], zeile["q"], zeile["rel"], frozenset(zeile["harmful"]), tuple(zeile["tags"]))


@dataclass(frozen=True)
class Masse:
    """``schaden`` is None where no query of the group can do harm."""

    anzahl: int
    ndcg: float
    recall: float
    mrr: float
    leer: float
    schaden: float | None


def ndcg(grade: Mapping[str, int], folge: Sequence[str]) -> float:
    """Normalised discounted cumulative gain of the first ten; the gain of grade g is 2^g - 1."""
    gewinn = sum((2 ** grade.get(eintrag, 0) - 1) / log2(n + 2) for n, eintrag in enumerate(folge[:PLAETZE]))
    bestes = sorted(grade.values(), reverse=True)[:PLAETZE]
    return gewinn / sum((2**g - 1) / log2(n + 2) for n, g in enumerate(bestes))


def _recall(grade: Mapping[str, int], folge: Sequence[str]) -> float:
    gute = {eintrag for eintrag, g in grade.items() if g >= NUETZLICH}
    return len(gute & set(folge[:PLAETZE])) / min(PLAETZE, len(gute))


def _mrr(grade: Mapping[str, int], folge: Sequence[str]) -> float:
    return next(
        (1 / (n + 1) for n, eintrag in enumerate(folge[:PLAETZE]) if grade.get(eintrag, 0) >= NUETZLICH), 0.0
    )


def messen(beurteilungen: Sequence[Beurteilung], rangfolgen: Mapping[str, Sequence[str]]) -> dict[str, Masse]:
    """The figures over all queries ("alle") and by tag."""
    gruppen: dict[str, list[Beurteilung]] = {"alle": list(beurteilungen)}
    for beurteilung in beurteilungen:
        for merkmal in beurteilung.merkmale:
            gruppen.setdefault(merkmal, []).append(beurteilung)
    return {name: _gruppe(gruppe, rangfolgen) for name, gruppe in gruppen.items() if gruppe}


def _gruppe(gruppe: list[Beurteilung], rangfolgen: Mapping[str, Sequence[str]]) -> Masse:
    paare = [(b, rangfolgen.get(b.id, ())) for b in gruppe]
    heikel = [bool(b.schaedlich & set(folge[:HEIKLE_PLAETZE])) for b, folge in paare if b.schaedlich]
    return Masse(
        anzahl=len(paare),
        ndcg=_mittel(ndcg(b.grade, folge) for b, folge in paare),
        recall=_mittel(_recall(b.grade, folge) for b, folge in paare),
        mrr=_mittel(_mrr(b.grade, folge) for b, folge in paare),
        leer=_mittel(not folge for _b, folge in paare),
        schaden=_mittel(heikel) if heikel else None,
    )


def _mittel(werte) -> float:
    liste = list(werte)
    return sum(liste) / len(liste)
