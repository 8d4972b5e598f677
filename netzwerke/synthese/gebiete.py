"""Areas and Sozialräume for the towns, chained to the Länder.

Areas that exist are used as they are; neither parts nor Sozialräume are invented inside of them. New Kreise and
Gemeinden get Regionalschlüssel that do not exist: the third digit names the Regierungsbezirk, and no Land has
one with the number 8.
"""

from netzwerke.enums import Abdeckung, Stufe
from netzwerke.models import Gebiet, Sozialraum, SozialraumGebiet
from netzwerke.synthese.orte import Stadt, mitte
from netzwerke.synthese.schreiben import Zeile
from netzwerke.synthese.umfeld import Umfeld
from netzwerke.synthese.wortschatz import (
    BEISPIEL,
    HIMMELSRICHTUNGEN,
    SOZIALRAUMDEFINITIONEN,
    SOZIALRAUMMERKMALE,
    STADTTEILE,
)
from netzwerke.synthese.zufall import Zipf
from netzwerke.texte import slug_aus

UNBESETZTER_REGIERUNGSBEZIRK = "8"
GEMEINDEN_JE_KREIS = 8


class Gebietsbau:
    """Makes areas level by level, because each needs the one above it."""

    def __init__(self, umfeld: Umfeld):
        self.umfeld = umfeld
        self.zufall = umfeld.zufall("gebiete")
        vorhandene = list(Gebiet.objects.all())
        self._nach_pk = {gebiet.pk: gebiet for gebiet in vorhandene}
        self._vorhanden = {(gebiet.name, gebiet.oberhalb_id): gebiet for gebiet in vorhandene}
        self._staedte = {
            (gebiet.name, self._land(gebiet).pk): gebiet
            for gebiet in vorhandene
            if gebiet.stufe in (Stufe.KREIS, Stufe.GEMEINDE)
        }
        self._schluessel = {gebiet.ars for gebiet in vorhandene}
        self._neu: list[Zeile] = []

    def bauen(self, staedte: list[Stadt]) -> None:
        kleine: dict[int, list[Stadt]] = {}
        for stadt in staedte:
            if vorhanden := self._staedte.get((stadt.name, stadt.land.pk)):
                stadt.gebiet = vorhanden
                stadt.ist_gepflegt = (vorhanden.ars or "")[2:3] != UNBESETZTER_REGIERUNGSBEZIRK
                stadt.kreis = vorhanden if vorhanden.stufe == Stufe.KREIS else self._ueber(vorhanden)
            elif stadt.ist_gross:
                stadt.gebiet = stadt.kreis = self._knoten(
                    stadt.name, Stufe.KREIS, stadt.land, stadt.postleitzahlen, kreisfreie_stadt=True
                )
            else:
                kleine.setdefault(stadt.land.pk, []).append(stadt)
        self._kreise(kleine)
        self._schreiben("Kreise")
        for stadt in staedte:
            if stadt.gebiet is None:
                stadt.gebiet = self._knoten(stadt.name, Stufe.GEMEINDE, stadt.kreis, stadt.postleitzahlen)
        self._schreiben("Gemeinden")
        self._teile(staedte)

    def _kreise(self, kleine: dict[int, list[Stadt]]) -> None:
        for staedte in kleine.values():
            for anfang in range(0, len(staedte), GEMEINDEN_JE_KREIS):
                gruppe = staedte[anfang : anfang + GEMEINDEN_JE_KREIS]
                land = gruppe[0].land
                name = f"Kreis {land.name} {anfang // GEMEINDEN_JE_KREIS + 1}{BEISPIEL}"
                plz = [plz for stadt in gruppe for plz in stadt.postleitzahlen]
                kreis = self._knoten(name, Stufe.KREIS, land, plz, mit_plz=False)
                for stadt in gruppe:
                    stadt.kreis = kreis

    def _teile(self, staedte: list[Stadt]) -> None:
        bezirke = [(stadt, bezirk, plz) for stadt in staedte for bezirk, plz in self._bezirke(stadt)]
        self._schreiben("Stadtbezirke")
        for stadt, bezirk, plz in bezirke:
            stadt.teile += [bezirk, *self._stadtteile(stadt, bezirk, plz)]
        for stadt in staedte:
            if stadt.ist_mittelgross:
                stadt.teile += self._stadtteile(stadt, stadt.gebiet, stadt.postleitzahlen)
        self._schreiben("Stadtteile")

    def _bezirke(self, stadt: Stadt):
        if not stadt.ist_gross:
            return
        anzahl = min(len(HIMMELSRICHTUNGEN), len(stadt.postleitzahlen) // 2)
        for nummer, richtung in enumerate(HIMMELSRICHTUNGEN[:anzahl]):
            plz = stadt.postleitzahlen[nummer::anzahl]
            name = f"{stadt.name}-{richtung}{BEISPIEL}"
            yield self._knoten(name, Stufe.STADTBEZIRK, stadt.gebiet, plz), plz

    def _stadtteile(self, stadt: Stadt, oberhalb: Gebiet, plz: list) -> list[Gebiet]:
        vergeben = {teil.name for teil in stadt.teile}
        namen = [f"{name}, {stadt.name}{BEISPIEL}" for name in STADTTEILE]
        freie = [name for name in namen if name not in vergeben]
        return [
            self._knoten(name, Stufe.STADTTEIL, oberhalb, [self.zufall.choice(plz)])
            for name in self.zufall.einige(freie, 2, 4)
        ]

    def _knoten(self, name, stufe, oberhalb, postleitzahlen, mit_plz=True, **weitere) -> Gebiet:
        if vorhanden := self._vorhanden.get((name, oberhalb.pk)):
            return vorhanden
        breite, laenge = mitte(postleitzahlen)
        gebiet = Gebiet(
            name=name, stufe=stufe, oberhalb=oberhalb, breite=breite, laenge=laenge,
            slug=self.umfeld.schreiber.slug(Gebiet, slug_aus(name)), ars=self._freier_schluessel(stufe, oberhalb), **weitere,
        )  # fmt: skip
        self._vorhanden[name, oberhalb.pk] = gebiet
        ids = [plz.pk for plz in postleitzahlen] if mit_plz else []
        self._neu.append(Zeile(gebiet, {"postleitzahlen": ids}))
        return gebiet

    def _freier_schluessel(self, stufe, oberhalb: Gebiet) -> str | None:
        if stufe == Stufe.KREIS:
            stamm, ziffern = f"{oberhalb.ars}{UNBESETZTER_REGIERUNGSBEZIRK}", 2
        elif stufe == Stufe.GEMEINDE and oberhalb.ars:
            stamm, ziffern = f"{oberhalb.ars}0000", 3
        else:
            return None
        kandidaten = (f"{stamm}{nummer:0{ziffern}d}" for nummer in range(10**ziffern))
        schluessel = next((k for k in kandidaten if k not in self._schluessel), None)
        self._schluessel.add(schluessel)
        return schluessel

    def _schreiben(self, was: str) -> None:
        self.umfeld.schreiber.schreiben(was, self._neu)
        self._neu = []

    def _ueber(self, gebiet: Gebiet) -> Gebiet:
        return self._nach_pk[gebiet.oberhalb_id]

    def _land(self, gebiet: Gebiet) -> Gebiet:
        while gebiet.oberhalb_id:
            gebiet = self._ueber(gebiet)
        return gebiet


def sozialraeume(umfeld: Umfeld, staedte: list[Stadt]) -> None:
    """Give the towns Sozialräume; in a town with several, every other one overlaps an earlier one."""
    zufall = umfeld.zufall("sozialraeume")
    eigene = [stadt for stadt in staedte if not stadt.ist_gepflegt]
    wahl = Zipf([stadt for stadt in eigene if stadt.teile] or eigene)
    zeilen, bezuege, beruehrt = [], [], {}
    for _nummer in range(max(4, umfeld.auftrag.netzwerke // 3) if eigene else 0):
        stadt = wahl.ziehe(zufall)
        frueher = beruehrt.setdefault(stadt.name, [])
        teile = zufall.einige(stadt.teile or [stadt.gebiet], 1, 3)
        if frueher and zufall.chance(0.5):
            teile = list(dict.fromkeys([zufall.choice(frueher), *teile]))
        frueher += teile
        raum = _sozialraum(umfeld, zufall, stadt, teile[0])
        zeilen.append(
            Zeile(raum, {"postleitzahlen": [plz.pk for plz in zufall.einige(stadt.postleitzahlen, 1, 2)]})
        )
        for nummer, gebiet in enumerate(teile):
            ganz = nummer == 0 or zufall.chance(0.4)
            bezuege.append((raum, gebiet, Abdeckung.GANZ if ganz else Abdeckung.TEILWEISE))
        stadt.sozialraeume.append(raum)
    umfeld.schreiber.schreiben("Sozialräume", zeilen)
    umfeld.schreiber.schreiben(
        "Gebiete der Sozialräume",
        [
            Zeile(SozialraumGebiet(sozialraum=raum, gebiet=gebiet, abdeckung=wie))
            for raum, gebiet, wie in bezuege
        ],
    )


def _sozialraum(umfeld: Umfeld, zufall, stadt: Stadt, kern: Gebiet) -> Sozialraum:
    name = kern.name.removesuffix(BEISPIEL)
    return Sozialraum(
        definition=zufall.choice(SOZIALRAUMDEFINITIONEN),
        merkmale=" ".join(zufall.einige(SOZIALRAUMMERKMALE, 0, 2)),
        umriss=stadt.umriss(zufall.uniform(0.5, 2)) if zufall.chance(0.2) else None,
        **umfeld.eintrag(zufall, Sozialraum, f"Sozialraum {name}"),
    )
