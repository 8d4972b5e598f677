from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Abdeckung, Status
from netzwerke.models import Gebiet, Netzwerk, SozialraumGebiet


class Versorgung(models.TextChoices):
    """Whether a Sozialraum has a network (capability 3 of the domain concept)."""

    NETZWERK = "netzwerk", _("hat ein Netzwerk")
    TEILWEISE = "teilweise", _("teilweise: ein überschneidender Sozialraum hat ein Netzwerk")
    KEINES = "keines", _("kein Netzwerk bekannt")


def ueberschneidungen(sozialraum_ids: Iterable[int]) -> dict[int, set[int]]:
    """For each Sozialraum, the public others that overlap it, derived from the areas they touch.

    Two overlap if one covers an area wholly that the other touches or that contains an area the other
    touches. If both touch the same area only in part, nobody can tell from the areas, and they do not count.
    """
    sozialraum_ids = list(sozialraum_ids)
    eigene = list(
        SozialraumGebiet.objects.filter(sozialraum__in=sozialraum_ids).values_list(
            "sozialraum_id", "gebiet_id", "abdeckung"
        )
    )
    pks = {gebiet for _sozialraum, gebiet, _abdeckung in eigene}
    umfeld = Gebiet.objects.unterhalb(*pks) | Gebiet.objects.oberhalb_von(*pks)
    oberhalb = dict(umfeld.values_list("pk", "oberhalb_id"))
    andere = defaultdict(list)
    bezuege = SozialraumGebiet.objects.filter(gebiet__in=oberhalb, sozialraum__status=Status.VEROEFFENTLICHT)
    for sozialraum, gebiet, abdeckung in bezuege.values_list("sozialraum_id", "gebiet_id", "abdeckung"):
        andere[gebiet].append((sozialraum, abdeckung))
    ergebnis: dict[int, set[int]] = {pk: set() for pk in sozialraum_ids}
    for sozialraum, gebiet, abdeckung in eigene:
        for nachbargebiet, bezuege_dort in andere.items():
            for nachbar, nachbar_abdeckung in bezuege_dort:
                if nachbar != sozialraum and _trifft(
                    gebiet, abdeckung, nachbargebiet, nachbar_abdeckung, oberhalb
                ):
                    ergebnis[sozialraum].add(nachbar)
    return ergebnis


def _trifft(gebiet, abdeckung, nachbargebiet, nachbar_abdeckung, oberhalb) -> bool:
    if gebiet == nachbargebiet:
        return Abdeckung.GANZ in (abdeckung, nachbar_abdeckung)
    if abdeckung == Abdeckung.GANZ and gebiet in _weg(nachbargebiet, oberhalb):
        return True
    return nachbar_abdeckung == Abdeckung.GANZ and nachbargebiet in _weg(gebiet, oberhalb)


def _weg(gebiet, oberhalb):
    while gebiet is not None:
        gebiet = oberhalb.get(gebiet)
        yield gebiet


def versorgung(sozialraum_ids: Iterable[int]) -> dict[int, Versorgung]:
    """Whether each Sozialraum has a network, by the rule of capability 3."""
    nachbarn = ueberschneidungen(sozialraum_ids)
    gefragt = set(nachbarn).union(*nachbarn.values())
    mit_netzwerk = set(
        Netzwerk.objects.oeffentlich()
        .eigene()
        .filter(sozialraeume__in=gefragt)
        .values_list("sozialraeume", flat=True)
    )

    def stand(pk):
        if pk in mit_netzwerk:
            return Versorgung.NETZWERK
        return Versorgung.TEILWEISE if nachbarn[pk] & mit_netzwerk else Versorgung.KEINES

    return {pk: stand(pk) for pk in nachbarn}
