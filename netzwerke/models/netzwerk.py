"""Networks, their members and what they offer their members."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Mitgliedsrolle, Netzwerkart
from netzwerke.felder import TeildatumField, WebadresseField, teildatum_lesbar
from netzwerke.models.basis import Eintrag, EintragQuerySet, InEinerTransaktion, Raumbezug, SlugManager
from netzwerke.models.kontakt import Kontakt
from netzwerke.models.organisation import Arbeitsbereich, Organisation
from netzwerke.models.standort import Standort
from netzwerke.models.vokabular import Organisationsart, Thema, Zielgruppe


class NetzwerkQuerySet(EintragQuerySet):
    def eigene(self):
        """Kinds of networks that fill the gap of a Sozialraum (capability 3)."""
        return self.filter(art__in=Netzwerkart.eigene())


class NetzwerkManager(models.Manager.from_queryset(NetzwerkQuerySet), SlugManager):
    pass


class Netzwerk(Raumbezug, Eintrag):
    detail_url = "netzwerke:detail"
    suchfelder = ("name", "kurzname", "andere_namen", "ziel", "beschreibung")

    kurzname = models.CharField(_("Kurzname"), max_length=60, blank=True, default="")
    art = models.CharField(
        _("Netzwerkart"), max_length=30, choices=Netzwerkart.choices, default=Netzwerkart.NETZWERK
    )
    teil_von = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="teile",
        verbose_name=_("Teil von"),
        help_text=_("Mehrere sind möglich."),
    )
    innerhalb_von = models.ForeignKey(
        Organisation,
        verbose_name=_("innerhalb von"),
        help_text=_("Nur, wenn das Netzwerk innerhalb einer einzigen Organisation besteht."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="innere_netzwerke",
    )
    ziel = models.TextField(_("Ziel"), blank=True, default="")
    beschreibung = models.TextField(_("Beschreibung"), blank=True, default="")
    gegruendet = TeildatumField(_("gegründet"))
    themen = models.ManyToManyField(Thema, verbose_name=_("Themen"), blank=True, related_name="netzwerke")
    zielgruppen = models.ManyToManyField(
        Zielgruppe, verbose_name=_("Zielgruppen"), blank=True, related_name="netzwerke"
    )
    kontakte = models.ManyToManyField(
        Kontakt, verbose_name=_("Kontakte der Koordination"), blank=True, related_name="netzwerke"
    )
    website = WebadresseField(_("Website"))
    flyer_url = WebadresseField(_("Link zum Flyer"))
    mitgliederarten = models.ManyToManyField(
        Organisationsart,
        verbose_name=_("Arten von Mitgliedern"),
        help_text=_("Wenn nur bekannt ist, welche Art von Organisationen mitwirkt."),
        blank=True,
        related_name="netzwerke",
    )
    mitglieder_hinweis = models.CharField(
        _("Hinweis zu den Mitgliedern"), max_length=300, blank=True, default=""
    )
    offen = models.BooleanField(_("offen für neue Mitglieder"), null=True, blank=True)
    beitritt = models.TextField(_("So wird man Mitglied"), blank=True, default="")
    leuchtturm = models.BooleanField(
        _("Leuchtturm"), default=False, help_text=_("Ein Beispiel, von dem andere lernen.")
    )

    objects = NetzwerkManager()

    class Meta(Eintrag.Meta):
        verbose_name = _("Netzwerk")
        verbose_name_plural = _("Netzwerke")

    @property
    def kurz(self) -> str:
        return self.kurzname or self.name

    @property
    def gegruendet_lesbar(self) -> str:
        return teildatum_lesbar(self.gegruendet)


class Leistung(InEinerTransaktion):
    """A service for members, such as a list of where to borrow benches (capability 6)."""

    netzwerk = models.ForeignKey(
        Netzwerk, on_delete=models.CASCADE, related_name="leistungen", verbose_name=_("Netzwerk")
    )
    titel = models.CharField(_("Titel"), max_length=150)
    text = models.TextField(_("Text"), blank=True, default="")
    link = WebadresseField(_("Link"))
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    class Meta:
        verbose_name = _("Leistung für Mitglieder")
        verbose_name_plural = _("Leistungen für Mitglieder")
        ordering = ["reihenfolge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["netzwerk", "titel"],
                name="leistung_einmal",
                violation_error_message=_("Diese Leistung steht schon da."),
            )
        ]

    def __str__(self):
        return self.titel


class MitgliedschaftQuerySet(models.QuerySet):
    def laufend(self, heute=None):
        """Memberships that have not ended; a bare year or month lasts until its end."""
        tag = (heute or timezone.localdate()).isoformat()
        return self.filter(Q(bis="") | Q(bis__gte=tag) | Q(bis=tag[:7]) | Q(bis=tag[:4]))


class Mitgliedschaft(models.Model):
    netzwerk = models.ForeignKey(
        Netzwerk, on_delete=models.CASCADE, related_name="mitgliedschaften", verbose_name=_("Netzwerk")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="mitgliedschaften",
        verbose_name=_("Organisation"),
    )
    standort = models.ForeignKey(
        Standort,
        verbose_name=_("Standort"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mitgliedschaften",
    )
    arbeitsbereich = models.ForeignKey(
        Arbeitsbereich,
        verbose_name=_("Arbeitsbereich"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mitgliedschaften",
    )
    rolle = models.CharField(
        _("Rolle"), max_length=20, choices=Mitgliedsrolle.choices, default=Mitgliedsrolle.MITGLIED
    )
    von = TeildatumField(_("seit"))
    bis = TeildatumField(_("bis"))
    kontakt = models.ForeignKey(
        Kontakt,
        verbose_name=_("Kontakt in diesem Netzwerk"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mitgliedschaften",
    )

    objects = MitgliedschaftQuerySet.as_manager()

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        ordering = ["netzwerk", "organisation__sortierung", "rolle"]
        constraints = [
            models.UniqueConstraint(
                fields=["netzwerk", "organisation", "rolle"],
                condition=Q(bis=""),
                name="mitgliedschaft_einmal_je_rolle",
                violation_error_message=_("Diese Organisation hat in dem Netzwerk diese Rolle schon."),
            ),
            models.CheckConstraint(
                condition=Q(von="") | Q(bis="") | Q(bis__gte=Substr("von", 1, Length("bis"))),
                name="mitgliedschaft_bis_nach_von",
                violation_error_message=_("Das Ende liegt vor dem Anfang."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation.kurz} in {self.netzwerk.kurz} ({self.get_rolle_display()})"

    def clean(self):
        super().clean()
        for feld in ("standort", "arbeitsbereich"):
            teil = getattr(self, feld)
            if teil is not None and self.organisation_id and teil.organisation_id != self.organisation_id:
                raise ValidationError({feld: _("Bitte wählen Sie etwas, das zu dieser Organisation gehört.")})

    @property
    def von_lesbar(self) -> str:
        return teildatum_lesbar(self.von)
