"""Views that go wrong, for the tests of error pages and logs."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import include, path

from config import urls


def stoerung(request):
    raise ValueError(request.GET.get("q", "") + request.POST.get("text", ""))


def verdacht(request):
    raise SuspiciousOperation(request.GET["q"])


def verbot(request):
    raise PermissionDenied(request.GET["q"])


handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
urlpatterns = [
    path("stoerung/", stoerung),
    path("verdacht/", verdacht),
    path("verbot/", verbot),
    path("verwaltung/", admin.site.urls),
    path("", include("netzwerke.urls")),
]
