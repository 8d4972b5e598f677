import pytest
from django.apps import apps

from tests import factories

FABRIKEN = {
    fabrik._meta.model: fabrik
    for fabrik in vars(factories).values()
    if isinstance(fabrik, type) and issubclass(fabrik, factories.Basis) and not fabrik._meta.abstract
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model", list(apps.get_app_config("netzwerke").get_models()), ids=lambda model: model.__name__
)
def test_factory_makes_valid_rows(model):
    for zeile in FABRIKEN[model].create_batch(3 if model.__name__ != "Seite" else 1):
        zeile.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("teil", ["kreis", "kreisfrei", "gemeinde", "bezirk", "stadtteil"])
def test_gebiet_factory_makes_valid_levels(teil):
    factories.GebietFactory(**{teil: True}).full_clean()


@pytest.mark.django_db
def test_traits_make_valid_rows():
    factories.StandortFactory(mit_anschrift=True).full_clean()
    factories.StandortFactory(geschuetzt=True).full_clean()
    factories.KontaktFactory(mit_person=True).full_clean()
    factories.UserFactory(verwaltung=True)
