"""Ways to count: grouped over a vocabulary, by place, or option by option."""

from dataclasses import dataclass, field

from django.db.models import Field, Model, Q
from django.utils.formats import number_format
from django.utils.translation import gettext

from netzwerke.raum import Raum
from netzwerke.texte import sortierform


@dataclass(frozen=True)
class Option:
    """One option of a facet: its value in the address, its label, the number of entries it would leave.

    None if they are not counted. An estimate may be 0 where few entries were in the sample.
    """

    wert: str
    beschriftung: str
    anzahl: int | None = None
    aktiv: bool = False
    ebene: int = 0
    geschaetzt: bool = False

    @property
    def klammer(self) -> str:
        """The number as it stands behind the label: " (12)", " (ca. 1.200)" or nothing."""
        if self.anzahl is None:
            return ""
        if not self.geschaetzt:
            return f" ({self.anzahl})"
        if not self.anzahl:
            return gettext(" (wenige)")
        return gettext(" (ca. %(anzahl)s)") % {"anzahl": number_format(self.anzahl, force_grouping=True)}


@dataclass(frozen=True)
class Wahl:
    """A possible value of a facet that is counted by a condition of its own."""

    wert: str
    beschriftung: str
    bedingung: Q


@dataclass(frozen=True)
class Ort:
    """A possible value of a facet over places."""

    wert: str
    beschriftung: str
    raum: Raum
    ebene: int = 0


@dataclass(frozen=True)
class Auswahl:
    """A facet with a few options, each counted by its own condition."""

    name: str
    wahlen: tuple[Wahl, ...] = ()

    def optionen(self, zeilen: list[tuple], aktiv: str) -> list[Option]:
        anzahlen = {int(wert): anzahl for wert, *_rest, anzahl in zeilen}
        return [
            Option(wahl.wert, wahl.beschriftung, anzahlen.get(stelle, 0), wahl.wert == aktiv)
            for stelle, wahl in enumerate(self.wahlen)
        ]


@dataclass(frozen=True)
class Orte:
    """A facet over places. All are counted by one pass over where the entries lie."""

    #: The option under which nationwide entries are counted; they belong to every place.
    BUNDESWEIT = -1

    name: str
    orte: tuple[Ort, ...] = ()
    #: Name of the active filter that an option of this facet would replace, if not its own.
    zaehlt_statt: str = ""

    def optionen(self, zeilen: list[tuple], aktiv: str) -> list[Option]:
        anzahlen = {int(stelle): anzahl for stelle, *_rest, anzahl in zeilen}
        ueberall = anzahlen.get(self.BUNDESWEIT, 0)
        return [
            Option(
                ort.wert, ort.beschriftung, anzahlen.get(stelle, 0) + ueberall, ort.wert == aktiv, ort.ebene
            )
            for stelle, ort in enumerate(self.orte)
        ]


@dataclass(frozen=True)
class Gruppe:
    """A facet over a vocabulary: a many-to-many relation, a foreign key or a field with choices.

    With ``baum`` naming the parent column of the vocabulary, an entry counts for every ancestor, too.
    """

    name: str
    feld: str
    baum: str = ""
    #: Column of the vocabulary that stands in the address.
    wertspalte: str = "slug"
    namensspalte: str = "name"
    ordnung: tuple[str, ...] = field(default=("reihenfolge",))

    def modellfeld(self, model: type[Model]) -> Field:
        return model._meta.get_field(self.feld)

    def optionen(self, zeilen: list[tuple], aktiv: str) -> list[Option]:
        """Order the counted terms; a tree is laid out depth first. Terms that leave nothing are not offered."""
        je_eltern: dict[int | None, list[tuple]] = {}
        for zeile in zeilen:
            je_eltern.setdefault(zeile[4], []).append(zeile)
        return list(self._zweig(je_eltern, None, 0, aktiv))

    def _zweig(self, je_eltern, eltern, ebene, aktiv):
        for wert, name, _reihenfolge, kennung, _eltern, anzahl in sorted(
            je_eltern.get(eltern, ()), key=lambda zeile: (zeile[2], sortierform(zeile[1]))
        ):
            if anzahl or wert == aktiv:
                yield Option(wert, name, anzahl, wert == aktiv, ebene)
            if kennung is not None:
                yield from self._zweig(je_eltern, kennung, ebene + 1, aktiv)
