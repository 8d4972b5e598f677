"""The entry page and the operator's pages."""

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext
from django.views.generic import DetailView, TemplateView

from netzwerke.karten import krisenlinien
from netzwerke.models import Lebenslage, Netzwerk, Seite, Sozialraum
from netzwerke.texte import formatierter_text


class StartseiteView(TemplateView):
    template_name = "netzwerke/startseite.html"

    def get_context_data(self, **kwargs):
        lebenslagen = list(Lebenslage.objects.all())
        return super().get_context_data(
            lebenslagen=[lage for lage in lebenslagen if not lage.fuer_fachkraefte],
            lebenslagen_fachkraefte=[lage for lage in lebenslagen if lage.fuer_fachkraefte],
            krisenlinien=krisenlinien(),
            sozialraeume_anzahl=Sozialraum.objects.oeffentlich().count(),
            zuletzt=Netzwerk.objects.oeffentlich().order_by(
                F("bestaetigt_am").desc(nulls_last=True), "-geaendert_am"
            )[:5],
            seiten=set(Seite.objects.filter(oeffentlich=True).values_list("slug", flat=True)),
            **kwargs,
        )


class SeiteDetailView(DetailView):
    """A page of the operator; ``slug`` comes from the URLconf."""

    model = Seite

    def get_object(self, queryset=None):
        slug = self.kwargs["slug"]
        seite = Seite.objects.filter(slug=slug, oeffentlich=True).first()
        if seite is None and slug in Seite.VERLINKT:
            return Seite(
                slug=slug, titel=Seite.VERLINKT[slug], inhalt=gettext("Dieser Text wird gerade überarbeitet.")
            )
        if seite is None:
            raise Http404
        return seite

    def get_context_data(self, **kwargs):
        return super().get_context_data(inhalt=formatierter_text(self.object.inhalt), **kwargs)
