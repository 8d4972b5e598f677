"""Search words and place, which every list has, and the counting of all facets."""

from dataclasses import dataclass
from functools import cached_property

import django_filters
from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke.facetten import Auswahl, Gruppe, Option, Ort, Orte, Wahl, Zaehlung, zaehlen
from netzwerke.filters import bedingungen
from netzwerke.filters.felder import BedingungsFilter, Schalter, slug_filter
from netzwerke.filters.leiste import filterleiste
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum
from netzwerke.raum import (
    UMKREISE,
    Raum,
    kleinste_gebiete,
    raum_von_gebiet,
    raum_von_plz,
    raum_von_sozialraum,
)

#: Sozialräume offered as options; where there are more, a Gebiet narrows them first.
HOECHSTENS_SOZIALRAEUME = 30


@dataclass(frozen=True)
class Facette:
    """A filter as the filter bar shows it. ``art`` is "auswahl", "schalter" or "text"."""

    name: str
    label: str
    art: str
    wert: str
    optionen: list[Option]


class VerzeichnisFilterSet(django_filters.FilterSet):
    """Search words and place, which every list has, and the counting of all facets."""

    q = BedingungsFilter(
        forms.CharField(max_length=200, required=False), bedingungen.stichwort, _("Stichwort")
    )
    plz = slug_filter(
        Postleitzahl.objects.all(),
        bedingungen.raum("plz"),
        _("Postleitzahl"),
        spalte="plz",
        unbekannt=_(
            "Diese Postleitzahl kennen wir nicht. Bitte geben Sie fünf Ziffern ein, zum Beispiel 58135."
        ),
    )
    gebiet = slug_filter(Gebiet.objects.all(), bedingungen.raum("gebiet"), _("Gebiet"))

    #: Filters that are typed, not chosen.
    freitext = ("q", "plz")
    #: Filters that stand first in the bar.
    zuerst: tuple[str, ...] = ("q", "plz")
    #: Facets grouped over a vocabulary or column.
    gruppen: tuple[Gruppe, ...] = ()
    #: Labels of columns with choices.
    bezeichnungen: dict[str, type] = {}

    @cached_property
    def werte(self) -> dict:
        """The valid values by name of filter; what was not given or made no sense is left out."""
        if not self.is_bound or self.form.errors is None:
            return {}
        return {name: wert for name, wert in self.form.cleaned_data.items() if wert not in (None, "", False)}

    @cached_property
    def rohwerte(self) -> dict[str, str]:
        """The valid values as they stand in the address."""
        return {
            name: "1" if wert is True else self.data.get(name, "").strip()
            for name, wert in self.werte.items()
        }

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
    def qs(self):
        treffer = self.queryset
        for bedingung in self.bedingungen.values():
            treffer = treffer.filter(bedingung)
        if self.raum is None:
            return treffer.order_by(*self.reihenfolge)
        return treffer.annotate(rang=self.raum.rang(treffer.model)).order_by("rang", *self.reihenfolge)

    #: Order among equals in distance.
    reihenfolge: tuple = ("sortierung", "pk")

    @cached_property
    def hinweise(self) -> list[str]:
        """What was wrong with the parameters, in sentences for the visitor."""
        texte = []
        for name, fehler in self.form.errors.items() if self.is_bound else ():
            texte.append(f"{self.filters[name].label}: {fehler[0]}")
        if "umkreis" in self.werte and "plz" not in self.werte:
            texte.append(gettext("Für den Umkreis brauchen wir eine Postleitzahl."))
        return texte

    # --- counts -----------------------------------------------------------------------------------

    @cached_property
    def zaehlung(self) -> Zaehlung:
        return zaehlen(self.queryset, self.bedingungen, [*self.gruppen, *self.auswahlen()], self.rohwerte)

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
        """The Länder, or the way down to the chosen area and what lies directly in it."""
        gewaehlt = self.werte.get("gebiet")
        if gewaehlt is None:
            gebiete = Gebiet.objects.filter(oberhalb=None)
        else:
            gebiete = Gebiet.objects.filter(
                Q(pk__in=Gebiet.objects.oberhalb_von(gewaehlt.pk).values("pk")) | Q(oberhalb=gewaehlt)
            )
        for ebene, gebiet in _als_zweig(gebiete):
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

    @cached_property
    def facetten(self) -> list[Facette]:
        """All filters in the order of the bar, with their counted options; nothing to choose, no filter."""
        alle = [self._facette(name, self.filters[name]) for name in self.folge]
        return [facette for facette in alle if facette.optionen or facette.art == "text"]

    @property
    def folge(self) -> tuple[str, ...]:
        """Names of the filters in the order of the bar: those in ``zuerst``, then the others."""
        return (*self.zuerst, *(name for name in self.filters if name not in self.zuerst))

    @cached_property
    def formular(self) -> forms.Form:
        """The form with its counted facets, as the layout of the filter bar wants it."""
        self.form.facetten = {facette.name: facette for facette in self.facetten}
        return self.form

    @property
    def leiste(self) -> FormHelper:
        return filterleiste(self.folge)

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
            return Facette(name, str(filter_.label), "text", self.data.get(name, "")[:100], [])
        art = "schalter" if isinstance(filter_.field, Schalter) else "auswahl"
        return Facette(name, str(filter_.label), art, wert, optionen or [])

    # --- what is chosen ---------------------------------------------------------------------------

    def adresse_ohne(self, *namen: str) -> str:
        """The query string of the active filters without ``namen``, from page one."""
        rest = self.data.copy()
        for name in list(rest):
            if name in namen or name not in self.rohwerte:
                rest.pop(name)
        return f"?{rest.urlencode()}" if rest else "?"

    def adresse_mit(self, ohne: tuple[str, ...] = (), **werte: str) -> str:
        """The query string of the active filters with ``werte``, but without those named in ``ohne``."""
        rest = self.data.copy()
        for name in list(rest):
            if name in ohne or name not in self.rohwerte:
                rest.pop(name)
        for name, wert in werte.items():
            rest[name] = wert
        return f"?{rest.urlencode()}"

    @cached_property
    def aktive(self) -> list[tuple[str, str]]:
        """(label, address without it) of every active filter."""
        return [(self.beschriftung(name, wert), self.adresse_ohne(name)) for name, wert in self.werte.items()]

    def beschriftung(self, name: str, wert) -> str:
        label = self.filters[name].label
        if wert is True:
            return str(label)
        if name == "umkreis":
            return gettext("Umkreis %(km)s km") % {"km": wert}
        if name == "q":
            return f"„{wert}“"
        if name in self.bezeichnungen:
            return str(dict(self.bezeichnungen[name].choices)[wert])
        return f"{label}: {getattr(wert, 'name', wert)}"


class RaumFilterSet(VerzeichnisFilterSet):
    """For kinds of entries that are active in Sozialräumen and have sites."""

    umkreis = BedingungsFilter(
        forms.TypedChoiceField(
            choices=[("", "")] + [(km, f"{km} km") for km in UMKREISE],
            coerce=int,
            empty_value=None,
            required=False,
            error_messages={
                "invalid_choice": _("Diesen Umkreis bieten wir nicht an. Bitte wählen Sie aus der Liste.")
            },
        ),
        bedingungen.umkreis,
        _("Umkreis"),
    )
    sozialraum = slug_filter(
        Sozialraum.objects.oeffentlich(), bedingungen.raum("sozialraum"), _("Sozialraum")
    )


def _als_zweig(gebiete):
    """Yield (level, area), each after the one it lies in."""
    je_eltern: dict[int | None, list[Gebiet]] = {}
    for gebiet in gebiete:
        je_eltern.setdefault(gebiet.oberhalb_id, []).append(gebiet)

    def zweig(eltern, ebene):
        for gebiet in je_eltern.get(eltern, ()):
            yield ebene, gebiet
            yield from zweig(gebiet.pk, ebene + 1)

    return zweig(None, 0)
