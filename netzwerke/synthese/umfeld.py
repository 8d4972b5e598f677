"""What all makers of entries share: the task, the vocabulary, the writer."""

from dataclasses import dataclass
from datetime import date

from netzwerke.enums import Bestaetigungsrolle, Status
from netzwerke.synthese.schreiben import Schreiber
from netzwerke.synthese.vokabular import Vokabular
from netzwerke.synthese.wortschatz import BEISPIEL
from netzwerke.synthese.zufall import Zufall
from netzwerke.texte import slug_aus

STATUSGEWICHTE = {
    Status.VEROEFFENTLICHT: 92,
    Status.ENTWURF: 5,
    Status.VERBORGEN: 1,
    Status.ARCHIVIERT: 1,
    Status.GELOESCHT: 1,
}
ROLLENGEWICHTE = {
    Bestaetigungsrolle.ORGANISATION: 50,
    Bestaetigungsrolle.KOORDINATION: 35,
    Bestaetigungsrolle.REDAKTION: 15,
}


@dataclass(frozen=True)
class Auftrag:
    hilfeangebote: int
    netzwerke: int
    seed: int
    stichtag: date

    @property
    def quelle(self) -> str:
        return f"Synthetische Beispieldaten, Startwert {self.seed}"

    @property
    def organisationen(self) -> int:
        return max(3, self.hilfeangebote // 3, self.netzwerke // 2)


@dataclass(frozen=True)
class Umfeld:
    auftrag: Auftrag
    vokabular: Vokabular
    schreiber: Schreiber

    def zufall(self, abschnitt: str) -> Zufall:
        return Zufall(self.auftrag.seed, abschnitt)

    def gepflegt(self, zufall: Zufall, model, bezeichnung: str) -> dict:
        """The columns of `Gepflegt`, for an entry with this name; one in six was never confirmed."""
        bestaetigt = zufall.chance(5 / 6)
        return {
            "uuid": zufall.kennung(),
            "slug": self.schreiber.slug(model, slug_aus(bezeichnung)),
            "quelle": self.auftrag.quelle,
            "quelle_stand": str(self.auftrag.stichtag.year),
            "bestaetigt_am": zufall.tage_zurueck(self.auftrag.stichtag) if bestaetigt else None,
            "bestaetigt_rolle": zufall.gewichtet(ROLLENGEWICHTE) if bestaetigt else "",
        }

    def eintrag(self, zufall: Zufall, model, bezeichnung: str) -> dict:
        """The columns of `Eintrag`."""
        name = bezeichnung + BEISPIEL
        return {
            "name": name,
            "status": zufall.gewichtet(STATUSGEWICHTE),
            **self.gepflegt(zufall, model, name),
        }
