"""The directory as it is served: gunicorn, WhiteNoise, compression, headers, on a database of its own."""

import http.client
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[2]
EMAIL = "administration@demo.example"
FRIST = 60


@dataclass(frozen=True)
class Dienst:
    """A running server. ``eintraege`` are the addresses of all public entries in its database."""

    port: int
    email: str = EMAIL
    passwort: str = ""
    eintraege: tuple[str, ...] = ()

    @property
    def adresse(self) -> str:
        return f"http://localhost:{self.port}"


def umgebung(ordner: Path, datenbank: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MODUS": "demo",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": f"sqlite:///{ordner / datenbank}",
        "STATIC_ROOT": str(ordner / "statisch"),
        "EMAIL_URL": f"filemail:///{ordner / 'mail'}",
        "WEB_CONCURRENCY": "1",
    }


def befehl(umgebung: dict[str, str], *argumente: str) -> str:
    lauf = subprocess.run(
        [sys.executable, *argumente], cwd=WURZEL, env=umgebung, capture_output=True, text=True, timeout=120
    )
    assert lauf.returncode == 0, f"{argumente}: {lauf.stderr[-2000:]}"
    return lauf.stdout


def verwalten(umgebung: dict[str, str], *argumente: str) -> str:
    return befehl(umgebung, "manage.py", *argumente, "--verbosity", "0")


def datenbanken(ordner: Path) -> tuple[str, tuple[str, ...]]:
    """Make the databases "voll" (sample data and more), "leer" (migrated) and "kaputt" (nothing in it).

    Returns the administrator's password and the addresses of the public entries of "voll".
    """
    leer, voll = umgebung(ordner, "leer.sqlite3"), umgebung(ordner, "voll.sqlite3")
    passwort = secrets.token_urlsafe(20)
    verwalten(leer, "collectstatic", "--noinput")
    verwalten(leer, "migrate")
    shutil.copyfile(ordner / "leer.sqlite3", ordner / "voll.sqlite3")
    verwalten(voll, "beispieldaten")
    eintraege = json.loads(befehl(voll, "-m", "tests.browser.fuellen", EMAIL, passwort))
    verwalten(voll, "oeffnungszeiten")
    return passwort, tuple(eintraege)


def freier_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def starten(ordner: Path, datenbank: str, port: int) -> subprocess.Popen:
    with (ordner / f"{datenbank}.log").open("wb") as protokoll:
        return subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py",
             "--bind", f"127.0.0.1:{port}", "config.wsgi"],
            cwd=WURZEL, env=umgebung(ordner, datenbank), stdout=protokoll, stderr=protokoll,
        )  # fmt: skip


def abwarten(prozess: subprocess.Popen, port: int) -> None:
    ende = time.monotonic() + FRIST
    while True:
        assert prozess.poll() is None, f"Der Server auf Port {port} hat sich beendet."
        verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            verbindung.request("GET", "/healthz")
            if verbindung.getresponse().status == 200:
                return
        except (ConnectionError, TimeoutError):
            assert time.monotonic() < ende, f"Der Server auf Port {port} antwortet nicht."
            time.sleep(0.1)
        finally:
            verbindung.close()
