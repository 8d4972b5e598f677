"""What the search says where words tell of danger, and where there is nothing typed or nothing found."""

import re

import pytest

from netzwerke.enums import Status
from tests.factories import (
    GebietFactory,
    HilfeangebotFactory,
    LebenslageFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    ThemaFactory,
    ZielgruppeFactory,
)
from tests.netzwerke.suchseite import SUCHE, gefunden, linie, rufnummern, suche

pytestmark = pytest.mark.django_db


@pytest.fixture
def linien():
    kinder, frauen = (ZielgruppeFactory(name=name, slug=name.lower()) for name in ("Kinder", "Frauen"))
    gewalt = ThemaFactory(name="Häusliche Gewalt", slug="haeusliche-gewalt")
    seele = ThemaFactory(name="Seelische Krise", slug="seelische-krise")
    schutz = ThemaFactory(name="Kinderschutz", slug="kinderschutz")
    linie("Notruf der Polizei", "110", gewalt, rund_um_die_uhr=True)
    linie("Zu dieser Stunde geschlossen", "0800 1111111", gewalt, seele, oeffnungszeiten="Mo-Su 03:00-03:05")
    linie("Hilfe für Frauen", "116 016", gewalt, zielgruppen=[frauen], rund_um_die_uhr=True)
    linie("Offenes Ohr", "116 123", seele, rund_um_die_uhr=True)
    linie("Nummer für Kinder", "116 111", schutz, seele, zielgruppen=[kinder])


def titel(antwort):
    treffer = re.search(r'<h2 id="beistand-titel">\s*(.*?)\s*</h2>', antwort.content.decode(), re.DOTALL)
    return treffer and treffer[1]


def test_danger_puts_the_emergency_numbers_above_all_hits(client, linien, uhr):
    antwort = suche(client, "er steht vor der tür")
    assert titel(antwort) == "Sind Sie gerade in Gefahr?"
    assert rufnummern(antwort)[:3] == ["110", "112", "116016"]
    assert [linie.name for linie in antwort.context["beistand"].linien] == [
        "Hilfe für Frauen",
        "Zu dieser Stunde geschlossen",
    ]


def test_suicide_puts_those_who_listen_above_all_hits(client, linien, uhr):
    antwort = suche(client, "ich will nicht mehr leben")
    assert titel(antwort) == "Sie können jetzt mit jemandem sprechen"
    assert rufnummern(antwort)[0] == "116123"
    assert {"110", "112"} <= set(rufnummern(antwort))


def test_child_is_led_to_the_line_for_children_and_addressed_with_du(client, linien, uhr):
    antwort = suche(client, "papa schlägt mich")
    assert titel(antwort) == "Du kannst mit jemandem sprechen"
    assert rufnummern(antwort)[0] == "116111"
    block = antwort.content.decode().partition('class="beistand')[2].partition("</section>")[0]
    assert not re.search(r"\b(Sie|Ihnen|Ihr)\b", block)


def test_child_in_danger_calls_the_police_first(client, linien, uhr):
    antwort = suche(client, "papa schlägt mich gerade")
    assert titel(antwort) == "Bist du gerade in Gefahr?"
    assert rufnummern(antwort)[:3] == ["110", "112", "116111"]


def test_who_notices_danger_is_not_asked_about_themselves(client, linien, uhr):
    assert titel(suche(client, "nachbar schlägt gerade seine kinder")) == "Ist gerade jemand in Gefahr?"


@pytest.mark.parametrize("worte", ["beratung", "mein mann schlägt mich", "netzwerk hagen"])
def test_block_stands_only_where_somebody_is_in_danger(client, linien, worte):
    assert titel(suche(client, worte)) is None


def test_danger_names_the_emergency_numbers_without_any_entry(client):
    assert rufnummern(suche(client, "er steht vor der tür"))[:2] == ["110", "112"]


# --- nothing typed, nothing found -------------------------------------------------------------------


