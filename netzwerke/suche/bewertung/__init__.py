"""Measuring the search by judged queries: loading their entries, and the figures."""

from netzwerke.suche.bewertung.masse import Beurteilung, Masse, messen
from netzwerke.suche.bewertung.rangfolgen import rangfolgen_zu
from netzwerke.suche.bewertung.sammlung import (
    SammlungFehler,
    anfragen_pruefen,
    eintraege_pruefen,
    laden,
    lesen,
    schluessel_je_eintrag,
)

__all__ = [
    "Beurteilung",
    "Masse",
    "SammlungFehler",
    "anfragen_pruefen",
    "eintraege_pruefen",
    "laden",
    "lesen",
    "messen",
    "rangfolgen_zu",
    "schluessel_je_eintrag",
]
