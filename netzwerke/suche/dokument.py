"""What an entry tells the index, and the tokens it is found by.

A token is a stem, or a sign for something that is no word: ``k_`` before a stem of the name or of a theme (the
head of an entry), ``n_`` of the name alone, ``s_`` of the summary; ``a_`` kind, ``t_`` theme (with those above
it), ``d_`` exactly the themes it names, ``z_`` audience, ``l_`` language, ``m_`` property; of places ``g_`` an area
in which the entry lies or acts (with those above it), ``e_`` exactly the areas it names, ``r_`` Sozialraum, ``p_``
PLZ, ``b_1`` nationwide; and ``h_1`` a fair half of all documents, ``h_2`` a half of that half and so on: samples.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from netzwerke.sprache import STOPPWOERTER, indexformen, woerter
from netzwerke.texte import sortierform

#: Signs that only the ranking reads; they are not in the full-text index. Names are: suggestions look for them.
NUR_RANG = ("s_",)
#: Signs that entries are filtered and counted by.
MERKMALE = ("a_", "t_", "z_", "l_", "m_")
#: Nationwide entries have ids below this, all others above.
ORTSGEBUNDEN_AB = 1 << 48
#: Kinds that can be registered, and the factor between the ids of two entries.
ARTEN_HOECHSTENS = 64
#: How often the documents are halved for samples: the last one is small among ten million.
HALBIERUNGEN = 12
#: Words of an entry beyond this many are not indexed: no public text is that long.
WOERTER_HOECHSTENS = 5000
#: Longer chains of letters are no words.
WORT_HOECHSTENS = 80
SATZZEICHEN = ".,;:!?()[]„“”\"»«‚‘'…/-–—"
#: Between the words of a compound with hyphens and the like.
_TRENNER = re.compile(r"[^\w*:·()]+")
#: Texts up to this length are analysed once and remembered.
KURZER_TEXT = 100


@dataclass(slots=True)
class Dokument:
    """A public entry. Nothing internal and no place of a protected site may be in here.

    ``gebiete`` are the areas it names, ``bereich`` these with all above them; ids, like those of the vocabularies.
    """

    art: int
    eintrag_id: int
    namen: list[str]
    kurz: str = ""
    texte: list[str] = field(default_factory=list)
    themen: list[int] = field(default_factory=list)
    eigene_themen: list[int] = field(default_factory=list)
    themennamen: list[str] = field(default_factory=list)
    zielgruppen: list[int] = field(default_factory=list)
    sprachen: list[str] = field(default_factory=list)
    eigenschaften: list[str] = field(default_factory=list)
    gebiete: Iterable[int] = ()
    bereich: Iterable[int] = ()
    sozialraeume: Iterable[int] = ()
    plz: Iterable[str] = ()
    punkte: list[tuple[float, float]] = field(default_factory=list)
    bundesweit: bool = False
    faellig_am: date | None = None

    @property
    def id(self) -> int:
        nummer = self.eintrag_id * ARTEN_HOECHSTENS + self.art
        return nummer if self.bundesweit else nummer + ORTSGEBUNDEN_AB


def zeichen(dokument: Dokument) -> set[str]:
    """The tokens of a document that are no words."""
    token = {f"a_{dokument.art}"}
    for vorsatz, werte in (
        ("t_", dokument.themen),
        ("d_", dokument.eigene_themen),
        ("z_", dokument.zielgruppen),
        ("l_", map(sprachzeichen, dokument.sprachen)),
        ("m_", dokument.eigenschaften),
        ("g_", dokument.bereich),
        ("e_", dokument.gebiete),
        ("r_", dokument.sozialraeume),
        ("p_", dokument.plz),
    ):
        token.update([f"{vorsatz}{wert}" for wert in werte])
    if dokument.bundesweit:
        token.add("b_1")
    token.update(f"h_{stufe}" for stufe in range(1, _halbierungen(dokument) + 1))
    return token


def sprachzeichen(code: str) -> str:
    """A language as it stands in a token: SQLite's index would take "de-simple" for two."""
    return code.lower().replace("-", "_")


def _halbierungen(dokument: Dokument) -> int:
    """In how many halves of halves it is. Knuth's multiplicative hash spreads neighbours, and every kind, evenly."""
    nummer = dokument.eintrag_id * ARTEN_HOECHSTENS + dokument.art
    hash_ = nummer * 2_654_435_761 % 2**32
    return min(HALBIERUNGEN, 32 - hash_.bit_length())


class Inhalt(NamedTuple):
    """What the index stores of a document: ``token`` and ``formen`` between blanks, in a fixed order."""

    merkmale: str
    faellig_am: date | None
    token: str
    formen: str
    punkte: tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Indexzeile:
    """An analysed document. ``anzeigen`` are its words as they are written, by their folded form."""

    id: int
    art: int
    eintrag_id: int
    inhalt: Inhalt
    anzeigen: dict[str, str]


