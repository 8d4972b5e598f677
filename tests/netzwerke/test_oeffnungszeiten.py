"""A rule in words: its lines, today's hours, the state now."""

from datetime import datetime

import pytest

from netzwerke.oeffnungszeiten import Stand, beschreibung, heute, stand
from netzwerke.oeffnungszeiten.kalender import BERLIN

UNLESBARE = [
    "Mo-Fr 9-12",
    "von neun bis zwölf",
    "Mo 09:00-12:00\x00",
    "Mo \ud800",
    "Mo\n09:00-12:00",
    "x" * 501,
]


def zeit(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("regel", "zeilen"),
    [
        (
            "Mo-Th 08:00-20:00; Fr 08:00-15:00; PH off",
            ["Montag bis Donnerstag 8–20 Uhr", "Freitag 8–15 Uhr", "an Feiertagen geschlossen"],
        ),
        ("Mo-Fr 08:00-20:00; Fr 08:00-15:00", ["Montag bis Donnerstag 8–20 Uhr", "Freitag 8–15 Uhr"]),
        ("24/7", ["rund um die Uhr"]),
        ("24/7; PH off", ["rund um die Uhr", "an Feiertagen geschlossen"]),
        ("Mo-Su,PH 00:00-24:00", ["rund um die Uhr, auch an Feiertagen"]),
        ("07:00-22:00", ["täglich 7–22 Uhr"]),
        ("Mo-Su,PH 09:30-12:00,14:00-16:00", ["täglich 9:30–12 und 14–16 Uhr, auch an Feiertagen"]),
        (
            "Mo-Fr 09:00-12:00, We 14:00-18:00",
            ["Montag, Dienstag, Donnerstag und Freitag 9–12 Uhr", "Mittwoch 9–12 und 14–18 Uhr"],
        ),
        ("Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off", ["Montag bis Freitag 8–12 und 13–18 Uhr"]),
        ("Fr-Mo 22:00-02:00", ["Montag und Freitag bis Sonntag 22–2 Uhr"]),
        (
            "Mo-Fr 09:00-12:00; Su,PH off",
            ["Montag bis Freitag 9–12 Uhr", "Sonntag und an Feiertagen geschlossen"],
        ),
        (
            'Mo 09:00-12:00 open "telefonisch"; Fr 14:00-16:00 "nach Vereinbarung"; Sa unknown',
            [
                "Montag 9–12 Uhr (telefonisch)",
                "Freitag 14–16 Uhr (nach Vereinbarung)",
                "Samstag: nicht bekannt, ob geöffnet",
            ],
        ),
        ('"nach Vereinbarung"', ["nach Vereinbarung"]),
        (
            'Mo-Fr 09:00-12:00 || "nach Vereinbarung"',
            ["Montag bis Freitag 9–12 Uhr", "sonst: nach Vereinbarung"],
        ),
        (
            "Tu[1,3] 10:00-12:00, Tu[-1] 18:00-20:00",
            [
                "erster und dritter Dienstag im Monat 10–12 Uhr",
                "letzter Dienstag im Monat zusätzlich 18–20 Uhr",
            ],
        ),
        (
            'Jun-Aug Mo-Fr 10:00-12:00; Dec 24-26 off; 2026 Jul 20-2026 Sep 01 off "Sommerpause"',
            [
                "Juni bis August: Montag bis Freitag 10–12 Uhr",
                "24. bis 26. Dezember geschlossen",
                "20. Juli bis 1. September 2026 geschlossen (Sommerpause)",
            ],
        ),
        (
            "week 01-53/2 Tu 10:00-12:00; week 10-12,20 We 10:00-12:00",
            [
                "ungerade Kalenderwochen: Dienstag 10–12 Uhr",
                "Kalenderwochen 10 bis 12 und 20: Mittwoch 10–12 Uhr",
            ],
        ),
        (
            "Jan-Jun,Sep Mo-Fr 09:00-12:00; Oct-Dec 10:00-13:00; PH off",
            [
                "Januar bis Juni und September: Montag bis Freitag 9–12 Uhr",
                "Oktober bis Dezember: 10–13 Uhr",
                "an Feiertagen geschlossen",
            ],
        ),
        (
            "2026+ Mo 10:00-12:00; PH -1 day 10:00-11:00",
            ["ab 2026: Montag 10–12 Uhr", "am Tag vor Feiertagen 10–11 Uhr"],
        ),
        (
            "Mo-Fr 10:00-12:00; easter -2 days off; 2026-2028 Jun Sa 10:00-12:00",
            [
                "Montag bis Freitag 10–12 Uhr",
                "Sonderregel: easter -2 days off",
                "Sonderregel: 2026-2028Jun Sa 10:00-12:00",
            ],
        ),
        ("Mo-Fr 9-12 Uhr", ["Mo-Fr 9-12 Uhr"]),
        ("", []),
    ],
)
def test_beschreibung_nennt_tage_und_zeiten(regel, zeilen):
    assert beschreibung(regel) == zeilen


