"""What the values of filters mean, as conditions on the entries of a filter set."""

from django.db.models import Q

from netzwerke import suche
from netzwerke.models import Hilfeangebot, Lebenslage, Organisation, Standort, Thema
from netzwerke.suche import Wortgruppe, wortgruppen


def stichwort(filterset, text: str) -> Q:
    """Every word must occur in the entry, in the name of one of its themes or in its public organisation."""
    model = filterset.queryset.model
    alle = Q()
    for gruppe in wortgruppen(text):
        treffer = suche.bedingung(gruppe, "suchtext")
        if hasattr(model, "themen"):
            treffer |= thema(filterset, *_themen_zu(gruppe))
        if model is Hilfeangebot:
            organisationen = Organisation.objects.oeffentlich().filter(suche.bedingung(gruppe, "suchtext"))
            treffer |= Q(organisation__in=organisationen.values("pk"))
        alle &= treffer
    return alle or Q(pk__in=[])


def _themen_zu(gruppe: Wortgruppe) -> list[Thema]:
    """Themes whose name, or one of whose single everyday words, is what ``gruppe`` asks for."""
    return [zeile for zeile in Thema.objects.all() if _nennt(gruppe, zeile)]


def _nennt(gruppe: Wortgruppe, zeile: Thema) -> bool:
    worte = [wort for wort in zeile.suchwortliste if " " not in wort]
    ablage = suche.suchtext([zeile.name, *worte])
    return any(all(f" {wort} " in ablage for wort in form) for form in gruppe.formen)


def umkreis(filterset, km: str) -> Q | None:
    return None


def vokabular(feld: str):
    def bedingung(filterset, zeile) -> Q:
        modellfeld = filterset.queryset.model._meta.get_field(feld)
        durch = modellfeld.remote_field.through
        bezuege = durch.objects.filter(**{f"{modellfeld.m2m_reverse_field_name()}": zeile.pk})
        return Q(pk__in=bezuege.values(f"{modellfeld.m2m_field_name()}_id"))

    return bedingung


def thema(filterset, *themen: Thema) -> Q:
    """Entries with one of ``themen`` or with a theme below one of them."""
    return Q(pk__in=_mit_thema(filterset.queryset.model, [zeile.pk for zeile in themen]))


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
