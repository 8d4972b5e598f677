"""What all parts of the coordinators' workplace have in common."""

from contextlib import nullcontext

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import NestedObjects
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models, router
from django.http import HttpResponseRedirect
from django.utils.text import capfirst

from netzwerke.admin.formulare import Versionsform, Zeilenform
from netzwerke.admin.protokoll import SparsamesProtokoll
from netzwerke.admin.suche import GefalteteSuche
from netzwerke.admin.widgets import Auswahl, Mehrfachauswahl
from netzwerke.suche.pflege import gebuendelt


def _beim_schreiben(request):
    """Write each document of the search once, however many rows a form saves."""
    return gebuendelt() if request.method == "POST" else nullcontext()


class Felder(BaseModelAdmin):
    """Fields of pages and of inlines: looked up while typing, explained, without needless buttons."""

    #: Help for fields whose model has none.
    hilfetexte: dict = {}
    formfield_overrides = {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 5})}}
    #: Relations that the rows' texts need.
    mitladen: tuple[str, ...] = ()
    vorladen: tuple[str, ...] = ()

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if self.mitladen:
            queryset = queryset.select_related(*self.mitladen)
        return queryset.prefetch_related(*self.vorladen)

    def get_field_queryset(self, db, db_field, request):
        """Choices are what the model's own page lists, with the relations that its text needs."""
        model = db_field.remote_field.model
        if self.admin_site.is_registered(model):
            return self.admin_site.get_model_admin(model).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Auswahl(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Mehrfachauswahl(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in self.hilfetexte:
            kwargs.setdefault("help_text", self.hilfetexte[db_field.name])
        feld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if feld is not None and isinstance(feld.widget, RelatedFieldWidgetWrapper):
            feld.widget.can_delete_related = False
        return feld


class Verzeichnisadmin(Felder, GefalteteSuche, SparsamesProtokoll, admin.ModelAdmin):
    """Base of every page of the workplace."""

    form = Zeilenform
    list_per_page = 50
    show_full_result_count = False

    def nach_dem_speichern(self, request, zeile, formsets) -> None:
        """Check rules that span rows, on the state that was just saved; raise ValidationError to undo it."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.nach_dem_speichern(request, form.instance, formsets)

    def changeform_view(self, request, *args, **kwargs):
        """Show what came up while saving like any other mistake: the transaction is undone, the input kept."""
        request.nachtraeglicher_fehler = None
        try:
            with _beim_schreiben(request):
                return super().changeform_view(request, *args, **kwargs)
        except ValidationError as fehler:
            request.nachtraeglicher_fehler = fehler
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        with _beim_schreiben(request):
            return super().delete_view(request, *args, **kwargs)

    def delete_queryset(self, request, queryset):
        with gebuendelt():
            super().delete_queryset(request, queryset)

    def get_changeform_initial_data(self, request):
        """Leave out values of the address that no column could take; they would end in an error page."""
        daten = super().get_changeform_initial_data(request)
        return {name: wert for name, wert in daten.items() if self._ist_wert(name, wert)}

    def _ist_wert(self, name, wert) -> bool:
        try:
            feld = self.opts.get_field(name)
        except FieldDoesNotExist:
            return False
        if not feld.is_relation:
            return "\0" not in wert
        teile = wert if isinstance(wert, list) else [wert]
        return all(teil.isascii() and teil.isdecimal() and len(teil) < 19 for teil in teile)

    def changelist_view(self, request, extra_context=None):
        if any("\0" in wert for _name, werte in request.GET.lists() for wert in werte):
            # As Django does with what is no filter.
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        titel = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": titel, **(extra_context or {})})

    def get_deleted_objects(self, objs, request):
        """List what goes along as numbers; the names of a hundred memberships help nobody decide."""
        sammler = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        sammler.collect(objs)
        anzahl = {
            model._meta.verbose_name_plural: len(zeilen) for model, zeilen in sammler.model_objs.items()
        }
        ohne_recht = {
            model._meta.verbose_name
            for model, zeilen in sammler.model_objs.items()
            if self.admin_site.is_registered(model) and not self._darf_alle_loeschen(request, model, zeilen)
        }
        geschuetzt = [f"{zeile._meta.verbose_name}: {zeile}" for zeile in list(sammler.protected)[:20]]
        return [str(zeile) for zeile in objs], anzahl, ohne_recht, geschuetzt

    def _darf_alle_loeschen(self, request, model, zeilen):
        zustaendig = self.admin_site.get_model_admin(model)
        return all(zustaendig.has_delete_permission(request, zeile) for zeile in zeilen)


class Gesperrt(Verzeichnisadmin):
    """A page with the optimistic lock."""

    form = Versionsform

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.nachtraeglicher_fehler = getattr(request, "nachtraeglicher_fehler", None)
        return form

    def get_fieldsets(self, request, obj=None):
        """Put the hidden version where everybody's fields are."""
        (titel, optionen), *rest = super().get_fieldsets(request, obj)
        return [(titel, {**optionen, "fields": (*optionen["fields"], "gelesene_version")}), *rest]

    def save_model(self, request, obj, form, change):
        """The row that carries the version is saved first: it locks, and refuses what is outdated."""
        if change and form.versionstraeger:
            form.versionszeile.save()
        super().save_model(request, obj, form, change)


class Inline(Felder):
    """Base of rows that are edited on the page of what they belong to."""

    form = Zeilenform
    extra = 0

    def _ganzes(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request, obj=None):
        return self._ganzes().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        """Rows are a part of the entry: who may change that may add, change and remove them."""
        if obj is None:
            return self._ganzes().has_add_permission(request)
        return self._ganzes().has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class Stapel(Inline, admin.StackedInline):
    pass


class Tabelle(Inline, admin.TabularInline):
    pass
