"""The index follows every change of an entry in the same transaction, on whichever way it comes."""

import contextlib
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from netzwerke.enums import Sichtbarkeit, Status
from netzwerke.models import (
    Hilfeangebot,
    Kontakt,
    Netzwerk,
    Organisation,
    Sozialraum,
    Standort,
    Suchdokument,
    Suchform,
    Suchpunkt,
    Suchstand,
    Suchtext,
    Suchwort,
)
from netzwerke.models.basis import Gepflegt, InEinerTransaktion
from netzwerke.services import standort_loeschen, standort_schuetzen
from netzwerke.suche import begriffe, pflege
from netzwerke.suche.pflege import auffrischen, gebuendelt, mit_zeichen
from tests import factories as f
from tests.netzwerke.suchwelt import anderer_wert, suchwelt, unterschiede
from tests.netzwerke.welt import VERBORGEN

pytestmark = pytest.mark.django_db

#: Every model with a row in `suchwelt`.
MODELLE = [
    "hilfeangebot", "netzwerk", "leistung", "organisation", "arbeitsbereich", "standort", "kontakt", "telefon",
    "kontaktrolle", "organisationsart", "sozialraum", "sozialraumgebiet", "gebiet", "postleitzahl", "thema",
    "zielgruppe", "sprache",
]  # fmt: skip


class Zurueck(Exception):
    """Undoes what was tried out."""


def token(eintrag, art=None):
    dokumente = Suchtext.objects.filter(dokument__eintrag_id=eintrag.pk)
    nummern = {Hilfeangebot: (1, 5), Netzwerk: (2,), Organisation: (3,), Sozialraum: (4,)}[type(eintrag)]
    dokument = dokumente.filter(dokument__art__in=nummern if art is None else [art]).first()
    return set(dokument.token.split()) if dokument else None


@pytest.fixture
def inhalt(db):
    zeilen = suchwelt()
    assert unterschiede() == []
    assert Suchdokument.objects.count() == 8
    return zeilen


# --- every column, every relation -----------------------------------------------------------------


@pytest.mark.parametrize("name", MODELLE)
def test_index_follows_every_column(inhalt, name):
    """Whoever lets documents hold one more column and watches it not is told here."""
    zeile = inhalt[name]
    unmoeglich = set()
    for feld in zeile._meta.concrete_fields:
        if feld.primary_key or feld.name == "version":
            continue
        frisch = type(zeile)._base_manager.get(pk=zeile.pk)
        setattr(frisch, feld.attname, anderer_wert(frisch, feld))
        try:
            with transaction.atomic():
                frisch.save()
                assert (feld.name, unterschiede()) == (feld.name, [])
                raise Zurueck
        except IntegrityError:
            unmoeglich.add(feld.name)
        except Zurueck:
            continue
    beobachtet = {spalte.removesuffix("_id") for spalte in pflege._netz.zeilen[type(zeile)].spalten}
    # The name of a row and the columns of a protected site cannot change alone.
    assert unmoeglich & beobachtet <= {"grobgebiet"}
    assert unterschiede() == []


def verbindungen(zeile):
    """Both ends of each many-to-many relation of the row, with what may be at the other end."""
    for feld in zeile._meta.many_to_many:
        ziele = list(feld.related_model._base_manager.order_by("pk")[:2])
        yield getattr(zeile, feld.name), ziele
        yield getattr(ziele[0], feld.remote_field.get_accessor_name()), [zeile]


@pytest.mark.parametrize(
    "name", [name for name in MODELLE if apps.get_model("netzwerke", name)._meta.many_to_many]
)
def test_index_follows_every_relation_from_both_sides(inhalt, name):
    for verbindung, ziele in verbindungen(inhalt[name]):
        verbindung.set(ziele)
        for schritt, werte in (("remove", ziele[:1]), ("add", ziele[:1]), ("clear", ())):
            getattr(verbindung, schritt)(*werte)
            assert (verbindung.through, schritt, unterschiede()) == (verbindung.through, schritt, [])
        with gebuendelt():
            verbindung.add(*ziele)
            verbindung.set(ziele[1:], clear=True)
        assert (verbindung.through, unterschiede()) == (verbindung.through, [])


