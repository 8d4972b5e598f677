"""What all lists and all entry pages have in common."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponsePermanentRedirect, QueryDict
from django.views.generic import DetailView, ListView

from netzwerke.anschluesse import OeffentlicheArt, anschluesse
from netzwerke.karten import krisenlinien
from netzwerke.models import SlugUmleitung
from netzwerke.suche.beistand import beistand
from netzwerke.views.filterseite import JE_SEITE, Filterseite, seitenadresse


class GezaehlterPaginator(Paginator):
    """Takes the total from the statement that counted the facets instead of counting once more."""

    def __init__(self, *args, anzahl: int, **kwargs):
        super().__init__(*args, **kwargs)
        self._anzahl = anzahl

    @property
    def count(self) -> int:
        return self._anzahl


class VerzeichnisListView(Filterseite, ListView):
    """The filtered list of one kind, with counts. Nothing a visitor puts into the address leads to an error page."""

    #: URL name of the list, under which its kind is registered.
    liste_url = ""
    filterset_class = None
    paginate_by = JE_SEITE

    @property
    def art(self) -> OeffentlicheArt:
        return anschluesse.art(self.liste_url)

    def get_queryset(self):
        self.filterset = self.filterset_class(self.request.GET, art=self.art)
        return self.art.suche.karte.mit_bezuegen(self.filterset.qs)

    def paginate_queryset(self, queryset, page_size):
        anzahl = self.filterset.zaehlung.gesamt
        paginator = GezaehlterPaginator(queryset, page_size, anzahl=anzahl)
        seite = paginator.get_page(self.request.GET.get("seite"))
        return paginator, seite, seite.object_list, seite.has_other_pages()

    def get_context_data(self, **kwargs):
        kontext = super().get_context_data(**kwargs)
        filterset = self.filterset
        if anreichern := self.art.suche.karte.anreichern:
            anreichern(list(kontext["page_obj"].object_list))
        kontext |= {
            "filter": filterset,
            "aktive_filter": filterset.aktive,
            "hinweise": filterset.hinweise,
            "raum": filterset.raum,
            "treffer_satz": self.treffer_satz(),
            "seitenfolge": kontext["paginator"].get_elided_page_range(
                kontext["page_obj"].number, on_each_side=1
            ),
            "seiten_url": seitenadresse(filterset.adresse_ohne()),
        }
        if filterset.suche:
            anfrage = filterset.suche.ergebnis.anfrage
            kontext |= self.schreibweise(anfrage) | {"beistand": beistand(anfrage)}
        if not filterset.zaehlung.gesamt:
            kontext |= {"auswege": self.auswege(), "krisenlinien": krisenlinien()}
        return kontext

    def treffer_satz(self) -> str:
        """The number of hits in a sentence, e.g. "7 Angebote bei Stalking in Hagen"."""
        raise NotImplementedError

    def treffer_bei(self, adresse: str) -> int:
        andere = self.filterset_class(QueryDict(adresse.removeprefix("?")), art=self.art)
        if andere.werte.get("q") == self.filterset.werte.get("q"):
            andere.suche = self.filterset.suche
        return andere.qs.count()


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
