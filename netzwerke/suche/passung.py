"""How well an entry fits who asks: their sex, age and situation, apart from what they ask for."""

from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.auswahl import Kandidat
from netzwerke.suche.perspektive import Akut, Perspektive
from netzwerke.suche.satzmuster import ELTERN, KINDER

#: Situations list help offers first. By number of the kind; of others.
ARTEN_BEI_LAGEN, ANDERE_ARTEN = {1: 1.0, 3: 0.85, 2: 0.6, 4: 0.3}, 0.6
#: In a situation: who prevents, for those it has happened to; shelter where nobody asked for one; nationwide lines.
VORBEUGUNG, NOCH_KEINE_UNTERKUNFT, BUNDESWEIT = 0.75, 0.85, 1.1
#: For neighbours and relatives, where they are the ones who ask.
FUER_UMSTEHENDE = 1.5
#: For another sex than the affected person's; a shelter for it.
ANDERES_GESCHLECHT, FALSCHE_UNTERKUNFT = 0.5, 0.1
#: For the affected person's own sex: little there is for men only, so that counts more.
NUR_FRAUEN, NUR_MAENNER = 1.03, 1.3
#: For men only, where nobody says who is affected.
WOHL_NICHT_GEMEINT = 0.7
#: Where a child asks: for children, for everybody, a shelter for adults, sexualised violence although the child tells of
#: another, networks of professionals (2 is the number of their kind).
FUER_KINDER, AUCH_FUER_KINDER, NICHT_FUER_KINDER, ANDERE_GEWALT = 1.4, 1.1, 0.1, 0.8
NETZWERK, KEIN_NETZWERK = 2, 0.5
#: For children only, where an adult asks.
NUR_FUER_KINDER = 0.6
#: Where somebody uses violence: shelters, and whatever else is no work with perpetrators.
NICHT_FUER_AUSUEBENDE, KEINE_TAETERARBEIT = 0.1, 0.6
#: Nationwide lines, where somebody does not want to live any more.
BUNDESWEIT_BEI_SUIZID = 1.3
#: Words and themes, by slug, that speak of children.
KINDERWORTE = (
    KINDER | ELTERN | frozenset({"schule", "kita", "klasse", "jugendliche", "jugendlicher", "madchen"})
)
KINDERTHEMEN = {"sexualisierte-gewalt-kinder-jugendliche", "kinderschutz", "mobbing"}