@pytest.mark.parametrize("name", MODELLE)
def test_index_follows_deletion_with_all_that_goes_along(inhalt, name):
    zeilen = type(inhalt[name])._base_manager
    for loeschen in (inhalt[name].delete, zeilen.all().delete):
        with contextlib.suppress(ProtectedError), transaction.atomic():
            loeschen()
        assert unterschiede() == []


def test_every_watched_model_is_tried_out():
    beobachtet = {model._meta.model_name for model in (*pflege._netz.zeilen, *pflege.ZEICHEN)}
    assert beobachtet | pflege_eintraege() == set(MODELLE)


def pflege_eintraege():
    return {model._meta.model_name for model in pflege._eintragsmodelle}


# --- what documents say ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["hilfeangebot", "netzwerk", "organisation", "sozialraum", "fach"])
def test_entry_leaves_the_index_and_comes_back(inhalt, name):
    eintrag = inhalt[name]
    vorher = token(eintrag)
    for status in (*VERBORGEN, Status.VEROEFFENTLICHT):
        eintrag.status = status
        eintrag.save()
        assert (status, token(eintrag)) == (status, vorher if eintrag.ist_oeffentlich else None)
        assert unterschiede() == []


def test_offer_changes_its_kind_with_whom_it_is_for(inhalt):
    angebot = inhalt["hilfeangebot"]
    assert (token(angebot, 1) is None, token(angebot, 5) is None) == (False, True)
    angebot.nur_fachkraefte = True
    angebot.save()
    assert (token(angebot, 1) is None, token(angebot, 5) is None) == (True, False)
    assert unterschiede() == []


def test_nationwide_entry_moves_to_the_front(inhalt):
    angebot = inhalt["hilfeangebot"]
    angebot.bundesweit = True
    angebot.save()
    assert Suchdokument.objects.get(art=1, eintrag_id=angebot.pk) == Suchdokument.objects.first()
    assert unterschiede() == []


def test_hidden_organisation_and_traeger_are_no_longer_named(inhalt):
    angebot, stelle, traeger = inhalt["hilfeangebot"], inhalt["organisation"], inhalt["traeger"]
    assert "beratungsstell" in token(angebot)
    assert "wohlfahrtsverband" in token(stelle)
    for organisation in (traeger, stelle):
        organisation.status = Status.VERBORGEN
        organisation.save()
    assert "beratungsstell" not in token(angebot)
    assert token(stelle) is None
    assert unterschiede() == []


def test_hidden_sozialraum_is_no_place_of_anything_until_it_is_public_again(inhalt):
    raum, netz = inhalt["sozialraum"], inhalt["netzwerk"]
    assert f"r_{raum.pk}" in token(netz)
    raum.status = Status.ENTWURF
    raum.save()
    assert f"r_{raum.pk}" not in token(netz)
    raum.status = Status.VEROEFFENTLICHT
    raum.save()
    assert f"r_{raum.pk}" in token(netz)


def test_contact_is_in_the_index_as_long_as_it_is_public(inhalt):
    kontakt, angebot, netz = inhalt["kontakt"], inhalt["hilfeangebot"], inhalt["netzwerk"]
    kontakt.sichtbarkeit = Sichtbarkeit.INTERN
    kontakt.save()
    for eintrag in (angebot, netz, inhalt["organisation"]):
        assert {"erstberat", "leitung", "1234"}.isdisjoint(token(eintrag))
    kontakt.sichtbarkeit = Sichtbarkeit.OEFFENTLICH
    kontakt.save()
    assert {"erstberat", "1234"} <= token(angebot)


