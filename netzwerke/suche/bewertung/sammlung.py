"""Loading a judged set of entries (format: tests/daten/suche/README.md) as entries of this directory."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from django.utils.translation import gettext as _

from netzwerke.daten import grunddaten_laden
from netzwerke.enums import Netzwerkart, Status, Stufe
from netzwerke.models import (
    Arbeitsbereich,
    Gebiet,
    Hilfeangebot,
    Netzwerk,
    Organisation,
    Organisationsart,
    Postleitzahl,
    Standort,
    Thema,
    Zielgruppe,
)
from netzwerke.suche.pflege import gebuendelt

OEFFENTLICH = Status.VEROEFFENTLICHT
#: Fields of an entry with their types.
FELDER = {
    **dict.fromkeys(("id", "typ", "name"), str), "alias": list, **dict.fromkeys(("kurz", "text"), str),
    **dict.fromkeys(("themen", "zielgruppen"), list), **dict.fromkeys(("stadt", "stadtteil", "plz"), str),
    **dict.fromkeys(("lat", "lon"), (int, float, type(None))), "traeger": str,
}  # fmt: skip
#: Fields of a query with their types.
ANFRAGEFELDER = {"id": str, "q": str, "rel": dict, "harmful": list, "tags": list}


class SammlungFehler(Exception):
    """The file cannot be used; the message says why."""


def lesen(datei: Path) -> list[dict]:
    """Read a JSON list of objects. Raises SammlungFehler."""
    try:
        zeilen = json.loads(datei.read_text(encoding="utf-8"))
    except OSError as fehler:
        raise SammlungFehler(_("%(datei)s lässt sich nicht lesen.") % {"datei": datei}) from fehler
    except ValueError as fehler:
        raise SammlungFehler(_("%(datei)s ist kein gültiges JSON.") % {"datei": datei}) from fehler
    if not isinstance(zeilen, list) or not all(isinstance(zeile, dict) for zeile in zeilen):
        raise SammlungFehler(_("%(datei)s muss eine Liste von Objekten sein.") % {"datei": datei})
    return zeilen


def schluessel_je_eintrag(zeilen: Iterable[dict]) -> dict[tuple[str, str], str]:
    """The ids of the set by (model name, slug) under which `laden` stores its entries."""
    return {(_MODELLE[zeile["typ"]], _slug(zeile)): zeile["id"] for zeile in zeilen}


def eintraege_pruefen(zeilen: list[dict]) -> None:
    """Raises SammlungFehler if an entry lacks something or is there twice."""
    _felder_pruefen(zeilen, FELDER, _("Dem Eintrag"))
    for zeile in zeilen:
        if zeile["typ"] not in _MODELLE:
            raise SammlungFehler(_("Die Art „%(typ)s“ gibt es nicht.") % {"typ": zeile["typ"]})
        if zeile["plz"] and not re.fullmatch(r"\d{5}", zeile["plz"]):
            raise SammlungFehler(_("„%(plz)s“ ist keine Postleitzahl.") % {"plz": zeile["plz"]})


def anfragen_pruefen(zeilen: list[dict], eintraege: list[dict]) -> list[str]:
    """Return ids that are judged, but belong to no entry.

    Raises SammlungFehler if a query lacks something, is there twice or judges no entry as useful.
    """
    _felder_pruefen(zeilen, ANFRAGEFELDER, _("Der Anfrage"))
    for zeile in zeilen:
        if not any(isinstance(grad, int) and grad > 0 for grad in zeile["rel"].values()):
            raise SammlungFehler(_("Zur Anfrage %(id)s passt kein Eintrag.") % {"id": zeile["id"]})
    genannt = {eintrag for zeile in zeilen for eintrag in (*zeile["rel"], *zeile["harmful"])}
    return sorted(genannt - {eintrag["id"] for eintrag in eintraege})


def _felder_pruefen(zeilen: list[dict], felder: dict, wem: str) -> None:
    if not zeilen:
        raise SammlungFehler(_("Die Liste ist leer."))
    gesehen = set()
    for zeile in zeilen:
        kennung = str(zeile.get("id", "?"))
        if fehlt := [feld for feld, typ in felder.items() if not isinstance(zeile.get(feld, ...), typ)]:
            raise SammlungFehler(
                _("%(wem)s %(id)s fehlt oder falsch ist: %(felder)s.")
                % {"wem": wem, "id": kennung, "felder": ", ".join(fehlt)}
            )
        if kennung.lower() in gesehen:
            raise SammlungFehler(_("%(id)s kommt zweimal vor.") % {"id": kennung})
        gesehen.add(kennung.lower())


@gebuendelt()
def laden(zeilen: list[dict]) -> None:
    """Store all entries. Themes and audiences are found by name, what is missing is created."""
    eintraege_pruefen(zeilen)
    grunddaten_laden()
    _Lader(zeilen).laden()


_MODELLE = {"netzwerk": "netzwerk", "organisation": "organisation", "angebot": "hilfeangebot"}


def _slug(zeile: dict) -> str:
    return f"bewertung-{zeile['id']}".lower()


class _Lader:
    def __init__(self, zeilen: list[dict]):
        self.zeilen = zeilen
        self.themen = {thema.name: thema for thema in Thema.objects.all()}
        self.zielgruppen = {gruppe.name: gruppe for gruppe in Zielgruppe.objects.all()}
        self.gebiete: dict[tuple[str, str], Gebiet] = {}
        self.organisationen: dict[str, Organisation] = {}

    @cached_property
    def art(self) -> Organisationsart:
        return Organisationsart.objects.order_by("pk").first()

    @cached_property
    def land(self) -> Gebiet:
        return Gebiet.objects.create(name="Ohne Angabe", slug="bewertung-land", stufe=Stufe.LAND)

    def laden(self) -> None:
        self._gebiete()
        for zeile in self.zeilen:
            if zeile["typ"] == "organisation":
                self._organisation(zeile)
        for zeile in self.zeilen:
            if zeile["typ"] == "netzwerk":
                self._netzwerk(zeile)
            elif zeile["typ"] == "angebot":
                self._angebot(zeile)

    # --- places -----------------------------------------------------------------------------------

    def _gebiete(self) -> None:
        punkte = defaultdict(list)
        for zeile in self.zeilen:
            if zeile["stadt"] and zeile["lat"] is not None:
                punkt = (zeile["lat"], zeile["lon"])
                punkte[zeile["stadt"], zeile["stadtteil"]].append(punkt)
                punkte[zeile["stadt"], ""].append(punkt)
        for zeile in self.zeilen:
            if not zeile["stadt"]:
                continue
            stadt = self._gebiet(zeile["stadt"], "", punkte)
            gebiet = self._gebiet(zeile["stadt"], zeile["stadtteil"], punkte) if zeile["stadtteil"] else stadt
            if zeile["plz"]:
                plz, _neu = Postleitzahl.objects.get_or_create(
                    plz=zeile["plz"],
                    defaults={"orte": zeile["stadt"], "breite": zeile["lat"], "laenge": zeile["lon"]},
                )
                gebiet.postleitzahlen.add(plz)
                stadt.postleitzahlen.add(plz)

    def _gebiet(self, stadt: str, teil: str, punkte: dict) -> Gebiet:
        if (stadt, teil) not in self.gebiete:
            dort = punkte.get((stadt, teil))
            mitte = [sum(werte) / len(dort) for werte in zip(*dort, strict=True)] if dort else [None, None]
            self.gebiete[stadt, teil] = Gebiet.objects.create(
                name=teil or stadt,
                stufe=Stufe.STADTTEIL if teil else Stufe.GEMEINDE,
                oberhalb=self.gebiete[stadt, ""] if teil else self.land,
                breite=mitte[0],
                laenge=mitte[1],
            )
        return self.gebiete[stadt, teil]

    def _ort(self, zeile: dict) -> Gebiet | None:
        return self.gebiete.get((zeile["stadt"], zeile["stadtteil"])) if zeile["stadt"] else None

    # --- entries ----------------------------------------------------------------------------------

    def _begriffe(self, bestand: dict, model, namen: list[str]) -> list:
        for name in namen:
            if name not in bestand:
                bestand[name] = model.objects.create(name=name, slug=f"bewertung-{len(bestand)}")
        return [bestand[name] for name in namen]

    def _themen(self, zeile: dict) -> list[Thema]:
        return self._begriffe(self.themen, Thema, zeile["themen"])

    def _zielgruppen(self, zeile: dict) -> list[Zielgruppe]:
        return self._begriffe(self.zielgruppen, Zielgruppe, zeile["zielgruppen"])

    def _grund(self, zeile: dict) -> dict:
        return {
            "name": zeile["name"],
            "slug": _slug(zeile),
            "andere_namen": "\n".join(zeile["alias"]),
            "status": OEFFENTLICH,
            "bundesweit": not zeile["stadt"],
        }

    def _organisation(self, zeile: dict) -> None:
        text = f"{zeile['kurz']}\n{zeile['text']}\n{', '.join(zeile['zielgruppen'])}\n{zeile['traeger']}"
        organisation = Organisation.objects.create(art=self.art, beschreibung=text, **self._grund(zeile))
        for name in (zeile["name"], *zeile["alias"]):
            self.organisationen[name] = organisation
        if zeile["themen"]:
            bereich = Arbeitsbereich.objects.create(organisation=organisation, name=zeile["name"][:150])
            bereich.themen.set(self._themen(zeile))
        self._standort(zeile, organisation)
        if ort := self._ort(zeile):
            organisation.gebiete.add(ort)

    def _standort(self, zeile: dict, organisation: Organisation) -> list[Standort]:
        if not zeile["plz"]:
            return []
        return [
            Standort.objects.create(
                organisation=organisation,
                name=zeile["id"],
                plz=zeile["plz"],
                ort=zeile["stadt"],
                breite=zeile["lat"],
                laenge=zeile["lon"],
                gebiet=self._ort(zeile),
            )
        ]

    def _netzwerk(self, zeile: dict) -> None:
        netzwerk = Netzwerk.objects.create(
            art=Netzwerkart.NETZWERK, ziel=zeile["kurz"], beschreibung=zeile["text"], **self._grund(zeile)
        )
        netzwerk.themen.set(self._themen(zeile))
        netzwerk.zielgruppen.set(self._zielgruppen(zeile))
        if ort := self._ort(zeile):
            netzwerk.gebiete.add(ort)

    def _angebot(self, zeile: dict) -> None:
        organisation = self.organisationen.get(zeile["traeger"])
        if organisation is None:
            # Not public: it is no entry of the set and must not appear among the results.
            organisation = Organisation.objects.create(
                name=zeile["traeger"] or zeile["name"], slug=f"{_slug(zeile)}-traeger", art=self.art
            )
        traeger = "" if organisation.ist_oeffentlich else zeile["traeger"]
        angebot = Hilfeangebot.objects.create(
            organisation=organisation,
            zusammenfassung=zeile["kurz"],
            beschreibung=f"{zeile['text']}\n{traeger}",
            **self._grund(zeile),
        )
        angebot.themen.set(self._themen(zeile))
        angebot.zielgruppen.set(self._zielgruppen(zeile))
        angebot.standorte.set(self._standort(zeile, organisation))
        if ort := self._ort(zeile):
            angebot.gebiete.add(ort)
