"""The vocabulary that the entries are drawn from."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.management import call_command

from netzwerke.enums import Stufe
from netzwerke.models import (
    Frage,
    Gebiet,
    Kontaktrolle,
    Lebenslage,
    Organisationsart,
    Postleitzahl,
    Sprache,
    Thema,
    Zielgruppe,
)


class GrunddatenFehlen(Exception):
    """The vocabulary is missing even after the Grunddaten were loaded."""


@dataclass(frozen=True)
class Begriffe:
    """Rows of one vocabulary by their natural key."""

    zeilen: dict[str, object]

    def passend(self, *slugs: str) -> list:
        """The rows with these slugs; all rows if there are none of them."""
        return [self.zeilen[slug] for slug in slugs if slug in self.zeilen] or list(self.zeilen.values())


def _begriffe(model) -> Begriffe:
    return Begriffe({zeile.natural_key()[0]: zeile for zeile in model.objects.all()})


@dataclass(frozen=True)
class Vokabular:
    organisationsarten: Begriffe
    rollen: Begriffe
    themen: Begriffe
    zielgruppen: Begriffe
    sprachen: Begriffe
    fragen: list[Frage]
    #: The situations that lead to a topic or to the topic above it, by their ids.
    lebenslagen_je_thema: dict[int, list[int]]


def _laden() -> Vokabular:
    themen = _begriffe(Thema)
    return Vokabular(
        organisationsarten=_begriffe(Organisationsart),
        rollen=_begriffe(Kontaktrolle),
        themen=themen,
        zielgruppen=_begriffe(Zielgruppe),
        sprachen=_begriffe(Sprache),
        fragen=list(Frage.objects.all()),
        lebenslagen_je_thema=_lebenslagen_je_thema(themen),
    )


def _lebenslagen_je_thema(themen: Begriffe) -> dict[int, list[int]]:
    direkt = defaultdict(set)
    for thema, lebenslage in Lebenslage.themen.through.objects.values_list("thema_id", "lebenslage_id"):
        direkt[thema].add(lebenslage)
    return {t.pk: sorted(direkt[t.pk] | direkt[t.oberthema_id]) for t in themen.zeilen.values()}


def bereitstellen() -> Vokabular:
    """Return the vocabulary; loads the Grunddaten first if any of it is missing.

    Raises GrunddatenFehlen if some is missing even then.
    """
    if _fehlt():
        call_command("grunddaten", verbosity=0)
    if fehlt := _fehlt():
        raise GrunddatenFehlen(f"Ohne Grunddaten geht es nicht. Es fehlen: {', '.join(fehlt)}.")
    return _laden()


def _fehlt() -> list[str]:
    noetig = {
        str(model._meta.verbose_name_plural): model.objects.all()
        for model in (Organisationsart, Kontaktrolle, Thema, Zielgruppe, Sprache, Lebenslage, Postleitzahl)
    }
    noetig["Länder"] = Gebiet.objects.filter(stufe=Stufe.LAND)
    return [name for name, zeilen in noetig.items() if not zeilen.exists()]
