from django.core.management.base import BaseCommand

from konten.services import rollen_einrichten


class Command(BaseCommand):
    help = "Richtet die Rollen Koordination und Redaktion mit ihren Rechten ein (beliebig oft ausführbar)."

    def handle(self, *args, **options):
        for name, gruppe in rollen_einrichten().items():
            self.stdout.write(f"{name}: {gruppe.permissions.count()} Rechte")
