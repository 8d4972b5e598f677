"""List filters: what is due, and what is mine."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from netzwerke.aktualitaet import Zustand, in_zustand


class Pruefung(admin.SimpleListFilter):
    title = _("Prüfung")
    parameter_name = "pruefung"

    def lookups(self, request, model_admin):
        reihenfolge = (Zustand.UEBERFAELLIG, Zustand.BALD_FAELLIG, Zustand.UNGEPRUEFT, Zustand.AKTUELL)
        return [(zustand.value, zustand.label) for zustand in reihenfolge]

    def queryset(self, request, queryset):
        return queryset.filter(in_zustand(self.value())) if self.value() in Zustand.values else queryset


class Zustaendig(admin.SimpleListFilter):
    title = _("Zuständigkeit")
    parameter_name = "zustaendig"

    def lookups(self, request, model_admin):
        return [("mir", _("ich")), ("niemand", _("niemand")), ("andere", _("andere"))]

    def queryset(self, request, queryset):
        if self.value() == "mir":
            return queryset.filter(zustaendig=request.user)
        if self.value() == "niemand":
            return queryset.filter(zustaendig=None)
        if self.value() == "andere":
            return queryset.exclude(zustaendig=None).exclude(zustaendig=request.user)
        return queryset
