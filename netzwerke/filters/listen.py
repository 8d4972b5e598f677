"""One filter set per kind of entry."""

from functools import cached_property

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from netzwerke.enums import Angebotsart, Kosten, Netzwerkart
from netzwerke.facetten import Auswahl, Gruppe, Wahl
from netzwerke.filters import bedingungen
from netzwerke.filters.basis import RaumFilterSet, VerzeichnisFilterSet
from netzwerke.filters.felder import BedingungsFilter, Schalter, art_filter, schalter, slug_filter
from netzwerke.models import (
    Hilfeangebot,
    Lebenslage,
    Netzwerk,
    Organisation,
    Organisationsart,
    Sozialraum,
    Sprache,
    Thema,
    Zielgruppe,
)
from netzwerke.verfuegbarkeit import geoeffnet

#: What helps at once stands first: the kinds in the order of their enumeration.
DRINGLICHKEIT = Case(
    *[When(art=art, then=Value(stelle)) for stelle, art in enumerate(Angebotsart)],
    default=Value(len(Angebotsart)),
    output_field=IntegerField(),
)

THEMA = Gruppe("thema", "themen", baum="oberthema")
ZIELGRUPPE = Gruppe("zielgruppe", "zielgruppen")


class HilfeangebotFilter(RaumFilterSet):
    lebenslage = slug_filter(Lebenslage.objects.all(), bedingungen.lebenslage, _("Situation"))
    thema = slug_filter(Thema.objects.all(), bedingungen.thema, _("Thema"))
    zielgruppe = slug_filter(Zielgruppe.objects.all(), bedingungen.vokabular("zielgruppen"), _("Für wen"))
    art = art_filter(Angebotsart)
    sprache = slug_filter(
        Sprache.objects.all(), bedingungen.vokabular("sprachen"), _("Sprache"), spalte="code"
    )
    jetzt_geoeffnet = BedingungsFilter(Schalter(), lambda fs, an: fs.geoeffnet, _("jetzt erreichbar"))
    anonym = schalter(_("anonym möglich"), anonym=True)
    kostenlos = schalter(_("kostenlos"), kosten=Kosten.KOSTENLOS)
    barrierefrei = BedingungsFilter(Schalter(), bedingungen.barrierefrei, _("stufenlos zugänglich"))

    zuerst = ("q", "plz", "umkreis", "lebenslage", "thema", "zielgruppe", "art")
    gruppen = (
        THEMA,
        ZIELGRUPPE,
        Gruppe("art", "art"),
        Gruppe("sprache", "sprachen", wertspalte="code"),
    )
    bezeichnungen = {"art": Angebotsart}
    reihenfolge = (DRINGLICHKEIT, "-rund_um_die_uhr", "sortierung", "pk")

    class Meta:
        model = Hilfeangebot
        fields: list[str] = []

    def auswahlen(self):
        wahlen = [
            Wahl(lage.slug, lage.frage, bedingungen.lebenslage(self, lage))
            for lage in Lebenslage.objects.all()
        ]
        yield Auswahl("lebenslage", tuple(wahlen))
        yield from super().auswahlen()

    @cached_property
    def geoeffnet(self) -> Q:
        return geoeffnet(timezone.now())


class NetzwerkFilter(RaumFilterSet):
    thema = slug_filter(Thema.objects.all(), bedingungen.thema, _("Thema"))
    zielgruppe = slug_filter(Zielgruppe.objects.all(), bedingungen.vokabular("zielgruppen"), _("Für wen"))
    art = art_filter(Netzwerkart)
    offen = schalter(_("offen für neue Mitglieder"), offen=True)

    zuerst = ("q", "plz", "umkreis", "sozialraum", "thema", "art")
    gruppen = (THEMA, ZIELGRUPPE, Gruppe("art", "art"))
    bezeichnungen = {"art": Netzwerkart}

    class Meta:
        model = Netzwerk
        fields: list[str] = []


class OrganisationFilter(RaumFilterSet):
    art = slug_filter(Organisationsart.objects.all(), lambda fs, art: Q(art=art.pk), _("Art"))
    stellt_sich_vor = schalter(_("stellt sich bei Netzwerktreffen vor"), stellt_sich_vor=True)
    barrierefrei = BedingungsFilter(Schalter(), bedingungen.barrierefrei, _("stufenlos zugänglich"))

    gruppen = (Gruppe("art", "art"),)

    class Meta:
        model = Organisation
        fields: list[str] = []


class SozialraumFilter(VerzeichnisFilterSet):
    """Sozialräume by word and place."""

    class Meta:
        model = Sozialraum
        fields: list[str] = []
