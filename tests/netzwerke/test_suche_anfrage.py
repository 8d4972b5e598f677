"""What a query is taken to ask for."""

import pytest

from netzwerke.suche import suchen
from netzwerke.suche.anfrage import WOERTER_HOECHSTENS, verstehen
from netzwerke.suche.perspektive import Akut
from tests.factories import GebietFactory, HilfeangebotFactory, ThemaFactory

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


@pytest.mark.parametrize("satz", ["es wird nie besser", "mir geht es nicht besser", "(ich) bring"])
def test_common_word_is_not_corrected_to_another(satz):
    HilfeangebotFactory(name="Messer im Ring")
    assert verstehen(satz).korrekturen == []


def test_correction_makes_nobody_violent_and_asks_for_no_work_with_perpetrators():
    ThemaFactory(slug="taeterarbeit", name="Täterarbeit", suchworte="Täter\ngewalttätige Männer")
    anfrage = verstehen("Frau Tätner")
    assert (anfrage.korrekturen, anfrage.lage.themen) == ([], {})


def test_story_is_read_to_its_end():
    """Only the first words are looked up, but no alarm is cut off."""
    anfrage = verstehen("ich weiß nicht wo ich anfangen soll " * 8 + "ich will nicht mehr leben")
    assert anfrage.lage.akut is Akut.SUIZID
    assert len(anfrage.folge) == WOERTER_HOECHSTENS


def test_words_of_a_story_are_no_towns():
    essen = GebietFactory(name="Essen", kreisfrei=True)
    GebietFactory(name="Hungen", kreisfrei=True)
    assert verstehen("ich kann nicht mehr essen").orte == []
    assert verstehen("ich hab hunger").orte == []
    assert [ort.gebiete for ort in verstehen("mein mann schlägt mich in essen").orte] == [[essen]]
    assert [ort.gebiete for ort in verstehen("beratung essen").orte] == [[essen]]


# --- work with perpetrators -------------------------------------------------------------------------


@pytest.fixture
def taeterarbeit():
    thema = ThemaFactory(slug="taeterarbeit", name="Täterarbeit", suchworte="Antigewalt\nAngst")
    return HilfeangebotFactory(name="Triade Beratung", themen=[thema])


def test_careless_everyday_word_opens_no_door_to_work_with_perpetrators(taeterarbeit):
    assert namen("ich habe angst") == namen("angst") == []
    assert namen("täterarbeit") == ["Triade Beratung"]


def test_chosen_theme_finds_work_with_perpetrators_beside_a_neutral_word(taeterarbeit):
    thema = taeterarbeit.themen.get()
    bedingungen = (((f"t_{thema.pk}",),),)
    assert [t.eintrag_id for t in suchen("hilfe beratung", arten=[1], bedingungen=bedingungen).treffer] == [
        taeterarbeit.pk
    ]
    assert suchen("mein mann schlägt mich", arten=[1], bedingungen=bedingungen).treffer == []
