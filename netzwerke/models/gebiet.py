"""Administrative areas and postcodes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Stufe
from netzwerke.felder import SortierField
from netzwerke.models.basis import InEinerTransaktion, SlugManager, freier_name
from netzwerke.texte import slug_aus, sortierform

#: ISO 3166-2:DE code of each Land by the first two digits of the Regionalschlüssel.
LAND_KUERZEL = {
    "01": "SH", "02": "HH", "03": "NI", "04": "HB", "05": "NW", "06": "HE", "07": "RP", "08": "BW",
    "09": "BY", "10": "SL", "11": "BE", "12": "BB", "13": "MV", "14": "SN", "15": "ST", "16": "TH",
}  # fmt: skip


def fuenf_ziffern(spalte: str) -> Q:
    """Condition for a column of five ASCII digits that both databases can check (they share no regex)."""
    ohne_ziffern = Func(F(spalte), Value("0123456789"), function="RTRIM")
    return Q(Exact(Length(spalte), 5)) & Q(Exact(ohne_ziffern, ""))


class PostleitzahlManager(models.Manager):
    def get_by_natural_key(self, plz):
        return self.get(plz=plz)


class Postleitzahl(InEinerTransaktion):
    plz = models.CharField(_("PLZ"), max_length=5, unique=True)
    orte = models.CharField(
        _("Orte"), max_length=1000, blank=True, default="", help_text=_("mit Semikolon getrennt")
    )
    breite = models.FloatField(_("geografische Breite"), null=True, blank=True, help_text=_("Grad, WGS 84"))
    laenge = models.FloatField(_("geografische Länge"), null=True, blank=True, help_text=_("Grad, WGS 84"))

    objects = PostleitzahlManager()

    class Meta:
        verbose_name = _("Postleitzahl")
        verbose_name_plural = _("Postleitzahlen")
        ordering = ["plz"]
        constraints = [
            models.CheckConstraint(
                condition=fuenf_ziffern("plz"),
                name="postleitzahl_fuenf_ziffern",
                violation_error_message=_("Eine Postleitzahl hat fünf Ziffern."),
            )
        ]

    def __str__(self):
        return self.plz

    def natural_key(self):
        return (self.plz,)


_ABWAERTS = """
    WITH RECURSIVE zweig(id) AS (
        SELECT id FROM netzwerke_gebiet WHERE id IN ({anfang})
        UNION
        SELECT kind.id FROM netzwerke_gebiet kind JOIN zweig ON kind.oberhalb_id = zweig.id
    ) SELECT id FROM zweig
"""
_AUFWAERTS = """
    WITH RECURSIVE weg(id, oberhalb_id) AS (
        SELECT id, oberhalb_id FROM netzwerke_gebiet WHERE id IN ({anfang})
        UNION
        SELECT eltern.id, eltern.oberhalb_id FROM netzwerke_gebiet eltern JOIN weg ON eltern.id = weg.oberhalb_id
    ) SELECT id FROM weg
