"""Several people write at the same time; the index is right all the same, and nobody is turned away."""

from threading import Barrier, Event, Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections

from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Standort, Suchdokument, Suchform
from netzwerke.suche import aufbau
from netzwerke.suche.pflege import gebuendelt
from tests import factories as f
from tests.netzwerke.suchwelt import suchwelt, unterschiede

pytestmark = pytest.mark.django_db(transaction=True)

#: Seconds to wait for the other one, who may himself be waiting for the database.
GEDULD = 1
MAL = 6


@pytest.fixture
def inhalt(tmp_path):
    """Entries that threads can reach: SQLite's database in memory has one connection, so they get a copy."""
    zeilen, bisher = suchwelt(), connections.settings["default"]
    if connection.vendor == "sqlite":
        kopie = str(tmp_path / "kopie.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [kopie])
        connections.settings["default"] = {**bisher, "NAME": kopie}
    yield zeilen
    connections.settings["default"] = bisher


def gleichzeitig(*aufgaben):
    """Do all tasks in threads of their own; raise what one of them raised, return what they returned."""
    ergebnisse, fehler = [None] * len(aufgaben), []

    def lauf(stelle, aufgabe):
        try:
            ergebnisse[stelle] = aufgabe()
        except Exception as grund:  # noqa: BLE001
            fehler.append(grund)
        finally:
            connections.close_all()

    faeden = [Thread(target=lauf, args=paar) for paar in enumerate(aufgaben)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    if fehler:
        raise fehler[0]
    return ergebnisse


def stimmt():
    return gleichzeitig(unterschiede) == [[]]


def umbenennen(model, pk, name):
    zeile = model.objects.get(pk=pk)
    zeile.name = name
    zeile.save()


def test_different_entries_are_saved_at_the_same_time(inhalt):
    """All share words, which are counted in the same rows."""
    start = Barrier(2)

    def schreiber(*zeilen):
        def schreiben():
            start.wait()
            for mal in range(MAL):
                with gebuendelt():
                    for model, pk in zeilen:
                        umbenennen(model, pk, f"Gemeinsame Worte {mal} Beratung Hilfe")

        return schreiben

    links = ((Netzwerk, inhalt["netzwerk"].pk), (Organisation, inhalt["organisation"].pk))
    rechts = ((Hilfeangebot, inhalt["hilfeangebot"].pk), (Organisation, inhalt["traeger"].pk))
    gleichzeitig(schreiber(*links), schreiber(*reversed(rechts)))
    assert stimmt()


def test_single_saves_of_different_entries_do_not_block_each_other(inhalt):
    start = Barrier(3)

    def schreiber(model, pk):
        def schreiben():
            start.wait()
            for mal in range(MAL):
                umbenennen(model, pk, f"Gemeinsame Worte {mal} Beratung Hilfe")

        return schreiben

    zeilen = (inhalt[name] for name in ("netzwerk", "hilfeangebot", "thema"))
    gleichzeitig(*(schreiber(type(zeile), zeile.pk) for zeile in zeilen))
    assert stimmt()


def nacheinander(zuerst, unterdessen):
    """``unterdessen`` begins and as a rule ends while the changes of ``zuerst`` are not yet visible to it."""
    geaendert, fertig = Event(), Event()

    def erster():
        with gebuendelt():
            zuerst()
            geaendert.set()
            fertig.wait(GEDULD)

    def zweiter():
        geaendert.wait()
        unterdessen()
        fertig.set()

    gleichzeitig(erster, zweiter)


def test_two_changes_of_one_document_are_both_in_it(inhalt):
    """Each sees only its own change until the other is stored: whoever is last has to see both."""
    angebot, stelle = inhalt["hilfeangebot"].pk, inhalt["organisation"].pk
    nacheinander(
        lambda: umbenennen(Organisation, stelle, "Kanarienverein"),
        lambda: Hilfeangebot.objects.get(pk=angebot).themen.clear(),
    )
    assert stimmt()


def test_row_that_is_connected_while_it_changes_is_found(inhalt):
    angebot, standort = inhalt["hilfeangebot"].pk, inhalt["standort"].pk
    gleichzeitig(lambda: Hilfeangebot.objects.get(pk=angebot).standorte.clear())

    def umziehen():
        zeile = Standort.objects.get(pk=standort)
        zeile.plz = "99999"
        zeile.save()

    nacheinander(umziehen, lambda: Hilfeangebot.objects.get(pk=angebot).standorte.add(standort))
    assert stimmt()


def test_index_is_built_while_others_write(inhalt, monkeypatch):
    monkeypatch.setattr(aufbau, "STAPEL", 1)
    start = Barrier(2)

    def bauen():
        start.wait()
        aufbau.neu(lambda *meldung: None)

    def schreiben():
        start.wait()
        for mal in range(MAL):
            umbenennen(Netzwerk, inhalt["netzwerk"].pk, f"Unterdessen {mal}")
            umbenennen(Organisation, inhalt["organisation"].pk, f"Unterdessen {mal}")

    gleichzeitig(bauen, schreiben)
    assert stimmt()


def test_index_is_checked_and_built_outside_of_a_transaction(inhalt):
    Netzwerk.objects.update(name="Kanari")
    assert unterschiede() != []
    call_command("suchindex", "neu", verbosity=0)
    assert unterschiede() == []
    assert not connection.in_atomic_block
    assert Suchform.objects.get(form="kanari").anzahl == 2


def test_emptied_database_has_an_empty_index():
    """`flush` does not know the full-text table, and runs after every test that commits."""
    f.NetzwerkFactory(name="Kanari")
    call_command("flush", interactive=False, verbosity=0)
    assert not Suchdokument.objects.exists()
    assert unterschiede() == []
    f.NetzwerkFactory(name="Uhu")
    assert unterschiede() == []
