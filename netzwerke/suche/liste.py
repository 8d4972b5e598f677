"""The search within the list of one kind of entry, as a condition and an order of its rows."""

from functools import cached_property

from django.db.models import F, Func, IntegerField, Q

from netzwerke.suche.ergebnis import Ergebnis, artengruppe, suchen
from netzwerke.suche.menge import eintraege_q, treffermenge


class Rangplatz(Func):
    """The place of a row among ``ids``, by its primary key; rows that are not among them share the last one."""

    output_field = IntegerField()

    def __init__(self, ids: tuple[int, ...], **extra):
        super().__init__(F("pk"), **extra)
        self.ids = ids

    def as_sql(self, compiler, connection, **kwargs):
        schluessel, parameter = compiler.compile(self.source_expressions[0])
        if not self.ids:
            return "0", []
        plaetze = " ".join(f"WHEN {pk} THEN {platz}" for platz, pk in enumerate(self.ids))
        # Few rows have a place; the set spares all others the comparison with each.
        menge = ", ".join(map(str, self.ids))
        sql = f"CASE WHEN {schluessel} IN ({menge}) THEN CASE {schluessel} {plaetze} END ELSE {len(self.ids)} END"
        return sql, [*parameter, *parameter]


class Listensuche:
    """What ``text`` selects among the entries of one kind."""

    def __init__(self, text: str, art: int, wie_geschrieben: bool = False):
        self.text, self.art, self.wie_geschrieben = text, art, wie_geschrieben

    @cached_property
    def ergebnis(self) -> Ergebnis:
        return suchen(self.text, arten=[self.art], wie_geschrieben=self.wie_geschrieben)

    @cached_property
    def bedingung(self) -> Q:
        """The whole set, without what the ranking looked at and refused."""
        menge = treffermenge(self.ergebnis.anfrage, (artengruppe([self.art]),))
        if menge is None:
            return Q(pk__in=[])
        verworfen = [kandidat.eintrag_id for kandidat in self.ergebnis.verworfen]
        return eintraege_q(menge) & ~Q(pk__in=verworfen)

    @property
    def rang(self) -> Rangplatz:
        return Rangplatz(tuple(treffer.eintrag_id for treffer in self.ergebnis.treffer))