"""


class GebietQuerySet(models.QuerySet):
    """The tree is walked by recursive queries over the indexed parent column: nothing is stored twice."""

    def unterhalb(self, *pks: int, von: models.QuerySet | None = None):
        """The given areas and everything below them, by one indexed query.

        ``von`` starts from a queryset of ids instead, without a query of its own.
        """
        return self._verwandt(_ABWAERTS, pks, von)

    def oberhalb_von(self, *pks: int, von: models.QuerySet | None = None):
        """The given areas and everything above them, up to the Land; ``von`` as in `unterhalb`."""
        return self._verwandt(_AUFWAERTS, pks, von)

    def _verwandt(self, sql, pks, von):
        if von is not None:
            anfang, parameter = von.query.sql_with_params()
        elif pks:
            anfang, parameter = ", ".join(["%s"] * len(pks)), [int(pk) for pk in pks]
        else:
            return self.none()
        return self.filter(pk__in=RawSQL(sql.format(anfang=anfang), parameter))


class GebietManager(models.Manager.from_queryset(GebietQuerySet), SlugManager):
    pass


class Gebiet(InEinerTransaktion):
    """A node of the tree Land > Kreis > Gemeinde > Stadtbezirk > Stadtteil; a kreisfreie Stadt is one node."""

    name = models.CharField(_("Name"), max_length=120)
    slug = models.SlugField(_("Kürzel in Adressen"), max_length=120, unique=True, blank=True)
    stufe = models.CharField(_("Stufe"), max_length=20, choices=Stufe.choices)
    oberhalb = models.ForeignKey(
        "self",
        verbose_name=_("liegt in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="darunter",
    )
    kreisfreie_stadt = models.BooleanField(_("kreisfreie Stadt"), default=False)
    ars = models.CharField(
        _("amtlicher Regionalschlüssel"),
        max_length=12,
        null=True,
        blank=True,
        unique=True,
        help_text=_("Land 2, Kreis 5, Gemeinde 12 Ziffern; darunter keiner."),
    )
    breite = models.FloatField(_("Mittelpunkt: Breite"), null=True, blank=True, help_text=_("Grad, WGS 84"))
    laenge = models.FloatField(_("Mittelpunkt: Länge"), null=True, blank=True, help_text=_("Grad, WGS 84"))
    postleitzahlen = models.ManyToManyField(
        Postleitzahl, verbose_name=_("Postleitzahlen"), blank=True, related_name="gebiete"
    )
    sortierung = SortierField(max_length=200, editable=False, default="", db_index=True)

    objects = GebietManager()

    class Meta:
        verbose_name = _("Gebiet")
        verbose_name_plural = _("Gebiete")
        ordering = ["sortierung", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stufe=Stufe.LAND, oberhalb__isnull=True)
                | (~Q(stufe=Stufe.LAND) & Q(oberhalb__isnull=False)),
                name="gebiet_nur_land_ohne_oberhalb",
                violation_error_message=_(
                    "Nur ein Land hat kein Gebiet über sich; bitte wählen Sie, worin dieses Gebiet liegt."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ars__isnull=True)
                | Q(Exact(Length("ars"), 2), stufe=Stufe.LAND)
                | Q(Exact(Length("ars"), 5), stufe=Stufe.KREIS)
                | Q(Exact(Length("ars"), 12), stufe=Stufe.GEMEINDE),
                name="gebiet_ars_passt_zur_stufe",
                violation_error_message=_(
                    "Der Regionalschlüssel hat für ein Land 2, einen Kreis 5, eine Gemeinde 12 Ziffern."
                ),
            ),
            models.CheckConstraint(
                condition=Q(kreisfreie_stadt=False) | Q(stufe=Stufe.KREIS),
                name="gebiet_kreisfrei_nur_auf_kreisebene",
                violation_error_message=_("Eine kreisfreie Stadt steht auf der Stufe Kreis."),
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.stufe_lesbar})"

    @property
    def stufe_lesbar(self):
        if self.kreisfreie_stadt:
            return _("kreisfreie Stadt")
        return _("Kreis") if self.stufe == Stufe.KREIS else self.get_stufe_display()

    @property
    def tiefe(self) -> int:
        return Stufe(self.stufe).tiefe

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        super().clean()
        if self.oberhalb_id and self.stufe and self.oberhalb.tiefe >= self.tiefe:
            raise ValidationError(
                {
                    "oberhalb": _(
                        "Dieses Gebiet muss in einem größeren liegen (Land > Kreis > Gemeinde > Stadtbezirk > Stadtteil)."
                    )
                }
            )

    def ableiten(self) -> None:
        self.ars = self.ars or None
        self.sortierung = sortierform(self.name)[:200]
        if not self.slug:
            self.slug = self._freier_slug()

    def _freier_slug(self) -> str:
        """Return the name, where it is taken with the key or the area above, then with a number."""
        stamm = slug_aus(self.name) or self._meta.model_name
        andere = type(self).objects.filter(slug__startswith=stamm).exclude(pk=self.pk)
        belegt = set(andere.values_list("slug", flat=True))
        if stamm in belegt and (zusatz := self.ars or (self.oberhalb and slug_aus(self.oberhalb.name))):
            stamm = f"{stamm}-{zusatz}"[:110]
        return freier_name(stamm, belegt)

    def vorfahren(self) -> list["Gebiet"]:
        """This area and those above it, smallest first (at most five)."""
        return sorted(type(self).objects.oberhalb_von(self.pk), key=lambda g: -g.tiefe)
