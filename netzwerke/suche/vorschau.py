"""What the everyday words of a theme would do, before they are saved: for those who edit them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection
from django.utils.functional import cached_property
from django.utils.translation import gettext

from netzwerke.anschluesse import anschluesse
from netzwerke.models import Suchdokument, Thema
from netzwerke.sprache import STOPPWOERTER, stamm, woerter
from netzwerke.sprache.woerter import BITTWOERTER, SCHWACHE_WOERTER
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.begriffe import EINZELWORT, Begriffe, begriffe
from netzwerke.suche.ergebnis import Ergebnis, suchen
from netzwerke.suche.perspektive import Perspektive, perspektive
from netzwerke.suche.rang import Treffer
from netzwerke.suche.themenworte import Themenworte
from netzwerke.suche.volltext import volltext

#: Hits shown of a query, queries tried at once, lines looked at.
TREFFER, FRAGEN, ZEILEN = 5, 5, 100
#: A line is too general from this share of all entries on, if they are at least so many, whose theme is another one.
ZU_ALLGEMEIN, ZU_VIELE = 0.1, 10
#: Words that tell nothing about what is sought, not even all together.
NICHTSSAGEND = STOPPWOERTER | BITTWOERTER | SCHWACHE_WOERTER
_ANZAHL = "SELECT count(*) FROM ({treffer}) AS treffer"
#: From whose mouth lines are that must not lead to work with perpetrators.
BETROFFENE = (Perspektive.BETROFFEN, Perspektive.KIND, Perspektive.MITBEKOMMEN)


@dataclass(frozen=True)
class Fundstelle:
    """An entry that a query finds. ``anders`` means that it is found only before or only after the change."""

    art: int
    eintrag_id: int
    name: str
    artname: str
    anders: bool = False


@dataclass(frozen=True)
class Seite:
    """The answer to a query with one state of the words: recognised themes and the first entries."""

    themen: list[str]
    treffer: list[Fundstelle]


@dataclass(frozen=True)
class Vergleich:
    frage: str
    jetzt: Seite
    dann: Seite


@dataclass(frozen=True)
class Hinweis:
    """What is to be thought about in a line of everyday words."""

    zeile: str
    text: str


class Vorschau:
    """Compares the stored words with those of ``thema``, which is not saved.

    ``probe`` is a query to try; without one the new lines themselves are tried.
    """

    def __init__(self, thema: Thema, probe: str = ""):
        self.thema, self.probe = thema, probe.strip()
        self.pk = thema.pk or 0
        gespeichert = Thema.objects.filter(pk=thema.pk).values_list("suchworte", flat=True).first() or ""
        bisher = {" ".join(zeile.split()) for zeile in gespeichert.splitlines()}
        self.neue_zeilen = [
            zeile for zeile in dict.fromkeys(thema.suchwortliste) if " ".join(zeile.split()) not in bisher
        ]

    @cached_property
    def dann(self) -> Begriffe:
        return begriffe(mit=self.thema)

    @cached_property
    def _worte(self) -> Themenworte:
        return Themenworte(self.dann)

    # --- finds now, would find ----------------------------------------------------------------------

    @property
    def fragen(self) -> list[str]:
        return [self.probe] if self.probe else self.neue_zeilen[:FRAGEN]

    @cached_property
    def vergleiche(self) -> list[Vergleich]:
        jetzt = begriffe()
        return [
            _vergleich(frage, suchen(frage, begriffsnetz=jetzt), suchen(frage, begriffsnetz=self.dann))
            for frage in self.fragen
        ]

    # --- what to think about ------------------------------------------------------------------------

    @cached_property
    def hinweise(self) -> list[Hinweis]:
        """On the new lines; where there are none, on all that the theme has."""
        zeilen = (self.neue_zeilen or self.thema.suchwortliste)[:ZEILEN]
        return [Hinweis(zeile, text) for zeile in zeilen for text in self._pruefen(zeile)]

    def _pruefen(self, zeile: str) -> Iterable[str]:
        folge = woerter(zeile)
        inhalt = frozenset(stamm(wort) for wort in folge if wort not in STOPPWOERTER) or frozenset(
            map(stamm, folge)
        )
        if NICHTSSAGEND.issuperset(folge):
            yield gettext(
                "Das sagt nichts über ein Thema: Die Zeile besteht nur aus Wörtern, die in fast jeder Anfrage vorkommen."
            )
            return
        if text := self._allgemein(inhalt):
            yield text
        if text := self._andere_themen(folge):
            yield text
        if text := self._fremde_worte(zeile, inhalt):
            yield text

    def _allgemein(self, inhalt: frozenset[str]) -> str:
        gruppen = [((token,),) for token in sorted(inhalt)]
        fremde = _anzahl(gruppen) - _anzahl([*gruppen, ((f"t_{self.pk}",),)])
        if fremde < max(ZU_VIELE, ZU_ALLGEMEIN * self._gesamt):
            return ""
        return gettext(
            "Zu allgemein: Diese Worte stehen in %(anzahl)d von %(gesamt)d Einträgen, die nicht zu diesem Thema gehören."
        ) % {"anzahl": fremde, "gesamt": self._gesamt}

    @cached_property
    def _gesamt(self) -> int:
        return Suchdokument.objects.count()

    def _andere_themen(self, folge: list[str]) -> str:
        inhalt = {stelle for stelle, wort in enumerate(folge) if wort not in STOPPWOERTER}
        funde = self.dann.funde(folge, perspektive(" ".join(folge)))
        themen = {f.thema for f in funde if f.stellen >= inhalt and f.staerke >= EINZELWORT} - {self.pk}
        if not themen:
            return ""
        namen = sorted(self.dann.namen[pk] for pk in themen)
        if gleich := sorted(self.dann.namen[pk] for pk in themen if woerter(self.dann.namen[pk]) == folge):
            return gettext("So heißt ein anderes Thema. Beide gelten dann als dasselbe: %(themen)s.") % {
                "themen": ", ".join(gleich)
            }
        return gettext("Diese Worte führen auch zu einem anderen Thema: %(themen)s.") % {
            "themen": ", ".join(namen)
        }

    def _fremde_worte(self, zeile: str, inhalt: frozenset[str]) -> str:
        """Whether people who were hurt would be led to work with perpetrators by this line, or those to their help."""
        worte, sicht = self._worte, perspektive(zeile)
        if self.pk in worte.taeterarbeit:
            if sicht in BETROFFENE:
                return gettext(
                    "So sprechen Betroffene. Die Zeile würde sie zur Arbeit mit Täter*innen führen."
                )
            beispiel = worte.mit_staemmen(inhalt, BETROFFENE, ohne=worte.taeterarbeit)
            text = gettext(
                "Das sagen auch Betroffene, zum Beispiel: „%(beispiel)s“. Die Zeile würde sie zur Arbeit mit Täter*innen führen."
            )
        else:
            if sicht is Perspektive.AUSUEBEND:
                return gettext(
                    "So spricht, wer selbst Gewalt ausübt. Diese Worte gehören zum Thema Täterarbeit."
                )
            beispiel = worte.mit_staemmen(inhalt, (Perspektive.AUSUEBEND,), nur=worte.taeterarbeit)
            text = gettext(
                "Das sagt auch, wer selbst Gewalt ausübt, zum Beispiel: „%(beispiel)s“. Die Zeile würde sie zu diesem Thema führen."
            )
        return text % {"beispiel": beispiel} if beispiel and sicht is Perspektive.OFFEN else ""


def _anzahl(gruppen: list) -> int:
    index = volltext()
    with connection.cursor() as cursor:
        cursor.execute(_ANZAHL.format(treffer=index.TREFFER), [index.anfrage(gruppen)])
        return cursor.fetchone()[0]


def _vergleich(frage: str, jetzt: Ergebnis, dann: Ergebnis) -> Vergleich:
    vorher, nachher = jetzt.treffer[:TREFFER], dann.treffer[:TREFFER]
    namen = _namen([*vorher, *nachher])
    seiten = []
    for ergebnis, eigene, andere in ((jetzt, vorher, nachher), (dann, nachher, vorher)):
        auch_dort = {(t.art, t.eintrag_id) for t in andere}
        treffer = [
            replace(namen[t.art, t.eintrag_id], anders=(t.art, t.eintrag_id) not in auch_dort) for t in eigene
        ]
        seiten.append(Seite(_verstanden(ergebnis.anfrage), treffer))
    return Vergleich(frage, *seiten)


def _verstanden(anfrage: Anfrage) -> list[str]:
    """Names of the themes whose words were recognised, and of those of the situation."""
    netz = anfrage.begriffe
    return [netz.namen[pk] for pk in dict.fromkeys((*anfrage.themen, *netz.themen(*anfrage.lage.themen)))]


def _namen(treffer: Iterable[Treffer]) -> dict[tuple[int, int], Fundstelle]:
    gefunden = {}
    for art in anschluesse.sucharten():
        nummer = art.suche.nummer
        pks = {t.eintrag_id for t in treffer if t.art == nummer}
        for pk, name in art.menge().filter(pk__in=pks).values_list("pk", "name") if pks else ():
            gefunden[nummer, pk] = Fundstelle(nummer, pk, name, str(art.model._meta.verbose_name))
    return gefunden