def test_theme_is_known_with_those_above_it(inhalt):
    thema, gewalt, angebot = inhalt["thema"], inhalt["gewalt"], inhalt["hilfeangebot"]
    assert {f"t_{thema.pk}", f"t_{gewalt.pk}"} <= token(angebot)
    thema.oberthema = None
    thema.save()
    assert f"t_{gewalt.pk}" not in token(angebot)
    neues = f.ThemaFactory(name="Nachstellung", oberthema=gewalt)
    thema.oberthema = neues
    thema.save()
    assert {f"t_{neues.pk}", f"t_{gewalt.pk}"} <= token(angebot)
    assert unterschiede() == []


def test_area_is_known_with_those_above_it(inhalt):
    stadtteil, angebot = inhalt["gebiet"], inhalt["hilfeangebot"]
    bezirk = stadtteil.oberhalb
    neue_stadt = f.GebietFactory(kreisfrei=True)
    bezirk.oberhalb = neue_stadt
    bezirk.save()
    assert {
        f"g_{stadtteil.pk}",
        f"g_{bezirk.pk}",
        f"g_{neue_stadt.pk}",
        f"g_{neue_stadt.oberhalb_id}",
    } <= token(angebot)
    assert unterschiede() == []


def test_site_that_moves_to_another_organisation_leaves_the_first(inhalt):
    standort, stelle, traeger = inhalt["standort"], inhalt["organisation"], inhalt["traeger"]
    assert "p_58135" in token(stelle)
    standort.organisation = traeger
    standort.save()
    assert ("p_58135" in token(stelle), "p_58135" in token(traeger)) == (False, True)
    assert unterschiede() == []


def test_protecting_and_deleting_a_site_takes_its_place_out(inhalt):
    standort, angebot = inhalt["standort"], inhalt["hilfeangebot"]
    assert Suchpunkt.objects.filter(dokument__eintrag_id=angebot.pk).exists()
    standort_schuetzen(standort)
    assert not Suchpunkt.objects.exists()
    assert not Suchwort.objects.filter(token="p_58135").exclude(anzahl=1).exists()
    assert unterschiede() == []
    standort_loeschen(Standort.objects.get(pk=standort.pk))
    assert unterschiede() == []


def test_confirmation_changes_when_an_entry_is_due(inhalt):
    netz = inhalt["netzwerk"]
    netz.bestaetigt_am, netz.bestaetigt_rolle = date(2024, 1, 1), "redaktion"
    netz.save()
    dokument = Suchdokument.objects.get(art=2, eintrag_id=netz.pk)
    assert dokument.faellig_am == date(2024, 1, 1) + timedelta(days=netz.intervall_tage)


def test_words_are_counted_and_forgotten():
    for name in ("Uhufreunde", "Uhufreunde Eule"):
        f.NetzwerkFactory(name=name)
    assert Suchform.objects.get(form="uhufreunde").anzahl == 2
    assert Suchwort.objects.get(token="eul").anzahl == 1
    Netzwerk.objects.get(name="Uhufreunde Eule").delete()
    assert Suchform.objects.get(form="uhufreunde").anzahl == 1
    assert not Suchwort.objects.filter(token="eul").exists()
    assert not Suchform.objects.filter(form="eule").exists()


def test_vocabulary_is_read_anew_when_it_changed(inhalt):
    thema = inhalt["thema"]
    assert thema.pk in begriffe.begriffe().namen
    thema.suchworte = "Kanarienvogel verfolgt mich"
    staende = set()
    for tun in (
        thema.save,
        inhalt["zielgruppe"].save,
        f.ThemaFactory,
        f.ZielgruppeFactory(name="Neu").delete,
    ):
        tun()
        staende.add(Suchstand.objects.get(pk=begriffe.STAND).wert)
    assert len(staende) == 4
    thema.name = "Nachstellung"
    thema.save()
    assert begriffe.begriffe().namen[thema.pk] == "Nachstellung"


def test_everyday_words_need_no_new_documents(inhalt, django_assert_max_num_queries):
    thema = inhalt["thema"]
    thema.suchworte = "wird verfolgt"
    with django_assert_max_num_queries(12):
        thema.save()


