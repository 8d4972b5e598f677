"""Keeping the index in step: every change of an entry refreshes its document in the same transaction.

Signals of the ORM note what changed. Inside `gebuendelt` the documents are written together at its end, otherwise
at once. What bypasses signals (bulk operations, raw SQL) calls `auffrischen` itself. Whoever changes several
entries in one transaction does it inside `gebuendelt`: from the first document on, everybody else who changes
entries waits for the end of the transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_delete, pre_save

from netzwerke.anschluesse import OeffentlicheArt, anschluesse
from netzwerke.models import Gebiet, Suchdokument, Thema, Zielgruppe
from netzwerke.suche import ablage, begriffe
from netzwerke.suche.bezuege import Bezugsnetz, Stelle, geaendert, stapelweise
from netzwerke.suche.volltext import volltext

#: Rows that documents carry as a token, by the tree where there is one: the index itself knows which. By model the
#: sign and the columns that matter.
ZEICHEN = {
    Thema: ("t_", {"name", "oberthema_id"}),
    Zielgruppe: ("z_", {"name"}),
    Gebiet: ("g_", {"name", "oberhalb_id"}),
}
KEINE: tuple[str, set[str]] = ("", set())
#: Models whose every change has the search read its vocabulary anew.
WORTSCHATZ = (Thema, Zielgruppe)

_offen: ContextVar["Merkzettel | None"] = ContextVar("offen", default=None)


class Merkzettel:
    """Changes whose documents are still to be written."""

    def __init__(self):
        self.eintraege: dict[type[Model], set[int]] = defaultdict(set)
        self.stellen: dict[Stelle, set[int]] = defaultdict(set)
        self.zeichen: set[str] = set()
        self.wortschatz = False

    def erledigen(self) -> None:
        """Write them. What they are made of is read only under the lock: so the last one sees all others' changes."""
        if not (self.eintraege or self.stellen or self.zeichen or self.wortschatz):
            return
        with transaction.atomic():
            ablage.sperren()
            if self.wortschatz:
                begriffe.erneuern()
            self._aufloesen()
            for model, eintraege in self.eintraege.items():
                for stapel in stapelweise(eintraege):
                    _schreiben(model, stapel)

    def _aufloesen(self) -> None:
        for stelle, pks in self.stellen.items():
            self.eintraege[stelle.eintrag] |= stelle.eintraege(pks)
        je_art = mit_zeichen(self.zeichen)
        for art in anschluesse.sucharten():
            self.eintraege[art.model].update(je_art.get(art.suche.nummer, ()))


def _schreiben(model: type[Model], eintraege: list[int]) -> None:
    for art in anschluesse.sucharten():
        if art.model is model:
            alte = Suchdokument.objects.filter(art=art.suche.nummer, eintrag_id__in=eintraege)
            ablage.ersetzen(alte, art.suche.dokumente(eintraege))


@contextmanager
def _merken() -> Iterator[Merkzettel]:
    """What is noted is done afterwards, or at the end of `gebuendelt`."""
    if (offen := _offen.get()) is not None:
        yield offen
    else:
        zettel = Merkzettel()
        yield zettel
        zettel.erledigen()


@contextmanager
def gebuendelt() -> Iterator[None]:
    """Write every affected document once, at the end and in the same transaction as the changes."""
    if _offen.get() is not None:
        yield
        return
    with transaction.atomic():
        zettel = Merkzettel()
        merker = _offen.set(zettel)
        try:
            yield
        finally:
            _offen.reset(merker)
        zettel.erledigen()


def auffrischen(model: type[Model], eintraege: Iterable[int]) -> None:
    """Bring the documents of these entries up to date."""
    with _merken() as zettel:
        zettel.eintraege[model].update(eintraege)


def mit_zeichen(zeichen: Collection[str]) -> dict[int, list[int]]:
    """Entries by number of their kind whose documents carry one of these tokens."""
    je_art = defaultdict(list)
    if zeichen:
        index = volltext()
        anfrage = index.anfrage([tuple((token,) for token in sorted(zeichen))])
        with connection.cursor() as cursor:
            cursor.execute(index.TREFFER, [anfrage])
            nummern = [nummer for (nummer,) in cursor.fetchall()]
        for stapel in stapelweise(nummern):
            for art, eintrag in Suchdokument.objects.filter(pk__in=stapel).values_list("art", "eintrag_id"):
                je_art[art].append(eintrag)
    return je_art


# --- signals --------------------------------------------------------------------------------------

