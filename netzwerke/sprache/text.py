"""The searchable text of an entry, and the condition that finds it."""

from collections.abc import Iterable

from django.db.models import Q

from netzwerke.sprache.analyse import ANFANG_AB, Wortgruppe, stamm, teile, woerter


def suchtext(texte: Iterable[str]) -> str:
    """Return every form of every word of ``texte``, each between blanks, first as they stand.

    The words come first in their order, so that a sequence of words is found as well.
    """
    folge = [wort for text in texte for wort in woerter(text)]
    formen = (
        form
        for wort in dict.fromkeys(folge)
        for form in (stamm(wort), *teile(wort), *map(stamm, teile(wort)))
    )
    weitere = [form for form in dict.fromkeys(formen) if form not in set(folge)]
    return f" {' '.join([*folge, *weitere])} " if folge else ""


def bedingung(gruppe: Wortgruppe, spalte: str) -> Q:
    """Return the condition that the searchable text in ``spalte`` has one of the forms of ``gruppe``.

    A longer word may also be the beginning of one, as it is typed: "berat" finds "Beratung".
    """
    treffer = Q()
    for form in gruppe.formen:
        treffer |= Q(*[(f"{spalte}__contains", f" {wort} ") for wort in form])
    if len(gruppe.wort) >= ANFANG_AB and not gruppe.wort.isdigit():
        treffer |= Q((f"{spalte}__contains", f" {gruppe.wort}"))
    return treffer
