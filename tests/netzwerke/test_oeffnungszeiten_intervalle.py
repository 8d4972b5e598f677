"""When a rule is open: holidays by Land, nights, summer time, and cross-checks by brute force."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from netzwerke.oeffnungszeiten import beschreibung, heute, intervalle, nennt_feiertage, pruefe, stand
from netzwerke.oeffnungszeiten.kalender import BERLIN

TAGE = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def offen(regel: str, land: str, von: str, bis: str) -> list[str]:
    """Return the open times between two dates as "31.12. 20:00–01.01. 02:00"."""
    grenzen = (datetime.fromisoformat(tag).replace(tzinfo=BERLIN) for tag in (von, bis))
    return [f"{a:%d.%m. %H:%M}–{b:%d.%m. %H:%M}" for a, b in intervalle(regel, land, *grenzen)]


def am(regel: str, land: str, tag: str) -> list[str]:
    """Return the open times of one date as "09:00–12:00"."""
    anfang = datetime.fromisoformat(tag).replace(tzinfo=BERLIN)
    zeiten = intervalle(regel, land, anfang, anfang + timedelta(days=1))
    return [f"{a:%H:%M}–{b:%H:%M}" for a, b in zeiten]


@pytest.mark.parametrize(
    ("land", "tag", "zeiten"),
    [
        ("NW", "2026-06-04", []),  # Fronleichnam
        ("SN", "2026-06-04", ["09:00–12:00"]),  # a holiday in a few municipalities only
        ("", "2026-06-04", ["09:00–12:00"]),
        ("SN", "2026-10-31", []),  # Reformationstag
        ("NW", "2026-10-31", ["09:00–12:00"]),
        ("SN", "2026-11-18", []),  # Buß- und Bettag
        ("TH", "2026-11-18", ["09:00–12:00"]),
        ("TH", "2026-09-20", []),  # Weltkindertag
        ("", "2026-12-25", []),
        ("BY", "2027-01-06", []),  # Heilige Drei Könige
    ],
)
def test_feiertage_sind_die_des_landes(land, tag, zeiten):
    assert am("Mo-Su 09:00-12:00; PH off", land, tag) == zeiten


def test_regel_ohne_feiertage_ist_weihnachten_offen():
    assert am("Mo-Fr 09:00-12:00", "NW", "2026-12-25") == ["09:00–12:00"]


@pytest.mark.parametrize(
    ("regel", "zeiten"),
    [
        ("Mo-Fr 09:00-12:00; PH 10:00-11:00", ["10:00–11:00"]),
        ("Mo-Fr 09:00-12:00, PH 14:00-16:00", ["09:00–12:00", "14:00–16:00"]),
        ("Mo-We,PH 09:00-12:00", ["09:00–12:00"]),
        ("PH,Mo-We 22:00-02:00", ["00:00–02:00", "22:00–00:00"]),
        ("Mo-Fr 09:00-12:00; PH 11:00-24:00 off", ["09:00–11:00"]),
        ("Mo-Fr 09:00-12:00; PH +1 day off; PH -1 day off", ["09:00–12:00"]),
        ("Mo-Fr 09:00-12:00; Jun PH off", []),
        ("Mo-Fr 09:00-12:00; Jul PH off", ["09:00–12:00"]),
        ("Mo-Fr 09:00-12:00; week 23 PH off", []),
        ('Mo-Fr 09:00-12:00 open "PH off"', ["09:00–12:00"]),
        ('Mo-Fr 09:00-12:00; PH unknown "auf Anfrage"', []),
        ("PH off || 10:00-11:00", ["10:00–11:00"]),
    ],
)
def test_feiertagsangabe_gilt_an_fronleichnam(regel, zeiten):
    assert am(regel, "NW", "2026-06-04") == zeiten


def test_tag_vor_und_nach_feiertag_wird_erkannt():
    regel = "Mo-Fr 09:00-17:00; PH -1 day 09:00-12:00; PH +1 day 13:00-17:00; PH off"
    assert offen(regel, "NW", "2026-06-03", "2026-06-06") == [
        "03.06. 09:00–03.06. 12:00",
        "05.06. 13:00–05.06. 17:00",
    ]


@pytest.mark.parametrize(
    ("regel", "zeiten"),
    [
        ("Fr 22:00-02:00", ["05.06. 22:00–06.06. 02:00"]),
        ("Fr 22:00-26:00", ["05.06. 22:00–06.06. 02:00"]),
        ("Fr 22:00-02:00; Sa 22:00-03:00", ["05.06. 22:00–06.06. 02:00", "06.06. 22:00–07.06. 03:00"]),
        ("Sa 10:00-12:00; Fr 22:00-02:00", ["05.06. 22:00–06.06. 02:00", "06.06. 10:00–06.06. 12:00"]),
        ("Mo-Su 22:00-02:00; Fr 20:00-21:00", ["05.06. 00:00–05.06. 02:00", "05.06. 20:00–05.06. 21:00"]),
        ("Fr 22:00-02:00; Sa off", ["05.06. 22:00–06.06. 00:00"]),
        ("Sa off; Fr 22:00-02:00", ["05.06. 22:00–06.06. 02:00"]),
        ("Fr 08:00-08:00", ["05.06. 08:00–06.06. 08:00"]),
        ("Fr,Sa 00:00-24:00", ["05.06. 00:00–07.06. 00:00"]),
    ],
)
def test_nacht_gehoert_zum_tag_ihres_beginns(regel, zeiten):
    assert offen(regel, "NW", "2026-06-05", "2026-06-07 12:00")[: len(zeiten)] == zeiten


def test_feiertag_ohne_oeffnung_hat_auch_keine_nacht():
    assert offen("Mo-Su 22:00-02:00; PH off", "NW", "2026-06-03 12:00", "2026-06-06") == [
        "03.06. 22:00–04.06. 00:00",
        "05.06. 22:00–06.06. 00:00",
    ]


def test_jahreswechsel_reisst_nicht_ab():
    regel = "Mo-Su 20:00-02:00"
    assert offen(regel, "NW", "2026-12-31", "2027-01-01 12:00") == [
        "31.12. 00:00–31.12. 02:00",
        "31.12. 20:00–01.01. 02:00",
    ]
    assert offen(f"{regel}; PH off", "NW", "2026-12-31", "2027-01-01 12:00") == [
        "31.12. 00:00–31.12. 02:00",
        "31.12. 20:00–01.01. 00:00",
    ]


@pytest.mark.parametrize(
    ("regel", "tag", "stunden"),
    [
        ("Sa 22:00-06:00", "2026-03-28", 7),
        ("Sa 22:00-06:00", "2026-10-24", 9),
        ("24/7", "2026-03-28", 47),
        ("24/7", "2026-10-24", 49),
        ("Su 02:30-05:00", "2026-03-28", 2),  # the half hour before three does not exist
        ("Su 00:00-02:30", "2026-03-28", 2),
        ("Su 02:00-03:00", "2026-03-28", 0),
        ("Su 02:30-05:00", "2026-10-24", 3.5),  # begins when 2:30 comes for the first time
        ("Su 00:00-02:30", "2026-10-24", 2.5),
        ("Su 02:00-03:00", "2026-10-24", 2),
    ],
)
def test_sommerzeit_aendert_die_dauer(regel, tag, stunden):
    anfang = datetime.fromisoformat(tag).replace(tzinfo=BERLIN)
    zeiten = intervalle(regel, "NW", anfang, anfang + timedelta(days=2))
    dauer = sum(((b.astimezone(UTC) - a.astimezone(UTC)) for a, b in zeiten), timedelta())
    assert dauer == timedelta(hours=stunden)


def test_intervalle_sind_in_berliner_zeit():
    von = datetime(2026, 6, 3, tzinfo=UTC)
    (paar,) = intervalle("We 09:00-12:00", "NW", von, von + timedelta(days=1))
    assert [(z.isoformat(), z.tzinfo) for z in paar] == [
        ("2026-06-03T09:00:00+02:00", BERLIN),
        ("2026-06-03T12:00:00+02:00", BERLIN),
    ]


def test_intervalle_sind_verschmolzen_und_beschnitten():
    assert offen("24/7", "NW", "2026-01-01 10:00", "2027-01-01 10:00") == ["01.01. 10:00–01.01. 10:00"]
    regel = "We 09:00-12:00,12:00-14:00, We 13:00-15:00"
    assert offen(regel, "NW", "2026-06-03 10:00", "2026-06-03 14:30") == ["03.06. 10:00–03.06. 14:30"]
    assert offen(regel, "NW", "2026-06-03 15:00", "2026-06-03 15:00") == []
    assert offen(regel, "NW", "2026-06-03 15:00", "2026-06-03 09:00") == []


@pytest.mark.parametrize(
    ("regel", "zeiten"),
    [
        ('We 09:00-12:00 "nach Vereinbarung"', []),
        ("We 09:00-12:00 unknown", []),
        ('We 09:00-12:00 open "am Telefon"', ["09:00–12:00"]),
        ('We 09:00-12:00; We 10:00-11:00 off "Pause"', ["09:00–10:00", "11:00–12:00"]),
        ("We 09:00-12:00 || 10:00-16:00", ["09:00–16:00"]),
        ('We 09:00-12:00 || "nach Vereinbarung"', ["09:00–12:00"]),
        ("", []),
        ("Mo-Fr 9-12", []),
        ("sunrise-sunset", []),
    ],
)
def test_nur_gewisses_gilt_als_offen(regel, zeiten):
    assert am(regel, "NW", "2026-06-03") == zeiten


def test_intervalle_lehnt_unbekanntes_land_ab():
    with pytest.raises(ValueError, match="unknown Land: 'XX'"):
        am("Mo-Fr 09:00-12:00; PH off", "XX", "2026-06-03")


def test_intervalle_lehnt_zeitpunkte_ohne_zeitzone_ab():
    with pytest.raises(ValueError, match="aware"):
        intervalle("24/7", "NW", datetime(2026, 6, 3), datetime(2026, 6, 4))


# Ends and beginnings within the hour of the clock change are left to the table above.
MINUTEN = st.integers(0, 95).map(lambda viertel: viertel * 15).filter(lambda m: not 120 < m < 180)
SPANNEN = st.tuples(MINUTEN, MINUTEN)
WOCHEN = st.dictionaries(st.sampled_from(range(7)), st.lists(SPANNEN, min_size=1, max_size=2), min_size=1)
TERMINE = st.dates(date(2026, 1, 1), date(2027, 12, 31)) | st.sampled_from(
    [date(2026, 3, 28), date(2026, 10, 24), date(2026, 6, 3), date(2026, 12, 31)]
)


def als_text(spannen) -> str:
    return ",".join(f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in spannen)


def offen_nach_der_uhr(woche, feiertage, ortszeit: datetime) -> bool:
    """Read from the week's plan alone whether a minute of wall-clock time is open."""
    if ortszeit.date() in feiertage:
        return False
    minute = ortszeit.hour * 60 + ortszeit.minute
    for versatz in (0, 1):
        tag = ortszeit.date() - timedelta(days=versatz)
        for beginn, ende in woche.get(tag.weekday(), ()) if tag not in feiertage else ():
            ende += 0 if ende > beginn else 1440
            if beginn <= minute + versatz * 1440 < ende:
                return True
    return False


