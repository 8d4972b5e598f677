"""Counts beside every filter: how many entries would be left, all in one statement.

A filter set declares its facets; `zaehlen` returns the options of each with their counts. An option counts
the entries that pass every *other* active filter and this option, which is exactly what choosing it leaves.
"""

from netzwerke.facetten.arten import Auswahl, Gruppe, Option, Ort, Orte, Wahl
from netzwerke.facetten.zaehlung import Zaehlung, zaehlen

__all__ = ["Auswahl", "Gruppe", "Option", "Ort", "Orte", "Wahl", "Zaehlung", "zaehlen"]
