from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetzwerkeConfig(AppConfig):
    name = "netzwerke"
    verbose_name = _("Netzwerke und Hilfen")

    def ready(self):
        from netzwerke import ableitungen, eigene_anschluesse
        from netzwerke.suche import pflege

        ableitungen.verbinden()
        eigene_anschluesse.anmelden()
        pflege.verbinden(self)
