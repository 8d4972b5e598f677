"""The page of the search over all kinds of entries."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.views.generic import TemplateView

from netzwerke.anschluesse import OeffentlicheArt, anschluesse
from netzwerke.filters.suche import Suchfilter, arten
from netzwerke.karten import krisenlinien
from netzwerke.models import Hilfeangebot, Lebenslage, Sozialraum, Thema
from netzwerke.suche.anfrage import verstehen
from netzwerke.suche.beistand import beistand
from netzwerke.suche.entfernung import entfernungen
from netzwerke.suche.ergebnis import Ergebnis, artengruppe, beantworten
from netzwerke.suche.facetten import Facetten
from netzwerke.suche.gruende import Gruende, mitte_der_worte
from netzwerke.suche.hervorhebung import Hervorhebung
from netzwerke.suche.menge import treffermenge
from netzwerke.suche.rang import GESCHUETZTE_PLAETZE, Treffer
from netzwerke.suche.zusatz import Zusatz
from netzwerke.views.filterseite import JE_SEITE, Filterseite, seitenadresse

#: More of a long query would push the hits out of sight.
ZEICHEN_IM_SATZ = 80
#: Themes lie at most so deep.
THEMEN_EBENEN = 3
#: Hits of the kind with the best one, and of every other.
ZUERST, DANACH = 8, 5


@dataclass
class Trefferliste:
    """The best hits of one kind. ``anzahl`` says how many there are in all, ``adresse`` leads to them."""

    art: OeffentlicheArt
    eintraege: list[Model]
    anzahl: str
    geschaetzt: bool
    adresse: str
    mehr: bool


class SucheView(Filterseite, TemplateView):
    template_name = "netzwerke/suche.html"

    def get_context_data(self, **kwargs):
        self.filterset = Suchfilter(self.request.GET)
        self.anfrage = verstehen(self.request.GET.get("q", ""), self.filterset.wie_geschrieben)
        kontext = super().get_context_data(suchworte=self.anfrage.text, **kwargs)
        if not self.anfrage.text:
            return kontext | _anleitung()
        self.filterset.punkt_der_worte = mitte_der_worte(self.anfrage)
        kontext |= self.gefundenes()
        kontext |= self.schreibweise(self.anfrage) | {
            "anfrage": self.anfrage,
            "beistand": (hilfe := beistand(self.anfrage)),
            "filter": self.filterset,
            "aktive_filter": self.aktive_filter(),
            "ohne_filter": self.filterset.adresse_ohne(*(set(self.filterset.werte) - {"q"})),
            "hinweise": self.filterset.hinweise,
            "fachkraefte": [] if hilfe else list(self.fuer_fachkraefte()),
        }
        return kontext if self.ergebnis.treffer else kontext | self.wege_weiter()

    def aktive_filter(self) -> list[tuple[str, str]]:
        """(label, address without it) of every active filter; the words themselves stand in the search box."""
        filterset = self.filterset
        return [
            (filterset.beschriftung(name, wert), filterset.adresse_ohne(name))
            for name, wert in filterset.werte.items()
            if name != "q"
        ]

    # --- hits -------------------------------------------------------------------------------------

    @cached_property
    def ergebnis(self) -> Ergebnis:
        return self.ergebnis_mit(self.filterset)

    def ergebnis_mit(self, filterset: Suchfilter) -> Ergebnis:
        ergebnis = beantworten(self.anfrage, bedingungen=filterset.gruppen, zusatz=filterset.zusatz)
        if filterset.nach_entfernung:
            # What has no point follows, best first.
            km = entfernungen([treffer.id for treffer in ergebnis.treffer], filterset.punkt)
            ergebnis.treffer.sort(key=lambda treffer: (treffer.heikel, km.get(treffer.id, float("inf"))))
        return ergebnis

    @cached_property
    def facetten(self) -> Facetten:
        """What is counted is what the lists of the kinds show: without what the ranking refused."""
        pflicht = (artengruppe(None), *self.filterset.gruppen)
        menge = treffermenge(self.anfrage, pflicht, self.filterset.zusatz)
        if menge and (verworfen := tuple(kandidat.id for kandidat in self.ergebnis.verworfen)):
            platz = ", ".join(["%s"] * len(verworfen))
            menge = replace(menge, ohne=menge.ohne & Zusatz(f"d.id NOT IN ({platz})", verworfen))
        return self.filterset.zaehlen(menge)

    def gefundenes(self) -> dict:
        """Groups of hits with their reasons, and the sentence above them."""
        je_art: dict[int, list[Treffer]] = {}
        for treffer in self.ergebnis.treffer:
            je_art.setdefault(treffer.art, []).append(treffer)
        gezeigt, seite = self._auswahl(je_art)
        if seite.get("page_obj") is None or seite["page_obj"].number == 1:
            gezeigt = geschuetzt(gezeigt)
        alle = [treffer for liste in gezeigt.values() for treffer in liste]
        gruende = Gruende(self.anfrage, alle, self.filterset.punkt)
        gruppen = [self._gruppe(nummer, gezeigt[nummer], je_art[nummer], gruende) for nummer in gezeigt]
        return {
            "gruppen": [gruppe for gruppe in gruppen if gruppe.eintraege],
            "treffer_satz": self._treffer_satz(je_art),
            "dort_nichts": gruende.dort_ist_nichts,
            **seite,
        }

    def _auswahl(self, je_art: dict[int, list[Treffer]]) -> tuple[dict[int, list[Treffer]], dict]:
        """The hits to show, by kind in the order of the best of each; all of a chosen kind, in pages."""
        if gewaehlt := self.filterset.werte.get("art"):
            paginator = Paginator(je_art.get(gewaehlt.nummer, []), JE_SEITE)
            seite = paginator.get_page(self.request.GET.get("seite"))
            return {gewaehlt.nummer: list(seite)} if je_art else {}, {
                "page_obj": seite,
                "seitenfolge": paginator.get_elided_page_range(seite.number, on_each_side=1),
                "seiten_url": seitenadresse(self.filterset.adresse_ohne()),
            }
        zuerst = next(iter(je_art), None)
        return {art: liste[: ZUERST if art == zuerst else DANACH] for art, liste in je_art.items()}, {}

    def _gruppe(self, nummer: int, gezeigt: list[Treffer], alle: list[Treffer], gruende: Gruende):
        art = next(art for art in anschluesse.sucharten() if art.suche.nummer == nummer)
        hervorhebung = Hervorhebung(self.anfrage)
        eintraege = _laden(art, gezeigt)
        for eintrag in eintraege:
            eintrag.grund, eintrag.hervorhebung = gruende.grund(eintrag.treffer), hervorhebung
        gezaehlt, gerankt = self.facetten.zahl(f"a_{nummer}"), len(alle)
        if gezaehlt < gerankt:
            # Some fit only in part: they are ranked here, but not in the list of the kind.
            slug = next(slug for slug, suchart in arten().items() if suchart.nummer == nummer)
            adresse = self.filterset.adresse_mit(art=slug)
        else:
            adresse = f"{reverse(art.liste_url)}{self.filterset.adresse_ohne('art', 'sortierung')}"
        return Trefferliste(
            art,
            eintraege,
            anzahl=_zahl(max(gezaehlt, gerankt)),
            geschaetzt=gezaehlt > gerankt and self.facetten.ist_geschaetzt(f"a_{nummer}"),
            adresse=adresse,
            mehr=gezaehlt > gerankt or (gerankt > len(eintraege) and "art" not in self.filterset.werte),
        )

    def _treffer_satz(self, je_art: dict[int, list[Treffer]]) -> str:
        worte = Truncator(self.anfrage.text).chars(ZEICHEN_IM_SATZ)
        if not je_art:
            return gettext("Nichts gefunden für „%(worte)s“") % {"worte": worte}
        einzeln = sum(max(len(liste), self.facetten.zahl(f"a_{art}")) for art, liste in je_art.items())
        if not self.facetten.geschaetzt:
            return gettext("%(anzahl)s Treffer für „%(worte)s“") % {"anzahl": _zahl(einzeln), "worte": worte}
        anzahl = _zahl(max(einzeln, self.facetten.gesamt))
        return gettext("Etwa %(anzahl)s Treffer für „%(worte)s“") % {"anzahl": anzahl, "worte": worte}

    def fuer_fachkraefte(self):
        """Kinds that are not for everybody, where they have all the words: (name, address of the list)."""
        for art in anschluesse.sucharten():
            if art.suche.fuer_alle:
                continue
            menge = treffermenge(self.anfrage, (artengruppe([art.suche.nummer]),))
            if menge and menge.genau:
                yield (
                    art.suche.name,
                    f"{reverse(art.liste_url)}{self.filterset.adresse_ohne('art', 'sortierung')}",
                )

    # --- nothing found ----------------------------------------------------------------------------

    def wege_weiter(self) -> dict:
        return {
            "auswege": self.auswege(),
            "krisenlinien": krisenlinien(),
            "lebenslagen": Lebenslage.objects.filter(fuer_fachkraefte=False),
            "themen": self._themen_mit_angeboten(),
        }

    def _themen_mit_angeboten(self):
        """The most general themes under which there are offers."""
        oberthema = self.anfrage.begriffe.oberthema
        angebote = Hilfeangebot.objects.oeffentlich().fuer_betroffene()
        durch = Hilfeangebot.themen.through.objects.filter(hilfeangebot__in=angebote.order_by().values("pk"))
        themen = set(durch.order_by().values_list("thema_id", flat=True).distinct())
        for _ebene in range(THEMEN_EBENEN):
            themen = {oberthema.get(pk) or pk for pk in themen}
        return Thema.objects.filter(pk__in=themen)

    def treffer_bei(self, adresse):
        andere = Suchfilter(QueryDict(adresse.removeprefix("?")))
        if "q" not in andere.werte:
            return 0
        return len(self.ergebnis_mit(andere).treffer)


def geschuetzt(gezeigt: dict[int, list[Treffer]]) -> dict[int, list[Treffer]]:
    """The same groups without work with perpetrators among the first cards of the page, which nobody asked for."""
    platz, ergebnis = 0, {}
    for art, liste in gezeigt.items():
        ergebnis[art] = []
        for treffer in liste:
            if not treffer.heikel or platz >= GESCHUETZTE_PLAETZE:
                ergebnis[art].append(treffer)
                platz += 1
    return ergebnis


def _laden(art: OeffentlicheArt, treffer: list[Treffer]) -> list[Model]:
    """The entries of these hits in their order, each with its ``treffer``."""
    menge = art.menge().filter(pk__in=[einer.eintrag_id for einer in treffer])
    je_pk = {eintrag.pk: eintrag for eintrag in art.suche.karte.laden(menge)}
    for einer in treffer:
        if einer.eintrag_id in je_pk:
            je_pk[einer.eintrag_id].treffer = einer
    return [je_pk[einer.eintrag_id] for einer in treffer if einer.eintrag_id in je_pk]


def _zahl(anzahl: int) -> str:
    return number_format(anzahl, force_grouping=True)


def _anleitung() -> dict:
    """What one can type, with examples that find something."""
    beispiele = [
        (gettext("Ein Stichwort"), "Stalking"),
        (gettext("In eigenen Worten"), gettext("Mein Partner überwacht mein Handy")),
    ]
    raum = Sozialraum.objects.oeffentlich().order_by("pk").first()
    if raum:
        beispiele.append((gettext("Ein Stichwort mit Ort"), gettext("Beratung %(ort)s") % {"ort": raum.name}))
    return {
        "beispiele": beispiele,
        "lebenslagen": Lebenslage.objects.filter(fuer_fachkraefte=False),
        "listen": anschluesse.sucharten(),
    }
