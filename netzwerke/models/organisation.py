"""Organisations, their areas of work and their sites."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Schutz
from netzwerke.felder import WebadresseField
from netzwerke.models.basis import Eintrag, EintragQuerySet, InEinerTransaktion, Raumbezug, SlugManager
from netzwerke.models.vokabular import Organisationsart, Thema
from netzwerke.telefon import pruefe_telefon, waehlbar


class OrganisationQuerySet(EintragQuerySet):
    def nur_geschuetzt(self):
        """Organisations with protected sites, or of a kind that starts protected, and no other sites.

        They appear and count at Kreis level only (S9).
        """
        standorte = self.model.standorte.rel.related_model.objects.filter(organisation=OuterRef("pk"))
        return self.filter(
            Q(Exists(standorte.filter(schutz=Schutz.GESCHUETZT))) | Q(art__startet_geschuetzt=True),
            ~Exists(standorte.exclude(schutz=Schutz.GESCHUETZT)),
        )


class OrganisationManager(models.Manager.from_queryset(OrganisationQuerySet), SlugManager):
    pass


class Organisation(Raumbezug, Eintrag):
    detail_url = "netzwerke:organisation-detail"
    suchfelder = ("name", "kurzname", "andere_namen", "beschreibung", "vorstellung")
    abgeleitet = (*Eintrag.abgeleitet, "telefon_nummer")

    kurzname = models.CharField(_("Kurzname"), max_length=60, blank=True, default="")
    art = models.ForeignKey(
        Organisationsart, verbose_name=_("Art"), on_delete=models.PROTECT, related_name="organisationen"
    )
    traeger = models.ForeignKey(
        "self",
        verbose_name=_("Träger"),
        help_text=_("Unter wessen Dach arbeitet diese Organisation?"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="einrichtungen",
    )
    beschreibung = models.TextField(_("Beschreibung"), blank=True, default="")
    website = WebadresseField(_("Website"))
    email = models.EmailField(
        _("E-Mail"),
        blank=True,
        default="",
        help_text=_("Nur eine Adresse der Organisation, keine persönliche."),
    )
    telefon = models.CharField(
        _("Telefon"),
        max_length=40,
        blank=True,
        default="",
        validators=[pruefe_telefon],
        help_text=_("So, wie die Organisation die Nummer selbst schreibt."),
    )
    telefon_nummer = models.CharField(max_length=20, editable=False, default="")
    stellt_sich_vor = models.BooleanField(_("stellt sich bei Netzwerktreffen vor"), default=False)
    vorstellung = models.TextField(_("Was sie dort vorstellt"), blank=True, default="")

    objects = OrganisationManager()

    class Meta(Eintrag.Meta):
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisationen")
        constraints = [
            *Eintrag.Meta.constraints,
            models.CheckConstraint(
                condition=Q(traeger__isnull=True) | ~Q(traeger=models.F("pk")),
                name="organisation_nicht_eigener_traeger",
                violation_error_message=_("Eine Organisation kann nicht ihr eigener Träger sein."),
            ),
        ]

    @property
    def kurz(self) -> str:
        return self.kurzname or self.name

    def ableiten(self) -> None:
        super().ableiten()
        self.telefon_nummer = waehlbar(self.telefon)

    def clean(self):
        super().clean()
        gesehen, oben = {self.pk}, self.traeger
        while oben is not None and self.pk is not None:
            if oben.pk in gesehen:
                raise ValidationError(
                    {
                        "traeger": _(
                            "So entstünde ein Kreis: Diese Organisation ist selbst Träger des gewählten Trägers."
                        )
                    }
                )
            gesehen.add(oben.pk)
            oben = oben.traeger


class TeilManager(models.Manager):
    """Manager of what has a natural key within its organisation."""

    def get_by_natural_key(self, organisation, name):
        return self.get(organisation__slug=organisation, name=name)


class Arbeitsbereich(InEinerTransaktion):
    """One of several areas of work under the roof of one organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="arbeitsbereiche", verbose_name=_("Organisation")
    )
    name = models.CharField(_("Name"), max_length=150)
    beschreibung = models.TextField(_("Beschreibung"), blank=True, default="")
    themen = models.ManyToManyField(
        Thema, verbose_name=_("Themen"), blank=True, related_name="arbeitsbereiche"
    )
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = TeilManager()

    class Meta:
        verbose_name = _("Arbeitsbereich")
        verbose_name_plural = _("Arbeitsbereiche")
        ordering = ["reihenfolge", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="arbeitsbereich_einmal",
                violation_error_message=_("Diesen Arbeitsbereich gibt es bei der Organisation schon."),
            )
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.organisation.slug, self.name)

    natural_key.dependencies = ["netzwerke.organisation"]
