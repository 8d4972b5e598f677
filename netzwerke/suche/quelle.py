"""What the documents of all kinds of entries are made from: many at a time, in a few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain

from django.db.models import Model, QuerySet

from netzwerke.anschluesse import Bezug
from netzwerke.models import Gebiet, Sozialraum, SozialraumGebiet, Thema, Zielgruppe
from netzwerke.suche.dokument import Dokument

#: Up to so many areas, the way up is asked for; beyond, the whole tree is read once.
WEGE_EINZELN = 2000
#: So many ids for each entry that is asked for still count as close together.
DICHT = 2
#: What is read of a site: whether it is free of steps, PLZ, latitude, longitude, area, coarse area.
STANDORTSPALTEN = ("stufenlos", "plz", "breite", "laenge", "gebiet_id", "grobgebiet__pk")


class Herkunft:
    """Vocabulary and tree of areas, read once for the documents of a run.

    Ids that lead nowhere are left out: while a fixture loads, rows may come before those they refer to.
    """

    @cached_property
    def themen(self) -> dict[int, tuple[str, int | None]]:
        return {pk: (name, oben) for pk, name, oben in Thema.objects.values_list("pk", "name", "oberthema")}

    @cached_property
    def zielgruppen(self) -> dict[int, str]:
        return dict(Zielgruppe.objects.values_list("pk", "name"))

    def themenwege(self, pks: Iterable[int]) -> list[int]:
        """``pks`` and the themes above them."""
        wege = {}
        for pk in pks:
            while pk in self.themen and pk not in wege:
                wege[pk] = True
                pk = self.themen[pk][1]
        return list(wege)

    @staticmethod
    def gebietswege(pks: Collection[int]) -> dict[int, set[int]]:
        """For each area, itself and all above it."""
        gebiete = Gebiet.objects.all() if len(pks) > WEGE_EINZELN else Gebiet.objects.oberhalb_von(*pks)
        oberhalb = dict(gebiete.order_by().values_list("pk", "oberhalb"))

        def weg(pk):
            gegangen = set()
            while pk in oberhalb and pk not in gegangen:
                gegangen.add(pk)
                pk = oberhalb[pk]
            return gegangen

        return {pk: weg(pk) for pk in pks}


class Quelle:
    """Makes documents of the public entries among ``eintraege``."""

    model: type[Model]
    nummer: int
    spalten: tuple[str, ...] = ()
    #: What else documents of this kind are made of.
    bezuege: tuple[Bezug, ...] = ()

    def __init__(self, menge: QuerySet, eintraege: Collection[int]):
        self.herkunft = Herkunft()
        grundspalten = ("pk", "name", "andere_namen", "faellig_am", *self.spalten)
        zeilen = menge.filter(pk__in=eintraege).order_by("pk").values_list(*grundspalten)
        self.zeilen = [dict(zip(grundspalten, zeile, strict=True)) for zeile in zeilen]
        self.pks = [zeile["pk"] for zeile in self.zeilen]

    def dokumente(self) -> Iterator[Dokument]:
        if self.pks:
            self.vorbereiten()
            self._orte_lesen()
        for zeile in self.zeilen:
            dokument = Dokument(self.nummer, zeile["pk"], self._namen(zeile), faellig_am=zeile["faellig_am"])
            dokument.bundesweit = zeile.get("bundesweit", False)
            self._verorten(dokument)
            self.fuellen(dokument, zeile)
            yield dokument

    def vorbereiten(self) -> None:
        """Read what belongs to the entries."""

    def fuellen(self, dokument: Dokument, zeile: dict) -> None:
        """Complete the document of an entry."""
        raise NotImplementedError

    @staticmethod
    def _namen(zeile: dict) -> list[str]:
        return [zeile["name"], zeile.get("kurzname") or "", *zeile["andere_namen"].splitlines()]

    def je_eintrag(self, zeilen: QuerySet, eintrag: str, *spalten: str) -> dict[int, list]:
        """Rows by the entry that ``eintrag`` leads to; a single column without its tuple.

        Entries that lie close together are asked for as a range, which is quicker; what else is in it does no harm.
        """
        erster, letzter = self.pks[0], self.pks[-1]
        if letzter - erster < DICHT * len(self.pks):
            zeilen = zeilen.filter(**{f"{eintrag}__gte": erster, f"{eintrag}__lte": letzter})
        else:
            zeilen = zeilen.filter(**{f"{eintrag}__in": self.pks})
        sammlung = defaultdict(list)
        if len(spalten) == 1:
            for pk, wert in zeilen.order_by("pk").values_list(eintrag, *spalten):
                sammlung[pk].append(wert)
        else:
            for zeile in zeilen.order_by("pk").values_list(eintrag, *spalten):
                sammlung[zeile[0]].append(zeile[1:])
        return sammlung

    def verknuepft(self, feld: str, *spalten: str) -> dict[int, list]:
        """Ids (or ``spalten``) at the other end of a many-to-many field."""
        modellfeld = self.model._meta.get_field(feld)
        ziel = modellfeld.m2m_reverse_field_name()
        werte = [f"{ziel}__{spalte}" for spalte in spalten] or [f"{ziel}_id"]
        zeilen = modellfeld.remote_field.through.objects.all()
        return self.je_eintrag(zeilen, f"{modellfeld.m2m_field_name()}_id", *werte)

    def mit_themen(self, dokument: Dokument, themen: Iterable[int]) -> None:
        dokument.eigene_themen = [pk for pk in dict.fromkeys(themen) if pk in self.herkunft.themen]
        dokument.themen = self.herkunft.themenwege(dokument.eigene_themen)
        dokument.themennamen = [self.herkunft.themen[pk][0] for pk in dokument.eigene_themen]

    def mit_zielgruppen(self, dokument: Dokument, zielgruppen: Iterable[int]) -> None:
        dokument.zielgruppen = [pk for pk in dict.fromkeys(zielgruppen) if pk in self.herkunft.zielgruppen]
        dokument.texte += [self.herkunft.zielgruppen[pk] for pk in dokument.zielgruppen]

    # --- places -----------------------------------------------------------------------------------

    def _orte_lesen(self) -> None:
        self._gebiete = self.gebiete()
        self._sozialraeume = self.sozialraeume()
        self.orte = self.standorte()
        raeume = set(chain.from_iterable(self._sozialraeume.values()))
        self._raumgebiete = defaultdict(list)
        for raum, gebiet in SozialraumGebiet.objects.filter(sozialraum__in=raeume).values_list(
            "sozialraum_id", "gebiet_id"
        ):
            self._raumgebiete[raum].append(gebiet)
        alle = set(chain.from_iterable((*self._gebiete.values(), *self._raumgebiete.values())))
        for *_rest, fein, grob in chain.from_iterable(self.orte.values()):
            alle |= {fein, grob}
        self._wege = self.herkunft.gebietswege(alle - {None})

    def gebiete(self) -> dict[int, list[int]]:
        return self.verknuepft("gebiete")

    def sozialraeume(self) -> dict[int, list[int]]:
        """Public Sozialräume."""
        alle = self.verknuepft("sozialraeume")
        raeume = Sozialraum.objects.oeffentlich().filter(pk__in=set(chain.from_iterable(alle.values())))
        offen = set(raeume.values_list("pk", flat=True))
        return {pk: [raum for raum in liste if raum in offen] for pk, liste in alle.items()}

    def standorte(self) -> dict[int, list[tuple]]:
        """`STANDORTSPALTEN` of the sites, for kinds that have any."""
        return {}

    def _verorten(self, dokument: Dokument) -> None:
        pk = dokument.eintrag_id
        gebiete = set(self._gebiete.get(pk, ()))
        dokument.sozialraeume = self._sozialraeume.get(pk, ())
        for _stufenlos, plz, breite, laenge, fein, grob in self.orte.get(pk, ()):
            gebiete |= {fein, grob} - {None}
            if plz:
                dokument.plz = {*dokument.plz, plz}
            if breite is not None:
                dokument.punkte.append((breite, laenge))
        dokument.gebiete = gebiete
        beruehrt = gebiete.union(*(self._raumgebiete.get(raum, ()) for raum in dokument.sozialraeume))
        dokument.bereich = set().union(*(self._wege[gebiet] for gebiet in beruehrt))
