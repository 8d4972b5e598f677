"""Choices that are looked up while typing."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class _BekannteWerte:
    """Draws chosen rows that are at hand already without asking the database for each field again."""

    #: Chosen rows by their value in the form.
    bekannt: dict = {}

    def optgroups(self, name, value, attrs=None):
        gewaehlt = [str(wert) for wert in value if str(wert)]
        if not all(wert in self.bekannt for wert in gewaehlt):
            try:
                return super().optgroups(name, value, attrs)
            except ValueError:
                # What is no key of any row was made up; the field says so, and shows nothing as chosen.
                gewaehlt = []
        mit_leerem = not self.is_required and not self.allow_multiple_selected
        optionen = [self.create_option(name, "", "", False, 0)] if mit_leerem else []
        for wert in gewaehlt:
            text = self.choices.field.label_from_instance(self.bekannt[wert])
            optionen.append(self.create_option(name, wert, text, True, len(optionen)))
        return [(None, optionen, 0)]


class Auswahl(_BekannteWerte, AutocompleteSelect):
    pass


class Mehrfachauswahl(_BekannteWerte, AutocompleteSelectMultiple):
    def build_attrs(self, base_attrs, extra_attrs=None):
        """Without the cross that empties the whole field at once: a slip would cost a lot."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}


def bekannte_werte_merken(form) -> None:
    """Hand the rows that the form's instance already holds to the form's choices."""
    zeile = form.instance
    vorgeladen = getattr(zeile, "_prefetched_objects_cache", {})
    for name, feld in form.fields.items():
        widget = getattr(feld.widget, "widget", feld.widget)
        if not isinstance(widget, _BekannteWerte):
            continue
        if name in vorgeladen:
            zeilen = list(vorgeladen[name])
        elif zeile._state.fields_cache.get(name) is not None:
            zeilen = [zeile._state.fields_cache[name]]
        else:
            continue
        schluessel = feld.to_field_name or "pk"
        widget.bekannt = {str(getattr(bezug, schluessel)): bezug for bezug in zeilen}
