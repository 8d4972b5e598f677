"""Every constraint of every model is tried: through full_clean, the ORM and raw SQL (S9, S13).

A meta-test fails if a constraint has no case. Unique columns are tried all alike.
"""

import pytest
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, connection, models, transaction

from netzwerke.enums import Schutz, Stufe
from netzwerke.models import Kontakt, Standort
from tests import factories
from tests.factories import GebietFactory, HilfeangebotFactory, MitgliedschaftFactory, StandortFactory
from tests.netzwerke.constraint_faelle import FAELLE

pytestmark = pytest.mark.django_db

MODELLE = list(apps.get_app_config("netzwerke").get_models())
CONSTRAINTS = {regel.name: (model, regel) for model in MODELLE for regel in model._meta.constraints}
FABRIKEN = {
    fabrik._meta.model: fabrik
    for fabrik in vars(factories).values()
    if isinstance(fabrik, type) and issubclass(fabrik, factories.Basis) and not fabrik._meta.abstract
}


# --- the ways into the database -------------------------------------------------------------------


def belegt(zeile, werte):
    for spalte, wert in werte.items():
        setattr(zeile, spalte, wert)
    return zeile


def per_save(zeile, werte):
    belegt(zeile, werte).save()


def per_update(zeile, werte):
    type(zeile)._base_manager.filter(pk=zeile.pk).update(**werte)


def db_werte(zeile, namen):
    felder = {feld.attname: feld for feld in zeile._meta.concrete_fields}
    return {
        felder[name].column: felder[name].get_db_prep_save(getattr(zeile, name), connection) for name in namen
    }


def sql(*teile, parameter):
    with connection.cursor() as cursor:
        cursor.execute(" ".join(teile), parameter)


def per_sql_update(zeile, werte):
    spalten = db_werte(belegt(zeile, werte), werte)
    zuweisungen = ", ".join(f"{spalte} = %s" for spalte in spalten)
    sql(
        "UPDATE",
        zeile._meta.db_table,
        "SET",
        zuweisungen,
        "WHERE id = %s",
        parameter=[*spalten.values(), zeile.pk],
    )


def per_sql_insert(zeile, werte):
    spalten = db_werte(belegt(zeile, werte), [feld.attname for feld in zeile._meta.concrete_fields])
    platzhalter = ", ".join(["%s"] * len(spalten))
    sql("DELETE FROM", zeile._meta.db_table, "WHERE id = %s", parameter=[zeile.pk])
    sql(
        "INSERT INTO", zeile._meta.db_table, f"({', '.join(spalten)}) VALUES ({platzhalter})",
        parameter=list(spalten.values()),
    )  # fmt: skip


WEGE = [per_save, per_update, per_sql_update, per_sql_insert]


@pytest.mark.parametrize("fall", FAELLE, ids=str)
def test_constraint_is_explained_by_full_clean(fall):
    zeile = fall.zeile()
    zeile.full_clean()
    with pytest.raises(ValidationError) as fehler:
        belegt(zeile, fall.bruch(zeile)).full_clean()
    _model, regel = CONSTRAINTS[fall.constraint]
    if fall.feld:
        assert list(fehler.value.message_dict) == [fall.feld]
    else:
        assert fehler.value.message_dict == {NON_FIELD_ERRORS: [str(regel.violation_error_message)]}


@pytest.mark.parametrize("fall", FAELLE, ids=str)
def test_constraint_is_kept_by_the_database_on_every_way(fall):
    zeile = fall.zeile()
    werte = fall.bruch(zeile)
    _model, regel = CONSTRAINTS[fall.constraint]
    for weg in WEGE:
        frisch = type(zeile)._base_manager.get(pk=zeile.pk)
        with pytest.raises(IntegrityError) as fehler, transaction.atomic():
            weg(frisch, werte)
        if isinstance(regel, models.CheckConstraint):
            assert fall.constraint in str(fehler.value)


@pytest.mark.parametrize("weg", WEGE, ids=lambda weg: weg.__name__)
def test_ways_into_the_database_take_what_is_allowed(weg):
    """The counterpart of the cases: it is the constraint that refuses, not the way."""
    zeile = StandortFactory(mit_anschrift=True)
    with transaction.atomic():
        weg(zeile, {"strasse": "Andere Straße", "ort": "Iserlohn"})
    gespeichert = Standort.objects.get(pk=zeile.pk)
    assert (gespeichert.strasse, gespeichert.ort, gespeichert.breite) == ("Andere Straße", "Iserlohn", 51.35)


def test_constraint_cases_cover_every_constraint():
    assert sorted({fall.constraint for fall in FAELLE}) == sorted(CONSTRAINTS)


