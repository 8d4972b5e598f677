"""Telephone numbers nobody has.

The Bundesnetzagentur keeps a thousand numbers free in each of five local networks for use in fiction
("Drama Numbers", Amtsblatt 7/2021, Mitteilung 148/2021). They are well-formed and are never connected.
"""

from netzwerke.synthese.zufall import Zufall

#: How the number is written before its last three digits.
BEREICHE = ("030 23125 ", "069 90009 ", "040 66969 ", "0221 4710 ", "089 99998 ")


def rufnummer(zufall: Zufall) -> str:
    return f"{zufall.choice(BEREICHE)}{zufall.randrange(1000):03d}"
