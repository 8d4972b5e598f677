"""The database selects: at most a few hundred candidates, from what matches wholly to what matches in part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.lesen import abfragen
from netzwerke.suche.volltext import Suchgruppe, volltext
from netzwerke.suche.zusatz import OHNE_ZUSATZ, Zusatz

#: Candidates of one step, and how many are enough to look no further.
JE_STUFE, GENUG = 200, 30


@dataclass
class Kandidat:
    id: int
    art: int
    eintrag_id: int
    faellig_am: date | None
    text: str

    @cached_property
    def token(self) -> frozenset[str]:
        """Taken apart for those that are ranked, which many candidates never are."""
        return frozenset(self.text.split())


@dataclass(frozen=True)
class Stufe:
    """One way to match. ``genau`` means that nothing of the query was left out."""

    gruppen: tuple[Suchgruppe, ...]
    genau: bool


def stufen(anfrage: Anfrage, pflicht: tuple[Suchgruppe, ...] = ()) -> Iterator[Stufe]:
    """Ways to match, strict ones first; ``pflicht`` must match in all of them.

    A place widens before a word is left out, and the least informative word goes first.
    """
    alle = tuple(gruppe.suchgruppe for gruppe in anfrage.gruppen)
    hier, weiter = _ortsgruppen(anfrage)
    orte = [ort for ort in (hier, weiter) if ort]
    for ort in orte or [None]:
        yield Stufe((*pflicht, *alle, *([ort] if ort else [])), True)
    if not alle:
        return
    weniger = _ohne_das_schwaechste(anfrage)
    if orte:
        if weniger:
            yield Stufe((*pflicht, *weniger, weiter), False)
        yield Stufe((*pflicht, *alle), False)
    elif weniger:
        yield Stufe((*pflicht, *weniger), False)
    if len(alle) > 1 or anfrage.gruppen[0].lose or anfrage.gruppen[0].themen:
        eine = tuple(dict.fromkeys(form for gruppe in anfrage.gruppen for form in gruppe.weite_gruppe))
        if orte:
            yield Stufe((*pflicht, eine, weiter), False)
        yield Stufe((*pflicht, eine), False)
    if orte:
        yield Stufe((*pflicht, hier), False)


def _ohne_das_schwaechste(anfrage: Anfrage) -> tuple[Suchgruppe, ...]:
    if len(anfrage.gruppen) < 2:
        return ()
    schwaechste = min(anfrage.gruppen, key=lambda gruppe: gruppe.gewicht)
    return tuple(gruppe.suchgruppe for gruppe in anfrage.gruppen if gruppe is not schwaechste)


def _ortsgruppen(anfrage: Anfrage) -> tuple[Suchgruppe, Suchgruppe]:
    """What lies here or acts here, and everything in any ring. A place's name may also be in an entry's name."""
    hier: set[str] = set()
    weiter: set[str] = set()
    for ort in anfrage.orte:
        for ring in ort.ringe:
            weiter |= ring.token
            if ring.guete >= 0.7:
                hier |= ring.token
    namen = {(f"k_{wort}",) for ort in anfrage.orte for wort in ort.worte if not wort.isdigit()}

    def gruppe(token):
        return tuple(sorted({(t,) for t in token} | namen))

    return (gruppe(hier), gruppe(weiter)) if anfrage.orte else ((), ())


def kandidaten(
    anfrage: Anfrage, pflicht: tuple[Suchgruppe, ...] = (), zusatz: Zusatz = OHNE_ZUSATZ
) -> dict[int, Kandidat]:
    """Candidates by id, until there are enough."""
    gefunden: dict[int, Kandidat] = {}
    for stufe in stufen(anfrage, pflicht):
        neue = _lesen(stufe.gruppen, zusatz)
        if len(neue) == JE_STUFE and stufe.genau and anfrage.gruppen:
            # Too many to rank them all: those that say it in their name or themes come first.
            koepfe = tuple(gruppe.kopfgruppe for gruppe in anfrage.gruppen)
            ort = stufe.gruppen[len(pflicht) + len(koepfe) :]
            im_kopf = _lesen((*pflicht, *koepfe, *ort), zusatz)
            neue = im_kopf if len(im_kopf) == JE_STUFE else neue | im_kopf
        gefunden |= neue
        if len(gefunden) >= GENUG:
            break
    return gefunden


def _lesen(gruppen: tuple[Suchgruppe, ...], zusatz: Zusatz) -> dict[int, Kandidat]:
    if not all(gruppen):
        return {}
    index = volltext()
    dokumente = (
        f"SELECT d.id, d.art, d.eintrag_id, d.faellig_am FROM {index.DOKUMENTE}{zusatz.und} "
        f"ORDER BY {zusatz.ordnung or index.ORDNUNG} LIMIT %s"
    )
    parameter = [index.anfrage(gruppen), *zusatz.parameter, *zusatz.ordnungsparameter, JE_STUFE]
    # Tokens are long: they are fetched for those that were chosen, not for those that are sorted.
    mit_token = f"SELECT d.*, x.token FROM ({dokumente}) d JOIN netzwerke_suchtext x ON x.dokument_id = d.id"
    return {zeile[0]: Kandidat(*zeile) for zeile in abfragen(mit_token, parameter)}
