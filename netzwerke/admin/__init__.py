"""The coordinators' workplace: Django's own admin, in the words of the people who keep the directory."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from netzwerke.admin import hilfeangebot, kontakt, netzwerk, organisation, orte, seite, standort, vokabular

__all__ = ["hilfeangebot", "kontakt", "netzwerk", "organisation", "orte", "seite", "standort", "vokabular"]

admin.site.site_header = _("Verwaltung")
admin.site.site_title = _("Verwaltung")
admin.site.index_title = _("Was ist zu tun?")
admin.site.empty_value_display = "–"
