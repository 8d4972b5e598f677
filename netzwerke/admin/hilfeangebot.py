"""Help offers, with a readable preview of their opening hours."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke import oeffnungszeiten, verfuegbarkeit
from netzwerke.admin.anzeige import LEER, als_liste
from netzwerke.admin.eintrag import AKTUALITAET, QUELLE, RAUM, TECHNIK, Eintragadmin, Gepflegtform
from netzwerke.admin.lage import Lageform
from netzwerke.models import Hilfeangebot


def vorschau(angebot) -> list[str]:
    """What the website says about the opening hours: today's line first."""
    land = verfuegbarkeit.feiertagslaender([angebot.pk])[angebot.pk]
    heute = oeffnungszeiten.heute(angebot.regel, land, timezone.now())
    return [zeile for zeile in (heute, *oeffnungszeiten.beschreibung(angebot.regel)) if zeile]


class HilfeangebotForm(Lageform, Gepflegtform):
    fehlerorte = {
        **Gepflegtform.fehlerorte,
        "hilfeangebot_alter_bis_nach_von": "alter_bis",
        "hilfeangebot_rund_um_die_uhr_ohne_zeiten": "oeffnungszeiten",
        "hilfeangebot_krisenlinie_fuer_alle": "nur_fachkraefte",
    }


@admin.register(Hilfeangebot)
class HilfeangebotAdmin(Eintragadmin):
    form = HilfeangebotForm
    autocomplete_fields = (
        "organisation",
        "arbeitsbereich",
        "standorte",
        "themen",
        "zielgruppen",
        "lebenslagen",
        "sprachen",
        "gebiete",
        "sozialraeume",
        "kontakte",
        "zustaendig",
    )
    mitladen = ("organisation", "arbeitsbereich__organisation", "zustaendig")
    readonly_fields = ("zeiten_vorschau", *Eintragadmin.readonly_fields)
    list_display = ("name", "organisation", "art", "status_marke", "frische", "zustaendig")
    list_filter = ("status", "art", *Eintragadmin.list_filter[1:], "krisenlinie", "nur_fachkraefte")
    search_fields = ("suchtext", "organisation__suchtext")
    search_help_text = _("Name, Zusammenfassung, Beschreibung, Organisation")
    hilfetexte = {
        **Eintragadmin.hilfetexte,
        "arbeitsbereich": _("Nur, wenn die Organisation mehrere Bereiche hat."),
        "standorte": _("Wo findet es statt? Bei geschützten Standorten erscheint nur Kreis oder Land."),
        "beschreibung": _("Kurze Sätze, keine Fachwörter. Sprechen Sie die Menschen mit Sie an."),
        "themen": _("Danach wird gesucht."),
        "lebenslagen": _("Unter welchen Sätzen der Startseite soll es gefunden werden?"),
        "sprachen": _("Sprachen, in denen jemand berät, ohne Dolmetscher*in."),
        "kosten": _("Leer lassen, wenn es nicht bekannt ist."),
        "kosten_hinweis": _("Zum Beispiel: aus dem Mobilfunknetz kostenlos."),
        "oeffnungszeiten_hinweis": _("Zum Beispiel: und nach Vereinbarung."),
        "rund_um_die_uhr": _(
            "Nur ankreuzen, wenn wirklich immer jemand zu erreichen ist, auch an Feiertagen."
        ),
        "alter_bis": _("Leer lassen, wenn es keine Grenze gibt."),
        "ablauf": _("Das nimmt Angst: Wer meldet sich? Was wird gefragt? Was nicht?"),
        "mitbringen": _("Zum Beispiel: nichts. Oder: Ausweis, wenn vorhanden."),
        "kontakte": _("Die Nummern stehen beim Kontakt."),
    }
    fieldsets = (
        (None, {"fields": ("name", "art", "status", "organisation", "arbeitsbereich", "zusammenfassung", "beschreibung")}),
        (_("Wofür und für wen?"), {"fields": ("themen", "lebenslagen", "zielgruppen", ("alter_von", "alter_bis"), "krisenlinie", "nur_fachkraefte")}),
        (_("Erreichbarkeit"), {"fields": ("kontakte", "website", ("telefonisch", "vor_ort", "online", "chat", "aufsuchend"))}),
        (_("Öffnungszeiten"), {"fields": ("rund_um_die_uhr", "oeffnungszeiten", "zeiten_vorschau", "oeffnungszeiten_hinweis")}),
        (_("Was Menschen vorher wissen wollen"), {"fields": ("anonym", "ohne_termin", "kosten", "kosten_hinweis", "sprachen", "dolmetschen", "ablauf", "mitbringen")}),
        (RAUM[0], {**RAUM[1], "fields": ("standorte", *RAUM[1]["fields"])}),
        AKTUALITAET,
        QUELLE,
        TECHNIK,
    )  # fmt: skip

    @admin.display(description=_("So steht es auf der Website"))
    def zeiten_vorschau(self, angebot):
        if angebot.pk is None or not angebot.regel:
            return LEER
        try:
            return als_liste(vorschau(angebot))
        except ValidationError as fehler:
            return " ".join(fehler.messages)

    def nach_dem_speichern(self, request, zeile, formsets):
        if zeile.regel:
            text = gettext("Öffnungszeiten: %(zeilen)s")
            messages.info(request, text % {"zeilen": " · ".join(vorschau(zeile))})
        if zeile.oeffnungszeiten and not oeffnungszeiten.nennt_feiertage(zeile.oeffnungszeiten):
            messages.warning(request, feiertagsfrage(zeile.oeffnungszeiten))


def feiertagsfrage(regel: str):
    return format_html(
        gettext(
            "An Feiertagen geöffnet? Die Öffnungszeiten sagen es nicht; so gelten sie auch am 25. Dezember. Wenn an "
            "Feiertagen geschlossen ist, tragen Sie bitte ein: <code>{}</code>"
        ),
        f"{regel.rstrip('; ')}; PH off",
    )