def indexzeile(dokument: Dokument) -> Indexzeile:
    """Analyse a document."""
    signale = zeichen(dokument)
    token, rest, formen = set(signale), WOERTER_HOECHSTENS, []
    for text, vorsaetze in _texte(dokument):
        analyse = _analysiert(text, rest)
        rest -= analyse.woerter
        token |= analyse.token
        for vorsatz in vorsaetze:
            token.update([vorsatz + wort for wort in analyse.token])
        formen.append(analyse.formen)
    # The first way of writing a word counts.
    anzeigen = {}
    for weitere in reversed(formen):
        anzeigen |= weitere
    inhalt = Inhalt(
        " ".join(sorted([t for t in signale if t.startswith(MERKMALE)])),
        dokument.faellig_am,
        " ".join(sorted(token)),
        " ".join(sorted(anzeigen)),
        tuple(sorted(dokument.punkte)),
    )
    return Indexzeile(dokument.id, dokument.art, dokument.eintrag_id, inhalt, anzeigen)


def _texte(dokument: Dokument) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts of a document that are not empty, with the signs that their words get beside themselves."""
    yield from ((name, ("k_", "n_")) for name in dokument.namen if name)
    yield from ((name, ("k_",)) for name in dokument.themennamen)
    yield dokument.kurz, ("s_",)
    yield from ((text, ()) for text in dokument.texte if text)


# --- words ----------------------------------------------------------------------------------------


class Analyse(NamedTuple):
    """What a text is indexed under, its words as they are written, and how many there are."""

    token: frozenset[str]
    formen: dict[str, str]
    woerter: int


def _analysiert(text: str, hoechstens: int) -> Analyse:
    """Short texts (names of themes, audiences, organisations) return in thousands of documents."""
    kurz = len(text) <= KURZER_TEXT <= hoechstens
    return _kurzer_text(text) if kurz else _langer_text(text, hoechstens)


@lru_cache(maxsize=20_000)
def _kurzer_text(text: str) -> Analyse:
    return _langer_text(text, KURZER_TEXT)


def _langer_text(text: str, hoechstens: int) -> Analyse:
    stuecke = [_stueck(stueck) for stueck in text.split()[:hoechstens]]
    token = frozenset(chain.from_iterable([stueck.token for stueck in stuecke]))
    anzahl = sum([stueck.woerter for stueck in stuecke])
    if anzahl > hoechstens or "sgb" in text.casefold():
        # Books of the Sozialgesetzbuch are known by the word before them.
        folge = woerter(text)[:hoechstens]
        token, anzahl = frozenset(chain.from_iterable(map(_token, folge))), len(folge)
    stuecke.reverse()
    return Analyse(token, dict(chain.from_iterable([stueck.formen for stueck in stuecke])), anzahl)


class Stueck(NamedTuple):
    """The same of a piece of text without blanks, which is remembered in the thinnest form."""

    token: tuple[str, ...]
    formen: tuple[tuple[str, str], ...]
    woerter: int


def _stueck(stueck: str) -> Stueck:
    return _gemerktes_stueck(stueck) if len(stueck) <= WORT_HOECHSTENS else _stueck_ermitteln(stueck)


def _stueck_ermitteln(stueck: str) -> Stueck:
    folge = woerter(stueck)
    return Stueck(tuple(chain.from_iterable(map(_token, folge))), _schreibweisen(stueck, folge), len(folge))


_gemerktes_stueck = lru_cache(maxsize=200_000)(_stueck_ermitteln)


def _token(wort: str) -> tuple[str, ...]:
    """What a folded word is indexed under; nothing for stop words and chains of letters that are no words."""
    return indexformen(wort) if _zaehlt(wort) else ()


def _schreibweisen(stueck: str, folge: list[str]) -> tuple[tuple[str, str], ...]:
    """The words of a piece of text, each with the way it is written there.

    That is a way of writing this word and nothing else: it stays on display as long as any entry has the word,
    and must not tell what stood beside it in an entry that is gone.
    """
    gefunden = {wort: wort for wort in folge if _zaehlt(wort)}
    for teil in (stueck, *_TRENNER.split(stueck)):
        anzeige = teil.strip(SATZZEICHEN)
        allein = woerter(anzeige)
        if len(allein) == 1 and gefunden.get(allein[0]) == allein[0] and _nur_ein_wort(anzeige):
            gefunden[allein[0]] = anzeige
    return tuple(gefunden.items())


def _nur_ein_wort(anzeige: str) -> bool:
    """Whether no letter is lost in folding: those of other scripts are, and might be a word as well."""
    return anzeige.isascii() or all(z.isascii() or sortierform(z) for z in anzeige if z.isalnum())


def _zaehlt(wort: str) -> bool:
    return len(wort) <= WORT_HOECHSTENS and wort not in STOPPWOERTER
