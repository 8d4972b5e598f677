"""What a query is taken to ask for."""

import pytest

from netzwerke.suche import suchen
from netzwerke.suche.anfrage import verstehen
from tests.factories import HilfeangebotFactory, ThemaFactory

pytestmark = pytest.mark.django_db


def namen(text):
    angebote = {angebot.pk: angebot.name for angebot in HilfeangebotFactory._meta.model.objects.all()}
    return [angebote[treffer.eintrag_id] for treffer in suchen(text, arten=[1]).treffer]


def test_short_form_finds_its_long_one():
    HilfeangebotFactory(name="Insofern erfahrene Fachkraft")
    HilfeangebotFactory(name="Erfahrene Gruppe")
    assert namen("ISEF") == ["Insofern erfahrene Fachkraft"]


@pytest.mark.parametrize(
    ("gesucht", "geschrieben"),
    [
        ("116111", "116 111"),
        ("08002255530", "0800 22 55 530"),
        ("08001110111", "0800 111 0 111"),
        ("116 111", "116 111"),
    ],
)
def test_telephone_number_is_found_in_whatever_blocks_it_is_written(gesucht, geschrieben):
    HilfeangebotFactory(name="Telefon", beschreibung=f"Rufen Sie {geschrieben} an.")
    HilfeangebotFactory(name="Anderes", beschreibung="Rufen Sie 116 117 an, nicht 0800 1.")
    assert namen(gesucht)[0] == "Telefon"


def test_telephone_number_that_nobody_has_finds_nothing():
    HilfeangebotFactory(name="Telefon", beschreibung="Rufen Sie 116 111 an.")
    assert namen("116117") == namen("01234567890") == []


def test_sentence_that_nobody_understands_leads_to_those_who_listen():
    krise = ThemaFactory(slug="krise-und-notfall", name="Krise")
    HilfeangebotFactory(name="Krisentelefon", themen=[krise])
    HilfeangebotFactory(name="Kochkurs")
    assert namen("muss heute noch hier weg") == ["Krisentelefon"]
    assert namen("xylophon") == []


def test_sentence_with_a_theme_leads_to_the_theme():
    krise = ThemaFactory(slug="krise-und-notfall", name="Krise")
    stalking = ThemaFactory(name="Stalking", suchworte="vor der Arbeit auflauern")
    HilfeangebotFactory(name="Krisentelefon", themen=[krise])
    HilfeangebotFactory(name="Frauenberatung", themen=[stalking])
    assert namen("lauert mir vor der Arbeit auf") == ["Frauenberatung"]


def test_hint_of_a_word_counts_for_the_theme_above_too():
    gewalt = ThemaFactory(slug="sexualisierte-gewalt", name="Sexualisierte Gewalt")
    ThemaFactory(slug="erwachsene", name="Übergriffe", oberthema=gewalt, suchworte="etwas ins Glas getan")
    HilfeangebotFactory(name="Fachstelle", themen=[gewalt])
    assert namen("mein glas war komisch") == ["Fachstelle"]


def test_correction_of_a_word_does_not_change_a_situation_that_is_clear():
    HilfeangebotFactory(name="Rechte kennen")
    anfrage = verstehen("richter schickt mich zum kurs")
    assert anfrage.lage.themen == {"taeterarbeit": 1.0}
