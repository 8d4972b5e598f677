"""The page of the search as tests ask and read it."""

import re

from tests.factories import (
    HilfeangebotFactory,
    TelefonFactory,
)

SUCHE = "/suche/"


def suche(client, worte, **werte):
    return client.get(SUCHE, {"q": worte, **werte})


def gefunden(antwort):
    """Names by kind, in the order of the page."""
    return {
        str(gruppe.art.suche.name): [eintrag.name for eintrag in gruppe.eintraege]
        for gruppe in antwort.context["gruppen"]
    }


def gruende(antwort):
    return {
        eintrag.name: eintrag.grund for gruppe in antwort.context["gruppen"] for eintrag in gruppe.eintraege
    }


def linie(name, nummer, *themen, zielgruppen=(), **angaben):
    return HilfeangebotFactory(
        name=name,
        krisenlinie=True,
        bundesweit=True,
        themen=themen,
        zielgruppen=zielgruppen,
        kontakte=[TelefonFactory(anzeige=nummer).kontakt],
        **angaben,
    )


def rufnummern(antwort):
    """The numbers on the page before its footer, in order."""
    inhalt = antwort.content.decode().partition("<footer")[0]
    return re.findall(r'href="tel:([^"]+)"', inhalt)
