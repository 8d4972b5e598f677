"""Words of the query are marked where they stand; what stands there is never executed."""

import pytest

from netzwerke.suche.anfrage import Anfrage, verstehen
from netzwerke.suche.gruppen import Gruppe
from netzwerke.suche.hervorhebung import Hervorhebung
from netzwerke.suche.perspektive import Lage, Perspektive
from tests.factories import GebietFactory, HilfeangebotFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def markiert(worte, text):
    return Hervorhebung(verstehen(worte))(text)


@pytest.mark.parametrize(
    ("worte", "text", "erwartet"),
    [
        ("stalking", "Hilfe bei Stalking.", "Hilfe bei <mark>Stalking</mark>."),
        ("täter", "Arbeit mit Täter*innen", "Arbeit mit <mark>Täter*innen</mark>"),
        ("Täterin", "Für Täter:innen, Schüler/-innen", "Für <mark>Täter:innen</mark>, Schüler/-innen"),
        ("freund", "Freund(in) und MitarbeiterInnen", "<mark>Freund(in)</mark> und MitarbeiterInnen"),
        ("taeterarbeit", "Täterarbeit", "<mark>Täterarbeit</mark>"),
        ("frauen", "Frauenhaus für Frauen", "<mark>Frauenhaus</mark> für <mark>Frauen</mark>"),
        ("schutzwohnung", "Schutz und Wohnung", "<mark>Schutz</mark> und <mark>Wohnung</mark>"),
        ("schutzwohnung", "Schutz für alle", "Schutz für alle"),
        ("ak 90", "AK90 und AK 91", "<mark>AK90</mark> und <mark>AK</mark> 91"),
        ("rat", "Beirat für Demokratie", "Beirat für Demokratie"),
        ("ehe", "Gehen, stehen, Vorgehen", "Gehen, stehen, Vorgehen"),
        ("und", "Schutz und Beratung", "Schutz <mark>und</mark> Beratung"),
        ("beratung", "", ""),
        ("", "Beratung", "Beratung"),
    ],
)
def test_whole_words_are_marked(worte, text, erwartet):
    assert markiert(worte, text) == erwartet


def test_decomposed_letters_are_read_as_one():
    assert markiert("täter", "Ta\u0308ter") == "<mark>Täter</mark>"


@pytest.mark.parametrize(
    "worte", ["script", "<script>", "alert script", '"><img src=x onerror=alert(1)>', "mark"]
)
def test_names_and_queries_stay_text(worte):
    html = markiert(worte, '<script>alert("x")</script> & <mark>')
    assert "<script" not in html
    assert html.count("<mark>") == html.count("</mark>")
    ohne = html.replace("<mark>", "").replace("</mark>", "")
    assert ohne == "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;mark&gt;"


def test_place_is_marked_as_a_name_only():
    GebietFactory(name="Hagen", kreisfrei=True)
    assert markiert("beratung hagen", "Stadtteilforum Altenhagen, Hagen") == (
        "Stadtteilforum Altenhagen, <mark>Hagen</mark>"
    )


def test_corrected_word_is_marked():
    HilfeangebotFactory(name="Frauenberatung", organisation=OrganisationFactory())
    assert markiert("frauenberatnug", "Frauenberatung") == "<mark>Frauenberatung</mark>"


def test_of_a_situation_only_what_was_done_is_marked():
    lage = Lage(perspektive=Perspektive.BETROFFEN)
    gruppen = [
        Gruppe(("mann", "schlagt"), {("mann",): 0.6, ("schlag",): 0.6}, {"t_1": 1.0}, ist_lage=True),
        Gruppe(("steht",), {("steht",): 1.0}),
    ]
    anfrage = Anfrage("mein mann schlägt mich und steht da", gruppen=gruppen, lage=lage)
    text = "Das Telefon steht Männern bei, die geschlagen werden."
    assert Hervorhebung(anfrage)(text) == (
        "Das Telefon steht Männern bei, die <mark>geschlagen</mark> werden."
    )
