"""Rules over several rows: circles and terms."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netzwerke import services
from netzwerke.enums import Mitgliedsrolle
from netzwerke.models import Mitgliedschaft, Organisation
from tests.factories import (
    ArbeitsbereichFactory,
    GebietFactory,
    MitgliedschaftFactory,
    NetzwerkFactory,
    OrganisationFactory,
    StandortFactory,
    ThemaFactory,
)

pytestmark = pytest.mark.django_db

# --- circles --------------------------------------------------------------------------------------

KREIS = "So entstünde ein Kreis: Das Netzwerk wäre ein Teil von sich selbst."


def kette(laenge):
    """Networks, each part of the one before."""
    netzwerke = [NetzwerkFactory()]
    for _ in range(laenge - 1):
        netzwerke.append(NetzwerkFactory(teil_von=[netzwerke[-1]]))
    return netzwerke


@pytest.mark.parametrize("laenge", [1, 2, 3, 6])
def test_network_cannot_become_part_of_itself(laenge):
    netzwerke = kette(laenge)
    with pytest.raises(ValidationError) as fehler:
        services.pruefe_teil_von(netzwerke[0].pk, [netzwerke[-1].pk])
    assert fehler.value.messages == [KREIS]


def test_network_may_be_part_of_several_that_meet_above():
    oben = NetzwerkFactory()
    links, rechts = NetzwerkFactory.create_batch(2, teil_von=[oben])
    services.pruefe_teil_von(NetzwerkFactory().pk, [links.pk, rechts.pk, oben.pk])


def test_new_network_cannot_close_a_circle():
    services.pruefe_teil_von(None, [NetzwerkFactory().pk])


def test_walk_ends_where_a_circle_exists_already():
    a, b = kette(2)
    a.teil_von.add(b)
    services.pruefe_teil_von(NetzwerkFactory().pk, [a.pk])


@pytest.mark.parametrize("pruefung", ["teil_von", "laufzeit"])
def test_rules_over_rows_are_checked_by_one_at_a_time(pruefung):
    """Rows that two people are about to insert cannot be locked, so both wait for a network's row."""
    mitgliedschaft = MitgliedschaftFactory()
    with CaptureQueriesContext(
        connection,
    ) as anweisungen:
        if pruefung == "teil_von":
            services.pruefe_teil_von(mitgliedschaft.netzwerk_id, [])
        else:
            services.pruefe_laufzeit(mitgliedschaft)
    sperren = ["FOR NO KEY UPDATE" in a["sql"] for a in anweisungen if '"netzwerke_netzwerk"' in a["sql"]]
    assert sperren[0] is connection.features.has_select_for_update


def test_organisation_cannot_be_under_its_own_roof():
    dach = OrganisationFactory()
    mitte = OrganisationFactory(traeger=dach)
    unten = OrganisationFactory(traeger=mitte)
    dach.traeger = unten
    with pytest.raises(ValidationError) as fehler:
        dach.full_clean()
    assert fehler.value.message_dict == {
        "traeger": ["So entstünde ein Kreis: Diese Organisation ist selbst Träger des gewählten Trägers."]
    }
    Organisation.objects.get(pk=unten.pk).full_clean()


def test_thema_cannot_be_below_itself():
    oben = ThemaFactory()
    oben.oberthema = ThemaFactory(oberthema=oben)
    with pytest.raises(ValidationError) as fehler:
        oben.full_clean()
    assert fehler.value.message_dict == {"oberthema": ["Ein Thema kann nicht unter sich selbst stehen."]}


def test_themen_have_three_levels_at_most():
    drittes = ThemaFactory(oberthema=ThemaFactory(oberthema=ThemaFactory()))
    drittes.full_clean()
    viertes = ThemaFactory(oberthema=drittes)
    with pytest.raises(ValidationError) as fehler:
        viertes.full_clean()
    assert fehler.value.message_dict == {"oberthema": ["Themen haben höchstens drei Ebenen."]}


@pytest.mark.parametrize(
    ("stufe", "oberhalb"),
    [("kreis", "kreis"), ("gemeinde", "stadtteil"), ("bezirk", "stadtteil"), ("kreis", "bezirk")],
)
def test_gebiet_lies_in_a_larger_one(stufe, oberhalb):
    gebiet = GebietFactory(**{stufe: True})
    gebiet.oberhalb = GebietFactory(**{oberhalb: True})
    with pytest.raises(ValidationError) as fehler:
        gebiet.full_clean()
    assert list(fehler.value.message_dict) == ["oberhalb"]


# --- terms ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("von", "bis", "ueberlappt"),
    [
        ("", "", True),
        ("", "2004", False),
        ("", "2005", True),
        ("2008", "", False),
        # Whether years or months that end one term and begin the other overlap is not known.
        ("2007", "", False),
        ("2005", "2006", True),
        ("2006-02", "2006-03", True),
        ("2003", "2004-06-30", False),
        ("2003", "2004-07-01", False),
        ("2003", "2004-07-02", True),
        ("2007-11-30", "2009", True),
        ("2007-12-31", "2009", False),
        ("2008-01-01", "2009", False),
        ("2007-12", "2009", False),
    ],
)
def test_terms_of_one_role_may_not_overlap(von, bis, ueberlappt):
    erste = MitgliedschaftFactory(von="2004-07-01", bis="2007-12")
    zweite = Mitgliedschaft(
        netzwerk=erste.netzwerk, organisation=erste.organisation, rolle=erste.rolle, von=von, bis=bis
    )
    try:
        services.pruefe_laufzeit(zweite)
        meldungen = []
    except ValidationError as fehler:
        meldungen = fehler.messages
    erwartet = ["Diese Organisation hat in dem Netzwerk diese Rolle im selben Zeitraum schon."]
    assert meldungen == (erwartet if ueberlappt else [])


def test_term_does_not_overlap_itself_other_roles_or_other_networks():
    erste = MitgliedschaftFactory()
    MitgliedschaftFactory(
        netzwerk=erste.netzwerk, organisation=erste.organisation, rolle=Mitgliedsrolle.KOORDINATION
    )
    MitgliedschaftFactory(organisation=erste.organisation)
    MitgliedschaftFactory(netzwerk=erste.netzwerk)
    services.pruefe_laufzeit(erste)


@pytest.mark.parametrize("teil", ["standort", "arbeitsbereich"])
def test_membership_takes_parts_of_its_own_organisation_only(teil):
    fabrik = {"standort": StandortFactory, "arbeitsbereich": ArbeitsbereichFactory}[teil]
    mitgliedschaft = MitgliedschaftFactory(**{teil: fabrik()})
    with pytest.raises(ValidationError) as fehler:
        mitgliedschaft.full_clean()
    assert fehler.value.message_dict == {teil: ["Bitte wählen Sie etwas, das zu dieser Organisation gehört."]}
    setattr(mitgliedschaft, teil, fabrik(organisation=mitgliedschaft.organisation))
    mitgliedschaft.full_clean()


@pytest.mark.parametrize(
    ("bis", "laeuft"),
    [
        ("", True),
        ("2026", True),
        ("2026-07", True),
        ("2026-07-14", True),
        ("2026-07-15", True),
        ("2026-07-13", False),
        ("2026-06", False),
        ("2025", False),
        ("2025-12-31", False),
        ("2027", True),
    ],
)
def test_membership_lasts_until_the_end_of_what_is_known(bis, laeuft):
    MitgliedschaftFactory(bis=bis)
    assert Mitgliedschaft.objects.laufend(datetime.date(2026, 7, 14)).exists() is laeuft
