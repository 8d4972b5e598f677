"""The order of import: konten ← netzwerke ← kooperation ← koordination ← schnittstellen; nobody imports config."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

APPS = ["konten", "netzwerke", "kooperation", "koordination", "schnittstellen"]
# Rooms inside an app, in the order of import. What is not listed here is a leaf or a capability of its own.
RAEUME = [
    {"enums"},
    {"models"},
    {"services"},
    {"filters", "forms"},
    {"views", "admin"},
    {"urls"},
]


def stufe(raum):
    for nummer, namen in enumerate(RAEUME):
        if raum in namen:
            return nummer
    return None


DATEIEN = [datei for app in APPS for datei in sorted((Path(settings.BASE_DIR) / app).rglob("*.py"))]


def importe(datei):
    """The dotted names a module imports, relative ones resolved; a name imported from a package with it."""
    paket = datei.relative_to(settings.BASE_DIR).with_suffix("").parts[:-1]
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.Import):
            yield from (name.name for name in knoten.names)
        elif isinstance(knoten, ast.ImportFrom):
            anfang = paket[: len(paket) - knoten.level + 1] if knoten.level else ()
            modul = ".".join([*anfang, *([knoten.module] if knoten.module else [])])
            yield from (f"{modul}.{name.name}" for name in knoten.names)


def kennung(datei):
    return str(datei.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("datei", DATEIEN, ids=kennung)
def test_apps_import_only_earlier_apps(datei):
    app = datei.relative_to(settings.BASE_DIR).parts[0]
    verboten = {"config", *APPS[APPS.index(app) + 1 :]}
    assert [name for name in importe(datei) if name.split(".")[0] in verboten] == []


@pytest.mark.parametrize("datei", DATEIEN, ids=kennung)
def test_rooms_import_only_rooms_to_their_left(datei):
    app, raum, *_rest = datei.relative_to(settings.BASE_DIR).with_suffix("").parts
    if stufe(raum) is None:
        return
    spaetere = []
    for name in importe(datei):
        teile = name.split(".")
        if teile[0] == app and len(teile) > 1 and (stufe(teile[1]) or 0) > stufe(raum):
            spaetere.append(name)
    assert spaetere == []
