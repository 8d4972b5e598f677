"""Boring factories: the least a valid row needs. Entries are public, because most tests look at public pages."""

import datetime
from string import ascii_uppercase, digits

import factory
from django.utils import timezone

from konten.models import User
from netzwerke import models
from netzwerke.enums import Sichtbarkeit, Status, Stufe
from netzwerke.suche.pflege import gebuendelt

EINWILLIGUNG = {
    "einwilligung_am": datetime.date(2024, 5, 1),
    "einwilligung_umfang": "Name und E-Mail auf den öffentlichen Seiten",
    "einwilligung_fassung": "1",
    "einwilligung_wie": "schriftlich",
    "einwilligung_durch": "Netzwerkkoordination",
}


def viele(feld):
    """A many-to-many field that is filled from a list of rows: ``NetzwerkFactory(themen=[thema])``."""

    def setzen(zeile, create, zeilen, **kwargs):
        if create and zeilen:
            getattr(zeile, feld).set(zeilen)

    return factory.post_generation(setzen)


class Basis(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _generate(cls, strategy, params):
        """Write the document of the search once, when all relations are set."""
        with gebuendelt():
            return super()._generate(strategy, params)


class UserFactory(Basis):
    """An account without rights; ``verwaltung=True`` may do everything in the admin."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"konto{n}@example.org")
    anzeigename = factory.Sequence(lambda n: f"Konto {n}")
    gruppen = factory.post_generation(
        lambda user, create, gruppen, **kwargs: user.groups.set(gruppen) if create and gruppen else None
    )

    class Params:
        verwaltung = factory.Trait(is_staff=True, is_superuser=True)


class PostleitzahlFactory(Basis):
    class Meta:
        model = models.Postleitzahl

    plz = factory.Sequence(lambda n: f"{10000 + n}")
    orte = "Ort"


class GebietFactory(Basis):
    """A Land, or below one: ``kreis``, ``kreisfrei``, ``gemeinde``, ``bezirk`` or ``stadtteil=True``.

    A Land, Kreis or Gemeinde has a made-up official key of the right length, as protected sites need one.
    """

    class Meta:
        model = models.Gebiet

    name = factory.Sequence(lambda n: f"Gebiet {n}")
    stufe = Stufe.LAND
    # Letters, so that no made-up key is a real one.
    ars = factory.Sequence(lambda n: ascii_uppercase[n // 36 % 26] + (digits + ascii_uppercase)[n % 36])
    postleitzahlen = viele("postleitzahlen")

    class Params:
        kreis = factory.Trait(
            stufe=Stufe.KREIS,
            ars=factory.Sequence(lambda n: f"9{n:04d}"),
            oberhalb=factory.SubFactory("tests.factories.GebietFactory"),
        )
        kreisfrei = factory.Trait(
            stufe=Stufe.KREIS,
            kreisfreie_stadt=True,
            ars=factory.Sequence(lambda n: f"8{n:04d}"),
            oberhalb=factory.SubFactory("tests.factories.GebietFactory"),
        )
        gemeinde = factory.Trait(
            stufe=Stufe.GEMEINDE,
            ars=factory.Sequence(lambda n: f"9{n:011d}"),
            oberhalb=factory.SubFactory("tests.factories.GebietFactory", kreis=True),
        )
        bezirk = factory.Trait(
            stufe=Stufe.STADTBEZIRK,
            ars=None,
            oberhalb=factory.SubFactory("tests.factories.GebietFactory", kreisfrei=True),
        )
        stadtteil = factory.Trait(
            stufe=Stufe.STADTTEIL,
            ars=None,
            oberhalb=factory.SubFactory("tests.factories.GebietFactory", bezirk=True),
        )


class BegriffFactory(Basis):
    class Meta:
        abstract = True

    slug = factory.Sequence(lambda n: f"begriff-{n}")
    name = factory.Sequence(lambda n: f"Begriff {n}")


class OrganisationsartFactory(BegriffFactory):
    class Meta:
        model = models.Organisationsart

    mehrzahl = factory.LazyAttribute(lambda art: f"{art.name}, mehrere")


class KontaktrolleFactory(BegriffFactory):
    class Meta:
        model = models.Kontaktrolle


class ZielgruppeFactory(BegriffFactory):
    class Meta:
        model = models.Zielgruppe


class ThemaFactory(BegriffFactory):
    class Meta:
        model = models.Thema


class LebenslageFactory(Basis):
    class Meta:
        model = models.Lebenslage

    slug = factory.Sequence(lambda n: f"lage-{n}")
    frage = factory.Sequence(lambda n: f"Lage {n}")
    themen = viele("themen")
    zielgruppen = viele("zielgruppen")


class SpracheFactory(Basis):
    class Meta:
        model = models.Sprache

    code = factory.Sequence(lambda n: f"q{n}")
    name = factory.Sequence(lambda n: f"Sprache {n}")


class EintragFactory(Basis):
    class Meta:
        abstract = True

    status = Status.VEROEFFENTLICHT


class SozialraumFactory(EintragFactory):
    class Meta:
        model = models.Sozialraum

    name = factory.Sequence(lambda n: f"Sozialraum {n}")
    postleitzahlen = viele("postleitzahlen")


class SozialraumGebietFactory(Basis):
    class Meta:
        model = models.SozialraumGebiet

    sozialraum = factory.SubFactory(SozialraumFactory)
    gebiet = factory.SubFactory(GebietFactory, stadtteil=True)


class OrganisationFactory(EintragFactory):
    class Meta:
        model = models.Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    art = factory.SubFactory(OrganisationsartFactory)
    gebiete = viele("gebiete")
    sozialraeume = viele("sozialraeume")


class ArbeitsbereichFactory(Basis):
    class Meta:
        model = models.Arbeitsbereich

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Arbeitsbereich {n}")
    themen = viele("themen")


class StandortFactory(Basis):
    """A public site without an address; ``geschuetzt=True`` knows its Kreis only."""

    class Meta:
        model = models.Standort

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Standort {n}")

    class Params:
        mit_anschrift = factory.Trait(
            strasse="Hauptstraße",
            hausnummer="1",
            plz="58135",
            ort="Hagen",
            breite=51.35,
            laenge=7.46,
            oepnv="Bus 1 bis Markt",
            gebiet=factory.SubFactory(GebietFactory, stadtteil=True),
        )
        geschuetzt = factory.Trait(
            schutz="geschuetzt", grobgebiet=factory.SubFactory(GebietFactory, kreis=True)
        )


class KontaktFactory(Basis):
    """A function; ``mit_person=True`` names a person with consent."""

    class Meta:
        model = models.Kontakt

    funktion = factory.Sequence(lambda n: f"Funktion {n}")
    sichtbarkeit = Sichtbarkeit.OEFFENTLICH
    gebiete = viele("gebiete")
    sozialraeume = viele("sozialraeume")

    class Params:
        mit_person = factory.Trait(
            person_name="Name der Person",
            person_email="person@example.org",
            person_telefon="02331 123456",
            **EINWILLIGUNG,
        )


class TelefonFactory(Basis):
    class Meta:
        model = models.Telefon

    kontakt = factory.SubFactory(KontaktFactory)
    anzeige = factory.Sequence(lambda n: f"02331 {10000 + n}")


class NetzwerkFactory(EintragFactory):
    class Meta:
        model = models.Netzwerk

    name = factory.Sequence(lambda n: f"Netzwerk {n}")
    gebiete = viele("gebiete")
    sozialraeume = viele("sozialraeume")
    themen = viele("themen")
    zielgruppen = viele("zielgruppen")
    kontakte = viele("kontakte")
    teil_von = viele("teil_von")
    mitgliederarten = viele("mitgliederarten")


class LeistungFactory(Basis):
    class Meta:
        model = models.Leistung

    netzwerk = factory.SubFactory(NetzwerkFactory)
    titel = factory.Sequence(lambda n: f"Leistung {n}")


class MitgliedschaftFactory(Basis):
    class Meta:
        model = models.Mitgliedschaft

    netzwerk = factory.SubFactory(NetzwerkFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class KennzahlFactory(Basis):
    class Meta:
        model = models.Kennzahl

    netzwerk = factory.SubFactory(NetzwerkFactory)
    bezeichnung = factory.Sequence(lambda n: f"Kennzahl {n}")
    zahl = 45


class ZitatFactory(Basis):
    class Meta:
        model = models.Zitat

    netzwerk = factory.SubFactory(NetzwerkFactory)
    text = "Zusammen geht es leichter."
    funktion = "Koordination"
    einwilligung_am = EINWILLIGUNG["einwilligung_am"]
    einwilligung_umfang = EINWILLIGUNG["einwilligung_umfang"]
    einwilligung_fassung = EINWILLIGUNG["einwilligung_fassung"]
    einwilligung_wie = EINWILLIGUNG["einwilligung_wie"]
    einwilligung_durch = EINWILLIGUNG["einwilligung_durch"]


class FrageFactory(Basis):
    class Meta:
        model = models.Frage

    nummer = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Frage {n}?")


class AntwortFactory(Basis):
    class Meta:
        model = models.Antwort

    netzwerk = factory.SubFactory(NetzwerkFactory)
    frage = factory.SubFactory(FrageFactory)
    text = "Antwort"


class HilfeangebotFactory(EintragFactory):
    class Meta:
        model = models.Hilfeangebot

    name = factory.Sequence(lambda n: f"Angebot {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    gebiete = viele("gebiete")
    sozialraeume = viele("sozialraeume")
    standorte = viele("standorte")
    themen = viele("themen")
    zielgruppen = viele("zielgruppen")
    lebenslagen = viele("lebenslagen")
    sprachen = viele("sprachen")
    kontakte = viele("kontakte")


class OeffnungsintervallFactory(Basis):
    class Meta:
        model = models.Oeffnungsintervall

    hilfeangebot = factory.SubFactory(HilfeangebotFactory)
    beginn = factory.LazyFunction(timezone.now)
    ende = factory.LazyAttribute(lambda intervall: intervall.beginn + datetime.timedelta(hours=1))


class SeiteFactory(Basis):
    """The operator's text on one of the fixed pages."""

    class Meta:
        model = models.Seite
        django_get_or_create = ("slug",)

    slug = "impressum"
    titel = "Impressum"
    inhalt = "Text"


class SlugUmleitungFactory(Basis):
    class Meta:
        model = models.SlugUmleitung

    art = "netzwerk"
    slug = factory.Sequence(lambda n: f"frueher-{n}")
    ziel_id = factory.LazyFunction(lambda: NetzwerkFactory().pk)


class SuchdokumentFactory(Basis):
    """A document of a kind that nobody registers; those of entries come by themselves."""

    class Meta:
        model = models.Suchdokument

    id = factory.Sequence(lambda n: n + 1)
    art = 63
    eintrag_id = factory.Sequence(lambda n: n + 1)
    merkmale = "a_63"
    faellig_am = datetime.date(2024, 5, 1)


class SuchtextFactory(Basis):
    class Meta:
        model = models.Suchtext

    dokument = factory.SubFactory(SuchdokumentFactory)
    token = "a_63 wort"
    formen = "wort"


class SuchpunktFactory(Basis):
    class Meta:
        model = models.Suchpunkt

    dokument = factory.SubFactory(SuchdokumentFactory)
    breite = 51.35
    laenge = 7.46


class SuchwortFactory(Basis):
    class Meta:
        model = models.Suchwort

    token = factory.Sequence(lambda n: f"wort{n}")
    anzahl = 1


class SuchformFactory(Basis):
    class Meta:
        model = models.Suchform

    form = factory.Sequence(lambda n: f"wort{n}")
    anzeige = "Wort"
    anzahl = 1
    laenge = 5
    anfang = "wo"
    ende = "ort"


class SuchstandFactory(Basis):
    class Meta:
        model = models.Suchstand

    name = factory.Sequence(lambda n: f"stand{n}")
    wert = "1"
