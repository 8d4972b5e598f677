"""Who speaks, who does what to whom: sentences with the same words and opposite meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerke.suche.perspektive import Akut, Perspektive, lage
from tests.netzwerke import saetze

BETROFFEN = [
    "mein mann schlägt mich",
    "Mein Freund hat mich geschlagen",
    "ich werde von meinem Mann geschlagen",
    "ich wurde vergewaltigt",
    "er hat mich gewürgt",
    "meine Frau schlägt mich",
    "mein ex verfolgt mich",
    "mein Mann rastet aus und schlägt mich",
    "ich habe Angst vor meinem Lebensgefährten",
    "mein erwachsener sohn schlägt mich",
    "männer die geschlagen werden",
    "misshandelte frau braucht unterkunft",
    "mein Exmann stellt Nacktfotos von mir ins Internet",
    "mein mann wird handgreiflich",
    "er kontrolliert mein handy",
    "früher als kind missbraucht",
    "er nimmt mir mein ganzes geld weg",
    "meine frau wirft mit sachen nach mir",
    "mein freund lässt mich nicht raus",
]
AUSUEBEND = [
    "ich schlage meine frau und will aufhören",
    "ich habe meine freundin geschlagen",
    "hab mein kind geschlagen und schäme mich",
    "ich raste immer aus",
    "mir rutscht bei den kindern die hand aus",
    "als frau bin ich gewalttätig gegen meinen mann, will aufhören",
    "ich will nicht mehr zuschlagen",
    "ich kann mich nicht beherrschen",
    "ich bedrohe meine exfreundin",
    "raste zuhause ständig aus",
    "schlage meine freundin",
    "richter schickt mich zum kurs",
    "ich komme mit meiner wut nicht klar",
]
KIND = [
    "papa schlägt mich",
    "mama schlägt mich immer",
    "mein vater fasst mich an",
    "ich bin 14 und mein freund schlägt mich",
    "bin 13 und will nicht mehr nach hause",
    "mein stiefvater kommt nachts in mein zimmer",
    "papa ist betrunken und schreit rum",
    "mama redet nicht mit mir",
    "ältere schüler haben nacktfotos von mir verschickt",
]
MITBEKOMMEN = [
    "nachbarn schreien und streiten jeden abend",
    "meine freundin wird geschlagen",
    "meine tochter wird von ihrem freund geschlagen",
    "nebenan wird ein kleines kind ständig angebrüllt und weint",
    "meine kollegin kommt mit blauem auge von ihrem freund",
    "schülerin mit hämatomen am rücken",
    "nachbarskind wird geschlagen",
    "freundin kommt nicht von ihrem typ los",
]
OFFEN = [
    "stalking beratung hagen",
    "täterarbeit leipzig",
    "Runder Tisch gegen häusliche Gewalt",
    "bündnis gegen sexuelle gewalt an kindern",
    "frauenhaus",
    "schlag",
    "58135",
    "",
    "ich mache mir sorgen um ein kind",
    "baby schreit nur noch",
    "ich habe einen mann kennengelernt der mir gefällt",
]
#: The words of violence are there, and yet nobody says that they use it.
NICHT_AUSUEBEND = [
    "ich kriege zu hause schläge",
    "schläge vom vater",
    "schreie aus der wohnung nebenan",
    "schlage mich selbst",
    "ich höre schreie von nebenan",
    "ich verletze mich selbst",
    "mein mann hat aufgehört zu schlagen",
    "ich wurde von meinem trainer angefasst",
    "er rastet aus",
    "ich habe gehört dass er sie geschlagen hat",
]


@pytest.mark.parametrize(
    ("satz", "erwartet"),
    [
        *[(satz, Perspektive.BETROFFEN) for satz in BETROFFEN],
        *[(satz, Perspektive.AUSUEBEND) for satz in AUSUEBEND],
        *[(satz, Perspektive.KIND) for satz in KIND],
        *[(satz, Perspektive.MITBEKOMMEN) for satz in MITBEKOMMEN],
        *[(satz, Perspektive.OFFEN) for satz in OFFEN],
    ],
)
def test_sentence_tells_who_speaks(satz, erwartet):
    assert lage(satz).perspektive is erwartet


@pytest.mark.parametrize("satz", [*NICHT_AUSUEBEND, *saetze.NICHT_AUSUEBEND])
def test_nobody_is_taken_for_violent_by_a_word(satz):
    assert lage(satz).perspektive is not Perspektive.AUSUEBEND
    assert lage(satz).themen.get("taeterarbeit", 0) < 0.5


@given(st.sampled_from([*AUSUEBEND, *saetze.AUSUEBEND]), st.booleans())
def test_who_is_hurt_as_well_is_not_taken_for_violent(satz, zuerst):
    """Whoever reports both is led to help: the other mistake would be the worse one."""
    satz = f"er schlägt mich {satz}" if zuerst else f"{satz} er schlägt mich"
    assert lage(satz).perspektive is not Perspektive.AUSUEBEND


@pytest.mark.parametrize("satz", saetze.AUSUEBEND)
def test_who_uses_violence_is_understood(satz):
    assert lage(satz).perspektive is Perspektive.AUSUEBEND


@pytest.mark.parametrize("satz", saetze.ERWACHSEN)
def test_adults_are_not_taken_for_children(satz):
    assert lage(satz).perspektive is not Perspektive.KIND


@pytest.mark.parametrize("satz", saetze.BETROFFEN)
def test_affected_people_are_not_taken_for_witnesses(satz):
    assert lage(satz).perspektive is Perspektive.BETROFFEN


@pytest.mark.parametrize(
    ("satz", "erwartet"),
    [
        *[(satz, Akut.SUIZID) for satz in saetze.SUIZID],
        *[(satz, Akut.GEFAHR) for satz in saetze.GEFAHR],
        *[(satz, Akut.NEIN) for satz in saetze.KEINE_GEFAHR],
    ],
)
def test_emergencies_are_known_in_many_words(satz, erwartet):
    assert lage(satz).akut is erwartet


@pytest.mark.parametrize(
    ("satz", "erwartet"),
    [
        ("er steht vor der tür", Akut.GEFAHR),
        ("mein Ex steht vor meiner Haustür", Akut.GEFAHR),
        ("er will mich umbringen", Akut.GEFAHR),
        ("mein mann bringt mich um", Akut.GEFAHR),
        ("er hat ein messer", Akut.GEFAHR),
        ("er würgt mich", Akut.GEFAHR),
        ("ich will nicht mehr leben", Akut.SUIZID),
        ("ich will mich umbringen", Akut.SUIZID),
        ("Suizidgedanken", Akut.SUIZID),
        ("suizit gedanken", Akut.SUIZID),
        ("ich würde am liebsten sterben", Akut.SUIZID),
        ("ich wäre lieber tot", Akut.SUIZID),
        ("meine oma wird bald sterben", Akut.NEIN),
        ("ich ritze mich", Akut.SUIZID),
        ("mein leben hat keinen sinn mehr", Akut.SUIZID),
        ("mein mann schlägt mich", Akut.NEIN),
        ("beratung hagen", Akut.NEIN),
        ("tür und angel gespräche", Akut.NEIN),
    ],
)
def test_acute_danger_and_suicide_are_told_apart(satz, erwartet):
    assert lage(satz).akut is erwartet


@pytest.mark.parametrize(
    ("satz", "geschlecht"),
    [
        ("mein mann schlägt mich", "w"),
        ("meine frau schlägt mich", "m"),
        ("männer die geschlagen werden", "m"),
        ("misshandelte frau braucht unterkunft", "w"),
        ("meine freundin schlägt mich wir sind lesbisch", "w"),
        ("meine freundin haut mich bin selber frau", "w"),
        ("mann wird zuhause geschlagen", "m"),
        ("häusliche gewalt", ""),
    ],
)
def test_sex_of_the_affected_person_is_read_where_it_shows(satz, geschlecht):
    assert lage(satz).geschlecht == geschlecht


def test_everyday_words_never_cross_the_border_to_those_who_use_violence():
    for satz in (*BETROFFEN, *KIND, *MITBEKOMMEN):
        assert not Perspektive.AUSUEBEND.passt_zu(lage(satz).perspektive)
    for satz in AUSUEBEND:
        assert not Perspektive.BETROFFEN.passt_zu(lage(satz).perspektive)
    assert not Perspektive.AUSUEBEND.passt_zu(Perspektive.OFFEN)


@pytest.mark.parametrize(
    "satz", ["Beratung für Täterinnen und Täter", "gewalttätige männer", "anti aggressions kurs"]
)
def test_professional_subject_leads_to_work_with_perpetrators(satz):
    assert lage(satz).themen == {"taeterarbeit": 1.0}


def test_the_perpetrator_somebody_suffers_from_does_not():
    assert lage("der täter lässt mich nicht in ruhe").themen.get("taeterarbeit") is None


def test_parent_who_hit_a_child_is_led_to_help_with_bringing_it_up():
    themen = lage("hab mein kind geschlagen und schäme mich").themen
    assert max(themen, key=themen.get) == "erziehungsberatung"


@pytest.mark.parametrize(
    ("satz", "erzaehlt"),
    [
        ("steht dauernd vor meiner arbeit", True),
        ("muss heute noch hier raus", True),
        ("mir wurde was ins glas getan", True),
        ("runder tisch gegen häusliche gewalt", False),
        ("beratung in hagen", False),
        ("ich suche einen arbeitskreis in haspe", False),
        ("mir", False),
    ],
)
def test_who_tells_something_is_known_from_who_looks_something_up(satz, erzaehlt):
    assert lage(satz).erzaehlt is erzaehlt


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    assert lage(text).perspektive in Perspektive