class Passung:
    """For one query. The sets hold tokens of audiences and themes."""

    def __init__(self, anfrage: Anfrage):
        self.anfrage, self.lage = anfrage, anfrage.lage
        begriffe = anfrage.begriffe
        self.maenner = begriffe.gruppe("maenner", "jungen", "vaeter")
        self.frauen = begriffe.gruppe("frauen", "maedchen")
        self.kinder = begriffe.gruppe("kinder", "jugendliche", "schueler-innen", "schuelerinnen-und-schueler")
        self.erwachsene = begriffe.gruppe("frauen", "maenner")
        self.betroffene = begriffe.gruppe("betroffene", "lsbtiq", "aeltere-menschen", "angehoerige")
        self.umstehende = begriffe.gruppe("nachbarschaft", "angehoerige", "bewohner-innen")
        self.ausuebende = begriffe.gruppe("gewaltausuebende", "taeter-innen", "taeterinnen")
        self.taeterarbeit = self._themen("t_", "taeterarbeit")
        self.unterkunft = self._themen("t_", "frauenhaus", "schutz-und-wohnen")
        self.sexualisiert = self._themen(
            "d_", "sexualisierte-gewalt", "sexualisierte-gewalt-kinder-jugendliche"
        )
        self.vorbeugung = self._themen("d_", "praevention")
        self.von_erwachsenen = self._von_erwachsenen()

    def _themen(self, vorsatz: str, *slugs: str) -> frozenset[str]:
        return frozenset(f"{vorsatz}{pk}" for pk in self.anfrage.begriffe.themen(*slugs))

    def _von_erwachsenen(self) -> bool:
        """Whether somebody tells of themselves and no word speaks of a child."""
        if self.lage.perspektive not in {Perspektive.OFFEN, Perspektive.BETROFFEN}:
            return False
        genannt = {self.anfrage.begriffe.slugs.get(pk) for pk in self.anfrage.themen}
        if genannt & KINDERTHEMEN or not KINDERWORTE.isdisjoint(self.anfrage.folge):
            return False
        fuer_erwachsene = "sexualisierte-gewalt-erwachsene" in genannt
        return fuer_erwachsene or self.lage.erzaehlt or self.lage.ist_situation

    def faktor(self, kandidat: Kandidat) -> float:
        """What the points of an entry are multiplied by."""
        lage, token = self.lage, kandidat.token
        faktor = NUR_FUER_KINDER if self.von_erwachsenen and self._nur_fuer_kinder(token) else 1.0
        if lage.ist_situation or lage.erzaehlt:
            faktor *= ARTEN_BEI_LAGEN.get(kandidat.art, ANDERE_ARTEN)
        if not lage.ist_situation and not lage.geschlecht:
            return faktor
        if lage.ist_situation:
            faktor *= self._in_der_lage(token)
        faktor *= self._geschlecht(token)
        if lage.perspektive is Perspektive.KIND:
            faktor *= self._fuer_kinder(token, kandidat.art)
        if lage.perspektive is Perspektive.AUSUEBEND and self.taeterarbeit.isdisjoint(token):
            faktor *= KEINE_TAETERARBEIT if self.unterkunft.isdisjoint(token) else NICHT_FUER_AUSUEBENDE
        if lage.akut is Akut.SUIZID and "b_1" in token:
            faktor *= BUNDESWEIT_BEI_SUIZID
        return faktor

    def _in_der_lage(self, token: frozenset[str]) -> float:
        faktor = 1.0
        if not self.vorbeugung.isdisjoint(token):
            faktor *= VORBEUGUNG
        if self.lage.themen.get("frauenhaus", 1) < 0.4 and not self.unterkunft.isdisjoint(token):
            faktor *= NOCH_KEINE_UNTERKUNFT
        if self.lage.perspektive is Perspektive.MITBEKOMMEN and not self.umstehende.isdisjoint(token):
            faktor *= FUER_UMSTEHENDE
        return faktor * BUNDESWEIT if "b_1" in token else faktor

    def _geschlecht(self, token: frozenset[str]) -> float:
        nur_maenner = not self.maenner.isdisjoint(token) and self.frauen.isdisjoint(token)
        nur_frauen = not self.frauen.isdisjoint(token) and self.maenner.isdisjoint(token)
        anderes = ANDERES_GESCHLECHT if self.unterkunft.isdisjoint(token) else FALSCHE_UNTERKUNFT
        if self.lage.geschlecht == "w":
            return anderes if nur_maenner else NUR_FRAUEN if nur_frauen else 1.0
        if self.lage.geschlecht == "m":
            return anderes if nur_frauen else NUR_MAENNER if nur_maenner else 1.0
        ungenannt = self.lage.perspektive is Perspektive.BETROFFEN and nur_maenner
        return WOHL_NICHT_GEMEINT if ungenannt else 1.0

    def _nur_fuer_kinder(self, token: frozenset[str]) -> bool:
        return not self.kinder.isdisjoint(token) and (self.erwachsene | self.betroffene).isdisjoint(token)

    def _fuer_kinder(self, token: frozenset[str], art: int) -> float:
        if art == NETZWERK:
            return KEIN_NETZWERK
        if not self.unterkunft.isdisjoint(token) and not self.erwachsene.isdisjoint(token):
            return NICHT_FUER_KINDER
        faktor = AUCH_FUER_KINDER if self.kinder.isdisjoint(token) else FUER_KINDER
        anders = "sexualisierte-gewalt" not in self.lage.themen and not self.sexualisiert.isdisjoint(token)
        return faktor * ANDERE_GEWALT if anders else faktor
