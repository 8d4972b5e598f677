"""Themes and the everyday words that mean them.

The words stand at the theme, edited by coordinators. They are compared with the query, not with the entries, so
that a change works at once and for every entry with the theme.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.crypto import get_random_string

from netzwerke.models import Suchstand, Thema, Zielgruppe
from netzwerke.sprache import STOPPWOERTER, stamm, teile, woerter
from netzwerke.sprache.woerter import BITTWOERTER
from netzwerke.sprache.wortteile import TEILE
from netzwerke.suche.lesen import abfragen
from netzwerke.suche.perspektive import Perspektive, perspektive
from netzwerke.suche.satzmuster import ALS_KIND
from netzwerke.texte import falten, slug_aus

STAND = "begriffe"
#: How much a theme counts that stands above the one that was meant.
OBERTHEMA = 0.6
#: How much a word counts that is only a part of what was typed ("Trauma" in "Traumaambulanz").
WORTTEIL = 0.7
#: How much a single everyday word counts beside the name of the theme.
EINZELWORT = 0.9


#: A word of a line hints at its theme, shared among at most so many themes.
ANDEUTUNG, ANDEUTUNG_HOECHSTENS = 0.5, 4
#: Words shorter than this are read in other senses, too; more words per theme only cost time.
AUSDRUCK_AB, AUSDRUECKE_HOECHSTENS = 5, 20
#: What helps as well where nothing fits better: the way from a need to its neighbours, by slugs.
VERWANDT = {
    "frauenhaus": {"haeusliche-gewalt": 0.4},
    "schutz-und-wohnen": {"frauenhaus": 0.5},
    "stalking": {"haeusliche-gewalt": 0.2},
    "digitale-gewalt": {"stalking": 0.4},
    "gewaltschutzantrag": {"haeusliche-gewalt": 0.4, "wohnungsverweisung": 0.5},
    "wohnungsverweisung": {"haeusliche-gewalt": 0.4, "gewaltschutzantrag": 0.5},
    "kinder-erleben-gewalt-mit": {"haeusliche-gewalt": 0.4, "kinderschutz": 0.5},
    "zwangsverheiratung": {"frauenhaus": 0.2, "haeusliche-gewalt": 0.2},
    "menschenhandel": {"haeusliche-gewalt": 0.2},
    "genitalverstuemmelung": {"haeusliche-gewalt": 0.15},
    "sexualisierte-gewalt-erwachsene": {"sexualisierte-gewalt": 0.8},
    "sexualisierte-gewalt-kinder-jugendliche": {"sexualisierte-gewalt": 0.7, "kinderschutz": 0.5},
    "vernachlaessigung-misshandlung": {"kinderschutz": 0.8},
    "vertrauliche-spurensicherung": {"sexualisierte-gewalt": 0.5, "medizinische-hilfe": 0.4},
    "traumaambulanz": {"trauma": 0.8},
    "seelische-krise": {"krise-und-notfall": 0.6, "psychische-gesundheit": 0.5},
    "psychische-gesundheit": {"seelische-krise": 0.5},
    "gewaltschutz-am-arbeitsplatz": {"haeusliche-gewalt": 0.3},
    "trennung": {"familienberatung": 0.3},
}


@dataclass(frozen=True)
class Wendung:
    """A line of everyday words: the stems that must all occur, and from whose mouth."""

    staemme: tuple[str, ...]
    perspektive: Perspektive
    thema: int
    guete: float
    #: Said by an adult of their childhood, which the small word "als" tells.
    als_kind: bool


@dataclass(frozen=True)
class Fund:
    """A line that the query contains: which of its words, which theme, how surely."""

    stellen: frozenset[int]
    thema: int
    staerke: float


def _als_kind(text: str) -> bool:
    return bool(ALS_KIND.search(falten(text)))


def _weite(fund: Fund) -> int:
    return max(fund.stellen) - min(fund.stellen)


@dataclass(eq=False)
class Begriffe:
    """All themes and audiences, ready for comparison."""

    namen: dict[int, str]
    oberthema: dict[int, int | None]
    je_slug: dict[str, int]
    slugs: dict[int, str]
    #: Audiences by slug, and by the slug their name would have: coordinators may have created them.
    zielgruppen: dict[str, int]
    #: Themes that are called by an everyday word of another one mean the same.
    gleiche: dict[int, set[int]] = field(default_factory=dict)
    #: The name of each theme and its everyday words, as they are written.
    zeilen: dict[int, list[str]] = field(default_factory=dict)
    #: Single everyday words of a theme, as forms to be found literally in entries that don't carry the theme.
    ausdruecke: dict[int, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    #: Every word of the vocabulary: folded → as written.
    woerter: dict[str, str] = field(default_factory=dict)
    _themen_je_stamm: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _je_stamm: dict[str, list[Wendung]] = field(default_factory=lambda: defaultdict(list))

    def themen(self, *slugs: str) -> list[int]:
        """Ids of themes by slug, with those that mean the same; unknown ones are left out."""
        pks = [self.je_slug[slug] for slug in slugs if slug in self.je_slug]
        return list(dict.fromkeys(gleich for pk in pks for gleich in (pk, *sorted(self.gleiche.get(pk, ())))))

    def gruppe(self, *slugs: str) -> frozenset[str]:
        """Tokens of audiences by slug."""
        return frozenset(f"z_{self.zielgruppen[slug]}" for slug in slugs if slug in self.zielgruppen)

    def gewichte(self, thema: int) -> dict[str, float]:
        """Tokens of the theme and of those that mean the same, and with less weight of the one above and of near ones.

        The theme above counts where an entry names it itself: the token ``t_`` would mean all its other themes, too.
        """
        token = {f"t_{pk}": 1.0 for pk in (thema, *sorted(self.gleiche.get(thema, ())))}
        oben = self.oberthema.get(thema)
        if oben is not None:
            token.setdefault(f"d_{oben}", OBERTHEMA)
        for slug, gewicht in VERWANDT.get(self.slugs.get(thema, ""), {}).items():
            for pk in self.themen(slug):
                token.setdefault(f"t_{pk}", gewicht)
        return token

    def kennt(self, wort: str) -> bool:
        """Whether a word, or all its parts, occur in the vocabulary."""
        glieder = teile(wort)
        return stamm(wort) in self._themen_je_stamm or (
            bool(glieder) and all(teil in TEILE for teil in glieder)
        )

    def nur_taeterarbeit(self, wort: str) -> bool:
        """Whether a word occurs in lines of work with perpetrators and of nothing else."""
        themen = self._themen_je_stamm.get(stamm(wort), set())
        return bool(themen) and themen <= set(self.themen("taeterarbeit"))

    def andeutungen(self, wort: str) -> dict[str, float]:
        """Themes in whose lines a word occurs: the fewer they are, the more it hints at each."""
        themen = self._themen_je_stamm.get(stamm(wort), ())
        if not 0 < len(themen) <= ANDEUTUNG_HOECHSTENS:
            return {}
        andeutungen: dict[str, float] = {}
        for pk in sorted(themen):
            for token, gewicht in self.gewichte(pk).items():
                andeutungen[token] = max(gewicht * ANDEUTUNG / len(themen), andeutungen.get(token, 0))
        return andeutungen

    def funde(self, folge: Sequence[str], sicht: Perspektive) -> list[Fund]:
        """Lines that occur in ``folge`` (folded words in order) and don't contradict whose words they are."""
        stellen, rueckblick = _stellen(folge), _als_kind(" ".join(folge))
        gefunden = []
        for kandidat in {w for stamm_ in stellen for w in self._je_stamm.get(stamm_, ())}:
            if not all(stamm_ in stellen for stamm_ in kandidat.staemme):
                continue
            if not kandidat.perspektive.passt_zu(sicht) or (kandidat.als_kind and not rueckblick):
                continue
            beste = [max(stellen[stamm_], key=lambda s: s[1]) for stamm_ in kandidat.staemme]
            if len(beste) > 1 and any(staerke < 1 for _wo, staerke in beste):
                # Parts of words carry a word, but no sentence: "Weg" of "Wegweisung" and "Frau" are no line.
                continue
            gefunden.append(
                Fund(
                    frozenset().union(*(wo for wo, _staerke in beste)),
                    kandidat.thema,
                    kandidat.guete * min(staerke for _wo, staerke in beste),
                )
            )
        return sorted(
            gefunden, key=lambda fund: (-len(fund.stellen), _weite(fund), -fund.staerke, fund.thema)
        )

    def aufnehmen(self, thema: int, zeilen: Iterable[str]) -> None:
        """Take in the name of a theme, which comes first, and its everyday words."""
        for nummer, zeile in enumerate(zeilen):
            folge = woerter(zeile)
            self._merken(thema, zeile)
            staemme = tuple(dict.fromkeys(stamm(wort) for wort in folge if wort not in STOPPWOERTER))
            if len(staemme) < 2:
                # Without its small words "wo kann ich schlafen" would mean anything about sleep.
                staemme = tuple(dict.fromkeys(map(stamm, folge)))
            if staemme:
                guete = EINZELWORT if nummer and len(folge) == 1 else 1.0
                wendung = Wendung(staemme, perspektive(zeile), thema, guete, _als_kind(zeile))
                # One of its words leads to the line; the longest is the rarest as a rule.
                self._je_stamm[max(staemme, key=len)].append(wendung)

    def _merken(self, thema: int, zeile: str) -> None:
        for stueck in zeile.split():
            for wort in woerter(stueck):
                if wort not in STOPPWOERTER and wort not in BITTWOERTER and not wort.isdigit():
                    if stueck[0].isupper() or " " not in zeile:
                        # Nouns and single words; verbs of sentences would draw other words to them.
                        self.woerter.setdefault(wort, stueck)
                    self._themen_je_stamm[stamm(wort)].add(thema)


