"""The admin's log: who did what when, but never an address or the name of a person (S11, S13)."""

import json

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.admin.options import ModelAdmin
from django.contrib.contenttypes.models import ContentType

from netzwerke.models import Kontakt, Standort, Telefon, Zitat

#: Kinds of rows whose text may say where a site is, or name a person or her number.
VERTRAULICH = (Kontakt, Standort, Telefon, Zitat)
_VERTRAULICHE_NAMEN = frozenset(str(model._meta.verbose_name) for model in VERTRAULICH)


class SparsamesProtokoll(ModelAdmin):
    """Logs which fields were changed, not their contents, and calls confidential rows by their number."""

    def protokollname(self, zeile) -> str:
        if isinstance(zeile, VERTRAULICH):
            return f"{self.opts.verbose_name} {zeile.pk}"
        return str(zeile)

    def construct_change_message(self, request, form, formsets, add=False):
        meldungen = super().construct_change_message(request, form, formsets, add)
        for meldung in meldungen:
            for teil in meldung.values():
                if teil.get("name") in _VERTRAULICHE_NAMEN:
                    teil["object"] = "…"
        return meldungen

    def _protokollieren(self, request, zeilen, art, meldung):
        inhaltstyp = ContentType.objects.get_for_model(self.model, for_concrete_model=False)
        return LogEntry.objects.bulk_create(
            LogEntry(
                user_id=request.user.pk,
                content_type_id=inhaltstyp.pk,
                object_id=zeile.pk,
                object_repr=self.protokollname(zeile)[:200],
                action_flag=art,
                change_message=meldung if isinstance(meldung, str) else json.dumps(meldung),
            )
            for zeile in zeilen
        )

    def log_addition(self, request, obj, message):
        return self._protokollieren(request, [obj], ADDITION, message)[0]

    def log_change(self, request, obj, message):
        return self._protokollieren(request, [obj], CHANGE, message)[0]

    def log_deletions(self, request, queryset):
        return self._protokollieren(request, queryset, DELETION, "")
