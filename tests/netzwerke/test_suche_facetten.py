"""Counts of the search page: what each option leaves, against a recount by hand."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.models import Suchdokument
from netzwerke.sprache import stamm
from netzwerke.suche import ablage, facetten
from netzwerke.suche.dokument import Dokument, sprachzeichen
from netzwerke.suche.entfernung import im_umkreis
from netzwerke.suche.facetten import Einschraenkung, facette, zaehlen
from netzwerke.suche.menge import Treffermenge

pytestmark = pytest.mark.django_db

WORTE = ["haus", "hof", "garten"]
HAGEN = (51.36, 7.47)


def einer_von(*werte):
    return st.sets(st.sampled_from(werte))


dokumente = st.lists(
    st.builds(
        dict,
        art=st.sampled_from([1, 2, 3, 4, 5]),
        namen=einer_von(*WORTE).map(sorted),
        themen=einer_von(1, 2, 3),
        zielgruppen=einer_von(1, 2),
        sprachen=einer_von("tr", "de", "de-simple"),
        eigenschaften=einer_von("anonym", "kostenlos", "stufenlos", "immer"),
        bundesweit=st.booleans(),
        bereich=einer_von(1, 2),
        punkte=st.sampled_from([[], [HAGEN], [(52.5, 13.4)], [(52.5, 13.4), HAGEN]]),
    ),
    max_size=30,
)
worte = st.lists(st.lists(st.sampled_from(WORTE), min_size=1, unique=True), max_size=2)
merkmale = st.fixed_dictionaries(
    {},
    optional={
        "a_": st.sampled_from(["a_1", "a_2", "a_5"]),
        "t_": st.sampled_from(["t_1", "t_2", "t_9"]),
        "z_": st.sampled_from(["z_1", "z_2"]),
        "l_": st.sampled_from(["l_tr", "l_de", "l_de_simple"]),
        "m_anonym": st.just("m_anonym"),
        "m_kostenlos": st.just("m_kostenlos"),
    },
)


def ablegen(angaben):
    ablage.leeren()
    eintraege = count(1)
    ablage.ersetzen(
        Suchdokument.objects.none(), [Dokument(eintrag_id=next(eintraege), **einer) for einer in angaben]
    )


def zeichen(angaben):
    """The tokens of a document that are counted."""
    return {
        f"a_{angaben['art']}",
        *(f"t_{pk}" for pk in angaben["themen"]),
        *(f"z_{pk}" for pk in angaben["zielgruppen"]),
        *(f"l_{sprachzeichen(code)}" for code in angaben["sprachen"]),
        *(f"m_{name}" for name in angaben["eigenschaften"]),
    }


def passt(angaben, gruppen, gebiet, umkreis):
    return (
        angaben["art"] != 5
        and all(set(gruppe) & set(angaben["namen"]) for gruppe in gruppen)
        and (not gebiet or gebiet in angaben["bereich"])
        and (not umkreis or HAGEN in angaben["punkte"])
    )


def von_hand(angaben, gruppen, gebiet, umkreis, filter_):
    """(total, number by token), counted one by one and option by option."""
    grund = [zeichen(einer) for einer in angaben if passt(einer, gruppen, gebiet, umkreis)]
    zahlen = {}
    for token in set().union(*grund):
        andere = {merkmal for name, merkmal in filter_.items() if name != facette(token)}
        if anzahl := sum(token in einer and andere <= einer for einer in grund):
            zahlen[token] = anzahl
    return sum(set(filter_.values()) <= einer for einer in grund), zahlen


def menge(gruppen):
    return Treffermenge(tuple(tuple((stamm(wort),) for wort in gruppe) for gruppe in gruppen))


def gezaehlt(gruppen, gebiet, umkreis, filter_):
    ort = (((f"g_{gebiet}",),),) if gebiet else ()
    zusatz = {"zusatz": im_umkreis(*HAGEN, 10)} if umkreis else {}
    return zaehlen(menge(gruppen), Einschraenkung(filter_, ort, **zusatz))


@settings(deadline=None)
@given(dokumente, worte, st.sampled_from([None, 1, 2]), st.booleans(), merkmale)
def test_every_count_is_what_choosing_the_option_leaves(angaben, gruppen, gebiet, umkreis, filter_):
    ablegen(angaben)
    zaehlung = gezaehlt(gruppen, gebiet, umkreis, filter_)
    gesamt, zahlen = von_hand(angaben, gruppen, gebiet, umkreis, filter_)
    assert (zaehlung.gesamt, zaehlung.geschaetzt, dict(zaehlung.zahlen)) == (gesamt, False, zahlen)


@settings(deadline=None, max_examples=50)
@given(dokumente, worte, merkmale)
def test_small_sets_stay_exact_where_words_are_frequent(angaben, gruppen, filter_):
    """A sample first says whether there are too many documents to count them."""
    ablegen(angaben)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facetten, "OHNE_PROBE_BIS", 0)
        zaehlung = gezaehlt(gruppen, None, False, filter_)
    gesamt, zahlen = von_hand(angaben, gruppen, None, False, filter_)
    assert (zaehlung.gesamt, zaehlung.geschaetzt, dict(zaehlung.zahlen)) == (gesamt, False, zahlen)


def viele(anzahl, **werte):
    """Documents of which every fourth is in Turkish, and one in Farsi."""
    grund = {"art": 1, "namen": ["haus"], "themen": [1], **werte}
    for nummer in range(anzahl):
        sprachen = ["fa"] if nummer == 1 else ["tr"] if nummer % 4 == 0 else ["de"]
        yield {**grund, "sprachen": sprachen}


@pytest.fixture
def kleine_stichprobe(monkeypatch):
    for name, wert in (
        ("GENAU_BIS", 100),
        ("OHNE_PROBE_BIS", 100),
        ("STICHPROBE", 100),
        ("STICHPROBE_HOECHSTENS", 400),
    ):
        monkeypatch.setattr(facetten, name, wert)


def test_many_documents_are_estimated_from_a_sample(kleine_stichprobe):
    ablegen(viele(1600))
    zaehlung = gezaehlt([["haus"]], None, False, {})
    assert zaehlung.geschaetzt
    assert zaehlung.ist_geschaetzt("l_tr")
    assert zaehlung.gesamt == pytest.approx(1600, rel=0.15)
    assert zaehlung.zahl("l_tr") == pytest.approx(400, rel=0.3)
    assert zaehlung.zahl("t_1") == zaehlung.gesamt
    # Two digits: more would pretend to be exact.
    assert zaehlung.gesamt % 100 == 0


def test_what_is_rare_is_offered_though_the_sample_lacks_it(kleine_stichprobe):
    ablegen(viele(1600))
    assert gezaehlt([["haus"]], None, False, {}).zahlen["l_fa"] in {0, 8, 16}
    ablegen([*viele(1600), {"art": 1, "namen": ["hof"], "sprachen": ["ur"]}])
    assert gezaehlt([["haus"]], None, False, {}).zahlen["l_ur"] == 0


def test_a_small_part_of_a_large_set_is_counted_exactly(kleine_stichprobe):
    ablegen([*viele(1600), *({"art": 2, "namen": ["haus"], "themen": [2]} for _ in range(30))])
    zaehlung = gezaehlt([["haus"]], None, False, {"t_": "t_2"})
    assert (zaehlung.gesamt, zaehlung.geschaetzt) == (30, False)
    assert (zaehlung.zahl("a_2"), zaehlung.ist_geschaetzt("a_2")) == (30, False)
    assert (zaehlung.zahl("t_2") > 0, zaehlung.ist_geschaetzt("t_1")) == (True, True)
    assert zaehlung.zahl("t_1") == pytest.approx(1600, rel=0.15)


def test_one_statement_counts_everything(django_assert_num_queries, kleine_stichprobe):
    ablegen(viele(50))
    with django_assert_num_queries(2) as abfragen:
        gezaehlt([["haus"]], None, False, {"l_": "l_tr", "t_": "t_1"})
    assert "netzwerke_suchwort" in abfragen[0]["sql"]
    ablegen(viele(1600))
    with django_assert_num_queries(3) as abfragen:
        gezaehlt([["haus"]], None, False, {"l_": "l_tr", "t_": "t_1"})
    assert ["netzwerke_suchwort" in abfrage["sql"] for abfrage in abfragen] == [True, False, True]


def test_nothing_found_has_nothing_to_count(django_assert_num_queries):
    with django_assert_num_queries(0):
        zaehlung = zaehlen(None, Einschraenkung())
    assert (zaehlung.gesamt, zaehlung.je("t_")) == (0, {})


def test_counts_by_sign():
    ablegen([{"art": 1, "namen": ["haus"], "themen": [3]}, {"art": 2, "namen": ["haus"], "themen": [3, 4]}])
    zaehlung = gezaehlt([["haus"]], None, False, {})
    assert (zaehlung.je("a_"), zaehlung.je("t_")) == ({"1": 1, "2": 1}, {"3": 2, "4": 1})
