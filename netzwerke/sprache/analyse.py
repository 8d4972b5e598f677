"""From German as it is written to comparable words.

The order matters: gendered forms are resolved before lower-casing (the capital I marks them), signs and
numbers before folding, and only then are words reduced to stems and taken apart.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import snowballstemmer

from netzwerke.sprache.beugung import verbstamm
from netzwerke.sprache.woerter import KURZFORMEN, ROEMISCH, STAMM_BLEIBT, STOPPWOERTER
from netzwerke.sprache.wortteile import ENDUNGEN, FUGEN, ORTSENDUNGEN, TEILE
from netzwerke.texte import falten

#: "Täter*innen", "Täter:in", "Täter_innen", "Täter/-innen", "Täter(innen)", inside words too.
_GENDERZEICHEN = re.compile(r"(?<=\w\w)(?:[*:_·]|/-?|\()[iI]n(?:nen)?\)?")
#: "MitarbeiterInnen", "BezirksjugendpflegerIn".
_BINNEN_I = re.compile(r"(?<=[a-zäöüß])In(?:nen)?(?![A-ZÄÖÜ])")
_ZIFFERNGRENZE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_WEIBLICH = re.compile(r"(?<=[a-z]{4})innen$|(?<=[a-z]{3}er)in$")
#: Shorter words and numbers have no stem and must match whole.
ANFANG_AB = 4
#: Longer pieces of text without blanks are not remembered.
STUECK_HOECHSTENS = 100
#: An unknown rest beside a known part of a compound is at least this long.
REST_AB = 4


@dataclass(frozen=True)
class Wortgruppe:
    """One word of a query. Any of its ``formen`` will do; a form with several words needs all of them."""

    wort: str
    formen: tuple[tuple[str, ...], ...]


def woerter(text: str) -> list[str]:
    """Return the folded words of ``text`` in order, gendered forms resolved, "AK90" as two words."""
    folge = list(chain.from_iterable(map(_stueck, text.split())))
    if "sgb" in folge:
        for stelle in range(1, len(folge)):
            if folge[stelle - 1] == "sgb":
                folge[stelle] = ROEMISCH.get(folge[stelle], folge[stelle])
    return folge


def _stueck(stueck: str) -> tuple[str, ...]:
    """The words of a piece of text without blanks; the same pieces return again and again in a directory."""
    return _gemerkt(stueck) if len(stueck) <= STUECK_HOECHSTENS else _gemerkt.__wrapped__(stueck)


@lru_cache(maxsize=200_000)
def _gemerkt(stueck: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFC", stueck)
    text = _BINNEN_I.sub("", _GENDERZEICHEN.sub("", text))
    text = _ZIFFERNGRENZE.sub(" ", text.replace("§", " Paragraf "))
    return tuple(_WEIBLICH.sub("", wort) for wort in falten(text).split())


_snowball = snowballstemmer.stemmer("german")


@lru_cache(maxsize=50_000)
def stamm(wort: str) -> str:
    """Return the stem of a folded word (Snowball German); short words and numbers stay as they are."""
    if len(wort) < ANFANG_AB or wort.isdigit():
        return wort
    # "Kitas", "Infos": Snowball knows no plural in s after a vowel.
    einzahl = wort[:-1] if wort.endswith(("as", "os")) else wort
    return STAMM_BLEIBT.get(wort) or verbstamm(wort) or _snowball.stemWord(einzahl)


@lru_cache(maxsize=100_000)
def indexformen(wort: str) -> tuple[str, ...]:
    """Return what a folded word is indexed under: its stem and the stems of its parts."""
    return tuple(dict.fromkeys((stamm(wort), *map(stamm, teile(wort)))))


@lru_cache(maxsize=50_000)
def teile(wort: str) -> tuple[str, ...]:
    """Return the known parts of a compound in order, or () if it is none.

    Only the first part may be unknown: German builds new compounds by putting words in front.
    """
    if ganz := _zerlegt(wort):
        return ganz if len(ganz) > 1 else ()
    for stelle in range(REST_AB, len(wort) - REST_AB + 1):
        if hinten := _zerlegt(wort[stelle:]):
            return (_ohne_fuge(wort[:stelle]), *hinten)
    return ()


@lru_cache(maxsize=50_000)
def _zerlegt(wort: str) -> tuple[str, ...]:
    """Split ``wort`` into known parts without remainder, longest first; () if that is impossible."""
    if wort in TEILE:
        return (wort,)
    for endung in ENDUNGEN:
        if wort.endswith(endung) and wort[: -len(endung)] in TEILE and wort not in ORTSENDUNGEN:
            return (wort[: -len(endung)],)
    for ende in range(len(wort) - 1, 2, -1):
        if wort[:ende] not in TEILE:
            continue
        for fuge in FUGEN:
            rest = wort[ende:]
            if rest.startswith(fuge) and (hinten := _zerlegt(rest[len(fuge) :])):
                return (wort[:ende], *hinten)
    return ()


def _ohne_fuge(wort: str) -> str:
    return wort[:-1] if wort.endswith("s") and len(wort) > REST_AB else wort


def wortgruppen(anfrage: str) -> list[Wortgruppe]:
    """Return what a query asks for, without its stop words (unless it has nothing else)."""
    alle = woerter(anfrage)
    gesucht = [wort for wort in alle if wort not in STOPPWOERTER] or alle
    return [Wortgruppe(wort, _formen(wort)) for wort in dict.fromkeys(gesucht)]


def _formen(wort: str) -> tuple[tuple[str, ...], ...]:
    formen = [(stamm(wort),)]
    if lang := KURZFORMEN.get(wort):
        formen.append(tuple(map(stamm, lang.split())))
    if (glieder := teile(wort)) and all(glied in TEILE for glied in glieder):
        formen.append(tuple(stamm(glied) for glied in glieder))
    return tuple(dict.fromkeys(formen))
