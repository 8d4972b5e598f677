"""The filters of the search over all kinds: those of the lists, as tokens of the search index."""

from collections.abc import Iterator
from functools import cached_property

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from netzwerke.anschluesse import Suchart, anschluesse
from netzwerke.facetten import Option
from netzwerke.filters import bedingungen
from netzwerke.filters.angaben import Angaben, Facette
from netzwerke.filters.felder import BedingungsFilter, Schalter, SlugFeld, plz_filter, umkreis_filter
from netzwerke.filters.orte import Suchort, gebietszweige, suchort, zweige
from netzwerke.models import Gebiet, Hilfeangebot, Sprache, Suchdokument, Thema, Zielgruppe
from netzwerke.raum import UMKREISE
from netzwerke.suche.anfrage import ZEICHEN_HOECHSTENS
from netzwerke.suche.dokument import sprachzeichen
from netzwerke.suche.entfernung import Punkt, im_umkreis, naechste_zuerst
from netzwerke.suche.facetten import Einschraenkung, Facetten, facette, zaehlen
from netzwerke.suche.menge import Treffermenge
from netzwerke.suche.volltext import Suchgruppe
from netzwerke.suche.zusatz import OHNE_ZUSATZ, Zusatz
from netzwerke.texte import slug_aus, sortierform
from netzwerke.verfuegbarkeit import geoeffnet

ENTFERNUNG = "entfernung"


class MerkmalFilter(django_filters.Filter):
    """A filter whose values are tokens of documents."""

    def __init__(self, feld: forms.Field, token, label):
        super().__init__(label=label)
        feld.label = label
        self._field, self.token = feld, token


class Artfeld(forms.CharField):
    """Takes the slug of a kind and cleans to its `Suchart`."""

    def clean(self, value):
        slug = super().clean(value)
        if slug and slug not in arten():
            raise ValidationError(_("Diese Auswahl gibt es nicht."), code="unbekannt")
        return arten().get(slug)


def arten() -> dict[str, Suchart]:
    """The kinds that everybody may search, by the slug of their German name."""
    with override("de"):
        return {
            slug_aus(str(art.suche.name)): art.suche for art in anschluesse.sucharten() if art.suche.fuer_alle
        }


def _begriff(model, vorsatz: str, label) -> MerkmalFilter:
    return MerkmalFilter(SlugFeld(queryset=model.objects.all()), lambda zeile: f"{vorsatz}{zeile.pk}", label)


def _merkmal(token: str, label) -> MerkmalFilter:
    return MerkmalFilter(Schalter(), lambda an: token, label)


def _sortierung() -> forms.Field:
    return forms.TypedChoiceField(
        choices=[("", ""), ("relevanz", ""), (ENTFERNUNG, "")],
        # The order that a search has anyway is no choice.
        coerce=lambda wert: wert if wert == ENTFERNUNG else "",
        empty_value="",
        required=False,
        error_messages={"invalid_choice": _("Diese Auswahl gibt es nicht.")},
    )


