"""Pages of the operator, and addresses that entries once had."""

from django.contrib import admin
from django.urls import NoReverseMatch
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.basis import Verzeichnisadmin
from netzwerke.models import Seite, SlugUmleitung
from netzwerke.texte import formatierter_text


@admin.register(Seite)
class SeiteAdmin(Verzeichnisadmin):
    fields = ("titel", "slug", "oeffentlich", "inhalt", "vorschau", "geaendert_am")
    readonly_fields = ("vorschau", "geaendert_am")
    list_display = ("titel", "oeffentlich", "geaendert_am")
    search_fields = ("titel", "inhalt")
    hilfetexte = {
        "slug": _(
            "Zum Beispiel: impressum. Eine Seite ist unter ihrer Adresse zu sehen, wenn die Website sie kennt."
        ),
        "oeffentlich": _("Ohne Haken sieht niemand die Seite."),
    }

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def get_view_on_site_url(self, obj=None):
        """Only addresses that the site map knows lead anywhere."""
        if obj is None or not obj.oeffentlich:
            return None
        try:
            return obj.get_absolute_url()
        except NoReverseMatch:
            return None

    @admin.display(description=_("So sieht der Text aus"))
    def vorschau(self, seite):
        return (
            format_html('<div class="vorschau">{}</div>', formatierter_text(seite.inhalt))
            if seite.pk
            else None
        )


@admin.register(SlugUmleitung)
class SlugUmleitungAdmin(Verzeichnisadmin):
    """To look up and to give free; they arise by themselves."""

    list_display = ("slug", "art")
    list_filter = ("art",)
    search_fields = ("slug__icontains",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
