"""The cases of test_constraints: a valid row, and the values that break exactly one constraint."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import models

from netzwerke.enums import Schutz
from tests.factories import (
    EINWILLIGUNG,
    AntwortFactory,
    ArbeitsbereichFactory,
    GebietFactory,
    HilfeangebotFactory,
    KennzahlFactory,
    KontaktFactory,
    LeistungFactory,
    MitgliedschaftFactory,
    NetzwerkFactory,
    OeffnungsintervallFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SlugUmleitungFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
    SuchdokumentFactory,
    TelefonFactory,
    ZitatFactory,
)


@dataclass(frozen=True)
class Fall:
    constraint: str
    #: Makes a valid row.
    zeile: Callable[[], models.Model]
    #: Column values that break the constraint; they may depend on the row.
    bruch: Callable[[models.Model], dict]
    kennung: str = ""
    #: Where a field's own check speaks first, that field; then full_clean does not come to the constraint.
    feld: str = ""

    def __str__(self):
        return f"{self.constraint}-{self.kennung}" if self.kennung else self.constraint


def fall(constraint, zeile, *, kennung="", feld="", **werte):
    return Fall(constraint, zeile, lambda _: werte, kennung or "-".join(werte), feld)


# --- S9: what a protected site must not keep ------------------------------------------------------

ANSCHRIFT = {"strasse": "Gasse", "hausnummer": "7", "plz": "58135", "oepnv": "Bus 1"}
KOORDINATEN = {"breite": 51.3, "laenge": 7.4}


def geschuetzt():
    return StandortFactory(geschuetzt=True)


def nur_ort():
    return StandortFactory(schutz=Schutz.NUR_ORT, grobgebiet=GebietFactory(gemeinde=True))


def in_gebiet(standort):
    return {"gebiet_id": GebietFactory(stadtteil=True).pk}


def grob(**stufe):
    return lambda standort: {"grobgebiet_id": GebietFactory(**stufe).ars}


UEBERALL_LEER = {**ANSCHRIFT, "ort": "Hagen", "barriere_hinweis": "Klingel in der Seitengasse"}
OHNE_LAGE, OHNE_ANSCHRIFT = "standort_geschuetzt_ohne_anschrift", "standort_nur_ort_ohne_anschrift"
FAELLE_S9 = [
    *(fall(OHNE_LAGE, geschuetzt, **{feld: wert}) for feld, wert in UEBERALL_LEER.items()),
    fall(OHNE_LAGE, geschuetzt, **KOORDINATEN),
    Fall(OHNE_LAGE, geschuetzt, in_gebiet, "gebiet"),
    *(fall(OHNE_ANSCHRIFT, nur_ort, **{feld: wert}) for feld, wert in UEBERALL_LEER.items()),
    fall(OHNE_ANSCHRIFT, nur_ort, **KOORDINATEN),
    Fall(OHNE_ANSCHRIFT, nur_ort, in_gebiet, "gebiet"),
    Fall(OHNE_ANSCHRIFT, nur_ort, grob(), "grobgebiet-land"),
    Fall("standort_geschuetzt_nur_kreis_oder_land", geschuetzt, grob(gemeinde=True), "gemeinde"),
    Fall("standort_oeffentlich_ohne_grobgebiet", StandortFactory, grob(kreis=True), "kreis"),
    # Switching the protection on leaves no way around emptying the address first.
    fall(OHNE_LAGE, lambda: StandortFactory(mit_anschrift=True), schutz=Schutz.GESCHUETZT),
    fall(OHNE_ANSCHRIFT, lambda: StandortFactory(mit_anschrift=True), schutz=Schutz.NUR_ORT),
]


# --- all others -----------------------------------------------------------------------------------


def wie(vorlage, *spalten, **weitere):
    """Take ``spalten`` over from ``vorlage``'s row, which is made first."""

    def bruch(zeile):
        andere = vorlage()
        return {spalte: getattr(andere, spalte) for spalte in spalten} | weitere

    return bruch


def doppelt(constraint, fabrik, *spalten, **weitere):
    return Fall(constraint, fabrik, wie(fabrik, *spalten, **weitere))


def bestaetigung(fabrik, praefix):
    name = f"{praefix}_bestaetigung_mit_rolle"
    yield fall(name, fabrik, bestaetigt_rolle="koordination")
    yield fall(name, fabrik, bestaetigt_am=date(2026, 5, 1))


def ohne_einwilligung(constraint, zeile):
    for feld in EINWILLIGUNG:
        yield fall(constraint, zeile, **{feld: None if feld.endswith("_am") else ""})


def mit_person():
    return KontaktFactory(mit_person=True)


def kreis():
    return GebietFactory(kreis=True)


def gebietsfaelle():
    name = "gebiet_nur_land_ohne_oberhalb"
    yield fall(name, kreis, oberhalb_id=None)
    yield Fall(
        name, GebietFactory, lambda land: {"oberhalb_id": GebietFactory().pk}, "land-im-land", "oberhalb"
    )
    for stufe, laengen in {"": (1, 5), "kreis": (2, 12), "gemeinde": (5, 2), "stadtteil": (2, 5, 12)}.items():
        teil = {stufe: True} if stufe else {}
        for laenge in laengen:
            yield fall(
                "gebiet_ars_passt_zur_stufe",
                lambda teil=teil: GebietFactory(**teil),
                kennung=f"{stufe or 'land'}-{laenge}",
                ars="7" * laenge,
            )
    for stufe in ("", "gemeinde", "bezirk", "stadtteil"):
        yield fall(
            "gebiet_kreisfrei_nur_auf_kreisebene",
            lambda teil={stufe: True} if stufe else {}: GebietFactory(**teil),
            kennung=stufe or "land",
            kreisfreie_stadt=True,
        )


