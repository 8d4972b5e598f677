"""Distances from a point, over the public sites of entries. What is protected has no point and no distance (S12)."""

from collections.abc import Collection
from math import cos, hypot, radians

from netzwerke.models import Suchpunkt
from netzwerke.raum import wege
from netzwerke.suche.volltext import Suchgruppe, volltext
from netzwerke.suche.zusatz import Zusatz

#: Degrees north and east (WGS 84).
Punkt = tuple[float, float]

#: Squares of degrees no distance on earth comes to: what has no point stands last.
_OHNE_PUNKT = 1e6


def im_umkreis(breite: float, laenge: float, km: float, oder: Suchgruppe = ()) -> Zusatz:
    """The condition that a site of an entry lies within ``km`` of a point, or that it has one of the tokens ``oder``.

    Towns and Kreise are no points: that an entry acts in one nearby is said by tokens.
    """
    punkte = Suchpunkt.objects.filter(wege.im_umkreis(breite, laenge, km)).order_by().values("dokument_id")
    sql, parameter = punkte.query.sql_with_params()
    if oder:
        index = volltext()
        sql, parameter = f"{sql} UNION ALL {index.TREFFER}", (*parameter, index.anfrage([oder]))
    return Zusatz(f"d.id IN ({sql})", tuple(parameter))


def naechste_zuerst(punkt: Punkt) -> Zusatz:
    """The order by the distance of an entry's nearest site from ``punkt``."""
    breite, laenge = punkt
    stauchung = cos(radians(breite)) ** 2
    quadrat = "(p.breite - %s) * (p.breite - %s) + (p.laenge - %s) * (p.laenge - %s) * %s"
    naechster = f"(SELECT MIN({quadrat}) FROM netzwerke_suchpunkt p WHERE p.dokument_id = d.id)"
    return Zusatz(
        ordnung=f"COALESCE({naechster}, {_OHNE_PUNKT}), d.id",
        ordnungsparameter=(breite, breite, laenge, laenge, stauchung),
    )


def entfernungen(ids: Collection[int], punkt: Punkt) -> dict[int, float]:
    """Kilometres from ``punkt`` to the nearest site of each of these documents; those without one are left out."""
    zeilen = Suchpunkt.objects.filter(dokument__in=list(ids)).values_list("dokument_id", "breite", "laenge")
    naechste: dict[int, float] = {}
    for dokument, breite, laenge in zeilen:
        km = abstand(punkt, (breite, laenge))
        naechste[dokument] = min(km, naechste.get(dokument, km))
    return naechste


def abstand(von: Punkt, nach: Punkt) -> float:
    """Kilometres between two points, by the same plain arithmetic as the radius."""
    nord, ost = nach[0] - von[0], (nach[1] - von[1]) * cos(radians(von[0]))
    return hypot(nord, ost) * wege.KM_JE_GRAD
