"""What the templates need and Django's own tags lack."""

import segno
from django import template
from django.db.models import Model
from django.template.loader import get_template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from netzwerke.anschluesse import Karte
from netzwerke.facetten import Option
from netzwerke.oeffnungszeiten import beschreibung
from netzwerke.texte import formatierter_text

register = template.Library()
register.filter("formatiert", formatierter_text)

#: Two no-break spaces per level: a select box keeps no other indentation.
EINZUG = "\u00a0\u00a0"


@register.simple_tag
def optionen(liste: list[Option]) -> SafeString:
    """The options of a select box with their counts.

    A loop in a template takes 3 ms for the 150 options of a filter bar, this a tenth of it.
    """
    return format_html_join(
        "",
        '<option value="{}"{}>{}{}{}</option>',
        (
            (o.wert, mark_safe(" selected") if o.aktiv else "", EINZUG * o.ebene, o.beschriftung, o.klammer)
            for o in liste
        ),
    )


@register.simple_tag
def qr_code(nummer: str) -> SafeString:
    """A QR code that dials ``nummer``, for the printed page."""
    code = segno.make(f"tel:{nummer}", error="m")
    return SafeString(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))


@register.simple_tag
def karte(art: Karte, eintrag: Model, ebene: int) -> SafeString:
    """The card of an entry of any kind; its name is a heading of the level ``ebene``."""
    return get_template(art.template).render({art.name: eintrag, "ebene": ebene})


@register.filter
def hervorgehoben(text: str, eintrag: Model) -> str:
    """``text`` of an entry with the words marked by which it was found, where it was."""
    hervorhebung = getattr(eintrag, "hervorhebung", None)
    return hervorhebung(text) if hervorhebung else text


@register.filter
def zeiten(regel: str) -> str:
    """Opening hours in words and on one line: "Montag bis Donnerstag 8–20 Uhr, Freitag 8–15 Uhr"."""
    return ", ".join(beschreibung(regel)) if regel else ""
