"""The preview of everyday words in the form of a theme: what is found now, what would be, and what to think about."""

import pytest
from django.contrib.auth.models import Permission

from netzwerke.models import Thema
from tests.factories import HilfeangebotFactory, OrganisationFactory, ThemaFactory, UserFactory
from tests.verwaltung import adresse, formular

pytestmark = pytest.mark.django_db


@pytest.fixture
def verwaltung(client):
    client.force_login(UserFactory(verwaltung=True))
    return client


@pytest.fixture
def stalking():
    thema = ThemaFactory(slug="stalking", name="Stalking", suchworte="mein Ex verfolgt mich")
    HilfeangebotFactory(name="Fachstelle Nachstellung", themen=[thema])
    return thema


@pytest.fixture
def gewalt():
    return ThemaFactory(
        slug="haeusliche-gewalt", name="Häusliche Gewalt", suchworte="mein Mann schlägt mich\nGewalt zu Hause"
    )


@pytest.fixture
def taeterarbeit():
    return ThemaFactory(slug="taeterarbeit", name="Täterarbeit", suchworte="ich schlage meine Frau")


def vorschau(client, thema, *zeilen, **werte):
    """Press "Vorschau" after adding lines to what the theme has."""
    url = adresse(Thema, "change", thema.pk)
    daten = formular(client, url)
    daten["suchworte"] = "\n".join([daten["suchworte"], *zeilen])
    return client.post(url, {**daten, "_vorschau": "Vorschau", **werte})


def seiten(antwort):
    """Each query with the offers found now and then."""

    def angebote(seite):
        return [treffer.name for treffer in seite.treffer if treffer.artname == "Hilfeangebot"]

    return {v.frage: (angebote(v.jetzt), angebote(v.dann)) for v in antwort.context["vorschau"].vergleiche}


def hinweise(antwort):
    return [(hinweis.zeile, hinweis.text) for hinweis in antwort.context["vorschau"].hinweise]


# --- finds now, would find ------------------------------------------------------------------------


def test_new_lines_are_tried_by_themselves(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking, "er schleicht herum", "mein ex  verfolgt mich")
    assert seiten(antwort) == {
        "er schleicht herum": ([], ["Fachstelle Nachstellung"]),
        "mein ex  verfolgt mich": (["Fachstelle Nachstellung"], ["Fachstelle Nachstellung"]),
    }
    assert "Fachstelle Nachstellung" in antwort.text


def test_another_query_can_be_tried(verwaltung, stalking):
    antwort = vorschau(
        verwaltung, stalking, "er schleicht herum", probe="wer schleicht da herum und was hilft"
    )
    assert list(seiten(antwort).values()) == [([], ["Fachstelle Nachstellung"])]
    assert 'value="wer schleicht da herum und was hilft"' in antwort.text


def test_what_is_new_and_what_falls_away_is_marked(verwaltung, stalking):
    OrganisationFactory(name="Schleichweg")
    (vergleich,) = vorschau(verwaltung, stalking, "Schleichweg").context["vorschau"].vergleiche
    assert [(t.name, t.anders) for t in vergleich.jetzt.treffer] == [("Schleichweg", False)]
    assert ("Fachstelle Nachstellung", True) in [(t.name, t.anders) for t in vergleich.dann.treffer]
    assert (vergleich.jetzt.themen, vergleich.dann.themen) == ([], ["Stalking"])


def test_without_new_lines_and_query_nothing_is_tried(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking)
    assert seiten(antwort) == {}
    assert "Es gibt keine neuen Zeilen." in antwort.text


def test_many_new_lines_are_tried_in_part(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking, *(f"sonderwort{nummer}x" for nummer in range(7)))
    assert len(seiten(antwort)) == 5
    assert "Ausprobiert sind die ersten 5 von 7 neuen Zeilen." in antwort.text


def test_preview_saves_nothing_and_keeps_what_was_entered(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking, "er schleicht herum", name="Anders", reihenfolge="7")
    assert antwort.status_code == 200
    form = antwort.context["adminform"].form
    assert [form[feld].value() for feld in ("name", "reihenfolge", "suchworte")] == [
        "Anders", "7", "mein Ex verfolgt mich\ner schleicht herum",
    ]  # fmt: skip
    assert not antwort.context["errors"]
    stalking.refresh_from_db()
    assert (stalking.name, stalking.suchworte) == ("Stalking", "mein Ex verfolgt mich")
    verwaltung.post(adresse(Thema, "change", stalking.pk), {**formular_nach(antwort), "_continue": "1"})
    stalking.refresh_from_db()
    assert (stalking.name, stalking.suchworte) == ("Anders", "mein Ex verfolgt mich\ner schleicht herum")


def formular_nach(antwort):
    return {feld.html_name: feld.value() or "" for feld in antwort.context["adminform"].form}


