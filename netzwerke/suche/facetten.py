"""How many entries each option of each filter leaves, over all kinds and in one statement.

The statement strings the ``merkmale`` of the matching documents together, which costs less than to group or to fetch
them one by one; what each option leaves is worked out in Python. Up to `GENAU_BIS` documents that is exact. Beyond, a sample (see `netzwerke.suche.dokument`) stands for all,
and the numbers are estimates.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, log2, log10, sqrt

from django.db.models import Q

from netzwerke.models import Suchwort
from netzwerke.suche.dokument import HALBIERUNGEN, MERKMALE
from netzwerke.suche.ergebnis import artengruppe
from netzwerke.suche.lesen import abfragen, haeufigkeiten
from netzwerke.suche.menge import Treffermenge, erwartet, hoechstens
from netzwerke.suche.volltext import Suchgruppe, volltext
from netzwerke.suche.zusatz import OHNE_ZUSATZ, Zusatz

#: Up to so many documents are counted one by one. Where there can't be many more, they are counted without asking a
#: sample first.
GENAU_BIS, OHNE_PROBE_BIS = 20_000, 25_000
#: Documents in a sample, at least and at most: the share of a tenth of all is then known to one per cent or so.
STICHPROBE, STICHPROBE_HOECHSTENS = 2000, 8000
#: Between the ``merkmale`` of two documents; with the blanks, each token has one on either side.
ZWISCHEN = " | "
#: Signs whose tokens exclude each other in a filter: one theme at a time. Each property is a facet of its own.
FACETTEN = ("a_", "t_", "z_", "l_")


@dataclass(frozen=True)
class Einschraenkung:
    """What the filters of a search ask for, apart from its words.

    ``merkmale`` holds the token of each active facet, by the facet's name (see `facette`); ``gruppen`` and
    ``zusatz`` are conditions without counts beside them.
    """

    merkmale: Mapping[str, str] = field(default_factory=dict)
    gruppen: tuple[Suchgruppe, ...] = ()
    zusatz: Zusatz = OHNE_ZUSATZ


@dataclass(frozen=True)
class Facetten:
    """``zahlen`` by token: what is left if its option is chosen. An estimate is 0 for what the sample lacks.

    ``geschaetzt`` holds for the total and all facets but those in ``abweichend``, which says it of active ones.
    """

    gesamt: int = 0
    geschaetzt: bool = False
    zahlen: Mapping[str, int] = field(default_factory=dict)
    abweichend: Mapping[str, bool] = field(default_factory=dict)

    def zahl(self, token: str) -> int:
        return self.zahlen.get(token, 0)

    def ist_geschaetzt(self, token: str) -> bool:
        return self.abweichend.get(facette(token), self.geschaetzt)

    def je(self, vorsatz: str) -> dict[str, int]:
        """Counts by what stands behind the sign ``vorsatz``: ``je("t_")`` has those of themes by id."""
        return {token[2:]: zahl for token, zahl in self.zahlen.items() if token.startswith(vorsatz)}


def facette(token: str) -> str:
    """The name of the facet whose option ``token`` is."""
    return token[:2] if token[:2] in FACETTEN else token


def zaehlen(menge: Treffermenge | None, einschraenkung: Einschraenkung) -> Facetten:
    """Count what is left of ``menge`` and what each option of each facet would leave.

    An option counts what passes every *other* active filter, which is exactly what choosing it leaves.
    """
    if menge is None:
        return Facetten()
    merkmale = einschraenkung.merkmale
    grund = (artengruppe(None), *menge.worte, *einschraenkung.gruppen)
    zusatz = menge.ohne & einschraenkung.zusatz
    alle = (*grund, *(((token,),) for token in merkmale.values()))
    fast_alle = (*grund, *_bis_auf_eines(list(merkmale.values())))
    anzahlen = haeufigkeiten((*alle, *fast_alle))
    weit = _Zaehlung(fast_alle, zusatz, anzahlen)
    # Beside a broad set, its filtered part is counted by itself: that may be small enough to be exact.
    eng = _Zaehlung(alle, zusatz, anzahlen) if merkmale and weit.halbierungen else weit
    _ausfuehren([weit] if eng is weit else [weit, eng])
    return _auswerten(weit, eng, merkmale)


def _bis_auf_eines(token: list[str]) -> tuple[Suchgruppe, ...]:
    """The condition that at most one of ``token`` is missing: more fail for every facet."""
    if len(token) < 2:
        return ()
    return (tuple(tuple(t for t in token if t != eines) for eines in token),)


@dataclass
class _Zaehlung:
    """The ``merkmale`` of one set of documents, of all of them and if there may be many of a sample."""

    gruppen: tuple[Suchgruppe, ...]
    zusatz: Zusatz
    anzahlen: Mapping[str, int]
    alle: list[str] = field(default_factory=list)
    stichprobe: list[str] = field(default_factory=list)

    @cached_property
    def halbierungen(self) -> int:
        """Which sample is taken; 0 if there can't be too many documents to read them all."""
        grenze = hoechstens(self.gruppen, self.anzahlen)
        if grenze <= OHNE_PROBE_BIS:
            return 0
        # Where words are rarer together than each is alone, a larger sample is needed, but not beyond a limit.
        gross = max(erwartet(self.gruppen, self.anzahlen), grenze / STICHPROBE_HOECHSTENS * STICHPROBE)
        return min(HALBIERUNGEN, max(1, floor(log2(gross / STICHPROBE))))

    @property
    def schwelle(self) -> int:
        """In a larger sample, there are more than GENAU_BIS documents, three standard deviations surely."""
        erwartung = GENAU_BIS / 2**self.halbierungen
        return ceil(erwartung + 3 * sqrt(erwartung))

    def anweisung(self, stelle: int) -> "_Anweisung":
        """The statement that fills the rows; ``stelle`` keeps two of them apart."""
        index = volltext()
        quelle = f"{index.DOKUMENTE}{self.zusatz.und}"
        parameter = [index.anfrage(self.gruppen), *self.zusatz.parameter]
        if not self.halbierungen:
            zweig = f"SELECT {stelle}, 0, {index.AUFREIHEN}(d.merkmale, '{ZWISCHEN}') FROM {quelle}"
            return _Anweisung([], [zweig], [], parameter)
        vorab = [
            f"probe{stelle}(merkmale) AS MATERIALIZED (SELECT d.merkmale FROM {quelle})",
            f"umfang{stelle}(n) AS MATERIALIZED (SELECT COUNT(*) FROM probe{stelle})",
        ]
        zweige = [
            f"SELECT {stelle}, 1, {index.AUFREIHEN}(merkmale, '{ZWISCHEN}') FROM probe{stelle}",
            # CROSS JOIN keeps SQLite's order: the size of the sample decides whether the rest is read at all.
            f"SELECT {stelle}, 0, {index.AUFREIHEN}(v.merkmale, '{ZWISCHEN}') FROM umfang{stelle} u CROSS JOIN "
            f"(SELECT d.merkmale FROM {quelle}) v WHERE u.n <= {self.schwelle}",
        ]
        probe = [index.anfrage((*self.gruppen, ((f"h_{self.halbierungen}",),))), *self.zusatz.parameter]
        return _Anweisung(vorab, zweige, probe, parameter)

    @cached_property
    def zeilen(self) -> list[str]:
        return self.stichprobe if self.ist_geschaetzt else self.alle

    @cached_property
    def ist_geschaetzt(self) -> bool:
        return bool(self.stichprobe) and not self.alle

    def hochrechnen(self, zahl: int) -> int:
        """What ``zahl`` of the rows that count stand for, to two digits if it is an estimate."""
        if not self.ist_geschaetzt or not zahl:
            return zahl
        geschaetzt = zahl * 2**self.halbierungen
        return int(round(geschaetzt, 1 - floor(log10(geschaetzt))))


