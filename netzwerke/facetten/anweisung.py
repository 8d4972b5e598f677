"""The statement that counts every facet, in the making."""

from collections.abc import Mapping

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Case, F, IntegerField, Q, QuerySet, Value, When

from netzwerke.facetten.arten import Auswahl, Gruppe, Orte
from netzwerke.raum import gebietslagen, mit_standort, sozialraumlagen

Facettenart = Auswahl | Gruppe | Orte

#: Columns of every branch: facet, value, label, order, id, id of the parent, count.
LEER = "'', 0, CAST(NULL AS bigint), CAST(NULL AS bigint)"


class Anweisung:
    """Collects common table expressions and the branches of one UNION.

    ``t(id, fehl, ueberall)`` holds every entry with the set of filters it fails, one bit each, so that
    "passes all but mine" is a comparison with two numbers and the filters are evaluated once for all facets.
    """

    def __init__(self, menge: QuerySet, bits: dict[str, int], verbindung):
        self.menge, self.model, self.bits, self.verbindung = menge, menge.model, bits, verbindung
        self.q = verbindung.ops.quote_name
        self.vorab: list[str] = []
        self.zweige: list[str] = []
        self.vorab_parameter: list = []
        self.zweig_parameter: list = []

    @property
    def parameter(self) -> list:
        return [*self.vorab_parameter, *self.zweig_parameter]

    def sql(self) -> str:
        return f"WITH RECURSIVE {', '.join(self.vorab)} {' UNION ALL '.join(self.zweige)}"

    def treffer(self, bedingungen: Mapping[str, Q]) -> None:
        """Begin with ``t`` and the total."""
        fehl = Value(0, output_field=IntegerField())
        for name, bedingung in bedingungen.items():
            fehl = fehl + Case(
                When(bedingung, then=Value(0)), default=Value(self.bits[name]), output_field=IntegerField()
            )
        ueberall = (
            F("bundesweit")
            if hasattr(self.model, "bundesweit")
            else Value(False, output_field=BooleanField())
        )
        zeilen = self.menge.order_by().annotate(fehl_=fehl, ueberall_=ueberall)
        self._vorab(
            "t(id, fehl, ueberall)",
            zeilen.values_list("pk", "fehl_", "ueberall_"),
            ersatz="SELECT 0, 0, FALSE WHERE 1 = 0",
        )
        self.zweige.append(f"SELECT '', '', {LEER}, COUNT(*) FROM t WHERE fehl = 0")

    def facette(self, facette: Facettenart) -> None:
        if isinstance(facette, Auswahl):
            self._auswahl(facette)
        elif isinstance(facette, Orte):
            self._orte(facette)
        elif facette.modellfeld(self.model).is_relation:
            self._vokabular(facette)
        else:
            self._spalte(facette)

    def _uebersetzt(self, queryset) -> tuple[str, list]:
        """The SQL of ``queryset`` and its parameters; '' if it can't return anything."""
        try:
            sql, parameter = queryset.query.get_compiler(connection=self.verbindung).as_sql()
        except EmptyResultSet:
            return "", []
        return sql, list(parameter)

    def _vorab(self, kopf: str, *querysets, ersatz: str = "") -> None:
        teile = [teil for teil in map(self._uebersetzt, querysets) if teil[0]]
        self.vorab.append(
            f"{kopf} AS MATERIALIZED ({' UNION ALL '.join(sql for sql, _p in teile) or ersatz})"
        )
        for _sql, parameter in teile:
            self.vorab_parameter += parameter

    def _passend(self, name: str) -> str:
        return f"t.fehl IN (0, {self.bits.get(name, 0)})"

    def _auswahl(self, facette: Auswahl) -> None:
        for stelle, wahl in enumerate(facette.wahlen):
            sql, parameter = self._uebersetzt(
                self.model._base_manager.filter(wahl.bedingung).order_by().values("pk")
            )
            if sql:
                self.zweige.append(
                    f"SELECT '{facette.name}', '{stelle}', {LEER}, COUNT(*) FROM t "
                    f"WHERE {self._passend(facette.name)} AND t.id IN ({sql})"
                )
                self.zweig_parameter += parameter

    def lagen(self) -> None:
        """State where the entries lie, once for all facets over places."""
        gebiete = [
            zeilen.order_by().values_list(eintrag, ort) for zeilen, eintrag, ort in gebietslagen(self.model)
        ]
        zeilen, eintrag, ort = sozialraumlagen(self.model)
        self._vorab("lage_g(id, ort)", *gebiete)
        self._vorab("lage_s(id, ort)", zeilen.order_by().values_list(eintrag, ort))

    def _orte(self, facette: Orte) -> None:
        """Join the places of every option with where the entries lie, and count distinct entries."""
        name, keine = facette.name, "SELECT -1, -1 WHERE 1 = 0"
        umfaenge = [ort.raum.umfang for ort in facette.orte]
        for kuerzel, spalte in (("g", "gebiete"), ("s", "sozialraeume")):
            mengen = [_mit_stelle(stelle, getattr(umfang, spalte)) for stelle, umfang in enumerate(umfaenge)]
            self._vorab(f"{name}_{kuerzel}(stelle, ort)", *mengen, ersatz=keine)
        standorte = [
            _mit_stelle(stelle, mit_standort(self.model, umfang.standorte))
            for stelle, umfang in enumerate(umfaenge)
            if umfang.standorte is not None
        ]
        self._vorab(f"{name}_o(stelle, id)", *standorte, ersatz=keine)
        paare = (
            f"SELECT o.stelle, l.id FROM {name}_g o JOIN lage_g l ON l.ort = o.ort UNION ALL "
            f"SELECT o.stelle, l.id FROM {name}_s o JOIN lage_s l ON l.ort = o.ort UNION ALL "
            f"SELECT o.stelle, o.id FROM {name}_o o"
        )
        passend = self._passend(facette.zaehlt_statt or name)
        self.zweige.append(
            f"SELECT '{name}', CAST(p.stelle AS text), {LEER}, COUNT(DISTINCT t.id) FROM ({paare}) p "
            f"JOIN t ON t.id = p.id WHERE {passend} AND NOT t.ueberall GROUP BY p.stelle"
        )
        self.zweige.append(
            f"SELECT '{name}', '{Orte.BUNDESWEIT}', {LEER}, COUNT(*) FROM t WHERE {passend} AND t.ueberall"
        )

    def _spalte(self, facette: Gruppe) -> None:
        tabelle, spalte = self.q(self.model._meta.db_table), self.q(facette.modellfeld(self.model).column)
        self.zweige.append(
            f"SELECT '{facette.name}', e.{spalte}, {LEER}, COUNT(*) FROM t "
            f"JOIN {tabelle} e ON e.id = t.id WHERE {self._passend(facette.name)} GROUP BY e.{spalte}"
        )

    def _vokabular(self, facette: Gruppe) -> None:
        feld = facette.modellfeld(self.model)
        vokabular = self.q(feld.related_model._meta.db_table)
        if feld.many_to_many:
            bezug, eintrag, begriff = feld.m2m_db_table(), feld.m2m_column_name(), feld.m2m_reverse_name()
        else:
            bezug, eintrag, begriff = self.model._meta.db_table, "id", feld.column
        schluessel, verbund, eltern = f"m.{self.q(begriff)}", "", "CAST(NULL AS bigint)"
        if facette.baum:
            spalte = self.q(feld.related_model._meta.get_field(facette.baum).column)
            wege = f"wege_{facette.name}"
            self.vorab.append(
                f"{wege}(unten, oben) AS (SELECT id, id FROM {vokabular} UNION SELECT w.unten, g.{spalte} "
                f"FROM {wege} w JOIN {vokabular} g ON g.id = w.oben WHERE g.{spalte} IS NOT NULL)"
            )
            schluessel, eltern = "w.oben", f"v.{spalte}"
            verbund = f"JOIN {wege} w ON w.unten = m.{self.q(begriff)}"
        self.zweige.append(
            f"SELECT '{facette.name}', v.{self.q(facette.wertspalte)}, v.{self.q(facette.namensspalte)}, "
            f"v.reihenfolge, v.id, {eltern}, COALESCE(z.n, 0) FROM {vokabular} v LEFT JOIN ("
            f"SELECT {schluessel} AS k, COUNT(DISTINCT t.id) AS n FROM t "
            f"JOIN {self.q(bezug)} m ON m.{self.q(eintrag)} = t.id {verbund} "
            f"WHERE {self._passend(facette.name)} GROUP BY {schluessel}) z ON z.k = v.id"
        )


def _mit_stelle(stelle: int, ids: QuerySet) -> QuerySet:
    """Pair each id with the position of its option."""
    spalte = ids.query.values_select[0] if ids.query.values_select else "pk"
    return ids.order_by().annotate(stelle_=Value(stelle)).values_list("stelle_", spalte)
