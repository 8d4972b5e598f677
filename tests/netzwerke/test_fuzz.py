"""Whatever a visitor puts into the address: no list answers with an error, and reading changes nothing (S28)."""

import random
from urllib.parse import quote_from_bytes, quote_plus

import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import connection
from django.test import Client
from django.urls import reverse

from netzwerke.enums import Angebotsart, Netzwerkart, Schutz
from tests.factories import (
    EINWILLIGUNG,
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    LebenslageFactory,
    MitgliedschaftFactory,
    NetzwerkFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SeiteFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    SpracheFactory,
    StandortFactory,
    TelefonFactory,
    ThemaFactory,
    ZielgruppeFactory,
)

LISTEN = [
    reverse(f"netzwerke:{name}")
    for name in (
        "suche",
        "angebot-liste",
        "fachkraefte-liste",
        "liste",
        "organisation-liste",
        "sozialraum-liste",
    )
]
#: What the lists know, and what they do not.
BEKANNT = {
    "q": ["beratung", "Ärztliche", "netz haus", "er steht vor der tür", "stalking hagen", "stelle haspe"],
    "genau": ["1"],
    "plz": ["58135", "99999"],
    "gebiet": ["land", "stadt", "bezirk", "stadtteil"],
    "sozialraum": ["haspe", "entwurf"],
    "umkreis": ["5", "25", "100"],
    "thema": ["gewalt", "stalking"],
    "zielgruppe": ["frauen"],
    "lebenslage": ["vermutung"],
    "sprache": ["tr"],
    "art": [*Angebotsart.values, *Netzwerkart.values, "verein", "hilfeangebote", "sozialraeume"],
    "sortierung": ["entfernung", "relevanz"],
    "jetzt_geoeffnet": ["1", "on", "true"],
    "anonym": ["1"],
    "kostenlos": ["1"],
    "barrierefrei": ["1"],
    "offen": ["1"],
    "stellt_sich_vor": ["1"],
    "seite": ["1", "2", "last"],
}
NAMEN = [
    *BEKANNT,
    "page",
    "id",
    "pk",
    "slug",
    "status",
    "csrfmiddlewaretoken",
    "",
    "q[]",
    "plz[0]",
    "thema__slug",
    "ü",
    "\x00",
]
#: Strings that break naive code; bytes go out as they are.
ZEICHENFOLGEN = [
    "", " ", "\t\n", "\x00", "a\x00b", "\x1b[0m", "\r\nSet-Cookie: a=b", "\ufeff", "\u202e", "\u200d", "é́́́", "👩‍👩‍👧", "ﷺ", "İı", "ß",
    "null", "None", "undefined", "NaN", "inf", "-inf", "true", "false", "[]", "{}", "[object Object]", "0", "-1", "1.5",
    "1e400", "0x10", "١٢٣", "²", "9" * 30, "9" * 5000, "-" + "9" * 5000, "2147483648", "9223372036854775808", "1_000", "+1", " 1 ",
    "'", '"', "\\", "%", "_", "%%", "%s", "%(x)s", "{0}", "{{ 7|add:7 }}", "{% load x %}", "${jndi:x}", "';--", "' OR '1'='1",
    "1;SELECT pg_sleep(9)", "\\x00", "*", "?", "#", "&", "=", "/", "../../etc/passwd", "<xss>", '"><xss onload=x>', "javascript:x",
    "e " * 100,
    "a" * 121, "a" * 201, "ä" * 3000, "a " * 5000, "x" * 100_000, b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\x80",
]  # fmt: skip
UNSINN = [
    "%",
    "%Z",
    "%00",
    "%u0041",
    "&&&",
    "===",
    "?",
    ";",
    "q",
    "q=",
    "=q",
    "q==",
    "+",
    "%%20",
    "&q",
    "seite=%",
    "plz=%ZZ",
]


