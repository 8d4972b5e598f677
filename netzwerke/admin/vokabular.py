"""Vocabularies that coordinators may extend."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.basis import Verzeichnisadmin
from netzwerke.models import Frage, Kontaktrolle, Lebenslage, Organisationsart, Sprache, Thema, Zielgruppe


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


@admin.register(Thema)
class ThemaAdmin(Begriffadmin):
    fields = ("name", "slug", "oberthema", "beschreibung", "suchworte", "nationale_linie", "reihenfolge")
    autocomplete_fields = ("oberthema", "nationale_linie")
    mitladen = ("oberthema",)
    list_display = ("name", "oberthema", "reihenfolge")
    search_fields = ("name", "suchworte")
    hilfetexte = {
        **Begriffadmin.hilfetexte,
        "oberthema": _("Leer lassen bei einem Hauptthema. Höchstens drei Ebenen."),
    }


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
