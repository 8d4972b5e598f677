"""``manage.py suchindex`` builds the index, goes on where it was cut off, and tells what differs."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from netzwerke.models import (
    Netzwerk,
    Organisation,
    Suchdokument,
    Suchform,
    Suchpunkt,
    Suchstand,
    Suchtext,
    Suchwort,
)
from netzwerke.suche import ablage, aufbau
from netzwerke.suche.volltext import volltext
from tests import factories as f
from tests.netzwerke.suchwelt import suchwelt, unterschiede

pytestmark = pytest.mark.django_db


def suchindex(*befehl):
    """Run the command; return its lines and its error."""
    ausgabe, fehler = StringIO(), ""
    try:
        call_command("suchindex", *befehl, stdout=ausgabe)
    except CommandError as grund:
        fehler = str(grund)
    return ausgabe.getvalue().splitlines(), fehler


@pytest.fixture
def inhalt():
    return suchwelt()


@pytest.fixture
def kleine_stapel(monkeypatch):
    monkeypatch.setattr(aufbau, "STAPEL", 2)
    monkeypatch.setattr(aufbau, "PAUSE", 0)


def stand():
    """All that the index holds."""
    zeilen = {
        model: list(model.objects.order_by("pk").values()) for model in (Suchdokument, Suchtext, Suchwort)
    }
    zeilen[Suchform] = list(Suchform.objects.order_by("pk").values())
    zeilen[Suchpunkt] = sorted(Suchpunkt.objects.values_list("dokument", "breite", "laenge"))
    return zeilen


FERTIG = [
    "Suchindex, Hilfeangebote: 1 von 1",
    "Suchindex, Netzwerke: 2 von 2",
    "Suchindex, Organisationen: 2 von 2",
    "Suchindex, Sozialräume: 2 von 2",
    "Suchindex, Angebote für Fachkräfte: 1 von 1",
]


# --- building -------------------------------------------------------------------------------------


def test_index_is_built_from_nothing(inhalt):
    vorher = stand()
    ablage.leeren()
    assert suchindex("pruefen")[1].startswith("8 Abweichungen")
    assert suchindex("neu") == (FERTIG, "")
    assert stand() == vorher
    assert suchindex("pruefen") == (["Der Suchindex stimmt mit den Einträgen überein."], "")


def test_index_that_is_right_is_left_alone(inhalt):
    vorher, punkte = stand(), list(Suchpunkt.objects.values())
    assert suchindex("neu") == (FERTIG, "")
    assert (stand(), list(Suchpunkt.objects.values())) == (vorher, punkte)
    assert not Suchstand.objects.filter(pk=aufbau.FORTSCHRITT).exists()


def test_empty_directory_has_an_empty_index():
    assert suchindex("neu")[1] == ""
    assert suchindex("pruefen")[1] == ""
    assert not Suchdokument.objects.exists()


def test_building_in_portions_makes_the_same(inhalt, kleine_stapel):
    f.NetzwerkFactory.create_batch(3)
    vorher = stand()
    ablage.leeren()
    zeilen, fehler = suchindex("neu")
    assert (zeilen[1], fehler) == ("Suchindex, Netzwerke: 5 von 5", "")
    assert stand() == vorher


class Abbruch(BaseException):
    """As a signal ends the process."""


@pytest.fixture
def abbruch(monkeypatch):
    """Cut the building off before its n-th portion; counts the portions in ``stapel``."""
    ersetzen, stapel = ablage.ersetzen, []

    def setzen(nach):
        def gezaehlt(*args):
            if len(stapel) == nach:
                raise Abbruch
            stapel.append(nach)
            return ersetzen(*args)

        stapel.clear()
        monkeypatch.setattr(ablage, "ersetzen", gezaehlt)
        return stapel

    return setzen


def abgebrochen(*befehl):
    with pytest.raises(Abbruch), transaction.atomic():
        suchindex(*befehl)


@pytest.mark.parametrize("nach", range(12))
def test_building_goes_on_where_it_was_cut_off(inhalt, kleine_stapel, abbruch, monkeypatch, nach):
    f.NetzwerkFactory.create_batch(3)
    vorher = stand()
    ablage.leeren()
    alle = len(_ganz(abbruch))
    ablage.leeren()
    stapel = abbruch(nach)
    try:
        suchindex("neu")
    except Abbruch:
        assert Suchstand.objects.filter(pk=aufbau.FORTSCHRITT).exists() == (nach > 0)
    fertig = len(stapel)
    stapel = abbruch(None)
    assert suchindex("neu")[1] == ""
    # What was done is not done again; after the last portion only what no entry stands behind is looked for.
    assert len(stapel) == alle - fertig if fertig < alle else alle
    assert stand() == vorher
    assert not Suchstand.objects.filter(pk=aufbau.FORTSCHRITT).exists()


def _ganz(abbruch):
    stapel = abbruch(None)
    suchindex("neu")
    return list(stapel)


def test_building_begins_anew_on_another_day(inhalt, kleine_stapel):
    Suchstand.objects.create(name=aufbau.FORTSCHRITT, wert="2020-01-01 99 99")
    ablage.leeren()
    assert suchindex("neu") == (FERTIG, "")
    assert unterschiede() == []


def test_others_write_while_the_index_is_built(inhalt, kleine_stapel):
    """Between two portions entries are added, changed, hidden and deleted, before and behind the place reached."""
    netze = f.NetzwerkFactory.create_batch(6)
    ablage.leeren()

    def dazwischen(was, fertig, gesamt):
        if "Netzwerke" in was and fertig == 4:
            for netz in (netze[0], netze[4]):
                netz.name = "Unterdessen geändert"
                netz.save()
            netze[1].delete()
            netze[5].delete()
            f.NetzwerkFactory(name="Unterdessen angelegt")
            f.HilfeangebotFactory(name="Nachzüglerin")
        if "Organisationen" in was:
            inhalt["organisation"].status = "entwurf"
            inhalt["organisation"].save()

    aufbau.neu(dazwischen)
    assert unterschiede() == []
    assert Suchform.objects.get(form="unterdessen").anzahl == 3


def test_many_entries_at_once_make_the_same(inhalt, monkeypatch):
    vorher = stand()
    ablage.leeren()
    monkeypatch.setattr(aufbau, "WENIG", 0)
    suchindex("neu")
    assert (stand(), unterschiede()) == (vorher, [])


def test_tree_that_was_felled_is_missed_and_planted(inhalt):
    volltext().baum_faellen(connection.cursor())
    # SQLite has none to lose.
    assert (unterschiede() != []) == (connection.vendor == "postgresql")
    suchindex("neu")
    assert unterschiede() == []


def test_tree_is_planted_even_if_the_writing_fails(inhalt, monkeypatch):
    monkeypatch.setattr(aufbau, "WENIG", 0)
    with pytest.raises(ValueError, match="mittendrin"), aufbau.massenhaft(1000):
        raise ValueError("mittendrin")
    assert unterschiede() == []


# --- only where there is none ---------------------------------------------------------------------


def test_index_is_built_where_there_is_none(inhalt):
    ablage.leeren()
    assert suchindex("neu", "--wenn-leer") == (FERTIG, "")
    assert unterschiede() == []


def test_index_that_exists_is_not_built_again(inhalt):
    Suchwort.objects.filter(token="frau").update(anzahl=99)
    assert suchindex("neu", "--wenn-leer") == ([], "")
    assert Suchwort.objects.get(token="frau").anzahl == 99


def test_nothing_is_built_where_there_are_no_entries():
    assert suchindex("neu", "--wenn-leer") == ([], "")


def test_building_that_was_cut_off_goes_on_at_the_next_start(inhalt, kleine_stapel, abbruch):
    ablage.leeren()
    abbruch(2)
    with pytest.raises(Abbruch):
        suchindex("neu", "--wenn-leer")
    abbruch(None)
    suchindex("neu", "--wenn-leer")
    assert unterschiede() == []


# --- what may be wrong ----------------------------------------------------------------------------


def sql(anweisung, *parameter):
    with connection.cursor() as cursor:
        cursor.execute(anweisung, parameter)


def dokument(zeile):
    return Suchdokument.objects.get(art={Netzwerk: 2, Organisation: 3}[type(zeile)], eintrag_id=zeile.pk)


def fehlt(inhalt):
    nummer = dokument(inhalt["netzwerk"]).pk
    for model in (Suchtext, Suchpunkt):
        model.objects.filter(dokument=nummer).delete()
    Suchdokument.objects.filter(pk=nummer).delete()


def ist_zu_viel(inhalt):
    Netzwerk.objects.filter(pk=inhalt["netzwerk"].pk).update(status="entwurf")


def ist_von_niemandem(inhalt):
    f.SuchtextFactory(dokument__id=5, dokument__art=62, dokument__eintrag_id=1)


def hat_anderen_inhalt(inhalt):
    Netzwerk.objects.filter(pk=inhalt["netzwerk"].pk).update(name="Umbenannt", faellig_am="2024-01-01")


def hat_anderes_merkmal(inhalt):
    Suchdokument.objects.filter(pk=dokument(inhalt["netzwerk"]).pk).update(
        merkmale="a_2", faellig_am="2020-01-01"
    )


def hat_keine_worte(inhalt):
    Suchtext.objects.filter(dokument=dokument(inhalt["netzwerk"])).delete()


def hat_andere_worte(inhalt):
    Suchtext.objects.filter(dokument=dokument(inhalt["netzwerk"])).update(token="a_2 falsch", formen="falsch")


def hat_keinen_punkt(inhalt):
    Suchpunkt.objects.filter(dokument=dokument(inhalt["organisation"])).delete()


def hat_einen_punkt_zu_viel(inhalt):
    Suchpunkt.objects.create(dokument=dokument(inhalt["organisation"]), breite=50, laenge=7)


def ist_falsch_gezaehlt(inhalt):
    Suchwort.objects.filter(token="a_2").update(anzahl=5)
    Suchform.objects.filter(form="tisch").update(anzahl=5)


def ist_nicht_gezaehlt(inhalt):
    Suchwort.objects.filter(token="a_2").delete()
    Suchform.objects.filter(form="tisch").delete()


def ist_vergebens_gezaehlt(inhalt):
    Suchwort.objects.create(token="kanari", anzahl=1)
    Suchform.objects.create(form="kanari", anzeige="Kanari", anzahl=1, laenge=6, anfang="ka", ende="ari")


def wird_anders_angezeigt(inhalt):
    Suchform.objects.filter(form="tisch").update(anzeige="Stuhl")


def wird_nicht_gefunden(inhalt):
    with connection.cursor() as cursor:
        volltext().leeren(cursor)
    if connection.vendor == "postgresql":
        sql("UPDATE netzwerke_suchdokument SET vektor = ''")


def wird_falsch_gefunden(inhalt):
    nummer = dokument(inhalt["netzwerk"]).pk
    if connection.vendor == "postgresql":
        sql("UPDATE netzwerke_suchdokument SET vektor = 'kanari' WHERE id = %s", nummer)
    else:
        sql("INSERT INTO netzwerke_suchfts (rowid, token) VALUES (%s, 'kanari')", nummer)


def wird_unter_anderer_nummer_gefunden(inhalt):
    """The same number of documents for each token, but not the same documents."""
    nummer = dokument(inhalt["netzwerk"]).pk
    if connection.vendor == "postgresql":
        sql("UPDATE netzwerke_suchdokument SET vektor = '' WHERE id = %s", nummer)
    else:
        token = Suchtext.objects.get(pk=nummer).token
        volltext().loeschen(connection.cursor(), {nummer: token})
        volltext()._aufnehmen(connection.cursor(), [(nummer + 1, token)])


SCHAEDEN = [
    fehlt, ist_zu_viel, ist_von_niemandem, hat_anderen_inhalt, hat_anderes_merkmal, hat_keine_worte, hat_andere_worte,
    hat_keinen_punkt, hat_einen_punkt_zu_viel, ist_falsch_gezaehlt, ist_nicht_gezaehlt, ist_vergebens_gezaehlt,
    wird_anders_angezeigt, wird_nicht_gefunden, wird_falsch_gefunden, wird_unter_anderer_nummer_gefunden,
]  # fmt: skip


@pytest.mark.parametrize("schaden", SCHAEDEN, ids=lambda schaden: schaden.__name__)
def test_every_difference_is_found_and_put_right(inhalt, schaden):
    schaden(inhalt)
    zeilen, fehler = suchindex("pruefen")
    assert zeilen
    assert fehler.endswith("Der Befehl „suchindex neu“ stellt den Index richtig.")
    suchindex("neu")
    assert unterschiede() == []


@pytest.mark.parametrize("schaden", SCHAEDEN, ids=lambda schaden: schaden.__name__)
def test_damaged_index_keeps_nobody_from_saving(inhalt, schaden):
    schaden(inhalt)
    for name in ("netzwerk", "organisation", "thema"):
        zeile = type(inhalt[name]).objects.get(pk=inhalt[name].pk)
        zeile.name = "Trotzdem gespeichert"
        zeile.save()
    suchindex("neu")
    assert unterschiede() == []


def test_differences_are_told_in_words(inhalt):
    netz, stelle = inhalt["netzwerk"], inhalt["organisation"]
    fehlt(inhalt)
    hat_keinen_punkt(inhalt)
    ist_vergebens_gezaehlt(inhalt)
    zeilen = unterschiede()
    assert f"Netzwerke, {netz.pk}: fehlt im Index." in zeilen
    assert f"Organisationen, {stelle.pk}: ist veraltet (punkte)." in zeilen
    assert "Token „kanari“: -1 zu zählen." in zeilen
    assert "Wortform „kanari“: -1 zu zählen." in zeilen
    assert "Token „a_2“: -1 zu zählen." in zeilen
    assert suchindex("pruefen")[1].startswith(f"{len(zeilen)} Abweichungen zwischen Suchindex und Einträgen.")


def test_no_more_differences_are_told_than_anybody_reads(inhalt):
    f.NetzwerkFactory.create_batch(60)
    ablage.leeren()
    zeilen, fehler = suchindex("pruefen")
    assert len(zeilen) == 50
    assert fehler.startswith("68 Abweichungen")
