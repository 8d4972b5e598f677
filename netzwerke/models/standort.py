"""Sites: what must not leak is not stored."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Schutz
from netzwerke.models.basis import InEinerTransaktion
from netzwerke.models.gebiet import Gebiet, fuenf_ziffern
from netzwerke.models.organisation import Organisation, TeilManager

_OHNE_LAGE = Q(
    strasse="",
    hausnummer="",
    plz="",
    ort="",
    breite__isnull=True,
    laenge__isnull=True,
    oepnv="",
    barriere_hinweis="",
    gebiet__isnull=True,
)


class Standort(InEinerTransaktion):
    """A site. What must not leak is not stored: the database itself refuses it (S9).

    A protected site keeps a coarse area (Land or Kreis) only; "nur Ort" keeps the Gemeinde only.
    """

    LAGEFELDER = (
        "strasse",
        "hausnummer",
        "plz",
        "ort",
        "breite",
        "laenge",
        "oepnv",
        "barriere_hinweis",
        "gebiet",
    )

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="standorte", verbose_name=_("Organisation")
    )
    name = models.CharField(
        _("Name"),
        max_length=150,
        help_text=_("Zum Beispiel „Hauptstelle“. Bei geschützten Standorten ohne Hinweis auf die Lage."),
    )
    schutz = models.CharField(
        _("Schutz der Anschrift"),
        max_length=20,
        choices=Schutz.choices,
        default=Schutz.OEFFENTLICH,
        help_text=_(
            "Was geschützt ist, wird nicht gespeichert: Anschrift, Karte und Anfahrt bleiben dann leer."
        ),
    )
    strasse = models.CharField(_("Straße"), max_length=120, blank=True, default="")
    hausnummer = models.CharField(_("Hausnummer"), max_length=20, blank=True, default="")
    plz = models.CharField(_("PLZ"), max_length=5, blank=True, default="")
    ort = models.CharField(_("Ort"), max_length=100, blank=True, default="")
    breite = models.FloatField(_("geografische Breite"), null=True, blank=True)
    laenge = models.FloatField(_("geografische Länge"), null=True, blank=True)
    gebiet = models.ForeignKey(
        Gebiet, verbose_name=_("Gebiet"), null=True, blank=True, on_delete=models.PROTECT, related_name="standorte",
        help_text=_("Stadtteil, Stadtbezirk oder Gemeinde; nur bei öffentlicher Anschrift."),
    )  # fmt: skip
    grobgebiet = models.ForeignKey(
        Gebiet, verbose_name=_("grobes Gebiet"), to_field="ars", null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text=_("Geschützt: Kreis oder Land. Nur Ort: Gemeinde oder kreisfreie Stadt."),
    )  # fmt: skip
    oepnv = models.CharField(
        _("Bus und Bahn"), max_length=300, blank=True, default="", help_text=_("Haltestelle und Linien")
    )
    stufenlos = models.BooleanField(_("stufenlos zugänglich"), null=True, blank=True)
    toilette = models.BooleanField(_("rollstuhlgerechte Toilette"), null=True, blank=True)
    aufzug = models.BooleanField(_("Aufzug"), null=True, blank=True)
    hoeranlage = models.BooleanField(_("Höranlage"), null=True, blank=True)
    leitsystem = models.BooleanField(_("Leitsystem für Blinde"), null=True, blank=True)
    parkplatz = models.BooleanField(_("Behindertenparkplatz"), null=True, blank=True)
    barriere_hinweis = models.CharField(
        _("weitere Hinweise zur Barrierefreiheit"), max_length=300, blank=True, default=""
    )

    objects = TeilManager()

    class Meta:
        verbose_name = _("Standort")
        verbose_name_plural = _("Standorte")
        ordering = ["organisation", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="standort_einmal",
                violation_error_message=_("Einen Standort mit diesem Namen hat die Organisation schon."),
            ),
            models.CheckConstraint(
                condition=~Q(schutz=Schutz.GESCHUETZT) | _OHNE_LAGE,
                name="standort_geschuetzt_ohne_anschrift",
                violation_error_message=_(
                    "Dieser Standort ist geschützt. Bitte leeren Sie Straße, Hausnummer, PLZ, Ort, Koordinaten, Gebiet, "
                    "Anfahrt und Hinweise; nennen Sie nur Kreis oder Land als grobes Gebiet."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(schutz=Schutz.GESCHUETZT)
                | Q(grobgebiet__isnull=True)
                | Q(In(Length("grobgebiet"), [2, 5])),
                name="standort_geschuetzt_nur_kreis_oder_land",
                violation_error_message=_(
                    "Bei einem geschützten Standort ist das grobe Gebiet ein Kreis, eine kreisfreie Stadt oder ein Land."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(schutz=Schutz.NUR_ORT)
                | (_OHNE_LAGE & (Q(grobgebiet__isnull=True) | Q(In(Length("grobgebiet"), [5, 12])))),
                name="standort_nur_ort_ohne_anschrift",
                violation_error_message=_(
                    "„Nur Ort“ speichert nur die Gemeinde. Bitte leeren Sie Straße, Hausnummer, PLZ, Ort, Koordinaten, Gebiet, Anfahrt und Hinweise "
                    "und wählen Sie die Gemeinde oder kreisfreie Stadt als grobes Gebiet."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(schutz=Schutz.OEFFENTLICH) | Q(grobgebiet__isnull=True),
                name="standort_oeffentlich_ohne_grobgebiet",
                violation_error_message=_(
                    "Bei öffentlicher Anschrift bitte das Feld „Gebiet“ benutzen, nicht „grobes Gebiet“."
                ),
            ),
            models.CheckConstraint(
                condition=Q(schutz__in=Schutz.values),
                name="standort_schutz_bekannt",
                violation_error_message=_("Bitte wählen Sie den Schutz der Anschrift."),
            ),
            models.CheckConstraint(
                condition=Q(breite__isnull=True, laenge__isnull=True)
                # A comparison with NULL is neither true nor false, and a CHECK lets that pass.
                | Q(
                    breite__isnull=False,
                    laenge__isnull=False,
                    breite__gte=-90,
                    breite__lte=90,
                    laenge__gte=-180,
                    laenge__lte=180,
                ),
                name="standort_koordinaten_paarweise",
                violation_error_message=_("Bitte geben Sie Breite und Länge zusammen und in Grad an."),
            ),
            models.CheckConstraint(
                condition=Q(plz="") | fuenf_ziffern("plz"),
                name="standort_plz_fuenfstellig",
                violation_error_message=_("Eine Postleitzahl hat fünf Ziffern."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation.kurz}: {self.name}"

    def natural_key(self):
        return (self.organisation.slug, self.name)

    natural_key.dependencies = ["netzwerke.organisation"]

    @property
    def ist_geschuetzt(self) -> bool:
        return self.schutz == Schutz.GESCHUETZT

    @property
    def lage(self) -> "Gebiet | None":
        """The area a visitor may learn: exact for public sites, coarse otherwise."""
        return self.gebiet or self.grobgebiet

    @property
    def ortsangabe(self) -> str:
        """Where it is, in the words of a card: "58135 Hagen", "Espelkamp" or the name of the Kreis."""
        if self.schutz == Schutz.OEFFENTLICH and self.ort:
            return f"{self.plz} {self.ort}".strip()
        return self.ort or (self.lage.name if self.lage else "")
