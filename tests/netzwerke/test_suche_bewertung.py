"""How good the search is, by judged queries, and that both databases rank alike."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from netzwerke.suche.bewertung import messen
from netzwerke.suche.bewertung.masse import Beurteilung, ndcg
from tests.rangfolgen import (
    ABSTIMMUNG,
    BEISPIEL,
    DATEN,
    SAMMLUNG,
    WEITERE,
    WENIGE,
    ZWEITE_RUNDE,
    beurteilungen,
    gespeichert,
    rangfolgen,
    sammlung_laden,
    stoerer_laden,
    von_vorn_zaehlen,
)

pytestmark = pytest.mark.django_db


FRAGE = {"id": "q1", "q": "stalking", "rel": {"h15": 3}, "harmful": [], "tags": []}


def eintraege(*abweichungen):
    """JSON of entries that are right but for this."""
    richtig = json.loads((DATEN / SAMMLUNG).read_text(encoding="utf-8"))[0] | {"id": "x1"}
    return json.dumps([richtig | abweichung for abweichung in abweichungen])


@pytest.fixture(scope="module")
def welt(django_db_setup, django_db_blocker):
    """Build a set of entries once for the tests of this module; yields a function that switches between them."""
    with django_db_blocker.unblock():
        yield


def ohne_bleibende_folgen(bauen):
    """Rankings over what ``bauen`` stores; nothing of it stays."""
    with transaction.atomic():
        ergebnis = bauen()
        transaction.set_rollback(True)
    return ergebnis


@pytest.fixture(scope="module")
def allein(welt):
    def bauen():
        sammlung_laden()
        return rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)

    return ohne_bleibende_folgen(bauen)


@pytest.fixture(scope="module")
def beispiel(welt):
    def bauen():
        von_vorn_zaehlen()
        call_command("beispieldaten", verbosity=0)
        return rangfolgen(BEISPIEL)

    return ohne_bleibende_folgen(bauen)


def test_tuning_set_is_answered_well(allein):
    masse = messen(beurteilungen(ABSTIMMUNG), allein)["alle"]
    assert masse.ndcg >= 0.95
    assert (masse.leer, masse.schaden) == (0, 0)


@pytest.mark.parametrize(("datei", "mindestens"), [(WEITERE, 0.84), (ZWEITE_RUNDE, 0.8)])
def test_further_queries_are_answered_well(allein, datei, mindestens):
    masse = messen(beurteilungen(datei), allein)["alle"]
    assert masse.ndcg >= mindestens
    assert (masse.leer, masse.schaden) == (0, 0)


def test_queries_over_the_sample_data_are_answered_well(beispiel):
    fragen = beurteilungen(BEISPIEL)
    assert len(fragen) >= 60
    masse = messen(fragen, beispiel)["alle"]
    assert masse.ndcg >= 0.87
    assert (masse.leer, masse.schaden) == (0, 0)


def test_judged_entries_rank_alike_on_both_databases(allein):
    assert allein == gespeichert("allein")


def test_sample_data_rank_alike_on_both_databases(beispiel):
    assert beispiel == gespeichert("beispiel")


def test_judged_entries_among_synthetic_ones_rank_alike_on_both_databases(welt):
    def bauen():
        sammlung_laden()
        stoerer_laden(*WENIGE)
        return rangfolgen(ABSTIMMUNG, WEITERE, ZWEITE_RUNDE)

    assert ohne_bleibende_folgen(bauen) == gespeichert("mit_wenigen")


def test_suche_bewerten_prints_figures_and_writes_the_rankings(tmp_path, capsys, db):
    ziel = tmp_path / "rangfolge.json"
    call_command("suche_bewerten", DATEN / SAMMLUNG, DATEN / ABSTIMMUNG, run=ziel)
    zeilen = capsys.readouterr().out.splitlines()
    assert zeilen[0].startswith("alle               n= 44  nDCG@10 0.9")
    folgen = json.loads(ziel.read_text(encoding="utf-8"))
    assert len(folgen) == 44
    assert folgen["t13"][:2] == gespeichert("allein")["t13"][:2]


def test_suche_bewerten_refuses_a_database_with_entries(tmp_path, db):
    sammlung_laden()
    with pytest.raises(CommandError, match="enthält schon Einträge"):
        call_command("suche_bewerten", DATEN / SAMMLUNG, DATEN / ABSTIMMUNG)


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        ("[", "kein gültiges JSON"),
        ("{}", "muss eine Liste"),
        ("[]", "Die Liste ist leer"),
        ('[{"id": "x1", "typ": "angebot"}]', "Dem Eintrag x1 fehlt oder falsch ist: name"),
        (eintraege({"themen": None}), "Dem Eintrag x1 fehlt oder falsch ist: themen"),
        (eintraege({"typ": "treffen"}), "Die Art „treffen“ gibt es nicht"),
        (eintraege({"plz": "5813"}), "„5813“ ist keine Postleitzahl"),
        (eintraege({}, {"id": "X1"}), "X1 kommt zweimal vor"),
    ],
)
def test_suche_bewerten_says_what_is_wrong_with_a_file(tmp_path, inhalt, meldung, db):
    datei = tmp_path / "sammlung.json"
    datei.write_text(inhalt, encoding="utf-8")
    with pytest.raises(CommandError, match=meldung):
        call_command("suche_bewerten", datei, DATEN / ABSTIMMUNG)


@pytest.mark.parametrize(
    ("anfrage", "meldung"),
    [
        ({"id": "q1"}, "Der Anfrage q1 fehlt oder falsch ist: q, rel, harmful, tags"),
        (FRAGE | {"rel": ["h15"]}, "Der Anfrage q1 fehlt oder falsch ist: rel"),
        (FRAGE | {"rel": {}}, "Zur Anfrage q1 passt kein Eintrag"),
    ],
)
def test_suche_bewerten_says_what_is_wrong_with_a_query(tmp_path, db, anfrage, meldung):
    datei = tmp_path / "anfragen.json"
    datei.write_text(json.dumps([anfrage]), encoding="utf-8")
    with pytest.raises(CommandError, match=meldung):
        call_command("suche_bewerten", DATEN / SAMMLUNG, datei)


def test_suche_bewerten_names_judged_entries_that_there_are_not(tmp_path, db, capsys):
    datei = tmp_path / "anfragen.json"
    datei.write_text(json.dumps([FRAGE | {"harmful": ["h99"]}]), encoding="utf-8")
    call_command("suche_bewerten", DATEN / SAMMLUNG, datei)
    assert capsys.readouterr().err.strip() == "Beurteilt, aber nicht in der Sammlung: h99"


def test_suche_bewerten_looks_for_the_folder_of_its_result_first(tmp_path, db):
    with pytest.raises(CommandError, match="gibt es nicht"):
        call_command(
            "suche_bewerten", DATEN / SAMMLUNG, DATEN / ABSTIMMUNG, run=tmp_path / "fehlt" / "run.json"
        )


def test_ndcg_of_the_ideal_order_is_one_and_sinks_with_every_swap():
    grade = {"a": 3, "b": 2, "c": 1}
    assert ndcg(grade, ["a", "b", "c"]) == 1
    assert ndcg(grade, ["b", "a", "c"]) < 1
    assert ndcg(grade, ["x", "y"]) == 0


def test_harm_counts_only_the_first_five():
    frage = Beurteilung("q", "", {"a": 3}, frozenset({"h"}))
    assert messen([frage], {"q": ["a", "b", "c", "d", "h"]})["alle"].schaden == 1
    assert messen([frage], {"q": ["a", "b", "c", "d", "e", "h"]})["alle"].schaden == 0
