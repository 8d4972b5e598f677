"""The filter bar as a crispy layout.

Left alone, crispy renders a field through half a dozen templates and takes 9 to 13 ms for a bar of this
size. Here every filter is one layout object with one small template, which sees its facet and nothing else.
"""

from functools import lru_cache

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _


class Facettenfeld(LayoutObject):
    """One filter with the counts of its options. The form carries the counted facets in ``facetten``."""

    template = "kern/facette.html"

    def __init__(self, name: str):
        self.name = name

    def render(self, form, context, template_pack="kern", **kwargs):
        form.rendered_fields.add(self.name)
        facette = form.facetten.get(self.name)
        return get_template(self.template).template.render(Context({"f": facette})) if facette else ""


class Absenden(LayoutObject):
    template = "kern/filter_senden.html"

    def render(self, form, context, template_pack="kern", **kwargs):
        return get_template(self.template).template.render(Context())


@lru_cache
def filterleiste(namen: tuple[str, ...]) -> FormHelper:
    """Return the helper that lays out the filters ``namen``, in order. It holds no state of a request."""
    helfer = FormHelper()
    helfer.form_method = "get"
    helfer.disable_csrf = True
    helfer.form_show_errors = False
    helfer.include_media = False
    helfer.form_class = "filter__form"
    helfer.attrs = {"autocomplete": "off", "aria-label": _("Filter")}
    helfer.layout = Layout(*[Facettenfeld(name) for name in namen], Absenden())
    return helfer
