from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.aktualitaet.regeln import Zustand, faelligkeit, zustand
from netzwerke.enums import Bestaetigungsrolle


class Bestaetigung(models.Model):
    """Columns of every kind of entry that is kept current."""

    bestaetigt_am = models.DateField(
        _("zuletzt bestätigt am"),
        null=True,
        blank=True,
        help_text=_("Wann hat zuletzt jemand geprüft, dass alle Angaben stimmen?"),
    )
    bestaetigt_rolle = models.CharField(
        _("bestätigt"), max_length=20, choices=Bestaetigungsrolle.choices, blank=True, default=""
    )
    intervall_tage = models.PositiveSmallIntegerField(
        _("Prüfabstand in Tagen"),
        default=365,
        help_text=_("Nach so vielen Tagen soll der Eintrag erneut bestätigt werden."),
    )
    faellig_am = models.DateField(_("Prüfung fällig am"), null=True, editable=False, db_index=True)

    class Meta:
        abstract = True

    @property
    def zustand(self) -> Zustand:
        return zustand(self.faellig_am)

    def faelligkeit_ableiten(self) -> None:
        self.faellig_am = faelligkeit(self.bestaetigt_am, self.intervall_tage)
