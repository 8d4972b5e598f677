"""Python ranks: the same arithmetic over the same candidates, whichever database selected them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from netzwerke.sprache.woerter import SCHWACHE_WOERTER
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.auswahl import Kandidat
from netzwerke.suche.gruppen import Gruppe
from netzwerke.suche.orte import WOANDERS, Ortswunsch
from netzwerke.suche.passung import Passung
from netzwerke.suche.perspektive import Perspektive
from netzwerke.suche.volltext import Form

#: What a literal match is worth by where it stands: name, theme, summary, anywhere.
NAME, KOPF, KURZ, TEXT = 1.0, 0.8, 0.65, 0.5
WENDUNG = 1.4
#: What the theme of an entry is worth where the query asks for it.
THEMA = 0.8
#: Several themes of a group often mean the same: each further one counts for so much less.
WEITERES_THEMA = 0.5
#: Themes of less weight are no reason to be told.
THEMA_GENANNT = 0.6
#: Every word of the query in the name of the entry.
GANZ_IM_NAMEN = 1.2
#: From this nearness on an entry is at the place that was asked for, which is worth something by itself.
HIER, NUR_DER_ORT = 0.95, 0.15
#: Overdue entries sink a little; they never vanish.
UEBERFAELLIG = 0.97
#: Who asks for help or advice in so many words means offers rather than bodies of professionals.
ARTEN_BEI_HILFE = {2: 0.8, 4: 0.6}
#: Hits with less than this share of the best are noise.
RAUSCHEN = 0.1
#: A theme of this weight was called by its name or by a whole phrase.
BEIM_NAMEN = 0.95
#: So many of the first hits must not lead affected people to work with perpetrators.
GESCHUETZTE_PLAETZE = 5


@dataclass(slots=True)
class Treffer:
    """A ranked entry with what speaks for it, for the reason shown in words."""

    id: int
    art: int
    eintrag_id: int
    punkte: float
    themen: list[int] = field(default_factory=list)
    im_namen: bool = False
    ring: str = ""
    nah: bool = False
    bundesweit: bool = False
    #: Work with perpetrators that nobody asked for: wherever it is shown, not among the first.
    heikel: bool = False


class Rangfolge:
    """Ranks candidates for one query."""

    def __init__(self, anfrage: Anfrage, heute: date, gewollt: Collection[str] = ()):
        """``gewollt`` are tokens that somebody chose as filters."""
        self.anfrage, self.heute = anfrage, heute
        self.lage = anfrage.lage
        self.passung = Passung(anfrage)
        self.nach_hilfe = any(wort in SCHWACHE_WOERTER for wort in anfrage.folge)
        self.nur_themen = all(
            gruppe.themen and max(gruppe.themen.values()) >= THEMA_GENANNT for gruppe in anfrage.gruppen
        )
        self.formen = {
            id(gruppe): (_vorbereitet(gruppe.lose | gruppe.formen), _vorbereitet(gruppe.ersatz))
            for gruppe in anfrage.gruppen
        }
        self.gewicht = sum(gruppe.gewicht for gruppe in anfrage.gruppen) or 1.0
        self.taeterarbeit_gefragt = self._fragt_nach_taeterarbeit(gewollt)

    def _fragt_nach_taeterarbeit(self, gewollt: Collection[str]) -> bool:
        """Whether this is what is looked for: said by those who need it, by its name, or chosen as a filter.

        A single everyday word of the theme does not open the door: coordinators write those.
        """
        if self.lage.ist_situation:
            return self.lage.perspektive is Perspektive.AUSUEBEND
        if "taeterarbeit" in self.lage.themen or not (
            self.passung.taeterarbeit | self.passung.ausuebende
        ).isdisjoint(gewollt):
            return True
        return any(
            gewicht >= BEIM_NAMEN and token in self.passung.taeterarbeit
            for gruppe in self.anfrage.gruppen
            for token, gewicht in gruppe.themen.items()
        )

    def ordnen(self, kandidaten: dict[int, Kandidat]) -> list[Treffer]:
        treffer = [self._bewerten(kandidat) for kandidat in kandidaten.values()]
        treffer.sort(key=lambda t: (-t.punkte, not t.bundesweit, t.art, t.eintrag_id))
        if not treffer:
            return []
        grenze = treffer[0].punkte * RAUSCHEN
        return self._geschuetzt([t for t in treffer if t.punkte >= grenze], kandidaten)

    # --- one entry --------------------------------------------------------------------------------

    def _bewerten(self, kandidat: Kandidat) -> Treffer:
        token = kandidat.token
        treffer = Treffer(kandidat.id, kandidat.art, kandidat.eintrag_id, 0.0, bundesweit="b_1" in token)
        summe, im_namen = 0.0, bool(self.anfrage.gruppen)
        for gruppe in self.anfrage.gruppen:
            eigene, ersatz = self.formen[id(gruppe)]
            woertlich = _literal(eigene, token)
            thema = self._thema(gruppe, token, treffer) or _literal(ersatz, token)
            summe += gruppe.gewicht * (1 - (1 - woertlich) * (1 - thema))
            im_namen = im_namen and woertlich >= NAME * 0.9
        punkte = summe / self.gewicht if self.anfrage.gruppen else 1.0
        naehe = self._ort(token, treffer)
        if im_namen:
            treffer.im_namen = True
            punkte *= GANZ_IM_NAMEN if naehe >= HIER and not self.nur_themen else 1.0
        elif self.nach_hilfe:
            punkte *= ARTEN_BEI_HILFE.get(kandidat.art, 1.0)
        if self.anfrage.orte and naehe >= HIER:
            punkte += NUR_DER_ORT
        punkte *= naehe * self.passung.faktor(kandidat)
        if kandidat.faellig_am and kandidat.faellig_am < self.heute:
            punkte *= UEBERFAELLIG
        treffer.punkte = round(punkte, 6)
        return treffer

    def _thema(self, gruppe: Gruppe, token: frozenset[str], treffer: Treffer) -> float:
        genannt = sorted(
            ((gewicht, zeichen) for zeichen, gewicht in gruppe.themen.items() if zeichen in token),
            reverse=True,
        )
        fehlt, anteil = 1.0, THEMA
        for gewicht, zeichen in genannt:
            fehlt *= 1 - anteil * gewicht
            anteil = THEMA * WEITERES_THEMA
            if gewicht >= THEMA_GENANNT and zeichen[0] in "td":
                treffer.themen.append(int(zeichen[2:]))
        return 1 - fehlt

    def _ort(self, token: frozenset[str], treffer: Treffer) -> float:
        if not self.anfrage.orte:
            return 1.0
        return max(self._naehe(ort, token, treffer) for ort in self.anfrage.orte)

    @staticmethod
    def _naehe(ort: Ortswunsch, token: frozenset[str], treffer: Treffer) -> float:
        for ring in ort.ringe:
            if not ring.token.isdisjoint(token):
                treffer.ring, treffer.nah = ring.name, ring.guete >= 0.7
                guete = ring.guete
                break
        else:
            guete = WOANDERS
        if any(f"n_{wort}" in token for wort in ort.worte):
            return max(guete, 0.95)
        return guete

    # --- nobody who was hurt is led to those who work with perpetrators -----------------------------

    def _geschuetzt(self, treffer: list[Treffer], kandidaten: dict[int, Kandidat]) -> list[Treffer]:
        """Take work with perpetrators out of the first hits, and out of all where somebody was hurt."""
        if self.taeterarbeit_gefragt:
            return treffer
        heikel = {t.id for t in treffer if self._heikel(t, kandidaten[t.id].token)}
        andere = [t for t in treffer if t.id not in heikel]
        if self.lage.ist_situation:
            return andere
        hinten = [t for t in treffer if t.id in heikel]
        for einer in hinten:
            einer.heikel = True
        return [*andere, *hinten] if len(andere) >= GESCHUETZTE_PLAETZE else andere

    def _heikel(self, treffer: Treffer, token: frozenset[str]) -> bool:
        if self.passung.taeterarbeit.isdisjoint(token) and self.passung.ausuebende.isdisjoint(token):
            return False
        if self.lage.geschlecht == "m" and self.passung.ausuebende.isdisjoint(token):
            return False
        # Who types the name of such a place knows where they want to go; words of a theme are no name.
        eigene = [g for g in self.anfrage.gruppen if max(g.themen.values(), default=0) < THEMA_GENANNT]
        worte = {wort for gruppe in eigene for wort in gruppe.worte}
        return not (treffer.im_namen and worte - SCHWACHE_WOERTER)


#: A form with what it is worth where: tokens, then the same in name, head and summary.
Vorbereitet = list[tuple[float, Form, Form, Form, Form]]


def _vorbereitet(formen: dict[Form, float]) -> Vorbereitet:
    """Forms in the order of what they are worth, with the tokens to look for."""
    zeilen = []
    for form, guete in formen.items():
        # All words of a phrase are hardly there by chance.
        guete = guete * WENDUNG if len(form) > 1 and guete >= 1 else guete
        stellen = [tuple(f"{vorsatz}{wort}" for wort in form) for vorsatz in ("n_", "k_", "s_")]
        zeilen.append((guete, form, *stellen))
    return sorted(zeilen, key=lambda zeile: -zeile[0])


def _literal(formen: Vorbereitet, token: frozenset[str]) -> float:
    """The best literal match: how good the form is, times where it stands."""
    beste = 0.0
    for guete, form, name, kopf, kurz in formen:
        if guete <= beste:
            break
        if not token.issuperset(form):
            continue
        if token.issuperset(name):
            ort = NAME
        elif token.issuperset(kopf):
            ort = KOPF
        else:
            ort = KURZ if token.issuperset(kurz) else TEXT
        beste = max(beste, min(NAME, guete * ort))
    return beste
