"""Networks with members, services, portrait."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from netzwerke import services
from netzwerke.admin.anzeige import LEER, aenderungslink, als_liste, listenlink
from netzwerke.admin.basis import Gesperrt, Stapel, Tabelle
from netzwerke.admin.eintrag import AKTUALITAET, QUELLE, RAUM, TECHNIK, Eintragadmin, Gepflegtform
from netzwerke.admin.formulare import Versionsform, Zeilenform, Zeilenformset
from netzwerke.models import Antwort, Kennzahl, Leistung, Mitgliedschaft, Netzwerk, Zitat

REIHENFOLGE = _("Kleine Zahlen stehen oben.")
MITGLIED_HILFEN = {
    "standort": _("Nur, wenn ein bestimmter Standort mitwirkt."),
    "arbeitsbereich": _("Nur, wenn ein bestimmter Arbeitsbereich mitwirkt."),
    "von": _("Jahr, Monat oder Tag: 2004, 01.2004 oder 05.01.2004"),
    "bis": _("Leer lassen, solange die Mitgliedschaft läuft."),
}


class _Mitgliedsform:
    fehlerorte = {"mitgliedschaft_bis_nach_von": "bis", "mitgliedschaft_einmal_je_rolle": "rolle"}


class MitgliedschaftInlineForm(_Mitgliedsform, Zeilenform):
    pass


class MitgliedschaftForm(_Mitgliedsform, Versionsform):
    versionstraeger = "netzwerk"


class Mitgliedszeilen(Zeilenformset):
    doppelt = _("Diese Organisation hat in dem Netzwerk diese Rolle schon.")

    @staticmethod
    def schluessel(zeile):
        return (zeile.organisation_id, zeile.rolle) if not zeile.bis else None


class MitgliedschaftInline(Tabelle):
    model = Mitgliedschaft
    form = MitgliedschaftInlineForm
    formset = Mitgliedszeilen
    fields = ("organisation", "rolle", "standort", "arbeitsbereich", "kontakt", "von", "bis")
    autocomplete_fields = ("organisation", "standort", "arbeitsbereich", "kontakt")
    mitladen = (
        "netzwerk",
        "organisation",
        "standort__organisation",
        "arbeitsbereich",
        "kontakt__organisation",
    )
    hilfetexte = MITGLIED_HILFEN


class LeistungInline(Stapel):
    model = Leistung
    formset = Zeilenformset
    fields = ("titel", "text", "link", "reihenfolge")
    hilfetexte = {
        "titel": _("Zum Beispiel: Wo man Bänke leihen kann."),
        "reihenfolge": REIHENFOLGE,
    }


class KennzahlInline(Tabelle):
    model = Kennzahl
    formset = Zeilenformset
    fields = ("bezeichnung", "zahl", "einheit", "stand", "reihenfolge")
    hilfetexte = {"einheit": _("Zum Beispiel: Personen."), "reihenfolge": REIHENFOLGE}


class ZitatForm(Zeilenform):
    fehlerorte = {"zitat_nur_mit_einwilligung": "einwilligung_am"}


class ZitatInline(Stapel):
    model = Zitat
    form = ZitatForm
    formset = Zeilenformset
    fields = (
        "text",
        "funktion",
        ("einwilligung_am", "einwilligung_fassung"),
        "einwilligung_umfang",
        ("einwilligung_wie", "einwilligung_durch"),
    )
    hilfetexte = {"text": _("Wörtlich, so wie die Person es freigegeben hat.")}


class AntwortInline(Stapel):
    model = Antwort
    formset = Zeilenformset
    fields = ("frage", "text")
    autocomplete_fields = ("frage",)
    mitladen = ("frage",)
    hilfetexte = {
        "frage": _("Unbeantwortete Fragen werden nicht gezeigt."),
        "text": _("Keine Geschichten von Betroffenen, keine Personennamen."),
    }


@admin.register(Netzwerk)
class NetzwerkAdmin(Eintragadmin):
    form = Gepflegtform
    inlines = (MitgliedschaftInline, LeistungInline, KennzahlInline, ZitatInline, AntwortInline)
    #: With more members than this the page would be too long; then they have their own list.
    hoechstens_mitglieder = 50
    autocomplete_fields = (
        "teil_von",
        "innerhalb_von",
        "themen",
        "zielgruppen",
        "gebiete",
        "sozialraeume",
        "kontakte",
        "mitgliederarten",
        "zustaendig",
    )
    mitladen = ("innerhalb_von", "zustaendig")
    readonly_fields = ("teilnetzwerke", "mitglieder", *Eintragadmin.readonly_fields)
    list_display = ("name", "art", "status_marke", "frische", "zustaendig")
    list_filter = ("status", "art", *Eintragadmin.list_filter[1:], "leuchtturm")
    search_help_text = _("Name, Kurzname, Ziel, Beschreibung")
    vorschlagsfelder = ("sortierung", "kurzname")
    hilfetexte = {
        **Eintragadmin.hilfetexte,
        "kurzname": _("Zum Beispiel: AK 90."),
        "art": _("Gremien und Arbeitsgemeinschaften sind keine Netzwerke; bitte genau wählen."),
        "ziel": _("Was will das Netzwerk erreichen? Ein bis drei Sätze."),
        "beschreibung": _("Wie arbeitet es? Wie oft trifft es sich?"),
        "gegruendet": _("Jahr, Monat oder Tag: 2004, 01.2004 oder 05.01.2004"),
        "kontakte": _("Die Koordination: eine Funktion, mit der man Kontakt aufnehmen kann."),
        "mitglieder_hinweis": _("Zum Beispiel: rund 40 Einrichtungen."),
        "offen": _("Unbekannt heißt: Das hat noch niemand gefragt."),
        "beitritt": _("Wie wird man Mitglied? An wen wendet man sich?"),
        "flyer_url": _("Ein Link; Dateien werden hier nicht gespeichert."),
    }
    fieldsets = (
        (None, {"fields": ("name", "kurzname", "art", "status", "ziel", "beschreibung", "gegruendet")}),
        (_("Zusammenhang"), {"fields": ("teil_von", "teilnetzwerke", "innerhalb_von", "leuchtturm")}),
        (_("Wofür und für wen?"), {"fields": ("themen", "zielgruppen")}),
        RAUM,
        (_("Erreichbarkeit"), {"fields": ("kontakte", "website", "flyer_url")}),
        (
            _("Mitglieder"),
            {"fields": ("mitglieder", "mitgliederarten", "mitglieder_hinweis", "offen", "beitritt")},
        ),
        AKTUALITAET,
        QUELLE,
        TECHNIK,
    )

    def get_inlines(self, request, obj):
        if obj is not None and self._mitgliederzahl(obj) > self.hoechstens_mitglieder:
            return self.inlines[1:]
        return self.inlines

    def _mitgliederzahl(self, netzwerk):
        if "_mitgliederzahl" not in netzwerk.__dict__:
            netzwerk._mitgliederzahl = netzwerk.mitgliedschaften.count()
        return netzwerk._mitgliederzahl

    @admin.display(description=_("Teile dieses Netzwerks"))
    def teilnetzwerke(self, netzwerk):
        return als_liste(aenderungslink(teil) for teil in netzwerk.teile.all()) if netzwerk.pk else LEER

    @admin.display(description=_("Mitgliedschaften"))
    def mitglieder(self, netzwerk):
        if netzwerk.pk is None:
            return LEER
        anzahl = self._mitgliederzahl(netzwerk)
        text = ngettext("%d Mitgliedschaft", "%d Mitgliedschaften", anzahl) % anzahl
        return listenlink(Mitgliedschaft, text, netzwerk__id__exact=netzwerk.pk)

    def nach_dem_speichern(self, request, zeile, formsets):
        try:
            services.pruefe_teil_von(zeile.pk, zeile.teil_von.values_list("pk", flat=True))
        except ValidationError as fehler:
            raise ValidationError({"teil_von": fehler.messages}) from fehler
        for formset in formsets:
            if formset.model is Mitgliedschaft:
                for mitgliedschaft in [
                    *formset.new_objects,
                    *(geaendert for geaendert, _f in formset.changed_objects),
                ]:
                    laufzeit_pruefen(mitgliedschaft)


def laufzeit_pruefen(mitgliedschaft) -> None:
    try:
        services.pruefe_laufzeit(mitgliedschaft)
    except ValidationError as fehler:
        text = gettext("Mitgliedschaft von %(organisation)s: %(fehler)s")
        raise ValidationError(
            text % {"organisation": mitgliedschaft.organisation, "fehler": fehler.messages[0]}
        ) from fehler


@admin.register(Mitgliedschaft)
class MitgliedschaftAdmin(Gesperrt):
    form = MitgliedschaftForm
    fields = ("netzwerk", "organisation", "rolle", "standort", "arbeitsbereich", "kontakt", "von", "bis")
    autocomplete_fields = ("netzwerk", *MitgliedschaftInline.autocomplete_fields)
    mitladen = MitgliedschaftInline.mitladen
    hilfetexte = MITGLIED_HILFEN
    list_display = ("organisation", "netzwerk", "rolle", "von", "bis")
    list_filter = ("rolle",)
    ordering = ("netzwerk__sortierung", "organisation__sortierung", "rolle", "pk")
    search_fields = ("netzwerk__suchtext", "organisation__suchtext")
    search_help_text = _("Netzwerk oder Organisation")

    def get_readonly_fields(self, request, obj=None):
        return ("netzwerk",) if obj else ()

    def nach_dem_speichern(self, request, zeile, formsets):
        laufzeit_pruefen(zeile)
