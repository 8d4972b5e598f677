"""From a changed row to the entries whose documents hold something of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Model

from netzwerke.anschluesse import Bezug

#: Ids in one condition.
STAPEL = 500


def stapelweise(pks: Collection[int], groesse: int = STAPEL) -> Iterator[list[int]]:
    """Sorted ids in portions."""
    geordnet = sorted(pks)
    for anfang in range(0, len(geordnet), groesse):
        yield geordnet[anfang : anfang + groesse]


@dataclass(frozen=True)
class Stelle:
    """Rows as they are seen from entries of ``eintrag``: at the end of ``pfad``, which is empty for the entries."""

    eintrag: type[Model]
    pfad: str = ""

    def weiter(self, name: str) -> "Stelle":
        return Stelle(self.eintrag, f"{self.pfad}__{name}" if self.pfad else name)

    def eintraege(self, pks: Collection[int]) -> set[int]:
        """Ids of the entries to which rows with these ids belong."""
        if not self.pfad:
            return set(pks)
        gefunden = set()
        for stapel in stapelweise(pks):
            eintraege = self.eintrag._base_manager.filter(**{f"{self.pfad}__in": stapel})
            gefunden.update(eintraege.order_by().values_list("pk", flat=True))
        return gefunden


@dataclass
class Zeilenbezug:
    """What matters of the rows of a model: columns by place, and the columns that say which row they belong to."""

    stellen: dict[Stelle, set[str]] = field(default_factory=lambda: defaultdict(set))
    eltern: dict[Stelle, str] = field(default_factory=dict)

    @property
    def spalten(self) -> set[str]:
        return set(self.eltern.values()).union(*self.stellen.values())

    def betroffen(
        self, zeile: Model, vorher: dict | None, bekannt: bool
    ) -> Iterator[tuple[Stelle, set[int]]]:
        """Places and ids of rows there whose entries change with ``zeile``.

        ``vorher`` holds its old columns, None for a new row; ``bekannt`` says that others may lead to a new one.
        """
        for stelle, spalten in self.stellen.items():
            if (vorher is None and bekannt) or geaendert(zeile, vorher, spalten):
                yield stelle, {zeile.pk}
        for stelle, spalte in self.eltern.items():
            if vorher is None or geaendert(zeile, vorher, {spalte}):
                yield stelle, {(vorher or {}).get(spalte), getattr(zeile, spalte)} - {None}


def geaendert(zeile: Model, vorher: dict | None, spalten: Iterable[str]) -> bool:
    """Whether one of the columns has another value than before; columns that were not read did not change."""
    if vorher is None:
        return False
    gelesen = set(spalten) - zeile.get_deferred_fields()
    return any(getattr(zeile, spalte) != vorher[spalte] for spalte in gelesen)


@dataclass(frozen=True)
class Verbindung:
    """A many-to-many relation on the way from ``nah`` to ``fern``; ``vorwaerts`` if the near model defines it."""

    nah: Stelle
    fern: Stelle
    vorwaerts: bool


@dataclass
class Bezugsnetz:
    """All rows and relations that documents are made of."""

    zeilen: dict[type[Model], Zeilenbezug] = field(default_factory=lambda: defaultdict(Zeilenbezug))
    verbindungen: dict[type[Model], set[Verbindung]] = field(default_factory=lambda: defaultdict(set))

    def aufnehmen(self, eintrag: type[Model], bezug: Bezug) -> None:
        """Walk the path of ``bezug`` from the entry to its end."""
        model, hier = eintrag, Stelle(eintrag)
        for name in bezug.pfad.split("__"):
            beziehung, dort = model._meta.get_field(name), hier.weiter(name)
            if beziehung.many_to_many:
                feld = beziehung.field if beziehung.auto_created else beziehung
                verbindung = Verbindung(hier, dort, vorwaerts=not beziehung.auto_created)
                self.verbindungen[feld.remote_field.through].add(verbindung)
            elif beziehung.one_to_many:
                self.zeilen[beziehung.related_model].eltern[hier] = beziehung.field.attname
            elif hier.pfad:
                self.zeilen[model].stellen[hier].add(beziehung.attname)
            model, hier = beziehung.related_model, dort
        spalten = {model._meta.get_field(spalte).attname for spalte in bezug.spalten}
        self.zeilen[model].stellen[hier] |= spalten
