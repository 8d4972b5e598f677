"""Model fields of the directory."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _

_DEUTSCH = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})[./])?(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def teildatum(text: str) -> str:
    """Normalise a date given to the year, month or day.

    Accepts "2004", "01.2004", "5.1.2004" and ISO 8601 with reduced precision; returns the ISO form.
    Raises ValidationError with a German message that says what to write.
    """
    text = text.strip()
    if not text:
        return ""
    if treffer := _ISO.fullmatch(text):
        jahr, monat, tag = treffer.groups()
    elif treffer := _DEUTSCH.fullmatch(text):
        tag, monat, jahr = treffer.groups()
    else:
        raise ValidationError(
            _("Bitte geben Sie das Datum als Jahr (2004), Monat (01.2004) oder Tag (05.01.2004) ein."),
            code="teildatum",
        )
    try:
        date(int(jahr), int(monat or 1), int(tag or 1))
    except ValueError as fehler:
        raise ValidationError(
            _("Diesen Tag gibt es im Kalender nicht. Bitte prüfen Sie das Datum."), code="teildatum"
        ) from fehler
    return "-".join([jahr, *(f"{int(teil):02d}" for teil in (monat, tag) if teil)])


def teildatum_lesbar(iso: str) -> str:
    """Return "2004", "Januar 2004" or "5. Januar 2004" for the stored ISO form."""
    teile = [int(teil) for teil in iso.split("-")] if iso else []
    if len(teile) == 3:
        return formats.date_format(date(*teile), "j. F Y")
    if len(teile) == 2:
        return formats.date_format(date(*teile, 1), "F Y")
    return iso


class TeildatumFormField(forms.CharField):
    def to_python(self, value):
        return teildatum(super().to_python(value))

    def prepare_value(self, value):
        if isinstance(value, str) and _ISO.fullmatch(value):
            return ".".join(reversed(value.split("-")))
        return value


class TeildatumField(models.CharField):
    """A date known to the year, month or day, stored as ISO 8601 with reduced precision (5.2.2.2).

    The text sorts in time order and its length is its precision, so one column holds both.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        return super().clean(teildatum(value or ""), model_instance)

    def formfield(self, **kwargs):
        kwargs.setdefault(
            "help_text", self.help_text or _("Jahr, Monat oder Tag: 2004, 01.2004 oder 05.01.2004")
        )
        return super().formfield(**{"form_class": TeildatumFormField, "max_length": 20, **kwargs})


class SortierField(models.CharField):
    """A folded ASCII key compared byte by byte, so that both databases sort alike."""

    def db_parameters(self, connection):
        parameter = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameter["collation"] = "C"
        return parameter


class WebadresseField(models.CharField):
    """An http(s) address. A missing scheme is completed with https, as people type it."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [
            *self.validators,
            URLValidator(
                schemes=["http", "https"],
                message=_("Bitte geben Sie eine Webadresse ein, zum Beispiel https://www.beispiel.de."),
            ),
        ]

    def to_python(self, value):
        value = super().to_python(value)
        if value and "://" not in value:
            return f"https://{value.strip()}"
        return value

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": WebadresseFormField, **kwargs})


class WebadresseFormField(forms.CharField):
    def to_python(self, value):
        value = super().to_python(value)
        return f"https://{value}" if value and "://" not in value else value
