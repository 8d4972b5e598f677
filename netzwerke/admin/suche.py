"""Search in the admin: umlauts, case and hyphens never matter, on either database."""

from django.contrib import admin
from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Lower, Replace
from django.db.models.lookups import Contains

from netzwerke import sprache
from netzwerke.texte import falten, sortierform

#: What the database cannot fold by itself, as far as it is common in German and Turkish names. Not many more:
#: SQLite parses no deeper than some 28 calls within each other.
_ZEICHEN = {zeichen: falten(zeichen) or " " for zeichen in "ÄÖÜäöüßÉéÇçŞşğ-/"}
_UMSCHRIFT = {"ae": "a", "oe": "o", "ue": "u"}


def gefaltet(pfad: str):
    """The text column at ``pfad``, folded by the database itself."""
    ausdruck = F(pfad)
    for zeichen, ersatz in _ZEICHEN.items():
        ausdruck = Replace(ausdruck, Value(zeichen), Value(ersatz), output_field=TextField())
    ausdruck = Lower(ausdruck)
    for lang, kurz in _UMSCHRIFT.items():
        ausdruck = Replace(ausdruck, Value(lang), Value(kurz), output_field=TextField())
    return ausdruck


def bedingung(feld: str, wort: str) -> Q:
    """Condition that ``wort`` occurs in the column ``feld``.

    ``suchtext`` columns hold analysed words (netzwerke.sprache), ``sortierung`` columns sort keys; a path with a
    lookup at its end (``email__icontains``) is compared as it stands; any other column is folded by the database.
    """
    spalte = feld.rsplit("__", 1)[-1]
    if spalte in {"icontains", "startswith"}:
        return Q(**{feld: wort})
    if spalte == "suchtext":
        # Coordinators also type the middle of a word; visitors do not.
        analysiert = [sprache.bedingung(gruppe, feld) for gruppe in sprache.wortgruppen(wort)]
        return Q(**{f"{feld}__contains": falten(wort)}) | Q(*analysiert)
    if spalte == "sortierung":
        # A sort key keeps "ue" of "Neuenrade", and yet "Muenster" must find "Münster".
        return Q(**{f"{feld}__contains": sortierform(wort)}) | Q(**{f"{feld}__contains": falten(wort)})
    return Q(Contains(gefaltet(feld), wie_die_datenbank(wort)))


def wie_die_datenbank(wort: str) -> str:
    """``wort`` folded as roughly as `gefaltet` can."""
    wort = sortierform(wort)
    for lang, kurz in _UMSCHRIFT.items():
        wort = wort.replace(lang, kurz)
    return wort


def treffer(queryset, felder, text: str):
    """Rows in which each word of ``text`` occurs in at least one of the columns."""
    for wort in text.replace("\0", " ").split():
        if falten(wort):
            oder = Q()
            for feld in felder:
                oder |= bedingung(feld, wort)
            queryset = queryset.filter(oder)
    return queryset


class GefalteteSuche(admin.ModelAdmin):
    """Folds the words looked for; ``search_fields`` are read as in bedingung()."""

    #: Columns that suggestions look in; a description would suggest too much.
    vorschlagsfelder: tuple[str, ...] = ()

    def get_search_results(self, request, queryset, search_term):
        felder = self.get_search_fields(request)
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = treffer(queryset, self.vorschlagsfelder or felder, search_term)
            return self._anfang_zuerst(queryset, search_term), False
        return treffer(queryset, felder, search_term), False

    def _anfang_zuerst(self, queryset, text):
        anfang = sortierform(text)
        if not anfang or "sortierung" not in self.vorschlagsfelder:
            return queryset
        rang = Case(When(sortierung__startswith=anfang, then=0), default=1)
        return queryset.order_by(rang, *queryset.query.order_by or self.opts.ordering)
