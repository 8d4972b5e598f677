"""Who speaks, who does what to whom: what a sentence means before any of its words is looked up.

"Mein Mann schlägt mich" and "ich schlage meinen Mann" have the same words once the small ones are gone, and need
opposite answers. So persons and verb forms are read from the sentence as it stands.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from netzwerke.sprache.beugung import verbstamm
from netzwerke.suche import muster_ausuebend as ausuebend
from netzwerke.suche import muster_gefahr as gefahren
from netzwerke.suche import satzmuster as muster
from netzwerke.texte import falten

#: What violence at home is worth as the theme of a sentence that names none.
UNBEKANNTE_TAT = 0.8


class Perspektive(Enum):
    OFFEN = "offen"
    BETROFFEN = "betroffen"
    KIND = "kind"
    MITBEKOMMEN = "mitbekommen"
    AUSUEBEND = "ausuebend"

    def passt_zu(self, anfrage: "Perspektive") -> bool:
        """Whether everyday words said from here can be meant by a query said from there.

        Only one border must never be crossed: between those who use violence and everybody else.
        """
        if self is Perspektive.AUSUEBEND:
            return anfrage is Perspektive.AUSUEBEND
        return anfrage is not Perspektive.AUSUEBEND or self is Perspektive.OFFEN


class Akut(Enum):
    NEIN = ""
    GEFAHR = "gefahr"
    SUIZID = "suizid"


@dataclass(frozen=True)
class Lage:
    """A situation. ``geschlecht`` is that of the affected person, "w", "m" or unknown ("").

    ``themen`` are slugs of themes with weights; ``woerter`` the words that told, which are not looked up again.
    """

    perspektive: Perspektive = Perspektive.OFFEN
    geschlecht: str = ""
    akut: Akut = Akut.NEIN
    themen: dict[str, float] = field(default_factory=dict)
    woerter: frozenset[str] = frozenset()

    #: Somebody tells something; what, nobody may know.
    erzaehlt: bool = False

    @property
    def ist_situation(self) -> bool:
        return self.perspektive is not Perspektive.OFFEN or self.akut is not Akut.NEIN


@lru_cache(maxsize=20_000)
def perspektive(text: str) -> Perspektive:
    """From whose mouth ``text`` is, as far as it shows."""
    return lage(text).perspektive


def lage(text: str) -> Lage:
    """Read the situation from what somebody typed."""
    return _Leser(falten(text)).lage()


def _grundform(wort: str) -> str:
    """A word for a person without its ending: "lebensgefährten", "partners", "ehemannes"."""
    for endung in ("", "n", "en", "s", "es", "e"):
        rumpf = wort[: len(wort) - len(endung)]
        if wort.endswith(endung) and rumpf in muster.PERSONEN:
            return rumpf
    return wort


class _Leser:
    """One pass over a sentence. Persons and deeds first, then who does it to whom."""

    def __init__(self, satz: str):
        self.satz = satz
        self.folge = satz.split()
        self.worte = frozenset(self.folge) | frozenset(map(_grundform, self.folge))
        self.tatworte = frozenset(wort for wort in self.folge if self.ist_tat(wort))
        self.taten = [verbstamm(wort) for wort in self.folge if wort in self.tatworte]
        self.mich = bool(self.worte & muster.MICH)
        self.partner = bool(self.worte & (muster.PARTNER | muster.PARTNERIN | muster.EX))
        self.passiv = self.trifft(muster.PASSIV) and self.trifft(muster.PARTIZIP)
        fremde_hand = "mir" not in self.worte and self.trifft(ausuebend.FREMDE_HAND)
        self.erleidet = fremde_hand or self.trifft(ausuebend.ERLEIDET)
        self.leid = bool(self.taten) or self.trifft(muster.LEID) or self.trifft(muster.VERLETZUNG)

    def ist_tat(self, wort: str) -> bool:
        stamm = verbstamm(wort)
        return stamm in muster.TATEN and not (stamm == "schrei" and self.trifft(muster.KIND_SCHREIT))

    def trifft(self, ausdruck: re.Pattern) -> bool:
        return bool(ausdruck.search(self.satz))

    def lage(self) -> Lage:
        sicht = self.sicht()
        akut = self.akut(sicht)
        if sicht is Perspektive.OFFEN and akut is Akut.NEIN:
            fachlich = {"taeterarbeit": 1.0} if self.fragt_nach_taeterarbeit() else {}
            erzaehlt = len(self.folge) > 2 and self.trifft(muster.ERZAEHLT)
            erzaehlt = erzaehlt and not self.trifft(muster.SCHLAEGT_NACH)
            return Lage(geschlecht=self.geschlecht(sicht), themen=fachlich, erzaehlt=erzaehlt)
        verbraucht = frozenset(
            wort
            for wort in self.folge
            if wort in self.tatworte or _grundform(wort) in muster.PARTNER | muster.PARTNERIN | muster.EX
        )
        return Lage(sicht, self.geschlecht(sicht), akut, self.themen(sicht, akut), verbraucht)

    # --- whose words --------------------------------------------------------------------------------

    def sicht(self) -> Perspektive:
        if self.uebt_aus():
            return Perspektive.AUSUEBEND
        if self.fragt_nach_taeterarbeit() and not self.mich:
            return Perspektive.OFFEN
        if self.ist_kind():
            return Perspektive.KIND
        if self.leid and not self.trifft(muster.ALS_MENSCH) and self.spricht_von_anderen():
            return Perspektive.MITBEKOMMEN
        if not self.mich and self.trifft(muster.ANDERE_UND_IHR_MANN):
            return Perspektive.MITBEKOMMEN
        return Perspektive.BETROFFEN if self.ist_betroffen() else Perspektive.OFFEN

    def uebt_aus(self) -> bool:
        if self.erleidet:
            return False
        if ausuebend.TUE_VORN.match(self.satz) or self.trifft(ausuebend.GESCHICKT):
            return not self.trifft(ausuebend.NUR_WORTGLEICH)
        if self.trifft(ausuebend.WILL_SICH_AENDERN) or (
            self.trifft(ausuebend.ICH_HABE_GETAN) and not self.passiv
        ):
            return True
        return (
            "ich" in self.worte
            and self.trifft(ausuebend.ICH_TUE)
            and not self.trifft(ausuebend.NUR_WORTGLEICH)
        )

    def fragt_nach_taeterarbeit(self) -> bool:
        """As a subject, not as the person somebody suffers from."""
        return self.trifft(ausuebend.FACHLICH_TAETER) and not self.trifft(ausuebend.VOM_TAETER)

    def ist_kind(self) -> bool:
        if self.trifft(muster.ALTER) or (self.trifft(muster.UNTER_SCHUELERN) and not self.partner):
            return True
        if any(map(self.trifft, (muster.EIGENES_KIND, muster.ALS_KIND, muster.ERWACHSEN))):
            return False
        if self.worte & muster.KINDLICH and (self.leid or self.worte & muster.TUT_MIR):
            return True
        nah = self.mich or self.trifft(muster.MEIN_ZIMMER) or self.trifft(muster.ANGST)
        eltern = self.worte & muster.ELTERN
        if self.partner and eltern <= muster.ERWACHSENE_MIT_MACHT:
            return False
        return bool(eltern) and nah and self.leid

    def spricht_von_anderen(self) -> bool:
        """About neighbours, colleagues, children: somebody else is affected, and nobody says "mich"."""
        if self.trifft(muster.FREUNDIN_BETROFFEN):
            return True
        if self.trifft(muster.WIR_WERDEN):
            return False
        if self.partner and not self.taten and self.trifft(ausuebend.ANDERER_UEBT_AUS):
            return False
        return bool(self.worte & (muster.DRITTE | muster.KINDER)) and not self.mich

    def ist_betroffen(self) -> bool:
        if self.trifft(muster.ALS_KIND) and self.leid:
            return True
        if self.taten and (self.mich or self.passiv or self.partner or self.erleidet or self._ueber_sich()):
            return True
        if self.trifft(muster.ANGST) or (self.trifft(muster.WEH) and self.mich):
            return True
        if self.trifft(ausuebend.ANDERER_UEBT_AUS) or (self.partner and self.trifft(muster.LEID)):
            return True
        return self.trifft(ausuebend.VOM_TAETER) or self._etwas_geschieht()

    def _etwas_geschieht(self) -> bool:
        """A partner does something to "mich" or "mir": here nobody tells that of something pleasant."""
        partner = self.partner and not self.trifft(muster.IRGENDEINER)
        nah = partner or "er" in self.worte or self.trifft(muster.MEINE_PARTNERIN)
        return nah and bool(self.worte & muster.TUT_MIR)

    def _ueber_sich(self) -> bool:
        return any(map(self.trifft, (muster.ALS_MENSCH, muster.BETROFFENE_PERSON, muster.ER_MEIN)))

    # --- what about ---------------------------------------------------------------------------------

    def akut(self, sicht: Perspektive) -> Akut:
        gefahr = self.trifft(gefahren.GEFAHR)
        fremd = gefahr and self.trifft(gefahren.ANDERER_TOETET) and not self.trifft(gefahren.ICH_MICH)
        selbst = not fremd or self.trifft(gefahren.SICH_SELBST)
        if self.trifft(gefahren.SUIZID) and selbst and not self.trifft(gefahren.SUIZID_FACHLICH):
            return Akut.SUIZID
        return Akut.GEFAHR if gefahr else Akut.NEIN

    def geschlecht(self, sicht: Perspektive) -> str:
        if self.trifft(muster.WEIBLICH):
            return "w"
        if self.trifft(muster.MAENNLICH):
            return "m"
        if sicht is not Perspektive.BETROFFEN:
            return ""
        if self.worte & muster.PARTNER:
            return "w"
        if self.trifft(muster.MEINE_PARTNERIN):
            return "m"
        return "w" if "er" in self.worte and "sie" not in self.worte else ""

    def themen(self, sicht: Perspektive, akut: Akut) -> dict[str, float]:
        if akut is Akut.SUIZID:
            return {"seelische-krise": 1.0, "krise-und-notfall": 0.7, "psychische-gesundheit": 0.4}
        if sicht is Perspektive.AUSUEBEND:
            return self._themen_ausuebend()
        gewichte = {muster.TATEN[tat]: 1.0 for tat in self.taten}
        if sicht is Perspektive.KIND:
            return self._themen_kind(gewichte)
        if sicht is Perspektive.MITBEKOMMEN and self.worte & muster.KINDER:
            return {"kinderschutz": 1.0, **{k: 0.6 for k in gewichte if k != "haeusliche-gewalt"}}
        if "sexualisierte-gewalt" in gewichte and self.trifft(muster.ALS_KIND):
            return {
                "sexualisierte-gewalt": 1.0,
                "sexualisierte-gewalt-kinder-jugendliche": 0.8,
                "trauma": 0.4,
            }
        if self.trifft(muster.DIGITAL):
            return {"digitale-gewalt": 1.0, "stalking": 0.5, "haeusliche-gewalt": 0.3}
        if not gewichte:
            gewichte["haeusliche-gewalt"] = 1.0 if akut is Akut.GEFAHR or self.leid else UNBEKANNTE_TAT
        return gewichte | self._daneben(gewichte, sicht, akut)

    def _daneben(self, gewichte: dict[str, float], sicht: Perspektive, akut: Akut) -> dict[str, float]:
        """Themes that help as well."""
        weitere: dict[str, float] = {}
        if sicht is Perspektive.MITBEKOMMEN:
            weitere["gemeinwesenarbeit"] = 0.4
        elif "haeusliche-gewalt" in gewichte:
            weitere["frauenhaus"] = 0.5 if set(self.taten) & muster.KOERPERLICH else 0.15
        elif self.worte & muster.EX:
            weitere["stalking"] = max(gewichte.get("stalking", 0), 0.8)
        if akut is Akut.GEFAHR:
            weitere["akute-gefahr"] = 0.8
        return weitere

    def _themen_ausuebend(self) -> dict[str, float]:
        if self.worte & muster.KINDER:
            return {
                "erziehungsberatung": 1.0,
                "hilfen-zur-erziehung": 0.8,
                "sorgen-in-der-familie": 0.7,
                "kinderschutz": 0.6,
                "krise-und-notfall": 0.4,
                "taeterarbeit": 0.3,
            }
        return {"taeterarbeit": 1.0}

    @staticmethod
    def _themen_kind(gewichte: dict[str, float]) -> dict[str, float]:
        if "sexualisierte-gewalt" in gewichte:
            return {
                "sexualisierte-gewalt-kinder-jugendliche": 1.0,
                "sexualisierte-gewalt": 0.8,
                "kinderschutz": 0.8,
                "krise-und-notfall": 0.4,
            }
        return {
            "kinderschutz": 1.0,
            "sorgen-in-der-familie": 0.8,
            "krise-und-notfall": 0.8,
            "seelische-krise": 0.6,
        }
