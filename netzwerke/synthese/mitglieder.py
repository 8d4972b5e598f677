"""Who belongs to which network."""

from netzwerke.enums import Mitgliedsrolle as R
from netzwerke.enums import Netzwerkart as N
from netzwerke.models import Mitgliedschaft, Netzwerk
from netzwerke.synthese.organisationen import Stelle
from netzwerke.synthese.orte import Stadt
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.zufall import Zufall

ROLLEN = {R.MITGLIED: 82, R.VORBEREITUNGSKREIS: 12, R.GAST: 6}
BEENDET = 0.08
#: What belongs to one Sozialraum rather than to the whole town.
RAUMBEZOGEN = (N.STADTTEILFORUM, N.ARBEITSKREIS, N.STADTBEZIRKSKONFERENZ, N.SOZIALRAUMTEAM)


def mitgliedschaften(
    umfeld: Umfeld, paare: list[tuple[Netzwerk, Stadt]], stellen: dict[int, list[Stelle]]
) -> None:
    """Three to thirty organisations of the town for each network, as far as there are that many.

    The first coordinates; nobody is in the same network twice.
    """
    zufall, jahr = umfeld.zufall("mitglieder"), umfeld.auftrag.stichtag.year
    zeilen = []
    for netzwerk, stadt in paare:
        dort = [stelle for stelle in stellen[id(stadt)] if darf_mitmachen(stelle, netzwerk.art)]
        anzahl = min(len(dort), int(zufall.triangular(3, 30, 6)))
        for rang, stelle in enumerate(zufall.sample(dort, anzahl)):
            rolle = R.KOORDINATION if rang == 0 else zufall.gewichtet(ROLLEN)
            zeilen.append(Zeile(_mitgliedschaft(zufall, jahr, netzwerk, stelle, rolle)))
    umfeld.schreiber.schreiben("Mitgliedschaften", zeilen)


def darf_mitmachen(stelle: Stelle, art: str) -> bool:
    """Whether membership says nothing about where a protected organisation is."""
    return not (stelle.profil.geschuetzt and art in RAUMBEZOGEN)


def _mitgliedschaft(
    zufall: Zufall, jahr: int, netzwerk: Netzwerk, stelle: Stelle, rolle: str
) -> Mitgliedschaft:
    gruendung = int(netzwerk.gegruendet[:4] or 2000)
    von = zufall.teildatum(min(gruendung + 1, jahr - 1), jahr - 1) if zufall.chance(0.7) else ""
    bis = str(jahr - zufall.randint(0, 1)) if rolle != R.KOORDINATION and zufall.chance(BEENDET) else ""
    return Mitgliedschaft(
        netzwerk=netzwerk,
        organisation=stelle.organisation,
        rolle=rolle,
        von="" if bis and von[:4] > bis else von,
        bis=bis,
        standort=zufall.choice(stelle.standorte) if stelle.standorte and zufall.chance(0.15) else None,
        arbeitsbereich=zufall.choice(stelle.bereiche) if stelle.bereiche and zufall.chance(0.3) else None,
        kontakt=zufall.choice(stelle.kontakte) if stelle.kontakte and zufall.chance(0.25) else None,
    )
