"""Addresses of entries: made from names, kept, remembered."""

import pytest

from netzwerke.models import (
    Hilfeangebot,
    Netzwerk,
    Organisation,
    SlugUmleitung,
    Sozialraum,
)
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    NetzwerkFactory,
    OrganisationFactory,
    SlugUmleitungFactory,
    SozialraumFactory,
)

pytestmark = pytest.mark.django_db

FABRIKEN = {
    Netzwerk: NetzwerkFactory,
    Organisation: OrganisationFactory,
    Hilfeangebot: HilfeangebotFactory,
    Sozialraum: SozialraumFactory,
}
je_eintragsart = pytest.mark.parametrize("model", FABRIKEN, ids=lambda model: model.__name__)


@je_eintragsart
def test_address_is_made_from_the_name_and_unique(model):
    namen = ["Frauen & Mädchen e. V.", "Frauen, Mädchen (e. V.)", "Frauen Mädchen e V"]
    slugs = [FABRIKEN[model](name=name).slug for name in namen]
    assert slugs == ["frauen-maedchen-e-v", "frauen-maedchen-e-v-2", "frauen-maedchen-e-v-3"]


def test_address_of_an_unspeakable_name_is_the_kind_of_entry():
    assert [NetzwerkFactory(name=name).slug for name in ("???", "Соседи")] == ["netzwerk", "netzwerk-2"]


def test_address_of_a_long_name_fits():
    slugs = [NetzwerkFactory(name="ä" * 200).slug for _ in range(2)]
    assert slugs == ["ae" * 50, "ae" * 50 + "-2"]


def test_address_is_found_by_its_natural_key():
    netzwerk = NetzwerkFactory(name="Netz")
    assert netzwerk.natural_key() == ("netz",)
    assert Netzwerk.objects.get_by_natural_key("netz") == netzwerk


@je_eintragsart
def test_changed_address_is_remembered(model):
    eintrag = FABRIKEN[model](slug="alt")
    eintrag.slug = "neu"
    eintrag.save()
    assert SlugUmleitung.objects.ziel(model.objects.all(), "alt") == eintrag
    assert SlugUmleitung.objects.ziel(model.objects.all(), "neu") is None


def test_every_former_address_leads_to_the_entry():
    netzwerk = NetzwerkFactory(slug="eins")
    for slug in ("zwei", "drei"):
        netzwerk.slug = slug
        netzwerk.save()
    ziele = [SlugUmleitung.objects.ziel(Netzwerk.objects.all(), slug) for slug in ("eins", "zwei", "drei")]
    assert ziele == [netzwerk, netzwerk, None]


def test_address_taken_back_is_no_detour():
    netzwerk = NetzwerkFactory(slug="eins")
    for slug in ("zwei", "eins"):
        netzwerk.slug = slug
        netzwerk.save()
    assert list(SlugUmleitung.objects.values_list("slug", "ziel_id")) == [("zwei", netzwerk.pk)]


def test_former_address_leads_to_the_last_that_had_it():
    erstes, zweites = NetzwerkFactory(slug="adresse"), NetzwerkFactory(slug="andere")
    for netzwerk, slug in ((erstes, "erste"), (zweites, "adresse"), (zweites, "zweite")):
        netzwerk.slug = slug
        netzwerk.save()
    assert SlugUmleitung.objects.ziel(Netzwerk.objects.all(), "adresse") == zweites


def test_former_address_belongs_to_its_kind_of_entry():
    netzwerk = NetzwerkFactory(slug="alt")
    netzwerk.slug = "neu"
    netzwerk.save()
    assert SlugUmleitung.objects.ziel(Organisation.objects.all(), "alt") is None


def test_former_address_of_a_deleted_entry_leads_nowhere():
    netzwerk = NetzwerkFactory(slug="alt")
    SlugUmleitungFactory(slug="frueher", ziel_id=netzwerk.pk)
    netzwerk.delete()
    assert SlugUmleitung.objects.ziel(Netzwerk.objects.all(), "frueher") is None


def test_new_entry_does_not_take_a_former_address():
    netzwerk = NetzwerkFactory(name="Runder Tisch")
    netzwerk.slug = "runder-tisch-haspe"
    netzwerk.save()
    assert NetzwerkFactory(name="Runder Tisch").slug == "runder-tisch-2"
    assert OrganisationFactory(name="Runder Tisch").slug == "runder-tisch"


def test_entry_may_take_its_own_former_address_again():
    netzwerk = NetzwerkFactory(name="Runder Tisch")
    for slug in ("anders", ""):
        netzwerk.slug = slug
        netzwerk.save()
    assert netzwerk.slug == "runder-tisch"


def test_address_that_is_not_saved_is_not_remembered():
    netzwerk = NetzwerkFactory(slug="alt")
    netzwerk.slug = "neu"
    netzwerk.save(update_fields=["name"])
    netzwerk.refresh_from_db()
    assert (netzwerk.slug, SlugUmleitung.objects.count()) == ("alt", 0)


def test_gebiet_of_the_same_name_is_told_apart_by_key_or_place():
    land = GebietFactory(name="Nordland")
    kreis = GebietFactory(name="Mitte", kreis=True, ars="91234", oberhalb=land)
    zweiter = GebietFactory(name="Mitte", kreis=True, ars="91235", oberhalb=land)
    bezirk = GebietFactory(name="Mitte", bezirk=True, oberhalb=kreis)
    weiterer = GebietFactory(name="Mitte", bezirk=True, oberhalb=zweiter)
    assert [g.slug for g in (kreis, zweiter, bezirk, weiterer)] == [
        "mitte",
        "mitte-91235",
        "mitte-mitte",
        "mitte-mitte-2",
    ]
