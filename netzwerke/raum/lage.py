"""Where entries lie, as pairs of ids: what rings select by and what counting joins."""

from django.db.models import Model, Q, QuerySet

from netzwerke.models import Sozialraum, Standort


def gebietslagen(model: type[Model]) -> list[tuple[QuerySet, str, str]]:
    """Return (rows, column of the entry, column of the area): own areas, and those of its sites."""
    if model is Sozialraum:
        return [(model.gebiete.through.objects.all(), "sozialraum_id", "gebiet_id")]
    lagen = [(model.gebiete.through.objects.all(), f"{model._meta.model_name}_id", "gebiet_id")]
    if hasattr(model, "standorte"):
        standorte, eintrag, standort = _standortbezuege(model)
        lagen.append(
            (standorte.filter(**{f"{standort}gebiet__isnull": False}), eintrag, f"{standort}gebiet_id")
        )
        grob = standorte.filter(**{f"{standort}grobgebiet__isnull": False})
        lagen.append((grob, eintrag, f"{standort}grobgebiet__pk"))
    return lagen


def sozialraumlagen(model: type[Model]) -> tuple[QuerySet, str, str]:
    """Return (rows, column of the entry, column of the Sozialraum)."""
    if model is Sozialraum:
        return model.objects.all(), "pk", "pk"
    return model.sozialraeume.through.objects.all(), f"{model._meta.model_name}_id", "sozialraum_id"


def mit_standort(model: type[Model], bedingung: Q) -> QuerySet:
    """Ids of the entries with a site that meets ``bedingung``."""
    if not hasattr(model, "standorte"):
        return model._default_manager.none().values("pk")
    bezuege, eintrag, standort = _standortbezuege(model)
    treffer = Standort.objects.filter(bedingung).values("pk")
    return bezuege.filter(**{f"{standort}pk__in": treffer}).values(eintrag)


def _standortbezuege(model: type[Model]) -> tuple[QuerySet, str, str]:
    """Rows that lead from an entry to its sites: (rows, column of the entry, prefix of the site's columns)."""
    beziehung = model._meta.get_field("standorte")
    if beziehung.many_to_many:
        return model.standorte.through.objects.all(), f"{model._meta.model_name}_id", "standort__"
    return Standort.objects.all(), beziehung.field.attname, ""
