"""Where later apps join in.

An earlier app's pages show what a later app knows (cooperations on a network's page, an error report,
more kinds in the search). The later app registers here in its ``AppConfig.ready()``; this app imports
nothing of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class OeffentlicheArt:
    """A kind of entry with public pages.

    ``menge`` returns the entries anybody may see; ``liste_url`` is the URL name of their list.
    """

    model: type[models.Model]
    liste_url: str
    menge: Callable[[], models.QuerySet]


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
        self._arten: dict[type[models.Model], OeffentlicheArt] = {}
        self._abschnitte: list[Abschnitt] = []
        self._loeschhaken: list[Callable[[models.Model], None]] = []

    def art_anmelden(self, art: OeffentlicheArt) -> None:
        """Register a kind; raises ValueError if its model is registered already."""
        if art.model in self._arten:
            raise ValueError(f"{art.model.__name__} ist schon angemeldet.")
        self._arten[art.model] = art

    def arten(self) -> tuple[OeffentlicheArt, ...]:
        return tuple(self._arten.values())

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
