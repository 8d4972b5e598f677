from netzwerke.models.basis import SlugUmleitung, VeralteterStand
from netzwerke.models.gebiet import Gebiet, Postleitzahl
from netzwerke.models.hilfeangebot import Hilfeangebot, Oeffnungsintervall
from netzwerke.models.kontakt import Kontakt, Telefon
from netzwerke.models.netzwerk import Leistung, Mitgliedschaft, Netzwerk
from netzwerke.models.organisation import Arbeitsbereich, Organisation
from netzwerke.models.portraet import Antwort, Frage, Kennzahl, Zitat
from netzwerke.models.seite import Seite
from netzwerke.models.sozialraum import Sozialraum, SozialraumGebiet
from netzwerke.models.standort import Standort
from netzwerke.models.suchindex import Suchdokument, Suchform, Suchpunkt, Suchstand, Suchtext, Suchwort
from netzwerke.models.vokabular import Kontaktrolle, Lebenslage, Organisationsart, Sprache, Thema, Zielgruppe

__all__ = [
    "Antwort",
    "Arbeitsbereich",
    "Frage",
    "Gebiet",
    "Hilfeangebot",
    "Kennzahl",
    "Kontakt",
    "Kontaktrolle",
    "Lebenslage",
    "Leistung",
    "Mitgliedschaft",
    "Netzwerk",
    "Oeffnungsintervall",
    "Organisation",
    "Organisationsart",
    "Postleitzahl",
    "Seite",
    "SlugUmleitung",
    "Sozialraum",
    "SozialraumGebiet",
    "Sprache",
    "Standort",
    "Suchdokument",
    "Suchform",
    "Suchpunkt",
    "Suchstand",
    "Suchtext",
    "Suchwort",
    "Telefon",
    "Thema",
    "VeralteterStand",
    "Zielgruppe",
    "Zitat",
]
