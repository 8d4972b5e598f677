from netzwerke.views.angebote import (
    FachkraefteDetailView,
    FachkraefteListView,
    HilfeangebotDetailView,
    HilfeangebotListView,
)
from netzwerke.views.betrieb import bereit, healthz
from netzwerke.views.netzwerke import (
    NetzwerkDetailView,
    NetzwerkListView,
    OrganisationDetailView,
    OrganisationListView,
)
from netzwerke.views.seiten import SeiteDetailView, StartseiteView
from netzwerke.views.sozialraeume import SozialraumDetailView, SozialraumListView
from netzwerke.views.suche import SucheView
from netzwerke.views.vorschlaege import VorschlaegeView

__all__ = [
    "FachkraefteDetailView",
    "FachkraefteListView",
    "HilfeangebotDetailView",
    "HilfeangebotListView",
    "NetzwerkDetailView",
    "NetzwerkListView",
    "OrganisationDetailView",
    "OrganisationListView",
    "SeiteDetailView",
    "SozialraumDetailView",
    "SozialraumListView",
    "StartseiteView",
    "SucheView",
    "VorschlaegeView",
    "bereit",
    "healthz",
]
