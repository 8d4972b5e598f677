"""Measures the list pages with few and with many entries and writes docs/messungen/listen.md.

Run by hand from the project's folder: ``.venv/bin/python werkzeuge/messen.py``. It makes two databases of
synthetic entries in a temporary folder and asks both for the same pages in turn, so that a busy machine
slows both alike: the ratios are what counts, the milliseconds belong to the machine.
"""

import os
import re
import secrets
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

WURZEL = Path(__file__).resolve().parent.parent
ZIEL = WURZEL / "docs" / "messungen" / "listen.md"
WENIGE, VIELE = 66, 10_000
DURCHGAENGE = 15
LISTEN = (
    "/hilfe/",
    "/hilfe/?seite=last",
    "/hilfe/?thema=stalking",
    "/hilfe/?plz=50667",
    "/hilfe/?plz=50667&umkreis=25",
    "/hilfe/?gebiet=nordrhein-westfalen",
    "/hilfe/?q=beratung",
    "/hilfe/?jetzt_geoeffnet=1",
    "/netzwerke/",
    "/organisationen/",
    "/sozialraeume/",
    "/fachkraefte/",
)
SEITEN = ("/", "/hilfe/", "/netzwerke/", "/organisationen/", "/sozialraeume/", "/impressum/")
KOPF = {"accept-encoding": "br"}


