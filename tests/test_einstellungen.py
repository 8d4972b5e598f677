import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

GEHEIMNIS = "vQ8x2Lr7Zk4Tn9Wc1Hb6Yd3Mf5Jg0PsAeUiOqXzRtNvBwCyDhKl"
PRODUKTION = {"MODUS": "produktion", "SECRET_KEY": GEHEIMNIS, "ALLOWED_HOSTS": "verzeichnis.example.org"}
FRAGE = """
import json, sys
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}))
"""


def starten(*befehl, **umgebung):
    """Run Python in a process of its own, with nothing of this process's environment but the path."""
    return subprocess.run(
        [sys.executable, *befehl],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": "sqlite://:memory:",
            "MODUS": "",
            "SECRET_KEY": "",
            "ALLOWED_HOSTS": "",
            "EMAIL_URL": "",
            **umgebung,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def einstellungen(*namen, **umgebung):
    ergebnis = starten("-c", FRAGE, *namen, **umgebung)
    assert ergebnis.returncode == 0, ergebnis.stderr
    return json.loads(ergebnis.stdout)


@pytest.mark.parametrize(
    ("mangel", "hinweis"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY fehlt oder ist zu schwach"),
        ({"SECRET_KEY": "kurz"}, "SECRET_KEY fehlt oder ist zu schwach"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY fehlt oder ist zu schwach"),
        ({"SECRET_KEY": "django-insecure-" + GEHEIMNIS}, "SECRET_KEY fehlt oder ist zu schwach"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS fehlt"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS fehlt"),
        ({"MODUS": "test"}, "MODUS='test' gibt es nicht"),
    ],
)
def test_production_refuses_to_start_and_says_why(mangel, hinweis):
    ergebnis = starten("manage.py", "check", **{**PRODUKTION, **mangel})
    assert ergebnis.returncode != 0
    assert hinweis in ergebnis.stderr


def test_production_is_the_default():
    assert einstellungen("MODUS", "DEBUG", **{**PRODUKTION, "MODUS": ""}) == {
        "MODUS": "produktion",
        "DEBUG": False,
    }


def test_check_deploy_is_silent_in_production():  # S31
    ergebnis = starten("manage.py", "check", "--deploy", "--fail-level", "DEBUG", **PRODUKTION)
    assert (ergebnis.returncode, ergebnis.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_cookies_are_strict_in_production():  # S22
    for art, name in (("SESSION", "__Host-sitzung"), ("CSRF", "__Host-csrf")):
        erwartet = {
            f"{art}_COOKIE_NAME": name,
            f"{art}_COOKIE_SECURE": True,
            f"{art}_COOKIE_HTTPONLY": True,
            f"{art}_COOKIE_SAMESITE": "Lax",
            f"{art}_COOKIE_PATH": "/",
            f"{art}_COOKIE_DOMAIN": None,
        }
        assert einstellungen(*erwartet, **PRODUKTION) == erwartet


def test_demo_runs_like_production_without_https():
    erwartet = {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": False,
        "SESSION_COOKIE_SECURE": False,
        "SESSION_COOKIE_NAME": "sitzung",
        "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"],
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(settings.BASE_DIR / "var" / "mail"),
    }
    assert einstellungen(*erwartet, MODUS="demo", SECRET_KEY=GEHEIMNIS) == erwartet


def test_demo_needs_a_secret_too():
    assert "SECRET_KEY fehlt" in starten("manage.py", "check", MODUS="demo").stderr


def test_development_needs_nothing():
    assert einstellungen("DEBUG", "SECURE_SSL_REDIRECT", MODUS="entwicklung") == {
        "DEBUG": True,
        "SECURE_SSL_REDIRECT": False,
    }


def test_proxy_header_is_believed_only_when_named():
    name = "SECURE_PROXY_SSL_HEADER"
    assert einstellungen(name, **PRODUKTION) == {name: None}
    assert einstellungen(name, **PRODUKTION, SECURE_PROXY_SSL_HEADER="X-Forwarded-Proto") == {
        name: ["HTTP_X_FORWARDED_PROTO", "https"]
    }


def test_sqlite_waits_and_writes_ahead():
    optionen = einstellungen("DATABASES", **PRODUKTION)["DATABASES"]["default"]["OPTIONS"]
    assert optionen == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }


def test_postgres_connections_persist_and_are_checked():
    umgebung = {**PRODUKTION, "DATABASE_URL": "postgres://verzeichnis@db.example.org/verzeichnis"}
    datenbank = einstellungen("DATABASES", **umgebung)["DATABASES"]["default"]
    assert (datenbank["CONN_MAX_AGE"], datenbank["CONN_HEALTH_CHECKS"]) == (300, True)


def test_mail_goes_where_the_address_says():
    umgebung = {**PRODUKTION, "EMAIL_URL": "smtp+tls://absender:geheim@mail.example.org:587"}
    namen = ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_USE_TLS")
    assert list(einstellungen(*namen, **umgebung).values()) == [
        "django.core.mail.backends.smtp.EmailBackend",
        "mail.example.org",
        587,
        "absender",
        True,
    ]
