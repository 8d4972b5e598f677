"""The full-text index of the database at hand: writing, deleting, and the condition that a document matches.

Both know the same tokens and answer the same questions; neither ranks.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from django.db import DatabaseError, connection

from netzwerke.models import Suchtext
from netzwerke.suche.dokument import NUR_RANG, Indexzeile

#: A query: every group must match; a group matches by any of its forms; a form needs all of its tokens. A token
#: with an asterisk at its end stands for all that begin so.
Form = tuple[str, ...]
Suchgruppe = tuple[Form, ...]

#: Documents that are written at a time.
STAPEL = 1000
#: Ids of documents are added up by their rest of this, so that a million of them fit a column.
PRUEFZAHL = 2**31 - 1

_NUR_RANG = re.compile(rf"(?:^| )(?:{'|'.join(NUR_RANG)})\S*")


def _gesucht(token: str) -> str:
    """What of the tokens of a document is in the full-text index."""
    return _NUR_RANG.sub("", token)


def wird_gesucht(token: str) -> bool:
    """Whether a token is in the full-text index."""
    return not token.startswith(NUR_RANG)


def pruefsumme(nummer: int) -> int:
    """What the id of a document adds to the checksum of each of its tokens."""
    return nummer % PRUEFZAHL


class VolltextSqlite:
    """An FTS5 table without content. SQLite before 3.43 deletes from it only by the text once inserted.

    Its words are made of letters, digits and underscores; the hyphens in codes of languages become such.
    """

    #: Where it is.
    TABELLE = "netzwerke_suchfts"
    #: Begins a transaction that reads one state and holds up nobody.
    LESEND_BEGINNEN = "BEGIN DEFERRED"
    TREFFER = "SELECT rowid FROM netzwerke_suchfts WHERE netzwerke_suchfts MATCH %s"
    #: What follows FROM to read matching documents ``d``, and the order in which they are found by themselves.
    DOKUMENTE = "netzwerke_suchfts f JOIN netzwerke_suchdokument d ON d.id = f.rowid WHERE f.netzwerke_suchfts MATCH %s"
    ORDNUNG = "f.rowid"
    #: Function that strings values together.
    AUFREIHEN = "group_concat"

    def anfrage(self, gruppen: Iterable[Suchgruppe]) -> str:
        def form(token: Form) -> str:
            return self._und(token) if len(token) == 1 else f"({self._und(token)})"

        return " AND ".join(f"({' OR '.join(form(f) for f in gruppe)})" for gruppe in gruppen)

    @staticmethod
    def _und(token: Form) -> str:
        worte = [t.replace("-", "_") for t in token]
        return " AND ".join(f'"{w[:-1]}"*' if w.endswith("*") else f'"{w}"' for w in worte)

    def sperren(self, cursor) -> None:
        """SQLite has one writer at a time."""

    def dokumente_schreiben(self, cursor, zeilen: list[Indexzeile]) -> None:
        cursor.executemany(
            "INSERT INTO netzwerke_suchdokument (id, art, eintrag_id, merkmale, faellig_am) VALUES (%s, %s, %s, %s, %s)",
            [_dokumentspalten(zeile) for zeile in zeilen],
        )
        cursor.executemany(
            "INSERT INTO netzwerke_suchtext (dokument_id, token, formen) VALUES (%s, %s, %s)",
            [(zeile.id, zeile.inhalt.token, zeile.inhalt.formen) for zeile in zeilen],
        )
        cursor.executemany(
            "INSERT INTO netzwerke_suchpunkt (dokument_id, breite, laenge) VALUES (%s, %s, %s)",
            [(zeile.id, *punkt) for zeile in zeilen for punkt in zeile.inhalt.punkte],
        )
        self._aufnehmen(cursor, ((zeile.id, zeile.inhalt.token) for zeile in zeilen))

    @staticmethod
    def _aufnehmen(cursor, texte: Iterable[tuple[int, str]]) -> None:
        cursor.executemany(
            "INSERT INTO netzwerke_suchfts (rowid, token) VALUES (%s, %s)",
            [(nummer, _gesucht(token).replace("-", "_")) for nummer, token in texte],
        )

    def loeschen(self, cursor, texte: Mapping[int, str]) -> None:
        """Take documents out whose rows are gone already; ``texte`` are their tokens."""
        try:
            cursor.executemany(
                "INSERT INTO netzwerke_suchfts (netzwerke_suchfts, rowid, token) VALUES ('delete', %s, %s)",
                [(nummer, _gesucht(token).replace("-", "_")) for nummer, token in texte.items()],
            )
        except DatabaseError:
            # The table has fewer documents than are to go, as when the others were restored without it.
            self.erneuern(cursor)

    def leeren(self, cursor) -> None:
        cursor.execute("INSERT INTO netzwerke_suchfts (netzwerke_suchfts) VALUES ('delete-all')")

    def erneuern(self, cursor) -> None:
        """Fill the table anew from the stored tokens."""
        self.leeren(cursor)
        texte = Suchtext.objects.order_by("pk").values_list("pk", "token").iterator(chunk_size=STAPEL)
        while stapel := list(islice(texte, STAPEL)):
            self._aufnehmen(cursor, stapel)

    def abweichungen(self, cursor, anzahl: Mapping[str, int], pruefsummen: Mapping[str, int]) -> int:
        """How many tokens are with other documents than they should be, by their number and checksum."""
        erwartet = defaultdict(lambda: (0, 0))
        for token in filter(wird_gesucht, anzahl):
            wort = token.replace("-", "_").lower()
            zahl, summe = erwartet[wort]
            erwartet[wort] = zahl + anzahl[token], summe + pruefsummen[token]
        cursor.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.suchvokabular "
            "USING fts5vocab('main', 'netzwerke_suchfts', 'instance')"
        )
        cursor.execute(f"SELECT term, count(*), sum(doc % {PRUEFZAHL}) FROM temp.suchvokabular GROUP BY term")
        vorhanden = {wort: (zahl, summe) for wort, zahl, summe in cursor.fetchall()}
        return sum(erwartet.get(wort) != vorhanden.get(wort) for wort in erwartet.keys() | vorhanden)

    @staticmethod
    def gesammelt(quelle: str) -> str:
        """SQLite never matches but by its index, and need not collect what one row of would do."""
        return quelle

    def baum_faellen(self, cursor) -> None:
        """SQLite adds many documents as fast as it would add them to nothing."""

    def baum_pflanzen(self, cursor) -> None:
        """There is always one."""

    def ordnen(self, cursor) -> None:
        """Merge what was written in portions, so that searches read less."""
        cursor.execute("INSERT INTO netzwerke_suchfts (netzwerke_suchfts) VALUES ('optimize')")

    @contextmanager
    def nur_ueber_den_index(self, cursor) -> Iterator[None]:
        """There is no other way to match."""
        yield

    def zaehlwerk(self, cursor, anweisung: str, zeilen: list[tuple]) -> None:
        """Run an INSERT with a placeholder ``VALUES %s`` for all rows."""
        if zeilen:
            platz = f"({', '.join(['%s'] * len(zeilen[0]))})"
            cursor.executemany(anweisung.replace("%s", platz, 1), zeilen)


class VolltextPostgres:
    """A tsvector beside the document, made of the tokens themselves: PostgreSQL's own parser is not asked."""

    TABELLE = "netzwerke_suchdokument"
    LESEND_BEGINNEN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    TREFFER = "SELECT id FROM netzwerke_suchdokument WHERE vektor @@ %s::tsquery"
    DOKUMENTE = "netzwerke_suchdokument d WHERE d.vektor @@ %s::tsquery"
    ORDNUNG = "d.id"
    AUFREIHEN = "string_agg"
    #: The vector that belongs to the stored tokens.
    _SOLL = (
        "array_to_tsvector(ARRAY(SELECT wort FROM unnest(string_to_array(coalesce(x.token, ''), ' ')) AS wort "
        f"WHERE wort !~ '^({'|'.join(NUR_RANG)})'))"
    )
    _BAUM = "netzwerke_suchdokument_vektor"
    #: Key of the advisory lock under which the counts of tokens are changed.
    SPERRE = 0x53554348

    def anfrage(self, gruppen: Iterable[Suchgruppe]) -> str:
        return " & ".join(f"({' | '.join(f'({self._und(f)})' for f in gruppe)})" for gruppe in gruppen)

    @staticmethod
    def _und(token: Form) -> str:
        return " & ".join(f"'{t[:-1]}':*" if t.endswith("*") else f"'{t}'" for t in token)

    def sperren(self, cursor) -> None:
        """Take turns: two transactions that count the same tokens in another order would block each other."""
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [self.SPERRE])

    def dokumente_schreiben(self, cursor, zeilen: list[Indexzeile]) -> None:
        _kopieren(
            cursor,
            "netzwerke_suchdokument (id, art, eintrag_id, merkmale, faellig_am, vektor)",
            ((*_dokumentspalten(zeile), _gesucht(zeile.inhalt.token)) for zeile in zeilen),
        )
        _kopieren(
            cursor,
            "netzwerke_suchtext (dokument_id, token, formen)",
            ((zeile.id, zeile.inhalt.token, zeile.inhalt.formen) for zeile in zeilen),
        )
        _kopieren(
            cursor,
            "netzwerke_suchpunkt (dokument_id, breite, laenge)",
            ((zeile.id, *punkt) for zeile in zeilen for punkt in zeile.inhalt.punkte),
        )

    def loeschen(self, cursor, texte: Mapping[int, str]) -> None:
        """The vector goes with its row."""

    def leeren(self, cursor) -> None:
        """The vectors go with their rows."""

    def zaehlwerk(self, cursor, anweisung: str, zeilen: list[tuple]) -> None:
        from psycopg2.extras import execute_values

        if zeilen:
            execute_values(cursor.cursor, anweisung, zeilen, page_size=1000)

    def erneuern(self, cursor) -> None:
        """Make the vectors anew that don't belong to the stored tokens."""
        cursor.execute(
            f"UPDATE netzwerke_suchdokument d SET vektor = {self._SOLL} FROM netzwerke_suchtext x "
            f"WHERE x.dokument_id = d.id AND d.vektor <> {self._SOLL}"
        )

    def abweichungen(self, cursor, anzahl: Mapping[str, int], pruefsummen: Mapping[str, int]) -> int:
        """How many documents have another vector than belongs to their tokens, and one more without an index."""
        cursor.execute(
            "SELECT count(*) + (to_regclass(%s) IS NULL)::int FROM netzwerke_suchdokument d "
            f"LEFT JOIN netzwerke_suchtext x ON x.dokument_id = d.id WHERE d.vektor <> {self._SOLL}",
            [self._BAUM],
        )
        return cursor.fetchone()[0]

    @staticmethod
    def gesammelt(quelle: str) -> str:
        """``quelle`` (a SELECT) with its rows collected by the index before anything is done with them."""
        return f"WITH gesammelt AS MATERIALIZED ({quelle}) SELECT * FROM gesammelt"

    def baum_faellen(self, cursor) -> None:
        """Drop the GIN index: it is made anew in a fiftieth of the time in which it takes in row after row."""
        with self._ohne_aufgeschobenes(cursor):
            cursor.execute(f"DROP INDEX IF EXISTS {self._BAUM}")

    def baum_pflanzen(self, cursor) -> None:
        """Make the GIN index if it is missing. Meanwhile others read as ever, and who writes waits."""
        cursor.execute("SELECT to_regclass(%s) IS NULL", [self._BAUM])
        if cursor.fetchone()[0]:
            with self._ohne_aufgeschobenes(cursor):
                cursor.execute(
                    f"CREATE INDEX {self._BAUM} ON {self.TABELLE} USING gin (vektor) WITH (fastupdate = off)"
                )

    @staticmethod
    @contextmanager
    def _ohne_aufgeschobenes(cursor) -> Iterator[None]:
        """Make checks now that were put off to the end of the transaction: they would refuse any change of indexes."""
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def ordnen(self, cursor) -> None:
        """Tell the planner how frequent words are."""
        cursor.execute("ANALYZE netzwerke_suchdokument, netzwerke_suchtext, netzwerke_suchpunkt")
        cursor.execute("ANALYZE netzwerke_suchwort, netzwerke_suchform")

    @contextmanager
    def nur_ueber_den_index(self, cursor) -> Iterator[None]:
        """Let nothing be matched row by row, in this transaction."""
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = on")


def _dokumentspalten(zeile: Indexzeile) -> tuple:
    return zeile.id, zeile.art, zeile.eintrag_id, zeile.inhalt.merkmale, zeile.inhalt.faellig_am


def _kopieren(cursor, ziel: str, zeilen: Iterable[tuple]) -> None:
    """COPY rows of numbers, dates and tokens, none of which needs escaping."""
    puffer = io.StringIO()
    for zeile in zeilen:
        puffer.write("\t".join("\\N" if wert is None else str(wert) for wert in zeile) + "\n")
    puffer.seek(0)
    cursor.copy_expert(f"COPY {ziel} FROM STDIN", puffer)


def volltext() -> VolltextSqlite | VolltextPostgres:
    """The index of the default database."""
    return VolltextPostgres() if connection.vendor == "postgresql" else VolltextSqlite()