def _stellen(folge: Sequence[str]) -> dict[str, list[tuple[frozenset[int], float]]]:
    """Where each stem stands: whole words, two words written apart, and parts of words."""
    stellen = defaultdict(list)
    for stelle, wort in enumerate(folge):
        stellen[stamm(wort)].append((frozenset({stelle}), 1.0))
        for teil in teile(wort):
            stellen[stamm(teil)].append((frozenset({stelle}), WORTTEIL))
        if stelle:
            zusammen = folge[stelle - 1] + wort
            stellen[stamm(zusammen)].append((frozenset({stelle - 1, stelle}), 1.0))
    return stellen


def erneuern(sender=None, **kwargs) -> None:
    """Note that themes or audiences changed, so that every process reads them anew."""
    Suchstand.objects.update_or_create(name=STAND, defaults={"wert": get_random_string(12)})


def begriffe(mit: Thema | None = None) -> Begriffe:
    """The current vocabulary, kept between requests as long as nobody changes it.

    ``mit`` is a theme that is not saved: the vocabulary as it would be then.
    """
    if mit is not None:
        return _bauen.__wrapped__(_themenzeilen(mit), _zielgruppenzeilen())
    stand = abfragen(f"SELECT wert FROM {Suchstand._meta.db_table} WHERE name = %s", [STAND])
    return _gelesen(stand[0][0]) if stand else _bauen(_themenzeilen(), _zielgruppenzeilen())


