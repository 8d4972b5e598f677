"""Dates of reduced precision, web addresses and telephone numbers: what is taken, stored, shown and refused."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.felder import TeildatumField, WebadresseField, teildatum, teildatum_lesbar
from netzwerke.models import Netzwerk, Organisation, Telefon
from netzwerke.telefon import KURZWAHLEN, pruefe_telefon, waehlbar
from tests.factories import NetzwerkFactory, TelefonFactory

NetzwerkForm = modelform_factory(Netzwerk, fields=["gegruendet", "website"])


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eingabe", "iso"),
    [
        ("", ""),
        ("   ", ""),
        ("2004", "2004"),
        (" 2004 ", "2004"),
        ("01.2004", "2004-01"),
        ("1.2004", "2004-01"),
        ("1/2004", "2004-01"),
        ("12.2004", "2004-12"),
        ("5.1.2004", "2004-01-05"),
        ("05.01.2004", "2004-01-05"),
        ("29.2.2024", "2024-02-29"),
        ("2004-01", "2004-01"),
        ("2004-01-05", "2004-01-05"),
    ],
)
def test_teildatum_takes_year_month_and_day(eingabe, iso):
    assert teildatum(eingabe) == iso
    assert teildatum(iso) == iso


@pytest.mark.parametrize(
    "eingabe",
    [
        "gestern",
        "04",
        "1.1.04",
        "2004-1-5",
        "2004/01/05",
        "1. Mai 2004",
        "seit 2004",
        "2004.",
        "20045",
        "٢٠٠٤",
        "2004\x00",
    ],
)
def test_teildatum_says_how_to_write_a_date(eingabe):
    with pytest.raises(ValidationError) as fehler:
        teildatum(eingabe)
    assert fehler.value.messages == [
        "Bitte geben Sie das Datum als Jahr (2004), Monat (01.2004) oder Tag (05.01.2004) ein."
    ]


@pytest.mark.parametrize(
    "eingabe", ["30.2.2004", "29.2.2023", "13.2004", "0.2004", "00.01.2004", "2004-00", "0000", "2004-02-30"]
)
def test_teildatum_refuses_days_no_calendar_has(eingabe):
    with pytest.raises(ValidationError) as fehler:
        teildatum(eingabe)
    assert fehler.value.messages == ["Diesen Tag gibt es im Kalender nicht. Bitte prüfen Sie das Datum."]


@settings(deadline=None)
@given(st.text(alphabet="0123456789.-/ ") | st.text())
def test_teildatum_is_stored_in_its_iso_form_or_refused(eingabe):
    try:
        iso = teildatum(eingabe)
    except ValidationError:
        return
    assert re.fullmatch(r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?", iso)


@pytest.mark.parametrize(
    ("iso", "lesbar"),
    [("", ""), ("2004", "2004"), ("2004-01", "Januar 2004"), ("2004-01-05", "5. Januar 2004")],
)
def test_teildatum_is_shown_with_its_precision(iso, lesbar):
    assert teildatum_lesbar(iso) == lesbar
    assert Netzwerk(gegruendet=iso).gegruendet_lesbar == lesbar


@pytest.mark.django_db
def test_teildatum_is_normalised_by_full_clean():
    netzwerk = NetzwerkFactory()
    netzwerk.gegruendet = "1.2004"
    netzwerk.full_clean()
    assert netzwerk.gegruendet == "2004-01"


@pytest.mark.django_db
def test_teildatum_sorts_in_time_order():
    stufen = ["", "2003-12-31", "2004", "2004-01", "2004-01-05", "2004-02", "2005"]
    for stand in reversed(stufen):
        NetzwerkFactory(gegruendet=stand)
    assert list(Netzwerk.objects.order_by("gegruendet").values_list("gegruendet", flat=True)) == stufen


@pytest.mark.parametrize(
    ("iso", "im_formular"),
    [("2004", "2004"), ("2004-01", "01.2004"), ("2004-01-05", "05.01.2004"), (None, None)],
)
def test_teildatum_stands_in_forms_as_germans_write_it(iso, im_formular):
    feld = TeildatumField().formfield()
    assert feld.prepare_value(iso) == im_formular
    assert feld.has_changed(iso, im_formular) is False


def test_teildatum_form_keeps_what_was_typed_beside_its_error():
    form = NetzwerkForm({"gegruendet": "30.2.2004", "website": ""})
    assert form.errors == {
        "gegruendet": ["Diesen Tag gibt es im Kalender nicht. Bitte prüfen Sie das Datum."]
    }
    assert 'value="30.2.2004"' in str(form["gegruendet"])


# --- web addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eingabe", "adresse"),
    [
        ("", ""),
        ("www.beispiel.de", "https://www.beispiel.de"),
        (" www.beispiel.de ", "https://www.beispiel.de"),
        ("beispiel.de/pfad?x=1", "https://beispiel.de/pfad?x=1"),
        ("http://beispiel.de", "http://beispiel.de"),
        ("https://müller.de/ä", "https://müller.de/ä"),
    ],
)
def test_web_address_is_completed_with_https(eingabe, adresse):
    assert WebadresseField().clean(eingabe, None) == adresse
    form = NetzwerkForm({"website": eingabe})
    assert (form.errors, form.cleaned_data["website"]) == ({}, adresse)


@pytest.mark.parametrize(
    "eingabe",
    [
        "javascript:alert(1)",
        "javascript://beispiel.de/%0aalert(1)",
        "JavaScript://beispiel.de",
        "data:text/html,x",
        "data://text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://beispiel.de",
        "https://",
        "nur Text",
        "https://bei spiel.de",
        "https://beispiel.de\n.böse.de",
        'https://beispiel.de" onclick="x',
    ],
)
def test_web_address_is_http_or_refused(eingabe):
    meldung = "Bitte geben Sie eine Webadresse ein, zum Beispiel https://www.beispiel.de."
    with pytest.raises(ValidationError) as fehler:
        WebadresseField().clean(eingabe, None)
    assert fehler.value.messages == [meldung]
    assert NetzwerkForm({"website": eingabe}).errors == {"website": [meldung]}


# --- telephone numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anzeige", "nummer"),
    [
        ("", ""),
        ("110", "110"),
        ("112", "112"),
        ("116 016", "116016"),
        ("116016", "116016"),
        ("116 111", "116111"),
        ("116 006", "116006"),
        ("116 117", "116117"),
        ("0800 22 55 530", "+498002255530"),
        ("0800 1239900", "+498001239900"),
        ("0800 19 210 00", "+498001921000"),
        ("0800 1110111", "+498001110111"),
        ("0 23 31 / 4 42 34", "+49233144234"),
        ("02331 12345", "+49233112345"),
        ("(02331) 123-45", "+49233112345"),
        ("02331/12345", "+49233112345"),
        ("02331–12345", "+49233112345"),
        ("+49 2331 12345", "+49233112345"),
        ("+49 (0) 2331 12345", "+49233112345"),
        ("0049 2331 12345", "+49233112345"),
        ("0171 1234567", "+491711234567"),
        ("+41 44 668 18 00", "+41446681800"),
    ],
)  # fmt: skip
def test_telephone_number_is_dialled_however_it_is_written(anzeige, nummer):
    pruefe_telefon(anzeige)
    assert waehlbar(anzeige) == nummer


@pytest.mark.parametrize(
    "anzeige",
    [
        "12", "113", "116 999", "keine", "Büro", "02331", "0", "+", "12345", "0" * 40, "9" * 300, "02331 12345 ext. 3",
        "110 112", "٠٢٣٣١", "02331 1234567890123", "tel:", "<script>",
    ],
)  # fmt: skip
def test_telephone_number_that_cannot_be_dialled_is_refused(anzeige):
    with pytest.raises(ValidationError) as fehler:
        waehlbar(anzeige)
    assert fehler.value.messages == [
        "Diese Telefonnummer lässt sich nicht wählen. Bitte mit Vorwahl eingeben, zum Beispiel 02331 12345."
    ]


@pytest.mark.parametrize("nummer", sorted(KURZWAHLEN))
def test_every_short_code_is_dialled(nummer):
    assert waehlbar(nummer) == nummer


@settings(deadline=None)
@given(st.text(alphabet="0123456789+-/() ") | st.text())
def test_telephone_number_is_digits_to_dial_or_refused(anzeige):
    try:
        nummer = waehlbar(anzeige)
    except ValidationError:
        return
    assert nummer in KURZWAHLEN | {""} or re.fullmatch(r"\+[1-9][0-9]{4,18}", nummer)
    assert len(nummer) <= Telefon._meta.get_field("nummer").max_length


@pytest.mark.django_db
def test_telephone_number_keeps_the_form_its_owner_publishes():
    telefon = TelefonFactory(anzeige="0800 22 55 530")
    telefon.refresh_from_db()
    assert (telefon.anzeige, telefon.nummer) == ("0800 22 55 530", "+498002255530")
    telefon.full_clean()


@pytest.mark.parametrize(("model", "feld"), [(Telefon, "anzeige"), (Organisation, "telefon")])
def test_telephone_number_is_refused_beside_its_field(model, feld):
    form = modelform_factory(model, fields=[feld])({feld: "12"})
    assert form.errors == {
        feld: [
            "Diese Telefonnummer lässt sich nicht wählen. Bitte mit Vorwahl eingeben, zum Beispiel 02331 12345."
        ]
    }
