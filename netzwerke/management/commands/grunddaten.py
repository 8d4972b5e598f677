from django.core.management.base import BaseCommand

from netzwerke.daten import bundesweit_laden, grunddaten_laden, plz_laden


class Command(BaseCommand):
    help = (
        "Legt an, was jede Installation braucht und noch fehlt: Postleitzahlen, Länder, Themen, Lebenslagen, "
        "Zielgruppen, Sprachen, Arten, Rollen, Fragen und Seiten. Bearbeitete Einträge bleiben, wie sie sind."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--bundesweit",
            action="store_true",
            help="auch die bundesweiten Notrufe und Beratungstelefone anlegen",
        )

    def handle(self, *args, bundesweit, verbosity, **options):
        angelegt = plz_laden(self._fortschritt if verbosity > 0 else None)
        grunddaten = grunddaten_laden()
        ladung = grunddaten + bundesweit_laden(grunddaten) if bundesweit else grunddaten
        if verbosity > 0:
            self.stdout.write(
                f"Angelegt: {angelegt} Postleitzahlen und {len(ladung.neu)} weitere Einträge. "
                f"Schon da: {ladung.vorhanden}."
            )

    def _fortschritt(self, fertig, gesamt):
        self.stdout.write(f"Postleitzahlen: {fertig} von {gesamt}")
