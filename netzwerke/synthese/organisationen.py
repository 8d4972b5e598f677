"""Organisations with their areas of work and sites."""

from dataclasses import dataclass, field

from netzwerke.enums import Schutz, Status
from netzwerke.models import Arbeitsbereich, Organisation, Standort
from netzwerke.synthese.orte import Stadt
from netzwerke.synthese.profile import PROFILE, Profil
from netzwerke.synthese.rufnummern import rufnummer
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import ARBEITSBEREICHE, BEISPIEL, ORGANISATIONSTEXTE, VORSTELLUNGEN
from netzwerke.synthese.zufall import Zipf, Zufall

MIT_TRAEGER = 0.35


@dataclass
class Stelle:
    """An organisation and what belongs to it."""

    organisation: Organisation
    profil: Profil
    stadt: Stadt
    standorte: list[Standort] = field(default_factory=list)
    bereiche: list[Arbeitsbereich] = field(default_factory=list)
    kontakte: list = field(default_factory=list)

    @property
    def ist_geschuetzt(self) -> bool:
        return bool(self.standorte) and all(ort.schutz == Schutz.GESCHUETZT for ort in self.standorte)

    @property
    def gebiet(self):
        """Where it may be said to be: a protected one at Kreis level only."""
        return self.stadt.grobgebiet if self.profil.geschuetzt else self.stadt.gebiet

    @property
    def ort(self) -> str:
        return self.gebiet.name.removesuffix(BEISPIEL)


def organisationen(umfeld: Umfeld, staedte: list[Stadt]) -> list[Stelle]:
    """Make and write the organisations; those that others belong to come first."""
    zufall = umfeld.zufall("organisationen")
    wahl = Zipf(staedte)
    gewichte = {nummer: profil.haeufigkeit for nummer, profil in enumerate(PROFILE)}
    plan = [
        (PROFILE[zufall.gewichtet(gewichte)], wahl.ziehe(zufall))
        for _nummer in range(umfeld.auftrag.organisationen)
    ]
    plan.sort(key=lambda paar: not paar[0].traeger)
    stellen = [_stelle(umfeld, zufall, profil, stadt) for profil, stadt in plan]
    traeger = [stelle for stelle in stellen if stelle.profil.traeger]
    umfeld.schreiber.schreiben("Träger", [_zeile(zufall, stelle) for stelle in traeger])
    je_stadt = {}
    for stelle in traeger:
        je_stadt.setdefault(id(stelle.stadt), []).append(stelle.organisation)
    einrichtungen = stellen[len(traeger) :]
    for stelle in einrichtungen:
        moegliche = je_stadt.get(id(stelle.stadt))
        if moegliche and zufall.chance(MIT_TRAEGER):
            stelle.organisation.traeger = zufall.choice(moegliche)
    umfeld.schreiber.schreiben("Organisationen", [_zeile(zufall, stelle) for stelle in einrichtungen])
    _arbeitsbereiche(umfeld, zufall, traeger)
    return stellen


def _stelle(umfeld: Umfeld, zufall: Zufall, profil: Profil, stadt: Stadt) -> Stelle:
    art = zufall.choice(umfeld.vokabular.organisationsarten.passend(profil.art))
    stelle = Stelle(Organisation(art=art), profil, stadt)
    angaben = umfeld.eintrag(zufall, Organisation, f"{zufall.choice(profil.namen)} {stelle.ort}")
    stellt_sich_vor = zufall.chance(0.3)
    stelle.organisation = Organisation(
        art=art,
        beschreibung=" ".join(zufall.einige(ORGANISATIONSTEXTE, 1, 3)).format(ort=stelle.ort),
        website=f"https://www.{angaben['slug'][:60].strip('-')}.example/" if zufall.chance(0.8) else "",
        email=f"info@{angaben['slug'][:60].strip('-')}.example" if zufall.chance(0.75) else "",
        telefon=rufnummer(zufall) if zufall.chance(0.85) else "",
        stellt_sich_vor=stellt_sich_vor,
        vorstellung=zufall.choice(VORSTELLUNGEN) if stellt_sich_vor else "",
        **angaben,
    )
    return stelle


def _zeile(zufall: Zufall, stelle: Stelle) -> Zeile:
    if not stelle.profil.geschuetzt and zufall.chance(0.04):
        return Zeile(stelle.organisation, {"gebiete": [stelle.stadt.land.pk]})
    gebiete = [stelle.gebiet.pk] if zufall.chance(0.85) else []
    raeume = [] if stelle.profil.geschuetzt else zufall.einige(stelle.stadt.sozialraeume, 0, 2)
    return Zeile(stelle.organisation, {"gebiete": gebiete, "sozialraeume": [raum.pk for raum in raeume]})


def _arbeitsbereiche(umfeld: Umfeld, zufall: Zufall, traeger: list[Stelle]) -> None:
    zeilen = []
    for stelle in traeger:
        for nummer, (name, text) in enumerate(zufall.einige(ARBEITSBEREICHE, 2, 4)):
            bereich = Arbeitsbereich(
                organisation=stelle.organisation, name=name, beschreibung=text, reihenfolge=10 * nummer
            )
            stelle.bereiche.append(bereich)
            themen = zufall.einige(umfeld.vokabular.themen.passend(*stelle.profil.themen), 1, 2)
            zeilen.append(Zeile(bereich, {"themen": [thema.pk for thema in themen]}))
    umfeld.schreiber.schreiben("Arbeitsbereiche", zeilen)


def oeffentlich(stelle: Stelle) -> bool:
    return stelle.organisation.status == Status.VEROEFFENTLICHT
