"""Python ranks: the same arithmetic over the same candidates, whichever database selected them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from netzwerke.sprache.woerter import SCHWACHE_WOERTER
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.auswahl import Kandidat
from netzwerke.suche.gruppen import Gruppe
from netzwerke.suche.orte import WOANDERS, Ortswunsch
from netzwerke.suche.perspektive import Akut, Perspektive
from netzwerke.suche.satzmuster import ELTERN, KINDER
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
#: Situations list help offers first. By number of the kind.
ARTEN_BEI_LAGEN = {1: 1.0, 3: 0.85, 2: 0.6, 4: 0.3}
#: Who asks for help or advice in so many words means offers rather than bodies of professionals.
ARTEN_BEI_HILFE = {2: 0.8, 4: 0.6}
#: For another sex than the affected person's; a shelter for adults where a child asks; victims' help for those
#: who use violence.
ANDERES_GESCHLECHT, FALSCHE_UNTERKUNFT, NICHT_FUER_KINDER, NICHT_FUER_AUSUEBENDE = 0.5, 0.1, 0.1, 0.1
#: In a situation: who prevents for those it has happened to, shelter where nobody asked for one.
VORBEUGUNG, NOCH_KEINE_UNTERKUNFT = 0.75, 0.85
NUR_FUER_KINDER = 0.6
#: Words and themes, by slug, that speak of children.
KINDERWORTE = (
    KINDER | ELTERN | frozenset({"schule", "kita", "klasse", "jugendliche", "jugendlicher", "madchen"})
)
KINDERTHEMEN = {"sexualisierte-gewalt-kinder-jugendliche", "kinderschutz", "mobbing"}
#: For sexualised violence, where a child tells of another.
ANDERE_GEWALT = 0.8
#: Networks of professionals are nothing for a child. By number of the kind.
NETZWERK, KEIN_NETZWERK = 2, 0.5
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
        begriffe = anfrage.begriffe
        self.maenner = begriffe.gruppe("maenner", "jungen", "vaeter")
        self.frauen = begriffe.gruppe("frauen", "maedchen")
        self.kinder = begriffe.gruppe("kinder", "jugendliche", "schueler-innen", "schuelerinnen-und-schueler")
        self.umstehende = begriffe.gruppe("nachbarschaft", "angehoerige", "bewohner-innen")
        self.ausuebende = begriffe.gruppe("gewaltausuebende", "taeter-innen", "taeterinnen")
        self.taeterarbeit = frozenset(f"t_{pk}" for pk in begriffe.themen("taeterarbeit"))
        self.unterkunft = frozenset(f"t_{pk}" for pk in begriffe.themen("frauenhaus", "schutz-und-wohnen"))
        self.sexualisiert = frozenset(
            f"d_{pk}"
            for pk in begriffe.themen("sexualisierte-gewalt", "sexualisierte-gewalt-kinder-jugendliche")
        )
        self.vorbeugung = frozenset(f"d_{pk}" for pk in begriffe.themen("praevention"))
        self.betroffene = begriffe.gruppe("betroffene", "lsbtiq", "aeltere-menschen", "angehoerige")
        self.erwachsene = begriffe.gruppe("frauen", "maenner")
        self.erwachsen = self._von_erwachsenen()
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
        if "taeterarbeit" in self.lage.themen or not (self.taeterarbeit | self.ausuebende).isdisjoint(
            gewollt
        ):
            return True
        return any(
            gewicht >= BEIM_NAMEN and token in self.taeterarbeit
            for gruppe in self.anfrage.gruppen
            for token, gewicht in gruppe.themen.items()
        )

    def _von_erwachsenen(self) -> bool:
        """Whether somebody tells of themselves and no word speaks of a child."""
        if self.lage.perspektive not in {Perspektive.OFFEN, Perspektive.BETROFFEN}:
            return False
        genannt = {self.anfrage.begriffe.slugs.get(pk) for pk in self.anfrage.themen}
        fuer_erwachsene = "sexualisierte-gewalt-erwachsene" in genannt
        if genannt & KINDERTHEMEN or not KINDERWORTE.isdisjoint(self.anfrage.folge):
            return False
        return fuer_erwachsene or self.lage.erzaehlt or self.lage.ist_situation

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
        punkte *= naehe * self._lagefaktor(kandidat)
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

    # --- the situation ----------------------------------------------------------------------------

    def _lagefaktor(self, kandidat: Kandidat) -> float:
        lage, token = self.lage, kandidat.token
        faktor = NUR_FUER_KINDER if self.erwachsen and self._nur_fuer_kinder(token) else 1.0
        if lage.ist_situation or lage.erzaehlt:
            faktor *= ARTEN_BEI_LAGEN.get(kandidat.art, 0.6)
        if not lage.ist_situation and not lage.geschlecht:
            return faktor
        if lage.ist_situation:
            if not self.vorbeugung.isdisjoint(token):
                faktor *= VORBEUGUNG
            if lage.themen.get("frauenhaus", 1) < 0.4 and not self.unterkunft.isdisjoint(token):
                faktor *= NOCH_KEINE_UNTERKUNFT
            if lage.perspektive is Perspektive.MITBEKOMMEN and not self.umstehende.isdisjoint(token):
                faktor *= 1.5
            if "b_1" in token:
                faktor *= 1.1
        nur_maenner = not self.maenner.isdisjoint(token) and self.frauen.isdisjoint(token)
        nur_frauen = not self.frauen.isdisjoint(token) and self.maenner.isdisjoint(token)
        anderes = FALSCHE_UNTERKUNFT if not self.unterkunft.isdisjoint(token) else ANDERES_GESCHLECHT
        if lage.geschlecht == "w":
            faktor *= anderes if nur_maenner else 1.03 if nur_frauen else 1.0
        elif lage.geschlecht == "m":
            faktor *= anderes if nur_frauen else 1.3 if nur_maenner else 1.0
        elif lage.perspektive is Perspektive.BETROFFEN and nur_maenner:
            faktor *= 0.7
        if lage.perspektive is Perspektive.KIND:
            faktor *= self._fuer_kinder(token, kandidat.art)
        if lage.perspektive is Perspektive.AUSUEBEND and self.taeterarbeit.isdisjoint(token):
            faktor *= NICHT_FUER_AUSUEBENDE if not self.unterkunft.isdisjoint(token) else 0.6
        if lage.akut is Akut.SUIZID and "b_1" in token:
            faktor *= 1.3
        return faktor

    def _nur_fuer_kinder(self, token: frozenset[str]) -> bool:
        return not self.kinder.isdisjoint(token) and (self.erwachsene | self.betroffene).isdisjoint(token)

    def _fuer_kinder(self, token: frozenset[str], art: int) -> float:
        if art == NETZWERK:
            return KEIN_NETZWERK
        if not self.unterkunft.isdisjoint(token) and not self.erwachsene.isdisjoint(token):
            return NICHT_FUER_KINDER
        faktor = 1.4 if not self.kinder.isdisjoint(token) else 1.1
        anders = "sexualisierte-gewalt" not in self.lage.themen and not self.sexualisiert.isdisjoint(token)
        return faktor * ANDERE_GEWALT if anders else faktor

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
        if self.taeterarbeit.isdisjoint(token) and self.ausuebende.isdisjoint(token):
            return False
        if self.lage.geschlecht == "m" and self.ausuebende.isdisjoint(token):
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
