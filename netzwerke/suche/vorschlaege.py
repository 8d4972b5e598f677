"""Suggestions while somebody types: themes, places and names of public entries, in this order.

Nothing here completes a sentence into something its writer did not mean: words of people who were hurt never lead
to work with perpetrators, and where a sentence speaks of acute danger or suicide nothing is suggested at all, so
that nothing draws away from the page that puts the emergency numbers first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.db.models import Case, Q, QuerySet, When
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Postleitzahl
from netzwerke.sprache import STOPPWOERTER, woerter
from netzwerke.suche.anfrage import WOERTER_HOECHSTENS, ZEICHEN_HOECHSTENS
from netzwerke.suche.begriffe import Begriffe, begriffe
from netzwerke.suche.namen import Name, namen
from netzwerke.suche.orte import VORWORT
from netzwerke.suche.perspektive import Akut, lage
from netzwerke.suche.themenworte import ENTHALTEN, themenworte
from netzwerke.texte import falten, sortierform

HOECHSTENS, JE_GRUPPE = 8, 3
#: So many letters tell something; so many begin a place after other words; so many digits begin a postcode.
AB, ORT_AB, PLZ_AB = 2, 3, 3
#: Words of the name of a place that may follow other words.
ORTSWORTE = 3
#: Kinds by number.
ANGEBOT, SOZIALRAUM = 1, 4


@dataclass(frozen=True)
class Vorschlag:
    """``art`` says what kind of thing it is, ``ziel`` is its address on this site."""

    name: str
    art: str
    ziel: str


def vorschlaege(text: str) -> list[Vorschlag]:
    """What somebody may want who typed ``text`` so far. Never fails."""
    text = " ".join(text.replace("\0", " ")[:ZEICHEN_HOECHSTENS].split())
    folge = woerter(text)[:WOERTER_HOECHSTENS]
    situation = lage(text)
    if sum(map(len, folge)) < AB or situation.akut is not Akut.NEIN:
        return []
    netz = begriffe()
    worte = themenworte(netz)
    themen = worte.themen(folge, situation.perspektive)
    gefunden = [_suche(netz.namen[pk], gettext("Thema")) for pk in islice(themen, JE_GRUPPE)]
    if not situation.ist_situation:
        taeterarbeit_gemeint = not worte.taeterarbeit.isdisjoint(themen)
        eintraege = [
            name for name in namen(text, folge) if taeterarbeit_gemeint or not _taeterarbeit(name, netz)
        ]
        raeume = [_eintrag(name) for name in eintraege if name.nummer == SOZIALRAUM]
        begonnen = any(art < ENTHALTEN for art in themen.values())
        gefunden += [*_orte(text, auch_hinten=not begonnen), *raeume][:JE_GRUPPE]
        gefunden += [_eintrag(name) for name in eintraege if name.nummer != SOZIALRAUM]
    return list(dict.fromkeys(gefunden))[:HOECHSTENS]


def _suche(name: str, art: str, anfrage: str = "") -> Vorschlag:
    return Vorschlag(name, art, f"{reverse('netzwerke:suche')}?{urlencode({'q': anfrage or name})}")


def _eintrag(name: Name) -> Vorschlag:
    return Vorschlag(name.name, capfirst(name.model._meta.verbose_name), name.adresse)


def _taeterarbeit(name: Name, netz: Begriffe) -> bool:
    """Whether somebody who was hurt would get to work with perpetrators: an offer of it, or who does nothing else."""
    themen = set(netz.themen("taeterarbeit"))
    zeichen = {f"t_{pk}" for pk in themen}
    if (zeichen | netz.gruppe("gewaltausuebende", "taeter-innen", "taeterinnen")).isdisjoint(name.merkmale):
        return False
    for pk in list(themen):
        while (pk := netz.oberthema[pk]) is not None:
            zeichen.add(f"t_{pk}")
    return name.nummer == ANGEBOT or all(t in zeichen for t in name.merkmale if t.startswith("t_"))


# --- places ---------------------------------------------------------------------------------------


def _orte(text: str, auch_hinten: bool) -> list[Vorschlag]:
    """Areas and postcodes that the query may become, or (``auch_hinten``) that its last words may become."""
    anfaenge = {}
    for vorne, hinten in _ortsanfaenge(text.split(), ORTSWORTE if auch_hinten else 0):
        if hinten.isascii() and hinten.isdigit():
            return _postleitzahlen(vorne, hinten)
        anfaenge |= {anfang: vorne for anfang in (sortierform(hinten), falten(hinten)) if len(anfang) >= AB}
    return [_gebiet(gebiet, anfaenge) for gebiet in _gebiete(list(anfaenge))] if anfaenge else []


def _ortsanfaenge(stuecke: Sequence[str], hinten_hoechstens: int) -> Iterable[tuple[str, str]]:
    """What stands before the beginning of a place, and that beginning; the longest first."""
    yield "", " ".join(stuecke)
    for anzahl in range(min(hinten_hoechstens, len(stuecke) - 1), 0, -1):
        vorne, hinten = " ".join(stuecke[:-anzahl]), " ".join(stuecke[-anzahl:])
        if len(hinten) >= ORT_AB and _kein_satz(vorne):
            yield vorne, hinten


def _postleitzahlen(vorne: str, ziffern: str) -> list[Vorschlag]:
    if not PLZ_AB <= len(ziffern) <= 5:
        return []
    bereich = {"plz__gte": ziffern.ljust(5, "0"), "plz__lte": ziffern.ljust(5, "9")}
    return [
        _ort(vorne, f"{plz.plz} {plz.orte.split(';')[0]}", gettext("Postleitzahl"), plz.plz)
        for plz in Postleitzahl.objects.filter(**bereich).order_by("plz")[:JE_GRUPPE]
    ]


def _kein_satz(vorne: str) -> bool:
    """ "Beratung in Ha" goes on with a place, "mein Mann schlägt mi" does not."""
    *worte, letztes = woerter(vorne) or [""]
    return STOPPWOERTER.isdisjoint(worte) and (letztes in VORWORT or letztes not in STOPPWOERTER)


def _gebiete(anfaenge: list[str]) -> QuerySet[Gebiet]:
    """Exactly these first, then large ones before small ones."""
    bereich = Q()
    for anfang in anfaenge:
        bereich |= Q(sortierung__gte=anfang, sortierung__lt=f"{anfang}~")
    stufen = [When(stufe=stufe, then=Stufe(stufe).tiefe) for stufe in Stufe.values]
    genau = Case(When(sortierung__in=anfaenge, then=0), default=1)
    return (
        Gebiet.objects.filter(bereich)
        .select_related("oberhalb__oberhalb")
        .order_by(genau, Case(*stufen), "sortierung", "pk")[:JE_GRUPPE]
    )


def _gebiet(gebiet: Gebiet, anfaenge: dict[str, str]) -> Vorschlag:
    vorne = next(davor for anfang, davor in anfaenge.items() if gebiet.sortierung.startswith(anfang))
    oben = gebiet.oberhalb
    while oben and oben.stufe in (Stufe.STADTBEZIRK, Stufe.STADTTEIL):
        oben = oben.oberhalb
    art = f"{gebiet.stufe_lesbar} · {oben.name}" if oben else str(gebiet.stufe_lesbar)
    # The town says which of all the "Mitte" is meant.
    innerorts = oben and gebiet.stufe in (Stufe.STADTBEZIRK, Stufe.STADTTEIL)
    return _ort(vorne, gebiet.name, art, f"{gebiet.name} {oben.name}" if innerorts else gebiet.name)


def _ort(vorne: str, name: str, art: str, anfrage: str) -> Vorschlag:
    return _suche(f"{vorne} {name}".strip(), art, f"{vorne} {anfrage}".strip())
