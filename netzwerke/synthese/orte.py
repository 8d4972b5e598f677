"""Towns: real names and postcodes, ranked by their number of postcodes."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import cos, pi, radians, sin
from statistics import median

from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.vokabular import GrunddatenFehlen

#: Beginnings of postcodes that lie within one Land. Where a Land's border runs through a region, the region
#: is left out: which side a town is on cannot be told from the postcode.
PLZ_JE_LAND = {
    "01": "24",
    "02": "20 220 221 222 223 224 225",
    "03": "26 30 31 380 381 382 490",
    "04": "281 282 283 2756 2757",
    "05": "32 33 40 41 42 44 45 46 47 481 50 511 513 514 52 531 58 590 594",
    "06": "341 35 60 61 642 651",
    "07": "54 56 551 67",
    "08": "681 682 683 70 71 72 73 74 75 77 78 79",
    "09": "80 81 82 83 84 85 86 90 91 92 93 94 95",
    "10": "661 663 665 666 667",
    "11": "10 120 121 122 123 124 130 131 133 134 135 136",
    "12": "03 144 147 15 16",
    "13": "18 190",
    "14": "010 011 012 013 041 042 043 080 091",
    "15": "061 39",
    "16": "075 077 98 99",
}
_LAND_ZU_PLZ = {anfang: land for land, liste in PLZ_JE_LAND.items() for anfang in liste.split()}
#: Degrees from the middle of a town beyond which a postcode belongs to a namesake.
STREUUNG = 0.35
#: Postcodes from which a town gets Stadtteile, and from which it is taken for kreisfrei and gets Bezirke.
#: (Whether it is kreisfrei in fact, the postcodes don't tell.)
MITTLERE, GROSSE = 2, 5


@dataclass
class Stadt:
    name: str
    land: Gebiet
    postleitzahlen: list[Postleitzahl]
    #: Filled in when the areas are written.
    gebiet: Gebiet | None = None
    kreis: Gebiet | None = None
    #: Somebody keeps the area: nothing is invented inside of it.
    ist_gepflegt: bool = False
    teile: list[Gebiet] = field(default_factory=list)
    sozialraeume: list[Sozialraum] = field(default_factory=list)

    @property
    def ist_gross(self) -> bool:
        return len(self.postleitzahlen) >= GROSSE and not self.ist_gepflegt

    @property
    def ist_mittelgross(self) -> bool:
        return MITTLERE <= len(self.postleitzahlen) < GROSSE and not self.ist_gepflegt

    @property
    def grobgebiet(self) -> Gebiet:
        """What may be said of a protected site: the Kreis, or the Land if the Kreis has no key."""
        return self.kreis if self.kreis.ars else self.land

    @property
    def ortsgebiet(self) -> Gebiet | None:
        """What may be said of a site of which only the place is known."""
        return next((gebiet for gebiet in (self.gebiet, self.kreis) if gebiet.ars), None)

    @property
    def mitte(self) -> tuple[float, float]:
        return mitte(self.postleitzahlen)

    def umriss(self, km: float) -> dict:
        """A hexagon around the middle as GeoJSON."""
        breite, laenge = self.mitte
        grad = km / 111.2
        ring = [
            [
                round(laenge + grad * sin(ecke * pi / 3) / cos(radians(breite)), 5),
                round(breite + grad * cos(ecke * pi / 3), 5),
            ]
            for ecke in range(6)
        ]
        return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def mitte(postleitzahlen: list[Postleitzahl]) -> tuple[float, float]:
    return (
        round(median(plz.breite for plz in postleitzahlen), 5),
        round(median(plz.laenge for plz in postleitzahlen), 5),
    )


def staedte(umfeld: Umfeld) -> list[Stadt]:
    """The towns of this run, largest first; raises GrunddatenFehlen if there are none."""
    auftrag = umfeld.auftrag
    anzahl = min(400, max(4, auftrag.hilfeangebote // 25, auftrag.netzwerke // 4))
    laender = {land.ars: land for land in Gebiet.objects.filter(stufe=Stufe.LAND)}
    alle = [
        Stadt(name, laender[ars], _ohne_namensvettern(plz))
        for (name, ars), plz in _gruppen().items()
        if ars in laender
    ]
    if not alle:
        raise GrunddatenFehlen("Es gibt keine Postleitzahlen mit Ort und Koordinaten.")
    umfeld.zufall("staedte").shuffle(alle)
    alle.sort(key=lambda stadt: -len(stadt.postleitzahlen))
    return alle[:anzahl]


def _gruppen() -> dict[tuple[str, str], list[Postleitzahl]]:
    gruppen = defaultdict(list)
    for plz in Postleitzahl.objects.exclude(orte="").filter(breite__isnull=False, laenge__isnull=False):
        if ars := _land(plz.plz):
            gruppen[plz.orte.split(";")[0].strip(), ars].append(plz)
    return gruppen


def _land(plz: str) -> str | None:
    return next((land for n in (2, 3, 4) if (land := _LAND_ZU_PLZ.get(plz[:n]))), None)


def _ohne_namensvettern(postleitzahlen: list[Postleitzahl]) -> list[Postleitzahl]:
    breite, laenge = mitte(postleitzahlen)
    nah = [
        plz
        for plz in postleitzahlen
        if abs(plz.breite - breite) < STREUUNG and abs(plz.laenge - laenge) < STREUUNG
    ]
    return nah or postleitzahlen[:1]
