from math import cos, radians

from django.db.models import ExpressionWrapper, F, FloatField, Q, QuerySet, Value
from django.db.models.lookups import LessThanOrEqual

from netzwerke.enums import Abdeckung, Status, Stufe
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum, SozialraumGebiet
from netzwerke.raum.ringe import Naehe, Raum, Ring

#: Kilometres in a degree of latitude; precise enough for a radius search.
KM_JE_GRAD = 111.2
#: Radius in kilometres by which a PLZ widens that belongs to no Gebiet we know.
UMKREIS_OHNE_GEBIET = 25
#: Radii in kilometres that are offered.
UMKREISE = (5, 10, 25, 50, 100)

NAEHE_DER_STUFE = {
    Stufe.STADTTEIL: Naehe.STADTBEZIRK,
    Stufe.STADTBEZIRK: Naehe.STADTBEZIRK,
    Stufe.GEMEINDE: Naehe.STADT,
    Stufe.KREIS: Naehe.KREIS,
    Stufe.LAND: Naehe.LAND,
}


def raum_von_sozialraum(sozialraum: Sozialraum) -> Raum:
    """The Sozialraum, those that overlap it, the areas it touches, then outwards."""
    beruehrt = SozialraumGebiet.objects.filter(sozialraum=sozialraum)
    selbst = Sozialraum.objects.filter(pk=sozialraum.pk).values("pk")
    nachbarn = _ueberschneidende(beruehrt).values("sozialraum_id")
    standorte = Q(plz__in=sozialraum.postleitzahlen.values("plz"))
    innen = Gebiet.objects.unterhalb(von=beruehrt.values("gebiet_id"))
    return Raum(
        sozialraum.name,
        (
            Ring(Naehe.SOZIALRAUM, Gebiet.objects.none(), selbst),
            Ring(Naehe.UEBERSCHNEIDUNG, Gebiet.objects.none(), nachbarn),
            Ring(Naehe.STADTBEZIRK, innen.values("pk"), Sozialraum.objects.none(), standorte),
        ),
        Gebiet.objects.oberhalb_von(von=beruehrt.values("gebiet_id")),
    )


def raum_von_gebiet(gebiet: Gebiet) -> Raum:
    """Everything in the area and in Sozialräumen that touch it, then outwards."""
    innen = Gebiet.objects.unterhalb(gebiet.pk)
    sozialraeume = _beruehrende(innen)
    naehe = Naehe.STADT if gebiet.kreisfreie_stadt else NAEHE_DER_STUFE[gebiet.stufe]
    kern = Ring(naehe, innen.values("pk"), sozialraeume.values("pk"))
    return Raum(gebiet.name, (kern,), Gebiet.objects.oberhalb_von(gebiet.pk))


def raum_von_plz(postleitzahl: Postleitzahl, gebiete: list[int], km: int | None = None) -> Raum:
    """The smallest areas with this PLZ, with ``km`` also what lies that near, then outwards.

    ``gebiete`` are the ids of `kleinste_gebiete`, fetched rather than nested: SQLite's parser gives up on
    statements that are nested much deeper. Without any, the PLZ widens by `UMKREIS_OHNE_GEBIET` kilometres.
    """
    radius = km or (None if gebiete else UMKREIS_OHNE_GEBIET)
    innen = Gebiet.objects.unterhalb(*gebiete)
    mit_plz = Sozialraum.objects.filter(postleitzahlen=postleitzahl, status=Status.VEROEFFENTLICHT)
    kern = [
        Ring(Naehe.SOZIALRAUM, Gebiet.objects.none(), mit_plz.values("pk")),
        Ring(
            Naehe.STADTBEZIRK, innen.values("pk"), _beruehrende(innen).values("pk"), Q(plz=postleitzahl.plz)
        ),
    ]
    if radius and postleitzahl.breite is not None and postleitzahl.laenge is not None:
        nah = im_umkreis(postleitzahl.breite, postleitzahl.laenge, radius)
        nahe_gebiete = Gebiet.objects.filter(nah).exclude(stufe=Stufe.LAND)
        kern.append(
            Ring(Naehe.UMKREIS, nahe_gebiete.values("pk"), _beruehrende(nahe_gebiete).values("pk"), nah)
        )
    name = f"{postleitzahl.plz} {postleitzahl.orte.split(';')[0].strip()}".strip()
    return Raum(name, tuple(kern), Gebiet.objects.oberhalb_von(*gebiete))


def kleinste_gebiete(postleitzahl: Postleitzahl) -> QuerySet:
    """The areas with this PLZ in which no smaller one with it lies."""
    mit_plz = Gebiet.objects.filter(postleitzahlen=postleitzahl)
    eltern = Gebiet.objects.filter(darunter__postleitzahlen=postleitzahl).values("pk")
    return mit_plz.exclude(pk__in=Gebiet.objects.oberhalb_von(von=eltern).values("pk"))


def groessere_gebiete(gebiete: QuerySet) -> list[Gebiet]:
    """The areas above ``gebiete``, smallest first: where to go on when nothing is found."""
    pks = gebiete.values("pk")
    oben = Gebiet.objects.oberhalb_von(von=pks).exclude(pk__in=pks)
    return sorted(oben, key=lambda gebiet: (-gebiet.tiefe, gebiet.sortierung))


def im_umkreis(breite: float, laenge: float, km: float) -> Q:
    """Condition for rows with ``breite`` and ``laenge`` (degrees) within ``km`` of a point.

    Equirectangular arithmetic after a bounding box: both databases compute it alike, and over 100 km in
    Germany it errs by less than one per cent.
    """
    stauchung = cos(radians(breite))
    grad_breite = km / KM_JE_GRAD
    grad_laenge = grad_breite / stauchung
    kasten = Q(
        breite__gte=breite - grad_breite,
        breite__lte=breite + grad_breite,
        laenge__gte=laenge - grad_laenge,
        laenge__lte=laenge + grad_laenge,
    )
    nord, ost = F("breite") - breite, (F("laenge") - laenge) * stauchung
    quadrat = ExpressionWrapper(nord * nord + ost * ost, output_field=FloatField())
    return kasten & Q(LessThanOrEqual(quadrat, Value(grad_breite**2, output_field=FloatField())))


def _beruehrende(gebiete: QuerySet) -> QuerySet:
    bezuege = SozialraumGebiet.objects.filter(gebiet__in=gebiete.values("pk"))
    return Sozialraum.objects.oeffentlich().filter(pk__in=bezuege.values("sozialraum_id"))


def _ueberschneidende(beruehrt: QuerySet) -> QuerySet:
    """The same rule as `ueberschneidungen`, inside the statement."""
    ganz = beruehrt.filter(abdeckung=Abdeckung.GANZ).values("gebiet_id")
    innen = Gebiet.objects.unterhalb(von=ganz).values("pk")
    oben = Gebiet.objects.oberhalb_von(von=beruehrt.values("gebiet_id")).values("pk")
    trifft = Q(gebiet__in=innen) | Q(gebiet__in=oben, abdeckung=Abdeckung.GANZ)
    return SozialraumGebiet.objects.filter(trifft, sozialraum__status=Status.VEROEFFENTLICHT)
