"""Site map of the whole project: the public directory and the coordinators' workplace."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

handler400 = "netzwerke.fehlerseiten.ungueltig"
handler403 = "netzwerke.fehlerseiten.verboten"
handler404 = "netzwerke.fehlerseiten.nicht_gefunden"
handler500 = "netzwerke.fehlerseiten.stoerung"

urlpatterns = [
    path(settings.ADMIN_PFAD, admin.site.urls),
    path("", include("netzwerke.urls")),
]
