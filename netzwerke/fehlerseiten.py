"""Error pages with the site's frame.

Django's own 400 and 500 handlers render without a request, thus without context processors; ours need the
address of "Seite schnell verlassen", too. Their templates touch neither the database nor the host name.
"""

from django.shortcuts import render


def ungueltig(request, exception):
    return render(request, "400.html", status=400)


def verboten(request, exception):
    return render(request, "403.html", status=403)


def nicht_gefunden(request, exception):
    return render(request, "404.html", status=404)


def stoerung(request):
    return render(request, "500.html", status=500)


def csrf_abgelehnt(request, reason=""):
    return render(request, "403.html", status=403)
