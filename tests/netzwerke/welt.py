"""A small public world, hidden entries around it, and a walk through all its pages."""

import re
from urllib.parse import urldefrag, urljoin

from netzwerke.enums import Sichtbarkeit, Status
from tests.factories import (
    EINWILLIGUNG,
    ArbeitsbereichFactory,
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    LebenslageFactory,
    MitgliedschaftFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
    TelefonFactory,
    ThemaFactory,
)

VERBORGEN = [status for status in Status.values if status != Status.VEROEFFENTLICHT]


def welt():
    """Public entries of every kind, each related to the others, with an internal contact that says "Kanari"."""
    gebiet = GebietFactory(stadtteil=True, name="Haspe")
    linie = HilfeangebotFactory(
        name="Krisenlinie",
        krisenlinie=True,
        rund_um_die_uhr=True,
        bundesweit=True,
        kontakte=[TelefonFactory(anzeige="116 016").kontakt],
    )
    thema = ThemaFactory(nationale_linie=linie)
    LebenslageFactory(themen=[thema])
    sozialraum = SozialraumFactory(name="Sozialraum Haspe", slug="haspe")
    SozialraumGebietFactory(sozialraum=sozialraum, gebiet=gebiet)
    stelle = OrganisationFactory(name="Stelle", slug="stelle", sozialraeume=[sozialraum], gebiete=[gebiet])
    standort = StandortFactory(organisation=stelle, mit_anschrift=True, gebiet=gebiet)
    offen = {"sozialraeume": [sozialraum], "gebiete": [gebiet], "themen": [thema]}
    beratung = HilfeangebotFactory(
        name="Beratung", slug="beratung", organisation=stelle, standorte=[standort], **offen
    )
    fach = HilfeangebotFactory(
        name="Fachtelefon", slug="fach", organisation=stelle, nur_fachkraefte=True, **offen
    )
    netz = NetzwerkFactory(name="Netz", slug="netz", **offen)
    MitgliedschaftFactory(netzwerk=netz, organisation=stelle)
    kontakt = TelefonFactory(
        kontakt__funktion="Leitung", kontakt__organisation=stelle, anzeige="02331 10001"
    ).kontakt
    for eintrag in (beratung, fach, netz):
        eintrag.kontakte.add(kontakt)
    interner_kontakt(stelle, beratung, fach, netz, linie)
    return {
        "gebiet": gebiet,
        "sozialraum": sozialraum,
        "stelle": stelle,
        "beratung": beratung,
        "fach": fach,
        "netz": netz,
    }


def verborgenes(status, welt):
    """One entry of each kind in this state, related to all public ones."""
    stelle, netz, gebiet, sozialraum = (welt[name] for name in ("stelle", "netz", "gebiet", "sozialraum"))
    thema = netz.themen.get()
    angaben = {"status": status, "name": f"Kanari {status}"}
    raum = SozialraumFactory(definition="Kanari", **angaben)
    SozialraumGebietFactory(sozialraum=raum, gebiet=gebiet)
    orte = {"sozialraeume": [raum, sozialraum], "gebiete": [gebiet]}
    organisation = OrganisationFactory(
        kurzname="Kanari", beschreibung="Kanari", telefon="02331 99999", **angaben, **orte
    )
    kind = OrganisationFactory(name=f"Kind {status}", traeger=organisation, sozialraeume=[sozialraum, raum])
    OrganisationFactory(traeger=stelle, **angaben)
    netzwerk = NetzwerkFactory(ziel="Kanari", themen=[thema], teil_von=[netz], **angaben, **orte)
    netz.teil_von.add(netzwerk)
    MitgliedschaftFactory(netzwerk=netz, organisation=organisation)
    MitgliedschaftFactory(netzwerk=netzwerk, organisation=stelle)
    HilfeangebotFactory(
        organisation=stelle, krisenlinie=True, zusammenfassung="Kanari", themen=[thema], **angaben, **orte
    )
    NetzwerkFactory(name=f"Inneres {status}", innerhalb_von=organisation, sozialraeume=[raum, sozialraum])
    HilfeangebotFactory(
        name=f"Verwaistes {status}",
        organisation=organisation,
        arbeitsbereich=ArbeitsbereichFactory(organisation=organisation, name="Kanari"),
        kontakte=[TelefonFactory(kontakt__organisation=organisation, kontakt__funktion="Zentrale").kontakt],
        themen=[ThemaFactory(nationale_linie=HilfeangebotFactory(**angaben))],
        sozialraeume=[raum, sozialraum],
    )
    for eintrag in (welt["beratung"], netz, stelle, kind):
        eintrag.sozialraeume.add(raum)


def interner_kontakt(stelle, *eintraege):
    kontakt = KontaktFactory(
        sichtbarkeit=Sichtbarkeit.INTERN,
        funktion="Kanari",
        organisation=stelle,
        email="kanari@example.org",
        sprechzeiten="Kanari",
        website="https://kanari.example",
        hinweis="Kanari",
        person_name="Kanari",
        person_telefon="02331 77777",
        **EINWILLIGUNG,
    )
    TelefonFactory(kontakt=kontakt, anzeige="02331 88888", hinweis="Kanari")
    for eintrag in eintraege:
        eintrag.kontakte.add(kontakt)


def mit(seiten, *woerter):
    """Addresses of the pages on which one of the words stands, whatever its case."""
    return sorted(
        a for a, antwort in seiten.items() if any(w.lower() in antwort.text.lower() for w in woerter)
    )


def rundgang(client, *weitere):
    """Follow every link from the entry page; return the pages by address. Each must exist."""
    offen = ["/", "/hilfe/?q=gibtesnicht", "/fachkraefte/", *weitere]
    seiten = {}
    while offen:
        adresse = offen.pop()
        if adresse in seiten:
            continue
        antwort = client.get(adresse)
        assert antwort.status_code == 200, adresse
        seiten[adresse] = antwort
        for verweis in re.findall(r'(?:href|action)="([^"]*)"', antwort.text):
            ziel = urldefrag(urljoin(adresse, verweis.replace("&amp;", "&"))).url
            if ziel.startswith("/") and not ziel.startswith(("/static/", "//")):
                offen.append(ziel)
    return seiten
