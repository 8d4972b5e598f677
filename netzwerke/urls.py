"""The site map of the directory."""

from django.urls import path

from netzwerke import views
from netzwerke.models import Seite

app_name = "netzwerke"

#: Pages of text.
SEITEN = (*Seite.VERLINKT, *Seite.FREIWILLIG)

urlpatterns = [
    path("", views.StartseiteView.as_view(), name="startseite"),
    path("suche/", views.SucheView.as_view(), name="suche"),
    path("hilfe/", views.HilfeangebotListView.as_view(), name="angebot-liste"),
    path("hilfe/<slug:slug>/", views.HilfeangebotDetailView.as_view(), name="angebot-detail"),
    path("fachkraefte/", views.FachkraefteListView.as_view(), name="fachkraefte-liste"),
    path("fachkraefte/<slug:slug>/", views.FachkraefteDetailView.as_view(), name="fachkraefte-detail"),
    path("netzwerke/", views.NetzwerkListView.as_view(), name="liste"),
    path("netzwerke/<slug:slug>/", views.NetzwerkDetailView.as_view(), name="detail"),
    path("organisationen/", views.OrganisationListView.as_view(), name="organisation-liste"),
    path("organisationen/<slug:slug>/", views.OrganisationDetailView.as_view(), name="organisation-detail"),
    path("sozialraeume/", views.SozialraumListView.as_view(), name="sozialraum-liste"),
    path("sozialraeume/<slug:slug>/", views.SozialraumDetailView.as_view(), name="sozialraum-detail"),
    path("suche/vorschlaege", views.VorschlaegeView.as_view(), name="suche-vorschlaege"),
    *[path(f"{slug}/", views.SeiteDetailView.as_view(), {"slug": slug}, name=slug) for slug in SEITEN],
    path("healthz", views.healthz, name="healthz"),
    path("bereit", views.bereit, name="bereit"),
]
