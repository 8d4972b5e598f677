"""Actions on many entries at once. Each entry is checked and saved on its own."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from konten.services import KOORDINATION
from netzwerke.admin.lage import pruefe_lage
from netzwerke.aktualitaet import bestaetigen
from netzwerke.enums import Bestaetigungsrolle, Status
from netzwerke.suche.pflege import gebuendelt

#: So many refusals are told one by one.
HOECHSTENS_GENANNT = 20


def einzeln(modeladmin, request, queryset, tun, erfolg) -> None:
    """Do ``tun`` to each row in a transaction of its own and say which rows refused, and why."""
    gut, abgelehnt = 0, []
    for zeile in queryset:
        try:
            with gebuendelt():
                tun(zeile)
        except ValidationError as fehler:
            abgelehnt.append((str(zeile), " ".join(fehler.messages)))
        else:
            gut += 1
    if gut:
        text = ngettext("%(anzahl)d Eintrag %(erfolg)s.", "%(anzahl)d Einträge %(erfolg)s.", gut)
        modeladmin.message_user(request, text % {"anzahl": gut, "erfolg": erfolg}, messages.SUCCESS)
    for name, grund in abgelehnt[:HOECHSTENS_GENANNT]:
        text = gettext("„%(name)s“ wurde nicht %(erfolg)s: %(grund)s")
        modeladmin.message_user(
            request, text % {"name": name, "erfolg": erfolg, "grund": grund}, messages.ERROR
        )
    if len(abgelehnt) > HOECHSTENS_GENANNT:
        text = gettext("Und %(anzahl)d weitere wurden nicht %(erfolg)s.")
        rest = len(abgelehnt) - HOECHSTENS_GENANNT
        modeladmin.message_user(request, text % {"anzahl": rest, "erfolg": erfolg}, messages.ERROR)


def pruefen(eintrag) -> None:
    """Ask every rule that holds for the entry, those over several rows included."""
    eintrag.full_clean()
    pruefe_lage(eintrag)


def bestaetigungsrolle(user) -> str:
    """As what somebody confirms entries."""
    ist_koordination = user.groups.filter(name=KOORDINATION).exists()
    return Bestaetigungsrolle.KOORDINATION if ist_koordination else Bestaetigungsrolle.REDAKTION


class Bestaetigungsaktion(admin.ModelAdmin):
    actions = ("heute_bestaetigen",)

    @admin.action(description=_("Heute bestätigen: alle Angaben stimmen"), permissions=["change"])
    def heute_bestaetigen(self, request, queryset):
        rolle = bestaetigungsrolle(request.user)

        def tun(eintrag):
            pruefen(eintrag)
            bestaetigen(eintrag, rolle)
            self.log_change(request, eintrag, [{"changed": {"fields": [gettext("zuletzt bestätigt am")]}}])

        einzeln(self, request, queryset, tun, _("bestätigt"))


class Statusaktionen(Bestaetigungsaktion):
    actions = ("veroeffentlichen", "verbergen", "archivieren", *Bestaetigungsaktion.actions)

    def _status_setzen(self, request, queryset, status, erfolg):
        def tun(eintrag):
            eintrag.status = status
            pruefen(eintrag)
            eintrag.save()
            self.log_change(request, eintrag, [{"changed": {"fields": [gettext("Status")]}}])

        einzeln(self, request, queryset, tun, erfolg)

    @admin.action(description=_("Veröffentlichen"), permissions=["change"])
    def veroeffentlichen(self, request, queryset):
        self._status_setzen(request, queryset, Status.VEROEFFENTLICHT, _("veröffentlicht"))

    @admin.action(description=_("Verbergen (vorübergehend nicht öffentlich)"), permissions=["change"])
    def verbergen(self, request, queryset):
        self._status_setzen(request, queryset, Status.VERBORGEN, _("verborgen"))

    @admin.action(description=_("Archivieren (gibt es nicht mehr)"), permissions=["change"])
    def archivieren(self, request, queryset):
        self._status_setzen(request, queryset, Status.ARCHIVIERT, _("archiviert"))
