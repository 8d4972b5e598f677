"""The public pages: what they show, at a query count that does not grow."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from netzwerke.enums import Mitgliedsrolle, Status
from netzwerke.models import Hilfeangebot, Netzwerk
from tests.factories import (
    AntwortFactory,
    GebietFactory,
    HilfeangebotFactory,
    KennzahlFactory,
    KontaktFactory,
    LeistungFactory,
    MitgliedschaftFactory,
    NetzwerkFactory,
    OrganisationFactory,
    PostleitzahlFactory,
    SeiteFactory,
    SozialraumFactory,
    SozialraumGebietFactory,
    StandortFactory,
    TelefonFactory,
    ThemaFactory,
    ZielgruppeFactory,
)

pytestmark = pytest.mark.django_db


def angebote(anzahl):
    """Offers with everything a card can show; every other one without a number of its own."""
    linie = HilfeangebotFactory(bundesweit=True, kontakte=[TelefonFactory(anzeige="116 016").kontakt])
    for nummer in range(anzahl):
        organisation = OrganisationFactory(traeger=OrganisationFactory())
        HilfeangebotFactory(
            organisation=organisation,
            standorte=[StandortFactory(mit_anschrift=True, organisation=organisation)],
            gebiete=[GebietFactory(kreis=True)],
            sozialraeume=[SozialraumFactory()],
            zielgruppen=[ZielgruppeFactory()],
            themen=[ThemaFactory(nationale_linie=linie)],
            kontakte=[TelefonFactory().kontakt] if nummer % 2 else [],
            oeffnungszeiten="Mo-Fr 09:00-12:00; PH off",
        )


def netzwerke(anzahl):
    for _nummer in range(anzahl):
        NetzwerkFactory(
            sozialraeume=[SozialraumFactory()],
            gebiete=[GebietFactory(kreis=True)],
            kontakte=[TelefonFactory(kontakt__organisation=OrganisationFactory()).kontakt],
            themen=[ThemaFactory()],
        )


def organisationen(anzahl):
    for _nummer in range(anzahl):
        organisation = OrganisationFactory(traeger=OrganisationFactory(), gebiete=[GebietFactory(kreis=True)])
        StandortFactory(mit_anschrift=True, organisation=organisation)


def sozialraeume(anzahl):
    for _nummer in range(anzahl):
        NetzwerkFactory(sozialraeume=[SozialraumGebietFactory().sozialraum])


LISTEN = {
    "netzwerke:angebot-liste": (angebote, 11),
    "netzwerke:liste": (netzwerke, 6),
    "netzwerke:organisation-liste": (organisationen, 7),
    "netzwerke:sozialraum-liste": (sozialraeume, 9),
}


@pytest.mark.parametrize("anzahl", [1, 3])
@pytest.mark.parametrize("name", LISTEN)
def test_list_costs_the_same_number_of_queries(client, django_assert_num_queries, name, anzahl):
    anlegen, abfragen = LISTEN[name]
    anlegen(anzahl)
    with django_assert_num_queries(abfragen):
        antwort = client.get(reverse(name))
    assert antwort.status_code == 200


#: With words: these are read, candidates ranked, and the set looked for that matches.
LISTEN_MIT_WORTEN = {
    "netzwerke:angebot-liste": (angebote, 20),
    "netzwerke:liste": (netzwerke, 13),
    "netzwerke:organisation-liste": (organisationen, 15),
    "netzwerke:sozialraum-liste": (sozialraeume, 16),
}
WORTE = {
    angebote: "hilfeangebot",
    netzwerke: "netzwerk",
    organisationen: "organisation",
    sozialraeume: "sozialraum",
}


@pytest.mark.parametrize("anzahl", [1, 3])
@pytest.mark.parametrize("name", LISTEN_MIT_WORTEN)
def test_searched_list_costs_the_same_number_of_queries(client, django_assert_num_queries, name, anzahl):
    anlegen, abfragen = LISTEN_MIT_WORTEN[name]
    anlegen(anzahl)
    # The everyday words of themes are read when they have changed.
    ThemaFactory()
    client.get(reverse(name), {"q": WORTE[anlegen]})
    with django_assert_num_queries(abfragen):
        antwort = client.get(reverse(name), {"q": WORTE[anlegen]})
    assert len(antwort.context["page_obj"].object_list) >= anzahl


@pytest.mark.parametrize("name", LISTEN)
def test_list_opens_empty(client, name):
    antwort = client.get(reverse(name), {"q": "nichts"})
    assert (antwort.status_code, antwort.context["filter"].zaehlung.gesamt) == (200, 0)


def test_list_says_what_it_corrected_and_searches_as_typed_on_request(client):
    HilfeangebotFactory(name="Frauenhaus", anonym=True)
    antwort = client.get(reverse("netzwerke:angebot-liste"), {"q": "frauenhauz", "anonym": "1"})
    text = antwort.content.decode()
    assert "Meinten Sie" in text
    assert 'href="?q=frauenhauz&amp;anonym=1&amp;genau=1"' in text
    assert 'href="?q=Frauenhaus&amp;anonym=1"' in text
    antwort = client.get(reverse("netzwerke:angebot-liste"), {"q": "frauenhauz", "anonym": "1", "genau": "1"})
    assert antwort.context["filter"].zaehlung.gesamt == 0
    assert 'href="?q=frauenhauz&amp;anonym=1"' in antwort.content.decode()
    assert ("Ohne „anonym möglich“", "?q=frauenhauz&genau=1", 0) not in antwort.context["auswege"]
    assert ("Ohne „frauenhauz“", "?anonym=1", 1) in antwort.context["auswege"]


@pytest.mark.parametrize("seite", ["2", "0", "-1", "99999999999999999999", "letzte", "\x00", ""])
def test_list_answers_any_page_number(client, seite):
    for _nummer in range(21):
        HilfeangebotFactory(organisation=OrganisationFactory())
    antwort = client.get(reverse("netzwerke:angebot-liste"), {"seite": seite})
    assert antwort.status_code == 200
    assert len(antwort.context["page_obj"].object_list) in {1, 20}


def test_empty_list_offers_ways_on_that_lead_somewhere(client):
    land = GebietFactory(name="Land")
    stadt = GebietFactory(name="Stadt", kreisfrei=True, oberhalb=land)
    HilfeangebotFactory(
        name="Im anderen Ort",
        gebiete=[
            GebietFactory(name="Dorf", gemeinde=True, oberhalb=GebietFactory(kreis=True, oberhalb=land))
        ],
    )
    antwort = client.get(reverse("netzwerke:angebot-liste"), {"gebiet": stadt.slug})
    assert antwort.context["auswege"] == [
        ("Ohne „Gebiet: Stadt“", "?", 1),
        ("In Land suchen", "?gebiet=land", 1),
    ]


@pytest.mark.parametrize("ort", ["plz=58135", "plz=58135&umkreis=5", "sozialraum=raum"])
def test_empty_list_offers_the_larger_areas_of_a_plz_and_of_a_sozialraum(client, ort):
    land = GebietFactory(name="Land")
    stadt = GebietFactory(name="Stadt", kreisfrei=True, oberhalb=land)
    bezirk = GebietFactory(name="Bezirk", bezirk=True, oberhalb=stadt)
    bezirk.postleitzahlen.add(PostleitzahlFactory(plz="58135", breite=51.35, laenge=7.46))
    SozialraumGebietFactory(sozialraum=SozialraumFactory(slug="raum"), gebiet=bezirk)
    nachbarbezirk = GebietFactory(name="Nachbarbezirk", bezirk=True, oberhalb=stadt)
    HilfeangebotFactory(gebiete=[nachbarbezirk], anonym=True)
    antwort = client.get(f"{reverse('netzwerke:angebot-liste')}?{ort}&anonym=1")
    assert [weg for weg in antwort.context["auswege"] if "gebiet=" in weg[1]] == [
        ("In Stadt suchen", "?anonym=1&gebiet=stadt", 1),
        ("In Land suchen", "?anonym=1&gebiet=land", 1),
    ]


def volles_netzwerk(anzahl):
    netzwerk = NetzwerkFactory(slug="netz", themen=[ThemaFactory()], sozialraeume=[SozialraumFactory()])
    for _nummer in range(anzahl):
        netzwerk.kontakte.add(TelefonFactory(kontakt__organisation=OrganisationFactory()).kontakt)
        MitgliedschaftFactory(netzwerk=netzwerk, kontakt=KontaktFactory())
        NetzwerkFactory(teil_von=[netzwerk], themen=netzwerk.themen.all())
        KennzahlFactory(netzwerk=netzwerk)
        AntwortFactory(netzwerk=netzwerk)
        LeistungFactory(netzwerk=netzwerk)
    return netzwerk


def volles_angebot(anzahl):
    organisation = OrganisationFactory()
    angebot = HilfeangebotFactory(organisation=organisation, themen=[ThemaFactory()])
    for _nummer in range(anzahl):
        angebot.standorte.add(StandortFactory(mit_anschrift=True, organisation=organisation))
        angebot.kontakte.add(TelefonFactory(kontakt__organisation=organisation).kontakt)
        MitgliedschaftFactory(organisation=organisation)
    return angebot


def volle_organisation(anzahl):
    organisation = OrganisationFactory()
    for _nummer in range(anzahl):
        OrganisationFactory(traeger=organisation)
        StandortFactory(mit_anschrift=True, organisation=organisation)
        HilfeangebotFactory(organisation=organisation, kontakte=[TelefonFactory().kontakt])
        MitgliedschaftFactory(organisation=organisation)
        TelefonFactory(kontakt__organisation=organisation)
    return organisation


def voller_sozialraum(anzahl):
    sozialraum = SozialraumFactory()
    SozialraumGebietFactory(sozialraum=sozialraum)
    for _nummer in range(anzahl):
        NetzwerkFactory(sozialraeume=[sozialraum])
        HilfeangebotFactory(sozialraeume=[sozialraum], kontakte=[TelefonFactory().kontakt])
        OrganisationFactory(sozialraeume=[sozialraum])
    return sozialraum


@pytest.mark.parametrize("anlegen", [volles_netzwerk, volles_angebot, volle_organisation, voller_sozialraum])
def test_detail_costs_the_same_number_of_queries(client, django_assert_max_num_queries, anlegen):
    einer, viele = anlegen(1), None
    with django_assert_max_num_queries(40) as erste:
        assert client.get(einer.get_absolute_url()).status_code == 200
    type(einer).objects.filter(pk=einer.pk).update(slug="anderer")
    viele = anlegen(3)
    with django_assert_max_num_queries(40) as zweite:
        assert client.get(viele.get_absolute_url()).status_code == 200
    assert len(zweite) == len(erste)


def test_netzwerk_shows_members_by_kind_with_their_role(client):
    netzwerk = NetzwerkFactory()
    mitglied = MitgliedschaftFactory(
        netzwerk=netzwerk, organisation__name="Haus A", rolle=Mitgliedsrolle.KOORDINATION
    )
    MitgliedschaftFactory(netzwerk=netzwerk, organisation__name="Früher dabei", bis="2020")
    MitgliedschaftFactory(
        netzwerk=netzwerk, organisation__name="Entwurf", organisation__status=Status.ENTWURF
    )
    antwort = client.get(netzwerk.get_absolute_url())
    assert antwort.context["mitglieder"] == [(mitglied.organisation.art, [mitglied])]
    assert antwort.context["mitglieder_anzahl"] == 1


def test_offer_without_number_shows_the_line_of_its_theme(client):
    linie = HilfeangebotFactory(bundesweit=True, kontakte=[TelefonFactory(anzeige="116 016").kontakt])
    ober = ThemaFactory(nationale_linie=linie)
    angebot = HilfeangebotFactory(themen=[ThemaFactory(oberthema=ober)])
    text = client.get(angebot.get_absolute_url()).content.decode()
    assert "Eine Nummer liegt uns nicht vor" in text
    assert 'href="tel:116016"' in text


def test_offer_never_shows_the_line_of_a_hidden_offer(client):
    linie = HilfeangebotFactory(status=Status.VERBORGEN, kontakte=[TelefonFactory(anzeige="116 016").kontakt])
    angebot = HilfeangebotFactory(themen=[ThemaFactory(nationale_linie=linie)])
    assert client.get(angebot.get_absolute_url()).context["object"].ersatzlinie is None


def test_sozialraum_without_network_says_so_and_names_who_is_active(client):
    sozialraum = SozialraumFactory(name="Vorhalle")
    NetzwerkFactory(name="Sozialraumteam Vorhalle", art="sozialraumteam", sozialraeume=[sozialraum])
    OrganisationFactory(name="Familienzentrum", sozialraeume=[sozialraum])
    antwort = client.get(sozialraum.get_absolute_url())
    assert antwort.context["versorgung"] == "keines"
    text = antwort.content.decode()
    assert "Sozialraumteam Vorhalle" in text
    assert "Familienzentrum" in text


def test_old_address_leads_to_the_entry(client):
    netzwerk = NetzwerkFactory(slug="alt")
    netzwerk.slug = "neu"
    netzwerk.save()
    antwort = client.get("/netzwerke/alt/")
    assert (antwort.status_code, antwort.headers["Location"]) == (301, "/netzwerke/neu/")


def test_counts_of_the_list_are_those_of_the_model(client):
    netzwerke(2)
    NetzwerkFactory(status=Status.ENTWURF)
    antwort = client.get(reverse("netzwerke:liste"))
    assert antwort.context["page_obj"].paginator.count == Netzwerk.objects.oeffentlich().count() == 2


def test_professional_offers_stand_apart(client):
    fach = HilfeangebotFactory(name="Fachtelefon", nur_fachkraefte=True)
    HilfeangebotFactory(name="Für alle")
    assert list(client.get("/fachkraefte/").context["page_obj"]) == [fach]
    assert [a.name for a in client.get("/hilfe/").context["page_obj"]] == ["Für alle"]
    assert client.get(f"/hilfe/{fach.slug}/").status_code == 404
    assert client.get(fach.get_absolute_url()).status_code == 200
    assert Hilfeangebot.objects.count() == 2


def test_linked_pages_answer_before_anybody_wrote_them(client):
    antwort = client.get("/impressum/")
    assert (antwort.status_code, antwort.context["object"].titel) == (200, "Impressum")
    SeiteFactory(slug="impressum", titel="Entwurf", oeffentlich=False)
    assert client.get("/impressum/").context["object"].titel == "Impressum"
    assert client.get("/gebaerdensprache/").status_code == 404


def test_sozialraum_names_the_contacts_responsible_for_it(client):
    sozialraum = SozialraumFactory()
    TelefonFactory(
        kontakt__funktion="Bezirksjugendpflege", kontakt__sozialraeume=[sozialraum], anzeige="02331 4711"
    )
    KontaktFactory(funktion="Intern", sozialraeume=[sozialraum], sichtbarkeit="intern")
    KontaktFactory(funktion="Anderswo", sozialraeume=[SozialraumFactory()])
    antwort = client.get(sozialraum.get_absolute_url())
    assert [[k.funktion for k in gruppe] for _naehe, gruppe in antwort.context["kontakte"].gruppen] == [
        ["Bezirksjugendpflege"]
    ]
    assert "02331 4711" in antwort.content.decode()


def test_netzwerk_shows_the_contact_of_a_member_if_it_is_public(client):
    netzwerk = NetzwerkFactory()
    oeffentlich = TelefonFactory(kontakt__funktion="Vertretung im Netzwerk", anzeige="02331 4711").kontakt
    intern = KontaktFactory(funktion="Nur intern", sichtbarkeit="intern")
    for kontakt in (oeffentlich, intern):
        MitgliedschaftFactory(netzwerk=netzwerk, kontakt=kontakt)
    text = client.get(netzwerk.get_absolute_url()).content.decode()
    assert ("Vertretung im Netzwerk" in text, "02331 4711" in text, "Nur intern" in text) == (
        True,
        True,
        False,
    )


def test_page_without_an_address_of_its_own_is_refused():
    with pytest.raises(ValidationError) as fehler:
        SeiteFactory.build(slug="aktuelles").full_clean()
    assert fehler.value.message_dict["slug"] == [
        "Diese Seite gibt es nicht. Möglich sind: impressum, datenschutz, barrierefreiheit, sicherheit, "
        "leichte-sprache, gebaerdensprache."
    ]


def test_home_without_crisis_lines_names_the_emergency_numbers(client):
    text = client.get("/").content.decode()
    assert text.count('href="tel:110"') == 3
