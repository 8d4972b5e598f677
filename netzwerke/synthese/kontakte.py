"""Contacts: functions with a telephone number, never a person."""

from netzwerke.enums import Sichtbarkeit
from netzwerke.models import Kontakt, Telefon
from netzwerke.synthese.organisationen import Stelle
from netzwerke.synthese.rufnummern import rufnummer
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import BEISPIEL
from netzwerke.synthese.zufall import Zufall
from netzwerke.telefon import waehlbar

SPRECHZEITEN = ("Mo–Do 9–12 Uhr", "Di und Do 14–16 Uhr", "Mo–Fr 10–12 Uhr, sonst Anrufbeantworter")
HINWEISE = (
    "Bitte auf den Anrufbeantworter sprechen.",
    "Rückruf innerhalb von zwei Werktagen.",
    "In den Ferien nur per E-Mail.",
)


def kontakte(umfeld: Umfeld, stellen: list[Stelle]) -> None:
    """Give each organisation one to three contacts and most of them a number, some two."""
    zufall = umfeld.zufall("kontakte")
    zeilen, telefone = [], []
    for stelle in stellen:
        rollen = umfeld.vokabular.rollen.passend(*stelle.profil.rollen)
        anzahl = zufall.gewichtet({1: 75, 2: 20, 3: 5})
        for rolle in zufall.sample(rollen, min(anzahl, len(rollen))):
            kontakt = _kontakt(umfeld, zufall, stelle, rolle)
            stelle.kontakte.append(kontakt)
            zustaendig = [stelle.gebiet.pk] if zufall.chance(0.3) else []
            zeilen.append(Zeile(kontakt, {"gebiete": zustaendig}))
            telefone += _telefone(zufall, kontakt)
    umfeld.schreiber.schreiben("Kontakte", zeilen)
    umfeld.schreiber.schreiben("Telefonnummern", [Zeile(telefon) for telefon in telefone])


def _kontakt(umfeld: Umfeld, zufall: Zufall, stelle: Stelle, rolle) -> Kontakt:
    funktion = f"{rolle.name}, {stelle.ort}{BEISPIEL}"
    angaben = umfeld.gepflegt(zufall, Kontakt, funktion)
    return Kontakt(
        organisation=stelle.organisation,
        rolle=rolle,
        funktion=funktion,
        sichtbarkeit=Sichtbarkeit.OEFFENTLICH if zufall.chance(0.93) else Sichtbarkeit.INTERN,
        email=f"kontakt@{angaben['slug'][:60].strip('-')}.example" if zufall.chance(0.6) else "",
        sprechzeiten=zufall.choice(SPRECHZEITEN) if zufall.chance(0.4) else "",
        hinweis=zufall.choice(HINWEISE) if zufall.chance(0.2) else "",
        **angaben,
    )


def _telefone(zufall: Zufall, kontakt: Kontakt) -> list[Telefon]:
    nummern = {}
    for _nummer in range(zufall.gewichtet({0: 8, 1: 80, 2: 12})):
        anzeige = rufnummer(zufall)
        nummern[waehlbar(anzeige)] = anzeige
    return [
        Telefon(kontakt=kontakt, anzeige=anzeige, reihenfolge=10 * rang)
        for rang, anzeige in enumerate(nummern.values())
    ]
