"""From a place to what is active there, nearest first.

A place (Sozialraum, Gebiet or PLZ) becomes a `Raum`: rings that widen outwards, the same for every kind
of entry that has areas. A Raum selects entries (`bedingung`) and ranks them (`rang`). Making one costs no
query: the tree is walked inside the statement that uses it.
"""

from netzwerke.raum.abdeckung import Versorgung, ueberschneidungen, versorgung
from netzwerke.raum.lage import gebietslagen, mit_standort, sozialraumlagen
from netzwerke.raum.ringe import Naehe, Raum, Ring
from netzwerke.raum.wege import (
    UMKREIS_OHNE_GEBIET,
    UMKREISE,
    groessere_gebiete,
    im_umkreis,
    kleinste_gebiete,
    raum_von_gebiet,
    raum_von_plz,
    raum_von_sozialraum,
)

__all__ = [
    "UMKREISE",
    "UMKREIS_OHNE_GEBIET",
    "Naehe",
    "Raum",
    "Ring",
    "Versorgung",
    "gebietslagen",
    "groessere_gebiete",
    "im_umkreis",
    "kleinste_gebiete",
    "mit_standort",
    "raum_von_gebiet",
    "raum_von_plz",
    "raum_von_sozialraum",
    "sozialraumlagen",
    "ueberschneidungen",
    "versorgung",
]
