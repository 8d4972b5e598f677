"""Where later apps join in.

An earlier app's pages show what a later app knows (cooperations on a network's page, an error report,
more kinds in the search). The later app registers here in its ``AppConfig.ready()``; this app imports
nothing of it.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Karte:
    """How an entry is shown among others.

    ``template`` gets the entry as ``name``. ``mit_bezuegen`` fetches what it shows beyond the entry's own
    columns, ``anreichern`` sets on the entries of a page what is worked out for all of them together.
    """

    template: str
    name: str
    mit_bezuegen: Callable[[models.QuerySet], models.QuerySet]
    anreichern: Callable[[list], None] | None = None

    def laden(self, menge: models.QuerySet) -> list[models.Model]:
        """The entries of ``menge``, ready to be shown."""
        eintraege = list(self.mit_bezuegen(menge))
        if self.anreichern and eintraege:
            self.anreichern(eintraege)
        return eintraege


@dataclass(frozen=True)
class Bezug:
    """Rows that the documents of a kind are made of beside the entries' own.

    ``pfad`` leads from the entry to them, as in a filter; ``spalten`` are the columns of theirs that documents
    hold. Every relation on the way counts as well.
    """

    pfad: str
    spalten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suchart:
    """How a kind of entry takes part in the search.

    ``nummer`` (1 to 63) is stored with every document and never changes. ``dokumente`` takes ids and yields a
    `netzwerke.suche.dokument.Dokument` for each public entry among them. ``karte`` shows a hit. When a
    row of ``bezuege`` changes, the documents that it belongs to are made anew; themes, audiences and areas are watched
    by their tokens. ``fuer_alle`` says whether the kind stands on the page of the search, or can only be searched in
    its own list.
    """

    nummer: int
    name: str
    dokumente: Callable[[Collection[int]], Iterable]
    karte: Karte
    bezuege: tuple[Bezug, ...] = ()
    fuer_alle: bool = True


@dataclass(frozen=True)
class OeffentlicheArt:
    """A kind of entry with public pages.

    ``menge`` returns the entries anybody may see; ``liste_url`` is the URL name of their list.
    """

    model: type[models.Model]
    liste_url: str
    menge: Callable[[], models.QuerySet]
    suche: Suchart | None = None


@dataclass(frozen=True)
class Abschnitt:
    """A section on the public page of another kind of entry.

    ``inhalt`` takes the entry and returns what the template gets under this name, beside the page's context;
    None where there is nothing to show.
    """

    model: type[models.Model]
    template: str
    inhalt: Callable[[models.Model], dict | None]
    reihenfolge: int = 100


class Anschluesse:
    """The registry. One instance, filled while the apps are made ready and read-only afterwards."""

    def __init__(self):
        self._arten: dict[str, OeffentlicheArt] = {}
        self._abschnitte: list[Abschnitt] = []
        self._beobachter: list[Callable[[OeffentlicheArt], None]] = []
        self._loeschhaken: list[Callable[[models.Model], None]] = []

    def art_anmelden(self, art: OeffentlicheArt) -> None:
        """Register a kind; raises ValueError if its list or its number in the search is registered already."""
        if art.liste_url in self._arten:
            raise ValueError(f"{art.liste_url} ist schon angemeldet.")
        if art.suche and art.suche.nummer in {andere.suche.nummer for andere in self.sucharten()}:
            raise ValueError(f"Die Nummer {art.suche.nummer} hat in der Suche schon eine andere Art.")
        self._arten[art.liste_url] = art
        for beobachter in self._beobachter:
            beobachter(art)

    def arten_beobachten(self, beobachter: Callable[[OeffentlicheArt], None]) -> None:
        """Call ``beobachter`` with every kind, those registered later included."""
        self._beobachter.append(beobachter)
        for art in self._arten.values():
            beobachter(art)

    def arten(self) -> tuple[OeffentlicheArt, ...]:
        return tuple(self._arten.values())

    def art(self, liste_url: str) -> OeffentlicheArt:
        """The kind whose list has this URL name."""
        return self._arten[liste_url]

    def sucharten(self) -> tuple[OeffentlicheArt, ...]:
        """The kinds that take part in the search."""
        return tuple(art for art in self._arten.values() if art.suche)

    def abschnitt_anmelden(self, abschnitt: Abschnitt) -> None:
        self._abschnitte.append(abschnitt)

    def abschnitte(self, eintrag: models.Model) -> list[tuple[str, dict]]:
        """Templates and contents of the sections to show on the page of ``eintrag``, in order."""
        passend = sorted(
            (abschnitt for abschnitt in self._abschnitte if isinstance(eintrag, abschnitt.model)),
            key=lambda abschnitt: abschnitt.reihenfolge,
        )
        gefuellt = ((abschnitt.template, abschnitt.inhalt(eintrag)) for abschnitt in passend)
        return [(template, inhalt) for template, inhalt in gefuellt if inhalt is not None]

    def loeschhaken_anmelden(self, haken: Callable[[models.Model], None]) -> None:
        """Register what removes every copy of a row's withdrawn data (S11, S13) elsewhere."""
        self._loeschhaken.append(haken)

    def kopien_loeschen(self, zeile: models.Model) -> None:
        """Run in the transaction that withdraws data of ``zeile``: no copy may outlive it."""
        for haken in self._loeschhaken:
            haken(zeile)


anschluesse = Anschluesse()
