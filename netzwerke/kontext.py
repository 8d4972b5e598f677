"""Context every template gets: how this installation is called and whom it names."""

from django.conf import settings


def verzeichnis(request):
    return {
        "verzeichnis_name": settings.VERZEICHNIS_NAME,
        "exit_url": settings.EXIT_URL,
        "kontakt_email": settings.KONTAKT_EMAIL,
    }
