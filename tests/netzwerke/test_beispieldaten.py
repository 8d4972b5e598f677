"""What the data the software comes with say, and what they leave out."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from netzwerke.enums import Netzwerkart, Schutz, Status, Stufe
from netzwerke.models import (
    Frage,
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Lebenslage,
    Netzwerk,
    Organisation,
    Seite,
    Sozialraum,
    Standort,
    Telefon,
    Thema,
)
from netzwerke.raum import Versorgung, versorgung
from netzwerke.texte import sortierform


@pytest.fixture(scope="module")
def einmal_geladen(django_db_setup, django_db_blocker):
    """The sample data, loaded once for this module in a transaction that is rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("beispieldaten", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def beispiel(einmal_geladen, db):
    """Each test works in a savepoint of its own."""


# --- What every installation gets -----------------------------------------------------------------


def test_lebenslagen_are_the_agreed_ones():
    lagen = Lebenslage.objects.values_list("frage", "anrede", "fuer_fachkraefte")
    assert list(lagen) == [
        ("Ich bin betroffen", "sie", False),
        ("Jemand hat sich mir anvertraut", "sie", False),
        ("Ich habe eine Vermutung", "sie", False),
        ("Ich bin unter 18", "du", False),
        ("Ich bekomme in der Nachbarschaft etwas mit", "sie", False),
        ("Ich will mein Verhalten ändern", "sie", False),
        ("Ich arbeite mit Kindern und Jugendlichen", "sie", True),
        ("Ich trage Verantwortung in einem Betrieb", "sie", True),
    ]
    assert [
        lage.slug
        for lage in Lebenslage.objects.all()
        if not (lage.themen.exists() and lage.zielgruppen.exists())
    ] == []


def test_grunddaten_hold_all_laender_questions_and_topics():
    laender = Gebiet.objects.filter(stufe=Stufe.LAND)
    assert sorted(laender.values_list("ars", flat=True)) == [f"{nummer:02d}" for nummer in range(1, 17)]
    assert list(Frage.objects.values_list("nummer", flat=True)) == list(range(1, 26))
    assert set(Thema.objects.values_list("slug", flat=True)) >= {
        "vertrauliche-spurensicherung",
        "gewaltschutzantrag",
        "wohnungsverweisung",
        "traumaambulanz",
        "psychosoziale-prozessbegleitung",
        "digitale-gewalt",
        "zwangsverheiratung",
    }
    assert [thema.slug for thema in Thema.objects.all() if not thema.suchwortliste] == []


def test_search_words_do_not_repeat_themselves():
    doppelt = [
        thema.slug
        for thema in Thema.objects.all()
        if len(set(map(sortierform, thema.suchwortliste))) != len(thema.suchwortliste)
    ]
    assert doppelt == []


# S7
def test_safety_page_says_what_it_must_and_promises_nothing():
    seite = Seite.objects.get(slug="sicherheit").inhalt
    stichworte = [
        "Verlauf",
        "Anrufliste",
        "Einzelverbindungsnachweis",
        "nicht** kann",
        "überwacht",
        "privates Fenster",
    ]
    assert [wort for wort in stichworte if wort not in seite] == []
    assert [s.slug for s in Seite.objects.all() if "spurlos" in s.inhalt.lower()] == []


def test_pages_say_where_the_operator_has_to_write():
    offen = {seite.slug for seite in Seite.objects.all() if "[Bitte ergänzen" in seite.inhalt}
    assert offen == {"impressum", "datenschutz", "barrierefreiheit"}


# --- Nationwide lines -----------------------------------------------------------------------------


def test_lines_have_the_hours_their_operators_state():
    zeiten = {
        telefon.anzeige: angebot.regel
        for angebot in Hilfeangebot.objects.all()
        for kontakt in angebot.kontakte.all()
        for telefon in kontakt.telefone.all()
    }
    assert zeiten == {
        "110": "24/7",
        "112": "24/7",
        "116 016": "24/7",
        "0800 1110111": "24/7",
        "0800 1110222": "24/7",
        "116 123": "24/7",
        "116 006": "Mo-Su 07:00-22:00",
        "0800 1239900": "Mo-Th 08:00-20:00; Fr 08:00-15:00; PH unknown",
        "116 111": "",
        "0800 1110550": "",
        "0800 22 55 530": "",
        "0800 19 210 00": "",
    }


def test_line_for_professionals_stays_with_them():
    nur_fachkraefte = Hilfeangebot.objects.filter(nur_fachkraefte=True)
    assert list(nur_fachkraefte.values_list("slug", "krisenlinie")) == [
        ("medizinische-kinderschutzhotline", False)
    ]
    assert not Thema.objects.filter(nationale_linie__nur_fachkraefte=True).exists()


def test_lines_are_dialled_as_written():
    linien = Telefon.objects.filter(kontakt__bundesweit=True)
    assert dict(linien.values_list("anzeige", "nummer")) == {
        "110": "110",
        "112": "112",
        "116 016": "116016",
        "0800 1239900": "+498001239900",
        "116 111": "116111",
        "0800 1110550": "+498001110550",
        "0800 22 55 530": "+498002255530",
        "0800 19 210 00": "+498001921000",
        "116 006": "116006",
        "0800 1110111": "+498001110111",
        "0800 1110222": "+498001110222",
        "116 123": "116123",
    }


# --- Sample data ----------------------------------------------------------------------------------


def test_samples_are_public_sourced_and_unconfirmed():
    for modell in (Organisation, Netzwerk, Hilfeangebot, Sozialraum):
        assert set(modell.objects.values_list("status", flat=True)) == {Status.VEROEFFENTLICHT}
    for modell in (Organisation, Netzwerk, Hilfeangebot, Sozialraum, Kontakt):
        assert not modell.objects.filter(quelle="").exists()
        assert set(modell.objects.values_list("bestaetigt_am", "bestaetigt_rolle")) == {(None, "")}
    in_hagen = Netzwerk.objects.filter(quelle__contains="Hagen")
    assert (in_hagen.count(), set(in_hagen.values_list("quelle_stand", flat=True))) == (19, {"2017-04"})


def test_samples_name_no_number_and_no_address_beyond_the_sources():
    eigene = Kontakt.objects.filter(bundesweit=False)
    assert list(Telefon.objects.filter(kontakt__in=eigene).values_list("anzeige", flat=True)) == [
        "0 23 31 / 4 42 34"
    ]
    assert set(eigene.exclude(email="").values_list("email", flat=True)) == {"corbacher20@gmx.de"}
    assert list(Organisation.objects.exclude(telefon="").values_list("slug", "telefon")) == [
        ("corbacher-20", "0 23 31 / 4 42 34")
    ]
    assert list(Standort.objects.exclude(strasse="").values_list("strasse", "hausnummer", "plz")) == [
        ("Corbacher Straße", "20", "58135")
    ]


# S13
def test_samples_name_no_person():
    assert set(Kontakt.objects.values_list(*Kontakt.PERSONENFELDER, "einwilligung_am")) == {
        ("", "", "", None)
    }


# S9
def test_shelters_are_known_by_their_kreis_only():
    geschuetzt = Standort.objects.filter(schutz=Schutz.GESCHUETZT).order_by("grobgebiet__ars")
    assert list(geschuetzt.values_list("organisation__slug", "grobgebiet__slug")) == [
        ("hexenhaus-espelkamp", "kreis-minden-luebbecke"),
        ("frauenforum-unna", "kreis-unna"),
    ]
    for organisation in Organisation.objects.nur_geschuetzt():
        for eintrag in (organisation, *organisation.hilfeangebote.all()):
            assert set(eintrag.gebiete.values_list("stufe", flat=True)) == {"kreis"}


def test_every_sozialraum_has_a_network_but_vorhalle():
    raeume = dict(Sozialraum.objects.values_list("pk", "slug"))
    assert {raeume[pk]: stand for pk, stand in versorgung(raeume).items()} == {
        "altenhagen": Versorgung.NETZWERK,
        "eilpe": Versorgung.NETZWERK,
        "eppenhausen": Versorgung.NETZWERK,
        "hagen-mitte": Versorgung.NETZWERK,
        "haspe": Versorgung.NETZWERK,
        "vorhalle": Versorgung.KEINES,
        "wehringhausen": Versorgung.NETZWERK,
    }


def gefunden(antwort, pfad):
    """The slugs of the entries a list shows, in order."""
    verweise = re.findall(rf'href="/{pfad}/([-a-z0-9]+)/"', antwort.content.decode())
    return list(dict.fromkeys(verweise))


def test_haspe_finds_its_network_and_its_team(client):
    antwort = client.get(reverse("netzwerke:liste"), {"sozialraum": "haspe"})
    assert gefunden(antwort, "netzwerke")[:2] == ["ak-90", "sozialraumteam-haspe"]


def test_a_suspicion_in_bielefeld_finds_the_counselling_there_first(client):
    antwort = client.get(reverse("netzwerke:angebot-liste"), {"lebenslage": "vermutung", "plz": "33602"})
    assert gefunden(antwort, "hilfe")[:3] == [
        "aerztliche-beratungsstelle-bielefeld",
        "elterntelefon",
        "hilfe-telefon-sexueller-missbrauch",
    ]


def test_sub_groups_hang_under_their_whole():
    def teile(slug):
        return list(Netzwerk.objects.get(slug=slug).teile.order_by("slug").values_list("slug", flat=True))

    assert teile("ag-78-hagen") == [f"ag-78-hagen-ag-{nummer}" for nummer in range(1, 6)]
    assert teile("bielefelder-netzwerk-gegen-sexualisierte-gewalt") == [
        "arbeitsgruppe-schule-und-sexualisierte-gewalt-bielefeld"
    ]
    assert Netzwerk.objects.filter(art=Netzwerkart.GREMIUM).count() == 0


def test_one_contact_serves_many_networks():
    abteilung = Kontakt.objects.get(slug="stadt-hagen-abteilung-55-3")
    assert list(abteilung.netzwerke.values_list("slug", flat=True)) == [
        "netzwerk-mitte",
        "runder-tisch-wehringhausen",
        "stadtteilforum-altenhagen",
    ]


def test_institutions_that_present_themselves_can_be_found():
    assert list(Organisation.objects.filter(stellt_sich_vor=True).values_list("slug", flat=True)) == [
        "rat-am-ring",
        "stadtsportbund-hagen",
    ]


def test_loaded_entries_break_no_rule_that_spans_rows(capsys):
    call_command("pruefen")
    assert capsys.readouterr().out == "Keine Verstöße gefunden.\n"