FAELLE = [
    *FAELLE_S9,
    *gebietsfaelle(),
    *bestaetigung(OrganisationFactory, "organisation"),
    *bestaetigung(KontaktFactory, "kontakt"),
    *bestaetigung(NetzwerkFactory, "netzwerk"),
    *bestaetigung(HilfeangebotFactory, "hilfeangebot"),
    *bestaetigung(SozialraumFactory, "sozialraum"),
    doppelt("slugumleitung_einmal", SlugUmleitungFactory, "art", "slug"),
    doppelt("suchdokument_einmal", SuchdokumentFactory, "art", "eintrag_id"),
    doppelt("arbeitsbereich_einmal", ArbeitsbereichFactory, "organisation_id", "name"),
    doppelt("standort_einmal", StandortFactory, "organisation_id", "name"),
    doppelt("telefon_einmal", TelefonFactory, "kontakt_id", "anzeige", "nummer"),
    # The same number written in another way is the same number.
    Fall(
        "telefon_einmal",
        TelefonFactory,
        wie(
            lambda: TelefonFactory(anzeige="0 23 31 / 4 42 34"),
            "kontakt_id",
            "nummer",
            anzeige="02331 44234",
        ),
        "andere-schreibweise",
    ),
    doppelt("leistung_einmal", LeistungFactory, "netzwerk_id", "titel"),
    doppelt("kennzahl_einmal_je_stand", KennzahlFactory, "netzwerk_id", "bezeichnung", "stand"),
    doppelt("antwort_einmal_je_frage", AntwortFactory, "netzwerk_id", "frage_id"),
    doppelt("sozialraumgebiet_einmal", SozialraumGebietFactory, "sozialraum_id", "gebiet_id"),
    doppelt(
        "mitgliedschaft_einmal_je_rolle", MitgliedschaftFactory, "netzwerk_id", "organisation_id", "rolle"
    ),
    *(
        fall("mitgliedschaft_bis_nach_von", MitgliedschaftFactory, kennung=f"{von}-bis-{bis}", von=von, bis=bis)
        for von, bis in [
            ("2005", "2004"),
            ("2004-05", "2004-04"),
            ("2004-05-02", "2004-05-01"),
            ("2005", "2004-12-31"),
            ("2005-01-01", "2004"),
            ("2004-06", "2004-05-31"),
        ]
    ),
    Fall(
        "organisation_nicht_eigener_traeger",
        OrganisationFactory,
        lambda organisation: {"traeger_id": organisation.pk},
        feld="traeger",
    ),
    *(
        fall("postleitzahl_fuenf_ziffern", PostleitzahlFactory, kennung=plz, plz=plz)
        for plz in ("1", "1234", "5813a", "a5813", "58 13")
    ),
    *(
        fall("standort_plz_fuenfstellig", StandortFactory, kennung=plz, plz=plz)
        for plz in ("1", "5813", "5813a", "D-581")
    ),
    *(
        fall("standort_koordinaten_paarweise", StandortFactory, kennung=f"{breite}-{laenge}", breite=breite, laenge=laenge)
        for breite, laenge in [(51.3, None), (None, 7.4), (90.1, 7.4), (-90.1, 7.4), (51.3, 180.1), (51.3, -180.1)]
    ),
    fall("standort_schutz_bekannt", StandortFactory, feld="schutz", schutz="offen"),
    fall("standort_schutz_bekannt", StandortFactory, kennung="leer", feld="schutz", schutz=""),
    *ohne_einwilligung("kontakt_person_nur_mit_einwilligung", mit_person),
    fall("kontakt_person_nur_mit_einwilligung", KontaktFactory, person_name="Name"),
    fall("kontakt_person_nur_mit_einwilligung", KontaktFactory, person_email="name@example.org"),
    fall(
        "kontakt_person_nur_mit_einwilligung",
        KontaktFactory,
        person_telefon="02331 12345",
        person_telefon_nummer="+49233112345",
    ),
    *ohne_einwilligung("zitat_nur_mit_einwilligung", ZitatFactory),
    fall("hilfeangebot_alter_bis_nach_von", HilfeangebotFactory, alter_von=18, alter_bis=17),
    fall(
        "hilfeangebot_rund_um_die_uhr_ohne_zeiten",
        HilfeangebotFactory,
        rund_um_die_uhr=True,
        oeffnungszeiten="Mo 09:00-12:00",
    ),
    fall("hilfeangebot_krisenlinie_fuer_alle", HilfeangebotFactory, krisenlinie=True, nur_fachkraefte=True),
    Fall("oeffnungsintervall_ende_nach_beginn", OeffnungsintervallFactory, lambda i: {"ende": i.beginn}, "leer"),
]  # fmt: skip
