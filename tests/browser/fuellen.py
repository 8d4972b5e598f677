"""Puts onto the sample data what it lacks: entries with every field filled, and others with the least.

Runs in the environment of the server (``python -m tests.browser.fuellen``) and prints what the tests need
to know of its database as JSON.
"""

import datetime
import json
import sys

import django


def volle_organisation(f):
    gebiet = f.GebietFactory(name="Musterstadt an der Beispielmündung", kreisfrei=True)
    traeger = f.OrganisationFactory(name="Muster-Wohlfahrtsverband Landesgeschäftsstelle e. V.")
    organisation = f.OrganisationFactory(
        name="Jugendsozialarbeits-, Jugendberufshilfe- und Familienunterstützungsverbund Musterstadt",
        slug="volle-organisation",
        kurzname="JFM",
        traeger=traeger,
        beschreibung="Berät und begleitet.\n\nSeit vielen Jahren im Stadtteil.",
        website="https://www.example.org/eine/sehr-lange-adresse/die-auf-kein-telefon-passt/" + "x" * 80,
        email="eine.ziemlich.lange.adresse.der.beratungsstelle@verwaltung.musterstadt.example",
        telefon="02331 123 45-67",
        stellt_sich_vor=True,
        vorstellung="Die Arbeit der Beratungsstelle",
        gebiete=[gebiet],
    )
    bereich = f.ArbeitsbereichFactory(
        organisation=organisation,
        name="Beratung",
        beschreibung="Beratung für alle",
        themen=[f.ThemaFactory()],
    )
    f.OrganisationFactory(name="Außenstelle", slug="karge-organisation", traeger=organisation)
    return organisation, bereich, gebiet


def standorte(f, organisation):
    return [
        f.StandortFactory(
            organisation=organisation,
            name="Hauptstelle",
            mit_anschrift=True,
            stufenlos=True,
            toilette=True,
            aufzug=False,
            hoeranlage=True,
            leitsystem=False,
            parkplatz=True,
            barriere_hinweis="Die Klingel ist in 90 cm Höhe.",
        ),
        f.StandortFactory(organisation=organisation, name="Schutzwohnung", geschuetzt=True),
        f.StandortFactory(
            organisation=organisation,
            name="Treff",
            schutz="nur-ort",
            grobgebiet=f.GebietFactory(gemeinde=True, name="Kleinmusterdorf"),
        ),
    ]


def volles_angebot(f, organisation, bereich, kontakt, raum):
    f.HilfeangebotFactory(
        name="Psychosoziale Prozessbegleitung und Hochrisikofallberatung für Angehörige",
        slug="volles-angebot",
        organisation=organisation,
        arbeitsbereich=bereich,
        standorte=standorte(f, organisation),
        zusammenfassung="Wir hören zu. Wir überlegen gemeinsam, was Ihnen hilft.",
        beschreibung="Einzelgespräche.\n\nBegleitung zu Ämtern und zum Gericht.",
        themen=[f.ThemaFactory(name="Zwangsverheiratung und Verschleppung")],
        zielgruppen=[f.ZielgruppeFactory(name="Angehörige und Vertraute")],
        sprachen=[f.SpracheFactory(name="Deutsche Gebärdensprache"), f.SpracheFactory(name="Polnisch")],
        dolmetschen=True,
        kosten="teilweise",
        kosten_hinweis="Das erste Gespräch kostet nichts.",
        anonym=True,
        ohne_termin=False,
        telefonisch=True,
        vor_ort=True,
        online=True,
        chat=True,
        aufsuchend=True,
        oeffnungszeiten="Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00; PH off",
        oeffnungszeiten_hinweis="In den Ferien kürzer",
        alter_von=14,
        alter_bis=27,
        ablauf="Sie rufen an. Eine Beraterin nimmt ab.\n\nSie erzählen nur, was Sie erzählen möchten.",
        mitbringen="Nichts",
        website="https://www.example.org/",
        kontakte=[kontakt],
        sozialraeume=[raum],
        bestaetigt_am=datetime.date(2025, 1, 31),
        bestaetigt_rolle="koordination",
        quelle="Angaben der Organisation",
        quelle_url="https://www.example.org/quelle",
        quelle_stand="2025-01",
    )
    f.HilfeangebotFactory(name="Gruppe", slug="karges-angebot", organisation=organisation)


