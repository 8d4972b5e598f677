"""Sites: what is protected is not stored (S9)."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke import services
from netzwerke.admin.aktionen import einzeln
from netzwerke.admin.basis import Gesperrt, Stapel
from netzwerke.admin.formulare import Versionsform, Zeilenform, Zeilenformset
from netzwerke.admin.lage import pruefe_lage_um
from netzwerke.anschluesse import anschluesse
from netzwerke.enums import Schutz
from netzwerke.models import Organisation, Standort

FELDER = (
    (None, {"fields": ("name", "schutz", "jetzt_schuetzen")}),
    (
        _("Anschrift (nur bei öffentlichen Standorten)"),
        {
            "fields": (
                ("strasse", "hausnummer"),
                ("plz", "ort"),
                "gebiet",
                "oepnv",
                ("breite", "laenge"),
            )
        },
    ),
    (_("Grobes Gebiet (nur bei „nur Ort“ und „geschützt“)"), {"fields": ("grobgebiet",)}),
    (
        _("Barrierefreiheit"),
        {
            "classes": ("collapse",),
            "description": _("„Unbekannt“ heißt: Das hat noch niemand geprüft."),
            "fields": (
                ("stufenlos", "toilette", "aufzug"),
                ("hoeranlage", "leitsystem", "parkplatz"),
                "barriere_hinweis",
            ),
        },
    ),
)
HILFETEXTE = {
    "ort": _("Bei „nur Ort“ der Name der Gemeinde; bei „geschützt“ bitte leer lassen."),
    "breite": _("Grad, zum Beispiel 51.3671. Leer lassen, wenn unbekannt."),
    "laenge": _("Grad, zum Beispiel 7.4633."),
    "barriere_hinweis": _("Zum Beispiel: Klingel am Seiteneingang."),
}
AUTOCOMPLETE = ("gebiet", "grobgebiet")
STRENGE = list(Schutz)


class _Standortfelder(forms.ModelForm):
    """What the form of a site needs on its own page and on its organisation's page."""

    fehlerorte = {
        "standort_geschuetzt_ohne_anschrift": "schutz",
        "standort_geschuetzt_nur_kreis_oder_land": "grobgebiet",
        "standort_nur_ort_ohne_anschrift": "schutz",
        "standort_oeffentlich_ohne_grobgebiet": "grobgebiet",
        "standort_schutz_bekannt": "schutz",
        "standort_koordinaten_paarweise": "breite",
        "standort_plz_fuenfstellig": "plz",
    }

    jetzt_schuetzen = forms.BooleanField(
        required=False,
        label=_("Anschrift jetzt löschen und Standort schützen"),
        help_text=_("Leert alle Angaben zur Lage und behält nur Kreis oder Land, auch in allen Kopien."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk or self.instance.schutz == Schutz.GESCHUETZT:
            self.fields["jetzt_schuetzen"].widget = forms.HiddenInput()
        self.bisheriger_schutz = self.instance.schutz if self.instance.pk else None

    def clean(self):
        daten = super().clean()
        if self.cleaned_data.get("jetzt_schuetzen"):
            for feld in Standort.LAGEFELDER:
                self.cleaned_data[feld] = Standort._meta.get_field(feld).get_default()
                self._errors.pop(feld, None)
            self.cleaned_data["schutz"] = Schutz.GESCHUETZT
        return daten

    def _post_clean(self):
        super()._post_clean()
        art = getattr(getattr(self.instance, "organisation", None), "art", None)
        startet_geschuetzt = art is not None and art.startet_geschuetzt and not self.instance.pk
        if startet_geschuetzt and self.cleaned_data.get("schutz", Schutz.GESCHUETZT) != Schutz.GESCHUETZT:
            self.add_error(
                "schutz",
                _(
                    "Bei dieser Art von Organisation beginnt jeder Standort geschützt. Bitte wählen Sie „geschützt“."
                ),
            )

    def vor_dem_speichern(self):
        """Where the site becomes better protected, remove what was stored until now, copies included."""
        bisher, neu = self.bisheriger_schutz, self.instance.schutz
        if bisher is None or STRENGE.index(neu) <= STRENGE.index(bisher):
            return
        if neu == Schutz.GESCHUETZT:
            services.standort_schuetzen(self.instance, self.instance.grobgebiet)
            gespeichert = Standort.objects.select_related("grobgebiet").get(pk=self.instance.pk)
            self.instance.grobgebiet = gespeichert.grobgebiet
        else:
            anschluesse.kopien_loeschen(self.instance)


class StandortInlineForm(_Standortfelder, Zeilenform):
    pass


class StandortForm(_Standortfelder, Versionsform):
    versionstraeger = "organisation"


class StandortInline(Stapel):
    model = Standort
    form = StandortInlineForm
    formset = Zeilenformset
    fieldsets = FELDER
    hilfetexte = HILFETEXTE
    autocomplete_fields = AUTOCOMPLETE
    mitladen = ("organisation", "gebiet", "grobgebiet")

    def get_formset(self, request, obj=None, **kwargs):
        """New rows begin protected where the kind of organisation says so; for a new one somebody chooses."""
        formset = super().get_formset(request, obj, **kwargs)
        schutz = formset.form.base_fields["schutz"]
        if obj is None:
            schutz.initial = ""
        elif obj.art.startet_geschuetzt:
            schutz.initial = Schutz.GESCHUETZT
        return formset


@admin.register(Standort)
class StandortAdmin(Gesperrt):
    form = StandortForm
    fieldsets = ((None, {"fields": ("organisation",)}), *FELDER)
    hilfetexte = HILFETEXTE
    autocomplete_fields = ("organisation", *AUTOCOMPLETE)
    mitladen = ("organisation", "gebiet", "grobgebiet")
    list_display = ("name", "organisation", "schutz_kurz", "ortsangabe", "stufenlos")
    list_filter = ("schutz", "stufenlos")
    ordering = ("organisation__sortierung", "name")
    search_fields = ("name", "organisation__suchtext", "ort", "plz__startswith")
    vorschlagsfelder = ("name", "organisation__sortierung", "organisation__kurzname")
    search_help_text = _("Name, Organisation, Ort oder PLZ")
    actions = ("anschrift_schuetzen",)

    @admin.display(description=_("Schutz"), ordering="schutz")
    def schutz_kurz(self, standort):
        return standort.get_schutz_display().split(":")[0]

    @admin.display(description=_("Ort"))
    def ortsangabe(self, standort):
        return standort.ortsangabe or None

    def get_readonly_fields(self, request, obj=None):
        return ("organisation",) if obj else ()

    def get_changeform_initial_data(self, request):
        daten = super().get_changeform_initial_data(request)
        if str(daten.get("organisation", "")).isdecimal():
            organisation = Organisation.objects.select_related("art").filter(pk=daten["organisation"]).first()
            if organisation and organisation.art.startet_geschuetzt:
                daten["schutz"] = Schutz.GESCHUETZT
        return daten

    def save_model(self, request, obj, form, change):
        form.vor_dem_speichern()
        super().save_model(request, obj, form, change)

    def nach_dem_speichern(self, request, zeile, formsets):
        pruefe_lage_um(zeile.organisation)

    def delete_model(self, request, obj):
        services.standort_loeschen(obj)

    def delete_queryset(self, request, queryset):
        for standort in queryset:
            services.standort_loeschen(standort)

    @admin.action(description=_("Anschrift schützen (Lage löschen)"), permissions=["change"])
    def anschrift_schuetzen(self, request, queryset):
        def schuetzen(standort):
            services.standort_schuetzen(standort)
            self.log_change(request, standort, [{"changed": {"fields": [gettext("Schutz der Anschrift")]}}])

        einzeln(self, request, queryset, schuetzen, _("geschützt"))
        messages.info(
            request,
            _(
                "Bitte prüfen Sie auch die Namen der Standorte: Sie dürfen keinen Hinweis auf die Lage enthalten."
            ),
        )