def vorbereiten(ordner: Path) -> dict[int, str]:
    """Set Django up and return the path of a database for each number of offers."""
    os.environ.update(
        MODUS="demo",
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="testserver",
        DATABASE_URL=f"sqlite:///{ordner / 'leer.sqlite3'}",
        STATIC_ROOT=str(ordner / "statisch"),
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    sys.path.insert(0, str(WURZEL))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", verbosity=0, interactive=False)
    datenbanken = {}
    for angebote in (WENIGE, VIELE):
        datenbanken[angebote] = str(ordner / f"{angebote}.sqlite3")
        waehlen(datenbanken[angebote])
        call_command("migrate", verbosity=0)
        call_command("grunddaten", verbosity=0, bundesweit=True)
        call_command("synthese", hilfeangebote=angebote, netzwerke=max(angebote // 10, 10), seed=1)
    return datenbanken


def waehlen(datenbank: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = datenbank


def sekunden(tun) -> float:
    anfang = perf_counter()
    tun()
    return perf_counter() - anfang


def listen_messen(client, datenbanken: dict[int, str]) -> list[tuple[str, dict[int, float], int]]:
    """Return (address, median seconds by number of offers, queries with many) for each list."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    zeilen = []
    for adresse in LISTEN:
        zeiten = {angebote: [] for angebote in datenbanken}
        for durchgang in range(DURCHGAENGE + 1):
            for angebote, datenbank in datenbanken.items():
                waehlen(datenbank)
                connection.ensure_connection()
                dauer = sekunden(lambda adresse=adresse: client.get(adresse, headers=KOPF))
                if durchgang:
                    zeiten[angebote].append(dauer)
        with CaptureQueriesContext(connection) as abfragen:
            client.get(adresse, headers=KOPF)
        zeilen.append(
            (adresse, {angebote: median(werte) for angebote, werte in zeiten.items()}, len(abfragen))
        )
    return zeilen


def filterleiste_messen() -> tuple[int, float, float]:
    """Return the number of filters in the bar of help offers, the seconds to render it, and the whole page.

    Each pass has a filter set of its own, counted but otherwise untouched, so that nothing is cached.
    """
    from django.template.loader import get_template
    from django.test import RequestFactory

    from netzwerke.views import HilfeangebotListView

    def darstellen(vorlage):
        anfrage = RequestFactory().get("/hilfe/")
        kontext = HilfeangebotListView.as_view()(anfrage).context_data
        return sekunden(lambda: get_template(vorlage).render(kontext, anfrage)), len(
            kontext["filter"].filters
        )

    leiste = [darstellen("includes/filterleiste.html") for _n in range(2 * DURCHGAENGE)]
    seite = [darstellen("netzwerke/hilfeangebot_list.html") for _n in range(2 * DURCHGAENGE)]
    return leiste[0][1], median(dauer for dauer, _anzahl in leiste), median(dauer for dauer, _anzahl in seite)


def gewicht(client, adresse: str) -> tuple[int, str]:
    """Return the bytes of an answer, headers and Brotli body, and its text."""
    antwort = client.get(adresse, headers=KOPF)
    if antwort.status_code != 200:
        raise SystemExit(f"{adresse} antwortet mit {antwort.status_code}.")
    inhalt = antwort.getvalue()
    kopfzeilen = sum(len(f"{name}: {wert}\r\n") for name, wert in antwort.items())
    text = client.get(adresse).getvalue().decode("utf-8", "replace")
    return kopfzeilen + len(inhalt), text


def dateien(client, html: str) -> dict[str, int]:
    """Return the static files that a page needs, those its style sheets name included, with their bytes."""
    gefunden, offen = {}, re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    while offen:
        adresse = offen.pop()
        if adresse in gefunden:
            continue
        gefunden[adresse], text = gewicht(client, adresse)
        if adresse.endswith(".css"):
            basis = f"http://x{adresse}"
            offen += [
                _absolut(basis, ziel)
                for ziel in re.findall(r"url\([\"']?([^\"')]+)", text)
                if "data:" not in ziel
            ]
    return gefunden


def _absolut(basis: str, ziel: str) -> str:
    from urllib.parse import urljoin, urlsplit

    return urlsplit(urljoin(basis, ziel)).path


def gewichte_messen(client) -> list[tuple[str, int, int]]:
    """Return (address, bytes of a first visit, bytes of a later one) for each page."""
    from netzwerke.models import Hilfeangebot, Netzwerk

    einzelne = [
        eintraege.oeffentlich().order_by("pk")[5].get_absolute_url()
        for eintraege in (Hilfeangebot.objects.fuer_betroffene(), Netzwerk.objects)
    ]
    zeilen = []
    for adresse in (*SEITEN, *einzelne):
        seite, html = gewicht(client, adresse)
        zeilen.append((adresse, seite + sum(dateien(client, html).values()), seite))
    return zeilen


def bericht(listen, leiste, gewichte) -> str:
    anzahl, leiste_s, seite_s = leiste
    zeilen = [
        "# Messungen an den Listen",
        "",
        "Erzeugt von `werkzeuge/messen.py`; nicht von Hand ändern. Beide Datenbanken (SQLite) enthalten synthetische Einträge "
        "und werden abwechselnd gefragt. Die Millisekunden gelten für eine Maschine mit "
        f"{os.cpu_count()} Kernen, die nebenher anderes tat; vergleichbar sind die Verhältnisse.",
        "",
        f"## Zeit je Seite bei {WENIGE} und bei {VIELE} Hilfeangeboten",
        "",
        f"Mittlere Zeit (Median aus {DURCHGAENGE}) einer Anfrage durch alle Schichten, Brotli eingeschlossen.",
        "",
        f"| Adresse | {WENIGE}: ms | {VIELE}: ms | Verhältnis | Abfragen |",
        "|---|--:|--:|--:|--:|",
    ]
    for adresse, zeiten, abfragen in listen:
        wenige, viele = zeiten[WENIGE], zeiten[VIELE]
        zeilen.append(
            f"| `{adresse}` | {wenige * 1e3:.0f} | {viele * 1e3:.0f} | {viele / wenige:.1f} | {abfragen} |"
        )
    zeilen += [
        "",
        "## Filterleiste",
        "",
        f"Die Leiste der Hilfeangebote mit {anzahl} Filtern und allen Anzahlen wird in {leiste_s * 1e3:.1f} ms dargestellt; die ganze "
        f"Seite, aus fertigen Daten, in {seite_s * 1e3:.1f} ms (Anteil {leiste_s / seite_s:.0%}).",
        "",
        f"## Bytes bei {VIELE} Hilfeangeboten",
        "",
        "Kopfzeilen der Anwendung und Inhalt, mit Brotli. Der erste Besuch zählt Stilvorlagen, alle darin genannten Schriften und "
        "Bilder mit; danach kommen sie aus dem Speicher des Browsers.",
        "",
        "| Seite | erster Besuch | später |",
        "|---|--:|--:|",
    ]
    zeilen += [
        f"| `{adresse}` | {erster / 1000:.1f} kB | {spaeter / 1000:.1f} kB |"
        for adresse, erster, spaeter in gewichte
    ]
    return "\n".join(zeilen) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as ordner:
        datenbanken = vorbereiten(Path(ordner))
        from django.test import Client

        client = Client()
        listen = listen_messen(client, datenbanken)
        text = bericht(listen, filterleiste_messen(), gewichte_messen(client))
    ZIEL.parent.mkdir(parents=True, exist_ok=True)
    ZIEL.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