@settings(deadline=None)
@given(WOCHEN, TERMINE, st.sampled_from(["", "NW", "SN"]), st.booleans())
def test_intervalle_stimmen_minute_fuer_minute(woche, termin, land, feiertags_zu):
    regel = "; ".join(f"{TAGE[tag]} {als_text(spannen)}" for tag, spannen in woche.items())
    feiertage = country_holidays("DE", subdiv=land or None, years=range(2025, 2029)) if feiertags_zu else {}
    regel += "; PH off" if feiertags_zu else ""
    von = datetime.combine(termin, datetime.min.time(), BERLIN).astimezone(UTC)
    minuten = [von + timedelta(minutes=i) for i in range(2 * 1440)]
    grenzen = [
        (a.astimezone(UTC), b.astimezone(UTC))
        for a, b in intervalle(regel, land, von, von + timedelta(days=2))
    ]
    erwartet = [offen_nach_der_uhr(woche, feiertage, m.astimezone(BERLIN)) for m in minuten]
    assert [any(a <= m < b for a, b in grenzen) for m in minuten] == erwartet


ZEILEN = st.tuples(
    st.sampled_from(["; ", ", "]),
    st.lists(st.sampled_from(TAGE), min_size=1, max_size=4, unique=True),
    SPANNEN.filter(lambda spanne: spanne[0] < spanne[1]),
    st.sampled_from(["", "", " off", " unknown"]),
)