@pytest.mark.parametrize(
    ("regel", "jetzt", "text"),
    [
        ("Mo-Fr 09:00-12:00,14:00-16:00", "2026-06-03 20:00", "heute 9–12 und 14–16 Uhr"),
        ("Mo-Fr 09:00-12:00; PH off", "2026-06-04 10:00", "heute geschlossen (Fronleichnam)"),
        ("Mo-Fr 09:00-12:00; PH off", "2026-06-06 10:00", "heute geschlossen"),
        ("Mo-We 09:00-12:00", "2026-06-04 10:00", "heute geschlossen"),
        ("24/7", "2026-06-04 10:00", "heute rund um die Uhr"),
        ("Fr 22:00-02:00; Sa 22:00-03:00", "2026-06-06 01:00", "heute bis 2 Uhr und 22–3 Uhr"),
        ("Fr 22:00-02:00; Sa 22:00-03:00", "2026-06-06 02:00", "heute 22–3 Uhr"),
        ("Mo 08:00-24:00; Tu 00:00-20:00", "2026-06-01 12:00", "heute 8–24 Uhr"),
        ('Th 14:00-16:00 "nach Vereinbarung"', "2026-06-04 10:00", "heute 14–16 Uhr: nach Vereinbarung"),
        (
            'Th 09:00-12:00 || "nach Vereinbarung"',
            "2026-06-04 10:00",
            "heute 9–12 Uhr; sonst: nach Vereinbarung",
        ),
        ('Th 09:00-12:00 || "nach Vereinbarung"', "2026-06-05 10:00", "heute: nach Vereinbarung"),
        ("Mo-Fr 09:00-12:00; PH unknown", "2026-06-04 10:00", "heute: nicht bekannt, ob geöffnet"),
        ("", "2026-06-04 10:00", ""),
    ],
)
def test_heute_nennt_die_zeiten_des_tages(regel, jetzt, text):
    assert heute(regel, "NW", zeit(jetzt)) == text


@pytest.mark.parametrize(
    ("regel", "jetzt", "offen", "wechsel", "text"),
    [
        ("Mo-Fr 09:00-16:00", "2026-06-03 09:00", True, "2026-06-03 16:00", "jetzt geöffnet bis 16 Uhr"),
        ("Mo-Fr 09:00-16:00", "2026-06-03 08:59", False, "2026-06-03 09:00", "öffnet heute um 9 Uhr"),
        ("Mo-Fr 09:00-16:00", "2026-06-03 16:00", False, "2026-06-04 09:00", "öffnet morgen um 9 Uhr"),
        ("Mo-Fr 09:00-16:00", "2026-06-05 18:00", False, "2026-06-08 09:00", "öffnet am Montag um 9 Uhr"),
        (
            "Mo-Fr 09:00-16:00; PH off",
            "2026-06-03 18:00",
            False,
            "2026-06-05 09:00",
            "öffnet am Freitag um 9 Uhr",
        ),
        (
            "Mo 09:30-16:00",
            "2026-12-28 18:00",
            False,
            "2027-01-04 09:30",
            "öffnet am 4. Januar 2027 um 9:30 Uhr",
        ),
        ("Jun Mo 09:00-16:00", "2026-01-05 18:00", False, "2026-06-01 09:00", "öffnet am 1. Juni um 9 Uhr"),
        (
            "Mo-Fr 20:00-06:00",
            "2026-06-03 23:00",
            True,
            "2026-06-04 06:00",
            "jetzt geöffnet bis morgen um 6 Uhr",
        ),
        ("Mo-Fr 20:00-06:00", "2026-06-04 01:00", True, "2026-06-04 06:00", "jetzt geöffnet bis 6 Uhr"),
        ("Mo-Fr 00:00-24:00", "2026-06-05 12:00", True, "2026-06-06 00:00", "jetzt geöffnet bis 24 Uhr"),
        (
            "Mo-Fr 00:00-24:00",
            "2026-06-02 12:00",
            True,
            "2026-06-06 00:00",
            "jetzt geöffnet bis Freitag um 24 Uhr",
        ),
        ("24/7", "2026-06-02 12:00", True, None, "rund um die Uhr geöffnet"),
        ("2019 Mo 09:00-12:00", "2026-06-02 12:00", False, None, "geschlossen"),
        (
            'Mo 09:00-12:00 || "nach Vereinbarung"',
            "2026-06-02 12:00",
            False,
            "2026-06-08 09:00",
            "jetzt: nach Vereinbarung; öffnet am Montag um 9 Uhr",
        ),
        (
            "Mo-Fr 09:00-16:00; PH unknown",
            "2026-06-04 10:00",
            False,
            "2026-06-05 09:00",
            "jetzt: nicht bekannt, ob geöffnet; öffnet morgen um 9 Uhr",
        ),
        ('"nach Vereinbarung"', "2026-06-02 12:00", False, None, "jetzt: nach Vereinbarung"),
        ("", "2026-06-02 12:00", False, None, ""),
    ],
)
def test_stand_sagt_ob_offen_und_bis_wann(regel, jetzt, offen, wechsel, text):
    assert stand(regel, "NW", zeit(jetzt)) == Stand(offen, wechsel and zeit(wechsel), text)


@pytest.mark.parametrize("regel", UNLESBARE)
def test_unlesbare_regel_gilt_nie_als_offen(regel):
    jetzt = zeit("2026-06-03 10:00")
    assert stand(regel, "NW", jetzt) == Stand(False, None, "")
    assert heute(regel, "NW", jetzt) == ""
    assert beschreibung(regel) == [regel]


@pytest.mark.parametrize("frage", [heute, stand])
def test_zeitpunkt_ohne_zeitzone_wird_abgelehnt(frage):
    with pytest.raises(ValueError, match="aware"):
        frage("24/7", "NW", datetime(2026, 6, 3, 10))


def test_stand_rechnet_andere_zeitzonen_um():
    jetzt = datetime.fromisoformat("2026-06-03T07:00:00+00:00")
    assert stand("Mo-Fr 09:00-16:00", "NW", jetzt).text == "jetzt geöffnet bis 16 Uhr"
