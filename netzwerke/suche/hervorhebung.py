"""Marking the words of a query where they stand in a name or summary."""

import re
import unicodedata

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from netzwerke.sprache import STOPPWOERTER, stamm, teile, woerter
from netzwerke.sprache.woerter import BITTWOERTER
from netzwerke.sprache.wortteile import TEILE
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.gruppen import Gruppe
from netzwerke.suche.satzmuster import TATEN
from netzwerke.suche.volltext import Form

#: Beside an unknown part of a compound, shorter known ones are found by chance.
TEIL_AB = 4
#: A whole word with its gendered ending: "Täter*innenarbeit", "Freund(in)", "Schüler/-innen".
_WORT = re.compile(r"[^\W_]+(?:(?:[*:_·]|/-?)[iI]n(?:nen)?[^\W_]*|\([iI]n(?:nen)?\))?")


class Hervorhebung:
    """Knows what to mark for one query. Only whole words are marked, never a part of one."""

    def __init__(self, anfrage: Anfrage):
        formen = {form for gruppe in anfrage.gruppen for form in _formen(gruppe, anfrage)}
        self.einzeln = {form[0] for form in formen if len(form) == 1}
        self.zusammen = [set(form) for form in formen if len(form) > 1]
        #: A place is a name: it is marked as it was written, not as part of another word.
        self.orte = {wort for ort in anfrage.orte for wort in ort.worte}

    def __call__(self, text: str) -> SafeString:
        """Return ``text`` as HTML with ``<mark>`` around the words that were asked for."""
        text = unicodedata.normalize("NFC", text)
        stellen = [
            (treffer.start(), treffer.end(), *_wortformen(treffer[0])) for treffer in _WORT.finditer(text)
        ]
        gesucht = self.einzeln | self._vollstaendige(stellen)
        stuecke, zuletzt = [], 0
        for beginn, ende, folge, formen in stellen:
            if formen.isdisjoint(gesucht) and self.orte.isdisjoint(folge):
                continue
            stuecke += [(text[zuletzt:beginn],), (format_html("<mark>{}</mark>", text[beginn:ende]),)]
            zuletzt = ende
        return format_html_join("", "{}", [*stuecke, (text[zuletzt:],)])

    def _vollstaendige(self, stellen: list[tuple]) -> set[str]:
        """Stems of those forms with several words of which the text has all: "Schutz und Wohnung"."""
        alle = {form for _beginn, _ende, _folge, formen in stellen for form in formen}
        return {stamm for form in self.zusammen if form <= alle for stamm in form}


def _formen(gruppe: Gruppe, anfrage: Anfrage) -> list[Form]:
    """What a group is called, and each of its own words."""
    if anfrage.lage.ist_situation:
        # Of a sentence only what was done is worth marking, not "Mann" in a line for men.
        return [form for form in gruppe.formen if TATEN.keys() >= set(form)]
    eigene = [(stamm(wort),) for wort in gruppe.worte if wort not in STOPPWOERTER and wort not in BITTWOERTER]
    return [*gruppe.formen, *eigene]


def _wortformen(wort: str) -> tuple[list[str], set[str]]:
    folge = woerter(wort)
    return folge, {form for einzelnes in folge for form in _sichtbare_formen(einzelnes)}


def _sichtbare_formen(wort: str) -> set[str]:
    """What a word is indexed under, without short parts after an unknown one: "ehe" is no part of "Vorgehen"."""
    glieder = teile(wort)
    if not TEILE.issuperset(glieder):
        glieder = [glied for glied in glieder if len(glied) >= TEIL_AB]
    return {stamm(wort), *map(stamm, glieder)}