@dataclass(frozen=True)
class _Anweisung:
    """Parts of a statement: common table expressions, branches of a UNION, the parameters of each."""

    vorab: list[str]
    zweige: list[str]
    vorab_parameter: list
    zweig_parameter: list


def _ausfuehren(zaehlungen: list[_Zaehlung]) -> None:
    teile = [zaehlung.anweisung(stelle) for stelle, zaehlung in enumerate(zaehlungen)]
    vorab = [cte for teil in teile for cte in teil.vorab]
    zweige = [zweig for teil in teile for zweig in teil.zweige]
    sql = (f"WITH {', '.join(vorab)} " if vorab else "") + " UNION ALL ".join(zweige)
    parameter = [wert for teil in teile for wert in teil.vorab_parameter]
    parameter += [wert for teil in teile for wert in teil.zweig_parameter]
    for stelle, ist_probe, merkmale in abfragen(sql, parameter):
        if merkmale is not None:
            zaehlung = zaehlungen[stelle]
            zeilen = f" {merkmale} ".split(ZWISCHEN.strip())
            (zaehlung.stichprobe if ist_probe else zaehlung.alle).extend(zeilen)


class _Summen:
    """How often each token occurs in rows that pass all filters, and in those that fail by one facet only."""

    def __init__(self, zaehlung: _Zaehlung, merkmale: Mapping[str, str]):
        bestanden, durchgefallen = _aufteilen(zaehlung.zeilen, merkmale)
        self.gesamt = len(bestanden)
        # To split and to count one long string is done in C.
        self.bestanden = Counter(" ".join(bestanden).split())
        self.durchgefallen = {
            name: Counter(" ".join(zeilen).split()) for name, zeilen in durchgefallen.items()
        }

    def je_facette(self, name: str) -> dict[str, int]:
        """Sums of the options of an active facet, its own filter left out."""
        summen = self.bestanden + self.durchgefallen[name]
        return {token: zahl for token, zahl in summen.items() if facette(token) == name}


