"""Search words as people type them, and entries as they are written, brought to the same forms.

One analyser serves both sides: what is stored beside an entry and what a visitor or a coordinator asks for.
"""

from netzwerke.sprache.analyse import Wortgruppe, indexformen, stamm, teile, woerter, wortgruppen
from netzwerke.sprache.text import bedingung, suchtext
from netzwerke.sprache.woerter import KURZFORMEN, STOPPWOERTER

__all__ = [
    "KURZFORMEN",
    "STOPPWOERTER",
    "Wortgruppe",
    "bedingung",
    "indexformen",
    "stamm",
    "suchtext",
    "teile",
    "woerter",
    "wortgruppen",
]
