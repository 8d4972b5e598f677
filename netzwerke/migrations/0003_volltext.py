"""The full-text index, which has no model: a tsvector column on PostgreSQL, an FTS5 table on SQLite.

GIN without a list of pending entries: a search would have to read it, and an entry is searchable at once.
The FTS5 table keeps neither content nor positions: the words are in Suchtext, and nobody asks for sequences.
"""

from django.db import migrations

ANLEGEN = {
    "postgresql": [
        "ALTER TABLE netzwerke_suchdokument ADD COLUMN vektor tsvector NOT NULL DEFAULT ''",
        "CREATE INDEX netzwerke_suchdokument_vektor ON netzwerke_suchdokument USING gin (vektor) WITH (fastupdate = off)",
        # Broad words are in a large part of all rows, which the planner must know to leave the index alone.
        "ALTER TABLE netzwerke_suchdokument ALTER COLUMN vektor SET STATISTICS 1000",
    ],
    "sqlite": [
        "CREATE VIRTUAL TABLE netzwerke_suchfts USING fts5("
        "token, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")"
    ],
}
ENTFERNEN = {
    "postgresql": ["ALTER TABLE netzwerke_suchdokument DROP COLUMN vektor"],
    "sqlite": ["DROP TABLE netzwerke_suchfts"],
}


def _ausfuehren(anweisungen):
    def lauf(apps, schema_editor):
        for anweisung in anweisungen[schema_editor.connection.vendor]:
            schema_editor.execute(anweisung)

    return lauf


class Migration(migrations.Migration):
    dependencies = [("netzwerke", "0002_suchindex")]
    operations = [migrations.RunPython(_ausfuehren(ANLEGEN), _ausfuehren(ENTFERNEN))]
