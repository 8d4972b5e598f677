"""What all forms of the admin have in common."""

from collections import defaultdict

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from netzwerke.admin.widgets import bekannte_werte_merken
from netzwerke.models import VeralteterStand


class Zeilenform(forms.ModelForm):
    """A form that asks every constraint, those over derived columns included.

    Django leaves out a constraint as soon as one of its columns is missing in the form, and columns that are
    derived always are; the database would then answer with an error page.
    """

    #: The field beside which the message of a constraint is shown, by the constraint's name.
    fehlerorte: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bekannte_werte_merken(self)

    def add_error(self, field, error):
        if field is None:
            error = self._verortet(error if isinstance(error, ValidationError) else ValidationError(error))
        super().add_error(field, error)

    def _verortet(self, fehler: ValidationError) -> ValidationError:
        orte = {
            str(regel.get_violation_error_message()): self.fehlerorte[regel.name]
            for regel in self._meta.model._meta.constraints
            if regel.name in self.fehlerorte
        }
        je_feld = defaultdict(list)
        nach_feld = getattr(fehler, "error_dict", None) or {NON_FIELD_ERRORS: fehler.error_list}
        for feld, einzelne in nach_feld.items():
            for einzelner in einzelne:
                ort = orte.get(einzelner.messages[0], feld)
                je_feld[ort if ort in self.fields else NON_FIELD_ERRORS].append(einzelner)
        return ValidationError(dict(je_feld))

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        if hasattr(self.instance, "ableiten"):
            self.instance.ableiten()
        try:
            self.instance.validate_constraints()
        except ValidationError as fehler:
            self.add_error(None, fehler)


class Versionsform(Zeilenform):
    """Optimistic lock: nothing is saved if somebody else saved since the form was opened.

    The version stands in the row itself or in the entry the row is a part of (``versionstraeger``).
    """

    versionstraeger = ""
    #: Found after saving, when the transaction was undone for it.
    nachtraeglicher_fehler: ValidationError | None = None

    gelesene_version = forms.IntegerField(required=False, widget=forms.HiddenInput, label=_("Version"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["gelesene_version"] = self.versionszeile.version

    @property
    def versionszeile(self):
        return getattr(self.instance, self.versionstraeger) if self.versionstraeger else self.instance

    def clean(self):
        daten = super().clean()
        if self.nachtraeglicher_fehler is not None:
            self.add_error(None, self.nachtraeglicher_fehler)
        elif self.instance.pk:
            self._version_pruefen(self.cleaned_data.get("gelesene_version"))
        return daten

    def _version_pruefen(self, gelesen):
        zeile = self.versionszeile
        if not type(zeile).objects.filter(pk=zeile.pk, version=gelesen).exists():
            self.add_error(None, VeralteterStand())
        else:
            # Gepflegt.save() compares once more, in the transaction that writes.
            zeile.version = gelesen


class Zeilenformset(forms.BaseInlineFormSet):
    """Rows of one page must not contradict each other before the database says so."""

    @staticmethod
    def schluessel(zeile):
        """What may occur once among the rows; None for a row that is free."""
        return None

    doppelt = ""

    def clean(self):
        super().clean()
        gesehen = set()
        for form in self.forms:
            unberuehrt = not form.has_changed() and not form.instance.pk
            if unberuehrt or not form.is_valid() or self._should_delete_form(form):
                continue
            schluessel = self.schluessel(form.instance)
            if schluessel in gesehen:
                form.add_error(None, self.doppelt)
            elif schluessel is not None:
                gesehen.add(schluessel)
