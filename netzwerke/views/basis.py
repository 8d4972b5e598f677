"""What all lists and all entry pages have in common."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponsePermanentRedirect, QueryDict
from django.utils.translation import gettext
from django.views.generic import DetailView, ListView

from netzwerke.anschluesse import anschluesse
from netzwerke.karten import krisenlinien
from netzwerke.models import Gebiet, SlugUmleitung
from netzwerke.raum import groessere_gebiete, kleinste_gebiete

#: More would be scrolled past, fewer would be paged through.
JE_SEITE = 20
#: Filters that a larger area replaces: together with them it would leave nothing, either.
ENGERE_ORTE = ("plz", "umkreis", "sozialraum")


class GezaehlterPaginator(Paginator):
    """Takes the total from the statement that counted the facets instead of counting once more."""

    def __init__(self, *args, anzahl: int, **kwargs):
        super().__init__(*args, **kwargs)
        self._anzahl = anzahl

    @property
    def count(self) -> int:
        return self._anzahl


class VerzeichnisListView(ListView):
    """A filtered list with counts. Nothing a visitor puts into the address leads to an error page."""

    filterset_class = None
    paginate_by = JE_SEITE

    def menge(self):
        """The public entries that this list is about."""
        raise NotImplementedError

    def get_queryset(self):
        self.filterset = self.filterset_class(self.request.GET, queryset=self.menge())
        return self.karten(self.filterset.qs)

    def karten(self, queryset):
        """Fetch what the cards show beyond the entry's own columns."""
        return queryset

    def paginate_queryset(self, queryset, page_size):
        anzahl = self.filterset.zaehlung.gesamt
        paginator = GezaehlterPaginator(queryset, page_size, anzahl=anzahl)
        seite = paginator.get_page(self.request.GET.get("seite"))
        return paginator, seite, seite.object_list, seite.has_other_pages()

    def get_context_data(self, **kwargs):
        kontext = super().get_context_data(**kwargs)
        filterset = self.filterset
        self.karten_anreichern(list(kontext["page_obj"].object_list))
        kontext |= {
            "filter": filterset,
            "aktive_filter": filterset.aktive,
            "hinweise": filterset.hinweise,
            "raum": filterset.raum,
            "treffer_satz": self.treffer_satz(),
            "seitenfolge": kontext["paginator"].get_elided_page_range(
                kontext["page_obj"].number, on_each_side=1
            ),
            "seiten_url": _mit_seite(filterset.adresse_ohne()),
        }
        if not filterset.zaehlung.gesamt:
            kontext |= {"auswege": self.auswege(), "krisenlinien": krisenlinien()}
        return kontext

    def karten_anreichern(self, eintraege: list) -> None:
        """Hook: set on the entries of this page what their cards need."""

    def treffer_satz(self) -> str:
        """The number of hits in a sentence, e.g. "7 Angebote bei Stalking in Hagen"."""
        raise NotImplementedError

    def auswege(self) -> list[tuple[str, str, int]]:
        """Ways on from an empty result: (label, address, hits), only such that lead to something."""
        wege = []
        for name, wert in self.filterset.werte.items():
            label = self.filterset.beschriftung(name, wert).strip("„“")
            wege.append((gettext("Ohne „%(filter)s“") % {"filter": label}, self.filterset.adresse_ohne(name)))
        for gebiet in self._groessere_gebiete():
            adresse = self.filterset.adresse_mit(ohne=ENGERE_ORTE, gebiet=gebiet.slug)
            wege.append((gettext("In %(gebiet)s suchen") % {"gebiet": gebiet.name}, adresse))
        gezaehlt = [(label, adresse, self._treffer(adresse)) for label, adresse in wege]
        return [weg for weg in gezaehlt if weg[2]]

    def _groessere_gebiete(self) -> list[Gebiet]:
        werte = self.filterset.werte
        if "gebiet" in werte:
            return groessere_gebiete(Gebiet.objects.filter(pk=werte["gebiet"].pk))
        if "plz" in werte:
            return groessere_gebiete(kleinste_gebiete(werte["plz"]))
        if "sozialraum" in werte:
            return groessere_gebiete(Gebiet.objects.filter(sozialraeume=werte["sozialraum"]))
        return []

    def _treffer(self, adresse: str) -> int:
        return self.filterset_class(QueryDict(adresse.removeprefix("?")), queryset=self.menge()).qs.count()


def _mit_seite(adresse: str) -> str:
    return f"{adresse}&seite=" if adresse != "?" else "?seite="


class EintragDetailView(DetailView):
    """The page of an entry. Drafts, hidden and missing entries are the same 404; old addresses lead on."""

    def menge(self):
        raise NotImplementedError

    def get_queryset(self):
        return self.menge()

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            ziel = SlugUmleitung.objects.ziel(self.menge(), kwargs["slug"])
            if ziel is None:
                raise
            return HttpResponsePermanentRedirect(ziel.get_absolute_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(abschnitte=anschluesse.abschnitte(self.object), **kwargs)
