"""Pages of entries: what somebody keeps, and what has a public page of its own."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from konten.models import User
from netzwerke.admin.aktionen import Bestaetigungsaktion, Statusaktionen
from netzwerke.admin.anzeige import Frische, Statusanzeige
from netzwerke.admin.basis import Gesperrt
from netzwerke.admin.filter import Pruefung, Zustaendig
from netzwerke.admin.formulare import Versionsform

AKTUALITAET = (
    _("Aktualität"),
    {
        "description": _(
            "Auf der Website steht, wann und von wem die Angaben zuletzt bestätigt wurden. "
            "„Sichern und heute bestätigen“ trägt den heutigen Tag ein."
        ),
        "fields": ("zustaendig", ("bestaetigt_am", "bestaetigt_rolle"), "intervall_tage", "faellig_am"),
    },
)
QUELLE = (_("Quelle"), {"classes": ("collapse",), "fields": ("quelle", "quelle_url", "quelle_stand")})
TECHNIK = (
    _("Adresse der Seite und Technisches"),
    {"classes": ("collapse",), "fields": ("slug", "uuid", "erstellt_am", "geaendert_am")},
)
RAUM = (
    _("Wo?"),
    {
        "description": _(
            "Gebiete sind Verwaltungseinheiten (Land bis Stadtteil), Sozialräume sind Räume, die Menschen als "
            "zusammengehörig erleben."
        ),
        "fields": ("bundesweit", "gebiete", "sozialraeume"),
    },
)


class Gepflegtform(Versionsform):
    fehlerorte = {f"{model}_bestaetigung_mit_rolle": "bestaetigt_rolle" for model in (
        "netzwerk", "organisation", "hilfeangebot", "sozialraum", "kontakt"
    )}  # fmt: skip


class Gepflegtadmin(Bestaetigungsaktion, Frische, Gesperrt):
    """An entry that somebody keeps."""

    form = Gepflegtform
    vorschlagsfelder = ("sortierung",)
    search_fields = ("suchtext",)
    readonly_fields = ("faellig_am", "uuid", "erstellt_am", "geaendert_am")
    list_filter = (Pruefung, Zustaendig)
    hilfetexte = {
        "bestaetigt_rolle": _("Wer hat das geprüft?"),
        "quelle_url": _("Link zu der Seite, von der die Angaben stammen."),
        "bundesweit": _("Gilt in ganz Deutschland; Gebiete und Sozialräume bleiben dann leer."),
        "gebiete": _("Tippen Sie die ersten Buchstaben, zum Beispiel „Hagen“. Mehrere sind möglich."),
        "sozialraeume": _("Nur die Sozialräume, um die es wirklich geht."),
        "website": _("Die Seite, auf der mehr steht."),
        "email": _("Eine Adresse der Stelle, keine persönliche."),
    }

    def get_changeform_initial_data(self, request):
        """Who adds an entry keeps it, unless somebody else is chosen."""
        return {"zustaendig": request.user.pk, **super().get_changeform_initial_data(request)}

    def get_autocomplete_fields(self, request):
        """Accounts can be looked up by those who may see them; others may take or leave an entry."""
        felder = super().get_autocomplete_fields(request)
        if request.user.has_perm("konten.view_user"):
            return felder
        return [feld for feld in felder if feld != "zustaendig"]

    def get_field_queryset(self, db, db_field, request):
        if db_field.name == "zustaendig" and not request.user.has_perm("konten.view_user"):
            bisher = self.model.objects.filter(pk=request.resolver_match.kwargs.get("object_id"))
            return User.objects.filter(Q(pk=request.user.pk) | Q(pk__in=bisher.values("zustaendig")))
        return super().get_field_queryset(db, db_field, request)


class Eintragadmin(Statusaktionen, Statusanzeige, Gepflegtadmin):
    """An entry with a state and a public page."""

    list_filter = ("status", *Gepflegtadmin.list_filter)
    list_display_links = ("name",)

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj is not None and obj.ist_oeffentlich else None
