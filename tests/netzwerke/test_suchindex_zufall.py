"""Whatever is done to the entries, in whatever order: the index says what they say."""

import contextlib

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from netzwerke.enums import Status
from netzwerke.models import Standort
from netzwerke.services import standort_loeschen, standort_schuetzen
from netzwerke.suche.pflege import gebuendelt
from tests import factories as f
from tests.netzwerke.suchwelt import anderer_wert, suchwelt, unterschiede

MODELLE = [
    apps.get_model("netzwerke", name)
    for name in (
        *("hilfeangebot", "netzwerk", "leistung", "organisation", "arbeitsbereich", "standort", "kontakt"),
        *("telefon", "kontaktrolle", "organisationsart", "sozialraum", "sozialraumgebiet", "gebiet"),
        *("postleitzahl", "thema", "zielgruppe", "sprache"),
    )
]
FABRIKEN = {fabrik._meta.model: fabrik for fabrik in vars(f).values() if hasattr(fabrik, "_meta")}
FEST = {"id", "version", "uuid", "slug"}
NICHT_MOEGLICH = (IntegrityError, ProtectedError, RestrictedError, ValidationError)

pytestmark = pytest.mark.django_db


class Zurueck(Exception):
    """Undoes what was tried out."""


def eine(ziehen, model):
    zeilen = list(model._base_manager.order_by("pk"))
    return ziehen(st.sampled_from(zeilen)) if zeilen else None


def anlegen(ziehen):
    FABRIKEN[ziehen(st.sampled_from(MODELLE))]()


def aendern(ziehen):
    model = ziehen(st.sampled_from(MODELLE))
    felder = [feld for feld in model._meta.concrete_fields if feld.name not in FEST]
    feld = ziehen(st.sampled_from(felder))
    if zeile := eine(ziehen, model):
        setattr(zeile, feld.attname, anderer_wert(zeile, feld))
        zeile.save()


def status_setzen(ziehen):
    eintraege = [model for model in MODELLE if hasattr(model, "ist_oeffentlich")]
    if zeile := eine(ziehen, ziehen(st.sampled_from(eintraege))):
        zeile.status = ziehen(st.sampled_from(Status.values))
        zeile.save()


def verbinden(ziehen):
    model = ziehen(st.sampled_from([model for model in MODELLE if model._meta.many_to_many]))
    feld = ziehen(st.sampled_from(model._meta.many_to_many))
    zeile, ziel = eine(ziehen, model), eine(ziehen, feld.related_model)
    if zeile is None or ziel is None:
        return
    hin, her = getattr(zeile, feld.name), getattr(ziel, feld.remote_field.get_accessor_name())
    verbindung, anderes = ziehen(st.sampled_from([(hin, ziel), (her, zeile)]))
    schritt = ziehen(st.sampled_from(["add", "remove", "clear", "set"]))
    werte = {"clear": (), "set": ([anderes],)}.get(schritt, (anderes,))
    getattr(verbindung, schritt)(*werte)


def loeschen(ziehen):
    if zeile := eine(ziehen, ziehen(st.sampled_from(MODELLE))):
        zeile.delete()


def wiederherstellen(ziehen):
    """Delete a row and bring it back from a fixture, as `loaddata` does; what led to it is gone."""
    if zeile := eine(ziehen, ziehen(st.sampled_from(MODELLE))):
        gesichert = serializers.serialize("json", [zeile])
        zeile.delete()
        for gelesen in serializers.deserialize("json", gesichert):
            gelesen.save()


def schuetzen(ziehen):
    if standort := eine(ziehen, Standort):
        tun = ziehen(st.sampled_from([standort_schuetzen, standort_loeschen]))
        tun(standort)


SCHRITTE = [anlegen, aendern, aendern, aendern, status_setzen, verbinden, verbinden, loeschen, wiederherstellen, schuetzen]  # fmt: skip


def schritt(ziehen):
    tun = ziehen(st.sampled_from(SCHRITTE))
    rueckgaengig = ziehen(st.integers(0, 5)) == 0
    with contextlib.suppress(Zurueck, *NICHT_MOEGLICH), transaction.atomic():
        tun(ziehen)
        if rueckgaengig:
            raise Zurueck


@pytest.fixture
def inhalt(db):
    suchwelt()


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(daten=st.data())
def test_index_equals_the_entries_after_anything(inhalt, daten):
    with contextlib.suppress(Zurueck), transaction.atomic():
        for anzahl in daten.draw(st.lists(st.integers(1, 4), min_size=1, max_size=5)):
            # Some steps one by one, some together.
            with gebuendelt() if anzahl > 1 else contextlib.nullcontext():
                for _nummer in range(anzahl):
                    schritt(daten.draw)
            assert unterschiede() == []
        raise Zurueck