class Suchfilter(Angaben):
    """``gruppen`` and ``zusatz`` are what `netzwerke.suche.suchen` takes; `zaehlen` puts numbers beside the options."""

    q = BedingungsFilter(forms.CharField(required=False), bedingungen.keine, _("Stichwort"))
    plz = plz_filter(bedingungen.keine)
    umkreis = umkreis_filter(bedingungen.keine)
    sortierung = BedingungsFilter(_sortierung(), bedingungen.keine, _("Sortierung"))
    art = MerkmalFilter(
        Artfeld(required=False, max_length=120), lambda art: f"a_{art.nummer}", _("Art des Eintrags")
    )
    thema = _begriff(Thema, "t_", _("Thema"))
    zielgruppe = _begriff(Zielgruppe, "z_", _("Für wen"))
    gebiet = BedingungsFilter(SlugFeld(queryset=Gebiet.objects.all()), bedingungen.keine, _("Gebiet"))
    sprache = MerkmalFilter(
        SlugFeld(queryset=Sprache.objects.all(), spalte="code"),
        lambda sprache: f"l_{sprachzeichen(sprache.code)}",
        _("Sprache"),
    )
    jetzt_geoeffnet = BedingungsFilter(Schalter(), bedingungen.keine, _("jetzt erreichbar"))
    anonym = _merkmal("m_anonym", _("anonym möglich"))
    kostenlos = _merkmal("m_kostenlos", _("kostenlos"))
    barrierefrei = _merkmal("m_stufenlos", _("stufenlos zugänglich"))

    #: Numbers beside the options; without them they stand alone.
    zaehlung: Facetten | None = None
    #: The place named in the words: distances are measured from there if no other was chosen.
    punkt_der_worte: Punkt | None = None

    class Meta:
        model = Suchdokument
        fields: list[str] = []

    # --- what is asked for ------------------------------------------------------------------------

    @cached_property
    def merkmale(self) -> dict[str, str]:
        """The token of each active facet, by the facet's name."""
        aktiv = [
            self.filters[name].token(wert) for name, wert in self.werte.items() if self._hat_merkmale(name)
        ]
        return {facette(token): token for token in aktiv}

    def _hat_merkmale(self, name: str) -> bool:
        return isinstance(self.filters[name], MerkmalFilter)

    @cached_property
    def ort(self) -> Suchort:
        return suchort(self.werte.get("plz"), self.werte.get("gebiet"), self.werte.get("umkreis"))

    @property
    def gruppen(self) -> tuple[Suchgruppe, ...]:
        return (*self.ort.gruppen, *(((token,),) for token in self.merkmale.values()))

    @cached_property
    def zusatz(self) -> Zusatz:
        """What no token says: a radius, who can be reached now, and that the nearest come first."""
        zusatz = OHNE_ZUSATZ
        if self.ort.km:
            zusatz &= im_umkreis(*self.ort.punkt, self.ort.km, oder=self.ort.oder)
        if "jetzt_geoeffnet" in self.werte:
            zusatz &= _jetzt_geoeffnet()
        if self.nach_entfernung:
            zusatz &= naechste_zuerst(self.punkt)
        return zusatz

    @property
    def punkt(self) -> Punkt | None:
        """Where distances are measured from."""
        return self.ort.punkt or self.punkt_der_worte

    @property
    def nach_entfernung(self) -> bool:
        return "sortierung" in self.werte and self.punkt is not None

    @property
    def hinweise(self) -> list[str]:
        if "sortierung" not in self.werte or self.punkt:
            return super().hinweise
        satz = gettext(
            "Um nach Entfernung zu sortieren, brauchen wir einen Ort, zum Beispiel eine Postleitzahl."
        )
        return [*super().hinweise, satz]

    def beschriftung(self, name, wert):
        return gettext("nach Entfernung") if name == "sortierung" else super().beschriftung(name, wert)

    # --- what can be chosen -----------------------------------------------------------------------

    def zaehlen(self, menge: Treffermenge | None) -> Facetten:
        """Count what the filters leave of ``menge`` and what each option would."""
        self.zaehlung = zaehlen(menge, Einschraenkung(self.merkmale, self.ort.gruppen, self.zusatz))
        return self.zaehlung

    def _facette(self, name: str, filter_) -> Facette:
        wert, label = self.rohwerte.get(name, ""), str(filter_.label)
        if name in self.freitext:
            return Facette(name, label, "text", self.data.get(name, "")[:ZEICHEN_HOECHSTENS])
        optionen = [option for wahl in self._wahlen(name, filter_) if (option := self._option(name, *wahl))]
        if isinstance(filter_.field, Schalter):
            return Facette(name, label, "schalter", wert, optionen)
        leer = _("nach Relevanz") if name == "sortierung" else _("alle")
        return Facette(name, label, "auswahl", wert, optionen, leer)

    def _wahlen(self, name: str, filter_) -> Iterator[tuple]:
        """(value in the address, label, level, token if it is counted) of all options."""
        if isinstance(filter_.field, Schalter):
            yield "1", str(filter_.label), 0, filter_.token(True) if self._hat_merkmale(name) else ""
        elif name == "art":
            for slug, art in arten().items():
                yield slug, str(art.name), 0, filter_.token(art)
        elif name == "gebiet":
            for ebene, gebiet in gebietszweige(self.werte.get("gebiet")):
                yield gebiet.slug, gebiet.name, ebene, ""
        elif name == "umkreis":
            for km in UMKREISE if "plz" in self.werte else ():
                yield str(km), f"{km} km", 0, ""
        elif name == "sortierung":
            if self.punkt:
                yield ENTFERNUNG, gettext("nach Entfernung"), 0, ""
        else:
            zeilen = sorted(filter_.field.queryset.all(), key=lambda z: (z.reihenfolge, sortierform(z.name)))
            baum = zweige(zeilen, "oberthema_id") if name == "thema" else ((0, zeile) for zeile in zeilen)
            for ebene, zeile in baum:
                yield getattr(zeile, filter_.field.spalte), zeile.name, ebene, filter_.token(zeile)

    def _option(self, name: str, wert: str, label: str, ebene: int, token: str) -> Option | None:
        """A counted option only if it leaves something or is chosen."""
        aktiv = self.rohwerte.get(name) == wert
        if not self.zaehlung or not token:
            return Option(wert, label, None, aktiv, ebene)
        if not aktiv and token not in self.zaehlung.zahlen:
            return None
        geschaetzt = self.zaehlung.ist_geschaetzt(token)
        return Option(wert, label, self.zaehlung.zahl(token), aktiv, ebene, geschaetzt)


def _jetzt_geoeffnet() -> Zusatz:
    offen = Hilfeangebot.objects.filter(geoeffnet(timezone.now())).order_by().values("pk")
    sql, parameter = offen.query.sql_with_params()
    nummern = [str(art.suche.nummer) for art in anschluesse.sucharten() if art.model is Hilfeangebot]
    return Zusatz(f"d.art IN ({', '.join(nummern)}) AND d.eintrag_id IN ({sql})", parameter)
