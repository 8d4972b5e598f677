"""Load the JSON fixtures by their natural keys."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum, Thema
from netzwerke.suche.pflege import gebuendelt
from netzwerke.verfuegbarkeit import intervalle_erneuern

WURZEL = Path(settings.BASE_DIR, "fixtures")

#: The files of each set, one per model, in an order in which references lead backwards.
SAETZE = {
    "grunddaten": (
        "gebiet",
        "thema",
        "zielgruppe",
        "lebenslage",
        "sprache",
        "organisationsart",
        "kontaktrolle",
        "frage",
        "seite",
    ),
    "bundesweit": ("organisation", "kontakt", "telefon", "hilfeangebot"),
    "beispiel": (
        "gebiet",
        "sozialraum",
        "sozialraumgebiet",
        "organisation",
        "arbeitsbereich",
        "standort",
        "kontakt",
        "telefon",
        "netzwerk",
        "leistung",
        "mitgliedschaft",
        "antwort",
        "hilfeangebot",
    ),
}
#: Which nationwide line stands in for which topic; not a fixture, since it completes existing topics.
THEMENLINIEN = WURZEL / "bundesweit" / "themenlinien.csv"

_STEMPEL = ("erstellt_am", "geaendert_am")


@dataclass
class Ladung:
    """What a run created, and how many entries were there already."""

    neu: list[models.Model] = field(default_factory=list)
    vorhanden: int = 0

    def __add__(self, andere: "Ladung") -> "Ladung":
        return Ladung(self.neu + andere.neu, self.vorhanden + andere.vorhanden)

    def ist_neu(self, objekt: models.Model) -> bool:
        return objekt in self.neu


def dateien(satz: str) -> list[Path]:
    """The files of a set in the order in which they load."""
    return [WURZEL / satz / f"{name}.json" for name in SAETZE[satz]]


@gebuendelt()
def grunddaten_laden() -> Ladung:
    """Create what is missing of topics, situations, audiences, languages, Länder, questions and pages."""
    return _laden("grunddaten")


@gebuendelt()
def bundesweit_laden(grunddaten: Ladung) -> Ladung:
    """Create the nationwide lines that are missing and link them to their topics.

    A link is set only where the line or the topic is new in this run (``grunddaten`` says which topics
    are), so that a link somebody removed stays removed.
    """
    ladung = _laden("bundesweit")
    with THEMENLINIEN.open(encoding="utf-8", newline="") as datei:
        for zeile in csv.DictReader(datei, delimiter=";"):
            thema = Thema.objects.filter(slug=zeile["thema"], nationale_linie=None).first()
            linie = Hilfeangebot.objects.filter(slug=zeile["hilfeangebot"]).first()
            if thema and linie and (ladung.ist_neu(linie) or grunddaten.ist_neu(thema)):
                Thema.objects.filter(pk=thema.pk).update(nationale_linie=linie)
    intervalle_erneuern(_angebote(ladung))
    return ladung


@gebuendelt()
def beispiel_laden() -> Ladung:
    """Load the sample data and check every entry that was created as the admin would.

    Raises ValidationError, naming the entry, if one of them would be refused there.
    """
    grunddaten = grunddaten_laden()
    bundesweit, beispiel = bundesweit_laden(grunddaten), _laden("beispiel")
    ladung = grunddaten + bundesweit + beispiel
    for objekt in ladung.neu:
        _pruefen(type(objekt)._default_manager.get(pk=objekt.pk))
    intervalle_erneuern(_angebote(beispiel))
    return ladung


def eigene_eintraege() -> bool:
    """Whether somebody entered a Netzwerk, a Sozialraum or an Organisation beyond the nationwide lines'."""
    bundesweit = [zeile["fields"]["slug"] for zeile in _lesen(WURZEL / "bundesweit" / "organisation.json")]
    eigene = (
        Netzwerk.objects.all(),
        Sozialraum.objects.all(),
        Organisation.objects.exclude(slug__in=bundesweit),
    )
    return any(menge.exists() for menge in eigene)


def _laden(satz: str) -> Ladung:
    ladung, aufgeschoben = Ladung(), []
    zeilen = chain.from_iterable(_lesen(datei) for datei in dateien(satz))
    for gelesen in serializers.deserialize("python", zeilen, handle_forward_references=True):
        if gelesen.object.pk is not None:
            ladung.vorhanden += 1
            continue
        _stempeln(gelesen.object)
        gelesen.save()
        ladung.neu.append(gelesen.object)
        if gelesen.deferred_fields:
            aufgeschoben.append(gelesen)
    for gelesen in aufgeschoben:
        gelesen.save_deferred_fields()
    return ladung


def _angebote(ladung: Ladung) -> list[int]:
    return [objekt.pk for objekt in ladung.neu if isinstance(objekt, Hilfeangebot)]


def _lesen(datei: Path) -> Iterator[dict]:
    return iter(json.loads(datei.read_text(encoding="utf-8")))


def _stempeln(objekt: models.Model) -> None:
    """Replace the fixture's dates of creation and change: here, the entry begins now."""
    for name in _STEMPEL:
        if hasattr(objekt, name):
            setattr(objekt, name, timezone.now())


def _pruefen(objekt: models.Model) -> None:
    try:
        objekt.full_clean()
    except ValidationError as fehler:
        raise ValidationError(f"{objekt._meta.label} „{objekt}“: {'; '.join(fehler.messages)}") from fehler