@lru_cache(maxsize=4)
def _gelesen(stand: str) -> Begriffe:
    return _bauen(_themenzeilen(), _zielgruppenzeilen())


def _themenzeilen(mit: Thema | None = None) -> tuple[tuple, ...]:
    zeilen = list(Thema.objects.order_by("pk").values_list("pk", "slug", "name", "oberthema", "suchworte"))
    if mit is not None:
        neu = (mit.pk or 0, mit.slug, mit.name, mit.oberthema_id, mit.suchworte)
        zeilen = sorted([*(zeile for zeile in zeilen if zeile[0] != mit.pk), neu])
    return tuple(zeilen)


def _zielgruppenzeilen() -> tuple[tuple, ...]:
    return tuple(Zielgruppe.objects.order_by("pk").values_list("pk", "slug", "name"))


def _ausdruecke(zeilen: list[str]) -> tuple[tuple[str, ...], ...]:
    """Lines of a single word, the name first; they stand for the theme wherever they are read."""
    formen = []
    for zeile in zeilen:
        folge = [wort for wort in woerter(zeile) if wort not in STOPPWOERTER]
        if len(folge) == 1 and len(folge[0]) >= AUSDRUCK_AB:
            formen.append((stamm(folge[0]),))
    return tuple(dict.fromkeys(formen))[:AUSDRUECKE_HOECHSTENS]


@lru_cache(maxsize=4)
def _bauen(zeilen: tuple[tuple, ...], zielgruppen: tuple[tuple, ...]) -> Begriffe:
    ergebnis = Begriffe(
        namen={pk: name for pk, _slug, name, _oben, _worte in zeilen},
        oberthema={pk: oben for pk, _slug, _name, oben, _worte in zeilen},
        je_slug={slug: pk for pk, slug, _name, _oben, _worte in zeilen},
        slugs={pk: slug for pk, slug, _name, _oben, _worte in zeilen},
        zielgruppen={slug_aus(name): pk for pk, _slug, name in zielgruppen}
        | {slug: pk for pk, slug, _name in zielgruppen},
    )
    je_name = {tuple(woerter(name)): pk for pk, _slug, name, _oben, _worte in zeilen}
    for pk, _slug, name, _oben, worte in zeilen:
        alltag = [zeile for zeile in worte.splitlines() if zeile.strip()]
        ergebnis.aufnehmen(pk, [name, *alltag])
        ergebnis.zeilen[pk] = [name, *alltag]
        ergebnis.ausdruecke[pk] = _ausdruecke([name, *alltag])
        gleiche = {je_name.get(tuple(woerter(zeile))) for zeile in alltag} - {None, pk}
        ergebnis.gleiche[pk] = gleiche
    return ergebnis
