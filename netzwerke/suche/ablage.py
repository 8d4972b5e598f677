"""Writing documents into the index and taking them out, with everything that is counted about them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from django.db import connection, transaction
from django.db.models import QuerySet

from netzwerke.models import Suchdokument, Suchform, Suchpunkt, Suchtext, Suchwort
from netzwerke.suche.bezuege import stapelweise
from netzwerke.suche.dokument import Dokument, Inhalt, indexzeile
from netzwerke.suche.volltext import volltext

_WORTE = (
    "INSERT INTO netzwerke_suchwort (token, anzahl) VALUES %s "
    "ON CONFLICT (token) DO UPDATE SET anzahl = netzwerke_suchwort.anzahl + excluded.anzahl"
)
_FORMEN = (
    "INSERT INTO netzwerke_suchform (form, anzahl, anzeige, laenge, anfang, ende) VALUES %s "
    "ON CONFLICT (form) DO UPDATE SET anzahl = netzwerke_suchform.anzahl + excluded.anzahl"
)


def sperren() -> None:
    """Be the only one who writes the index, until the transaction ends."""
    with connection.cursor() as cursor:
        volltext().sperren(cursor)


def ersetzen(alte: QuerySet[Suchdokument], dokumente: Iterable[Dokument]) -> dict[str, str]:
    """Put ``dokumente`` in the place of ``alte``; what is the same stays untouched. `sperren` comes first.

    Returns all words of ``dokumente`` as they are written.
    """
    zeilen = {zeile.id: zeile for zeile in map(indexzeile, dokumente)}
    gespeichert = lesen(alte)
    weg = {
        nummer: inhalt
        for nummer, inhalt in gespeichert.items()
        if nummer not in zeilen or zeilen[nummer].inhalt != inhalt
    }
    neu = [zeile for nummer, zeile in zeilen.items() if nummer not in gespeichert or nummer in weg]
    token, formen, anzeigen = Counter(), Counter(), {}
    for inhalt in weg.values():
        token.subtract(inhalt.token.split())
        formen.subtract(inhalt.formen.split())
    for zeile in neu:
        token.update(zeile.inhalt.token.split())
        formen.update(zeile.anzeigen.keys())
    for zeile in zeilen.values():
        anzeigen |= zeile.anzeigen
    with connection.cursor() as cursor:
        index = volltext()
        if weg:
            _zeilen_loeschen(weg.keys())
            index.loeschen(cursor, {nummer: inhalt.token for nummer, inhalt in weg.items()})
        if neu:
            index.dokumente_schreiben(cursor, neu)
    zaehlen(token, formen, anzeigen)
    return anzeigen


def lesen(dokumente: QuerySet[Suchdokument]) -> dict[int, Inhalt]:
    """What the index holds of ``dokumente``, by id."""
    spalten = ("merkmale", "faellig_am", "text__token", "text__formen")
    zeilen = dokumente.order_by().values_list("pk", *spalten)
    punkte = defaultdict(list)
    gelesen = list(zeilen)
    for stapel in stapelweise([zeile[0] for zeile in gelesen]):
        for nummer, *punkt in Suchpunkt.objects.filter(dokument__in=stapel).values_list(
            "dokument_id", "breite", "laenge"
        ):
            punkte[nummer].append(tuple(punkt))
    return {
        nummer: Inhalt(merkmale, faellig_am, token or "", formen or "", tuple(sorted(punkte[nummer])))
        for nummer, merkmale, faellig_am, token, formen in gelesen
    }


def _zeilen_loeschen(nummern: Collection[int]) -> None:
    """Past Django's collector: there is nothing to cascade to but the rows named here."""
    for stapel in stapelweise(nummern):
        for model, spalte in ((Suchtext, "dokument"), (Suchpunkt, "dokument"), (Suchdokument, "pk")):
            zeilen = model.objects.filter(**{f"{spalte}__in": stapel})
            zeilen._raw_delete(zeilen.db)


def zaehlen(token: Counter, formen: Counter, anzeigen: dict[str, str]) -> None:
    """Add to the counts, and forget what nobody has any more."""
    index = volltext()
    with connection.cursor() as cursor:
        index.zaehlwerk(cursor, _WORTE, sorted((wort, zahl) for wort, zahl in token.items() if zahl))
        index.zaehlwerk(
            cursor,
            _FORMEN,
            sorted(
                (form, zahl, anzeigen.get(form, form)[:120], len(form), form[:2], form[-3:])
                for form, zahl in formen.items()
                if zahl
            ),
        )
    for model, zaehler in ((Suchwort, token), (Suchform, formen)):
        for stapel in stapelweise([wort for wort, zahl in zaehler.items() if zahl < 0]):
            zeilen = model.objects.filter(pk__in=stapel, anzahl__lte=0)
            zeilen._raw_delete(zeilen.db)


@transaction.atomic
def leeren() -> None:
    """Empty the whole index."""
    sperren()
    with connection.cursor() as cursor:
        volltext().leeren(cursor)
    for model in (Suchtext, Suchpunkt, Suchdokument, Suchwort, Suchform):
        zeilen = model.objects.all()
        zeilen._raw_delete(zeilen.db)