def bestand():
    """A few entries of every kind, with all that filters ask for."""
    plz = PostleitzahlFactory(plz="58135", orte="Hagen", breite=51.35, laenge=7.46)
    PostleitzahlFactory(plz="99999", orte="")
    land = GebietFactory(slug="land")
    stadt = GebietFactory(
        slug="stadt", kreisfrei=True, oberhalb=land, postleitzahlen=[plz], breite=51.3, laenge=7.4
    )
    bezirk = GebietFactory(slug="bezirk", bezirk=True, oberhalb=stadt)
    stadtteil = GebietFactory(slug="stadtteil", stadtteil=True, oberhalb=bezirk)
    haspe = SozialraumFactory(slug="haspe", postleitzahlen=[plz])
    SozialraumGebietFactory(sozialraum=haspe, gebiet=stadtteil)
    SozialraumFactory(slug="entwurf", status="entwurf")
    gewalt = ThemaFactory(slug="gewalt")
    themen = [ThemaFactory(slug="stalking", oberthema=gewalt)]
    zielgruppen, sprachen = [ZielgruppeFactory(slug="frauen")], [SpracheFactory(code="tr")]
    lebenslagen = [LebenslageFactory(slug="vermutung", themen=themen, zielgruppen=zielgruppen)]
    organisation = OrganisationFactory(
        name="Ärztliche Stelle", slug="stelle", art__slug="verein", stellt_sich_vor=True
    )
    StandortFactory(organisation=organisation, mit_anschrift=True, gebiet=stadtteil, stufenlos=True)
    haus = StandortFactory(schutz=Schutz.GESCHUETZT, grobgebiet=stadt)
    telefon = TelefonFactory(anzeige="116 016")
    allgemein = {"themen": themen, "zielgruppen": zielgruppen, "kontakte": [telefon.kontakt]}
    for name, angaben in {
        "beratung": {
            "organisation": organisation,
            "sozialraeume": [haspe],
            "oeffnungszeiten": "Mo-Fr 09:00-12:00; PH off",
        },
        "wohnen": {"organisation": haus.organisation, "standorte": [haus], "gebiete": [stadt]},
        "linie": {
            "bundesweit": True,
            "rund_um_die_uhr": True,
            "krisenlinie": True,
            "kosten": "kostenlos",
            "anonym": True,
        },
        "fachstelle": {"nur_fachkraefte": True, "gebiete": [land]},
    }.items():
        HilfeangebotFactory(slug=name, lebenslagen=lebenslagen, sprachen=sprachen, **allgemein, **angaben)
    netz = NetzwerkFactory(slug="netz", sozialraeume=[haspe], gebiete=[bezirk], offen=True, **allgemein)
    MitgliedschaftFactory(netzwerk=netz, organisation=organisation)
    KontaktFactory(organisation=organisation, person_name="Name", **EINWILLIGUNG)
    NetzwerkFactory.create_batch(21, gebiete=[stadt])


def gesendet(wert):
    """``wert`` as it stands in an address."""
    return quote_from_bytes(wert) if isinstance(wert, bytes) else quote_plus(wert)


def abfrage(zufall, lang=100_000):
    """A query string: some of it meant well, some of it not, some of it none at all."""
    teile = []
    for _ in range(zufall.choice([1, 1, 2, 3, 5, 8])):
        name = zufall.choice([*BEKANNT] if zufall.random() < 0.8 else NAMEN)
        if zufall.random() < 0.5:
            wert = zufall.choice(BEKANNT.get(name, ["1"]))
        elif zufall.random() < 0.9:
            wert = zufall.choice(ZEICHENFOLGEN)
        else:
            wert = "".join(chr(zufall.randrange(0xD800)) for _ in range(zufall.randrange(40)))
        teile.append(f"{gesendet(name)}={gesendet(wert)}")
    if zufall.random() < 0.15:
        teile.append(zufall.choice(UNSINN))
    if zufall.random() < 0.01:
        teile += [f"p{nummer}=1" for nummer in range(1200)]
    if zufall.random() < 0.01:
        teile.append("q=" + "y" * lang)
    zufall.shuffle(teile)
    return "&".join(teile)


