"""What an affected person can use."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from netzwerke import oeffnungszeiten
from netzwerke.enums import Angebotsart, Kosten, Schutz
from netzwerke.felder import WebadresseField
from netzwerke.models.basis import Eintrag, EintragQuerySet, Raumbezug, SlugManager
from netzwerke.models.kontakt import Kontakt
from netzwerke.models.organisation import Arbeitsbereich, Organisation
from netzwerke.models.standort import Standort
from netzwerke.models.vokabular import Lebenslage, Sprache, Thema, Zielgruppe


class HilfeangebotQuerySet(EintragQuerySet):
    def fuer_betroffene(self):
        """Without offers that are for professionals only; those never stand on residents' pages."""
        return self.filter(nur_fachkraefte=False)

    def fuer_fachkraefte(self):
        return self.filter(nur_fachkraefte=True)

    def nur_geschuetzt(self):
        """Offers whose place is hidden: all sites of the offer or of its organisation are protected."""
        standorte = Standort.objects.filter(hilfeangebote=OuterRef("pk"))
        return self.filter(
            Q(organisation__in=Organisation.objects.nur_geschuetzt())
            | Q(Exists(standorte.filter(schutz=Schutz.GESCHUETZT)))
            & ~Q(Exists(standorte.exclude(schutz=Schutz.GESCHUETZT)))
        )


class HilfeangebotManager(models.Manager.from_queryset(HilfeangebotQuerySet), SlugManager):
    pass


