"""Help offers: for residents, and apart from them those for professionals only."""

from django.db.models import Prefetch
from django.utils.translation import gettext, ngettext

from netzwerke.filters import HilfeangebotFilter
from netzwerke.karten import anreichern, standorte_mit_lage
from netzwerke.models import Hilfeangebot, Kontakt, Mitgliedschaft, Netzwerk, Sozialraum
from netzwerke.oeffnungszeiten import beschreibung
from netzwerke.views.basis import EintragDetailView, VerzeichnisListView


class HilfeangebotListView(VerzeichnisListView):
    liste_url = "netzwerke:angebot-liste"
    filterset_class = HilfeangebotFilter

    def treffer_satz(self):
        anzahl, werte = self.filterset.zaehlung.gesamt, self.filterset.werte
        satz = ngettext("%(anzahl)d Angebot", "%(anzahl)d Angebote", anzahl) % {"anzahl": anzahl}
        if "thema" in werte:
            satz = gettext("%(satz)s zum Thema %(thema)s") % {"satz": satz, "thema": werte["thema"].name}
        if self.filterset.raum:
            satz = gettext("%(satz)s für %(ort)s") % {"satz": satz, "ort": self.filterset.raum.name}
        return satz


class HilfeangebotDetailView(EintragDetailView):
    model = Hilfeangebot

    def menge(self):
        return (
            Hilfeangebot.objects.oeffentlich()
            .fuer_betroffene()
            .select_related("organisation__traeger", "organisation__art", "arbeitsbereich")
            .prefetch_related(
                "themen", "sprachen", "gebiete",
                standorte_mit_lage(),
                Prefetch("sozialraeume", Sozialraum.objects.oeffentlich()),
            )
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        angebot = self.object
        anreichern([angebot])
        mitgliedschaften = Mitgliedschaft.objects.laufend().filter(organisation=angebot.organisation)
        return super().get_context_data(
            zeiten=beschreibung(angebot.regel) if angebot.regel else [],
            kontakte=Kontakt.objects.fuer_anzeige().filter(hilfeangebote=angebot),
            netzwerke=Netzwerk.objects.oeffentlich().filter(mitgliedschaften__in=mitgliedschaften).distinct(),
            organisation_sichtbar=angebot.organisation.ist_oeffentlich,
            **kwargs,
        )


class FachkraefteListView(HilfeangebotListView):
    """Offers for professionals; they never stand among those for residents."""

    liste_url = "netzwerke:fachkraefte-liste"
    template_name = "netzwerke/fachkraefte_list.html"


class FachkraefteDetailView(HilfeangebotDetailView):
    def menge(self):
        return (
            Hilfeangebot.objects.oeffentlich()
            .fuer_fachkraefte()
            .select_related("organisation__traeger", "organisation__art", "arbeitsbereich")
            .prefetch_related(
                "themen",
                "sprachen",
                "gebiete",
                standorte_mit_lage(),
                Prefetch("sozialraeume", Sozialraum.objects.oeffentlich()),
            )
        )
