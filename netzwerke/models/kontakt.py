"""Contacts: a function first; a person only with consent."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Sichtbarkeit
from netzwerke.felder import WebadresseField
from netzwerke.models.basis import (
    EINWILLIGUNG_LIEGT_VOR,
    Einwilligung,
    Gepflegt,
    InEinerTransaktion,
    Raumbezug,
    SlugManager,
)
from netzwerke.models.organisation import Organisation
from netzwerke.models.sozialraum import Sozialraum
from netzwerke.models.vokabular import Kontaktrolle
from netzwerke.telefon import pruefe_telefon, waehlbar


class KontaktQuerySet(models.QuerySet):
    def oeffentlich(self):
        return self.filter(sichtbarkeit=Sichtbarkeit.OEFFENTLICH)

    def mit_schutz(self):
        """Annotate whether the place of its organisation, of an offer or of a membership is hidden (S9)."""
        organisationen = Organisation.objects.nur_geschuetzt().filter(
            Q(kontakte=OuterRef("pk")) | Q(mitgliedschaften__kontakt=OuterRef("pk"))
        )
        angebote = apps.get_model("netzwerke", "Hilfeangebot").objects.nur_geschuetzt()
        return self.annotate(
            am_geschuetzten_ort=Exists(organisationen) | Exists(angebote.filter(kontakte=OuterRef("pk")))
        )

    def fuer_anzeige(self):
        """Public contacts with all that their card shows."""
        return (
            self.oeffentlich()
            .mit_schutz()
            .select_related("rolle", "organisation")
            .prefetch_related(
                "telefone", "gebiete", Prefetch("sozialraeume", Sozialraum.objects.oeffentlich())
            )
        )


class KontaktManager(models.Manager.from_queryset(KontaktQuerySet), SlugManager):
    pass


class Kontakt(Raumbezug, Einwilligung, Gepflegt):
    """One contact serves many networks, organisations and offers: one change is seen everywhere."""

    PERSONENFELDER = ("person_name", "person_email", "person_telefon")
    suchfelder = ("funktion",)
    abgeleitet = (*Gepflegt.abgeleitet, "person_telefon_nummer")

    intervall_tage = models.PositiveSmallIntegerField(
        _("Prüfabstand in Tagen"),
        default=180,
        help_text=_("Nach so vielen Tagen soll der Eintrag erneut bestätigt werden."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("Organisation"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="kontakte",
    )
    rolle = models.ForeignKey(
        Kontaktrolle,
        verbose_name=_("Rolle"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="kontakte",
    )
    funktion = models.CharField(
        _("Funktion, wie sie gezeigt wird"),
        max_length=200,
        help_text=_("Zum Beispiel „Netzwerkkoordination Kinderschutz“. Kein Personenname."),
    )
    sichtbarkeit = models.CharField(
        _("Sichtbarkeit"), max_length=20, choices=Sichtbarkeit.choices, default=Sichtbarkeit.INTERN
    )
    email = models.EmailField(
        _("E-Mail der Stelle"),
        blank=True,
        default="",
        help_text=_("Eine Adresse der Stelle. Persönliche Adressen gehören zur Person weiter unten."),
    )
    sprechzeiten = models.CharField(_("Sprechzeiten"), max_length=300, blank=True, default="")
    website = WebadresseField(_("Website"))
    hinweis = models.CharField(
        _("Hinweis"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Zum Beispiel: über die jeweilige Bezirksjugendpflege."),
    )
    person_name = models.CharField(
        _("Name der Person"),
        max_length=120,
        blank=True,
        default="",
        help_text=_("Nur mit Einwilligung; sonst wird nur die Funktion gezeigt."),
    )
    person_email = models.EmailField(_("persönliche E-Mail"), blank=True, default="")
    person_telefon = models.CharField(
        _("Durchwahl"), max_length=40, blank=True, default="", validators=[pruefe_telefon]
    )
    person_telefon_nummer = models.CharField(max_length=20, editable=False, default="")

    objects = KontaktManager()

    class Meta(Gepflegt.Meta):
        verbose_name = _("Kontakt")
        verbose_name_plural = _("Kontakte")
        ordering = ["sortierung", "pk"]
        constraints = [
            *Gepflegt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(person_name="", person_email="", person_telefon="", person_telefon_nummer="")
                | EINWILLIGUNG_LIEGT_VOR,
                name="kontakt_person_nur_mit_einwilligung",
                violation_error_message=_(
                    "Name, persönliche E-Mail und Durchwahl brauchen eine Einwilligung: Bitte tragen Sie Datum, Umfang, Fassung, wie und "
                    "von wem sie eingeholt wurde ein, oder leeren Sie die Angaben zur Person."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.funktion} ({self.organisation.kurz})" if self.organisation else self.funktion

    @property
    def bezeichnung(self) -> str:
        return self.funktion

    def ableiten(self) -> None:
        super().ableiten()
        self.person_telefon_nummer = waehlbar(self.person_telefon)

    @cached_property
    def am_geschuetzten_ort(self) -> bool:
        """What `KontaktQuerySet.mit_schutz` annotates, for a row that was fetched without it."""
        return type(self).objects.mit_schutz().filter(pk=self.pk, am_geschuetzten_ort=True).exists()

    @property
    def person_sichtbar(self) -> bool:
        """Whether the person's data may be shown: with consent, and not where the place is hidden (S9, S13)."""
        if not self.einwilligung_am or not any(getattr(self, feld) for feld in self.PERSONENFELDER):
            return False
        return not self.am_geschuetzten_ort


class TelefonManager(models.Manager):
    def get_by_natural_key(self, kontakt, anzeige):
        return self.get(kontakt__slug=kontakt, anzeige=anzeige)


class Telefon(InEinerTransaktion):
    """A number of a function, never of a person; those stand in the consent row."""

    kontakt = models.ForeignKey(
        Kontakt, on_delete=models.CASCADE, related_name="telefone", verbose_name=_("Kontakt")
    )
    anzeige = models.CharField(
        _("Nummer"),
        max_length=40,
        validators=[pruefe_telefon],
        help_text=_("So geschrieben, wie die Stelle sie veröffentlicht: 0800 22 55 530."),
    )
    nummer = models.CharField(max_length=20, editable=False, default="")
    hinweis = models.CharField(_("Hinweis"), max_length=120, blank=True, default="")
    reihenfolge = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = TelefonManager()

    class Meta:
        verbose_name = _("Telefonnummer")
        verbose_name_plural = _("Telefonnummern")
        ordering = ["reihenfolge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kontakt", "nummer"],
                name="telefon_einmal",
                violation_error_message=_("Diese Nummer steht bei dem Kontakt schon."),
            )
        ]

    def __str__(self):
        return self.anzeige

    def natural_key(self):
        return (self.kontakt.slug, self.anzeige)

    natural_key.dependencies = ["netzwerke.kontakt"]

    def ableiten(self) -> None:
        self.nummer = waehlbar(self.anzeige)
