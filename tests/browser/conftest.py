"""A browser and three servers for all tests of this folder: "voll", "leer" and "kaputt" (see dienst.py).

Nothing here skips: without Chromium the tests fail.
"""

import os
import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import dienst
from tests.browser.dienst import Dienst
from tests.browser.seiten import FREMDER_NAME

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
SCHALTER = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    # What is not ours does not resolve, so that nothing here reaches another machine.
    f"--host-resolver-rules=MAP {FREMDER_NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost",
]
#: A busy machine is no error.
FRIST_MS = 20_000


@contextmanager
def laufende_dienste():
    ordner = Path(tempfile.mkdtemp(prefix="browsertests-"))
    prozesse = []
    try:
        passwort, eintraege = dienst.datenbanken(ordner)
        dienste = {
            "voll": Dienst(dienst.freier_port(), passwort=passwort, eintraege=eintraege),
            "leer": Dienst(dienst.freier_port()),
            "kaputt": Dienst(dienst.freier_port()),
        }
        for name, einer in dienste.items():
            prozesse.append(dienst.starten(ordner, f"{name}.sqlite3", einer.port))
        for prozess, einer in zip(prozesse, dienste.values(), strict=True):
            dienst.abwarten(prozess, einer.port)
        yield dienste
    finally:
        for prozess in prozesse:
            prozess.terminate()
        for prozess in prozesse:
            prozess.wait(timeout=30)
        shutil.rmtree(ordner)


@pytest.fixture(scope="session")
def dienste():
    with laufende_dienste() as dienste:
        yield dienste


@pytest.fixture(scope="session")
def voll(dienste):
    """The server with sample data and entries with every field filled."""
    return dienste["voll"]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        yield browser
        browser.close()


def _kontexte(chromium):
    with ExitStack() as offen:

        def kontext(breite=1280, hoehe=900, **optionen):
            neu = chromium.new_context(
                viewport={"width": breite, "height": hoehe}, locale="de-DE", **optionen
            )
            neu.set_default_timeout(FRIST_MS)
            offen.callback(neu.close)
            return neu

        yield kontext


#: Makes a browser context, ``kontext(breite, hoehe, …)``, closed after the test.
kontext = pytest.fixture(_kontexte)
#: The same for all tests of a module, for those that load many pages.
kontext_des_moduls = pytest.fixture(_kontexte, scope="module")
