"""Logs hold no address, user agent, query string or form content (S15)."""

import io
import logging
import os
import socket
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.test import Client
from django.utils.log import AdminEmailHandler

from netzwerke.protokoll import bereinigt

VERRAETERISCH = {"REMOTE_ADDR": "203.0.113.7", "HTTP_USER_AGENT": "Spionbrowser"}
GEHEIM = ("geheim", "203.0.113.7", "Spionbrowser")


@pytest.fixture
def protokoll():
    (handler,) = (h for h in logging.getLogger("django").handlers if h.get_name() == "stderr")
    vorher = handler.setStream(io.StringIO())
    yield handler.stream
    handler.setStream(vorher)


@pytest.fixture
def besuch():
    return Client(raise_request_exception=False, **VERRAETERISCH)


def test_errors_are_not_mailed():
    logger = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    assert not [h for einer in logger for h in einer.handlers if isinstance(h, AdminEmailHandler)]


@pytest.mark.urls("tests.stoerfall_urls")
@pytest.mark.parametrize(
    ("pfad", "status", "eintrag"),
    [
        ("/stoerung/", 500, "django.request: Internal Server Error: /stoerung/"),
        ("/verdacht/", 400, "django.security.SuspiciousOperation: Anfrage abgelehnt"),
        ("/verbot/", 403, "django.request: Forbidden (Permission denied): /verbot/"),
        ("/gibt-es-nicht/", 404, "django.request: Not Found: /gibt-es-nicht/"),
    ],
)
def test_errors_are_logged_without_what_was_asked(protokoll, besuch, pfad, status, eintrag):
    assert besuch.get(pfad, {"q": "geheim"}).status_code == status
    text = protokoll.getvalue()
    assert eintrag in text
    assert not [wort for wort in GEHEIM if wort in text]


@pytest.mark.urls("tests.stoerfall_urls")
def test_error_names_its_place_but_no_form_content(protokoll, besuch):
    besuch.post("/stoerung/", {"text": "geheim"})
    text = protokoll.getvalue()
    assert "builtins.ValueError\n" in text
    assert "tests/stoerfall_urls.py:" in text
    assert "geheim" not in text


def test_foreign_host_is_logged_without_its_name(protokoll, besuch):
    assert besuch.get("/?q=geheim", headers={"host": "geheim.example"}).status_code == 400
    assert "django.security.DisallowedHost: Anfrage abgelehnt" in protokoll.getvalue()
    assert "geheim" not in protokoll.getvalue()


@pytest.mark.django_db
def test_refused_form_is_logged_without_its_referer(protokoll):
    client = Client(enforce_csrf_checks=True, **VERRAETERISCH)
    antwort = client.post(
        "/verwaltung/login/", secure=True, headers={"referer": "https://geheim.example/?q=geheim"}
    )
    assert antwort.status_code == 403
    assert "django.security.csrf: Anfrage abgelehnt" in protokoll.getvalue()
    assert "geheim" not in protokoll.getvalue()


@pytest.mark.parametrize(
    ("roh", "sauber"),
    [
        ("GET /hilfe/?q=geheim&plz=58089 ok", "GET /hilfe/?… ok"),
        ("von 203.0.113.7:4711", "von [Adresse]:4711"),
        ("von 2001:db8::7 um 10:20:30", "von [Adresse] um 10:20:30"),
        ("12:30:15 settings.py:42 5.2.1", "12:30:15 settings.py:42 5.2.1"),
    ],
)
def test_lines_are_cleaned_of_queries_and_addresses(roh, sauber):
    assert bereinigt(roh) == sauber


def freier_anschluss():
    with socket.socket() as horcher:
        horcher.bind(("127.0.0.1", 0))
        return horcher.getsockname()[1]


def senden(anschluss, *zeilen):
    """Send raw lines, retrying until the server listens."""
    ende = time.monotonic() + 20
    while True:
        try:
            with socket.create_connection(("127.0.0.1", anschluss), timeout=10) as leitung:
                leitung.sendall("\r\n".join([*zeilen, "", ""]).encode())
                return leitung.recv(100)
        except ConnectionRefusedError:
            if time.monotonic() > ende:
                raise
            time.sleep(0.1)


def test_gunicorn_logs_neither_address_nor_query(tmp_path):
    anschluss = freier_anschluss()
    befehl = ["gunicorn", "-c", "config/gunicorn.py", "-b", f"127.0.0.1:{anschluss}", "config.wsgi"]
    (tmp_path / "statisch").mkdir()
    umgebung = {**os.environ, "STATIC_ROOT": str(tmp_path / "statisch"), "WEB_CONCURRENCY": "1"}
    with open(tmp_path / "protokoll", "w+") as datei:
        server = subprocess.Popen(
            [sys.executable, "-m", *befehl], cwd=settings.BASE_DIR, env=umgebung, stdout=datei, stderr=datei
        )
        try:
            kopf = ("Host: localhost", "User-Agent: Spionbrowser", "Connection: close")
            assert b"200" in senden(anschluss, "GET /healthz?q=geheim HTTP/1.1", *kopf)
            # Without collected static files this one fails within Django, too.
            fremd = ("GET /gibt-es-nicht/?q=geheim HTTP/1.1", "Host: geheim.example", *kopf[1:])
            assert senden(anschluss, *fremd).startswith(b"HTTP/1.1 ")
            assert b"400" in senden(anschluss, "GET /?q=geheim HTTP/9.x geheim", *kopf)
        finally:
            server.terminate()
            server.wait(20)
        datei.seek(0)
        text = datei.read()
    assert "DisallowedHost" in text
    assert "Ungültige Anfrage" in text
    assert not [wort for wort in ("geheim", "127.0.0.1", "Spionbrowser") if wort in text]