def test_mistakes_are_told_beside_the_preview(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking, "er schleicht herum", name="")
    assert antwort.context["errors"]
    assert seiten(antwort)["er schleicht herum"] == ([], ["Fachstelle Nachstellung"])


def test_new_theme_can_be_tried_before_it_exists(verwaltung, stalking):
    url = adresse(Thema, "add")
    daten = {**formular(verwaltung, url), "name": "Neu", "slug": "neu", "suchworte": "mein Ex verfolgt mich"}
    antwort = verwaltung.post(url, {**daten, "_vorschau": "Vorschau"})
    assert hinweise(antwort) == [
        ("mein Ex verfolgt mich", "Diese Worte führen auch zu einem anderen Thema: Stalking.")
    ]
    assert Thema.objects.count() == 1


# --- what to think about --------------------------------------------------------------------------


def test_line_of_another_theme_is_named(verwaltung, stalking, gewalt):
    assert hinweise(vorschau(verwaltung, stalking, "Gewalt zu Hause", "er lauert mir auf")) == [
        ("Gewalt zu Hause", "Diese Worte führen auch zu einem anderen Thema: Häusliche Gewalt.")
    ]


def test_name_of_another_theme_is_named(verwaltung, stalking, gewalt):
    assert hinweise(vorschau(verwaltung, stalking, "häusliche Gewalt")) == [
        ("häusliche Gewalt", "So heißt ein anderes Thema. Beide gelten dann als dasselbe: Häusliche Gewalt.")
    ]


@pytest.mark.parametrize("zeile", ["ich und du", "Hilfe", "wo finde ich Beratung", "!"])
def test_line_that_says_nothing_is_named(verwaltung, stalking, zeile):
    ((genannt, text),) = hinweise(vorschau(verwaltung, stalking, zeile))
    assert (genannt, text[:34]) == (zeile, "Das sagt nichts über ein Thema: Di")


def test_line_that_stands_in_many_entries_of_other_themes_is_named(verwaltung, stalking):
    OrganisationFactory.create_batch(12, name="Sprechstunde")
    assert hinweise(vorschau(verwaltung, stalking, "Sprechstunde", "Fachstelle")) == [
        (
            "Sprechstunde",
            "Zu allgemein: Diese Worte stehen in 12 von 14 Einträgen, die nicht zu diesem Thema gehören.",
        )
    ]


@pytest.mark.parametrize(
    ("zeile", "anfang"),
    [
        ("mein Freund schlägt mich", "So sprechen Betroffene."),
        ("schlägt", "Das sagen auch Betroffene, zum Beispiel: „mein Mann schlägt mich“."),
    ],
)
def test_words_of_affected_people_at_work_with_perpetrators_are_named(
    verwaltung, gewalt, taeterarbeit, zeile, anfang
):
    texte = [
        text for genannt, text in hinweise(vorschau(verwaltung, taeterarbeit, zeile)) if genannt == zeile
    ]
    assert [text for text in texte if text.startswith(anfang) and "zur Arbeit mit Täter*innen" in text]


@pytest.mark.parametrize(
    ("zeile", "anfang"),
    [
        ("ich schlage meinen Freund", "So spricht, wer selbst Gewalt ausübt."),
        ("schlage", "Das sagt auch, wer selbst Gewalt ausübt, zum Beispiel: „ich schlage meine Frau“."),
    ],
)
def test_words_of_those_who_use_violence_at_other_themes_are_named(
    verwaltung, gewalt, taeterarbeit, zeile, anfang
):
    texte = [text for genannt, text in hinweise(vorschau(verwaltung, gewalt, zeile)) if genannt == zeile]
    assert [text for text in texte if text.startswith(anfang)]


def test_unsuspicious_lines_are_said_to_be(verwaltung, stalking):
    assert (
        "An den neuen Zeilen ist nichts auffällig." in vorschau(verwaltung, stalking, "lauert mir auf").text
    )


def test_markup_in_lines_stays_text(verwaltung, stalking):
    antwort = vorschau(verwaltung, stalking, "<b>fett</b>", probe="<i>schräg</i>")
    assert "<b>fett" not in antwort.text
    assert "<i>schräg" not in antwort.text


# --- who may --------------------------------------------------------------------------------------


def konto(*rechte):
    konto = UserFactory(is_staff=True)
    konto.user_permissions.set(Permission.objects.filter(codename__in=rechte))
    return konto


def test_only_those_who_may_change_a_theme_get_a_preview(client, stalking):
    url = adresse(Thema, "change", stalking.pk)
    assert client.post(url, {"_vorschau": "1"}).status_code == 302
    client.force_login(konto("view_thema"))
    assert client.post(url, {"_vorschau": "1"}).status_code == 403
    assert "Vorschau" not in client.get(url).text
    client.force_login(konto("view_thema", "change_thema"))
    assert "Vorschau der Alltagsworte" in client.get(url).text
    assert "er schleicht herum" in seiten(vorschau(client, stalking, "er schleicht herum"))
