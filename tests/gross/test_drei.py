"""A list page costs as many queries with three entries as with three thousand."""

from datetime import date

import pytest

from netzwerke.synthese import Auftrag, erzeugen
from tests import factories
from tests.gross.conftest import HOECHSTENS, LISTEN, abfragen, stumm

pytestmark = [pytest.mark.gross, pytest.mark.django_db]


def volle_eintraege(anzahl):
    """Entries of which every part of a card and of a filter has something to show."""
    themen = factories.ThemaFactory.create_batch(anzahl)
    zielgruppen = factories.ZielgruppeFactory.create_batch(anzahl)
    sozialraeume = [factories.SozialraumGebietFactory().sozialraum for _nummer in range(anzahl)]
    gebiete = [factories.GebietFactory(stadtteil=True)]
    raum = {"sozialraeume": sozialraeume, "gebiete": gebiete}
    for nummer in range(anzahl):
        organisation = factories.OrganisationFactory(traeger=factories.OrganisationFactory(**raum), **raum)
        kontakt = factories.KontaktFactory(organisation=organisation)
        factories.TelefonFactory(kontakt=kontakt)
        standorte = [
            factories.StandortFactory(organisation=organisation, mit_anschrift=True),
            factories.StandortFactory(organisation=organisation, geschuetzt=True),
        ]
        for nur_fachkraefte in (False, True):
            factories.HilfeangebotFactory(
                organisation=organisation,
                nur_fachkraefte=nur_fachkraefte,
                standorte=standorte,
                # The first has no number of its own: its card looks for the national line.
                kontakte=[kontakt] if nummer else [],
                themen=themen,
                zielgruppen=zielgruppen,
                oeffnungszeiten="Mo-Fr 09:00-12:00; PH off",
                **raum,
            )
        netzwerk = factories.NetzwerkFactory(
            themen=themen, zielgruppen=zielgruppen, kontakte=[kontakt], **raum
        )
        factories.MitgliedschaftFactory(netzwerk=netzwerk, organisation=organisation)


def test_lists_cost_the_same_with_3_and_with_3000_entries(client):
    volle_eintraege(3)
    mit_drei = {adresse: abfragen(client, adresse) for adresse in LISTEN}
    erzeugen(Auftrag(hilfeangebote=3000, netzwerke=3000, seed=1, stichtag=date.today()), stumm)
    assert {adresse: abfragen(client, adresse) for adresse in LISTEN} == mit_drei
    assert max(mit_drei.values()) <= HOECHSTENS
