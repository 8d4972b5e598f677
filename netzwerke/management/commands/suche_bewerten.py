import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum
from netzwerke.suche.bewertung import (
    Beurteilung,
    Masse,
    SammlungFehler,
    anfragen_pruefen,
    eintraege_pruefen,
    laden,
    lesen,
    messen,
    rangfolgen_zu,
    schluessel_je_eintrag,
)


class Command(BaseCommand):
    requires_migrations_checks = True
    help = (
        "Lädt beurteilte Einträge in eine leere Datenbank und misst die Suche an beurteilten Anfragen "
        "(nDCG@10, recall@10, leere Ergebnisse, MRR, harm@5)."
    )

    def add_arguments(self, parser):
        parser.add_argument("sammlung", type=Path, metavar="CORPUS.json")
        parser.add_argument("anfragen", type=Path, metavar="QUERIES.json")
        parser.add_argument("--run", type=Path, metavar="FILE", help="schreibt die Rangfolgen als JSON")
        parser.add_argument(
            "--geladen", action="store_true", help="Die Einträge sind schon geladen; nur messen."
        )

    def handle(self, *, sammlung, anfragen, run, geladen, **options):
        try:
            zeilen, fragen = lesen(sammlung), lesen(anfragen)
            eintraege_pruefen(zeilen)
            fremde = anfragen_pruefen(fragen, zeilen)
            if run and not run.parent.is_dir():
                raise CommandError(f"Den Ordner {run.parent} gibt es nicht.")
            if not geladen:
                self._leer()
                laden(zeilen)
        except SammlungFehler as fehler:
            raise CommandError(str(fehler)) from fehler
        if fremde:
            self.stderr.write(f"Beurteilt, aber nicht in der Sammlung: {', '.join(fremde)}")
        beurteilungen = [Beurteilung.aus(frage) for frage in fragen]
        rangfolgen = rangfolgen_zu(beurteilungen, schluessel_je_eintrag(zeilen))
        for name, masse in messen(beurteilungen, rangfolgen).items():
            self.stdout.write(zeile(name, masse))
        if run:
            run.write_text(json.dumps(rangfolgen, ensure_ascii=False, indent=1), encoding="utf-8")

    def _leer(self):
        for model in (Hilfeangebot, Netzwerk, Organisation, Sozialraum):
            if model.objects.exists():
                raise CommandError(
                    "Diese Datenbank enthält schon Einträge. Bitte messen Sie in einer leeren: "
                    "DATABASE_URL=sqlite:////tmp/messung.sqlite3 setzen, manage.py migrate, dann diesen Befehl."
                )


def zeile(name: str, masse: Masse) -> str:
    schaden = "-" if masse.schaden is None else f"{masse.schaden:.3f}"
    return (
        f"{name:<18} n={masse.anzahl:>3}  nDCG@10 {masse.ndcg:.3f}  recall@10 {masse.recall:.3f}  "
        f"MRR {masse.mrr:.3f}  leer {masse.leer:.3f}  harm@5 {schaden}"
    )