@settings(deadline=None)
@given(st.lists(ZEILEN, min_size=1, max_size=5))
def test_intervalle_stimmen_ohne_naechte_mit_der_bibliothek_ueberein(zeilen):
    regel = "".join(
        f"{verbund}{','.join(tage)} {als_text([spanne])}{zustand}"
        for verbund, tage, spanne, zustand in zeilen
    )[2:]
    von, bis = datetime(2026, 6, 1), datetime(2026, 6, 15)
    erwartet = [
        (a, b) for a, b, zustand, _ in OpeningHours(regel).intervals(von, bis) if zustand == State.OPEN
    ]
    unsere = intervalle(regel, "", von.replace(tzinfo=BERLIN), bis.replace(tzinfo=BERLIN))
    assert [(a.replace(tzinfo=None), b.replace(tzinfo=None)) for a, b in unsere] == erwartet


BAUSTEINE = st.sampled_from([
    "Mo", "Tu-Fr", "PH", "SH", "PH -1 day", "Su[-1]", "Jun", "Dec 24-26", "2026", "week 2", "easter", "24/7",
    "09:00-12:00", "22:00-02:00", "10:00+", "off", "open", "unknown", '"PH"', '"', ";", "; ", ", ", ",", " || ",
    " ", ":", "-", "sunset", "[", "99:99", "\x00", "\ud800", "–",
])  # fmt: skip


@settings(deadline=None)
@given(
    st.text(max_size=40) | st.lists(BAUSTEINE, max_size=10).map(" ".join) | st.lists(BAUSTEINE).map("".join)
)
def test_jede_eingabe_wird_angenommen_oder_mit_meldung_abgelehnt(regel):
    jetzt = datetime(2026, 6, 3, 10, tzinfo=BERLIN)
    try:
        pruefe(regel)
    except ValidationError as fehler:
        assert "Beispiel" in fehler.messages[0]
    else:
        assert bool(beschreibung(regel)) == bool(heute(regel, "NW", jetzt)) == bool(regel.strip())
    zeiten = intervalle(regel, "NW", jetzt, jetzt + timedelta(days=1))
    assert stand(regel, "NW", jetzt).offen is bool(zeiten and zeiten[0][0] == jetzt)
    assert nennt_feiertage(regel) in (True, False)
