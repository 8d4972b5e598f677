"""What a visitor chose in a bar of filters: values, addresses that change one of them, and what can be chosen."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

import django_filters
from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke.facetten import Option
from netzwerke.filters.leiste import filterleiste

#: Parameters that are no filters and stay in an address as long as the filter they belong to.
BEGLEITER = {"genau": "q"}


@dataclass(frozen=True)
class Facette:
    """A filter as the filter bar shows it. ``art`` is "auswahl", "schalter" or "text"."""

    name: str
    label: str
    art: str
    wert: str
    optionen: list[Option] = field(default_factory=list)
    leer: str = _("alle")


class Angaben(django_filters.FilterSet):
    """Filters as a bar. Nothing a visitor puts into the address is an error: what makes no sense is named."""

    #: Filters that are typed, not chosen.
    freitext: tuple[str, ...] = ("q", "plz")
    #: Filters that stand first in the bar.
    zuerst: tuple[str, ...] = ("q", "plz")
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

    @property
    def wie_geschrieben(self) -> bool:
        """Whether words are searched as they were typed, without corrections."""
        return self.data.get("genau") == "1"

    @cached_property
    def hinweise(self) -> list[str]:
        """What was wrong with the parameters, in sentences for the visitor."""
        texte = []
        for name, fehler in self.form.errors.items() if self.is_bound else ():
            texte.append(f"{self.filters[name].label}: {fehler[0]}")
        if "umkreis" in self.werte and "plz" not in self.werte:
            texte.append(gettext("Für den Umkreis brauchen wir eine Postleitzahl."))
        return texte

    # --- the bar ----------------------------------------------------------------------------------

    def _facette(self, name: str, filter_) -> Facette:
        raise NotImplementedError

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

    # --- what is chosen ---------------------------------------------------------------------------

    def adresse_ohne(self, *namen: str) -> str:
        """The query string of the active filters without ``namen``, from page one."""
        return self.adresse_mit(ohne=namen)

    def adresse_mit(self, ohne: tuple[str, ...] = (), **werte: str) -> str:
        """The query string of the active filters with ``werte``, but without those named in ``ohne``."""
        bleibend = self._bleibend(ohne)
        rest = {name: self.data.get(name) for name in self.data if name in bleibend}
        return f"?{urlencode(rest | werte)}"

    def _bleibend(self, ohne: tuple[str, ...]) -> set[str]:
        namen = {name for name in self.rohwerte if name not in ohne}
        return namen | {name for name, zu in BEGLEITER.items() if zu in namen and name not in ohne}

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
