"""Chance that repeats itself: the same seed draws the same things."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random

ZWEI_JAHRE = 730


class Zufall(Random):
    """A stream of chance of its own for each part, so that a change in one part leaves the others alone."""

    def __init__(self, seed: int, abschnitt: str):
        super().__init__(f"{seed}/{abschnitt}")

    def kennung(self) -> uuid.UUID:
        return uuid.UUID(int=self.getrandbits(128), version=4)

    def chance(self, anteil: float) -> bool:
        return self.random() < anteil

    def dreiwertig(self, ja: float, nein: float) -> bool | None:
        """True or False with the given shares, otherwise None: unknown."""
        wurf = self.random()
        return True if wurf < ja else False if wurf < ja + nein else None

    def gewichtet(self, gewichte: Mapping):
        """Draw a key with the weight that is its value."""
        return self.choices(list(gewichte), weights=list(gewichte.values()))[0]

    def einige(self, menge: Sequence, von: int, bis: int) -> list:
        """Draw ``von`` to ``bis`` different elements, in the order of ``menge``; fewer if there are fewer."""
        anzahl = min(self.randint(von, bis), len(menge))
        return [menge[i] for i in sorted(self.sample(range(len(menge)), anzahl))]

    def tage_zurueck(self, stichtag: date) -> date:
        """A day of the two years up to ``stichtag``; recent days are more frequent."""
        return stichtag - timedelta(days=int(self.triangular(0, ZWEI_JAHRE, 0)))

    def teildatum(self, von: int, bis: int) -> str:
        """A date between two years, known to the year (60 %), the month or the day."""
        jahr, monat, tag = self.randint(von, bis), self.randint(1, 12), self.randint(1, 28)
        genau = f"{jahr}-{monat:02d}-{tag:02d}"
        return genau[: self.gewichtet({4: 60, 7: 25, 10: 15})]


class Zipf:
    """Draws from a sequence in which the k-th element comes up in proportion to 1/k (law of Zipf)."""

    def __init__(self, elemente: Sequence):
        self.elemente = elemente
        self._summen = list(accumulate(1 / rang for rang in range(1, len(elemente) + 1)))

    def ziehe(self, zufall: Zufall):
        return zufall.choices(self.elemente, cum_weights=self._summen)[0]
