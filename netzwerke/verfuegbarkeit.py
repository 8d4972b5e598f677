"""Who can be reached now: opening hours worked out some days ahead.

Parsing thousands of rules in a request is too slow, so the intervals are stored. They are renewed when an
offer is saved and by ``manage.py oeffnungszeiten``, once a day. Where that has not run, each distinct rule
is worked out on the spot, so that a forgotten timer never makes the filter lie.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from netzwerke import oeffnungszeiten
from netzwerke.models import Gebiet, Hilfeangebot, Oeffnungsintervall, Standort
from netzwerke.models.gebiet import LAND_KUERZEL

#: Days for which intervals are stored.
VORAUS_TAGE = 14
#: Distinct rules worked out per request where stored intervals have run out.
HOECHSTENS_REGELN = 300
STAPEL = 2000


def intervalle_erneuern(angebot_pks: Iterable[int] | None = None, jetzt: datetime | None = None) -> int:
    """Work out the stored intervals anew, for some offers or for all; return how many offers that were."""
    jetzt = jetzt or timezone.now()
    hat_zeiten = ~Q(oeffnungszeiten="") | Q(intervalle_bis__isnull=False)
    hat_alte = Exists(Oeffnungsintervall.objects.filter(hilfeangebot=OuterRef("pk")))
    angebote = Hilfeangebot.objects.filter(hat_zeiten | Q(hat_alte))
    if angebot_pks is not None:
        angebote = angebote.filter(pk__in=list(angebot_pks))
    pks = list(angebote.order_by("pk").values_list("pk", flat=True))
    for anfang in range(0, len(pks), STAPEL):
        _stapel_erneuern(pks[anfang : anfang + STAPEL], jetzt)
    return len(pks)


@transaction.atomic
def _stapel_erneuern(pks: list[int], jetzt: datetime) -> None:
    von = jetzt - timedelta(days=1)
    bis = jetzt + timedelta(days=VORAUS_TAGE)
    laender = feiertagslaender(pks)
    Oeffnungsintervall.objects.filter(hilfeangebot__in=pks).delete()
    neu, je_land = [], defaultdict(list)
    for pk, regel in Hilfeangebot.objects.filter(pk__in=pks).values_list("pk", "oeffnungszeiten"):
        je_land[laender[pk]].append(pk)
        if regel:
            for beginn, ende in oeffnungszeiten.intervalle(regel, laender[pk], von, bis):
                neu.append(Oeffnungsintervall(hilfeangebot_id=pk, beginn=beginn, ende=ende))
    Oeffnungsintervall.objects.bulk_create(neu, batch_size=STAPEL)
    # No save(): these columns are derived, and nobody's edit may be refused because of them.
    for land, betroffen in je_land.items():
        mit_zeiten = Hilfeangebot.objects.filter(pk__in=betroffen)
        mit_zeiten.exclude(oeffnungszeiten="").update(intervalle_bis=bis, feiertage_land=land)
        mit_zeiten.filter(oeffnungszeiten="").update(intervalle_bis=None, feiertage_land=land)


def feiertagslaender(angebot_pks: list[int]) -> dict[int, str]:
    """The Land whose holidays each offer keeps, as ISO 3166-2:DE code; '' if it has none or several."""
    orte = defaultdict(set)
    stellen = Standort.objects.filter(hilfeangebote__in=angebot_pks)
    for pk, gebiet, grob in stellen.values_list("hilfeangebote", "gebiet", "grobgebiet__pk"):
        orte[pk].update({gebiet, grob} - {None})
    for pfad in ("gebiete", "sozialraeume__gebiete"):
        ohne_standort = Hilfeangebot.objects.filter(pk__in=[pk for pk in angebot_pks if not orte[pk]])
        for pk, gebiet in ohne_standort.filter(**{f"{pfad}__isnull": False}).values_list("pk", pfad):
            orte[pk].add(gebiet)
    gebiete = set().union(*orte.values())
    baum = {g.pk: g for g in Gebiet.objects.oberhalb_von(*gebiete)}

    def land(pk):
        gebiet = baum[pk]
        while gebiet.oberhalb_id:
            gebiet = baum[gebiet.oberhalb_id]
        return LAND_KUERZEL.get(gebiet.ars or "", "")

    def eindeutig(pks):
        laender = {land(pk) for pk in pks}
        return laender.pop() if len(laender) == 1 else ""

    return {pk: eindeutig(orte[pk]) for pk in angebot_pks}


def geoeffnet(jetzt: datetime) -> Q:
    """Condition for offers that can be reached at ``jetzt``."""
    offen = Oeffnungsintervall.objects.filter(beginn__lte=jetzt, ende__gt=jetzt).values("hilfeangebot_id")
    bedingung = Q(rund_um_die_uhr=True) | Q(pk__in=offen, intervalle_bis__gt=jetzt)
    abgelaufen = Q(intervalle_bis__isnull=True) | Q(intervalle_bis__lte=jetzt)
    regeln = Hilfeangebot.objects.oeffentlich().filter(abgelaufen).exclude(oeffnungszeiten="")
    je_land = defaultdict(list)
    paare = regeln.order_by().values_list("oeffnungszeiten", "feiertage_land").distinct()
    for regel, land in paare[:HOECHSTENS_REGELN]:
        if oeffnungszeiten.stand(regel, land, jetzt).offen:
            je_land[land].append(regel)
    for land, offene in je_land.items():
        bedingung |= abgelaufen & Q(feiertage_land=land, oeffnungszeiten__in=offene)
    return bedingung
