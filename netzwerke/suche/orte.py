"""Places in a query: which words name one, and the tokens by which it widens outwards."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from netzwerke.enums import Status, Stufe
from netzwerke.models import Gebiet, Postleitzahl, Sozialraum, SozialraumGebiet
from netzwerke.raum import kleinste_gebiete, ueberschneidungen
from netzwerke.raum.wege import im_umkreis
from netzwerke.sprache.wortteile import TEILE
from netzwerke.suche.lesen import abfragen, platzhalter
from netzwerke.texte import falten, sortierform

#: A place has at most so many words ("Bad Neustadt an der Saale").
WORTE = 5
#: What lies so near counts as nearby, in kilometres.
NAEHE_KM = 30
#: Words before the name of a Kreis or town that belong to it.
VORSATZ = {"kreis", "landkreis", "stadt", "stadtteil", "bezirk", "region", "sozialraum", "raum"}
#: Words after which a name must be a place, however common the word is.
VORWORT = {"in", "aus", "bei", "nahe", "rund", "um"}
#: No adjective of a place, though it ends like one.
KEIN_ORT = {
    "taeter",
    "tater",
    "berater",
    "kinder",
    "opfer",
    "eltern",
    "mutter",
    "vater",
    "schuler",
    "lehrer",
    "alter",
    "immer",
}
#: Names of towns that are words of every day, too: in a sentence they name a place after "in" only.
AUCH_EIN_WORT = frozenset(
    [
        "essen",
        "lage",
        "singen",
        "baden",
        "leer",
        "weil",
        "rede",
        "wald",
        "regen",
        "lohne",
        "lauf",
        "forst",
        "berg",
        "plan",
        "wenden",
    ]
)
#: Levels of the tree that lie within a town.
_INNERORTS = (Stufe.STADTTEIL, Stufe.STADTBEZIRK)


@dataclass(frozen=True)
class Ring:
    """Documents at one distance: any of the tokens will do. ``guete`` is what the distance leaves of a match."""

    token: frozenset[str]
    guete: float
    name: str


@dataclass
class Ortswunsch:
    """A place somebody asked for. ``stellen`` are the positions of its words in the query."""

    name: str
    stellen: frozenset[int]
    worte: tuple[str, ...]
    gebiete: list[Gebiet] = field(default_factory=list)
    sozialraeume: list[Sozialraum] = field(default_factory=list)
    plz: Postleitzahl | None = None

    @cached_property
    def kern(self) -> frozenset[int]:
        """Ids of the areas it consists of."""
        pks = {gebiet.pk for gebiet in self.gebiete}
        if self.sozialraeume:
            bezuege = SozialraumGebiet.objects.filter(sozialraum__in=self.sozialraeume)
            pks |= set(bezuege.values_list("gebiet_id", flat=True))
        return frozenset(pks)

    @cached_property
    def oberhalb(self) -> list[Gebiet]:
        """The areas it lies in, smallest first."""
        oben = Gebiet.objects.oberhalb_von(*self.kern) if self.kern else Gebiet.objects.none()
        return sorted((g for g in oben if g.pk not in self.kern), key=lambda g: (-g.tiefe, g.pk))

    @cached_property
    def mitte(self) -> tuple[float, float] | None:
        """A point in it: where distances are measured from."""
        for quelle in (self.plz, *self.gebiete, *self.oberhalb):
            if quelle is not None and quelle.breite is not None and quelle.laenge is not None:
                if isinstance(quelle, Gebiet) and quelle.stufe == Stufe.LAND:
                    continue
                return quelle.breite, quelle.laenge
        return None

    @cached_property
    def ringe(self) -> list[Ring]:
        """What lies here, then what acts here, then outwards; nationwide entries act everywhere."""
        genau = {f"e_{pk}" for pk in self.kern} | {f"r_{raum.pk}" for raum in self.sozialraeume}
        if self.plz:
            genau.add(f"p_{self.plz.plz}")
        ringe = [Ring(frozenset(genau), 1.0, self.name)]
        ringe.append(Ring(frozenset(f"g_{pk}" for pk in self.kern), 0.96, self.name))
        if self.sozialraeume:
            nachbarn = ueberschneidungen([raum.pk for raum in self.sozialraeume])
            ringe.append(Ring(frozenset(f"r_{pk}" for pks in nachbarn.values() for pk in pks), 0.95, ""))
        stadt = [g for g in self.oberhalb if g.stufe == Stufe.GEMEINDE or g.kreisfreie_stadt]
        weit = [g for g in self.oberhalb if g not in stadt and g.stufe not in _INNERORTS]
        innen = [g for g in self.oberhalb if g.stufe in _INNERORTS]
        ringe.append(Ring(frozenset(f"e_{g.pk}" for g in (*innen, *stadt)), 0.75, _erster(stadt)))
        ringe.append(Ring(frozenset(f"g_{g.pk}" for g in (*innen, *stadt)), 0.6, _erster(stadt)))
        ringe.append(Ring(frozenset(f"e_{g.pk}" for g in weit), 0.7, _erster(weit)))
        kreise = [g for g in weit if g.stufe == Stufe.KREIS]
        ringe.append(Ring(frozenset(f"g_{g.pk}" for g in kreise) | self._nachbarschaft, 0.45, ""))
        ringe.append(Ring(frozenset({"b_1"}), 0.4, ""))
        return [ring for ring in ringe if ring.token]

    @cached_property
    def _nachbarschaft(self) -> frozenset[str]:
        """Towns and Kreise whose middle is near, unless a Land was asked for."""
        if self.mitte is None or any(g.stufe == Stufe.LAND for g in self.gebiete):
            return frozenset()
        nah = Gebiet.objects.filter(
            im_umkreis(*self.mitte, NAEHE_KM), stufe__in=(Stufe.GEMEINDE, Stufe.KREIS)
        )
        return frozenset(f"g_{pk}" for pk in nah.exclude(pk__in=self.kern).values_list("pk", flat=True))


def _erster(gebiete: list[Gebiet]) -> str:
    return gebiete[0].name if gebiete else ""


#: Where a document lies that lies in none of the rings.
WOANDERS = 0.2


def _grundformen(wort: str) -> list[str]:
    """Names a word may be the adjective of: "Hasper", "Hagener", "Münchner", "Hannoveraner"."""
    if len(wort) < 5 or not wort.endswith("er") or wort in KEIN_ORT:
        return []
    rumpf = wort[:-2]
    formen = [rumpf, f"{rumpf}e", f"{rumpf}en"]
    if rumpf.endswith("n"):
        formen += [f"{rumpf[:-1]}en"]
    if rumpf.endswith("an"):
        formen.append(rumpf[:-2])
    return formen


def _kandidaten(folge: Sequence[str], im_satz: bool) -> dict[str, list[frozenset[int]]]:
    """Possible names with the positions of their words. Who tells something uses no adjectives of places."""
    namen: dict[str, list[frozenset[int]]] = {}
    for anfang, wort in enumerate(folge):
        for form in () if im_satz else _grundformen(wort):
            namen.setdefault(form, []).append(frozenset({anfang}))
        for laenge in range(1, min(WORTE, len(folge) - anfang) + 1):
            stellen = frozenset(range(anfang, anfang + laenge))
            if laenge == 1 and not _kann_ort_sein(folge, anfang, im_satz):
                continue
            namen.setdefault(" ".join(folge[anfang : anfang + laenge]), []).append(stellen)
    return namen


def _kann_ort_sein(folge: Sequence[str], stelle: int, im_satz: bool) -> bool:
    wort = folge[stelle]
    if stelle and folge[stelle - 1] in VORWORT:
        return True
    if im_satz and wort in AUCH_EIN_WORT:
        return False
    return len(wort) > 2 and wort not in TEILE and wort not in VORSATZ


def orte(text: str, folge: Sequence[str], im_satz: bool = False) -> list[Ortswunsch]:
    """The places that ``text`` names. ``folge`` are its folded words (`netzwerke.sprache.woerter`).

    ``im_satz`` says that somebody tells something, in words that are names of places only by chance.
    """
    roh = sortierform(text).split()
    namen = _kandidaten(folge, im_satz)
    if roh != list(folge) and len(roh) == len(folge):
        # "Soest" keeps its e in a sort key, and loses it when folded.
        for name, stellen in _kandidaten(roh, im_satz).items():
            namen.setdefault(name, stellen)
    gefunden = _plz(folge)
    gebiete, raeume = _benannte(namen)
    treffer = [(stellen, name) for name in {*gebiete, *raeume} for stellen in namen[name]]
    belegt: set[int] = {stelle for ort in gefunden for stelle in ort.stellen}
    # The longest name wins where names overlap: "Frankfurt am Main" is not Frankfurt.
    for stellen, name in sorted(treffer, key=lambda t: (-len(t[0]), min(t[0]), t[1])):
        if stellen & belegt:
            continue
        belegt |= stellen
        vorsatz = {s - 1 for s in [min(stellen)] if s and folge[s - 1] in VORSATZ}
        dort, raum = gebiete.get(name, []), raeume.get(name, [])
        anzeige = (dort or raum)[0].name
        worte = tuple(folge[stelle] for stelle in sorted(stellen))
        gefunden.append(Ortswunsch(anzeige, stellen | vorsatz, (*worte, *falten(name).split()), dort, raum))
    return _eindeutig(gefunden)


def _benannte(namen: Collection[str]) -> tuple[dict[str, list[Gebiet]], dict[str, list[Sozialraum]]]:
    """Areas and public Sozialräume by name. One query where nothing is called so, as in most queries."""
    if not namen:
        return {}, {}
    auswahl = f"WHERE sortierung IN ({platzhalter(namen)})"
    pks: tuple[list[int], list[int]] = ([], [])
    for nummer, pk in abfragen(
        f"SELECT 0, id FROM {Gebiet._meta.db_table} {auswahl} UNION ALL "
        f"SELECT 1, id FROM {Sozialraum._meta.db_table} {auswahl} AND status = %s",
        [*namen, *namen, Status.VEROEFFENTLICHT],
    ):
        pks[nummer].append(pk)
    return tuple(
        {
            name: list(gruppe)
            for name, gruppe in groupby(
                model.objects.filter(pk__in=gefunden).order_by("sortierung", "pk") if gefunden else (),
                key=lambda zeile: zeile.sortierung,
            )
        }
        for model, gefunden in zip((Gebiet, Sozialraum), pks, strict=True)
    )


def _plz(folge: Sequence[str]) -> list[Ortswunsch]:
    ziffern = {wort: stelle for stelle, wort in enumerate(folge) if len(wort) == 5 and wort.isdigit()}
    gefunden: list[Ortswunsch] = []
    if not ziffern:
        return gefunden
    for plz in Postleitzahl.objects.filter(plz__in=ziffern).order_by("plz"):
        gebiete = list(kleinste_gebiete(plz).order_by("pk"))
        raeume = list(Sozialraum.objects.oeffentlich().filter(postleitzahlen=plz).order_by("pk"))
        ort = plz.orte.split(";")[0].strip()
        name = f"{plz.plz} {ort}".strip()
        gefunden.append(Ortswunsch(name, frozenset({ziffern[plz.plz]}), (plz.plz,), gebiete, raeume, plz))
    return gefunden


def _eindeutig(gefunden: list[Ortswunsch]) -> list[Ortswunsch]:
    """Of places of the same name keep those within another place that is named, too ("Leipzig Mitte")."""
    if len(gefunden) < 2:
        return gefunden
    for ort in gefunden:
        if len(ort.gebiete) > 1:
            andere = {pk for anderer in gefunden if anderer is not ort for pk in anderer.kern}
            drin = [g for g in ort.gebiete if andere & {oben.pk for oben in g.vorfahren()} - {g.pk}]
            ort.gebiete = drin or ort.gebiete
    # A place that another one lies in only says where that is: "Haspe, Hagen".
    umfasst = {g.pk for ort in gefunden for g in ort.oberhalb}
    innere = [ort for ort in gefunden if not (ort.kern and ort.kern <= umfasst)]
    genannt = frozenset().union(*(ort.stellen for ort in gefunden))
    for ort in innere:
        ort.stellen = genannt if len(innere) == 1 else ort.stellen
    return innere or gefunden