class Hilfeangebot(Raumbezug, Eintrag):
    suchfelder = ("name", "andere_namen", "zusammenfassung", "beschreibung")

    intervall_tage = models.PositiveSmallIntegerField(
        _("Prüfabstand in Tagen"),
        default=180,
        help_text=_("Nach so vielen Tagen soll der Eintrag erneut bestätigt werden."),
    )
    art = models.CharField(_("Art"), max_length=30, choices=Angebotsart.choices, default=Angebotsart.BERATUNG)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("Organisation"), on_delete=models.CASCADE, related_name="hilfeangebote"
    )
    arbeitsbereich = models.ForeignKey(
        Arbeitsbereich,
        verbose_name=_("Arbeitsbereich"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hilfeangebote",
    )
    standorte = models.ManyToManyField(
        Standort, verbose_name=_("Standorte"), blank=True, related_name="hilfeangebote"
    )
    zusammenfassung = models.CharField(
        _("In zwei Sätzen"),
        max_length=400,
        blank=True,
        default="",
        help_text=_("Wer hilft wobei? Kurz und in einfachen Worten."),
    )
    beschreibung = models.TextField(_("Beschreibung"), blank=True, default="")
    themen = models.ManyToManyField(Thema, verbose_name=_("Themen"), blank=True, related_name="hilfeangebote")
    zielgruppen = models.ManyToManyField(
        Zielgruppe, verbose_name=_("Zielgruppen"), blank=True, related_name="hilfeangebote"
    )
    lebenslagen = models.ManyToManyField(
        Lebenslage, verbose_name=_("Lebenslagen"), blank=True, related_name="hilfeangebote"
    )
    sprachen = models.ManyToManyField(
        Sprache, verbose_name=_("Sprachen"), blank=True, related_name="hilfeangebote"
    )
    dolmetschen = models.BooleanField(_("weitere Sprachen mit Dolmetscher*in"), null=True, blank=True)
    kosten = models.CharField(_("Kosten"), max_length=20, choices=Kosten.choices, blank=True, default="")
    kosten_hinweis = models.CharField(_("Hinweis zu den Kosten"), max_length=200, blank=True, default="")
    anonym = models.BooleanField(_("anonym möglich"), null=True, blank=True)
    ohne_termin = models.BooleanField(_("ohne Termin"), null=True, blank=True)
    telefonisch = models.BooleanField(_("am Telefon"), default=False)
    vor_ort = models.BooleanField(_("vor Ort"), default=False)
    online = models.BooleanField(_("online oder per E-Mail"), default=False)
    chat = models.BooleanField(_("im Chat"), default=False)
    aufsuchend = models.BooleanField(_("kommt zu Ihnen"), default=False)
    oeffnungszeiten = models.CharField(
        _("Öffnungszeiten"),
        max_length=500,
        blank=True,
        default="",
        validators=[oeffnungszeiten.pruefe],
        help_text=_(
            "Schreibweise von OpenStreetMap, zum Beispiel: Mo-Fr 09:00-12:00; PH off (PH sind Feiertage)."
        ),
    )
    oeffnungszeiten_hinweis = models.CharField(
        _("Hinweis zu den Öffnungszeiten"), max_length=200, blank=True, default=""
    )
    rund_um_die_uhr = models.BooleanField(_("rund um die Uhr"), default=False)
    krisenlinie = models.BooleanField(
        _("Krisenlinie"),
        default=False,
        help_text=_("Wird auf der Startseite und bei leeren Ergebnissen genannt."),
    )
    nur_fachkraefte = models.BooleanField(
        _("nur für Fachkräfte"), default=False, help_text=_("Erscheint nie auf den Seiten für Betroffene.")
    )
    alter_von = models.PositiveSmallIntegerField(_("Alter von"), null=True, blank=True)
    alter_bis = models.PositiveSmallIntegerField(_("Alter bis"), null=True, blank=True)
    ablauf = models.TextField(_("Was passiert, wenn ich mich melde?"), blank=True, default="")
    mitbringen = models.TextField(_("Was soll ich mitbringen?"), blank=True, default="")
    website = WebadresseField(_("Website"))
    kontakte = models.ManyToManyField(
        Kontakt, verbose_name=_("Kontakte"), blank=True, related_name="hilfeangebote"
    )
    intervalle_bis = models.DateTimeField(null=True, editable=False, db_index=True)
    feiertage_land = models.CharField(max_length=2, editable=False, default="")

    objects = HilfeangebotManager()

    class Meta(Eintrag.Meta):
        verbose_name = _("Hilfeangebot")
        verbose_name_plural = _("Hilfeangebote")
        constraints = [
            *Eintrag.Meta.constraints,
            models.CheckConstraint(
                condition=Q(alter_von__isnull=True)
                | Q(alter_bis__isnull=True)
                | Q(alter_bis__gte=F("alter_von")),
                name="hilfeangebot_alter_bis_nach_von",
                violation_error_message=_("Das Höchstalter liegt unter dem Mindestalter."),
            ),
            models.CheckConstraint(
                condition=Q(rund_um_die_uhr=False) | Q(oeffnungszeiten=""),
                name="hilfeangebot_rund_um_die_uhr_ohne_zeiten",
                violation_error_message=_(
                    "Rund um die Uhr erreichbar: Bitte lassen Sie die Öffnungszeiten leer."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(krisenlinie=True, nur_fachkraefte=True),
                name="hilfeangebot_krisenlinie_fuer_alle",
                violation_error_message=_(
                    "Eine Krisenlinie für Betroffene kann nicht nur für Fachkräfte sein."
                ),
            ),
        ]

    @property
    def detail_url(self) -> str:
        return "netzwerke:fachkraefte-detail" if self.nur_fachkraefte else "netzwerke:angebot-detail"

    @property
    def regel(self) -> str:
        """The opening hours as one rule: '24/7' round the clock, '' if unknown."""
        return "24/7" if self.rund_um_die_uhr else self.oeffnungszeiten

    def clean(self):
        super().clean()
        if (
            self.arbeitsbereich_id
            and self.organisation_id
            and self.arbeitsbereich.organisation_id != self.organisation_id
        ):
            raise ValidationError(
                {"arbeitsbereich": _("Bitte wählen Sie einen Arbeitsbereich dieser Organisation.")}
            )


class Oeffnungsintervall(models.Model):
    """A stretch of time in which an offer can be reached, computed some days ahead."""

    hilfeangebot = models.ForeignKey(Hilfeangebot, on_delete=models.CASCADE, related_name="intervalle")
    beginn = models.DateTimeField()
    ende = models.DateTimeField()

    class Meta:
        verbose_name = _("Öffnungsintervall")
        verbose_name_plural = _("Öffnungsintervalle")
        indexes = [models.Index(fields=["beginn", "ende", "hilfeangebot"], name="oeffnungsintervall_zeit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ende__gt=F("beginn")),
                name="oeffnungsintervall_ende_nach_beginn",
                violation_error_message=_("Das Ende liegt nicht nach dem Beginn."),
            )
        ]

    def __str__(self):
        return f"{self.beginn:%d.%m. %H:%M}–{self.ende:%H:%M}"