def volles_netzwerk(f, organisation, bereich, kontakt, raum, gebiet):
    oben = f.NetzwerkFactory(name="Bündnis im Land", slug="karges-netzwerk")
    netzwerk = f.NetzwerkFactory(
        name="Netzwerk gegen häusliche Gewalt und für gewaltfreies Aufwachsen Musterstadt",
        slug="volles-netzwerk",
        kurzname="NGM",
        teil_von=[oben],
        ziel="Betroffene finden schnell Hilfe.",
        beschreibung="Das Netzwerk trifft sich viermal im Jahr.",
        gegruendet="2009-04",
        themen=[f.ThemaFactory(name="Schutzkonzepte")],
        zielgruppen=[f.ZielgruppeFactory(name="Fachkräfte aus Kita und Schule")],
        kontakte=[kontakt],
        website="https://www.example.org/netzwerk",
        flyer_url="https://www.example.org/flyer.pdf",
        mitgliederarten=[f.OrganisationsartFactory(name="Kita", mehrzahl="Kindertageseinrichtungen")],
        mitglieder_hinweis="Die Liste ist nicht vollständig.",
        offen=True,
        beitritt="Schreiben Sie der Koordination.",
        leuchtturm=True,
        gebiete=[gebiet],
        sozialraeume=[raum],
    )
    f.NetzwerkFactory(name="Arbeitsgruppe Übergänge", teil_von=[netzwerk])
    f.LeistungFactory(
        netzwerk=netzwerk,
        titel="Methodenkoffer",
        text="Zum Ausleihen.",
        link="https://www.example.org/koffer",
    )
    f.KennzahlFactory(
        netzwerk=netzwerk, bezeichnung="Fachkräfte beim ersten Treffen", einheit="Personen", stand="2019"
    )
    f.KennzahlFactory(netzwerk=netzwerk, bezeichnung="Sitzungen im Jahr", zahl=4)
    f.ZitatFactory(netzwerk=netzwerk)
    for nummer, antwort in enumerate(("Aus einem Runden Tisch.", "Mit Geduld."), 101):
        frage = f.FrageFactory(nummer=nummer, text=f"Wie ging das? {antwort}")
        f.AntwortFactory(netzwerk=netzwerk, text=antwort, frage=frage)
    f.MitgliedschaftFactory(
        netzwerk=netzwerk, organisation=organisation, rolle="koordination", von="2009", arbeitsbereich=bereich
    )
    for nummer in range(7):
        mitglied = f.OrganisationFactory(name=f"Beratungsstelle im Bezirk {nummer}", art=organisation.art)
        f.MitgliedschaftFactory(netzwerk=netzwerk, organisation=mitglied, von="2012-09")


def fuellen(f):
    organisation, bereich, gebiet = volle_organisation(f)
    raum = f.SozialraumFactory(
        name="Muster-Nordvorstadt und Beispielsiedlung",
        slug="voller-sozialraum",
        definition="Zwei Stadtteile links der Bahn.",
        merkmale="Viele Familien",
        postleitzahlen=[f.PostleitzahlFactory(plz="00001")],
    )
    f.SozialraumGebietFactory(sozialraum=raum, gebiet=f.GebietFactory(stadtteil=True, name="Nordvorstadt"))
    f.SozialraumGebietFactory(sozialraum=raum, gebiet=gebiet, abdeckung="teilweise")
    f.SozialraumFactory(name="Ohne alles", slug="karger-sozialraum")
    kontakt = f.KontaktFactory(
        funktion="Netzwerkkoordination Kinderschutz und Frühe Hilfen",
        organisation=organisation,
        rolle=f.KontaktrolleFactory(name="Koordination"),
        email="koordination.kinderschutz.fruehe.hilfen@musterstadt.example",
        sprechzeiten="dienstags 10 bis 12 Uhr",
        website="https://www.example.org/kontakt",
        hinweis="Bitte sprechen Sie auf das Band.",
        mit_person=True,
    )
    f.TelefonFactory(kontakt=kontakt, anzeige="02331 207-0", hinweis="Zentrale")
    f.TelefonFactory(kontakt=kontakt, anzeige="0800 22 55 530")
    volles_angebot(f, organisation, bereich, kontakt, raum)
    volles_netzwerk(f, organisation, bereich, kontakt, raum, gebiet)


def adressen():
    """The pages of all public entries: the crawl has to have come across each of them."""
    from netzwerke.anschluesse import anschluesse
    from netzwerke.models import Hilfeangebot

    mengen = [art.menge() for art in anschluesse.arten()]
    mengen.append(Hilfeangebot.objects.oeffentlich().fuer_fachkraefte())
    return sorted(eintrag.get_absolute_url() for menge in mengen for eintrag in menge)


def main():
    django.setup()
    from konten.models import User
    from tests import factories

    email, passwort = sys.argv[1:]
    User.objects.create_superuser(email, passwort)
    fuellen(factories)
    json.dump(adressen(), sys.stdout)


if __name__ == "__main__":
    main()
