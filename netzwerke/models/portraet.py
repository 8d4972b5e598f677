"""The portrait of a network: figures, a quotation, questions and answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.felder import TeildatumField, teildatum_lesbar
from netzwerke.models.basis import EINWILLIGUNG_LIEGT_VOR, Einwilligung
from netzwerke.models.netzwerk import Netzwerk


class Kennzahl(models.Model):
    netzwerk = models.ForeignKey(
        Netzwerk, on_delete=models.CASCADE, related_name="kennzahlen", verbose_name=_("Netzwerk")
    )
    bezeichnung = models.CharField(
        _("Bezeichnung"), max_length=150, help_text=_("Zum Beispiel: Fachkräfte beim ersten Treffen.")
    )
    zahl = models.DecimalField(_("Zahl"), max_digits=14, decimal_places=2)
    einheit = models.CharField(_("Einheit"), max_length=40, blank=True, default="")
    stand = TeildatumField(_("Stand"))
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    class Meta:
        verbose_name = _("Kennzahl")
        verbose_name_plural = _("Kennzahlen")
        ordering = ["reihenfolge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["netzwerk", "bezeichnung", "stand"],
                name="kennzahl_einmal_je_stand",
                violation_error_message=_("Diese Kennzahl gibt es für diesen Stand schon."),
            )
        ]

    def __str__(self):
        return self.bezeichnung

    @property
    def stand_lesbar(self) -> str:
        return teildatum_lesbar(self.stand)


class Zitat(Einwilligung):
    """A quotation, shown with the person's function only."""

    netzwerk = models.ForeignKey(
        Netzwerk, on_delete=models.CASCADE, related_name="zitate", verbose_name=_("Netzwerk")
    )
    text = models.TextField(_("Zitat"))
    funktion = models.CharField(
        _("Funktion der Person"),
        max_length=150,
        help_text=_("Kein Name, zum Beispiel: Koordination im Jugendamt."),
    )

    class Meta:
        verbose_name = _("Zitat")
        verbose_name_plural = _("Zitate")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=EINWILLIGUNG_LIEGT_VOR,
                name="zitat_nur_mit_einwilligung",
                violation_error_message=_(
                    "Ein Zitat braucht eine Einwilligung mit Datum, Umfang, Fassung, wie und von wem sie eingeholt wurde."
                ),
            )
        ]

    def __str__(self):
        return self.funktion


class FrageManager(models.Manager):
    def get_by_natural_key(self, nummer):
        return self.get(nummer=nummer)


class Frage(models.Model):
    """A question of the catalogue that every network may answer."""

    nummer = models.PositiveSmallIntegerField(_("Nummer"), unique=True)
    text = models.CharField(_("Frage"), max_length=300)
    hilfetext = models.CharField(_("Hilfe zum Antworten"), max_length=300, blank=True, default="")

    objects = FrageManager()

    class Meta:
        verbose_name = _("Frage")
        verbose_name_plural = _("Fragen des Porträts")
        ordering = ["nummer"]

    def __str__(self):
        return f"{self.nummer}. {self.text}"

    def natural_key(self):
        return (self.nummer,)


class Antwort(models.Model):
    netzwerk = models.ForeignKey(
        Netzwerk, on_delete=models.CASCADE, related_name="antworten", verbose_name=_("Netzwerk")
    )
    frage = models.ForeignKey(
        Frage, on_delete=models.PROTECT, related_name="antworten", verbose_name=_("Frage")
    )
    text = models.TextField(_("Antwort"))

    class Meta:
        verbose_name = _("Antwort")
        verbose_name_plural = _("Antworten")
        ordering = ["frage__nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["netzwerk", "frage"],
                name="antwort_einmal_je_frage",
                violation_error_message=_("Diese Frage ist schon beantwortet."),
            )
        ]

    def __str__(self):
        return str(self.frage)
