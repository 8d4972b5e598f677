"""What somebody who is still typing may mean: themes by the beginning of their names and everyday words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from netzwerke.sprache import STOPPWOERTER, stamm, woerter
from netzwerke.sprache.woerter import BITTWOERTER
from netzwerke.suche.begriffe import Begriffe
from netzwerke.suche.perspektive import Perspektive, perspektive

KLEINE_WOERTER = STOPPWOERTER | BITTWOERTER
#: Everyday words are looked through from so many letters on, names of themes always.
WENDUNG_AB = 3
#: How a theme was found, best first: its name or a line begins so, or has such words; or a line is a part of what
#: was typed, so that nothing is left to be completed.
NAMENSANFANG, IM_NAMEN, WENDUNGSANFANG, WENDUNG, ENTHALTEN = range(5)


@dataclass(frozen=True)
class Zeile:
    """The name of a theme (``ist_name``) or one of its lines, as folded words and from whose mouth."""

    thema: int
    ist_name: bool
    worte: tuple[str, ...]
    staemme: frozenset[str]
    perspektive: Perspektive
    text: str


class Themenworte:
    """Looks up themes by what has been typed so far, and keeps the two sides of violence apart.

    Work with perpetrators is a special case: it is only ever suggested for its own words. Its lines are otherwise
    made of the same words as those of the people they hurt ("ich schlage meine Frau", "mein Mann schlägt mich").
    """

    def __init__(self, begriffe: Begriffe):
        self.begriffe = begriffe
        self.taeterarbeit = frozenset(begriffe.themen("taeterarbeit"))
        self.unterkunft = frozenset(begriffe.themen("frauenhaus", "schutz-und-wohnen"))
        self.zeilen = [
            Zeile(thema, not nummer, tuple(folge), frozenset(map(stamm, folge)), perspektive(text), text)
            for thema, texte in begriffe.zeilen.items()
            for nummer, text in enumerate(texte)
            if (folge := woerter(text))
        ]
        self._worte = sorted(
            {(wort, nummer) for nummer, zeile in enumerate(self.zeilen) for wort in zeile.worte}
        )

    def themen(self, folge: Sequence[str], sicht: Perspektive) -> dict[int, int]:
        """Ids of themes for typed words, the last of which may be unfinished, the most likely first; how they match."""
        if not folge:
            return {}
        raenge: dict[int, int] = {}
        anzahl = Counter()
        for zeile in self._angefangene(folge):
            rang = self._rang(zeile, folge)
            if self._passt(zeile, sicht, rang):
                raenge[zeile.thema] = min(rang, raenge.get(zeile.thema, rang))
                anzahl[zeile.thema] += 1
        for fund in self.begriffe.funde(folge, sicht):
            # A line within the sentence does not tell whose words those of work with perpetrators are.
            if fund.thema not in self.taeterarbeit or sicht is Perspektive.AUSUEBEND:
                raenge.setdefault(fund.thema, ENTHALTEN)
        themen = sorted(raenge, key=lambda pk: (raenge[pk], -anzahl[pk], self.begriffe.namen[pk], pk))
        return {pk: raenge[pk] for pk in self._getrennt(themen, raenge, sicht)}

    def mit_staemmen(
        self,
        staemme: frozenset[str],
        sichten: Collection[Perspektive],
        nur: Collection[int] | None = None,
        ohne: Collection[int] = (),
    ) -> str:
        """A line said from one of ``sichten`` that contains all ``staemme``, among the themes ``nur``; or ""."""
        for zeile in self.zeilen:
            gesucht = zeile.thema not in ohne and (nur is None or zeile.thema in nur)
            if gesucht and zeile.perspektive in sichten and staemme <= zeile.staemme:
                return zeile.text
        return ""

    def _angefangene(self, folge: Sequence[str]) -> Iterator[Zeile]:
        """Lines that contain the typed words, and a word that begins with the last of them."""
        *fertige, letztes = folge
        inhalt = {stamm(wort) for wort in fertige if wort not in KLEINE_WOERTER}
        # A sentence of small words means all of them: "ich will nicht mehr le".
        noetig = inhalt or set(map(stamm, fertige))
        nur_name = (
            not inhalt and len(fertige) < 2 and (letztes in KLEINE_WOERTER or len(letztes) < WENDUNG_AB)
        )
        for nummer in self._mit_anfang(letztes):
            zeile = self.zeilen[nummer]
            if noetig <= zeile.staemme and (zeile.ist_name or not nur_name):
                yield zeile

    def _mit_anfang(self, anfang: str) -> list[int]:
        von, bis = bisect_left(self._worte, (anfang,)), bisect_left(self._worte, (f"{anfang}~",))
        return sorted({nummer for _wort, nummer in self._worte[von:bis]})

    def _passt(self, zeile: Zeile, sicht: Perspektive, rang: int) -> bool:
        if zeile.thema in self.taeterarbeit and sicht is not Perspektive.AUSUEBEND:
            am_anfang = rang in (NAMENSANFANG, WENDUNGSANFANG)
            return sicht is Perspektive.OFFEN is zeile.perspektive and am_anfang
        return zeile.perspektive.passt_zu(sicht)

    @staticmethod
    def _rang(zeile: Zeile, folge: Sequence[str]) -> int:
        if " ".join(zeile.worte).startswith(" ".join(folge)):
            return NAMENSANFANG if zeile.ist_name else WENDUNGSANFANG
        return IM_NAMEN if zeile.ist_name else WENDUNG

    def _getrennt(self, themen: list[int], raenge: dict[int, int], sicht: Perspektive) -> list[int]:
        """Keep work with perpetrators where nothing else is meant, or its name is being typed; then it is last.

        Shelters are neither for those who use violence nor for children by themselves.
        """
        if sicht in (Perspektive.AUSUEBEND, Perspektive.KIND):
            themen = [pk for pk in themen if pk not in self.unterkunft]
        if sicht is Perspektive.AUSUEBEND:
            return sorted(themen, key=lambda pk: pk not in self.taeterarbeit)
        andere = [pk for pk in themen if pk not in self.taeterarbeit]
        eigene = [pk for pk in themen if pk in self.taeterarbeit]
        return andere + [pk for pk in eigene if not andere or raenge[pk] == NAMENSANFANG]


@lru_cache(maxsize=4)
def themenworte(begriffe: Begriffe) -> Themenworte:
    """The index over a state of the vocabulary, kept as long as that is current."""
    return Themenworte(begriffe)
