"""What the pages of the workplace need beyond Django's own tags."""

from django import template
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.aufgaben import aufgaben

register = template.Library()

#: The order in which coordinators look for things, instead of the order of the alphabet.
GRUPPEN = (
    (_("Einträge"), ("Hilfeangebot", "Netzwerk", "Organisation", "Kontakt", "Sozialraum")),
    (_("Teile von Einträgen"), ("Standort", "Arbeitsbereich", "Mitgliedschaft")),
    (
        _("Wortschatz"),
        (
            "Thema",
            "Zielgruppe",
            "Lebenslage",
            "Sprache",
            "Organisationsart",
            "Kontaktrolle",
            "Frage",
        ),
    ),
    (_("Orte"), ("Gebiet", "Postleitzahl")),
    (_("Website"), ("Seite", "SlugUmleitung")),
)
_RANG = {
    name: (gruppe, platz)
    for gruppe, (_titel, namen) in enumerate(GRUPPEN)
    for platz, name in enumerate(namen)
}


@register.filter
def gruppiert(app_list) -> list[dict]:
    """Models by what they are for. Those that no group names stay with their app, at the end."""
    gruppen = [{"name": titel, "models": []} for titel, _namen in GRUPPEN]
    rest = []
    for app in app_list:
        uebrige = []
        for model in app["models"]:
            rang = _RANG.get(model["object_name"]) if app["app_label"] == "netzwerke" else None
            (gruppen[rang[0]]["models"] if rang else uebrige).append(model)
        if uebrige:
            rest.append({"name": app["name"], "models": uebrige})
    for gruppe in gruppen:
        gruppe["models"].sort(key=lambda model: _RANG[model["object_name"]])
    return [gruppe for gruppe in (*gruppen, *rest) if gruppe["models"]]


@register.simple_tag(takes_context=True)
def was_zu_tun_ist(context):
    return aufgaben(context["request"])
