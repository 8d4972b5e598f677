"""Measures the search with 1,000 to 1,000,000 entries on both databases and writes docs/messungen/suche.md.

Run by hand from the project's folder: ``make bench-suche`` (GROESSEN="1000 10000 100000", ABLAGE=folder to keep the databases
for the next run). PostgreSQL is measured if one answers at DATABASE_URL_POSTGRES. Each database and size has a process
of its own; all are asked the same in turn, so that a busy machine slows all alike: the ratios are what counts, the
milliseconds belong to the machine. Nothing is rendered.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

WURZEL = Path(__file__).resolve().parent.parent
ZIEL = WURZEL / "docs" / "messungen" / "suche.md"
#: Times that all queries are asked, after a first time that only warms up.
DURCHGAENGE = 12
#: Rows that the floor reads by primary key: what a page of results needs at least.
ZEILEN = 20
#: What people type: broad single words, names of the field, sentences, typing errors, with and without a place.
ANFRAGEN = (
    "beratung", "gewalt", "hilfe", "frauen", "stalking", "kinderschutz", "täterarbeit", "frauenhaus", "netzwerk",
    "trauma", "AK 90", "ag 78 sgb viii", "runder tisch häusliche gewalt", "jugendarbeit", "schulsozialarbeit",
    "mein mann schlägt mich", "handy überwacht von meinem ex", "ich mache mir sorgen um ein kind",
    "papa schlägt mich", "ich will nicht mehr leben", "frauenberatung", "hilfe für frauen türkisch",
    "sexualiserte gewalt", "{ort}", "beratung {ort}", "stalking {ort}", "frauenhaus {ort}", "kinderschutz {ort}",
)  # fmt: skip
#: Beginnings of words, as they are typed.
ANFAENGE = ("be", "stal", "frauenh", "kinders", "beratung fü", "netzw", "{anfang}")
MESSUNGEN = ("Boden", "Text", "Text + 3 Filter", "Facetten", "Umkreis", "Vorschläge")


# --- one database -----------------------------------------------------------------------------------


class Arbeiter:
    """In a process of its own: answers the commands of the parent, a line of JSON each."""

    def __init__(self):
        sys.path.insert(0, str(WURZEL))
        import django

        django.setup()

    def vorbereiten(self, eintraege: int) -> dict:
        """Make the entries unless they are there, then build the index; returns documents, seconds, CPU seconds."""
        from django.core.management import call_command

        from netzwerke.models import Hilfeangebot, Suchdokument
        from netzwerke.suche.ablage import leeren

        with open(os.devnull, "w", encoding="utf-8") as stumm:
            call_command("migrate", verbosity=0)
            if Hilfeangebot.objects.count() < eintraege // 2:
                call_command("beispieldaten", stdout=stumm)
                call_command(
                    "synthese", hilfeangebote=eintraege * 8 // 10, netzwerke=eintraege // 10, stdout=stumm
                )
            leeren()
            wand, cpu = perf_counter(), process_time()
            call_command("suchindex", "neu", stdout=stumm)
            wand, cpu = perf_counter() - wand, process_time() - cpu
        self._statistik()
        return {"dokumente": Suchdokument.objects.count(), "wand": wand, "cpu": cpu}

    @staticmethod
    def _statistik() -> None:
        from django.db import connection

        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")

    def waehlen(self) -> None:
        """Choose what depends on the entries: a place, filters that occur, ids."""
        from netzwerke.models import Gebiet, Hilfeangebot, Suchdokument

        zufall = random.Random(1)  # noqa: S311
        self.ids = zufall.sample(list(Hilfeangebot.objects.values_list("pk", flat=True)[:50_000]), 400)
        ort = Gebiet.objects.filter(stufe__in=("gemeinde", "kreis"), breite__isnull=False)
        self.ort = ort.order_by("pk")[ort.count() // 2]
        merkmale = (
            Suchdokument.objects.filter(art=1, merkmale__contains="l_").order_by("pk")[50].merkmale.split()
        )
        self.filter = tuple(
            ((next(m for m in merkmale if m.startswith(vorsatz)),),) for vorsatz in ("t_", "z_", "l_")
        )

    def messen(self) -> dict[str, list[float]]:
        """Ask every query once for each measurement; milliseconds."""
        zeiten: dict[str, list[float]] = {name: [] for name in MESSUNGEN}
        for nummer, muster in enumerate(ANFRAGEN):
            text = muster.format(ort=self.ort.name, anfang=self.ort.name[:4])
            self._stoppen(zeiten["Boden"], lambda nummer=nummer: self._boden(nummer))
            self._stoppen(zeiten["Text"], lambda text=text: self._suchen(text))
            self._stoppen(zeiten["Text + 3 Filter"], lambda text=text: self._suchen(text, self.filter))
            self._stoppen(zeiten["Facetten"], lambda text=text: self._zaehlen(text))
            self._stoppen(zeiten["Umkreis"], lambda text=text: self._umkreis(text))
        for anfang in ANFAENGE:
            text = anfang.format(anfang=self.ort.name[:4])
            self._stoppen(zeiten["Vorschläge"], lambda text=text: self._vorschlagen(text))
        return zeiten

    @staticmethod
    def _stoppen(liste: list[float], tun) -> None:
        anfang = perf_counter()
        tun()
        liste.append((perf_counter() - anfang) * 1000)

    def _boden(self, nummer: int) -> None:
        from netzwerke.models import Hilfeangebot

        anfang = nummer * 7 % (len(self.ids) - ZEILEN)
        list(Hilfeangebot.objects.filter(pk__in=self.ids[anfang : anfang + ZEILEN]))

    @staticmethod
    def _suchen(text: str, bedingungen=()) -> None:
        from netzwerke.suche import suchen

        suchen(text, bedingungen=bedingungen)

    def _umkreis(self, text: str) -> None:
        from netzwerke.suche import suchen
        from netzwerke.suche.entfernung import im_umkreis

        suchen(text, zusatz=im_umkreis(self.ort.breite, self.ort.laenge, 25))

    @staticmethod
    def _zaehlen(text: str) -> None:
        from netzwerke.suche.anfrage import verstehen
        from netzwerke.suche.ergebnis import artengruppe
        from netzwerke.suche.facetten import Einschraenkung, zaehlen
        from netzwerke.suche.menge import treffermenge

        zaehlen(treffermenge(verstehen(text), (artengruppe(None),)), Einschraenkung())

    @staticmethod
    def _vorschlagen(text: str) -> None:
        from netzwerke.suche.vorschlaege import vorschlaege

        vorschlaege(text)

    def laufen(self) -> None:
        for zeile in sys.stdin:
            name, *argumente = json.loads(zeile)
            print(json.dumps(getattr(self, name)(*argumente)), flush=True)  # noqa: T201


# --- all of them --------------------------------------------------------------------------------------


class Datenbank:
    """A database of one size, and the process that asks it."""

    def __init__(self, art: str, eintraege: int, url: str):
        self.art, self.eintraege = art, eintraege
        umgebung = os.environ | {
            "MODUS": "entwicklung",
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        self._prozess = subprocess.Popen(  # noqa: S603
            [sys.executable, __file__, "--arbeiter"],
            cwd=WURZEL,
            env=umgebung,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.zeiten: dict[str, list[float]] = {name: [] for name in MESSUNGEN}
        self.bau: dict = {}

    def fragen(self, *befehl):
        self._prozess.stdin.write(json.dumps(befehl) + "\n")
        self._prozess.stdin.flush()
        antwort = self._prozess.stdout.readline()
        if not antwort:
            raise SystemExit(f"{self.art} mit {self.eintraege} Einträgen: der Prozess hat aufgegeben.")
        return json.loads(antwort)

    def beenden(self) -> None:
        self._prozess.stdin.close()
        self._prozess.wait()

    def p50(self, name: str) -> float:
        return median(self.zeiten[name])

    def p95(self, name: str) -> float:
        return quantiles(self.zeiten[name], n=20)[-1]


def postgres_url(eintraege: int) -> str | None:
    """A database of this size at DATABASE_URL_POSTGRES, created if it is missing; None without a server."""
    import psycopg2

    basis = os.environ.get("DATABASE_URL_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
    name = f"bench_suche_{eintraege}"
    try:
        verbindung = psycopg2.connect(basis)
    except psycopg2.OperationalError:
        return None
    verbindung.autocommit = True
    with verbindung.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {name}")
    verbindung.close()
    return f"{basis.rsplit('/', 1)[0]}/{name}"


def zeile(datenbank: Datenbank, kleinste: Datenbank) -> str:
    spalten = [datenbank.art, f"{datenbank.bau['dokumente']:,}"]
    for name in MESSUNGEN:
        spalten.append(f"{datenbank.p50(name):.1f} / {datenbank.p95(name):.1f}")
    text50, text95 = datenbank.p50("Text"), datenbank.p95("Text")
    spalten.append(f"{text50 / kleinste.p50('Text'):.1f} / {text95 / kleinste.p95('Text'):.1f}")
    spalten.append(f"{text50 / datenbank.p50('Boden'):.1f}")
    spalten.append(f"{datenbank.p50('Facetten') / text50:.1f}")
    return f"| {' | '.join(spalten)} |"


def bericht(datenbanken: list[Datenbank]) -> str:
    from platform import python_version

    kopf = ["Datenbank", "Einträge", *MESSUNGEN, "Text zu kleinster", "Text p50 zu Boden", "Facetten zu Text"]
    zeilen = [f"| {' | '.join(kopf)} |", "|" + " --- |" * len(kopf)]
    bau = []
    for art in dict.fromkeys(d.art for d in datenbanken):
        eigene = [d for d in datenbanken if d.art == art]
        zeilen += [zeile(d, eigene[0]) for d in eigene]
        for d in eigene:
            je_s, je_cpu = d.bau["dokumente"] / d.bau["wand"], d.bau["dokumente"] / d.bau["cpu"]
            bau.append(f"| {art} | {d.bau['dokumente']:,} | {je_s:,.0f} | {je_cpu:,.0f} |")
    return "\n".join(
        [
            "# Search",
            "",
            "Written by `make bench-suche`; not by hand. Milliseconds p50 / p95 without rendering, synthetic entries, "
            f"Python {python_version()}, one process for each database and size, asked in turn. *Boden* is the floor: "
            f"{ZEILEN} rows by primary key through the ORM. The queries are in werkzeuge/bench_suche.py, broad single "
            "words among them.",
            "",
            *zeilen,
            "",
            "Building the index (`suchindex neu` on an empty one), documents per second of time and of the process's CPU:",
            "",
            "| Datenbank | Einträge | je Sekunde | je CPU-Sekunde |",
            "| --- | --- | --- | --- |",
            *bau,
            "",
        ]
    )


def haupt() -> None:
    import tempfile

    groessen = [int(g) for g in os.environ.get("GROESSEN", "1000 10000 100000").split()]
    with tempfile.TemporaryDirectory() as leihweise:
        ablage = Path(os.environ.get("ABLAGE") or leihweise)
        ablage.mkdir(parents=True, exist_ok=True)
        urls = [("SQLite", g, f"sqlite:///{ablage / f'{g}.sqlite3'}") for g in groessen]
        urls += [("PostgreSQL", g, url) for g in groessen if (url := postgres_url(g))]
        datenbanken = [Datenbank(*angaben) for angaben in urls]
        for datenbank in datenbanken:
            datenbank.bau = datenbank.fragen("vorbereiten", datenbank.eintraege)
            datenbank.fragen("waehlen")
            sys.stderr.write(f"{datenbank.art} {datenbank.eintraege}: {datenbank.bau}\n")
        for durchgang in range(DURCHGAENGE + 1):
            for datenbank in datenbanken:
                zeiten = datenbank.fragen("messen")
                if durchgang:
                    for name, werte in zeiten.items():
                        datenbank.zeiten[name] += werte
        for datenbank in datenbanken:
            datenbank.beenden()
        ZIEL.write_text(bericht(datenbanken), encoding="utf-8")
    sys.stderr.write(f"{ZIEL.relative_to(WURZEL)} geschrieben.\n")


if __name__ == "__main__":
    Arbeiter().laufen() if "--arbeiter" in sys.argv else haupt()
