"""Entries by the beginnings of the words of their names.

This runs with every letter that somebody types. Only entries that the index knows are read, so only public ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model

from netzwerke.anschluesse import anschluesse
from netzwerke.sprache import STOPPWOERTER, stamm
from netzwerke.suche.lesen import abfragen
from netzwerke.suche.volltext import Suchgruppe, volltext
from netzwerke.texte import falten, sortierform

#: So many names that begin so are read of each kind; so many with such words of all kinds.
JE_ART, HOECHSTENS = 8, 16
#: From so many letters on, a single word is looked for within names.
WORT_AB = 3

_SPALTEN = "d.id, d.art, d.merkmale, e.name, e.slug, e.sortierung"
_ANFANG = (
    "SELECT * FROM (SELECT {spalten} FROM {tabelle} e "
    # CROSS JOIN keeps SQLite's order: the names lead to the documents.
    "CROSS JOIN netzwerke_suchdokument d WHERE d.art = {nummer} AND d.eintrag_id = e.id "
    "AND e.sortierung >= %s AND e.sortierung < %s ORDER BY e.sortierung, e.id LIMIT {anzahl}) AS {name}"
)
_TREFFER = (
    "SELECT d.id, d.art, d.eintrag_id, d.merkmale FROM {dokumente} AND d.art IN ({arten}) "
    "ORDER BY {ordnung} LIMIT {anzahl}"
)
_WORTE = "SELECT {spalten} FROM treffer d JOIN {tabelle} e ON d.art = {nummer} AND e.id = d.eintrag_id"


@dataclass(frozen=True)
class Name:
    """A public entry as the index knows it; ``nummer`` is its kind, ``merkmale`` its tokens of themes and audiences."""

    nummer: int
    model: type[Model]
    name: str
    slug: str
    merkmale: frozenset[str]

    @property
    def adresse(self) -> str:
        return self.model(slug=self.slug).get_absolute_url()


def namen(text: str, folge: Sequence[str]) -> list[Name]:
    """Entries whose name begins with ``text``, by name; then those with all words of ``folge``, nationwide ones first.

    The last word may be unfinished. At most two queries, each over all kinds that everybody may search.
    """
    arten = {art.suche.nummer: art.model for art in anschluesse.sucharten() if art.suche.fuer_alle}
    gefunden = _am_anfang(arten, sorted({sortierform(text), falten(text), " ".join(folge)} - {""}))
    gruppen = _wortgruppen(folge)
    if len(gefunden) < JE_ART and gruppen:
        gefunden += _mit_worten(arten, gruppen)
    return list(dict.fromkeys(gefunden))


def _am_anfang(arten: dict[int, type[Model]], anfaenge: Sequence[str]) -> list[Name]:
    zweige, parameter = [], []
    for nummer, model in arten.items():
        for anfang in anfaenge:
            name = f"anfang{len(zweige)}"
            zweige.append(
                _ANFANG.format(
                    spalten=_SPALTEN, tabelle=model._meta.db_table, nummer=nummer, anzahl=JE_ART, name=name
                )
            )
            parameter += [anfang, f"{anfang}~"]
    gelesen = abfragen(" UNION ALL ".join(zweige), parameter) if zweige else []
    return [_name(arten, zeile) for zeile in sorted(gelesen, key=lambda zeile: (zeile[-1], zeile[0]))]


def _wortgruppen(folge: Sequence[str]) -> tuple[Suchgruppe, ...]:
    *fertige, letztes = folge
    gruppen = tuple(((f"n_{stamm(wort)}",),) for wort in fertige if wort not in STOPPWOERTER)
    if letztes in STOPPWOERTER:
        return gruppen
    if not gruppen and len(letztes) < WORT_AB:
        return ()
    return (*gruppen, ((f"n_{letztes}*",), (f"n_{stamm(letztes)}",)))


def _mit_worten(arten: dict[int, type[Model]], gruppen: tuple[Suchgruppe, ...]) -> list[Name]:
    index = volltext()
    treffer = _TREFFER.format(
        dokumente=index.DOKUMENTE, arten=", ".join(map(str, arten)), ordnung=index.ORDNUNG, anzahl=HOECHSTENS
    )
    zweige = " UNION ALL ".join(
        _WORTE.format(spalten=_SPALTEN, tabelle=model._meta.db_table, nummer=nummer)
        for nummer, model in arten.items()
    )
    gelesen = abfragen(f"WITH treffer AS MATERIALIZED ({treffer}) {zweige}", [index.anfrage(gruppen)])
    return [_name(arten, zeile) for zeile in sorted(gelesen)]


def _name(arten: dict[int, type[Model]], zeile: tuple) -> Name:
    _dokument, nummer, merkmale, name, slug, _sortierung = zeile
    return Name(nummer, arten[nummer], name, slug, frozenset(merkmale.split()))
