"""Organisations with their areas of work and sites."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from netzwerke.admin.anzeige import LEER, als_liste, listenlink
from netzwerke.admin.basis import Gesperrt, Stapel
from netzwerke.admin.eintrag import AKTUALITAET, QUELLE, RAUM, TECHNIK, Eintragadmin, Gepflegtform
from netzwerke.admin.formulare import Versionsform, Zeilenformset
from netzwerke.admin.lage import pruefe_lage_um
from netzwerke.admin.standort import StandortInline, StandortInlineForm
from netzwerke.models import Arbeitsbereich, Hilfeangebot, Kontakt, Mitgliedschaft, Organisation, Standort

ARBEITSBEREICH_HILFEN = {
    "name": _("Zum Beispiel: Schutz und Beratung."),
    "beschreibung": _("Was geschieht in diesem Bereich, und für wen?"),
    "reihenfolge": _("Kleine Zahlen stehen oben."),
}


class ArbeitsbereichInline(Stapel):
    model = Arbeitsbereich
    formset = Zeilenformset
    fields = ("name", "beschreibung", "themen", "reihenfolge")
    autocomplete_fields = ("themen",)
    hilfetexte = ARBEITSBEREICH_HILFEN
    vorladen = ("themen",)


class OrganisationForm(Gepflegtform):
    fehlerorte = {**Gepflegtform.fehlerorte, "organisation_nicht_eigener_traeger": "traeger"}


@admin.register(Organisation)
class OrganisationAdmin(Eintragadmin):
    form = OrganisationForm
    inlines = (ArbeitsbereichInline, StandortInline)
    #: With more sites than this the page would be too long; then they have their own list.
    hoechstens_standorte = 20
    autocomplete_fields = ("art", "traeger", "gebiete", "sozialraeume", "zustaendig")
    mitladen = ("art", "traeger", "zustaendig")
    readonly_fields = ("dazu_gehoert", *Eintragadmin.readonly_fields)
    list_display = ("name", "art", "status_marke", "frische", "zustaendig")
    list_filter = ("status", "art", *Eintragadmin.list_filter[1:], "stellt_sich_vor")
    search_help_text = _("Name, Kurzname, Beschreibung")
    vorschlagsfelder = ("sortierung", "kurzname")
    hilfetexte = {
        **Eintragadmin.hilfetexte,
        "kurzname": _("Die gebräuchliche Abkürzung, wenn es eine gibt."),
        "art": _("Bei Frauenhäusern und Schutzwohnungen beginnen neue Standorte geschützt."),
        "beschreibung": _("Was tut die Organisation? Kurz und in einfachen Worten."),
        "vorstellung": _("Zum Beispiel: Programm, Räume, Beratung. Nur, wenn sie sich vorstellt."),
    }
    fieldsets = (
        (None, {"fields": ("name", "kurzname", "art", "traeger", "status", "beschreibung", "dazu_gehoert")}),
        (_("Erreichbarkeit"), {"fields": ("telefon", "email", "website")}),
        RAUM,
        (_("Bei Netzwerktreffen"), {"fields": ("stellt_sich_vor", "vorstellung")}),
        AKTUALITAET,
        QUELLE,
        TECHNIK,
    )

    def get_inlines(self, request, obj):
        if obj is not None and self._anzahl(obj, Standort) > self.hoechstens_standorte:
            return (ArbeitsbereichInline,)
        return self.inlines

    def _anzahl(self, organisation, model):
        gezaehlt = organisation.__dict__.setdefault("_anzahlen", {})
        if model not in gezaehlt:
            gezaehlt[model] = model.objects.filter(organisation=organisation).count()
        return gezaehlt[model]

    @admin.display(description=_("Dazu gehören"))
    def dazu_gehoert(self, organisation):
        if organisation.pk is None:
            return LEER
        arten = (
            (Standort, ngettext("%d Standort", "%d Standorte", self._anzahl(organisation, Standort))),
            (Kontakt, ngettext("%d Kontakt", "%d Kontakte", self._anzahl(organisation, Kontakt))),
            (
                Hilfeangebot,
                ngettext("%d Hilfeangebot", "%d Hilfeangebote", self._anzahl(organisation, Hilfeangebot)),
            ),
            (
                Mitgliedschaft,
                ngettext(
                    "%d Mitgliedschaft", "%d Mitgliedschaften", self._anzahl(organisation, Mitgliedschaft)
                ),
            ),
        )
        return als_liste(
            listenlink(
                model, text % self._anzahl(organisation, model), organisation__id__exact=organisation.pk
            )
            for model, text in arten
        )

    def save_formset(self, request, form, formset, change):
        for zeile in formset.initial_forms:
            if isinstance(zeile, StandortInlineForm) and zeile not in formset.deleted_forms:
                zeile.vor_dem_speichern()
        super().save_formset(request, form, formset, change)

    def nach_dem_speichern(self, request, zeile, formsets):
        pruefe_lage_um(zeile)


class ArbeitsbereichForm(Versionsform):
    versionstraeger = "organisation"


@admin.register(Arbeitsbereich)
class ArbeitsbereichAdmin(Gesperrt):
    form = ArbeitsbereichForm
    fields = ("organisation", "name", "beschreibung", "themen", "reihenfolge")
    autocomplete_fields = ("organisation", "themen")
    hilfetexte = ARBEITSBEREICH_HILFEN
    mitladen = ("organisation",)
    list_display = ("name", "organisation")
    ordering = ("organisation__sortierung", "reihenfolge", "name")
    search_fields = ("name", "organisation__suchtext")
    vorschlagsfelder = ("name", "organisation__sortierung", "organisation__kurzname")
    search_help_text = _("Name oder Organisation")

    def get_readonly_fields(self, request, obj=None):
        return ("organisation",) if obj else ()
