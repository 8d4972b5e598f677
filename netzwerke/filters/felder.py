"""Form fields and filters that clean to rows and yield conditions."""

from collections.abc import Callable

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netzwerke.models import Postleitzahl
from netzwerke.raum import UMKREISE


class SlugFeld(forms.CharField):
    """Takes the slug of a row and cleans to the row itself."""

    def __init__(self, *, queryset, spalte="slug", unbekannt="", **kwargs):
        super().__init__(max_length=120, required=False, **kwargs)
        self.queryset, self.spalte = queryset, spalte
        self.unbekannt = unbekannt or _("Diese Auswahl gibt es nicht.")

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        zeile = self.queryset.filter(**{self.spalte: text}).first()
        if zeile is None:
            raise ValidationError(self.unbekannt, code="unbekannt")
        return zeile


class Schalter(forms.BooleanField):
    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.CheckboxInput, **kwargs)


class BedingungsFilter(django_filters.Filter):
    """A filter with its form field and the condition that a value stands for.

    ``bedingung(filterset, wert)`` returns a Q on primary keys or own columns, so that conditions compose
    without joins; None means the value narrows nothing by itself.
    """

    def __init__(self, feld: forms.Field, bedingung: Callable[..., Q | None], label):
        super().__init__(label=label)
        feld.label = label
        self._field = feld
        self.bedingung = bedingung


def slug_filter(queryset, bedingung, label, **kwargs) -> BedingungsFilter:
    return BedingungsFilter(SlugFeld(queryset=queryset, **kwargs), bedingung, label)


def schalter(label, **bedingung) -> BedingungsFilter:
    return BedingungsFilter(Schalter(), lambda filterset, an: Q(**bedingung), label)


def plz_filter(bedingung) -> BedingungsFilter:
    unbekannt = _(
        "Diese Postleitzahl kennen wir nicht. Bitte geben Sie fünf Ziffern ein, zum Beispiel 58135."
    )
    return slug_filter(
        Postleitzahl.objects.all(), bedingung, _("Postleitzahl"), spalte="plz", unbekannt=unbekannt
    )


def umkreis_filter(bedingung) -> BedingungsFilter:
    unbekannt = _("Diesen Umkreis bieten wir nicht an. Bitte wählen Sie aus der Liste.")
    feld = forms.TypedChoiceField(
        choices=[("", ""), *((km, f"{km} km") for km in UMKREISE)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": unbekannt},
    )
    return BedingungsFilter(feld, bedingung, _("Umkreis"))


def art_filter(arten) -> BedingungsFilter:
    unbekannt = {"invalid_choice": _("Diese Auswahl gibt es nicht.")}
    feld = forms.ChoiceField(choices=[("", ""), *arten.choices], required=False, error_messages=unbekannt)
    return BedingungsFilter(feld, lambda filterset, wert: Q(art=wert), _("Art"))
