"""Which rules are accepted, and what is said about the others."""

import pytest
from django.core.exceptions import ValidationError

from netzwerke.oeffnungszeiten import nennt_feiertage, pruefe


@pytest.mark.parametrize(
    "regel",
    [
        "",
        "24/7",
        "07:00-22:00",
        "Mo-Th 08:00-20:00; Fr 08:00-15:00; PH off",
        "Mo-Fr 08:00-20:00; Fr 08:00-15:00",
        "Mo-Fr,PH 09:00-12:00, We 14:00-18:00",
        "Fr 22:00-02:00; Sa 22:00-03:00",
        "Mo-Fr 00:00-24:00",
        "PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH -1 day 09:00-12:00; PH +1 day 13:00-17:00; PH off",
        "Tu[1,3] 10:00-12:00",
        "week 01-53/2 Tu 10:00-12:00; easter -2 days off",
        "2099 Jun Mo 10:00-12:00",
        "Feb 29 10:00-12:00",
        'Mo 09:00-12:00 open "PH; SH, sunrise+"; Fr 14:00-16:00 "nach Vereinbarung"',
        'Mo-Fr 09:00-12:00 || "nach Vereinbarung"',
    ],
)
def test_pruefe_nimmt_brauchbare_regel_an(regel):
    assert pruefe(regel) is None


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        ("Mo-Fr 9-12", "unlesbar"),
        ("Mo-Fr 09:00-12:00;", "unlesbar"),
        ("ph off", "unlesbar"),
        ("Mo 09:00-12:00\x00", "zeichen"),
        ("Mo 09:00-12:00\nTu off", "zeichen"),
        ("Mo \ud800", "zeichen"),
        ("x" * 501, "zu_lang"),
        ("Mo, Tu 09:00-12:00", "ohne_uhrzeit"),
        ("Mo-Fr", "ohne_uhrzeit"),
        ("SH off", "nicht_unterstuetzt"),
        ("PH Mo-Fr 09:00-12:00", "nicht_unterstuetzt"),
        ("Mo PH 09:00-12:00", "nicht_unterstuetzt"),
        ("sunrise-sunset", "nicht_unterstuetzt"),
        ("Mo 17:00+", "nicht_unterstuetzt"),
        ("Mo 09:00-12:00/30", "nicht_unterstuetzt"),
        ('"Chat":Mo 09:00-12:00', "nicht_unterstuetzt"),
        ("off", "nie_geoeffnet"),
        ("Mo 09:00-12:00; Mo 09:00-12:00 off", "nie_geoeffnet"),
        ("Mo 09:00-12:00; Mo 14:00-16:00", "ohne_wirkung"),
        ("Mo-Fr 09:00-12:00; 14:00-16:00", "ohne_wirkung"),
        ("PH off; Mo-Fr 09:00-12:00", "ohne_wirkung"),
        ("Dec 24 off; Mo-Fr 09:00-12:00", "ohne_wirkung"),
        ("Tu[1] 14:00-16:00; Tu 10:00-12:00", "ohne_wirkung"),
    ],
)
def test_pruefe_lehnt_ab(regel, code):
    with pytest.raises(ValidationError) as fehler:
        pruefe(regel)
    assert fehler.value.code == code


@pytest.mark.parametrize(
    ("regel", "meldung"),
    [
        (
            "Mo-Fr 9-12",
            "Die Öffnungszeiten sind ab „9-12“ nicht lesbar. Uhrzeiten brauchen Stunde und Minute mit "
            "Doppelpunkt: 09:00-12:00. Beispiel: Mo-Fr 09:00-12:00; PH off",
        ),
        (
            "Di 09:00-12:00",
            "Die Öffnungszeiten sind ab „Di 09:00-12:00“ nicht lesbar. Wochentage heißen Mo, Tu, We, Th, Fr, "
            "Sa, Su. Beispiel: Mo-Fr 09:00-12:00; PH off",
        ),
        (
            "Mo, Tu 09:00-12:00",
            "Zu „Mo“ fehlt die Uhrzeit. Tage stehen ohne Leerzeichen hinter dem Komma, zum Beispiel: "
            "Mo,Tu 09:00-12:00. Ganze Tage: Mo-Fr 00:00-24:00",
        ),
        (
            "PH off; Mo-Fr 09:00-12:00",
            "„PH off“ wird von „Mo-Fr 09:00-12:00“ aufgehoben, denn die spätere Angabe gewinnt. Setzen Sie "
            "Ausnahmen ans Ende, zum Beispiel: Mo-Fr 09:00-12:00; PH off",
        ),
    ],
)
def test_pruefe_sagt_was_zu_tun_ist(regel, meldung):
    with pytest.raises(ValidationError) as fehler:
        pruefe(regel)
    assert fehler.value.messages == [meldung]


@pytest.mark.parametrize(
    ("regel", "nennt"),
    [
        ("Mo-Fr 09:00-12:00; PH off", True),
        ("Mo-Fr,PH 09:00-12:00", True),
        ("PH -1 day 09:00-12:00", True),
        ("Mo-Fr 09:00-12:00", False),
        ('Mo-Fr 09:00-12:00 open "PH off"', False),
        ("24/7", False),
        ("", False),
        ("PH zu", False),
    ],
)
def test_nennt_feiertage_liest_regel_ohne_hinweise(regel, nennt):
    assert nennt_feiertage(regel) is nennt
