"""Columns and read-only fields that several pages show."""

from django.contrib import admin
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.aktionen import bestaetigungsrolle
from netzwerke.aktualitaet import Zustand
from netzwerke.enums import Status

LEER = "–"


def aenderungslink(zeile, text=None):
    """Link to the page on which ``zeile`` is edited."""
    ziel = reverse(f"admin:{zeile._meta.app_label}_{zeile._meta.model_name}_change", args=[zeile.pk])
    return format_html('<a href="{}">{}</a>', ziel, text or str(zeile))


def listenlink(model, text, **parameter):
    """Link to the list of a model with a filter."""
    ziel = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", query=parameter)
    return format_html('<a href="{}">{}</a>', ziel, text)


def als_liste(stuecke):
    """A list of ready-made pieces of HTML, or a dash."""
    stuecke = list(stuecke)
    if not stuecke:
        return LEER
    return format_html(
        '<ul class="verweise">{}</ul>', format_html_join("", "<li>{}</li>", ((s,) for s in stuecke))
    )


class Frische(admin.ModelAdmin):
    """How fresh an entry is, in words, and the button that confirms it."""

    @admin.display(description=_("Aktualität"), ordering="faellig_am")
    def frische(self, eintrag):
        zustand = eintrag.zustand
        if eintrag.bestaetigt_am is None:
            stand = (
                gettext("Stand %(stand)s, ") % {"stand": eintrag.quelle_stand_lesbar}
                if eintrag.quelle_stand
                else ""
            )
            text = stand + gettext("nicht bestätigt")
        else:
            tag = formats.date_format(eintrag.bestaetigt_am, "SHORT_DATE_FORMAT")
            text = gettext("bestätigt %(tag)s") % {"tag": tag}
            if zustand != Zustand.AKTUELL:
                text = f"{text}, {zustand.label}"
        return format_html('<span class="zustand zustand-{}">{}</span>', zustand.value, text)

    def render_change_form(self, request, context, *args, **kwargs):
        return super().render_change_form(request, {"bestaetigbar": True, **context}, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if "_bestaetigen" in request.POST:
            obj.bestaetigt_am = timezone.localdate()
            obj.bestaetigt_rolle = bestaetigungsrolle(request.user)
        super().save_model(request, obj, form, change)


class Statusanzeige(admin.ModelAdmin):
    @admin.display(description=_("Status"), ordering="status")
    def status_marke(self, eintrag):
        return format_html(
            '<span class="status status-{}">{}</span>', eintrag.status, Status(eintrag.status).label
        )
