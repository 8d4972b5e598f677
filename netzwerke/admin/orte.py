"""Areas, postcodes and Sozialräume."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.basis import Tabelle, Verzeichnisadmin
from netzwerke.admin.eintrag import AKTUALITAET, QUELLE, TECHNIK, Eintragadmin, Gepflegtform
from netzwerke.admin.formulare import Zeilenform, Zeilenformset
from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum, SozialraumGebiet, Standort

_SCHLUESSEL_BENUTZT = _(
    "Mit diesem Schlüssel verweisen Standorte ohne Anschrift auf das Gebiet. Bitte legen Sie für den neuen Schlüssel ein "
    "eigenes Gebiet an und wählen Sie es bei diesen Standorten."
)


class GebietForm(Zeilenform):
    fehlerorte = {
        "gebiet_nur_land_ohne_oberhalb": "oberhalb",
        "gebiet_ars_passt_zur_stufe": "ars",
        "gebiet_kreisfrei_nur_auf_kreisebene": "kreisfreie_stadt",
    }

    def clean(self):
        daten = super().clean()
        name, oberhalb = self.cleaned_data.get("name"), self.cleaned_data.get("oberhalb")
        gleiche = Gebiet.objects.filter(name=name, oberhalb=oberhalb, stufe=self.cleaned_data.get("stufe"))
        if gleiche.exclude(pk=self.instance.pk).exists():
            self.add_error("name", _("Dieses Gebiet gibt es dort schon."))
        bisher = self.initial.get("ars")
        if bisher and "ars" in self.changed_data and Standort.objects.filter(grobgebiet=bisher).exists():
            self.add_error("ars", _SCHLUESSEL_BENUTZT)
        return daten


@admin.register(Gebiet)
class GebietAdmin(Verzeichnisadmin):
    form = GebietForm
    autocomplete_fields = ("oberhalb", "postleitzahlen")
    mitladen = ("oberhalb",)
    list_display = ("name", "stufe_lesbar", "oberhalb", "ars")
    list_filter = ("stufe", "kreisfreie_stadt")
    search_fields = ("sortierung", "ars__startswith")
    vorschlagsfelder = ("sortierung",)
    search_help_text = _("Name oder Regionalschlüssel")
    hilfetexte = {
        "slug": _("Wird aus dem Namen gebildet, wenn Sie es leer lassen."),
        "oberhalb": _("Das nächstgrößere Gebiet; nur ein Land hat keines."),
        "kreisfreie_stadt": _("Eine kreisfreie Stadt ist Kreis und Gemeinde in einem; Stufe: Kreis."),
        "postleitzahlen": _("Alle Postleitzahlen, die das Gebiet berühren."),
    }
    fieldsets = (
        (None, {"fields": ("name", "stufe", "kreisfreie_stadt", "oberhalb", "ars")}),
        (_("Postleitzahlen und Lage"), {"fields": ("postleitzahlen", ("breite", "laenge"))}),
        (_("Adresse der Seite"), {"classes": ("collapse",), "fields": ("slug",)}),
    )

    @admin.display(description=_("Stufe"), ordering="stufe")
    def stufe_lesbar(self, gebiet):
        return gebiet.stufe_lesbar

    def get_search_results(self, request, queryset, search_term):
        """A coarse area is a Land, Kreis or Gemeinde that has its official key."""
        if request.GET.get("field_name") == "grobgebiet":
            queryset = queryset.filter(ars__isnull=False, stufe__in=(Stufe.LAND, Stufe.KREIS, Stufe.GEMEINDE))
        return super().get_search_results(request, queryset, search_term)


@admin.register(Postleitzahl)
class PostleitzahlAdmin(Verzeichnisadmin):
    fields = ("plz", "orte", ("breite", "laenge"))
    list_display = ("plz", "orte")
    search_fields = ("plz__startswith", "orte")
    vorschlagsfelder = ("plz__startswith",)
    search_help_text = _("Anfang der Postleitzahl oder Ort")


class SozialraumGebietInline(Tabelle):
    model = SozialraumGebiet
    formset = Zeilenformset
    fields = ("gebiet", "abdeckung")
    autocomplete_fields = ("gebiet",)
    mitladen = ("gebiet",)


@admin.register(Sozialraum)
class SozialraumAdmin(Eintragadmin):
    form = Gepflegtform
    inlines = (SozialraumGebietInline,)
    autocomplete_fields = ("postleitzahlen", "zustaendig")
    mitladen = ("zustaendig",)
    list_display = ("name", "status_marke", "frische", "zustaendig")
    search_help_text = _("Name, Definition, Merkmale")
    hilfetexte = {
        **Eintragadmin.hilfetexte,
        "postleitzahlen": _("Postleitzahlen, unter denen der Sozialraum gefunden wird."),
        "umriss": _("Nur für Fachleute: ein Polygon als GeoJSON. Leer lassen ist in Ordnung."),
    }
    fieldsets = (
        (None, {"fields": ("name", "status", "definition", "merkmale")}),
        (_("Lage"), {"fields": ("postleitzahlen", "umriss")}),
        AKTUALITAET,
        QUELLE,
        TECHNIK,
    )
