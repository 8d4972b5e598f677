"""Vocabularies that coordinators may extend."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Anrede
from netzwerke.models.basis import InEinerTransaktion, SlugManager


class Begriff(InEinerTransaktion):
    """A term of an ordered vocabulary."""

    slug = models.SlugField(_("Kürzel in Adressen"), max_length=60, unique=True)
    name = models.CharField(_("Name"), max_length=120)
    beschreibung = models.TextField(_("Beschreibung"), blank=True, default="")
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = SlugManager()

    class Meta:
        abstract = True
        ordering = ["reihenfolge", "name"]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)


class Organisationsart(Begriff):
    mehrzahl = models.CharField(_("Mehrzahl"), max_length=120, blank=True, default="")
    startet_geschuetzt = models.BooleanField(
        _("Standorte sind zunächst geschützt"),
        default=False,
        help_text=_("Für Frauenhäuser und Schutzwohnungen: neue Standorte beginnen ohne Anschrift."),
    )

    class Meta(Begriff.Meta):
        verbose_name = _("Art der Organisation")
        verbose_name_plural = _("Arten von Organisationen")


class Kontaktrolle(Begriff):
    class Meta(Begriff.Meta):
        verbose_name = _("Rolle")
        verbose_name_plural = _("Rollen von Kontakten")


class Zielgruppe(Begriff):
    class Meta(Begriff.Meta):
        verbose_name = _("Zielgruppe")
        verbose_name_plural = _("Zielgruppen")


class Thema(Begriff):
    """A topic; the tree is at most three levels deep."""

    oberthema = models.ForeignKey(
        "self",
        verbose_name=_("gehört zu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="unterthemen",
    )
    suchworte = models.TextField(
        _("Alltagsworte"),
        blank=True,
        default="",
        help_text=_(
            "Ein Wort oder eine Wendung je Zeile, so wie Menschen es sagen: „mein Ex verfolgt mich“."
        ),
    )
    nationale_linie = models.ForeignKey(
        "netzwerke.Hilfeangebot",
        verbose_name=_("bundesweites Telefon"),
        help_text=_("Wird angezeigt, wenn ein Angebot zu diesem Thema keine eigene Nummer hat."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(Begriff.Meta):
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")

    def clean(self):
        super().clean()
        weg, knoten = [self], self.oberthema
        while knoten is not None:
            if knoten in weg:
                raise ValidationError({"oberthema": _("Ein Thema kann nicht unter sich selbst stehen.")})
            weg.append(knoten)
            knoten = knoten.oberthema
        if len(weg) > 3:
            raise ValidationError({"oberthema": _("Themen haben höchstens drei Ebenen.")})

    @property
    def suchwortliste(self) -> list[str]:
        return [zeile.strip() for zeile in self.suchworte.splitlines() if zeile.strip()]


class Lebenslage(models.Model):
    """A situation in the words of the person in it; the door of the entry page."""

    slug = models.SlugField(_("Kürzel in Adressen"), max_length=60, unique=True)
    frage = models.CharField(_("Satz auf der Startseite"), max_length=120)
    erklaerung = models.TextField(_("Erklärung"), blank=True, default="")
    anrede = models.CharField(_("Anrede"), max_length=5, choices=Anrede.choices, default=Anrede.SIE)
    fuer_fachkraefte = models.BooleanField(_("für Fachkräfte und Verantwortliche"), default=False)
    themen = models.ManyToManyField(
        Thema, verbose_name=_("führt zu Themen"), blank=True, related_name="lebenslagen"
    )
    zielgruppen = models.ManyToManyField(
        Zielgruppe, verbose_name=_("führt zu Zielgruppen"), blank=True, related_name="lebenslagen"
    )
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = SlugManager()

    class Meta:
        verbose_name = _("Lebenslage")
        verbose_name_plural = _("Lebenslagen")
        ordering = ["reihenfolge", "frage"]

    def __str__(self):
        return self.frage

    @property
    def name(self) -> str:
        return self.frage

    def natural_key(self):
        return (self.slug,)


class SpracheManager(models.Manager):
    def get_by_natural_key(self, code):
        return self.get(code=code)


class Sprache(InEinerTransaktion):
    code = models.SlugField(
        _("Code"),
        max_length=12,
        unique=True,
        help_text=_(
            "ISO 639, zum Beispiel tr, ar oder gsg (Deutsche Gebärdensprache); Leichte Sprache: de-simple (BCP 47)."
        ),
    )
    name = models.CharField(_("Name"), max_length=60)
    eigenname = models.CharField(_("Name in der Sprache selbst"), max_length=60, blank=True, default="")
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = SpracheManager()

    class Meta:
        verbose_name = _("Sprache")
        verbose_name_plural = _("Sprachen")
        ordering = ["reihenfolge", "name"]

    def __str__(self):
        return self.name

    @property
    def slug(self) -> str:
        return self.code

    def natural_key(self):
        return (self.code,)