_netz = Bezugsnetz()
_eintragsmodelle: set[type[Model]] = set()


def _spalten(model: type[Model]) -> set[str]:
    return _netz.zeilen[model].spalten | ZEICHEN.get(model, KEINE)[1]


def _vor_speichern(sender, instance, **kwargs):
    """Read what is stored, and hold it until the transaction ends: nobody else may change it in between."""
    spalten = _spalten(sender)
    if instance.pk is None or not spalten:
        return
    gespeichert = sender._base_manager.filter(pk=instance.pk)
    if connection.in_atomic_block:
        gespeichert = gespeichert.select_for_update(no_key=True)
    instance._suche_vorher = gespeichert.values(*spalten).first()


def _nach_speichern(sender, instance, raw, **kwargs):
    vorher = instance.__dict__.pop("_suche_vorher", None)
    vorsatz, zeichenspalten = ZEICHEN.get(sender, KEINE)
    with _merken() as zettel:
        if sender in _eintragsmodelle:
            zettel.eintraege[sender].add(instance.pk)
        # Rows of a fixture may come in any order: others may lead to a new one.
        for stelle, pks in _netz.zeilen[sender].betroffen(instance, vorher, bekannt=raw):
            zettel.stellen[stelle] |= pks
        if geaendert(instance, vorher, zeichenspalten):
            zettel.zeichen.add(f"{vorsatz}{instance.pk}")
        zettel.wortschatz |= sender in WORTSCHATZ


def _vor_loeschen(sender, instance, **kwargs):
    instance._suche_dort = [
        (stelle.eintrag, stelle.eintraege([instance.pk])) for stelle in _netz.zeilen[sender].stellen
    ]


def _nach_loeschen(sender, instance, **kwargs):
    with _merken() as zettel:
        if sender in _eintragsmodelle:
            zettel.eintraege[sender].add(instance.pk)
        for eintrag, pks in instance.__dict__.pop("_suche_dort", ()):
            zettel.eintraege[eintrag] |= pks
        if sender in ZEICHEN:
            zettel.zeichen.add(f"{ZEICHEN[sender][0]}{instance.pk}")
        zettel.wortschatz |= sender in WORTSCHATZ


def _verbindung_geaendert(sender, instance, action, reverse, pk_set, **kwargs):
    """A many-to-many relation changed, from either side."""
    verbindungen = _netz.verbindungen[sender]
    if action == "pre_clear":
        von_fern = [v.fern for v in verbindungen if v.vorwaerts == reverse]
        instance._suche_dort = [(fern.eintrag, fern.eintraege([instance.pk])) for fern in von_fern]
    elif action.startswith("post_"):
        with _merken() as zettel:
            for eintrag, pks in instance.__dict__.pop("_suche_dort", ()):
                zettel.eintraege[eintrag] |= pks
            for verbindung in verbindungen:
                nahe = {instance.pk} if verbindung.vorwaerts != reverse else pk_set or set()
                zettel.stellen[verbindung.nah] |= nahe


def _nach_flush(sender, **kwargs):
    """Empty the full-text table with the others: ``flush`` knows only tables of models."""
    tabellen = connection.introspection.table_names()
    if volltext().TABELLE in tabellen and not Suchdokument.objects.exists():
        ablage.leeren()


def verbinden(netzwerke) -> None:
    """Keep the documents of every kind in step, later registered ones too. ``netzwerke`` is this app's configuration."""
    for model in ZEICHEN:
        _zeilen_verbinden(model)
    anschluesse.arten_beobachten(art_verbinden)
    post_migrate.connect(_nach_flush, sender=netzwerke, dispatch_uid="suche_flush")


def art_verbinden(art: OeffentlicheArt) -> None:
    if art.suche is None:
        return
    _eintragsmodelle.add(art.model)
    for bezug in art.suche.bezuege:
        _netz.aufnehmen(art.model, bezug)
    for model in (art.model, *_netz.zeilen):
        _zeilen_verbinden(model)
    for through in _netz.verbindungen:
        m2m_changed.connect(
            _verbindung_geaendert, sender=through, dispatch_uid=f"suche_{through._meta.label}"
        )


def _zeilen_verbinden(model: type[Model]) -> None:
    for signal, empfaenger in (
        (pre_save, _vor_speichern),
        (post_save, _nach_speichern),
        (pre_delete, _vor_loeschen),
        (post_delete, _nach_loeschen),
    ):
        signal.connect(empfaenger, sender=model, dispatch_uid=f"suche_{model._meta.label}")
