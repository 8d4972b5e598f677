"""From the words of a query to groups: each one thing that is asked for, with all ways to say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import log

from netzwerke.sprache import KURZFORMEN, STOPPWOERTER, indexformen, stamm, teile
from netzwerke.sprache.woerter import BITTWOERTER, SCHWACHE_WOERTER, ZIELGRUPPENWOERTER
from netzwerke.suche.begriffe import Begriffe, Fund
from netzwerke.suche.lesen import haeufigkeiten
from netzwerke.suche.perspektive import Akut, Lage, Perspektive
from netzwerke.suche.satzmuster import PERSONEN
from netzwerke.suche.tippfehler import vervollstaendigungen
from netzwerke.suche.volltext import Form, Suchgruppe

#: What is left of a match by the parts of a compound, and by a word that was typed to a part only.
TEILE_GUETE, VERVOLLSTAENDIGT_GUETE = 0.7, 0.8
#: Themes of less weight rank, but do not select.
THEMA_AB = 0.4
#: What a word of a phrase, a part of a compound, another everyday word of the same theme is worth alone.
EINZELN, TEIL_ALLEIN, ANDERES_WORT = 0.5, 0.25, 0.7
#: Themes that everyday words alone don't lead to where the situation says otherwise.
NUR_NACH_LAGE = {"taeterarbeit"}
#: What the themes of a child's or a suicidal person's situation are worth beside the words they use.
MIT_DER_LAGE = 0.9
#: Weight of everyday words that only repeat the situation.
WIEDERHOLT = 0.4
#: Parts that say nothing alone.
LEERE_TEILE = {
    "haus", "stell", "arbeit", "berat", "hilf", "dien", "grupp", "netz", "amt", "zentrum", "schutz", "recht", "kind",
}  # fmt: skip
#: Words of a phrase that say nothing alone.
LEERE_WOERTER = SCHWACHE_WOERTER | ZIELGRUPPENWOERTER | PERSONEN
#: Weight of words like "Hilfe", and of words for audiences, against what their frequency says.
SCHWACH, ZIELGRUPPENWORT = 0.35, 0.6
#: Weight of a situation; where themes are named beside it; and of the other words of such a sentence.
LAGE_GEWICHT, LAGE_NEBEN_THEMEN, NEBEN_LAGE = 1.0, 0.7, 0.4
#: Themes tell at least so much, however many entries have them; each further word of a phrase adds its share.
THEMA_MINDESTENS, JE_WEITERES_WORT = 0.6, 0.4
#: Words for kinds of entries, as stems, with the number of the kind; what the kind is worth.
ARTWORTE = {
    stamm(wort): 2 for wort in ("netzwerk", "gremium", "arbeitskreis", "bundnis", "arbeitsgruppe")
} | {
    stamm("sozialraum"): 4,
    stamm("organisation"): 3,
    stamm("verein"): 3,
}
ARTWORT = 0.8
#: More forms are kept only if entries have all their words.
FORMEN_HOECHSTENS = 12
#: Numbers of so many digits are telephone numbers, which entries write in blocks, at most so many.
RUFNUMMER_AB, RUFNUMMER_BIS, RUFNUMMER_BLOECKE = 6, 12, 4
#: Themes of a sentence that nobody understood, and their weight against its words.
OHNE_THEMA = {"haeusliche-gewalt": 0.8, "krise-und-notfall": 0.8, "seelische-krise": 0.6}
OHNE_THEMA_GEWICHT = 0.6
#: Tokens of all kinds: with their numbers, how many documents there are.
ALLE_ARTEN = tuple(f"a_{nummer}" for nummer in range(1, 64))
#: What a shorter line over some of the words of a phrase is worth.
KUERZERE_WENDUNG = 0.75


@dataclass
class Gruppe:
    """One thing that is asked for: any of its forms or themes will do.

    ``formen`` are literal with what a match by them is worth, ``themen`` tokens of themes with their weights, ``lose``
    parts of words and of phrases, which rank but do not select, ``ersatz`` other words for the themes, which count for
    entries without these. ``gewicht`` is how much the group tells entries
    apart: about 1 for a rare word, near 0 for one that nearly all entries have.
    """

    worte: tuple[str, ...]
    formen: dict[Form, float] = field(default_factory=dict)
    themen: dict[str, float] = field(default_factory=dict)
    lose: dict[Form, float] = field(default_factory=dict)
    ersatz: dict[Form, float] = field(default_factory=dict)
    gewicht: float = 1.0
    ist_lage: bool = False

    @property
    def suchgruppe(self) -> Suchgruppe:
        return (*self.formen, *((token,) for token, gewicht in self.themen.items() if gewicht >= THEMA_AB))

    @property
    def weite_gruppe(self) -> Suchgruppe:
        """The same with what fits only in part."""
        return (*self.formen, *self.lose, *self.ersatz, *((token,) for token in self.themen))

    @property
    def kopfgruppe(self) -> Suchgruppe:
        """The same, but in the name or the themes of an entry."""
        formen = [tuple(f"k_{token}" for token in form) for form in self.formen]
        return (*formen, *((token,) for token, gewicht in self.themen.items() if gewicht >= 0.9))


def _inhalt(worte: Iterable[str]) -> list[str]:
    return [wort for wort in worte if wort not in STOPPWOERTER and wort not in BITTWOERTER]


class Gruppenbau:
    """Makes groups of ``folge``, leaving out the words at ``belegt``, which name a place."""

    def __init__(self, folge: Sequence[str], netz: Begriffe, lage: Lage, belegt: frozenset[int]):
        self.folge, self.netz, self.lage = folge, netz, lage
        self.belegt = set(belegt)
        #: Themes whose words were used, the most certain first.
        self.themen: list[int] = []

    def gruppen(self) -> list[Gruppe]:
        wendungen = list(self._wendungen())
        alle = [*self._situation(), *wendungen, *self._woerter()]
        alle = [gruppe for gruppe in alle if gruppe.suchgruppe]
        bekannt = self._anzahlen(alle)
        for gruppe in alle:
            if len(gruppe.formen) > FORMEN_HOECHSTENS:
                moeglich = [form for form in gruppe.formen if len(form) == 1 or _haeufigkeit(form, bekannt)]
                gruppe.formen = {form: gruppe.formen[form] for form in moeglich}
        unbekannt = [g for g in alle if not g.themen and not any(_haeufigkeit(f, bekannt) for f in g.formen)]
        for gruppe in unbekannt:
            self._vervollstaendigen(gruppe)
        if unbekannt:
            bekannt = self._anzahlen(alle)
        self._gewichten(alle, bekannt, bool(wendungen))
        if self.lage.erzaehlt and not any(_sicheres_thema(gruppe, bekannt) for gruppe in alle):
            alle.append(self._unverstanden())
        return alle

    def _unverstanden(self) -> Gruppe:
        """Somebody tells something in words that no theme has: at least those come up who listen to anything."""
        themen = {f"t_{pk}": gewicht for slug, gewicht in OHNE_THEMA.items() for pk in self.netz.themen(slug)}
        return Gruppe((), {}, themen, gewicht=OHNE_THEMA_GEWICHT, ist_lage=True)

    # --- situation, phrases, words ----------------------------------------------------------------

    def _lagethemen(self) -> dict[str, float]:
        themen: dict[str, float] = {}
        for slug, gewicht in self.lage.themen.items():
            for pk in self.netz.themen(slug):
                themen[f"t_{pk}"] = max(gewicht, themen.get(f"t_{pk}", 0))
        return themen

    def _situation(self) -> Iterable[Gruppe]:
        themen = self._lagethemen()
        if not themen:
            return
        stellen = [
            s for s, wort in enumerate(self.folge) if wort in self.lage.woerter and s not in self.belegt
        ]
        worte = tuple(self.folge[s] for s in stellen)
        self.belegt |= set(stellen)
        yield Gruppe(worte, {(stamm(wort),): 0.6 for wort in worte}, themen, ist_lage=True)

    def _wendungen(self) -> Iterable[Gruppe]:
        """Everyday words of themes. Lines over the same words make one group, a longer one before a shorter."""
        je_stellen: dict[frozenset[int], list[Fund]] = {}
        for fund in self.netz.funde(self.folge, self.lage.perspektive):
            if fund.stellen & self.belegt or all(self.folge[s] in self.lage.woerter for s in fund.stellen):
                # Names a place, or is the deed that has told the situation already.
                continue
            ziel = next((stellen for stellen in je_stellen if fund.stellen & stellen), fund.stellen)
            je_stellen.setdefault(ziel, []).append(fund)
        for stellen, funde in sorted(je_stellen.items(), key=lambda paar: min(paar[0])):
            worte = tuple(self.folge[s] for s in sorted(stellen))
            if len(worte) < 2 and not _inhalt(worte):
                continue
            self.belegt |= stellen
            yield self._wendung(worte, stellen, funde)

    def _wendung(self, worte: tuple[str, ...], stellen: frozenset[int], funde: list[Fund]) -> Gruppe:
        inhalt = _inhalt(worte)
        if len(inhalt) < 2:
            wort = (inhalt or worte)[0]
            gruppe = Gruppe(worte, self._formen(wort), lose=self._teile(wort))
        else:
            gruppe = Gruppe(worte, {tuple(map(stamm, inhalt)): 1.0})
            gruppe.lose = {(stamm(wort),): EINZELN for wort in inhalt if wort not in LEERE_WOERTER}
            if len(inhalt) == 4:
                gruppe.formen[(stamm(inhalt[0] + inhalt[1]), stamm(inhalt[2] + inhalt[3]))] = 1.0
            for eins, zwei in pairwise(inhalt):
                gruppe.formen[(stamm(eins + zwei),)] = 1.0 if len(inhalt) == 2 else TEILE_GUETE
        for fund in funde:
            anteil = fund.staerke * (1 if fund.stellen == stellen else KUERZERE_WENDUNG)
            # A parent who hit a child needs help with bringing it up first: the situation decides.
            if self.netz.slugs.get(fund.thema) in NUR_NACH_LAGE and self.lage.themen:
                anteil = min(anteil, self.lage.themen.get(self.netz.slugs[fund.thema], 0))
            for token, gewicht in self.netz.gewichte(fund.thema).items():
                gruppe.themen[token] = max(anteil * gewicht, gruppe.themen.get(token, 0))
            if fund.thema not in self.themen:
                self.themen.append(fund.thema)
            if anteil >= KUERZERE_WENDUNG:
                gruppe.ersatz |= dict.fromkeys(self.netz.ausdruecke.get(fund.thema, ()), ANDERES_WORT)
        if self.lage.perspektive is Perspektive.KIND or self.lage.akut is Akut.SUIZID:
            for token, gewicht in self._lagethemen().items():
                gruppe.themen[token] = max(gewicht * MIT_DER_LAGE, gruppe.themen.get(token, 0))
        return gruppe

    def _woerter(self) -> Iterable[Gruppe]:
        offen = [s for s in range(len(self.folge)) if s not in self.belegt]
        inhalt = [s for s in offen if _inhalt([self.folge[s]])]
        if not inhalt and not self.belegt:
            inhalt = offen
        gesagt = {self.folge[s] for s in self.belegt}
        for wort in dict.fromkeys(self.folge[s] for s in inhalt if self.folge[s] not in gesagt):
            stelle = next(s for s in inhalt if self.folge[s] == wort)
            gruppe = Gruppe((wort,), self._formen(wort), lose=self._teile(wort))
            for anfang in range(max(0, stelle - 2), stelle + 1):
                for ende in range(max(anfang + 1, stelle), min(len(self.folge), anfang + 3)):
                    if all(s in offen and s in inhalt for s in range(anfang, ende + 1)):
                        gruppe.formen[(stamm("".join(self.folge[anfang : ende + 1])),)] = 1.0
            gruppe.themen = self.netz.andeutungen(wort)
            if art := ARTWORTE.get(stamm(wort)):
                gruppe.themen[f"a_{art}"] = ARTWORT
            yield gruppe

    @staticmethod
    def _teile(wort: str) -> dict[Form, float]:
        glieder = dict.fromkeys(map(stamm, teile(wort)))
        return {(glied,): TEIL_ALLEIN for glied in glieder if len(glied) > 3 and glied not in LEERE_TEILE}

    @staticmethod
    def _formen(wort: str) -> dict[Form, float]:
        formen = {(stamm(wort),): 1.0}
        if lang := KURZFORMEN.get(wort):
            formen[tuple(map(stamm, lang.split()))] = 1.0
        if wort.isdigit() and RUFNUMMER_AB <= len(wort) <= RUFNUMMER_BIS:
            formen |= dict.fromkeys(_ziffernbloecke(wort), 1.0)
        if glieder := teile(wort):
            formen.setdefault(tuple(map(stamm, glieder)), TEILE_GUETE)
        return formen

    # --- what the index knows -----------------------------------------------------------------------

    @staticmethod
    def _vervollstaendigen(gruppe: Gruppe) -> None:
        """A word that no entry has may be the beginning of one, as it is typed."""
        for form in vervollstaendigungen(gruppe.worte[0]) if gruppe.worte else ():
            gruppe.formen[indexformen(form)[:1]] = VERVOLLSTAENDIGT_GUETE

    @staticmethod
    def _anzahlen(gruppen: list[Gruppe]) -> dict[str, int]:
        return haeufigkeiten((gruppe.suchgruppe for gruppe in gruppen), ALLE_ARTEN)

    def _gewichten(self, gruppen: list[Gruppe], bekannt: dict[str, int], themen_genannt: bool) -> None:
        """Rare words tell more than frequent ones."""
        gesamt = max(2, sum(anzahl for token, anzahl in bekannt.items() if token.startswith("a_")))
        for gruppe in gruppen:
            if gruppe.ist_lage:
                allein = not themen_genannt or self.lage.akut is not Akut.NEIN
                gruppe.gewicht = LAGE_GEWICHT if allein else LAGE_NEBEN_THEMEN
                continue
            anzahlen = [_haeufigkeit(form, bekannt) for form in gruppe.formen]
            anzahlen += [bekannt.get(t, 0) for t, gewicht in gruppe.themen.items() if gewicht >= 0.9]
            anzahl = max(anzahlen) or 1
            gruppe.gewicht = max(0.1, log(1 + gesamt / anzahl) / log(1 + gesamt))
            self._abwaegen(gruppe)

    def _abwaegen(self, gruppe: Gruppe) -> None:
        if max(gruppe.themen.values(), default=0) >= THEMA_AB:
            weitere = max(0, len(_inhalt(gruppe.worte)) - 1)
            gruppe.gewicht = max(gruppe.gewicht, THEMA_MINDESTENS) * (1 + JE_WEITERES_WORT * weitere)
            sicher = {token for token, gewicht in gruppe.themen.items() if gewicht >= 0.9}
            if sicher and sicher <= self._lagethemen().keys():
                gruppe.gewicht *= WIEDERHOLT
        elif self.lage.ist_situation:
            gruppe.gewicht *= NEBEN_LAGE
        if all(wort in SCHWACHE_WOERTER for wort in gruppe.worte):
            gruppe.gewicht *= SCHWACH
        elif all(wort in ZIELGRUPPENWOERTER for wort in gruppe.worte):
            gruppe.gewicht *= ZIELGRUPPENWORT


def _sicheres_thema(gruppe: Gruppe, bekannt: dict[str, int]) -> bool:
    """Whether the group means a theme that entries have."""
    return any(gewicht >= THEMA_AB and bekannt.get(token) for token, gewicht in gruppe.themen.items())


def _ziffernbloecke(ziffern: str) -> Iterable[Form]:
    """Ways to write a telephone number in two to four blocks ("0800 111 0 111")."""
    for anzahl in range(1, RUFNUMMER_BLOECKE):
        for schnitte in combinations(range(1, len(ziffern)), anzahl):
            grenzen = (0, *schnitte, len(ziffern))
            yield tuple(ziffern[von:bis] for von, bis in pairwise(grenzen))


def _haeufigkeit(form: Form, bekannt: dict[str, int]) -> int:
    return min(bekannt.get(token, 0) for token in form)
