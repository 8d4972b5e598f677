"""Networks of all kinds, with sub-groups, members and a portrait here and there."""

from collections import defaultdict

from netzwerke.enums import Netzwerkart as N
from netzwerke.models import Antwort, Kennzahl, Leistung, Netzwerk
from netzwerke.synthese.mitglieder import RAUMBEZOGEN, darf_mitmachen, mitgliedschaften
from netzwerke.synthese.organisationen import Stelle, oeffentlich
from netzwerke.synthese.orte import Stadt
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import (
    ANTWORTEN,
    BEISPIEL,
    BEITRITTE,
    KENNZAHLEN,
    LEISTUNGEN,
    NETZWERKNAMEN,
    NETZWERKSAETZE,
    ZIELE,
)
from netzwerke.synthese.zufall import Zipf, Zufall

ARTEN = {
    N.NETZWERK: 18, N.STADTTEILFORUM: 10, N.RUNDER_TISCH: 14, N.ARBEITSKREIS: 15, N.BUENDNIS: 5,
    N.NETZWERK_KINDERSCHUTZ: 9, N.ARBEITSGEMEINSCHAFT: 6, N.ARBEITSGRUPPE: 8, N.QUALITAETSZIRKEL: 4,
    N.GREMIUM: 3, N.STADTBEZIRKSKONFERENZ: 3, N.SOZIALRAUMTEAM: 4, N.ZUSAMMENSCHLUSS: 1,
}  # fmt: skip
INNERHALB = (N.GREMIUM, N.QUALITAETSZIRKEL)
UNTERGRUPPEN = (N.ARBEITSGRUPPE, N.QUALITAETSZIRKEL)
THEMEN = (
    "haeusliche-gewalt", "kinderschutz", "fruehe-hilfen", "gewalt-in-partnerschaft-und-familie", "praevention",
    "kinder-und-jugendhilfe", "gemeinwesenarbeit", "sexualisierte-gewalt", "taeterarbeit", "schutzkonzepte",
)  # fmt: skip


