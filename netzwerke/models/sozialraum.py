"""Sozialräume: not administrative, they cross the borders of the tree and may overlap."""

import json

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Abdeckung
from netzwerke.models.basis import Eintrag, EintragQuerySet, InEinerTransaktion, SlugManager
from netzwerke.models.gebiet import Gebiet, Postleitzahl

#: Largest accepted outline in bytes of JSON; a city quarter traced by hand needs a few thousand.
UMRISS_BYTES = 200_000


def pruefe_umriss(umriss) -> None:
    """Check a GeoJSON Polygon or MultiPolygon (RFC 7946): closed rings, WGS 84 degrees, four points or more."""
    if not isinstance(umriss, dict) or umriss.get("type") not in {"Polygon", "MultiPolygon"}:
        raise _umrissfehler(_("Erwartet wird GeoJSON vom Typ Polygon oder MultiPolygon."))
    if len(json.dumps(umriss)) > UMRISS_BYTES:
        raise _umrissfehler(_("Der Umriss ist zu groß. Bitte vereinfachen Sie ihn."))
    koordinaten = umriss.get("coordinates")
    flaechen = [koordinaten] if umriss["type"] == "Polygon" else koordinaten
    if not isinstance(flaechen, list) or not flaechen:
        raise _umrissfehler(_("Der Umriss enthält keine Fläche."))
    for flaeche in flaechen:
        if not isinstance(flaeche, list) or not flaeche:
            raise _umrissfehler(_("Der Umriss enthält eine leere Fläche."))
        for ring in flaeche:
            _pruefe_ring(ring)


def _pruefe_ring(ring) -> None:
    if not isinstance(ring, list) or len(ring) < 4:
        raise _umrissfehler(_("Eine Linie braucht mindestens vier Punkte."))
    for punkt in ring:
        if (
            not isinstance(punkt, list)
            or len(punkt) not in (2, 3)
            or not all(_ist_zahl(wert) for wert in punkt)
        ):
            raise _umrissfehler(_("Jeder Punkt besteht aus Länge und Breite in Grad."))
        if not (-180 <= punkt[0] <= 180 and -90 <= punkt[1] <= 90):
            raise _umrissfehler(
                _("Ein Punkt liegt nicht auf der Erde: zuerst die Länge, dann die Breite angeben.")
            )
    if ring[0] != ring[-1]:
        raise _umrissfehler(_("Jede Linie muss an ihrem Anfangspunkt enden."))


def _ist_zahl(wert) -> bool:
    return isinstance(wert, int | float) and not isinstance(wert, bool)


def _umrissfehler(text) -> ValidationError:
    return ValidationError(text, code="umriss")


class SozialraumManager(models.Manager.from_queryset(EintragQuerySet), SlugManager):
    pass


class Sozialraum(Eintrag):
    detail_url = "netzwerke:sozialraum-detail"
    suchfelder = ("name", "andere_namen", "definition", "merkmale")

    definition = models.TextField(
        _("Was macht ihn aus?"), blank=True, default="", help_text=_("Warum gehören diese Gebiete zusammen?")
    )
    merkmale = models.TextField(
        _("Merkmale"),
        blank=True,
        default="",
        help_text=_("Zum Beispiel soziale Indikatoren, Wege, Treffpunkte."),
    )
    gebiete = models.ManyToManyField(
        Gebiet, through="SozialraumGebiet", related_name="sozialraeume", verbose_name=_("Gebiete")
    )
    postleitzahlen = models.ManyToManyField(
        Postleitzahl, blank=True, related_name="sozialraeume", verbose_name=_("Postleitzahlen")
    )
    umriss = models.JSONField(_("Umriss (GeoJSON)"), null=True, blank=True, validators=[pruefe_umriss])

    objects = SozialraumManager()

    class Meta(Eintrag.Meta):
        verbose_name = _("Sozialraum")
        verbose_name_plural = _("Sozialräume")


class SozialraumGebiet(InEinerTransaktion):
    """A Sozialraum touches an area, wholly or partly."""

    sozialraum = models.ForeignKey(
        Sozialraum, on_delete=models.CASCADE, related_name="gebietsbezuege", verbose_name=_("Sozialraum")
    )
    gebiet = models.ForeignKey(
        Gebiet, on_delete=models.PROTECT, related_name="sozialraumbezuege", verbose_name=_("Gebiet")
    )
    abdeckung = models.CharField(
        _("Abdeckung"),
        max_length=20,
        choices=Abdeckung.choices,
        default=Abdeckung.GANZ,
        help_text=_("Gehört das ganze Gebiet zum Sozialraum oder nur ein Teil?"),
    )

    class Meta:
        verbose_name = _("berührtes Gebiet")
        verbose_name_plural = _("berührte Gebiete")
        constraints = [
            models.UniqueConstraint(
                fields=["sozialraum", "gebiet"],
                name="sozialraumgebiet_einmal",
                violation_error_message=_("Dieses Gebiet ist für den Sozialraum schon eingetragen."),
            )
        ]

    def __str__(self):
        return f"{self.gebiet} ({self.get_abdeckung_display()})"
