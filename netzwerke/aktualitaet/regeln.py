from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Days before the due date during which an entry counts as "bald fällig".
VORLAUF_TAGE = 30


class Zustand(models.TextChoices):
    AKTUELL = "aktuell", _("aktuell")
    BALD_FAELLIG = "bald-faellig", _("bald fällig")
    UEBERFAELLIG = "ueberfaellig", _("überfällig")
    UNGEPRUEFT = "ungeprueft", _("nicht bestätigt")


def faelligkeit(bestaetigt_am: date | None, intervall_tage: int) -> date | None:
    """Return the day on which an entry must be confirmed again; None if it never was."""
    if bestaetigt_am is None:
        return None
    return bestaetigt_am + timedelta(days=intervall_tage)


def zustand(faellig_am: date | None, heute: date | None = None) -> Zustand:
    """Read the state of an entry from its due date."""
    heute = heute or timezone.localdate()
    if faellig_am is None:
        return Zustand.UNGEPRUEFT
    if faellig_am < heute:
        return Zustand.UEBERFAELLIG
    if faellig_am <= heute + timedelta(days=VORLAUF_TAGE):
        return Zustand.BALD_FAELLIG
    return Zustand.AKTUELL


def in_zustand(zustand: str) -> models.Q:
    """Return the condition for entries in a state, the same reading of the due date as `zustand`."""
    heute = timezone.localdate()
    vorlauf = heute + timedelta(days=VORLAUF_TAGE)
    return {
        Zustand.UEBERFAELLIG: models.Q(faellig_am__lt=heute),
        Zustand.BALD_FAELLIG: models.Q(faellig_am__gte=heute, faellig_am__lte=vorlauf),
        Zustand.AKTUELL: models.Q(faellig_am__gt=vorlauf),
        Zustand.UNGEPRUEFT: models.Q(faellig_am__isnull=True),
    }[zustand]


def bestaetigen(eintrag, rolle: str, am: date | None = None) -> None:
    """Record that ``rolle`` confirmed ``eintrag`` and save it.

    Raises VeralteterStand if somebody saved the entry meanwhile.
    """
    eintrag.bestaetigt_am = am or timezone.localdate()
    eintrag.bestaetigt_rolle = rolle
    eintrag.save()
