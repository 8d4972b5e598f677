from django.core.management.base import BaseCommand

from netzwerke.verfuegbarkeit import VORAUS_TAGE, intervalle_erneuern


class Command(BaseCommand):
    help = "Berechnet die Öffnungszeiten aller Hilfeangebote für die nächsten Tage; einmal täglich ausführen."

    def handle(self, *args, **options):
        anzahl = intervalle_erneuern()
        self.stdout.write(f"{anzahl} Angebote, {VORAUS_TAGE} Tage im Voraus berechnet.")