class Netzwerkbau:
    def __init__(self, umfeld: Umfeld, staedte: list[Stadt], stellen: list[Stelle]):
        self.umfeld = umfeld
        self.zufall = umfeld.zufall("netzwerke")
        self.stellen = defaultdict(list)
        for stelle in stellen:
            self.stellen[id(stelle.stadt)].append(stelle)
        # Somebody must be there to join: towns without organisations have no network.
        self.staedte = [stadt for stadt in staedte if self.stellen[id(stadt)]]
        self.paare: list[tuple[Netzwerk, Stadt]] = []

    def schreiben(self) -> None:
        wahl = Zipf(self.staedte)
        plan = [
            (self.zufall.gewichtet(ARTEN), wahl.ziehe(self.zufall))
            for _n in range(self.umfeld.auftrag.netzwerke)
        ]
        # Sub-groups last, so that what they are part of has been written.
        for untergruppen in (False, True):
            auswahl = [(art, stadt) for art, stadt in plan if (art in UNTERGRUPPEN) == untergruppen]
            zeilen = [self._zeile(art, stadt, untergruppen) for art, stadt in auswahl]
            self.umfeld.schreiber.schreiben("Untergruppen" if untergruppen else "Netzwerke", zeilen)
            self.paare += [
                (zeile.objekt, stadt) for zeile, (_art, stadt) in zip(zeilen, auswahl, strict=True)
            ]
        mitgliedschaften(self.umfeld, self.paare, self.stellen)
        self._portraets()

    def _zeile(self, art: str, stadt: Stadt, untergruppe: bool) -> Zeile:
        stellen = [stelle for stelle in self.stellen[id(stadt)] if darf_mitmachen(stelle, art)]
        kontakte = [k for stelle in self.zufall.einige(stellen, 1, 2) for k in stelle.kontakte[:1]]
        arten = [stelle.organisation.art_id for stelle in self.zufall.einige(stellen, 0, 4)]
        themen = self.zufall.einige(self.umfeld.vokabular.themen.passend(*THEMEN), 1, 3)
        zielgruppen = self.zufall.einige(
            self.umfeld.vokabular.zielgruppen.passend("kinder", "jugendliche", "frauen"), 0, 2
        )
        raum, ort = self._raum(art, stadt)
        mehrfach = {
            "themen": [thema.pk for thema in themen],
            "zielgruppen": [zielgruppe.pk for zielgruppe in zielgruppen],
            "kontakte": [kontakt.pk for kontakt in kontakte],
            "mitgliederarten": arten if self.zufall.chance(0.2) else [],
            "teil_von": self._teil_von(stadt) if untergruppe else [],
            **raum,
        }
        return Zeile(self._netzwerk(art, ort, stellen), mehrfach)

    def _raum(self, art: str, stadt: Stadt) -> tuple[dict, str]:
        if art == N.ZUSAMMENSCHLUSS:
            return {"gebiete": [stadt.land.pk]}, stadt.land.name
        if art in RAUMBEZOGEN and stadt.sozialraeume:
            raeume = self.zufall.einige(stadt.sozialraeume, 1, 2)
            ort = raeume[0].name.removeprefix("Sozialraum ").removesuffix(BEISPIEL)
            return {"sozialraeume": [raum.pk for raum in raeume]}, ort
        kreisweit = art not in RAUMBEZOGEN and self.zufall.chance(0.2)
        gebiet = stadt.kreis if kreisweit else stadt.gebiet
        return {"gebiete": [gebiet.pk]}, gebiet.name.removesuffix(BEISPIEL)

    def _teil_von(self, stadt: Stadt) -> list[int]:
        moegliche = [netzwerk.pk for netzwerk, wo in self.paare if wo is stadt]
        return self.zufall.einige(moegliche, 1, 2)

    def _netzwerk(self, art: str, ort: str, stellen: list[Stelle]) -> Netzwerk:
        zufall, jahr = self.zufall, self.umfeld.auftrag.stichtag.year
        innerhalb = zufall.choice(stellen) if stellen and art in INNERHALB and zufall.chance(0.3) else None
        angaben = self.umfeld.eintrag(zufall, Netzwerk, f"{zufall.choice(NETZWERKNAMEN[art])} {ort}")
        offen = zufall.dreiwertig(0.5, 0.2)
        return Netzwerk(
            art=art,
            innerhalb_von=innerhalb.organisation if innerhalb and oeffentlich(innerhalb) else None,
            ziel=zufall.choice(ZIELE) if zufall.chance(0.8) else "",
            beschreibung=" ".join(zufall.einige(NETZWERKSAETZE, 1, 3)),
            gegruendet=zufall.teildatum(1978, jahr - 1) if zufall.chance(0.7) else "",
            website=f"https://www.{angaben['slug'][:60].strip('-')}.example/" if zufall.chance(0.4) else "",
            offen=offen,
            beitritt=zufall.choice(BEITRITTE) if offen else "",
            leuchtturm=zufall.chance(0.03),
            bundesweit=art == N.ZUSAMMENSCHLUSS and zufall.chance(0.2),
            **angaben,
        )

    def _portraets(self) -> None:
        """Services for members, key figures and answers for those networks that took the trouble."""
        zufall, schreiber = self.zufall, self.umfeld.schreiber
        netzwerke = [netzwerk for netzwerk, _stadt in self.paare]
        for was, anteil, machen in (
            ("Leistungen", 0.25, self._leistungen),
            ("Kennzahlen", 0.12, self._kennzahlen),
            ("Antworten", 0.1, self._antworten),
        ):
            mit = [netzwerk for netzwerk in netzwerke if zufall.chance(anteil)]
            schreiber.schreiben(
                was, [Zeile(objekt) for netzwerk in mit for objekt in machen(zufall, netzwerk)]
            )

    def _leistungen(self, zufall: Zufall, netzwerk: Netzwerk):
        for titel, text in zufall.einige(LEISTUNGEN, 1, 3):
            yield Leistung(netzwerk=netzwerk, titel=titel, text=text)

    def _kennzahlen(self, zufall: Zufall, netzwerk: Netzwerk):
        stand = str(self.umfeld.auftrag.stichtag.year - zufall.randint(0, 3))
        for bezeichnung, einheit, von, bis in zufall.einige(KENNZAHLEN, 1, 3):
            zahl = zufall.randint(von, bis)
            yield Kennzahl(
                netzwerk=netzwerk, bezeichnung=bezeichnung, einheit=einheit, zahl=zahl, stand=stand
            )

    def _antworten(self, zufall: Zufall, netzwerk: Netzwerk):
        for frage in zufall.einige(self.umfeld.vokabular.fragen, 3, 10):
            yield Antwort(netzwerk=netzwerk, frage=frage, text=zufall.choice(ANTWORTEN))
