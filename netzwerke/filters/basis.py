"""Search words and place, which every list has, and the counting of all facets."""

from functools import cached_property

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netzwerke.anschluesse import OeffentlicheArt
from netzwerke.facetten import Auswahl, Gruppe, Option, Ort, Orte, Wahl, Zaehlung, zaehlen
from netzwerke.filters import bedingungen
from netzwerke.filters.angaben import Angaben, Facette
from netzwerke.filters.felder import BedingungsFilter, Schalter, plz_filter, slug_filter, umkreis_filter
from netzwerke.filters.orte import gebietszweige
from netzwerke.models import Gebiet, Sozialraum
from netzwerke.raum import (
    UMKREISE,
    Raum,
    kleinste_gebiete,
    raum_von_gebiet,
    raum_von_plz,
    raum_von_sozialraum,
)
from netzwerke.suche.anfrage import ZEICHEN_HOECHSTENS
from netzwerke.suche.liste import Listensuche

#: Sozialräume offered as options; where there are more, a Gebiet narrows them first.
HOECHSTENS_SOZIALRAEUME = 30


class VerzeichnisFilterSet(Angaben):
    """Search words and place, which every list has, and the counting of all facets."""

    q = BedingungsFilter(
        forms.CharField(max_length=ZEICHEN_HOECHSTENS, required=False), bedingungen.keine, _("Stichwort")
    )
    plz = plz_filter(bedingungen.raum("plz"))
    gebiet = slug_filter(Gebiet.objects.all(), bedingungen.raum("gebiet"), _("Gebiet"))

    #: Facets grouped over a vocabulary or column.
    gruppen: tuple[Gruppe, ...] = ()
    #: Order among equals in distance and relevance.
    reihenfolge: tuple = ("sortierung", "pk")

    def __init__(self, data, *, art: OeffentlicheArt):
        super().__init__(data, queryset=art.menge())
        self.art = art

    @cached_property
    def _gebiete_der_plz(self) -> list[int]:
        return list(kleinste_gebiete(self.werte["plz"]).values_list("pk", flat=True))

    @cached_property
    def raeume(self) -> dict[str, Raum]:
        machen = {
            "sozialraum": raum_von_sozialraum,
            "plz": lambda plz: raum_von_plz(plz, self._gebiete_der_plz, self.werte.get("umkreis")),
            "gebiet": raum_von_gebiet,
        }
        return {name: mache(self.werte[name]) for name, mache in machen.items() if name in self.werte}

    @property
    def raum(self) -> Raum | None:
        """The narrowest place that was chosen; it ranks the list."""
        return next(iter(self.raeume.values()), None)

    @cached_property
    def bedingungen(self) -> dict[str, Q]:
        alle = {name: self.filters[name].bedingung(self, wert) for name, wert in self.werte.items()}
        return {name: bedingung for name, bedingung in alle.items() if bedingung is not None}

    @cached_property
    def suche(self) -> Listensuche | None:
        """What the words select. No facet counts without them, so they narrow the list before it is filtered."""
        if "q" not in self.werte:
            return None
        return Listensuche(self.werte["q"], self.art.suche.nummer, self.wie_geschrieben)

    @cached_property
    def menge(self):
        return self.queryset.filter(self.suche.bedingung) if self.suche else self.queryset

    @cached_property
    def qs(self):
        """The entries, nearest first if there is a place, then the most relevant if there are words."""
        treffer, ordnung = self.menge, []
        for bedingung in self.bedingungen.values():
            treffer = treffer.filter(bedingung)
        if self.raum:
            treffer = treffer.annotate(naehe=self.raum.rang(treffer.model))
            ordnung.append("naehe")
        if self.suche:
            treffer = treffer.annotate(relevanz=self.suche.rang)
            ordnung.append("relevanz")
        return treffer.order_by(*ordnung, *self.reihenfolge)

    # --- counts -----------------------------------------------------------------------------------

    @cached_property
    def zaehlung(self) -> Zaehlung:
        return zaehlen(self.menge, self.bedingungen, [*self.gruppen, *self.auswahlen()], self.rohwerte)

    def auswahlen(self):
        """The facets that are not groups: places and switches."""
        yield Orte("gebiet", tuple(self._gebietswahlen()))
        if "sozialraum" in self.filters and (wahlen := tuple(self._sozialraumwahlen())):
            yield Orte("sozialraum", wahlen)
        if "umkreis" in self.filters and "plz" in self.werte:
            yield Orte("umkreis", tuple(self._umkreiswahlen()), zaehlt_statt="plz")
        for name, filter_ in self.filters.items():
            if isinstance(filter_.field, Schalter):
                yield Auswahl(name, (Wahl("1", str(filter_.label), filter_.bedingung(self, True)),))

    def _gebietswahlen(self):
        for ebene, gebiet in gebietszweige(self.werte.get("gebiet")):
            yield Ort(gebiet.slug, gebiet.name, raum_von_gebiet(gebiet), ebene)

    def _sozialraumwahlen(self):
        wahlen = Sozialraum.objects.oeffentlich()
        for name in ("gebiet", "plz"):
            if name in self.raeume:
                wahlen = wahlen.filter(self.raeume[name].ringe[0].bedingung(Sozialraum))
        wahlen = list(wahlen[: HOECHSTENS_SOZIALRAEUME + 1])
        gewaehlt = self.werte.get("sozialraum")
        if len(wahlen) > HOECHSTENS_SOZIALRAEUME:
            wahlen = []
        if gewaehlt and gewaehlt not in wahlen:
            wahlen.insert(0, gewaehlt)
        for sozialraum in wahlen:
            yield Ort(sozialraum.slug, sozialraum.name, raum_von_sozialraum(sozialraum))

    def _umkreiswahlen(self):
        for km in UMKREISE:
            yield Ort(str(km), f"{km} km", raum_von_plz(self.werte["plz"], self._gebiete_der_plz, km))

    def _facette(self, name: str, filter_) -> Facette:
        optionen = self.zaehlung.optionen.get(name)
        wert = self.rohwerte.get(name, "")
        if name in self.bezeichnungen and optionen is not None:
            namen = dict(self.bezeichnungen[name].choices)
            ordnung = list(namen)
            benannt = [
                Option(o.wert, str(namen[o.wert]), o.anzahl, o.aktiv) for o in optionen if o.wert in namen
            ]
            optionen = sorted(benannt, key=lambda option: ordnung.index(option.wert))
        if name in self.freitext:
            return Facette(name, str(filter_.label), "text", self.data.get(name, "")[:ZEICHEN_HOECHSTENS], [])
        art = "schalter" if isinstance(filter_.field, Schalter) else "auswahl"
        return Facette(name, str(filter_.label), art, wert, optionen or [])


class RaumFilterSet(VerzeichnisFilterSet):
    """For kinds of entries that are active in Sozialräumen and have sites."""

    umkreis = umkreis_filter(bedingungen.keine)
    sozialraum = slug_filter(
        Sozialraum.objects.oeffentlich(), bedingungen.raum("sozialraum"), _("Sozialraum")
    )
