"""When was an entry last confirmed, by which role, and when is it due again?

The due date is the one stored derivation; every state is read from it. Mails, proposals and the admin's
task lists are built on these functions by later apps.
"""

from netzwerke.aktualitaet.modell import Bestaetigung
from netzwerke.aktualitaet.regeln import Zustand, bestaetigen, faelligkeit, in_zustand, zustand

__all__ = ["Bestaetigung", "Zustand", "bestaetigen", "faelligkeit", "in_zustand", "zustand"]
