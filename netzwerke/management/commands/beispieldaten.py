from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from netzwerke.daten import beispiel_laden, eigene_eintraege, plz_laden

BELEGT = (
    "In dieser Datenbank stehen schon Organisationen, Netzwerke oder Sozialräume. Die Beispieldaten werden nur in ein leeres "
    "Verzeichnis geladen, damit sie sich nicht mit echten Einträgen mischen. Geladen wurde nichts."
)


class Command(BaseCommand):
    help = (
        "Lädt Grunddaten, bundesweite Telefone und die Beispieldaten zum Ausprobieren in ein leeres Verzeichnis, "
        "ganz oder gar nicht. Für den Betrieb ist grunddaten gedacht."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--wenn-leer",
            action="store_true",
            help="nichts tun statt abzubrechen, wenn es schon Einträge gibt",
        )

    def handle(self, *args, wenn_leer, verbosity, **options):
        with transaction.atomic():
            if eigene_eintraege():
                if wenn_leer:
                    return
                raise CommandError(BELEGT)
            plz_laden()
            try:
                ladung = beispiel_laden()
            except ValidationError as fehler:
                raise CommandError(
                    f"Ein Beispieleintrag ist ungültig. {'; '.join(fehler.messages)}"
                ) from fehler
        if verbosity > 0:
            self.stdout.write(f"Beispieldaten geladen: {len(ladung.neu)} Einträge.")
