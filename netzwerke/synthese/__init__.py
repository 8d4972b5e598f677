"""Synthetic entries in any number: for measurements, and for trying out a directory that is well filled.

Every name carries "(Beispiel)", telephone numbers come from the ranges that the Bundesnetzagentur keeps
free for fiction, websites and e-mail addresses end in ``.example`` (RFC 2606), nobody is named. Only the
names of Länder and towns, and the postcodes, are real. What is drawn depends on the seed alone.
"""

from netzwerke.synthese.ablauf import Auftrag, SchonVorhanden, erzeugen
from netzwerke.synthese.vokabular import GrunddatenFehlen

__all__ = ["Auftrag", "GrunddatenFehlen", "SchonVorhanden", "erzeugen"]
