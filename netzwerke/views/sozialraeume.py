"""Sozialräume: the professionals' way in, and the gaps in the map of networks."""

from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.utils.translation import ngettext

from netzwerke.filters import SozialraumFilter
from netzwerke.karten import anreichern, standorte_mit_lage
from netzwerke.models import Hilfeangebot, Kontakt, Netzwerk, Organisation, Sozialraum
from netzwerke.raum import Naehe, raum_von_sozialraum, ueberschneidungen, versorgung
from netzwerke.views.basis import EintragDetailView, VerzeichnisListView

#: Entries of one kind shown on the page of a Sozialraum; the rest is one link away.
JE_ART = 30


@dataclass(frozen=True)
class Umfeld:
    """Entries of one kind around a Sozialraum, grouped by nearness; ``mehr`` says that there are others."""

    gruppen: list[tuple[str, list[Model]]]
    mehr: bool


def umfeld(menge: QuerySet, raum) -> Umfeld:
    treffer = menge.filter(raum.bedingung(menge.model)).annotate(rang=raum.rang(menge.model))
    eintraege = list(treffer.order_by("rang", "sortierung", "pk")[: JE_ART + 1])
    gruppen: dict[int, list[Model]] = {}
    for eintrag in eintraege[:JE_ART]:
        gruppen.setdefault(eintrag.rang, []).append(eintrag)
    benannt = [(Naehe.BESCHRIFTUNG[rang], gruppe) for rang, gruppe in gruppen.items()]
    return Umfeld(benannt, len(eintraege) > JE_ART)


class SozialraumListView(VerzeichnisListView):
    liste_url = "netzwerke:sozialraum-liste"
    filterset_class = SozialraumFilter

    def treffer_satz(self):
        anzahl = self.filterset.zaehlung.gesamt
        return ngettext("%(anzahl)d Sozialraum", "%(anzahl)d Sozialräume", anzahl) % {"anzahl": anzahl}


class SozialraumDetailView(EintragDetailView):
    model = Sozialraum

    def menge(self):
        return Sozialraum.objects.oeffentlich().prefetch_related("gebietsbezuege__gebiet", "postleitzahlen")

    def get_context_data(self, **kwargs):
        raum = raum_von_sozialraum(self.object)
        angebote = Hilfeangebot.objects.oeffentlich().select_related("organisation")
        angebote = angebote.prefetch_related(standorte_mit_lage())
        hilfen = umfeld(angebote.fuer_betroffene(), raum)
        fachangebote = umfeld(angebote.fuer_fachkraefte(), raum)
        anreichern(
            [angebot for _name, gruppe in [*hilfen.gruppen, *fachangebote.gruppen] for angebot in gruppe]
        )
        return super().get_context_data(
            versorgung=versorgung([self.object.pk])[self.object.pk],
            ueberschneidungen=Sozialraum.objects.filter(
                pk__in=ueberschneidungen([self.object.pk])[self.object.pk]
            ),
            netzwerke=umfeld(Netzwerk.objects.oeffentlich(), raum),
            organisationen=umfeld(Organisation.objects.oeffentlich().select_related("art"), raum),
            kontakte=umfeld(Kontakt.objects.fuer_anzeige().filter(bundesweit=False), raum),
            angebote=hilfen,
            fachangebote=fachangebote,
            **kwargs,
        )
