"""Search words as people type them, and entries as they are written, brought to the same forms.

One analyser serves both sides: what is stored beside an entry (`suchtext`) and what a visitor asks for
(`bedingung`).
"""

from netzwerke.suche.analyse import Wortgruppe, wortgruppen
from netzwerke.suche.text import bedingung, suchtext

__all__ = ["Wortgruppe", "bedingung", "suchtext", "wortgruppen"]
