"""Why an entry is among the hits, in words."""

from collections.abc import Collection

from django.utils.translation import gettext, ngettext

from netzwerke.enums import Stufe
from netzwerke.models import Gebiet, Suchtext
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.entfernung import Punkt, entfernungen
from netzwerke.suche.rang import Treffer

#: More themes would be read as a list of what the entry is about, not as a reason.
HOECHSTENS_THEMEN = 2
#: Levels of areas whose middle is no place to measure from.
_WEIT = (Stufe.LAND, Stufe.KREIS)


class Gruende:
    """Words the reasons for some hits of one query."""

    def __init__(self, anfrage: Anfrage, treffer: Collection[Treffer], punkt: Punkt | None):
        """``punkt`` is where distances are measured from."""
        self.anfrage, self.treffer = anfrage, treffer
        self.entfernungen = entfernungen([t.id for t in treffer], punkt) if punkt else {}
        #: How surely the query means each theme.
        self.gewichte: dict[int, float] = {}
        for gruppe in anfrage.gruppen:
            for token, gewicht in gruppe.themen.items():
                if token.startswith("t_"):
                    thema = int(token[2:])
                    self.gewichte[thema] = max(gewicht, self.gewichte.get(thema, 0))
        self.orte = {ort.name for ort in anfrage.orte}
        self.woertlich = self._woertliche()

    def grund(self, treffer: Treffer) -> str:
        """E.g. "Thema Stalking · in Wehringhausen"; '' if nothing can be said."""
        return " · ".join(
            filter(None, (self._inhalt(treffer), self._ort(treffer), self._entfernung(treffer)))
        )

    @property
    def dort_ist_nichts(self) -> bool:
        """Whether words were sought at a place where no hit has them, nor one that acts for the place."""
        gesucht = bool(self.anfrage.orte and self.anfrage.gruppen and self.treffer)
        return gesucht and not any(treffer.nah and self._inhalt(treffer) for treffer in self.treffer)

    def _woertliche(self) -> set[int]:
        """Documents that have one of the words. The ranking tells names and themes, the index the rest."""
        offen = [t.id for t in self.treffer if not t.im_namen and not t.themen]
        if not offen or not self.anfrage.gruppen:
            return set()
        formen = [form for g in self.anfrage.gruppen for form in (*g.formen, *g.lose)]
        texte = Suchtext.objects.filter(dokument__in=offen).values_list("dokument_id", "token")
        je_dokument = {pk: frozenset(token.split()) for pk, token in texte}
        return {pk for pk, token in je_dokument.items() if any(token.issuperset(form) for form in formen)}

    def _inhalt(self, treffer: Treffer) -> str:
        if treffer.im_namen:
            return gettext("im Namen")
        if namen := self._themen(treffer):
            themen = {"themen": ", ".join(namen)}
            return ngettext("Thema %(themen)s", "Themen %(themen)s", len(namen)) % themen
        return gettext("Stichwort im Eintrag") if treffer.id in self.woertlich else ""

    def _themen(self, treffer: Treffer) -> list[str]:
        """Names of those themes that the query means most."""
        eigene = list(dict.fromkeys(treffer.themen))
        meiste = max((self.gewichte.get(thema, 0) for thema in eigene), default=0)
        namen = self.anfrage.begriffe.namen
        return [namen[t] for t in eigene if self.gewichte.get(t, 0) == meiste][:HOECHSTENS_THEMEN]

    def _ort(self, treffer: Treffer) -> str:
        if treffer.ring and treffer.nah and treffer.ring not in self.orte:
            # It acts in a larger area, of which the place that was asked for is a part.
            return gettext("für %(ort)s") % {"ort": treffer.ring}
        if treffer.ring:
            return gettext("in %(ort)s") % {"ort": treffer.ring}
        if treffer.nah:
            return gettext("ganz in der Nähe")
        return gettext("bundesweit") if treffer.bundesweit else ""

    def _entfernung(self, treffer: Treffer) -> str:
        km = self.entfernungen.get(treffer.id)
        if km is None:
            return ""
        if km < 1:
            return gettext("weniger als 1 km entfernt")
        return gettext("etwa %(km)s km entfernt") % {"km": round(km)}


def mitte_der_worte(anfrage: Anfrage) -> Punkt | None:
    """A point in the place that was asked for. The middle of a Kreis or of the town around it tells no distance."""
    for ort in anfrage.orte:
        for quelle in (ort.plz, *ort.gebiete):
            weit = isinstance(quelle, Gebiet) and quelle.stufe in _WEIT and not quelle.kreisfreie_stadt
            if quelle is not None and not weit and quelle.breite is not None and quelle.laenge is not None:
                return quelle.breite, quelle.laenge
    return None
