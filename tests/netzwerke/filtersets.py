"""The filters of the lists as a view makes them."""

from django.http import QueryDict

from netzwerke.anschluesse import anschluesse
from netzwerke.filters import HilfeangebotFilter, NetzwerkFilter, OrganisationFilter, SozialraumFilter
from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum

FILTERSETS = {
    Hilfeangebot: (HilfeangebotFilter, "netzwerke:angebot-liste"),
    Netzwerk: (NetzwerkFilter, "netzwerke:liste"),
    Organisation: (OrganisationFilter, "netzwerke:organisation-liste"),
    Sozialraum: (SozialraumFilter, "netzwerke:sozialraum-liste"),
}


def filterset(model, **werte):
    daten = QueryDict(mutable=True)
    daten.update(werte)
    klasse, liste_url = FILTERSETS[model]
    return klasse(daten, art=anschluesse.art(liste_url))
