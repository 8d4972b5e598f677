"""Every type of page, filled and empty, with errors shown and going wrong."""

from dataclasses import dataclass

FREMDER_NAME = "fremd.example"
FALSCH = "?plz=abc&umkreis=x&thema=gibt-es-nicht&gebiet=nirgends&sozialraum=x&art=x&offen=x&seite=999"
NICHTS = "?q=zzzzzz&plz=58099"


@dataclass(frozen=True)
class Seitenart:
    name: str
    pfad: str
    dienst: str = "voll"
    status: int = 200
    host: str = "localhost"

    def __str__(self):
        return self.name

    def adresse(self, dienste) -> str:
        return f"http://{self.host}:{dienste[self.dienst].port}{self.pfad}"


LISTEN = ("/hilfe/", "/fachkraefte/", "/netzwerke/", "/organisationen/", "/sozialraeume/")
EINTRAEGE = (
    Seitenart("angebot", "/hilfe/volles-angebot/"),
    Seitenart("angebot-karg", "/hilfe/karges-angebot/"),
    Seitenart("krisenlinie", "/hilfe/hilfetelefon-gewalt-gegen-frauen/"),
    Seitenart("fachangebot", "/fachkraefte/medizinische-kinderschutzhotline/"),
    Seitenart("netzwerk", "/netzwerke/volles-netzwerk/"),
    Seitenart("netzwerk-karg", "/netzwerke/karges-netzwerk/"),
    Seitenart("organisation", "/organisationen/volle-organisation/"),
    Seitenart("organisation-karg", "/organisationen/karge-organisation/"),
    Seitenart("sozialraum", "/sozialraeume/voller-sozialraum/"),
    Seitenart("sozialraum-karg", "/sozialraeume/karger-sozialraum/"),
    Seitenart("sozialraum-ohne-netzwerk", "/sozialraeume/vorhalle/"),
)
TEXTE = tuple(
    Seitenart(slug, f"/{slug}/")
    for slug in ("sicherheit", "datenschutz", "impressum", "barrierefreiheit", "leichte-sprache")
)
SUCHE = (
    Seitenart("suche", "/suche/?q=beratung+hagen"),
    Seitenart("suche-lage", "/suche/?q=mein+mann+schl%C3%A4gt+mich"),
    Seitenart("suche-gefahr", "/suche/?q=er+steht+vor+der+t%C3%BCr"),
    Seitenart("suche-suizid", "/suche/?q=ich+will+nicht+mehr+leben"),
    Seitenart("suche-kind", "/suche/?q=papa+schl%C3%A4gt+mich"),
    Seitenart("suche-tippfehler", "/suche/?q=frauenhau%C3%9F+bielefled"),
    Seitenart("suche-eine-art", "/suche/?q=kinder&art=hilfeangebote"),
)
#: One of each type, well filled.
GEFUELLT = (
    Seitenart("startseite", "/"),
    *SUCHE,
    *(Seitenart(liste.strip("/"), liste) for liste in LISTEN),
    Seitenart("hilfe-gefiltert", "/hilfe/?lebenslage=vermutung&plz=33602&anonym=1"),
    Seitenart("netzwerke-gefiltert", "/netzwerke/?sozialraum=haspe"),
    *EINTRAEGE,
    *TEXTE,
)
LEER = (
    *(Seitenart(f"{liste.strip('/')}-ohne-treffer", liste + NICHTS) for liste in LISTEN),
    Seitenart("suche-ohne-worte", "/suche/"),
    Seitenart("suche-ohne-treffer", "/suche/?q=zzzzzz"),
    Seitenart("startseite-leer", "/", "leer"),
    Seitenart("suche-ohne-worte-leer", "/suche/", "leer"),
    Seitenart("suche-leer", "/suche/?q=ich+will+nicht+mehr+leben", "leer"),
    *(Seitenart(f"{liste.strip('/')}-leer", liste, "leer") for liste in LISTEN),
)
FEHLER = (
    *(Seitenart(f"{liste.strip('/')}-falsch", liste + FALSCH) for liste in LISTEN),
    Seitenart("suche-falsch", f"/suche/{FALSCH}&q=beratung"),
    Seitenart("nicht-gefunden", "/gibt-es-nicht/", status=404),
    Seitenart("fremder-name", "/", status=400, host=FREMDER_NAME),
    Seitenart("stoerung", "/", "kaputt", status=500),
)
OEFFENTLICH = GEFUELLT + LEER + FEHLER
ANMELDUNG = Seitenart("anmeldung", "/verwaltung/login/")
