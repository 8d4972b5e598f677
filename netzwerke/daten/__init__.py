"""The data this software comes with, and how they get into the database.

``grunddaten`` is what every installation needs, ``bundesweit`` the nationwide lines, ``beispiel`` the sample
data of the demo; docs/daten.md says where each of them comes from. Nothing here overwrites what somebody
edited: an entry whose natural key is taken stays as it is.
"""

from netzwerke.daten.laden import (
    Ladung,
    beispiel_laden,
    bundesweit_laden,
    dateien,
    eigene_eintraege,
    grunddaten_laden,
)
from netzwerke.daten.plz import plz_laden, plz_schreiben

__all__ = [
    "Ladung",
    "beispiel_laden",
    "bundesweit_laden",
    "dateien",
    "eigene_eintraege",
    "grunddaten_laden",
    "plz_laden",
    "plz_schreiben",
]
