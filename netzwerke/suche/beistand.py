"""Who can be reached at once, for words that tell of danger, of suicide, or that are a child's."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from netzwerke.karten import krisenlinien
from netzwerke.models import Hilfeangebot, Suchtext
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.auswahl import Kandidat
from netzwerke.suche.perspektive import Akut, Perspektive
from netzwerke.suche.quellen import Angebotsquelle
from netzwerke.suche.rang import Rangfolge

#: Numbers that the block names by itself.
NOTRUFE = {"110", "112"}
HOECHSTENS_LINIEN = 3
#: Lines with less than this share of the best fit do not fit.
PASST_AB = 0.66
ANDERES_ALTER = 2


@dataclass(frozen=True)
class Beistand:
    """What stands above all hits. ``du`` says that a young person is spoken to."""

    gefahr: bool
    suizid: bool
    du: bool
    andere: bool
    ausuebend: bool
    linien: list[Hilfeangebot]

    @property
    def leitung_zuerst(self) -> bool:
        """Whether a crisis line comes before the emergency numbers."""
        return not self.gefahr


def beistand(anfrage: Anfrage, jetzt: datetime | None = None) -> Beistand | None:
    """The block above the hits, None where nobody is in danger."""
    lage = anfrage.lage
    kind = lage.perspektive is Perspektive.KIND
    if lage.akut is Akut.NEIN and not kind:
        return None
    linien = [
        linie
        for linie in krisenlinien(jetzt)
        if linie.nummern and not NOTRUFE & {nummer.nummer for nummer in linie.nummern}
    ]
    return Beistand(
        gefahr=lage.akut is Akut.GEFAHR,
        suizid=lage.akut is Akut.SUIZID,
        du=kind,
        andere=lage.perspektive is Perspektive.MITBEKOMMEN,
        ausuebend=lage.perspektive is Perspektive.AUSUEBEND,
        linien=_passende(anfrage, linien, timezone.localdate(jetzt))[:HOECHSTENS_LINIEN],
    )


def _passende(anfrage: Anfrage, linien: list[Hilfeangebot], heute: date) -> list[Hilfeangebot]:
    """Lines that fit the situation: for the person's age first, then those that can be reached now, then the best."""
    # The situation alone: "er steht vor der Tür" is no reason for a line that "stands by" somebody.
    lage = replace(anfrage, gruppen=[gruppe for gruppe in anfrage.gruppen if gruppe.ist_lage], orte=[])
    rangfolge, kandidaten = Rangfolge(lage, heute), _kandidaten(linien)
    treffer = rangfolge.ordnen(kandidaten)
    grenze = treffer[0].punkte * PASST_AB if treffer else 0
    je_pk = {linie.pk: linie for linie in linien}
    passend = []
    for einer in (t for t in treffer if t.punkte >= grenze):
        linie = je_pk[einer.eintrag_id]
        alter = _alter(kandidaten[einer.id].token, rangfolge)
        passend.append((alter, not (linie.stand and linie.stand.offen), linie.stand is not None, linie))
    passend.sort(key=lambda zeile: zeile[:3])
    if lage.lage.perspektive is Perspektive.KIND and any(zeile[0] < ANDERES_ALTER for zeile in passend):
        passend = [zeile for zeile in passend if zeile[0] < ANDERES_ALTER]
    return [zeile[-1] for zeile in passend]


def _alter(token: frozenset[str], rangfolge: Rangfolge) -> int:
    """0 for lines of the person's age, 1 for those of any age, ANDERES_ALTER for others."""
    zielgruppen = {t for t in token if t.startswith("z_")}
    kinder = zielgruppen & rangfolge.passung.kinder
    if rangfolge.lage.perspektive is not Perspektive.KIND:
        return ANDERES_ALTER if kinder and zielgruppen == kinder else 0
    if kinder:
        return 0
    betroffene = zielgruppen & rangfolge.anfrage.begriffe.gruppe("betroffene")
    erwachsene = zielgruppen & (rangfolge.passung.frauen | rangfolge.passung.maenner)
    return 1 if not zielgruppen or (betroffene and not erwachsene) else ANDERES_ALTER


def _kandidaten(linien: list[Hilfeangebot]) -> dict[int, Kandidat]:
    zeilen = Suchtext.objects.filter(
        dokument__art=Angebotsquelle.nummer, dokument__eintrag_id__in=[linie.pk for linie in linien]
    ).values_list("dokument_id", "dokument__art", "dokument__eintrag_id", "dokument__faellig_am", "token")
    return {zeile[0]: Kandidat(*zeile) for zeile in zeilen}
