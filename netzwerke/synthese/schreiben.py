"""Writing many rows: derived columns first, then batches, each in a transaction of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model

from netzwerke.anschluesse import anschluesse
from netzwerke.suche.aufbau import aufnehmen, massenhaft

STAPEL = 1000

#: Called with what is being written, how many rows are, and how many there will be.
Melder = Callable[[str, int, int], None]


@dataclass(slots=True)
class Zeile:
    """A row to be written, with the ids that its many-to-many fields lead to."""

    objekt: Model
    mehrfach: dict[str, Iterable[int]] = field(default_factory=dict)


class Schreiber:
    """Writes rows past `save()`, and therefore derives their columns itself."""

    def __init__(self, melden: Melder):
        self._melden = melden
        self._slugs: dict[type[Model], set[str]] = {}
        self._geschrieben: dict[type[Model], list[int]] = {}

    def slug(self, model: type[Model], stamm: str) -> str:
        """Return a slug of ``model`` that is still free and keep it."""
        if model not in self._slugs:
            self._slugs[model] = set(model.objects.values_list("slug", flat=True))
        belegt, kandidat, nummer = self._slugs[model], stamm, 1
        while kandidat in belegt:
            nummer += 1
            kandidat = f"{stamm}-{nummer}"
        belegt.add(kandidat)
        return kandidat

    def in_den_suchindex(self) -> None:
        """Write the documents of all entries made so far; signals didn't see them."""
        je_art = [(art, self._geschrieben.get(art.model, ())) for art in anschluesse.sucharten()]
        with massenhaft(sum(len(eintraege) for _art, eintraege in je_art)):
            for art, eintraege in je_art:
                aufnehmen(art, eintraege, self._melden)

    def schreiben(self, was: str, zeilen: list[Zeile]) -> None:
        for anfang in range(0, len(zeilen), STAPEL):
            with transaction.atomic():
                self._stapel(zeilen[anfang : anfang + STAPEL])
            self._melden(was, min(anfang + STAPEL, len(zeilen)), len(zeilen))

    def _stapel(self, zeilen: list[Zeile]) -> None:
        objekte = [zeile.objekt for zeile in zeilen]
        model = type(objekte[0])
        if hasattr(model, "ableiten"):
            for objekt in objekte:
                objekt.ableiten()
        model.objects.bulk_create(objekte)
        self._geschrieben.setdefault(model, []).extend(objekt.pk for objekt in objekte)
        for name in dict.fromkeys(name for zeile in zeilen for name in zeile.mehrfach):
            self._verknuepfen(model._meta.get_field(name), zeilen)

    @staticmethod
    def _verknuepfen(feld, zeilen: list[Zeile]) -> None:
        von, nach = f"{feld.m2m_field_name()}_id", f"{feld.m2m_reverse_field_name()}_id"
        through = feld.remote_field.through
        through.objects.bulk_create(
            through(**{von: zeile.objekt.pk, nach: ziel})
            for zeile in zeilen
            for ziel in dict.fromkeys(zeile.mehrfach.get(feld.name, ()))
        )
