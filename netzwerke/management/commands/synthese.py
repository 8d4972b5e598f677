from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from netzwerke.synthese import Auftrag, GrunddatenFehlen, SchonVorhanden, erzeugen


class Command(BaseCommand):
    help = "Erzeugt synthetische Einträge („(Beispiel)“ im Namen) zum Messen und Ausprobieren."

    def add_arguments(self, parser):
        parser.add_argument("--hilfeangebote", type=int, default=1000, metavar="N")
        parser.add_argument("--netzwerke", type=int, default=100, metavar="M")
        parser.add_argument(
            "--seed",
            type=int,
            default=1,
            metavar="S",
            help="Startwert: gleicher Startwert, gleiche Einträge.",
        )
        parser.add_argument(
            "--ja-ich-will", action="store_true", help="Auch mit MODUS=produktion in die Datenbank schreiben."
        )

    def handle(self, *, hilfeangebote, netzwerke, seed, ja_ich_will, **options):
        if settings.MODUS == settings.PRODUKTION and not ja_ich_will:
            raise CommandError(
                "Dies ist eine Installation im Modus produktion: Erfundene Einträge stünden dort neben echten. "
                "Wenn Sie das wirklich wollen, wiederholen Sie den Befehl mit --ja-ich-will."
            )
        if min(hilfeangebote, netzwerke) < 0:
            raise CommandError("Bitte geben Sie Anzahlen ab 0 an.")
        auftrag = Auftrag(hilfeangebote, netzwerke, seed, timezone.localdate())
        try:
            erzeugen(auftrag, self.melden)
        except SchonVorhanden as fehler:
            raise CommandError(
                f"Mit dem Startwert {seed} wurden hier schon Einträge erzeugt. Bitte wählen Sie einen anderen: "
                f"--seed {seed + 1}"
            ) from fehler
        except GrunddatenFehlen as fehler:
            raise CommandError(str(fehler)) from fehler

    def melden(self, was, fertig, gesamt):
        """One line for each kind of row, which counts up where a person watches."""
        if self.stdout.isatty() or fertig >= gesamt:
            ende = "\n" if fertig >= gesamt else "\r"
            self.stdout.write(f"{was}: {fertig} von {gesamt}", ending=ende)
