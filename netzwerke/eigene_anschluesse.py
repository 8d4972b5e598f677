"""What this app itself registers."""

from netzwerke.anschluesse import OeffentlicheArt, anschluesse


def anmelden() -> None:
    from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum

    def fuer_betroffene():
        return Hilfeangebot.objects.oeffentlich().fuer_betroffene()

    anschluesse.art_anmelden(OeffentlicheArt(Hilfeangebot, "netzwerke:angebot-liste", fuer_betroffene))
    anschluesse.art_anmelden(OeffentlicheArt(Netzwerk, "netzwerke:liste", Netzwerk.objects.oeffentlich))
    anschluesse.art_anmelden(
        OeffentlicheArt(Organisation, "netzwerke:organisation-liste", Organisation.objects.oeffentlich)
    )
    anschluesse.art_anmelden(
        OeffentlicheArt(Sozialraum, "netzwerke:sozialraum-liste", Sozialraum.objects.oeffentlich)
    )
