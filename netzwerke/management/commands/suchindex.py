from django.core.management.base import BaseCommand, CommandError

from netzwerke.suche import aufbau, pruefung

#: So many differences are told one by one.
HOECHSTENS_GENANNT = 50


class Command(BaseCommand):
    requires_migrations_checks = True
    help = "Baut den Suchindex aus den Einträgen neu auf oder prüft, ob er mit ihnen übereinstimmt."

    def add_arguments(self, parser):
        aufgaben = parser.add_subparsers(dest="aufgabe", required=True, metavar="neu|pruefen")
        neu = aufgaben.add_parser(
            "neu",
            help="baut den Index auf, während die Website weiterläuft; ein abgebrochener Lauf wird fortgesetzt",
        )
        neu.add_argument(
            "--wenn-leer", action="store_true", help="nur, wenn es Einträge gibt, aber noch keinen Index"
        )
        aufgaben.add_parser("pruefen", help="nennt jede Abweichung; Rückgabewert 1, wenn es eine gibt")

    def handle(self, *, aufgabe, wenn_leer=False, **options):
        if aufgabe == "pruefen":
            self._pruefen()
        elif not wenn_leer or (aufbau.ist_leer() and aufbau.hat_eintraege()):
            aufbau.neu(self.melden)

    def _pruefen(self):
        anzahl = 0
        for unterschied in pruefung.unterschiede():
            anzahl += 1
            if anzahl <= HOECHSTENS_GENANNT:
                self.stdout.write(unterschied)
        if anzahl:
            raise CommandError(
                f"{anzahl} Abweichungen zwischen Suchindex und Einträgen. "
                "Der Befehl „suchindex neu“ stellt den Index richtig."
            )
        self.stdout.write("Der Suchindex stimmt mit den Einträgen überein.")

    def melden(self, was, fertig, gesamt):
        """One line for each kind of entry, which counts up where a person watches."""
        if self.stdout.isatty() or fertig >= gesamt:
            ende = "\n" if fertig >= gesamt else "\r"
            self.stdout.write(f"{was}: {fertig} von {gesamt}", ending=ende)
