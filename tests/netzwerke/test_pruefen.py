"""``manage.py pruefen`` finds, in stored data, what no constraint sees."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from netzwerke.models import Gebiet, Organisation, Thema
from tests.factories import (
    ArbeitsbereichFactory,
    GebietFactory,
    HilfeangebotFactory,
    KontaktFactory,
    MitgliedschaftFactory,
    OrganisationFactory,
    SozialraumFactory,
    StandortFactory,
    ThemaFactory,
)
from tests.netzwerke.test_schutz import LAGE_VERRATEN
from tests.netzwerke.test_services import KREIS, kette

pytestmark = pytest.mark.django_db


@pytest.fixture
def stadtteil():
    return GebietFactory(stadtteil=True, name="Kanarienviertel")


def pruefen():
    """Run the command; return what it says and its error."""
    ausgabe, fehler = StringIO(), ""
    try:
        call_command("pruefen", stdout=ausgabe)
    except CommandError as grund:
        fehler = str(grund)
    return ausgabe.getvalue().splitlines(), fehler


def test_pruefen_is_content_with_sound_data(stadtteil):
    kette(3)
    MitgliedschaftFactory(standort=None)
    StandortFactory(geschuetzt=True)
    HilfeangebotFactory(gebiete=[stadtteil], standorte=[StandortFactory(gebiet=stadtteil)])
    ThemaFactory(oberthema=ThemaFactory())
    assert pruefen() == (["Keine Verstöße gefunden."], "")


def test_pruefen_finds_organisations_in_a_circle():
    dach = OrganisationFactory(name="Dach")
    haus = OrganisationFactory(name="Haus", traeger=dach)
    Organisation.objects.filter(pk=dach.pk).update(traeger=haus)
    satz = "So entstünde ein Kreis: Diese Organisation ist selbst Träger des gewählten Trägers."
    assert pruefen() == ([f"Dach: {satz}", f"Haus: {satz}"], "2 Verstöße gefunden.")


def test_pruefen_finds_areas_upside_down():
    gebiet = GebietFactory(kreis=True, name="Kreis A")
    Gebiet.objects.filter(pk=gebiet.pk).update(oberhalb=GebietFactory(gemeinde=True).pk)
    zeilen, fehler = pruefen()
    assert [zeile.split(":")[0] for zeile in zeilen] == ["Kreis A (Kreis)"]
    assert fehler == "1 Verstöße gefunden."


def test_pruefen_finds_themen_in_a_circle():
    oben = ThemaFactory(name="Oben")
    Thema.objects.filter(pk=oben.pk).update(oberthema=ThemaFactory(name="Unten", oberthema=oben).pk)
    satz = "Ein Thema kann nicht unter sich selbst stehen."
    assert sorted(pruefen()[0]) == [f"Oben: {satz}", f"Unten: {satz}"]


def test_pruefen_finds_networks_in_a_circle():
    a, b, c = kette(3)
    a.teil_von.add(c)
    assert sorted(pruefen()[0]) == sorted(f"{netzwerk.name}: {KREIS}" for netzwerk in (a, b, c))


def test_pruefen_finds_overlapping_terms():
    erste = MitgliedschaftFactory(von="2004", bis="2008")
    MitgliedschaftFactory(netzwerk=erste.netzwerk, organisation=erste.organisation, von="2006")
    satz = "Diese Organisation hat in dem Netzwerk diese Rolle im selben Zeitraum schon."
    assert pruefen()[0] == [f"{erste}: {satz}"] * 2


def test_pruefen_finds_parts_of_other_organisations():
    mitgliedschaft = MitgliedschaftFactory(standort=StandortFactory())
    angebot = HilfeangebotFactory(arbeitsbereich=ArbeitsbereichFactory())
    assert sorted(pruefen()[0]) == sorted(
        [
            f"{mitgliedschaft}: Bitte wählen Sie etwas, das zu dieser Organisation gehört.",
            f"{angebot}: Bitte wählen Sie einen Arbeitsbereich dieser Organisation.",
        ]
    )


def test_pruefen_finds_areas_that_betray_a_protected_site(stadtteil):
    organisation = OrganisationFactory(name="Haus", gebiete=[stadtteil])
    haus = StandortFactory(organisation=organisation, geschuetzt=True)
    HilfeangebotFactory(name="Wohnen", organisation=organisation, sozialraeume=[SozialraumFactory()])
    HilfeangebotFactory(name="Fremdes", standorte=[haus], gebiete=[stadtteil])
    KontaktFactory(funktion="Leitung", organisation=organisation, gebiete=[stadtteil])
    namen = ("Haus", "Leitung (Haus)", "Wohnen", "Fremdes")
    assert sorted(pruefen()[0]) == sorted(f"{name}: {LAGE_VERRATEN}" for name in namen)


def test_themen_in_a_circle_do_not_stop_the_lists(client):
    oben = ThemaFactory()
    unten = ThemaFactory(oberthema=oben)
    Thema.objects.filter(pk=oben.pk).update(oberthema=unten)
    HilfeangebotFactory(themen=[unten])
    assert client.get("/hilfe/", {"thema": unten.slug}).context["filter"].zaehlung.gesamt == 1
