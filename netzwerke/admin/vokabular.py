"""Vocabularies that coordinators may extend."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.basis import Verzeichnisadmin
from netzwerke.admin.formulare import Zeilenform
from netzwerke.models import Frage, Kontaktrolle, Lebenslage, Organisationsart, Sprache, Thema, Zielgruppe
from netzwerke.suche.vorschau import Vorschau


class Begriffadmin(Verzeichnisadmin):
    """A term of an ordered vocabulary."""

    fields = ("name", "slug", "beschreibung", "reihenfolge")
    list_display = ("name", "reihenfolge")
    search_fields = ("name", "beschreibung")
    vorschlagsfelder = ("name",)
    hilfetexte = {
        "name": _("So erscheint das Wort auf der Website."),
        "slug": _("Steht in Adressen, zum Beispiel: haeusliche-gewalt. Bitte später nicht mehr ändern."),
        "beschreibung": _("Was ist gemeint? Ein Satz genügt."),
        "reihenfolge": _("Kleine Zahlen stehen oben."),
    }

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": (self.fields[0],)}


@admin.register(Kontaktrolle, Zielgruppe)
class SchlichterBegriffAdmin(Begriffadmin):
    pass


@admin.register(Organisationsart)
class OrganisationsartAdmin(Begriffadmin):
    fields = ("name", "mehrzahl", "slug", "beschreibung", "startet_geschuetzt", "reihenfolge")
    list_display = ("name", "startet_geschuetzt", "reihenfolge")
    hilfetexte = {
        **Begriffadmin.hilfetexte,
        "mehrzahl": _("Als Überschrift über mehreren: Beratungsstellen."),
    }


class Themaform(Zeilenform):
    #: The button "Vorschau" was pressed: show the form again with what was entered, and save nothing.
    nur_vorschau = False

    class Meta:
        widgets = {"suchworte": AdminTextareaWidget(attrs={"rows": 16})}

    def is_valid(self):
        return super().is_valid() and not self.nur_vorschau


@admin.register(Thema)
class ThemaAdmin(Begriffadmin):
    form = Themaform
    fields = ("name", "slug", "oberthema", "beschreibung", "nationale_linie", "reihenfolge", "suchworte")
    autocomplete_fields = ("oberthema", "nationale_linie")
    mitladen = ("oberthema",)
    list_display = ("name", "oberthema", "reihenfolge")
    search_fields = ("name", "suchworte")
    hilfetexte = {
        **Begriffadmin.hilfetexte,
        "oberthema": _("Leer lassen bei einem Hauptthema. Höchstens drei Ebenen."),
    }

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.nur_vorschau = "_vorschau" in request.POST
        return form

    def render_change_form(self, request, context, *args, **kwargs):
        """Add what the everyday words in the form would do, if that was asked for."""
        if "_vorschau" in request.POST:
            probe = request.POST.get("probe", "")
            context |= {"probe": probe, "vorschau": Vorschau(context["adminform"].form.instance, probe)}
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Lebenslage)
class LebenslageAdmin(Begriffadmin):
    fields = (
        "frage",
        "slug",
        "erklaerung",
        "anrede",
        "fuer_fachkraefte",
        "themen",
        "zielgruppen",
        "reihenfolge",
    )
    autocomplete_fields = ("themen", "zielgruppen")
    list_display = ("frage", "anrede", "fuer_fachkraefte", "reihenfolge")
    search_fields = ("frage", "erklaerung")
    vorschlagsfelder = ("frage",)
    hilfetexte = {
        **Begriffadmin.hilfetexte,
        "frage": _("In den Worten des Menschen: Ich bin betroffen."),
        "erklaerung": _("Wer ist gemeint? Steht klein darunter."),
        "anrede": _("Du, wo junge Menschen angesprochen werden."),
        "themen": _("Zu diesen Themen führt die Karte auf der Startseite."),
    }


@admin.register(Sprache)
class SpracheAdmin(Verzeichnisadmin):
    fields = ("name", "eigenname", "code", "reihenfolge")
    list_display = ("name", "eigenname", "code", "reihenfolge")
    search_fields = ("name", "eigenname", "code__startswith")
    hilfetexte = {
        "eigenname": _("Zum Beispiel: Türkçe."),
        "reihenfolge": Begriffadmin.hilfetexte["reihenfolge"],
    }


@admin.register(Frage)
class FrageAdmin(Verzeichnisadmin):
    fields = ("nummer", "text", "hilfetext")
    list_display = ("nummer", "text")
    list_display_links = ("text",)
    search_fields = ("text", "nummer__startswith")
    hilfetexte = {
        "nummer": _("Bestimmt die Reihenfolge."),
        "text": _("Ändern Sie eine Frage nur so, dass vorhandene Antworten noch passen."),
        "hilfetext": _("Steht beim Beantworten unter der Frage."),
    }
