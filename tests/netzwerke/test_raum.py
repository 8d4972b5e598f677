"""From a place to what is active there."""

import pytest

from netzwerke.enums import Abdeckung, Netzwerkart, Status
from netzwerke.models import Gebiet, Netzwerk, Organisation, Sozialraum
from netzwerke.raum import (
    Naehe,
    Versorgung,
    groessere_gebiete,
    kleinste_gebiete,
    raum_von_gebiet,
    raum_von_plz,
    raum_von_sozialraum,
    ueberschneidungen,
    versorgung,
)
from tests.factories import (
    GebietFactory,
    NetzwerkFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stadt():
    """A kreisfreie Stadt in a Land, with two districts; one has a quarter."""
    land = GebietFactory(name="Land")
    stadt = GebietFactory(name="Stadt", kreisfrei=True, oberhalb=land)
    west = GebietFactory(name="West", bezirk=True, oberhalb=stadt)
    ost = GebietFactory(name="Ost", bezirk=True, oberhalb=stadt)
    hafen = GebietFactory(name="Hafen", stadtteil=True, oberhalb=west)
    return {"land": land, "stadt": stadt, "west": west, "ost": ost, "hafen": hafen}


def sozialraum(name, **abdeckungen):
    raum = SozialraumFactory(name=name)
    for _kuerzel, (gebiet, abdeckung) in abdeckungen.items():
        SozialraumGebietFactory(sozialraum=raum, gebiet=gebiet, abdeckung=abdeckung)
    return raum


def raum_der(plz, km=None):
    return raum_von_plz(plz, list(kleinste_gebiete(plz).values_list("pk", flat=True)), km)


def gefunden(raum, model=Netzwerk):
    treffer = (
        model.objects.filter(raum.bedingung(model)).annotate(rang=raum.rang(model)).order_by("rang", "name")
    )
    return [(eintrag.name, eintrag.rang) for eintrag in treffer]


def test_unterhalb_is_one_query(stadt, django_assert_num_queries):
    with django_assert_num_queries(1):
        namen = {gebiet.name for gebiet in Gebiet.objects.unterhalb(stadt["stadt"].pk)}
    assert namen == {"Stadt", "West", "Ost", "Hafen"}


def test_vorfahren_lead_to_the_land(stadt):
    assert [gebiet.name for gebiet in stadt["hafen"].vorfahren()] == ["Hafen", "West", "Stadt", "Land"]


def test_raum_von_sozialraum_ranks_outwards(stadt):
    raum = sozialraum("Hafenviertel", a=(stadt["hafen"], Abdeckung.GANZ))
    nachbar = sozialraum("Westen", a=(stadt["west"], Abdeckung.GANZ))
    NetzwerkFactory(name="Selbst", sozialraeume=[raum])
    NetzwerkFactory(name="Nachbar", sozialraeume=[nachbar])
    NetzwerkFactory(name="Stadtteil", gebiete=[stadt["hafen"]])
    NetzwerkFactory(name="Bezirk", gebiete=[stadt["west"]])
    NetzwerkFactory(name="Stadtweit", gebiete=[stadt["stadt"]])
    NetzwerkFactory(name="Landesweit", gebiete=[stadt["land"]])
    NetzwerkFactory(name="Bundesweit", bundesweit=True)
    NetzwerkFactory(name="Anderswo", gebiete=[stadt["ost"]])
    assert gefunden(raum_von_sozialraum(raum)) == [
        ("Selbst", Naehe.SOZIALRAUM),
        ("Nachbar", Naehe.UEBERSCHNEIDUNG),
        ("Bezirk", Naehe.STADTBEZIRK),
        ("Stadtteil", Naehe.STADTBEZIRK),
        ("Stadtweit", Naehe.STADT),
        ("Landesweit", Naehe.LAND),
        ("Bundesweit", Naehe.BUNDESWEIT),
    ]


def test_raum_von_sozialraum_costs_one_query(stadt, django_assert_num_queries):
    raum = sozialraum("Hafenviertel", a=(stadt["hafen"], Abdeckung.GANZ))
    with django_assert_num_queries(1):
        gefunden(raum_von_sozialraum(raum))


def test_raum_von_gebiet_finds_everything_in_it(stadt):
    raum = sozialraum("Hafenviertel", a=(stadt["hafen"], Abdeckung.TEILWEISE))
    NetzwerkFactory(name="Sozialraum", sozialraeume=[raum])
    NetzwerkFactory(name="Ost", gebiete=[stadt["ost"]])
    NetzwerkFactory(name="Land", gebiete=[stadt["land"]])
    NetzwerkFactory(name="Anderes Land", gebiete=[GebietFactory()])
    assert gefunden(raum_von_gebiet(stadt["stadt"])) == [
        ("Ost", Naehe.STADT),
        ("Sozialraum", Naehe.STADT),
        ("Land", Naehe.LAND),
    ]


def test_raum_von_plz_starts_from_the_smallest_areas(stadt):
    plz = PostleitzahlFactory(plz="58135", orte="Stadt")
    stadt["stadt"].postleitzahlen.add(plz)
    stadt["west"].postleitzahlen.add(plz)
    NetzwerkFactory(name="West", gebiete=[stadt["west"]])
    NetzwerkFactory(name="Ost", gebiete=[stadt["ost"]])
    NetzwerkFactory(name="Stadt", gebiete=[stadt["stadt"]])
    raum = raum_der(plz)
    assert raum.name == "58135 Stadt"
    assert gefunden(raum) == [("West", Naehe.STADTBEZIRK), ("Stadt", Naehe.STADT)]


def test_raum_von_plz_without_gebiet_widens_by_radius(stadt):
    plz = PostleitzahlFactory(plz="58089", orte="Stadt", breite=51.36, laenge=7.46)
    nah = StandortFactory(
        mit_anschrift=True, breite=51.40, laenge=7.46, plz="58000", organisation__name="Nah"
    )
    StandortFactory(mit_anschrift=True, breite=52.50, laenge=13.4, plz="10115", organisation__name="Fern")
    assert gefunden(raum_der(plz), Organisation) == [(nah.organisation.name, Naehe.UMKREIS)]


def test_umkreis_finds_public_sites_only(stadt):
    plz = PostleitzahlFactory(plz="58135", breite=51.36, laenge=7.46)
    stadt["west"].postleitzahlen.add(plz)
    StandortFactory(
        mit_anschrift=True, breite=51.45, laenge=7.46, plz="58000", organisation__name="Zehn Kilometer"
    )
    StandortFactory(geschuetzt=True, grobgebiet=stadt["stadt"], organisation__name="Geschützt")
    assert gefunden(raum_der(plz, 5), Organisation) == [("Geschützt", Naehe.STADT)]
    assert gefunden(raum_der(plz, 25), Organisation) == [
        ("Geschützt", Naehe.STADT),
        ("Zehn Kilometer", Naehe.UMKREIS),
    ]


def test_groessere_gebiete_come_smallest_first(stadt):
    hafen = Gebiet.objects.filter(pk=stadt["hafen"].pk)
    assert [gebiet.name for gebiet in groessere_gebiete(hafen)] == ["West", "Stadt", "Land"]


def test_ueberschneidungen_follow_whole_and_part(stadt):
    ganz_west = sozialraum("ganz West", a=(stadt["west"], Abdeckung.GANZ))
    teil_west = sozialraum("teils West", a=(stadt["west"], Abdeckung.TEILWEISE))
    anderer_teil = sozialraum("auch teils West", a=(stadt["west"], Abdeckung.TEILWEISE))
    hafen = sozialraum("Hafen", a=(stadt["hafen"], Abdeckung.TEILWEISE))
    ost = sozialraum("Ost", a=(stadt["ost"], Abdeckung.GANZ))
    verborgen = sozialraum("verborgen", a=(stadt["west"], Abdeckung.GANZ))
    Sozialraum.objects.filter(pk=verborgen.pk).update(status=Status.VERBORGEN)
    alle = [ganz_west, teil_west, anderer_teil, hafen, ost]
    assert ueberschneidungen([raum.pk for raum in alle]) == {
        ganz_west.pk: {teil_west.pk, anderer_teil.pk, hafen.pk},
        teil_west.pk: {ganz_west.pk},
        anderer_teil.pk: {ganz_west.pk},
        hafen.pk: {ganz_west.pk},
        ost.pk: set(),
    }


def test_ueberschneidungen_agree_with_the_ring_in_the_statement(stadt):
    raeume = [
        sozialraum(f"Raum {nummer}", a=(stadt[gebiet], abdeckung))
        for nummer, (gebiet, abdeckung) in enumerate(
            (gebiet, abdeckung) for gebiet in ("west", "hafen", "ost", "stadt") for abdeckung in Abdeckung
        )
    ]
    abgeleitet = ueberschneidungen([raum.pk for raum in raeume])
    for raum in raeume:
        ring = next(r for r in raum_von_sozialraum(raum).ringe if r.naehe == Naehe.UEBERSCHNEIDUNG)
        im_ring = set(Sozialraum.objects.filter(pk__in=ring.sozialraeume).values_list("pk", flat=True)) - {
            raum.pk
        }
        assert im_ring == abgeleitet[raum.pk]


@pytest.mark.parametrize("art", Netzwerkart)
def test_versorgung_counts_own_kinds_of_networks_only(art):
    raum = SozialraumFactory()
    NetzwerkFactory(art=art, sozialraeume=[raum])
    eigene = {"netzwerk", "stadtteilforum", "runder-tisch", "arbeitskreis", "buendnis"}
    assert versorgung([raum.pk]) == {raum.pk: Versorgung.NETZWERK if art in eigene else Versorgung.KEINES}


def test_versorgung_by_overlap_is_partial(stadt):
    hafen = sozialraum("Hafen", a=(stadt["hafen"], Abdeckung.GANZ))
    west = sozialraum("West", a=(stadt["west"], Abdeckung.GANZ))
    NetzwerkFactory(sozialraeume=[west])
    assert versorgung([hafen.pk, west.pk]) == {hafen.pk: Versorgung.TEILWEISE, west.pk: Versorgung.NETZWERK}


def test_versorgung_ignores_city_wide_and_unpublished_networks(stadt):
    hafen = sozialraum("Hafen", a=(stadt["hafen"], Abdeckung.GANZ))
    NetzwerkFactory(gebiete=[stadt["stadt"]])
    NetzwerkFactory(sozialraeume=[hafen], status=Status.ENTWURF)
    assert versorgung([hafen.pk]) == {hafen.pk: Versorgung.KEINES}


def test_protected_organisation_is_found_at_kreis_level_only():
    kreis = GebietFactory(name="Kreis", kreis=True)
    gemeinde = GebietFactory(name="Gemeinde", gemeinde=True, oberhalb=kreis)
    StandortFactory(geschuetzt=True, grobgebiet=kreis, organisation__name="Haus")
    OrganisationFactory(name="Ohne Ort")
    assert gefunden(raum_von_gebiet(gemeinde), Organisation) == [("Haus", Naehe.KREIS)]
