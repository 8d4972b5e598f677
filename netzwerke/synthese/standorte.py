"""Sites: public ones with a street nobody lives in, protected ones with a Kreis or Land and nothing more."""

from netzwerke.enums import Schutz
from netzwerke.models import Standort
from netzwerke.synthese.organisationen import Stelle
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import (
    BARRIEREHINWEISE,
    OEPNV,
    SCHUTZNAMEN,
    STANDORTNAMEN,
    STRASSENENDEN,
    STRASSENSTAEMME,
)
from netzwerke.synthese.zufall import Zufall

#: How many sites an organisation has; a few have none, because only a telephone is known.
ANZAHL = {0: 4, 1: 72, 2: 16, 3: 6, 4: 2}
NUR_ORT = 0.04
#: Degrees around the middle of the postcode.
STREUUNG = 0.008


def standorte(umfeld: Umfeld, stellen: list[Stelle]) -> None:
    zufall = umfeld.zufall("standorte")
    for stelle in stellen:
        stelle.standorte = list(_standorte(zufall, stelle))
    umfeld.schreiber.schreiben("Standorte", [Zeile(ort) for stelle in stellen for ort in stelle.standorte])


def _standorte(zufall: Zufall, stelle: Stelle):
    if stelle.profil.geschuetzt:
        for name in zufall.einige(SCHUTZNAMEN, 1, 2):
            yield _geschuetzt(zufall, stelle, name)
        return
    anzahl = zufall.gewichtet(ANZAHL)
    namen = ["Hauptstelle", *zufall.sample(STANDORTNAMEN, max(anzahl - 1, 0))][:anzahl]
    for name in namen:
        yield _nur_ort(stelle, name) if zufall.chance(NUR_ORT) else _oeffentlich(zufall, stelle, name)


def _geschuetzt(zufall: Zufall, stelle: Stelle, name: str) -> Standort:
    gebiet = stelle.stadt.land if zufall.chance(0.2) else stelle.stadt.grobgebiet
    return Standort(
        organisation=stelle.organisation,
        name=name,
        schutz=Schutz.GESCHUETZT,
        grobgebiet=gebiet,
        **{**_barrieren(zufall), "barriere_hinweis": ""},
    )


def _nur_ort(stelle: Stelle, name: str) -> Standort:
    return Standort(
        organisation=stelle.organisation,
        name=name,
        schutz=Schutz.NUR_ORT,
        grobgebiet=stelle.stadt.ortsgebiet,
    )


def _oeffentlich(zufall: Zufall, stelle: Stelle, name: str) -> Standort:
    stadt, strasse = stelle.stadt, zufall.choice(STRASSENSTAEMME) + zufall.choice(STRASSENENDEN)
    plz = zufall.choice(stadt.postleitzahlen)
    return Standort(
        organisation=stelle.organisation,
        name=name,
        schutz=Schutz.OEFFENTLICH,
        strasse=strasse,
        hausnummer=f"{int(zufall.triangular(1, 180, 8))}{zufall.choice('abc') if zufall.chance(0.1) else ''}",
        plz=plz.plz,
        ort=stadt.name,
        breite=round(plz.breite + zufall.uniform(-STREUUNG, STREUUNG), 5),
        laenge=round(plz.laenge + zufall.uniform(-STREUUNG, STREUUNG), 5),
        gebiet=zufall.choice(stadt.teile) if stadt.teile and zufall.chance(0.7) else stadt.gebiet,
        oepnv=zufall.choice(OEPNV).format(strasse) if zufall.chance(0.6) else "",
        **_barrieren(zufall),
    )


def _barrieren(zufall: Zufall) -> dict:
    """Accessibility as far as it is known; a step-free entrance is what is known most often."""
    return {
        "stufenlos": zufall.dreiwertig(0.45, 0.25),
        "toilette": zufall.dreiwertig(0.3, 0.3),
        "aufzug": zufall.dreiwertig(0.2, 0.3),
        "hoeranlage": zufall.dreiwertig(0.05, 0.3),
        "leitsystem": zufall.dreiwertig(0.05, 0.3),
        "parkplatz": zufall.dreiwertig(0.2, 0.2),
        "barriere_hinweis": zufall.choice(BARRIEREHINWEISE) if zufall.chance(0.15) else "",
    }
