"""Hand-written statements of the search.

A search asks some small questions each time, and the ORM takes longer to put such a statement together than the
database to answer it.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from netzwerke.models import Suchwort
from netzwerke.suche.volltext import Suchgruppe


def abfragen(anweisung: str, parameter: Sequence) -> list[tuple]:
    """All rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(anweisung, list(parameter))
        return cursor.fetchall()


def platzhalter(werte: Sequence) -> str:
    """Placeholders for an ``IN`` list of these values; without any, the list matches nothing."""
    return ", ".join(["%s"] * len(werte)) or "NULL"


def haeufigkeiten(gruppen: Iterable[Suchgruppe], weitere: Iterable[str] = ()) -> dict[str, int]:
    """In how many documents each token of ``gruppen`` and ``weitere`` occurs. Unfinished words are unknown."""
    token = {token for gruppe in gruppen for form in gruppe for token in form if not token.endswith("*")}
    token.update(weitere)
    if not token:
        return {}
    tabelle = Suchwort._meta.db_table
    return dict(
        abfragen(f"SELECT token, anzahl FROM {tabelle} WHERE token IN ({platzhalter(token)})", [*token])
    )
