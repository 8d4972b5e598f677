"""Closed vocabularies. Values are slugs: they appear in addresses and exports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    ENTWURF = "entwurf", _("Entwurf")
    VEROEFFENTLICHT = "veroeffentlicht", _("veröffentlicht")
    VERBORGEN = "verborgen", _("verborgen")
    ARCHIVIERT = "archiviert", _("archiviert")
    GELOESCHT = "geloescht", _("gelöscht")


class Sichtbarkeit(models.TextChoices):
    OEFFENTLICH = "oeffentlich", _("öffentlich")
    INTERN = "intern", _("intern")


class Bestaetigungsrolle(models.TextChoices):
    KOORDINATION = "koordination", _("von der Koordination")
    ORGANISATION = "organisation", _("von der Organisation selbst")
    REDAKTION = "redaktion", _("von der Redaktion")


class Stufe(models.TextChoices):
    """Levels of the administrative tree, from the largest to the smallest."""

    LAND = "land", _("Land")
    KREIS = "kreis", _("Kreis oder kreisfreie Stadt")
    GEMEINDE = "gemeinde", _("Gemeinde")
    STADTBEZIRK = "stadtbezirk", _("Stadtbezirk")
    STADTTEIL = "stadtteil", _("Stadtteil")

    @property
    def tiefe(self) -> int:
        return list(Stufe).index(self)


class Abdeckung(models.TextChoices):
    GANZ = "ganz", _("ganz")
    TEILWEISE = "teilweise", _("teilweise")


class Schutz(models.TextChoices):
    OEFFENTLICH = "oeffentlich", _("öffentlich: Anschrift wird gezeigt")
    NUR_ORT = "nur-ort", _("nur Ort: nur die Gemeinde wird gespeichert")
    GESCHUETZT = "geschuetzt", _("geschützt: nur Kreis oder Land wird gespeichert")


class Netzwerkart(models.TextChoices):
    NETZWERK = "netzwerk", _("Netzwerk")
    STADTTEILFORUM = "stadtteilforum", _("Stadtteilforum")
    RUNDER_TISCH = "runder-tisch", _("Runder Tisch")
    ARBEITSKREIS = "arbeitskreis", _("Arbeitskreis")
    BUENDNIS = "buendnis", _("Bündnis")
    NETZWERK_KINDERSCHUTZ = "netzwerk-kinderschutz", _("Netzwerk Kinderschutz/Frühe Hilfen")
    ARBEITSGEMEINSCHAFT = "arbeitsgemeinschaft", _("Arbeitsgemeinschaft")
    ARBEITSGRUPPE = "arbeitsgruppe", _("Arbeitsgruppe")
    QUALITAETSZIRKEL = "qualitaetszirkel", _("Qualitätszirkel")
    GREMIUM = "gremium", _("Gremium")
    STADTBEZIRKSKONFERENZ = "stadtbezirkskonferenz", _("Stadtbezirkskonferenz")
    SOZIALRAUMTEAM = "sozialraumteam", _("Sozialraumteam")
    ZUSAMMENSCHLUSS = "zusammenschluss", _("überregionaler Zusammenschluss")

    @classmethod
    def eigene(cls) -> tuple["Netzwerkart", ...]:
        """The kinds through which a Sozialraum *has* a network.

        All others are listed but do not fill the gap (capability 3 of the domain concept: city-wide
        bodies, Arbeitsgemeinschaften, Gremien and Sozialraumteams are not networks).
        """
        return (cls.NETZWERK, cls.STADTTEILFORUM, cls.RUNDER_TISCH, cls.ARBEITSKREIS, cls.BUENDNIS)


class Mitgliedsrolle(models.TextChoices):
    KOORDINATION = "koordination", _("Koordination")
    VORBEREITUNGSKREIS = "vorbereitungskreis", _("Vorbereitungskreis")
    MITGLIED = "mitglied", _("Mitglied")
    GAST = "gast", _("Gast")


class Anrede(models.TextChoices):
    SIE = "sie", _("Sie")
    DU = "du", _("Du")


class Angebotsart(models.TextChoices):
    KRISENLINIE = "krisenlinie", _("Krisenlinie")
    BERATUNG = "beratung", _("Beratung")
    SCHUTZ_UND_WOHNEN = "schutz-und-wohnen", _("Schutz und Wohnen")
    MEDIZIN = "medizinische-hilfe", _("Medizinische Hilfe und Spurensicherung")
    RECHT = "rechtliche-hilfe", _("Rechtliche Hilfe und Begleitung")
    THERAPIE = "therapie", _("Therapie und Traumaambulanz")
    TAETERARBEIT = "taeterarbeit", _("Täterarbeit")
    GRUPPE = "gruppe", _("Gruppe")
    QUALIFIZIERUNG = "qualifizierung", _("Arbeit und Qualifizierung")
    PRAEVENTION = "praevention", _("Prävention")
    FORTBILDUNG = "fortbildung", _("Fortbildung und Fachberatung")


class Kosten(models.TextChoices):
    KOSTENLOS = "kostenlos", _("kostenlos")
    TEILWEISE = "teilweise", _("teilweise kostenlos")
    KOSTENPFLICHTIG = "kostenpflichtig", _("kostenpflichtig")
