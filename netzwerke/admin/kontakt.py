"""Contacts: a function first; a person only with consent (S13)."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke import services
from netzwerke.admin.aktionen import einzeln
from netzwerke.admin.anzeige import LEER, aenderungslink, als_liste
from netzwerke.admin.basis import Tabelle
from netzwerke.admin.eintrag import AKTUALITAET, QUELLE, RAUM, TECHNIK, Gepflegtadmin, Gepflegtform
from netzwerke.admin.formulare import Zeilenformset
from netzwerke.admin.lage import Lageform
from netzwerke.anschluesse import anschluesse
from netzwerke.models import Kontakt, Telefon


class Telefonzeilen(Zeilenformset):
    doppelt = _("Diese Nummer steht bei dem Kontakt schon.")

    @staticmethod
    def schluessel(zeile):
        return zeile.nummer


class TelefonInline(Tabelle):
    model = Telefon
    formset = Telefonzeilen
    fields = ("anzeige", "hinweis", "reihenfolge")
    hilfetexte = {
        "hinweis": _("Zum Beispiel: nachmittags, auf Türkisch."),
        "reihenfolge": _("Kleine Zahlen stehen oben."),
    }


class KontaktForm(Lageform, Gepflegtform):
    fehlerorte = {**Gepflegtform.fehlerorte, "kontakt_person_nur_mit_einwilligung": "person_name"}

    def person_geht(self) -> bool:
        """Whether something that was stored about a person is removed or replaced."""
        return any(self.initial.get(feld) and feld in self.changed_data for feld in Kontakt.PERSONENFELDER)


@admin.register(Kontakt)
class KontaktAdmin(Gepflegtadmin):
    form = KontaktForm
    inlines = (TelefonInline,)
    autocomplete_fields = ("organisation", "rolle", "gebiete", "sozialraeume", "zustaendig")
    mitladen = ("organisation", "rolle", "zustaendig")
    readonly_fields = ("benutzt_von", *Gepflegtadmin.readonly_fields)
    list_display = ("funktion", "organisation", "rolle", "sichtbarkeit", "mit_person", "frische")
    list_filter = ("sichtbarkeit", *Gepflegtadmin.list_filter, "rolle")
    search_fields = ("suchtext", "organisation__suchtext", "person_name", "email__icontains")
    vorschlagsfelder = ("sortierung", "organisation__sortierung", "organisation__kurzname")
    search_help_text = _("Funktion, Organisation, Person oder E-Mail der Stelle")
    actions = (*Gepflegtadmin.actions, "einwilligung_widerrufen")
    hilfetexte = {
        **Gepflegtadmin.hilfetexte,
        "organisation": _("Zu welcher Stelle gehört der Kontakt?"),
        "rolle": _("Nach Rollen wird gesucht: „Wer ist im Jugendamt zuständig?“"),
        "sichtbarkeit": _("Interne Kontakte sieht nur, wer hier angemeldet ist."),
        "sprechzeiten": _("Zum Beispiel: montags 9–11 Uhr."),
        "gebiete": _("Für welche Gebiete ist der Kontakt zuständig?"),
        "sozialraeume": _("Für welche Sozialräume ist der Kontakt zuständig?"),
        "person_email": _("Auch vorname.nachname@… ist eine persönliche Adresse."),
        "person_telefon": _("Eine Nummer, unter der nur diese Person zu erreichen ist."),
        "einwilligung_fassung": _("Zum Beispiel: Einwilligung 2024-05, Version 2."),
    }
    fieldsets = (
        (None, {"fields": ("funktion", "organisation", "rolle", "sichtbarkeit", "benutzt_von")}),
        (_("Erreichbarkeit der Stelle"), {"fields": ("email", "sprechzeiten", "website", "hinweis")}),
        (
            _("Person (nur mit Einwilligung)"),
            {
                "description": _(
                    "Ohne Einwilligung bleiben diese Felder leer; gezeigt wird dann nur die Funktion. Wird die Einwilligung "
                    "widerrufen, leeren Sie die Felder oder wählen Sie in der Liste „Einwilligung widerrufen“."
                ),
                "fields": (
                    "person_name",
                    "person_email",
                    "person_telefon",
                    ("einwilligung_am", "einwilligung_fassung"),
                    "einwilligung_umfang",
                    ("einwilligung_wie", "einwilligung_durch"),
                ),
            },
        ),
        (_("Zuständig für"), RAUM[1]),
        AKTUALITAET,
        QUELLE,
        TECHNIK,
    )

    @admin.display(description=_("Person"), boolean=True)
    def mit_person(self, kontakt):
        return bool(kontakt.person_name)

    @admin.display(description=_("Wird benutzt von"))
    def benutzt_von(self, kontakt):
        """Where a change will be seen."""
        if kontakt.pk is None:
            return LEER
        mitgliedschaften = kontakt.mitgliedschaften.select_related("netzwerk", "organisation")
        return als_liste(
            [
                *([aenderungslink(kontakt.organisation)] if kontakt.organisation else []),
                *(aenderungslink(netzwerk) for netzwerk in kontakt.netzwerke.all()),
                *(aenderungslink(mitgliedschaft) for mitgliedschaft in mitgliedschaften),
                *(aenderungslink(angebot) for angebot in kontakt.hilfeangebote.all()),
            ]
        )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and form.person_geht():
            anschluesse.kopien_loeschen(form.instance)

    @admin.action(description=_("Einwilligung widerrufen (Person löschen)"), permissions=["change"])
    def einwilligung_widerrufen(self, request, queryset):
        def widerrufen(kontakt):
            services.einwilligung_widerrufen(kontakt)
            self.log_change(request, kontakt, [{"changed": {"fields": [gettext("Einwilligung")]}}])

        einzeln(self, request, queryset, widerrufen, _("von allen Angaben zur Person befreit"))
