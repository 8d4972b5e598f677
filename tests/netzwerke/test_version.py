"""The optimistic lock: nobody overwrites what somebody else saved meanwhile."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from netzwerke.aktualitaet import bestaetigen
from netzwerke.models import Netzwerk, Organisation, SlugUmleitung, VeralteterStand
from tests.factories import (
    HilfeangebotFactory,
    KontaktFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SozialraumFactory,
)

pytestmark = pytest.mark.django_db

FABRIKEN = [HilfeangebotFactory, KontaktFactory, NetzwerkFactory, OrganisationFactory, SozialraumFactory]


@pytest.mark.parametrize("fabrik", FABRIKEN, ids=lambda fabrik: fabrik.__name__)
def test_second_of_two_stale_rows_is_refused(fabrik):
    eintrag = fabrik()
    erste, zweite = (type(eintrag).objects.get(pk=eintrag.pk) for _ in range(2))
    erste.quelle, zweite.quelle = "Erste", "Zweite"
    erste.save()
    with pytest.raises(VeralteterStand) as fehler:
        zweite.save()
    assert fehler.value.messages == [
        "Dieser Eintrag wurde inzwischen von jemand anderem geändert. Bitte laden Sie die Seite neu und tragen Sie Ihre "
        "Änderung noch einmal ein; gespeichert wurde nichts."
    ]
    eintrag.refresh_from_db()
    assert (eintrag.quelle, eintrag.version, erste.version, zweite.version) == ("Erste", 2, 2, 1)


def test_stale_row_is_refused_with_update_fields_too():
    netzwerk = NetzwerkFactory()
    alt = Netzwerk.objects.get(pk=netzwerk.pk)
    netzwerk.save()
    with pytest.raises(VeralteterStand):
        alt.save(update_fields=["quelle"])


def test_refused_row_remembers_no_address():
    netzwerk = NetzwerkFactory(slug="alt")
    veraltet = Netzwerk.objects.get(pk=netzwerk.pk)
    netzwerk.save()
    veraltet.slug = "neu"
    with pytest.raises(VeralteterStand):
        veraltet.save()
    assert SlugUmleitung.objects.count() == 0


def test_reread_row_may_be_saved():
    netzwerk = NetzwerkFactory()
    alt = Netzwerk.objects.get(pk=netzwerk.pk)
    netzwerk.save()
    alt.refresh_from_db()
    alt.save()
    assert Netzwerk.objects.get(pk=netzwerk.pk).version == 3


def test_same_row_may_be_saved_again_and_again():
    netzwerk = NetzwerkFactory()
    for _ in range(3):
        netzwerk.save()
    assert (netzwerk.version, Netzwerk.objects.get().version) == (4, 4)


def test_row_may_be_saved_after_the_database_refused_it():
    netzwerk, andere = NetzwerkFactory(slug="eins"), NetzwerkFactory(slug="zwei")
    netzwerk.slug = andere.slug
    with pytest.raises(IntegrityError), transaction.atomic():
        netzwerk.save()
    assert (netzwerk.version, SlugUmleitung.objects.count()) == (1, 0)
    netzwerk.slug = "drei"
    netzwerk.save()
    assert Netzwerk.objects.get(pk=netzwerk.pk).slug == "drei"


def test_row_may_be_saved_after_its_number_was_refused():
    organisation = OrganisationFactory()
    organisation.telefon = "12"
    with pytest.raises(ValidationError):
        organisation.save()
    organisation.telefon = "110"
    organisation.save()
    assert Organisation.objects.get().telefon_nummer == "110"


def test_deleted_row_does_not_come_back():
    netzwerk = NetzwerkFactory()
    alt = Netzwerk.objects.get(pk=netzwerk.pk)
    netzwerk.delete()
    with pytest.raises(VeralteterStand):
        alt.save()
    assert Netzwerk.objects.exists() is False


def test_stale_row_cannot_be_confirmed():
    netzwerk = NetzwerkFactory()
    alt = Netzwerk.objects.get(pk=netzwerk.pk)
    netzwerk.save()
    with pytest.raises(VeralteterStand):
        bestaetigen(alt, "redaktion")