# --- how they are written -------------------------------------------------------------------------


def geschriebene(monkeypatch):
    """Ids of the entries whose documents are written, as they are written."""
    nummern, schreiben = [], pflege._schreiben

    def merken(model, eintraege):
        nummern.extend((model, pk) for pk in eintraege)
        schreiben(model, eintraege)

    monkeypatch.setattr(pflege, "_schreiben", merken)
    return nummern


def test_bundle_writes_each_document_once_at_its_end(inhalt, monkeypatch):
    nummern, netz = geschriebene(monkeypatch), inhalt["netzwerk"]
    with gebuendelt():
        netz.name = "Ganz anders"
        netz.save()
        netz.themen.clear()
        with gebuendelt():
            netz.zielgruppen.clear()
        inhalt["leistung"].titel = "Zelte"
        inhalt["leistung"].save()
        assert nummern == []
    assert nummern == [(Netzwerk, netz.pk)]
    assert unterschiede() == []


def test_bundle_is_all_or_nothing(inhalt):
    netz = inhalt["netzwerk"]
    vorher = token(netz)
    with pytest.raises(Zurueck), gebuendelt():
        netz.name = "Ganz anders"
        netz.save()
        raise Zurueck
    assert token(netz) == vorher
    assert Netzwerk.objects.get(pk=netz.pk).name == "Runder Tisch"
    assert unterschiede() == []


def test_entry_and_document_are_stored_together_or_not_at_all(inhalt, monkeypatch):
    def scheitern(model, eintraege):
        raise Zurueck

    monkeypatch.setattr(pflege, "_schreiben", scheitern)
    for name, feld in (("netzwerk", "name"), ("thema", "name"), ("leistung", "titel"), ("standort", "plz")):
        zeile = inhalt[name]
        setattr(zeile, feld, "12345")
        with pytest.raises(Zurueck):
            zeile.save()
        assert not type(zeile)._base_manager.filter(**{feld: "12345"}).exists()


def test_what_is_the_same_stays_untouched(inhalt, django_assert_num_queries):
    ids = list(Suchpunkt.objects.values_list("pk", flat=True))
    inhalt["hilfeangebot"].save()
    inhalt["standort"].save()
    assert list(Suchpunkt.objects.values_list("pk", flat=True)) == ids


def test_bulk_changes_are_brought_in_by_hand(inhalt):
    Netzwerk.objects.update(name="Umbenannt")
    assert unterschiede() != []
    auffrischen(Netzwerk, Netzwerk.objects.values_list("pk", flat=True))
    assert unterschiede() == []


def test_fixture_may_load_in_any_order(inhalt):
    """`loaddata` saves rows raw, perhaps after others that refer to them."""
    angebot, kontakt = inhalt["hilfeangebot"], f.KontaktFactory(funktion="Kanari")
    Kontakt.objects.filter(pk=kontakt.pk).delete()
    Hilfeangebot.kontakte.through.objects.create(hilfeangebot=angebot, kontakt_id=kontakt.pk)
    assert "kanari" not in token(angebot)
    kontakt.save_base(raw=True)
    assert "kanari" in token(angebot)
    assert unterschiede() == []


def test_documents_with_a_token_are_found_by_kind(inhalt):
    angebot, netz, stelle = inhalt["hilfeangebot"], inhalt["netzwerk"], inhalt["organisation"]
    je_art = mit_zeichen([f"t_{inhalt['thema'].pk}", "t_0"])
    assert {art: sorted(pks) for art, pks in je_art.items()} == {
        1: [angebot.pk],
        2: [netz.pk],
        3: [stelle.pk],
        5: [inhalt["fach"].pk],
    }
    assert mit_zeichen([]) == {}


def test_what_documents_are_made_of_is_saved_together_with_them():
    beobachtet = {*pflege._netz.zeilen, *pflege.ZEICHEN, *pflege._eintragsmodelle}
    assert {m for m in beobachtet if not issubclass(m, InEinerTransaktion | Gepflegt)} == set()
