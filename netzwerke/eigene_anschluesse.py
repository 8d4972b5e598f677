"""What this app itself registers."""

from django.utils.translation import gettext_lazy as _

from netzwerke.anschluesse import Karte, OeffentlicheArt, Suchart, anschluesse


def anmelden() -> None:
    from netzwerke import karten
    from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum
    from netzwerke.suche import quellen

    def fuer_betroffene():
        return Hilfeangebot.objects.oeffentlich().fuer_betroffene()

    def fuer_fachkraefte():
        return Hilfeangebot.objects.oeffentlich().fuer_fachkraefte()

    def art(quelle, liste_url, menge, name, karte, fuer_alle=True):
        def dokumente(eintraege):
            return quelle(menge(), eintraege).dokumente()

        suche = Suchart(quelle.nummer, name, dokumente, karte, quelle.bezuege, fuer_alle)
        anschluesse.art_anmelden(OeffentlicheArt(quelle.model, liste_url, menge, suche))

    angebotskarte = Karte("includes/karte_angebot.html", "angebot", karten.angebotskarten, karten.anreichern)
    netzwerkkarte = Karte("includes/karte_netzwerk.html", "netzwerk", karten.netzwerkkarten)
    organisationskarte = Karte("includes/karte_organisation.html", "organisation", karten.organisationskarten)
    sozialraumkarte = Karte(
        "includes/karte_sozialraum.html",
        "sozialraum",
        karten.sozialraumkarten,
        karten.versorgung_anreichern,
    )
    art(
        quellen.Angebotsquelle,
        "netzwerke:angebot-liste",
        fuer_betroffene,
        _("Hilfeangebote"),
        angebotskarte,
    )
    art(
        quellen.Netzwerkquelle,
        "netzwerke:liste",
        Netzwerk.objects.oeffentlich,
        _("Netzwerke"),
        netzwerkkarte,
    )
    art(
        quellen.Organisationsquelle,
        "netzwerke:organisation-liste",
        Organisation.objects.oeffentlich,
        _("Organisationen"),
        organisationskarte,
    )
    art(
        quellen.Sozialraumquelle,
        "netzwerke:sozialraum-liste",
        Sozialraum.objects.oeffentlich,
        _("Sozialräume"),
        sozialraumkarte,
    )
    art(
        quellen.Fachangebotsquelle,
        "netzwerke:fachkraefte-liste",
        fuer_fachkraefte,
        _("Angebote für Fachkräfte"),
        angebotskarte,
        fuer_alle=False,
    )
