"""Headers on every kind of answer (S5, S6, S29, S30, S31)."""

import gzip

import brotli
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
SEITEN = {
    "startseite": 200,
    "vorschlaege": 200,
    "gibt-es-nicht": 404,
    "fremder-name": 400,
    "arbeitsplatz": 302,
    "anmeldung": 200,
}

pytestmark = pytest.mark.django_db


@pytest.fixture(params=SEITEN)
def antwort(request, client):
    name = request.param
    if name == "fremder-name":
        antwort = client.get("/", headers={"host": "fremd.example"})
    else:
        antwort = client.get(
            {
                "startseite": reverse("netzwerke:startseite"),
                "vorschlaege": reverse("netzwerke:suche-vorschlaege"),
                "gibt-es-nicht": "/gibt-es-nicht/",
                "arbeitsplatz": reverse("admin:index"),
                "anmeldung": reverse("admin:login"),
            }[name]
        )
    assert antwort.status_code == SEITEN[name]
    antwort.im_arbeitsplatz = name in ("arbeitsplatz", "anmeldung")
    return antwort


def richtlinie(antwort):
    teile = antwort.headers["Content-Security-Policy"].split("; ")
    return dict(teil.split(" ", 1) for teil in teile)


def pruefe_schutzkopf(antwort):
    kopf = antwort.headers
    assert kopf["X-Content-Type-Options"] == "nosniff"
    assert kopf["Cross-Origin-Opener-Policy"] == "same-origin"
    assert kopf["Cross-Origin-Resource-Policy"] == "same-origin"
    assert kopf["X-Frame-Options"] == "DENY"
    assert "camera=()" in kopf["Permissions-Policy"]
    assert "geolocation=()" in kopf["Permissions-Policy"]


def test_every_answer_carries_the_protecting_headers(antwort):
    pruefe_schutzkopf(antwort)
    assert richtlinie(antwort) == CSP


def test_referrer_is_sent_within_the_workplace_only(antwort):
    erwartet = "same-origin" if antwort.im_arbeitsplatz else "no-referrer"
    assert antwort.headers["Referrer-Policy"] == erwartet


def test_no_page_is_kept_by_a_cache(antwort):
    assert antwort.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified", "Expires"} & set(antwort.headers)


def test_public_answers_set_no_cookie_and_do_not_vary_by_it(antwort):
    if antwort.im_arbeitsplatz:
        return
    assert not antwort.cookies
    assert "Cookie" not in antwort.headers.get("Vary", "")


def test_https_answers_say_to_stay_with_https(client):
    for adresse in (reverse("netzwerke:startseite"), "/gibt-es-nicht/", reverse("admin:login")):
        sicher = client.get(adresse, secure=True).headers["Strict-Transport-Security"]
        assert sicher == "max-age=31536000; includeSubDomains; preload"


def test_production_leads_to_https_but_answers_probes(settings):
    settings.SECURE_SSL_REDIRECT = True
    client = Client()
    antwort = client.get(reverse("netzwerke:startseite"))
    assert (antwort.status_code, antwort.headers["Location"]) == (301, "https://testserver/")
    pruefe_schutzkopf(antwort)
    assert client.get("/healthz").status_code == 200
    fremd = client.get("/", headers={"host": "fremd.example"})
    assert fremd.status_code == 400
    pruefe_schutzkopf(fremd)


@pytest.mark.parametrize(("art", "auspacken"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_pages_are_compressed(client, art, auspacken):
    klartext = client.get(reverse("netzwerke:startseite")).content
    gepackt = client.get(reverse("netzwerke:startseite"), headers={"accept-encoding": art})
    assert gepackt.headers["Content-Encoding"] == art
    assert auspacken(gepackt.content) == klartext
    assert len(gepackt.content) < len(klartext)


@pytest.fixture
def statische_datei(settings, tmp_path):
    quelle = tmp_path / "quelle"
    quelle.mkdir()
    (quelle / "probe.css").write_text("body { color: black }\n" * 50)
    settings.STATICFILES_DIRS = [quelle]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = str(tmp_path / "ziel")
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", "--noinput", verbosity=0)
    (datei,) = (tmp_path / "ziel").glob("probe.*.css")
    return "/static/" + datei.name


def test_static_files_are_immutable_and_protected(statische_datei):
    antwort = Client().get(statische_datei, headers={"accept-encoding": "br"})
    assert antwort.status_code == 200
    assert antwort.headers["Content-Encoding"] == "br"
    assert antwort.headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert brotli.decompress(antwort.getvalue()).startswith(b"body")
    pruefe_schutzkopf(antwort)
    assert richtlinie(antwort) == CSP
    assert antwort.headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in antwort.headers


def test_missing_static_file_is_not_kept(client):
    antwort = client.get("/static/gibt-es-nicht.css")
    assert (antwort.status_code, antwort.headers["Cache-Control"]) == (404, "no-store")
