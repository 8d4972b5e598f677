"""Text forms shared by models, filters and templates: folding, and safe rich text."""

import re
import unicodedata

import markdown
import nh3
from django.utils.safestring import SafeString, mark_safe

ERLAUBTE_ELEMENTE = {
    "p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "h4", "a", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip

_AKZENTE = re.compile("[\u0300-\u036f]+")
_SONSTIGE = re.compile("[^a-zA-Z0-9]+")
#: Umlauts written out. After another vowel "ue" is none: Frauen, Feuer, Quelle.
_UMSCHRIFT = re.compile("([ao]|(?<![aeoq])u)e+")


def falten(text: str) -> str:
    """Fold ``text`` for comparison: case, diacritics, ß, and the spellings ae/oe/ue of umlauts.

    Databases cannot be trusted with this (SQLite lower-cases ASCII only, PostgreSQL depends on its
    collation), so the folded form is stored beside the text and both sides of a comparison are folded
    here. "Ärztliche", "Aerztliche" and "arztliche" fold alike.
    """
    return _UMSCHRIFT.sub(r"\1", sortierform(text))


def sortierform(text: str) -> str:
    """Return the sort key of ``text`` after DIN 5007-1: ä sorts as a, ß as ss; only ASCII remains."""
    # Case last: some letters become capitals only when they are taken apart.
    zerlegt = unicodedata.normalize("NFKD", text).casefold()
    ascii_text = _SONSTIGE.sub(_ohne_akzente, _AKZENTE.sub("", zerlegt))
    return " ".join(ascii_text.split())


def _ohne_akzente(zeichen: re.Match) -> str:
    return "".join(" " for z in zeichen[0] if not unicodedata.combining(z))


def slug_aus(text: str) -> str:
    """Return a slug in which umlauts are written out (``Träger`` becomes ``traeger``)."""
    ersetzt = text.casefold()
    for umlaut, schrift in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        ersetzt = ersetzt.replace(umlaut, schrift)
    return re.sub(r"\s+", "-", sortierform(ersetzt))[:100].strip("-")


def formatierter_text(quelle: str) -> SafeString:
    """Render Markdown to HTML in which only harmless elements survive (nh3 allow-list)."""
    html = markdown.markdown(quelle, extensions=["tables", "sane_lists"], output_format="html")
    sauber = nh3.clean(
        html,
        tags=ERLAUBTE_ELEMENTE,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(sauber)
