"""The Nu HTML checker finds no error on any type of page (S36)."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.browser.seiten import ANMELDUNG, OEFFENTLICH

VNU_JAR = Path(os.environ.get("VNU_JAR") or Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar")

pytestmark = pytest.mark.browser


def fehler(dateien):
    """The checker's errors in these files; it is started once, because starting takes its time."""
    assert VNU_JAR.is_file(), f"{VNU_JAR} fehlt: npm ci --prefix tests/browser"
    lauf = subprocess.run(
        ["java", "-jar", VNU_JAR, "--format", "json", "--exit-zero-always", *dateien],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert lauf.returncode == 0, lauf.stderr[-2000:]
    meldungen = json.loads(lauf.stderr)["messages"]
    return [
        f"{Path(meldung['url']).stem}: {meldung['message']} ({meldung.get('extract', '').strip()[:200]})"
        for meldung in meldungen
        if meldung["type"] != "info"
    ]


def test_checker_finds_an_error_where_there_is_one(tmp_path):
    datei = tmp_path / "falsch.html"
    datei.write_text("<!DOCTYPE html><html lang=de><title>Falsch</title><ul><p></ul>")
    assert len(fehler([datei])) == 1


def test_public_pages_and_login_are_valid(dienste, kontext, tmp_path):
    abruf = kontext().request
    dateien = []
    for art in (*OEFFENTLICH, ANMELDUNG):
        kopf = {"Host": f"{art.host}:{dienste[art.dienst].port}"}
        antwort = abruf.get(f"{dienste[art.dienst].adresse}{art.pfad}", headers=kopf)
        assert antwort.status == art.status
        dateien.append(tmp_path / f"{art.name}.html")
        dateien[-1].write_bytes(antwort.body())
    assert fehler(dateien) == []
