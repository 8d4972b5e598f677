"""Which Land's public holidays an offer keeps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netzwerke.models import Hilfeangebot
from netzwerke.verfuegbarkeit import feiertagslaender
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
)
from tests.netzwerke.zeiten import DONNERSTAG, WERKTAGS, ist_offen, land, ni, nw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uhr")]


def test_holidays_are_those_of_the_land():
    hier, dort = (HilfeangebotFactory(oeffnungszeiten=WERKTAGS, gebiete=[wo]) for wo in (nw(), ni()))
    assert [ist_offen(angebot, DONNERSTAG) for angebot in (hier, dort)] == [False, True]


def test_other_site_changes_the_land():
    haspe, hannover = StandortFactory(gebiet=nw()), StandortFactory(gebiet=ni())
    angebot = HilfeangebotFactory(oeffnungszeiten=WERKTAGS, standorte=[haspe])
    offen = [ist_offen(angebot, DONNERSTAG)]
    angebot.standorte.set([hannover])
    offen.append(ist_offen(angebot, DONNERSTAG))
    haspe.hilfeangebote.add(angebot)
    hannover.hilfeangebote.remove(angebot)
    offen.append(ist_offen(angebot, DONNERSTAG))
    angebot.standorte.clear()
    offen.append(ist_offen(angebot, DONNERSTAG))
    assert offen == [False, True, False, True]


def test_site_that_moves_changes_the_land():
    standort = StandortFactory(gebiet=nw())
    angebot = HilfeangebotFactory(oeffnungszeiten=WERKTAGS, standorte=[standort])
    standort.gebiet = ni()
    standort.save()
    angebot.refresh_from_db()
    assert (angebot.feiertage_land, ist_offen(angebot, DONNERSTAG)) == ("NI", True)


def test_other_area_or_sozialraum_changes_the_land():
    angebot = HilfeangebotFactory(oeffnungszeiten=WERKTAGS)
    sozialraum = SozialraumFactory()
    SozialraumGebietFactory(sozialraum=sozialraum, gebiet=nw())
    laender = []
    for beziehung, zeile in ((angebot.sozialraeume, sozialraum), (angebot.gebiete, ni())):
        beziehung.add(zeile)
        laender.append(Hilfeangebot.objects.get().feiertage_land)
    angebot.gebiete.clear()
    laender.append(Hilfeangebot.objects.get().feiertage_land)
    assert laender == ["NW", "NI", "NW"]


def test_land_comes_from_sites_then_areas_then_sozialraeume():
    sozialraum = SozialraumFactory()
    SozialraumGebietFactory(sozialraum=sozialraum, gebiet=land("09", stadtteil=True))
    angebot = HilfeangebotFactory(
        standorte=[StandortFactory(gebiet=nw())], gebiete=[ni()], sozialraeume=[sozialraum]
    )
    laender = []
    for beziehung in (angebot.standorte, angebot.gebiete, angebot.sozialraeume):
        laender.append(feiertagslaender([angebot.pk])[angebot.pk])
        beziehung.clear()
    laender.append(feiertagslaender([angebot.pk])[angebot.pk])
    assert laender == ["NW", "NI", "BY", ""]


def test_offer_in_several_laender_keeps_the_nationwide_holidays():
    angebot = HilfeangebotFactory(gebiete=[nw(), ni()], oeffnungszeiten=WERKTAGS)
    angebot.refresh_from_db()
    assert (angebot.feiertage_land, ist_offen(angebot, DONNERSTAG)) == ("", True)


def test_offer_in_several_places_of_one_land_keeps_its_holidays():
    standorte = [StandortFactory(gebiet=nw(kreisfrei=True)), StandortFactory(gebiet=nw(gemeinde=True))]
    angebot = HilfeangebotFactory(standorte=standorte)
    assert feiertagslaender([angebot.pk]) == {angebot.pk: "NW"}


def test_protected_site_tells_its_land_by_its_kreis():
    standort = StandortFactory(schutz="geschuetzt", grobgebiet=nw(kreis=True))
    angebot = HilfeangebotFactory(standorte=[standort])
    assert feiertagslaender([angebot.pk]) == {angebot.pk: "NW"}


def test_site_without_an_area_leaves_the_land_to_the_offers_areas():
    angebot = HilfeangebotFactory(standorte=[StandortFactory()], gebiete=[nw()])
    assert feiertagslaender([angebot.pk]) == {angebot.pk: "NW"}


def test_land_without_a_real_key_has_nationwide_holidays():
    angebot = HilfeangebotFactory(gebiete=[GebietFactory(stadtteil=True)])
    assert feiertagslaender([angebot.pk]) == {angebot.pk: ""}


def anweisungen(tun):
    with CaptureQueriesContext(connection) as gezaehlt:
        tun()
    return len(gezaehlt)


def test_laender_of_many_offers_cost_four_statements():
    pks = [HilfeangebotFactory(gebiete=[nw()]).pk, HilfeangebotFactory().pk]
    zwei = anweisungen(lambda: feiertagslaender(pks))
    pks += [HilfeangebotFactory(standorte=[StandortFactory(gebiet=ni())]).pk for _ in range(3)]
    assert (zwei, anweisungen(lambda: feiertagslaender(pks))) == (4, 4)
