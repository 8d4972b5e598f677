"""The search over all public entries: the database selects candidates, Python ranks them.

`suchen` answers a query. What it found is the same on SQLite and PostgreSQL.
"""

from netzwerke.suche.ergebnis import Ergebnis, suchen

__all__ = ["Ergebnis", "suchen"]
