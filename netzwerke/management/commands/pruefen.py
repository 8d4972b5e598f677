from django.core.management.base import BaseCommand, CommandError

from netzwerke.services import verstoesse


class Command(BaseCommand):
    help = "Sucht in den gespeicherten Daten nach Verstößen gegen Regeln, die die Datenbank allein nicht prüfen kann."

    def handle(self, *args, **options):
        anzahl = 0
        for verstoss in verstoesse():
            anzahl += 1
            self.stdout.write(verstoss)
        if anzahl:
            raise CommandError(f"{anzahl} Verstöße gefunden.")
        self.stdout.write("Keine Verstöße gefunden.")
