"""Build and run the one statement that counts every facet."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connections
from django.db.models import Q, QuerySet

from netzwerke.facetten.anweisung import Anweisung, Facettenart
from netzwerke.facetten.arten import Option, Orte


@dataclass(frozen=True)
class Zaehlung:
    gesamt: int
    optionen: dict[str, list[Option]]


def zaehlen(
    menge: QuerySet, bedingungen: Mapping[str, Q], facetten: list[Facettenart], aktiv: Mapping[str, str]
) -> Zaehlung:
    """Count what is left in ``menge`` and what each option of each facet would leave.

    ``bedingungen`` are the conditions of the active filters by name; a facet without an active filter of
    its name counts under all of them. ``aktiv`` holds the chosen values by name, as in the address.
    """
    verbindung = connections[menge.db]
    bits = {name: 1 << stelle for stelle, name in enumerate(bedingungen)}
    anweisung = Anweisung(menge, bits, verbindung)
    anweisung.treffer(bedingungen)
    if any(isinstance(facette, Orte) for facette in facetten):
        anweisung.lagen()
    for facette in facetten:
        anweisung.facette(facette)
    with verbindung.cursor() as cursor:
        cursor.execute(anweisung.sql(), anweisung.parameter)
        zeilen = cursor.fetchall()
    je_facette = defaultdict(list)
    for name, *zeile in zeilen:
        je_facette[name].append(tuple(zeile))
    optionen = {f.name: f.optionen(je_facette[f.name], aktiv.get(f.name, "")) for f in facetten}
    return Zaehlung(je_facette[""][0][-1], optionen)
