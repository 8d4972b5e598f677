"""Networks and their member organisations."""

from itertools import groupby

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext, ngettext

from netzwerke.filters import NetzwerkFilter, OrganisationFilter
from netzwerke.karten import anreichern, standorte_mit_lage
from netzwerke.models import (
    Hilfeangebot,
    Kontakt,
    Mitgliedschaft,
    Netzwerk,
    Organisation,
    Sozialraum,
)
from netzwerke.views.basis import EintragDetailView, VerzeichnisListView

#: Neighbours shown on a network's page.
WEITERE = 6


class NetzwerkListView(VerzeichnisListView):
    liste_url = "netzwerke:liste"
    filterset_class = NetzwerkFilter

    def treffer_satz(self):
        anzahl = self.filterset.zaehlung.gesamt
        satz = ngettext("%(anzahl)d Netzwerk", "%(anzahl)d Netzwerke", anzahl) % {"anzahl": anzahl}
        if self.filterset.raum:
            return gettext("%(satz)s für %(ort)s") % {"satz": satz, "ort": self.filterset.raum.name}
        return satz


class NetzwerkDetailView(EintragDetailView):
    model = Netzwerk

    def menge(self):
        return (
            Netzwerk.objects.oeffentlich()
            .select_related("innerhalb_von")
            .prefetch_related(
                "themen", "zielgruppen", "gebiete", "mitgliederarten", "leistungen", "kennzahlen", "zitate",
                "antworten__frage",
                Prefetch("sozialraeume", Sozialraum.objects.oeffentlich()),
                Prefetch("teil_von", Netzwerk.objects.oeffentlich()),
                Prefetch("teile", Netzwerk.objects.oeffentlich()),
                Prefetch("kontakte", Kontakt.objects.fuer_anzeige()),
            )
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        mitgliedschaften = list(
            Mitgliedschaft.objects.laufend()
            .filter(netzwerk=self.object, organisation__in=Organisation.objects.oeffentlich())
            .select_related("organisation__art", "arbeitsbereich")
            .order_by(
                "organisation__art__reihenfolge", "organisation__art__name", "organisation__sortierung", "pk"
            )
        )
        kontakte = Kontakt.objects.fuer_anzeige().in_bulk(
            [mitglied.kontakt_id for mitglied in mitgliedschaften]
        )
        for mitglied in mitgliedschaften:
            mitglied.ansprechstelle = kontakte.get(mitglied.kontakt_id)
        je_art = groupby(mitgliedschaften, key=lambda mitglied: mitglied.organisation.art)
        return super().get_context_data(
            mitglieder=[(art, list(gruppe)) for art, gruppe in je_art],
            mitglieder_anzahl=len({mitglied.organisation_id for mitglied in mitgliedschaften}),
            weitere=self._weitere(),
            **kwargs,
        )

    def _weitere(self):
        """Other networks of the same Sozialräume or areas first, then those of the same theme."""
        netzwerk = self.object
        gleicher_ort = Q(sozialraeume__in=netzwerk.sozialraeume.all()) | Q(gebiete__in=netzwerk.gebiete.all())
        nah = Netzwerk.objects.filter(gleicher_ort, pk=OuterRef("pk"))
        verwandt = Netzwerk.objects.filter(themen__in=netzwerk.themen.all(), pk=OuterRef("pk"))
        return (
            Netzwerk.objects.oeffentlich()
            .exclude(pk=netzwerk.pk)
            .annotate(nah=Exists(nah), verwandt=Exists(verwandt))
            .filter(Q(nah=True) | Q(verwandt=True))
            .order_by("-nah", "-verwandt", "sortierung", "pk")[:WEITERE]
        )


class OrganisationListView(VerzeichnisListView):
    liste_url = "netzwerke:organisation-liste"
    filterset_class = OrganisationFilter

    def treffer_satz(self):
        anzahl = self.filterset.zaehlung.gesamt
        satz = ngettext("%(anzahl)d Organisation", "%(anzahl)d Organisationen", anzahl) % {"anzahl": anzahl}
        if self.filterset.raum:
            return gettext("%(satz)s für %(ort)s") % {"satz": satz, "ort": self.filterset.raum.name}
        return satz


class OrganisationDetailView(EintragDetailView):
    model = Organisation

    def menge(self):
        oeffentliche = Organisation.objects.oeffentlich()
        return (
            oeffentliche.select_related("art", "traeger")
            .prefetch_related(
                "gebiete", "arbeitsbereiche__themen", standorte_mit_lage(),
                Prefetch("sozialraeume", Sozialraum.objects.oeffentlich()),
                Prefetch("einrichtungen", oeffentliche),
            )
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        angebote = list(
            Hilfeangebot.objects.oeffentlich()
            .filter(organisation=self.object)
            .select_related("organisation", "arbeitsbereich")
            .prefetch_related(standorte_mit_lage())
        )
        anreichern(angebote)
        mitgliedschaften = (
            Mitgliedschaft.objects.laufend()
            .filter(organisation=self.object, netzwerk__in=Netzwerk.objects.oeffentlich())
            .select_related("netzwerk", "arbeitsbereich")
            .order_by("netzwerk__sortierung", "pk")
        )
        return super().get_context_data(
            angebote=[angebot for angebot in angebote if not angebot.nur_fachkraefte],
            fachangebote=[angebot for angebot in angebote if angebot.nur_fachkraefte],
            mitgliedschaften=mitgliedschaften,
            kontakte=Kontakt.objects.fuer_anzeige().filter(organisation=self.object),
            traeger_sichtbar=self.object.traeger is not None and self.object.traeger.ist_oeffentlich,
            **kwargs,
        )
