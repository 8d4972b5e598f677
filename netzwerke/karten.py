"""What cards show beyond an entry's own columns, for a whole page in a few queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Prefetch, QuerySet, Value
from django.utils import timezone

from netzwerke import oeffnungszeiten
from netzwerke.enums import Sichtbarkeit, Status
from netzwerke.models import Hilfeangebot, Sozialraum, Standort
from netzwerke.raum import versorgung


@dataclass(frozen=True)
class Nummer:
    """A telephone number: as published, as dialled, and what answers."""

    anzeige: str
    nummer: str
    hinweis: str
    funktion: str


def krisenlinien(jetzt: datetime | None = None) -> list[Hilfeangebot]:
    """The crisis lines with their numbers, those that can be reached now first."""
    linien = list(
        Hilfeangebot.objects.oeffentlich()
        .fuer_betroffene()
        .filter(krisenlinie=True)
        .select_related("organisation")
    )
    anreichern(linien, jetzt)
    return sorted(linien, key=lambda linie: not (linie.stand and linie.stand.offen))


def standorte_mit_lage() -> Prefetch:
    """Sites and the areas they lie in, in one query."""
    return Prefetch("standorte", Standort.objects.select_related("gebiet", "grobgebiet"))


def angebotskarten(angebote: QuerySet) -> QuerySet:
    return angebote.select_related("organisation").prefetch_related(standorte_mit_lage())


def netzwerkkarten(netzwerke: QuerySet) -> QuerySet:
    return netzwerke.prefetch_related(_sozialraeume(), "gebiete")


def organisationskarten(organisationen: QuerySet) -> QuerySet:
    return organisationen.select_related("art", "traeger").prefetch_related(
        standorte_mit_lage(), "gebiete", _sozialraeume()
    )


def sozialraumkarten(sozialraeume: QuerySet) -> QuerySet:
    return sozialraeume.prefetch_related("gebietsbezuege__gebiet")


def _sozialraeume() -> Prefetch:
    return Prefetch("sozialraeume", Sozialraum.objects.oeffentlich())


def versorgung_anreichern(sozialraeume: list[Sozialraum]) -> None:
    """Set ``versorgung`` on each: whether it has a network."""
    staende = versorgung([sozialraum.pk for sozialraum in sozialraeume])
    for sozialraum in sozialraeume:
        sozialraum.versorgung = staende[sozialraum.pk]


def anreichern(angebote: list[Hilfeangebot], jetzt: datetime | None = None) -> None:
    """Set ``nummern``, ``stand``, ``raeume``, ``zielgruppennamen`` and ``ersatzlinie`` on each of ``angebote``.

    An offer without a number of its own gets the nationwide line of one of its themes as ``ersatzlinie``.
    """
    jetzt = timezone.localtime(jetzt)
    pks = [angebot.pk for angebot in angebote]
    linien = _linien(pks)
    nummern = _nummern([*pks, *(linie.pk for linie in linien.values())])
    raeume, zielgruppen = _namen(pks)
    for angebot in angebote:
        angebot.nummern = nummern[angebot.pk]
        angebot.raeume = raeume[angebot.pk]
        angebot.zielgruppennamen = zielgruppen[angebot.pk]
        angebot.stand = (
            oeffnungszeiten.stand(angebot.regel, angebot.feiertage_land, jetzt) if angebot.regel else None
        )
        angebot.ersatzlinie = None if angebot.nummern else linien.get(angebot.pk)
        if angebot.ersatzlinie:
            angebot.ersatzlinie.nummern = nummern[angebot.ersatzlinie.pk]


def _nummern(pks: list[int]) -> dict[int, list[Nummer]]:
    zeilen = (
        Hilfeangebot.kontakte.through.objects.filter(
            hilfeangebot__in=pks,
            kontakt__sichtbarkeit=Sichtbarkeit.OEFFENTLICH,
            kontakt__telefone__isnull=False,
        )
        .order_by("pk", "kontakt__telefone__reihenfolge", "kontakt__telefone__pk")
        .values_list(
            "hilfeangebot_id",
            "kontakt__telefone__anzeige",
            "kontakt__telefone__nummer",
            "kontakt__telefone__hinweis",
            "kontakt__funktion",
        )
    )
    nummern = defaultdict(list)
    for pk, *angaben in zeilen:
        nummern[pk].append(Nummer(*angaben))
    return nummern


def _namen(pks: list[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The names of the places and of the audiences that offers are for, in one query."""
    sozialraeume = Hilfeangebot.sozialraeume.through.objects.filter(
        hilfeangebot__in=pks, sozialraum__status=Status.VEROEFFENTLICHT
    )
    gebiete = Hilfeangebot.gebiete.through.objects.filter(hilfeangebot__in=pks)
    zielgruppen = Hilfeangebot.zielgruppen.through.objects.filter(hilfeangebot__in=pks)
    ort = Value(0)
    zeilen = sozialraeume.values_list("hilfeangebot_id", ort, "sozialraum__name").union(
        gebiete.values_list("hilfeangebot_id", ort, "gebiet__name"),
        zielgruppen.values_list("hilfeangebot_id", F("zielgruppe__reihenfolge") + 1, "zielgruppe__name"),
    )
    orte, gruppen = defaultdict(list), defaultdict(list)
    for pk, reihenfolge, name in sorted(zeilen):
        (gruppen if reihenfolge else orte)[pk].append(name)
    return orte, gruppen


def _linien(pks: list[int]) -> dict[int, Hilfeangebot]:
    """For each offer the public nationwide line of its first theme that has one, itself or above it."""
    bezuege = (
        Hilfeangebot.themen.through.objects.filter(hilfeangebot__in=pks)
        .order_by("thema__reihenfolge", "pk")
        .values_list(
            "hilfeangebot_id",
            "thema__nationale_linie",
            "thema__oberthema__nationale_linie",
            "thema__oberthema__oberthema__nationale_linie",
        )
    )
    linie_je_angebot: dict[int, int] = {}
    for pk, *linien in bezuege:
        if pk not in linie_je_angebot and (linie := next(filter(None, linien), None)):
            linie_je_angebot[pk] = linie
    linien = Hilfeangebot.objects.oeffentlich().fuer_betroffene().in_bulk(set(linie_je_angebot.values()))
    return {pk: linien[linie] for pk, linie in linie_je_angebot.items() if linie in linien}
