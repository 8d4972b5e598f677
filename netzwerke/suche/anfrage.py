"""What a visitor asks for: words, themes, a place, a situation."""

from dataclasses import dataclass, field

from netzwerke.models import Suchform, Suchwort
from netzwerke.sprache import STOPPWOERTER, stamm, woerter
from netzwerke.sprache.woerter import BITTWOERTER, SCHWACHE_WOERTER
from netzwerke.suche.begriffe import Begriffe, begriffe
from netzwerke.suche.gruppen import Gruppe, Gruppenbau
from netzwerke.suche.lesen import abfragen, platzhalter
from netzwerke.suche.orte import Ortswunsch, orte
from netzwerke.suche.perspektive import Lage, Perspektive, lage
from netzwerke.suche.tippfehler import Korrektur, korrekturen

#: Longer queries are cut. What has happened is read from all of their letters, but only the first words are looked up.
ZEICHEN_HOECHSTENS = 600
WOERTER_HOECHSTENS = 24
#: Shorter words may be names ("Tätner"): they are not corrected to words that only work with perpetrators has.
TAETER_AB = 9


@dataclass
class Anfrage:
    text: str
    folge: list[str] = field(default_factory=list)
    gruppen: list[Gruppe] = field(default_factory=list)
    orte: list[Ortswunsch] = field(default_factory=list)
    lage: Lage = field(default_factory=Lage)
    korrekturen: list[Korrektur] = field(default_factory=list)
    begriffe: Begriffe | None = None
    #: Themes by id whose words were used, the most certain first.
    themen: list[int] = field(default_factory=list)

    @property
    def ist_leer(self) -> bool:
        return not self.gruppen and not self.orte

    @property
    def ortsname(self) -> str:
        return ", ".join(ort.name for ort in self.orte)


def verstehen(text: str, wie_geschrieben: bool = False, begriffsnetz: Begriffe | None = None) -> Anfrage:
    """Read a query. Never fails; a query without any word asks for nothing.

    ``wie_geschrieben`` searches for words as they are typed, without corrections. ``begriffsnetz`` is another
    vocabulary than the stored one.
    """
    text = text.replace("\0", " ")[:ZEICHEN_HOECHSTENS].strip()
    folge = woerter(text)[:WOERTER_HOECHSTENS]
    netz = begriffsnetz or begriffe()
    if not folge:
        return Anfrage(text, begriffe=netz)
    # The situation needs the sentence as it is; corrected words help only where it tells nothing.
    situation = lage(text)
    im_satz = situation.ist_situation or situation.erzaehlt
    ortswuensche = orte(text, folge, im_satz)
    gefunden = [] if wie_geschrieben else _korrekturen(folge, netz, ortswuensche, im_satz)
    if gefunden:
        ersatz = {korrektur.wort: korrektur.form for korrektur in gefunden}
        folge = [wort for w in folge for wort in ersatz.get(w, w).split()]
        ortswuensche = orte(" ".join(folge), folge, im_satz)
    if gefunden and not situation.ist_situation:
        situation = _nach_korrektur(lage(" ".join(folge)), situation)
    anfrage = Anfrage(text, folge, orte=ortswuensche, lage=situation, korrekturen=gefunden, begriffe=netz)
    bau = Gruppenbau(folge, netz, situation, frozenset().union(*(ort.stellen for ort in ortswuensche)))
    anfrage.gruppen, anfrage.themen = bau.gruppen(), bau.themen
    return anfrage


def _nach_korrektur(berichtigt: Lage, geschrieben: Lage) -> Lage:
    """A word that somebody else put there makes nobody violent, and asks for no work with perpetrators."""
    verdaechtig = berichtigt.perspektive is Perspektive.AUSUEBEND or "taeterarbeit" in berichtigt.themen
    return geschrieben if verdaechtig else berichtigt


def _korrekturen(
    folge: list[str], netz: Begriffe, ortswuensche: list[Ortswunsch], im_satz: bool
) -> list[Korrektur]:
    """Corrections of words that nobody uses: no entry, no theme, no place."""
    am_ort = {stelle for ort in ortswuensche for stelle in ort.stellen}
    fraglich = [
        wort
        for stelle, wort in enumerate(folge)
        if stelle not in am_ort
        and wort not in STOPPWOERTER
        and wort not in BITTWOERTER
        and wort not in SCHWACHE_WOERTER
        and not netz.kennt(wort)
    ]
    if not fraglich:
        return []
    bekannt = _bekannte(folge, fraglich)
    offen = [wort for wort in dict.fromkeys(fraglich) if wort not in bekannt]
    gefunden = [treffer[0] for wort in offen if (treffer := korrekturen(wort, netz.woerter, not im_satz))]
    return [k for k in gefunden if len(k.wort) >= TAETER_AB or not netz.nur_taeterarbeit(k.form)]


def _bekannte(folge: list[str], fraglich: list[str]) -> set[str]:
    """Words that entries have in some form, or that make such a word with their neighbours."""
    zusammen = {"".join(folge[a:b]): folge[a:b] for a in range(len(folge)) for b in (a + 2, a + 3)}
    staemme = {stamm(wort): wort for wort in fraglich}
    geschrieben = [*fraglich, *zusammen]
    gefunden = abfragen(
        f"SELECT 0, form FROM {Suchform._meta.db_table} WHERE form IN ({platzhalter(geschrieben)}) UNION ALL "
        f"SELECT 1, token FROM {Suchwort._meta.db_table} WHERE token IN ({platzhalter(staemme)})",
        [*geschrieben, *staemme],
    )
    formen = {form for nummer, form in gefunden if nummer == 0}
    token = [form for nummer, form in gefunden if nummer == 1]
    verbunden = {wort for form, worte in zusammen.items() if form in formen for wort in worte}
    return formen | {staemme[t] for t in token} | verbunden