def _aufteilen(zeilen: list[str], merkmale: Mapping[str, str]) -> tuple[list[str], dict[str, list[str]]]:
    """Rows that have all ``merkmale``, and by name of the facet those that lack just its token."""
    durchgefallen: dict[str, list[str]] = {name: [] for name in merkmale}
    if not merkmale:
        return zeilen, durchgefallen
    bestanden = []
    muster = [(name, f" {token} ") for name, token in merkmale.items()]
    for zeile in zeilen:
        fehlend = [name for name, token in muster if token not in zeile]
        if not fehlend:
            bestanden.append(zeile)
        elif len(fehlend) == 1:
            durchgefallen[fehlend[0]].append(zeile)
    return bestanden, durchgefallen


def _auswerten(weit: _Zaehlung, eng: _Zaehlung, merkmale: Mapping[str, str]) -> Facetten:
    weite_summen = _Summen(weit, merkmale)
    enge_summen = weite_summen if eng is weit else _Summen(eng, {})
    zahlen = {
        token: eng.hochrechnen(zahl)
        for token, zahl in enge_summen.bestanden.items()
        if facette(token) not in merkmale
    }
    for name in merkmale:
        for token, zahl in weite_summen.je_facette(name).items():
            zahlen[token] = weit.hochrechnen(zahl)
    abweichend = dict.fromkeys(merkmale, weit.ist_geschaetzt)
    facetten = Facetten(eng.hochrechnen(enge_summen.gesamt), eng.ist_geschaetzt, zahlen, abweichend)
    for token in _merkmale_aller() if eng.ist_geschaetzt or weit.ist_geschaetzt else ():
        if facetten.ist_geschaetzt(token):
            zahlen.setdefault(token, 0)
    return facetten


def _merkmale_aller() -> list[str]:
    """What any document has: a sample meets little of what is rare, and rare languages matter most."""
    vorsaetze = Q(*(Q(token__gte=vorsatz, token__lt=f"{vorsatz}~") for vorsatz in MERKMALE), _connector=Q.OR)
    return list(Suchwort.objects.filter(vorsaetze).values_list("token", flat=True))
