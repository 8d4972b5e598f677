from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, IntegerField, Model, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Sozialraum
from netzwerke.raum.lage import gebietslagen, mit_standort, sozialraumlagen


class Naehe:
    """How near an entry is, from 0 (the same Sozialraum) outwards."""

    SOZIALRAUM = 0
    UEBERSCHNEIDUNG = 1
    STADTBEZIRK = 2
    STADT = 3
    UMKREIS = 4
    KREIS = 5
    LAND = 6
    BUNDESWEIT = 7

    BESCHRIFTUNG = {
        SOZIALRAUM: _("im Sozialraum"),
        UEBERSCHNEIDUNG: _("in einem überschneidenden Sozialraum"),
        STADTBEZIRK: _("im Stadtteil oder Stadtbezirk"),
        STADT: _("in der Stadt oder Gemeinde"),
        UMKREIS: _("in der Umgebung"),
        KREIS: _("im Kreis"),
        LAND: _("im Land"),
        BUNDESWEIT: _("bundesweit"),
    }


@dataclass(frozen=True)
class Ring:
    """Everything at one distance. ``gebiete`` and ``sozialraeume`` are querysets of ids."""

    naehe: int | None
    gebiete: QuerySet
    sozialraeume: QuerySet
    standorte: Q | None = None
    bundesweit: bool = False

    def bedingung(self, model: type[Model]) -> Q:
        """Return the condition under which an entry of ``model`` lies in this ring."""
        zeilen, eintrag, sozialraum = sozialraumlagen(model)
        bedingung = Q(pk__in=zeilen.filter(**{f"{sozialraum}__in": self.sozialraeume}).values(eintrag))
        for zeilen, eintrag, gebiet in gebietslagen(model):
            bedingung |= Q(pk__in=zeilen.filter(**{f"{gebiet}__in": self.gebiete}).values(eintrag))
        if self.standorte is not None:
            bedingung |= Q(pk__in=mit_standort(model, self.standorte))
        if self.bundesweit and hasattr(model, "bundesweit"):
            bedingung |= Q(bundesweit=True)
        return bedingung


#: Which levels of the tree stand for which nearness, from the smallest outwards.
EBENEN = (
    (Naehe.STADTBEZIRK, Q(stufe__in=[Stufe.STADTTEIL, Stufe.STADTBEZIRK])),
    (Naehe.STADT, Q(stufe=Stufe.GEMEINDE) | Q(kreisfreie_stadt=True)),
    (Naehe.KREIS, Q(stufe=Stufe.KREIS, kreisfreie_stadt=False)),
    (Naehe.LAND, Q(stufe=Stufe.LAND)),
)


@dataclass(frozen=True)
class Raum:
    """A place. ``name`` is shown ("in Haspe").

    ``kern`` are its inner rings, ``oben`` the areas it lies in.
    """

    name: str
    kern: tuple[Ring, ...]
    oben: QuerySet

    @cached_property
    def umfang(self) -> Ring:
        """All of it in one ring."""
        gebiete, sozialraeume, standorte = self.oben, Sozialraum.objects.none(), None
        for ring in self.kern:
            gebiete = gebiete | Gebiet.objects.filter(pk__in=ring.gebiete)
            sozialraeume = sozialraeume | Sozialraum.objects.filter(pk__in=ring.sozialraeume)
            if ring.standorte is not None:
                standorte = ring.standorte if standorte is None else standorte | ring.standorte
        return Ring(None, gebiete.values("pk"), sozialraeume.values("pk"), standorte, bundesweit=True)

    @cached_property
    def ringe(self) -> tuple[Ring, ...]:
        """The same, nearest first; what is in none of them is nationwide."""
        keine = Sozialraum.objects.none()
        aussen = [Ring(naehe, self.oben.filter(ebene).values("pk"), keine) for naehe, ebene in EBENEN]
        return tuple(sorted([*self.kern, *aussen], key=lambda ring: ring.naehe))

    def bedingung(self, model: type[Model]) -> Q:
        """Return the condition under which an entry of ``model`` is active here at all."""
        return self.umfang.bedingung(model)

    def rang(self, model: type[Model]) -> Case:
        """Return an expression for the nearness (see `Naehe`) of each entry of ``model``."""
        faelle = [When(ring.bedingung(model), then=Value(ring.naehe)) for ring in self.ringe]
        return Case(*faelle, default=Value(Naehe.BUNDESWEIT), output_field=IntegerField())
