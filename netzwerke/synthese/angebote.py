"""Help offers."""

from netzwerke.enums import Angebotsart, Kosten, Status
from netzwerke.models import Hilfeangebot
from netzwerke.synthese.organisationen import Stelle, oeffentlich
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import ABLAEUFE, ANGEBOTSNAMEN, ANGEBOTSSAETZE, KOSTENHINWEISE, MITBRINGEN
from netzwerke.synthese.zeiten import muster
from netzwerke.synthese.zufall import Zipf

KOSTEN = {Kosten.KOSTENLOS: 68, Kosten.TEILWEISE: 8, Kosten.KOSTENPFLICHTIG: 5, "": 19}
RUND_UM_DIE_UHR = {Angebotsart.SCHUTZ_UND_WOHNEN: 0.3, Angebotsart.KRISENLINIE: 0.5}
ALTERSGRENZEN = ((None, 18), (6, 12), (12, 18), (14, 21), (12, 27), (18, None), (60, None))
MIT_ZEITEN = 0.75
BESCHREIBUNGSSAETZE = ANGEBOTSSAETZE[1:]


class Angebotsbau:
    """Makes offers; each is drawn to an organisation, some organisations having many and others none."""

    def __init__(self, umfeld: Umfeld, stellen: list[Stelle]):
        self.umfeld = umfeld
        self.zufall = umfeld.zufall("angebote")
        self.stellen = stellen
        self.gewichte = [stelle.profil.angebote * self.zufall.paretovariate(1.5) for stelle in stellen]
        self.zeiten = Zipf(muster())
        self.sprachen = Zipf(
            [s for code, s in umfeld.vokabular.sprachen.zeilen.items() if code != "de"] or [None]
        )
        self.deutsch = umfeld.vokabular.sprachen.zeilen.get("de")

    def schreiben(self) -> None:
        stellen = self.zufall.choices(self.stellen, self.gewichte, k=self.umfeld.auftrag.hilfeangebote)
        self.umfeld.schreiber.schreiben("Hilfeangebote", [self._zeile(stelle) for stelle in stellen])

    def _zeile(self, stelle: Stelle) -> Zeile:
        vokabular = self.umfeld.vokabular
        themen = self.zufall.einige(vokabular.themen.passend(*stelle.profil.themen), 1, 3)
        zielgruppen = self.zufall.einige(vokabular.zielgruppen.passend(*stelle.profil.zielgruppen), 1, 3)
        lagen = {lage for thema in themen for lage in vokabular.lebenslagen_je_thema[thema.pk]}
        mehrfach = {
            "themen": [thema.pk for thema in themen],
            "zielgruppen": [zielgruppe.pk for zielgruppe in zielgruppen],
            "lebenslagen": self.zufall.einige(sorted(lagen), 1, 3),
            "sprachen": self._sprachen(),
            "standorte": [ort.pk for ort in self.zufall.einige(stelle.standorte, 1, 2)],
            "kontakte": [kontakt.pk for kontakt in self.zufall.einige(stelle.kontakte, 0 if self.zufall.chance(0.1) else 1, 1)],
            **self._raum(stelle),
        }  # fmt: skip
        return Zeile(self._angebot(stelle, themen[0]), mehrfach)

    def _sprachen(self) -> list[int]:
        weitere = [
            self.sprachen.ziehe(self.zufall)
            for _n in range(self.zufall.gewichtet({0: 55, 1: 20, 2: 15, 4: 10}))
        ]
        return [sprache.pk for sprache in (self.deutsch, *weitere) if sprache]

    def _raum(self, stelle: Stelle) -> dict:
        if stelle.profil.geschuetzt:
            return {"gebiete": [stelle.stadt.grobgebiet.pk]}
        gebiet = stelle.stadt.kreis if self.zufall.chance(0.25) else stelle.stadt.gebiet
        raeume = self.zufall.einige(stelle.stadt.sozialraeume, 1, 2) if self.zufall.chance(0.2) else []
        return {
            "gebiete": [gebiet.pk] if self.zufall.chance(0.8) else [],
            "sozialraeume": [raum.pk for raum in raeume],
        }

    def _angebot(self, stelle: Stelle, thema) -> Hilfeangebot:
        art = self.zufall.gewichtet(stelle.profil.arten)
        bezeichnung = self.zufall.choice(ANGEBOTSNAMEN[art])
        angaben = self.umfeld.eintrag(self.zufall, Hilfeangebot, f"{bezeichnung}: {thema.name}, {stelle.ort}")
        if angaben["status"] == Status.VEROEFFENTLICHT and not oeffentlich(stelle):
            angaben["status"] = stelle.organisation.status
        teile = {"name": bezeichnung, "thema": thema.name, "ort": stelle.ort}
        return Hilfeangebot(
            art=art,
            organisation=stelle.organisation,
            arbeitsbereich=self.zufall.choice(stelle.bereiche)
            if stelle.bereiche and self.zufall.chance(0.7)
            else None,
            zusammenfassung=ANGEBOTSSAETZE[0].format(**teile),
            beschreibung="\n\n".join(self.zufall.einige(BESCHREIBUNGSSAETZE, 1, 4)),
            ablauf=self.zufall.choice(ABLAEUFE) if self.zufall.chance(0.6) else "",
            mitbringen=self.zufall.choice(MITBRINGEN) if self.zufall.chance(0.25) else "",
            nur_fachkraefte=art == Angebotsart.FORTBILDUNG,
            bundesweit=self.zufall.chance(0.004),
            website=stelle.organisation.website if self.zufall.chance(0.5) else "",
            **self._zugang(art),
            **self._erreichbarkeit(art),
            **angaben,
        )

    def _zugang(self, art: str) -> dict:
        zufall = self.zufall
        alter_von, alter_bis = zufall.choice(ALTERSGRENZEN) if zufall.chance(0.2) else (None, None)
        kosten = zufall.gewichtet(KOSTEN)
        return {
            "kosten": kosten,
            "kosten_hinweis": zufall.choice(KOSTENHINWEISE) if kosten and zufall.chance(0.1) else "",
            "anonym": zufall.dreiwertig(0.5, 0.15),
            "ohne_termin": zufall.dreiwertig(0.25, 0.45),
            "dolmetschen": zufall.dreiwertig(0.3, 0.2),
            "telefonisch": art == Angebotsart.KRISENLINIE or zufall.chance(0.7),
            "vor_ort": art != Angebotsart.KRISENLINIE and zufall.chance(0.85),
            "online": zufall.chance(0.3),
            "chat": zufall.chance(0.08),
            "aufsuchend": zufall.chance(0.12),
            "alter_von": alter_von,
            "alter_bis": alter_bis,
        }

    def _erreichbarkeit(self, art: str) -> dict:
        """Hours, round the clock, or nothing known.

        None is marked as `krisenlinie`: those stand on the entry page, where only lines that answer belong.
        """
        if self.zufall.chance(RUND_UM_DIE_UHR.get(art, 0.005)):
            return {"rund_um_die_uhr": True}
        if not self.zufall.chance(MIT_ZEITEN):
            return {"oeffnungszeiten_hinweis": "nach Vereinbarung" if self.zufall.chance(0.5) else ""}
        return {"oeffnungszeiten": self.zeiten.ziehe(self.zufall)}
