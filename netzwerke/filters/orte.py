"""Places in filters: as branches to choose from, and as tokens of the search index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model, Q

from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum, SozialraumGebiet
from netzwerke.raum import UMKREIS_OHNE_GEBIET, im_umkreis, kleinste_gebiete
from netzwerke.suche.entfernung import Punkt
from netzwerke.suche.volltext import Suchgruppe


def zweige(zeilen: Iterable[Model], eltern: str) -> Iterator[tuple[int, Model]]:
    """Yield (level, row), each after the one whose id is in its column ``eltern``."""
    je_eltern: dict[int | None, list[Model]] = {}
    for zeile in zeilen:
        je_eltern.setdefault(getattr(zeile, eltern), []).append(zeile)

    def zweig(pk, ebene):
        for zeile in je_eltern.get(pk, ()):
            yield ebene, zeile
            yield from zweig(zeile.pk, ebene + 1)

    return zweig(None, 0)


def gebietszweige(gewaehlt: Gebiet | None) -> Iterator[tuple[int, Gebiet]]:
    """The Länder, or the way down to the chosen area and what lies directly in it, with their levels."""
    gebiete = Gebiet.objects.filter(oberhalb=None)
    if gewaehlt is not None:
        oben = Gebiet.objects.oberhalb_von(gewaehlt.pk).values("pk")
        gebiete = Gebiet.objects.filter(Q(pk__in=oben) | Q(oberhalb=gewaehlt))
    return zweige(gebiete, "oberhalb_id")


@dataclass(frozen=True)
class Suchort:
    """A place as the search knows it: the same entries as those of a `netzwerke.raum.Raum`.

    Within ``km`` of ``punkt`` any of the tokens ``oder`` will do, too; without a radius all ``gruppen`` must match.
    """

    gruppen: tuple[Suchgruppe, ...] = ()
    punkt: Punkt | None = None
    km: int | None = None
    oder: Suchgruppe = ()


def suchort(plz: Postleitzahl | None, gebiet: Gebiet | None, km: int | None) -> Suchort:
    gruppen = []
    if gebiet is not None:
        gruppen.append(_gruppe({f"g_{gebiet.pk}"} | _oberhalb([gebiet.pk])))
    if plz is None:
        return Suchort(tuple(gruppen), _punkt(gebiet) if gebiet else None)
    gebiete = list(kleinste_gebiete(plz).values_list("pk", flat=True))
    mit_plz = Sozialraum.objects.oeffentlich().filter(postleitzahlen=plz).values_list("pk", flat=True)
    zeichen = {f"p_{plz.plz}"} | {f"g_{pk}" for pk in gebiete} | {f"r_{pk}" for pk in mit_plz}
    zeichen |= _oberhalb(gebiete)
    punkt = _punkt(plz)
    radius = km or (None if gebiete else UMKREIS_OHNE_GEBIET)
    if punkt and radius:
        return Suchort(tuple(gruppen), punkt, radius, _gruppe(zeichen | _nahe_gebiete(punkt, radius)))
    return Suchort((*gruppen, _gruppe(zeichen)), punkt)


def _gruppe(zeichen: set[str]) -> Suchgruppe:
    return tuple((token,) for token in sorted(zeichen))


def _punkt(ort: Postleitzahl | Gebiet) -> Punkt | None:
    if ort.breite is None or ort.laenge is None:
        return None
    return ort.breite, ort.laenge


def _oberhalb(gebiete: list[int]) -> set[str]:
    """What acts everywhere in these areas: in one above them as a whole, or nationwide."""
    return {"b_1"} | {f"e_{pk}" for pk in Gebiet.objects.oberhalb_von(*gebiete).values_list("pk", flat=True)}


def _nahe_gebiete(punkt: Punkt, km: int) -> set[str]:
    """Areas whose middle is near, a Land excepted, and Sozialräume that touch them."""
    nahe = (
        Gebiet.objects.filter(im_umkreis(*punkt, km)).exclude(stufe=Stufe.LAND).values_list("pk", flat=True)
    )
    beruehrend = SozialraumGebiet.objects.filter(gebiet__in=nahe.values("pk"))
    raeume = Sozialraum.objects.oeffentlich().filter(pk__in=beruehrend.values("sozialraum_id"))
    return {f"e_{pk}" for pk in nahe} | {f"r_{pk}" for pk in raeume.values_list("pk", flat=True)}
