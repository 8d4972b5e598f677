"""Opening hours as counselling centres, offices and lines publish them, in OpenStreetMap's syntax."""

from functools import cache
from itertools import chain, product, zip_longest

VORMITTAG = ("09:00-12:00", "10:00-12:00", "08:30-12:30", "09:00-13:00", "08:00-12:00", "10:00-13:00")
NACHMITTAG = ("14:00-16:00", "14:00-17:00", "15:00-18:00", "13:00-16:00", "16:00-19:00")
GANZTAGS = ("09:00-17:00", "08:00-16:00", "10:00-18:00", "09:00-16:30", "08:00-18:00")
TAGEPAARE = (("Tu", "Th"), ("Mo", "Th"), ("Mo", "We"), ("Tu", "Fr"), ("We", "Fr"))
BESONDERE = (
    "Mo-Su,PH 08:00-22:00",
    "Mo-Su,PH 09:00-23:00",
    "Mo-Su 10:00-20:00",
    "Mo-Su,PH 18:00-06:00",
    "Mo-Th 18:00-22:00; Fr-Su,PH 20:00-08:00",
    "Fr 18:00-24:00; Sa,Su,PH 10:00-24:00",
    "Mo-Fr 08:00-20:00; Sa,Su,PH 10:00-16:00",
    "Mo-Fr 07:00-19:00; Sa 09:00-14:00; PH off",
    "Jan-Jun Mo-Fr 09:00-12:00; Sep-Dec Mo-Fr 09:00-13:00; PH off",
    "Mo-Th 08:00-20:00; Fr 08:00-15:00; PH off",
)


@cache
def muster() -> tuple[str, ...]:
    """Some two hundred different rules; the more common of each kind stand first."""
    familien = (
        _jeden_vormittag(),
        _kurzer_freitag(),
        _langer_donnerstag(),
        _an_zwei_tagen(),
        _vor_und_nachmittags(),
        _mit_samstag(),
        _einmal_im_monat(),
        BESONDERE,
    )
    reihum = chain.from_iterable(zip_longest(*familien))
    return tuple(dict.fromkeys(regel for regel in reihum if regel))


def _jeden_vormittag():
    return [f"Mo-Fr {zeit}{ende}" for ende, zeit in product(("; PH off", ""), (*VORMITTAG, *GANZTAGS))]


def _kurzer_freitag():
    return [f"Mo-Th {tag}; Fr {frueh}; PH off" for tag, frueh in product(GANZTAGS, VORMITTAG)]


def _langer_donnerstag():
    return [
        f"Mo-We,Fr {frueh}; Th {frueh},{spaet}; PH off" for frueh, spaet in product(VORMITTAG, NACHMITTAG)
    ]


def _an_zwei_tagen():
    return [
        f"{eins} {spaet}; {zwei} {frueh}; PH off"
        for (eins, zwei), (frueh, spaet) in product(TAGEPAARE, zip(VORMITTAG, NACHMITTAG, strict=False))
    ]


def _vor_und_nachmittags():
    tage = ("Mo-Fr", "Mo,We,Fr", "Mo,Tu,Th", "Tu-Th")
    zeiten = product(VORMITTAG[:4], NACHMITTAG[:3])
    return [f"{wann} {frueh},{spaet}; PH off" for (frueh, spaet), wann in product(zeiten, tage)]


def _mit_samstag():
    return [
        f"Mo-Fr {tag}; Sa {samstag}; PH off"
        for tag, samstag in product(GANZTAGS, ("10:00-13:00", "09:00-12:00", "11:00-15:00"))
    ]


def _einmal_im_monat():
    tage = product(("Tu", "We", "Th"), ("[1]", "[2]", "[1,3]", "[-1]"), ("17:00-19:00", "16:00-18:00"))
    return [f"{tag}{woche} {zeit}; PH off" for tag, woche, zeit in tage]
