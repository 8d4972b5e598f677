"""Entries of every kind with all that their documents are made of, and what the index says against them."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from netzwerke.enums import Sichtbarkeit
from netzwerke.suche import pruefung
from netzwerke.suche.pflege import gebuendelt
from tests import factories as f

#: Columns that not every word fits.
FESTE_FORM = {"plz": "99999", **dict.fromkeys(("anzeige", "telefon", "person_telefon"), "02331 7777")}


def unterschiede():
    """Every difference between the index and the entries."""
    return list(pruefung.unterschiede())


@gebuendelt()
def suchwelt():
    """At least two rows of everything, so that each relation can lead elsewhere; by name the row in the middle."""
    f.UserFactory()
    stadtteil = f.GebietFactory(stadtteil=True, name="Haspe")
    f.GebietFactory(kreis=True, name="Märkischer Kreis")
    gewalt = f.ThemaFactory(name="Gewalt")
    thema = f.ThemaFactory(name="Stalking", oberthema=gewalt)
    zielgruppe, _andere = f.ZielgruppeFactory(name="Frauen"), f.ZielgruppeFactory(name="Kinder")
    sprache, _andere = f.SpracheFactory(code="de-simple", name="Leichte Sprache"), f.SpracheFactory()
    plz, _andere = f.PostleitzahlFactory(plz="58135"), f.PostleitzahlFactory()
    f.LebenslageFactory(themen=[thema])
    raum = f.SozialraumFactory(name="Sozialraum Haspe", definition="Am Ennepebogen.", postleitzahlen=[plz])
    f.SozialraumFactory()
    f.SozialraumGebietFactory(sozialraum=raum, gebiet=stadtteil)
    raeume = {"gebiete": [stadtteil], "sozialraeume": [raum]}
    traeger = f.OrganisationFactory(name="Wohlfahrtsverband", kurzname="WV")
    stelle = f.OrganisationFactory(
        name="Beratungsstelle", traeger=traeger, art=f.OrganisationsartFactory(name="Verein"), **raeume
    )
    bereich = f.ArbeitsbereichFactory(organisation=stelle, name="Opferhilfe", themen=[thema])
    f.ArbeitsbereichFactory(organisation=stelle)
    offen = f.StandortFactory(organisation=stelle, mit_anschrift=True, gebiet=stadtteil, stufenlos=True)
    f.StandortFactory(organisation=stelle, geschuetzt=True)
    kontakt = f.KontaktFactory(
        organisation=stelle,
        funktion="Erstberatung",
        rolle=f.KontaktrolleFactory(name="Leitung"),
        mit_person=True,
    )
    telefon = f.TelefonFactory(kontakt=kontakt, anzeige="02331 1234")
    f.KontaktFactory(organisation=stelle, sichtbarkeit=Sichtbarkeit.INTERN, funktion="Nachtwache")
    f.KontaktrolleFactory(name="Vertretung")
    angaben = {
        **raeume,
        "organisation": stelle,
        "arbeitsbereich": bereich,
        "standorte": [offen],
        "themen": [thema],
        "zielgruppen": [zielgruppe],
        "sprachen": [sprache],
        "kontakte": [kontakt],
    }
    angebot = f.HilfeangebotFactory(name="Stalkingberatung", zusammenfassung="Wir hören zu.", **angaben)
    fach = f.HilfeangebotFactory(name="Fachtelefon", nur_fachkraefte=True, **angaben)
    netz = f.NetzwerkFactory(
        name="Runder Tisch",
        kontakte=[kontakt],
        mitgliederarten=[stelle.art],
        themen=[thema],
        zielgruppen=[zielgruppe],
        **raeume,
    )
    f.NetzwerkFactory(teil_von=[netz])
    leistung = f.LeistungFactory(netzwerk=netz, titel="Bänkeverleih")
    return {
        zeile._meta.model_name: zeile
        for zeile in (
            *(
                fach,
                angebot,
                netz,
                leistung,
                stelle,
                bereich,
                offen,
                kontakt,
                telefon,
                kontakt.rolle,
                stelle.art,
            ),
            *(raum, raum.gebietsbezuege.get(), stadtteil, plz, thema, zielgruppe, sprache),
        )
    } | {"traeger": traeger, "fach": fach, "gewalt": gewalt}


def anderer_wert(zeile, feld):
    """A value of the column that the row does not have."""
    wert = getattr(zeile, feld.attname)
    if feld.is_relation:
        ziel = feld.target_field.attname
        andere = feld.related_model._base_manager.exclude(**{ziel: wert}).exclude(**{f"{ziel}__isnull": True})
        return getattr(andere.latest("pk"), ziel)
    if feld.choices:
        return next(wahl for wahl, _name in feld.choices if wahl != wert)
    if isinstance(feld, models.BooleanField):
        return not wert
    if isinstance(feld, models.FloatField | models.IntegerField):
        return (wert or 0) + 3
    if isinstance(feld, models.DateField):
        return (wert or timezone.now()) + timedelta(days=3)
    if feld.name in FESTE_FORM:
        return FESTE_FORM[feld.name]
    return "Kanari"[: feld.max_length] if isinstance(feld, models.CharField | models.TextField) else wert
