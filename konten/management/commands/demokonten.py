import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from konten.models import User
from konten.services import KOORDINATION, REDAKTION, konto_anlegen, rollen_einrichten


class Command(BaseCommand):
    help = "Legt die Demo-Konten mit frisch erzeugten Passwörtern an und zeigt sie (nur im Modus demo)."

    def handle(self, *args, **options):
        if settings.MODUS != "demo":
            raise CommandError("Demo-Konten gibt es nur mit MODUS=demo.")
        gruppen = rollen_einrichten()
        self.datei = settings.VAR / "demo-zugang.txt"
        zugang = self.gemerkt()
        for email, passwort in (
            (
                "koordination@demo.example",
                konto_anlegen("koordination@demo.example", "Koordination (Demo)", gruppen[KOORDINATION]),
            ),
            (
                "redaktion@demo.example",
                konto_anlegen("redaktion@demo.example", "Redaktion (Demo)", gruppen[REDAKTION]),
            ),
            (
                "administration@demo.example",
                konto_anlegen("administration@demo.example", "Administration (Demo)", is_superuser=True),
            ),
        ):
            zugang[email] = passwort or self.noch_gueltig(email, zugang.get(email))
        self.merken(zugang)
        for email, passwort in zugang.items():
            self.stdout.write(f"{email:<30} {passwort}")

    def noch_gueltig(self, email, gemerkt):
        """The remembered password, unless the account of this database has another by now."""
        gilt = gemerkt and User.objects.get(email__iexact=email).check_password(gemerkt)
        return gemerkt if gilt else "(Passwort unbekannt)"

    def gemerkt(self):
        if not self.datei.is_file():
            return {}
        zeilen = self.datei.read_text(encoding="utf-8").splitlines()
        return dict(zeile.split(maxsplit=1) for zeile in zeilen if zeile.strip())

    def merken(self, zugang):
        """Write the passwords where only the owner of the demo can read them, so that they can be shown again."""
        self.datei.parent.mkdir(exist_ok=True)
        inhalt = "".join(f"{email} {passwort}\n" for email, passwort in zugang.items())
        nummer = os.open(self.datei, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(nummer, "w", encoding="utf-8") as datei:
            datei.write(inhalt)