def test_constraints_have_german_messages_of_their_own():
    standard = models.BaseConstraint.default_violation_error_message
    assert [
        name for name, (_model, regel) in CONSTRAINTS.items() if regel.violation_error_message == standard
    ] == []


# --- unique columns -------------------------------------------------------------------------------

EINMALIG = [
    (model, feld.name)
    for model in MODELLE
    for feld in model._meta.fields
    if feld.unique and not feld.primary_key
]


@pytest.mark.parametrize(
    ("model", "feld"), EINMALIG, ids=[f"{model.__name__}-{feld}" for model, feld in EINMALIG]
)
def test_unique_column_is_unique(model, feld):
    slug = {"slug": "datenschutz"} if model.__name__ == "Seite" else {}
    eine, andere = FABRIKEN[model](), FABRIKEN[model](**slug)
    werte = {feld: getattr(eine, feld)}
    with pytest.raises(ValidationError) as fehler:
        belegt(andere, werte).full_clean()
    assert list(fehler.value.message_dict) == [feld]
    for weg in WEGE:
        with pytest.raises(IntegrityError), transaction.atomic():
            weg(andere, werte)


# --- what the constraints let through -------------------------------------------------------------


@pytest.mark.parametrize("stufe", [{}, {"kreis": True}, {"kreisfrei": True}])
def test_protected_standort_may_name_kreis_or_land(stufe):
    standort = StandortFactory(schutz=Schutz.GESCHUETZT, grobgebiet=GebietFactory(**stufe))
    standort.full_clean()


def test_protected_standort_may_name_no_area_at_all():
    StandortFactory(schutz=Schutz.GESCHUETZT).full_clean()


@pytest.mark.parametrize("stufe", [{"kreisfrei": True}, {"gemeinde": True}])
def test_standort_with_town_only_may_name_its_gemeinde(stufe):
    StandortFactory(schutz=Schutz.NUR_ORT, grobgebiet=GebietFactory(**stufe)).full_clean()


def test_area_below_gemeinde_cannot_be_a_coarse_area():
    """It has no official key, which is what the column refers to."""
    assert Standort._meta.get_field("grobgebiet").target_field.name == "ars"
    stadtteil = GebietFactory(stadtteil=True)
    standort = StandortFactory(schutz=Schutz.GESCHUETZT, grobgebiet=stadtteil)
    assert Standort.objects.get(pk=standort.pk).grobgebiet is None


def test_standort_columns_are_all_judged():
    """S9: whoever adds a column decides here whether it tells where the house is."""
    harmlos = {
        "id", "organisation", "name", "schutz", "grobgebiet", "stufenlos", "toilette", "aufzug", "hoeranlage",
        "leitsystem", "parkplatz", "barriere_hinweis",
    }  # fmt: skip
    assert {feld.name for feld in Standort._meta.fields} == harmlos | set(Standort.LAGEFELDER)
    assert Standort._meta.many_to_many == ()


def test_personal_columns_of_a_kontakt_are_all_in_the_constraint():
    """S13: whoever adds a column about the person adds it to the constraint, too."""
    personen = {feld.name for feld in Kontakt._meta.fields if feld.name.startswith("person_")}
    (regel,) = (r for r in Kontakt._meta.constraints if r.name == "kontakt_person_nur_mit_einwilligung")
    ohne_person, _einwilligung = regel.condition.children
    assert (
        {name for name, _leer in ohne_person.children}
        == personen
        == {*Kontakt.PERSONENFELDER, "person_telefon_nummer"}
    )


@pytest.mark.parametrize(
    ("von", "bis"),
    [
        ("2004", "2004"),
        ("2004-05", "2004"),
        ("2004", "2004-05"),
        ("2004-05-02", "2004-05"),
        ("", "2004"),
        ("2004", ""),
    ],
)
def test_term_may_end_within_its_first_year_or_month(von, bis):
    MitgliedschaftFactory(von=von, bis=bis).full_clean()


def test_membership_may_be_taken_up_again_after_it_ended():
    erste = MitgliedschaftFactory(von="2004", bis="2006")
    MitgliedschaftFactory(netzwerk=erste.netzwerk, organisation=erste.organisation, von="2008").full_clean()


@pytest.mark.parametrize("alter", [(None, 17), (18, None), (18, 18)])
def test_age_range_may_be_open_or_a_single_year(alter):
    von, bis = alter
    HilfeangebotFactory(alter_von=von, alter_bis=bis).full_clean()


def test_gebiet_below_gemeinde_has_no_key():
    assert GebietFactory(stufe=Stufe.STADTTEIL, ars="", oberhalb=GebietFactory(bezirk=True)).ars is None