class Schreibwaechter:
    """Notes every statement that is not a reading one."""

    LESEND = ("SELECT", "WITH", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")

    def __init__(self):
        self.schreibend = []

    def __call__(self, execute, sql, params, many, context):
        if not sql.lstrip(" (").upper().startswith(self.LESEND):
            self.schreibend.append(sql)
        return execute(sql, params, many, context)


def pruefe_anfrage(client, pfad, frage):
    # The test client raises what the server would answer with 500.
    antwort = client.get(pfad, QUERY_STRING=frage)
    assert antwort.status_code in {200, 400}, (pfad, frage[:500])
    assert not antwort.cookies
    assert b"<xss" not in antwort.content


def pruefe_anfragen(startwert, anzahl, lang=100_000):
    zufall, client, waechter = (
        random.Random(startwert),
        Client(raise_request_exception=True),
        Schreibwaechter(),
    )
    with connection.execute_wrapper(waechter):
        for _ in range(anzahl):
            pruefe_anfrage(client, zufall.choice(LISTEN), abfrage(zufall, lang))
    assert waechter.schreibend == []


# S28
@pytest.mark.django_db
@pytest.mark.parametrize("startwert", range(6))
def test_fuzzed_requests_are_answered_without_an_error(startwert):
    bestand()
    pruefe_anfragen(startwert, 50)


# S28
@pytest.mark.gross
@pytest.mark.django_db
@pytest.mark.parametrize("startwert", range(1000, 1020))
def test_ten_thousand_fuzzed_requests_are_answered_without_an_error(startwert):
    bestand()
    pruefe_anfragen(startwert, 500, lang=1_000_000)


def pruefe_alle_zeichenfolgen(client, pfad):
    bestand()
    for wert in ZEICHENFOLGEN:
        pruefe_anfrage(client, pfad, "&".join(f"{name}={gesendet(wert)}" for name in BEKANNT))
    pruefe_anfrage(client, pfad, "q=" + "a+" * 500_000)


@pytest.mark.django_db
@pytest.mark.parametrize("pfad", LISTEN[:2])
def test_every_parameter_of_the_search_and_the_offers_takes_every_string(client, pfad):
    """Each odd string in all parameters at once, then a value of 1 MB."""
    pruefe_alle_zeichenfolgen(client, pfad)


@pytest.mark.gross
@pytest.mark.django_db
@pytest.mark.parametrize("pfad", LISTEN[2:])
def test_every_parameter_takes_every_string(client, pfad):
    pruefe_alle_zeichenfolgen(client, pfad)


@pytest.mark.django_db
@pytest.mark.parametrize("pfad", LISTEN)
def test_broken_query_strings_are_read_as_far_as_they_go(client, pfad):
    for frage in UNSINN:
        pruefe_anfrage(client, pfad, frage)


@pytest.mark.django_db
def test_too_many_parameters_are_refused(client):
    frage = "&".join(["q=1"] * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    assert client.get("/hilfe/", QUERY_STRING=frage).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("bereich", LISTEN)
def test_odd_addresses_are_not_found(client, bereich):
    for wert in ZEICHENFOLGEN:
        if gesendet(wert):
            assert client.get(f"{bereich}{gesendet(wert)}/").status_code == 404, wert


@pytest.mark.django_db
def test_pages_are_for_reading_only(client):
    bestand()
    for pfad in [*LISTEN, "/", "/hilfe/beratung/", "/impressum/", "/healthz", "/bereit"]:
        erlaubt = {"GET": 200, "HEAD": 200}
        for methode in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUATSCH"):
            status = client.generic(methode, pfad, "{", content_type="application/json").status_code
            assert (pfad, methode, status) == (pfad, methode, erlaubt.get(methode, 405))


def alles_gespeicherte():
    zeilen = [zeile for model in apps.get_models() for zeile in model._base_manager.order_by("pk")]
    return serializers.serialize("json", zeilen)


@pytest.mark.django_db
def test_reading_every_page_changes_no_row(client):
    bestand()
    SeiteFactory()
    seiten = [
        *LISTEN, "/", "/hilfe/beratung/", "/hilfe/wohnen/", "/hilfe/linie/", "/fachkraefte/fachstelle/", "/netzwerke/netz/",
        "/organisationen/stelle/", "/sozialraeume/haspe/", "/impressum/", "/datenschutz/", "/healthz", "/bereit",
        reverse("admin:login"),
    ]  # fmt: skip
    vorher, waechter = alles_gespeicherte(), Schreibwaechter()
    with connection.execute_wrapper(waechter):
        antworten = [client.get(seite).status_code for seite in seiten]
        antworten.append(client.get("/gibt-es-nicht/").status_code)
    assert antworten == [200] * len(seiten) + [404]
    assert waechter.schreibend == []
    assert alles_gespeicherte() == vorher
