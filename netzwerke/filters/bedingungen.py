"""What the values of filters mean, as conditions on the entries of a filter set."""

from django.db.models import Q

from netzwerke.models import Hilfeangebot, Lebenslage, Standort, Thema


def keine(filterset, wert) -> None:
    """For filters that narrow nothing by themselves: words and the radius of a place."""
    return None


def vokabular(feld: str):
    def bedingung(filterset, zeile) -> Q:
        modellfeld = filterset.queryset.model._meta.get_field(feld)
        durch = modellfeld.remote_field.through
        bezuege = durch.objects.filter(**{f"{modellfeld.m2m_reverse_field_name()}": zeile.pk})
        return Q(pk__in=bezuege.values(f"{modellfeld.m2m_field_name()}_id"))

    return bedingung


def thema(filterset, zeile: Thema) -> Q:
    """Entries with a theme or with one below it."""
    return Q(pk__in=_mit_thema(filterset.queryset.model, [zeile.pk]))


def _mit_thema(model, themen):
    unter = (
        Q(themen__in=themen) | Q(themen__oberthema__in=themen) | Q(themen__oberthema__oberthema__in=themen)
    )
    return model._default_manager.filter(unter).values("pk")


def lebenslage(filterset, lage: Lebenslage) -> Q:
    """Offers for a situation; those that name no situation count by the themes and audiences it leads to."""
    angebote = Hilfeangebot.objects
    genannt = Hilfeangebot.lebenslagen.through.objects
    gemeint = Q(pk__in=_mit_thema(Hilfeangebot, lage.themen.values("pk")))
    gemeint &= Q(pk__in=angebote.filter(zielgruppen__in=lage.zielgruppen.values("pk")).values("pk"))
    gemeint &= ~Q(pk__in=genannt.values("hilfeangebot_id"))
    return Q(pk__in=genannt.filter(lebenslage=lage.pk).values("hilfeangebot_id")) | gemeint


def barrierefrei(filterset, an) -> Q:
    stufenlos = Standort.objects.filter(stufenlos=True)
    return Q(pk__in=filterset.queryset.model._default_manager.filter(standorte__in=stufenlos).values("pk"))


def raum(name: str):
    def bedingung(filterset, wert) -> Q:
        return filterset.raeume[name].bedingung(filterset.queryset.model)

    return bedingung
