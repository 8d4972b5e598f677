"""The analyser: what people type and what stands in entries come to the same forms."""

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from netzwerke import sprache
from netzwerke.models import Organisation
from netzwerke.sprache.analyse import stamm, teile, woerter
from tests.factories import OrganisationFactory


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Täter*innen", ["tater"]),
        ("Täter:innen", ["tater"]),
        ("Täter_innen", ["tater"]),
        ("Täter/-innen", ["tater"]),
        ("Täter/innen", ["tater"]),
        ("Täter(innen)", ["tater"]),
        ("TäterInnen", ["tater"]),
        ("Täter*in", ["tater"]),
        ("Täterinnen", ["tater"]),
        ("Täterin", ["tater"]),
        ("Täter*innenarbeit", ["taterarbeit"]),
        ("SchülerInnenvertretung", ["schulervertretung"]),
        ("taeterarbeit", ["taterarbeit"]),
        ("BezirksjugendpflegerIn", ["bezirksjugendpfleger"]),
        ("AK90", ["ak", "90"]),
        ("AK 90", ["ak", "90"]),
        ("§ 78 SGB VIII", ["paragraf", "78", "sgb", "8"]),
        ("SGB V", ["sgb", "5"]),
        ("Teil V", ["teil", "v"]),
        ("Berlin Termin Medizin drinnen beginnen", ["berlin", "termin", "medizin", "drinnen", "beginnen"]),
        ("", []),
        ("*:_", []),
    ],
)
def test_woerter_resolve_what_is_only_spelling(text, erwartet):
    assert woerter(text) == erwartet


@pytest.mark.parametrize(
    ("wort", "erwartet"),
    [
        ("madchenhaus", ("madchen", "haus")),
        ("zwangsheirat", ("zwang", "heirat")),
        ("kindeswohlgefahrdung", ("kindes", "wohl", "gefahrdung")),
        ("hexenhaus", ("hexen", "haus")),
        ("schutzwohnung", ("schutz", "wohnung")),
        ("wehringhausen", ()),
        ("altenhagen", ()),
        ("beratung", ()),
        ("haus", ()),
    ],
)
def test_teile_take_compounds_apart_and_leave_names_whole(wort, erwartet):
    assert teile(wort) == erwartet


def test_stamm_tells_doers_from_deeds():
    assert (stamm("tater"), stamm("tatern"), stamm("taten")) == ("tater", "tater", "tat")
    assert (stamm("schuler"), stamm("schule")) == ("schuler", "schul")


def test_wortgruppen_leave_stop_words_out():
    assert [gruppe.wort for gruppe in sprache.wortgruppen("Wohin mit meinem Kind?")] == ["kind"]


def test_wortgruppen_of_stop_words_alone_keep_them():
    assert [gruppe.wort for gruppe in sprache.wortgruppen("Wo bin ich")] == ["wo", "bin", "ich"]


def test_wortgruppen_know_short_forms_of_the_field():
    assert sprache.wortgruppen("AG")[0].formen == (("ag",), ("arbeitsgemeinschaft",))


def findet(anfrage):
    bedingung = Q()
    for gruppe in sprache.wortgruppen(anfrage):
        bedingung &= sprache.bedingung(gruppe, "suchtext")
    return [organisation.name for organisation in Organisation.objects.filter(bedingung)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "anfragen"),
    [
        (
            "AK 90 – Arbeitskreis für Kinder und Jugend in Haspe",
            ["AK90", "ak 90", "arbeitskreis haspe", "kinder haspe"],
        ),
        ("Arbeitsgemeinschaften nach § 78 SGB VIII", ["ag 78 sgb", "AG §78", "sgb 8", "SGB VIII"]),
        (
            "Beratungsstelle zur täter*innenorientierten Arbeit",
            ["täterorientiert", "Täter*innenorientierte arbeit"],
        ),
        ("Mädchenhaus", ["maedchenhaus", "mädchen haus", "Mädchenhäuser"]),
        ("Schutzwohnung", ["schutz wohnung", "wohnung", "Schutzwohnungen"]),
        ("Wohnung zum Schutz", ["schutzwohnung"]),
        ("Fachberatung gegen Zwangsheirat", ["heirat unter zwang", "beratung zwangsheirat", "berat"]),
    ],
)
def test_entry_is_found_as_people_type_it(name, anfragen):
    OrganisationFactory(name=name)
    OrganisationFactory(name="Musikverein")
    assert {anfrage: findet(anfrage) for anfrage in anfragen} == {anfrage: [name] for anfrage in anfragen}


@pytest.mark.django_db
@pytest.mark.parametrize("anfrage", ["tat", "ak 9", "haus", "schulen"])
def test_entry_is_not_found_by_what_only_looks_alike(anfrage):
    OrganisationFactory(name="AK 90 für Täter und Schüler in Wehringhausen")
    assert findet(anfrage) == []


@given(st.text(max_size=80))
def test_any_text_is_found_by_each_of_its_words(text):
    ablage = sprache.suchtext([text])
    for gruppe in sprache.wortgruppen(text):
        erste = gruppe.formen[0][0]
        assert f" {erste} " in ablage


@given(st.text(max_size=80))
def test_searchable_text_is_plain_words_between_blanks(text):
    ablage = sprache.suchtext([text])
    assert ablage == "" or (ablage.startswith(" ") and ablage.endswith(" "))
    assert all(wort.isascii() and wort.isalnum() for wort in ablage.split())
