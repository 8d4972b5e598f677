"""Radius and distance in the search: over public sites, together with words, in one statement."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.enums import Schutz
from netzwerke.models import Suchdokument
from netzwerke.suche import ablage, suchen
from netzwerke.suche.dokument import Dokument
from netzwerke.suche.entfernung import abstand, entfernungen, im_umkreis, naechste_zuerst
from tests.factories import GebietFactory, HilfeangebotFactory, StandortFactory

pytestmark = pytest.mark.django_db

HAGEN, DORTMUND, BERLIN = (51.36, 7.47), (51.51, 7.47), (52.52, 13.40)


def ablegen(*punktlisten, name="Beratung"):
    """One document for each list of points; returns their ids."""
    dokumente = [
        Dokument(art=1, eintrag_id=nummer, namen=[name], punkte=list(punkte))
        for nummer, punkte in enumerate(punktlisten, 1)
    ]
    ablage.leeren()
    ablage.ersetzen(Suchdokument.objects.none(), dokumente)
    return [dokument.id for dokument in dokumente]


def gefunden(zusatz, text="beratung"):
    return {treffer.id for treffer in suchen(text, zusatz=zusatz).treffer}


def test_radius_takes_what_has_its_nearest_site_within():
    nah, beide, _fern, _ohne = ablegen([DORTMUND], [BERLIN, HAGEN], [BERLIN], [])
    assert gefunden(im_umkreis(*HAGEN, 25)) == {nah, beide}
    assert gefunden(im_umkreis(*HAGEN, 5)) == {beide}


def test_radius_costs_no_statement_of_its_own(django_assert_num_queries):
    nah, _fern = ablegen([DORTMUND], [BERLIN])
    suchen("beratung")
    with CaptureQueriesContext(connection) as ohne:
        suchen("beratung")
    with django_assert_num_queries(len(ohne)):
        treffer = gefunden(im_umkreis(*HAGEN, 25))
    assert treffer == {nah}


def test_tokens_may_stand_in_for_a_site():
    _fern, verein = ablegen([BERLIN], [])
    dokumente = [Dokument(art=1, eintrag_id=9, namen=["Beratung"], bereich={7})]
    ablage.ersetzen(Suchdokument.objects.none(), dokumente)
    assert gefunden(im_umkreis(*HAGEN, 25, oder=(("g_7",),))) == {dokumente[0].id}
    assert verein not in gefunden(im_umkreis(*HAGEN, 25, oder=(("g_7",), ("b_1",))))


# S12
def test_protected_site_has_no_distance():
    kreis = GebietFactory(kreis=True)
    haus = StandortFactory(schutz=Schutz.GESCHUETZT, grobgebiet=kreis)
    HilfeangebotFactory(name="Beratung", organisation=haus.organisation, standorte=[haus], gebiete=[kreis])
    dokument = Suchdokument.objects.get(art=1)
    assert entfernungen([dokument.pk], HAGEN) == {}
    assert gefunden(im_umkreis(*HAGEN, 100_000)) == set()
    assert gefunden(naechste_zuerst(HAGEN)) == {dokument.pk}


def test_entfernungen_are_those_of_the_nearest_site():
    nah, beide, ohne = ablegen([DORTMUND], [BERLIN, DORTMUND], [])
    km = entfernungen([nah, beide, ohne, 4711], HAGEN)
    assert km == {nah: pytest.approx(16.7, abs=0.1), beide: pytest.approx(16.7, abs=0.1)}


def test_nearest_are_read_first_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr("netzwerke.suche.auswahl.JE_STUFE", 2)
    monkeypatch.setattr("netzwerke.suche.auswahl.GENUG", 2)
    _ohne, _fern, naeher, am_naechsten = ablegen([], [BERLIN], [DORTMUND], [HAGEN])
    assert gefunden(naechste_zuerst(HAGEN)) == {naeher, am_naechsten}
    assert gefunden(naechste_zuerst(HAGEN) & im_umkreis(*HAGEN, 5)) == {am_naechsten}


koordinaten = st.tuples(st.floats(47.3, 55.0), st.floats(5.9, 15.0))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(koordinaten, max_size=3), max_size=12), koordinaten, st.sampled_from([5, 50, 300]))
def test_radius_and_distance_agree(punktlisten, mitte, km):
    ids = ablegen(*punktlisten)
    nah = {nummer for nummer, abstand_km in entfernungen(ids, mitte).items() if abstand_km <= km}
    assert gefunden(im_umkreis(*mitte, km)) == nah
    assert abstand(mitte, mitte) == 0