def test_empty_page_explains_and_offers_situations(client, stalking):
    LebenslageFactory(frage="Ich bin betroffen")
    antwort = client.get(SUCHE)
    text = antwort.content.decode()
    assert "So können Sie suchen" in text
    assert '<a href="?q=Stalking">Stalking</a>' in text
    assert "Ich bin betroffen" in text
    assert 'href="/netzwerke/"' in text
    assert text.count('role="search"') == 1


def test_examples_of_the_empty_page_find_something(client, stalking):
    HilfeangebotFactory(themen=[stalking])
    SozialraumGebietFactory(sozialraum=SozialraumFactory(name="Haspe"))
    for _art, beispiel in client.get(SUCHE).context["beispiele"]:
        assert suche(client, beispiel).status_code == 200


def test_long_queries_are_cut_in_the_sentence_but_not_in_the_box(client):
    worte = "zzyzxq " * 20
    antwort = suche(client, worte)
    assert len(antwort.context["treffer_satz"]) < 110
    assert f'value="{worte.strip()}"' in antwort.content.decode()


def test_themes_offered_have_offers(client, stalking):
    leer, darueber = ThemaFactory(name="Leer"), ThemaFactory(name="Gewalt", slug="gewalt")
    HilfeangebotFactory(themen=[ThemaFactory(name="Unterthema", oberthema=darueber)])
    HilfeangebotFactory(status=Status.ENTWURF, themen=[leer])
    assert list(suche(client, "zzyzxq").context["themen"]) == [darueber]


@pytest.mark.parametrize("worte", ["zzyzxq", "???", "\x00", "%", "<", "a" * 5000])
def test_no_hit_is_no_dead_end(client, worte):
    LebenslageFactory(frage="Ich bin betroffen")
    linie("Hilfe für alle", "116 016", ThemaFactory(name="Gewalt", slug="gewalt"))
    antwort = suche(client, worte)
    text = antwort.content.decode()
    if antwort.context["suchworte"]:
        assert antwort.context["treffer_satz"].startswith("Nichts gefunden für")
        assert '?thema=gewalt"' in text
        assert "116016" in rufnummern(antwort)
    assert antwort.status_code == 200
    assert "Ich bin betroffen" in text


def test_filters_that_leave_nothing_are_the_first_way_on(client, stalking):
    HilfeangebotFactory(name="Lotsenstelle")
    antwort = suche(client, "Lotsenstelle", thema="stalking")
    assert gefunden(antwort) == {}
    assert antwort.context["auswege"] == [("Ohne „Thema: Stalking“", "?q=Lotsenstelle", 1)]


def test_larger_area_is_a_way_on(client, stadt):
    dorf = GebietFactory(
        name="Dorf", gemeinde=True, oberhalb=GebietFactory(kreis=True, oberhalb=stadt.oberhalb)
    )
    HilfeangebotFactory(name="Lotsenstelle", gebiete=[dorf])
    antwort = suche(client, "Lotsenstelle", gebiet=stadt.slug)
    wege = [
        ("Ohne „Gebiet: Hagen“", "?q=Lotsenstelle", 1),
        ("In Westfalen suchen", "?q=Lotsenstelle&gebiet=westfalen", 1),
    ]
    assert antwort.context["auswege"] == wege


@pytest.mark.parametrize("liste", ["/hilfe/", "/organisationen/", "/netzwerke/", "/sozialraeume/"])
def test_emergency_numbers_stand_above_every_list_that_is_searched(client, linien, uhr, liste):
    antwort = client.get(liste, {"q": "er steht vor der tür"})
    assert titel(antwort) == "Sind Sie gerade in Gefahr?"
    assert rufnummern(antwort)[:2] == ["110", "112"]
    assert titel(client.get(liste, {"q": "beratung"})) is None


def test_who_might_hurt_somebody_is_asked_to_get_help_first(client, linien, uhr):
    assert titel(suche(client, "ich will meine frau umbringen")) == "Holen Sie Hilfe, bevor etwas passiert"
