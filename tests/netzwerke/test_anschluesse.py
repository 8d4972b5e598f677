"""Where later apps join in without being imported."""

import pytest
from django.urls import reverse

from netzwerke.anschluesse import Abschnitt, Anschluesse, OeffentlicheArt, Suchart, anschluesse
from netzwerke.enums import Status
from netzwerke.models import Hilfeangebot, Netzwerk, Organisation, Sozialraum
from tests.factories import HilfeangebotFactory, NetzwerkFactory, OrganisationFactory, SozialraumFactory

FABRIKEN = {
    Hilfeangebot: HilfeangebotFactory,
    Netzwerk: NetzwerkFactory,
    Organisation: OrganisationFactory,
    Sozialraum: SozialraumFactory,
}


@pytest.fixture
def neue():
    return Anschluesse()


def art(model, liste_url="netzwerke:liste", nummer=None):
    suche = nummer and Suchart(nummer, "Art", lambda eintraege: (), karte=None)
    return OeffentlicheArt(model, liste_url, model.objects.all, suche)


def test_kinds_are_kept_in_the_order_of_registration(neue):
    arten = [art(Organisation, "eins"), art(Netzwerk, "zwei", 7), art(Netzwerk, "drei", 3)]
    for eine in arten:
        neue.art_anmelden(eine)
    assert neue.arten() == tuple(arten)
    assert neue.sucharten() == tuple(arten[1:])


def test_list_is_registered_once(neue):
    erste = art(Netzwerk)
    neue.art_anmelden(erste)
    with pytest.raises(ValueError, match=r"^netzwerke:liste ist schon angemeldet\.$"):
        neue.art_anmelden(art(Organisation))
    assert neue.arten() == (erste,)


def test_number_in_the_search_is_registered_once(neue):
    erste = art(Netzwerk, "eins", 7)
    neue.art_anmelden(erste)
    with pytest.raises(ValueError, match=r"^Die Nummer 7 hat in der Suche schon eine andere Art\.$"):
        neue.art_anmelden(art(Organisation, "zwei", 7))
    assert neue.arten() == (erste,)


def test_observer_learns_of_every_kind_whenever_it_is_registered(neue):
    erste, zweite, gesehen = art(Netzwerk, "eins"), art(Netzwerk, "zwei"), []
    neue.art_anmelden(erste)
    neue.arten_beobachten(gesehen.append)
    neue.art_anmelden(zweite)
    assert gesehen == [erste, zweite]


def test_own_kinds_are_registered():
    assert [(eine.model, reverse(eine.liste_url), eine.suche.nummer) for eine in anschluesse.arten()] == [
        (Hilfeangebot, "/hilfe/", 1),
        (Netzwerk, "/netzwerke/", 2),
        (Organisation, "/organisationen/", 3),
        (Sozialraum, "/sozialraeume/", 4),
        (Hilfeangebot, "/fachkraefte/", 5),
    ]
    assert [eine.suche.nummer for eine in anschluesse.arten() if not eine.suche.fuer_alle] == [5]


@pytest.mark.django_db
@pytest.mark.parametrize("eine", anschluesse.arten(), ids=lambda eine: eine.liste_url)
def test_own_kinds_hold_what_anybody_may_see(eine):
    angaben = {"nur_fachkraefte": eine.liste_url == "netzwerke:fachkraefte-liste"}
    angaben = angaben if eine.model is Hilfeangebot else {}
    eintraege = {status: FABRIKEN[eine.model](status=status, **angaben) for status in Status.values}
    erwartet = [eintraege[Status.VEROEFFENTLICHT]]
    assert [e for e in eine.menge() if e in eintraege.values()] == erwartet


@pytest.mark.django_db
def test_offers_for_professionals_stand_apart():
    fach, hilfe = HilfeangebotFactory(nur_fachkraefte=True), HilfeangebotFactory()
    assert [list(eine.menge()) for eine in anschluesse.arten() if eine.model is Hilfeangebot] == [
        [hilfe],
        [fach],
    ]


def abschnitt(template, inhalt, model=Netzwerk, **kwargs):
    return Abschnitt(model, template, inhalt, **kwargs)


def test_sections_come_in_their_order_for_their_kind(neue):
    neue.abschnitt_anmelden(abschnitt("drei.html", lambda e: {"n": 3}, reihenfolge=300))
    neue.abschnitt_anmelden(abschnitt("eins.html", lambda e: {"n": 1}))
    neue.abschnitt_anmelden(abschnitt("zwei.html", lambda e: {"n": 2}))
    neue.abschnitt_anmelden(abschnitt("fremd.html", lambda e: {"n": 4}, model=Organisation))
    assert neue.abschnitte(Netzwerk()) == [
        ("eins.html", {"n": 1}),
        ("zwei.html", {"n": 2}),
        ("drei.html", {"n": 3}),
    ]
    assert neue.abschnitte(Organisation()) == [("fremd.html", {"n": 4})]
    assert neue.abschnitte(Sozialraum()) == []


def test_section_learns_its_entry_and_may_stay_away(neue):
    neue.abschnitt_anmelden(abschnitt("name.html", lambda e: {"name": e.name} if e.name else None))
    assert neue.abschnitte(Netzwerk(name="Runder Tisch")) == [("name.html", {"name": "Runder Tisch"})]
    assert neue.abschnitte(Netzwerk()) == []


def test_empty_section_is_shown(neue):
    neue.abschnitt_anmelden(abschnitt("fest.html", lambda e: {}))
    assert neue.abschnitte(Netzwerk()) == [("fest.html", {})]


def test_deletion_runs_every_hook_with_the_row(neue):
    gesehen, zeile = [], Netzwerk()
    neue.loeschhaken_anmelden(lambda z: gesehen.append(("eins", z)))
    neue.loeschhaken_anmelden(lambda z: gesehen.append(("zwei", z)))
    neue.kopien_loeschen(zeile)
    assert gesehen == [("eins", zeile), ("zwei", zeile)]


def test_deletion_stops_at_a_hook_that_fails(neue):
    def scheitern(zeile):
        raise RuntimeError("Kopie nicht erreichbar")

    neue.loeschhaken_anmelden(scheitern)
    with pytest.raises(RuntimeError):
        neue.kopien_loeschen(Netzwerk())


@pytest.mark.django_db
@pytest.mark.parametrize("model", FABRIKEN, ids=lambda model: model.__name__)
def test_section_appears_on_the_page_of_its_kind(client, monkeypatch, settings, tmp_path, model):
    (tmp_path / "zusatz.html").write_text("<p>{{ inhalt.gruss }} auf der Seite von {{ object.name }}</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    monkeypatch.setattr(anschluesse, "_abschnitte", [])
    anschluesse.abschnitt_anmelden(Abschnitt(model, "zusatz.html", lambda e: {"gruss": f"Gruß an {e.name}"}))
    eintrag = FABRIKEN[model](name="Bekannt")
    seite = client.get(eintrag.get_absolute_url()).text
    assert seite.count("<p>Gruß an Bekannt auf der Seite von Bekannt</p>") == 1
