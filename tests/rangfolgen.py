"""The judged queries, and their rankings as they were when somebody last looked at them.

``python -m tests.rangfolgen`` writes tests/daten/suche/rangfolgen.json anew, in a database of its own. The tests compare
both databases with this one file: so they agree with each other.
"""

import json
from datetime import date
from pathlib import Path

DATEN = Path(__file__).parent / "daten" / "suche"
RANGFOLGEN = DATEN / "rangfolgen.json"
SAMMLUNG = "corpus.json"
#: Sets of queries over the judged entries, and the one over the sample data.
ABSTIMMUNG, BEISPIEL = "anfragen_abstimmung.json", "beispiel_anfragen.json"
WEITERE, ZWEITE_RUNDE = "weitere_anfragen.json", "zweite_runde_anfragen.json"
#: A day on which nothing of the judged sets is overdue and synthetic entries are always the same.
STICHTAG = date(2026, 11, 2)
#: Synthetic entries to get in the way: offers and networks.
WENIGE, VIELE = (300, 30), (9_000, 1_000)
PLAETZE = 10


def beurteilungen(datei: str) -> list:
    from netzwerke.suche.bewertung import Beurteilung, lesen

    return [Beurteilung.aus(zeile) for zeile in lesen(DATEN / datei)]


def rangfolgen(*dateien: str) -> dict[str, list[str]]:
    """The first ten of every query, judged entries by their id, others as kind/slug."""
    from netzwerke.suche.bewertung import lesen, rangfolgen_zu, schluessel_je_eintrag

    fragen = [b for datei in dateien for b in beurteilungen(datei)]
    gefunden = rangfolgen_zu(fragen, schluessel_je_eintrag(lesen(DATEN / SAMMLUNG)), heute=STICHTAG)
    return {kennung: folge[:PLAETZE] for kennung, folge in gefunden.items()}


def von_vorn_zaehlen() -> None:
    """Let keys of empty tables begin at 1: among equals the older entry stands first, and rolled back ones count on."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    anweisungen = connection.ops.sequence_reset_sql(
        no_style(), list(apps.get_app_config("netzwerke").get_models())
    )
    with connection.cursor() as cursor:
        for anweisung in anweisungen:
            cursor.execute(anweisung)


def sammlung_laden() -> None:
    from netzwerke.suche.bewertung import laden, lesen

    von_vorn_zaehlen()
    laden(lesen(DATEN / SAMMLUNG))


def stoerer_laden(angebote: int, netzwerke: int) -> None:
    """Add synthetic entries, the same ones everywhere."""
    from netzwerke.synthese import Auftrag, erzeugen

    erzeugen(Auftrag(angebote, netzwerke, 1, STICHTAG), lambda *meldung: None)


def gespeichert(name: str) -> dict[str, list[str]]:
    return json.loads(RANGFOLGEN.read_text(encoding="utf-8"))[name]


def _schreiben() -> None:
    import os
    import tempfile

    with tempfile.TemporaryDirectory() as ordner:
        os.environ |= {
            "MODUS": "entwicklung",
            "DATABASE_URL": f"sqlite:///{ordner}/db.sqlite3",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        import django
        from django.core.management import call_command

        django.setup()
        ergebnis = {}
        call_command("migrate", verbosity=0)
        sammlung_laden()
        ergebnis["allein"] = rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)
        stoerer_laden(*WENIGE)
        ergebnis["mit_wenigen"] = rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)
        call_command("flush", verbosity=0, interactive=False)
        sammlung_laden()
        stoerer_laden(*VIELE)
        ergebnis["mit_vielen"] = rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)
        call_command("flush", verbosity=0, interactive=False)
        call_command("beispieldaten", verbosity=0)
        ergebnis["beispiel"] = rangfolgen(BEISPIEL)
    RANGFOLGEN.write_text(_lesbar(ergebnis), encoding="utf-8")


def _lesbar(ergebnis: dict[str, dict[str, list[str]]]) -> str:
    """JSON with a line for each query, so that a difference shows which ones moved."""
    gruppen = []
    for name, folgen in ergebnis.items():
        zeilen = ",\n".join(
            f"  {json.dumps(kennung)}: {json.dumps(folge)}" for kennung, folge in folgen.items()
        )
        gruppen.append(f" {json.dumps(name)}: {{\n{zeilen}\n }}")
    return "{\n" + ",\n".join(gruppen) + "\n}\n"


if __name__ == "__main__":
    _schreiben()
