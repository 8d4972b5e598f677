"""Suggestions under a search box while somebody types."""

from dataclasses import asdict

from django.http import JsonResponse
from django.utils.translation import gettext, ngettext
from django.views import View

from netzwerke.suche.vorschlaege import vorschlaege


class VorschlaegeView(View):
    """Suggestions for what has been typed so far (``q``), with the texts that go with them.

    JSON, not a piece of HTML: the script puts it on the page as text, so that no name can become markup, and
    opened by itself the address shows no page of ours that would lack the way out of it.
    """

    http_method_names = ["get", "head"]

    def get(self, request):
        gefunden = vorschlaege(request.GET.get("q", ""))
        anzahl = len(gefunden)
        meldung = ngettext("%(anzahl)d Vorschlag", "%(anzahl)d Vorschläge", anzahl) % {"anzahl": anzahl}
        antwort = {
            "titel": gettext("Vorschläge"),
            "meldung": meldung if gefunden else gettext("Keine Vorschläge"),
            "vorschlaege": [asdict(vorschlag) for vorschlag in gefunden],
        }
        return JsonResponse(antwort, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
