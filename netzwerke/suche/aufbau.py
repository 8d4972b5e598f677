"""Building the index from the entries, in portions between which others search and write."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from time import sleep

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext

from netzwerke.anschluesse import OeffentlicheArt, anschluesse
from netzwerke.models import Suchdokument, Suchform, Suchstand
from netzwerke.suche import ablage
from netzwerke.suche.bestand import Bestand, falsche_anzeigen, momentaufnahme
from netzwerke.suche.bezuege import stapelweise
from netzwerke.suche.volltext import volltext

STAPEL = 1000
#: Name of the row that says how far a building came.
FORTSCHRITT = "aufbau"
#: Seconds between two portions: SQLite lets those who wait try again only now and then.
PAUSE = 0.02
#: So few entries are written at once in no time.
WENIG = 500

#: Called with what is being written, how many are, and how many there will be.
Melder = Callable[[str, int, int], None]


def ist_leer() -> bool:
    """Whether there is no index yet, or only the beginning of one."""
    return not Suchdokument.objects.exists() or Suchstand.objects.filter(pk=FORTSCHRITT).exists()


def hat_eintraege() -> bool:
    return any(art.menge().exists() for art in anschluesse.sucharten())


def neu(melden: Melder) -> None:
    """Build the index anew. What is right already stays; a run that was cut off today goes on where it was."""
    bis_art, bis_eintrag = _fortschritt()
    schreibweisen: dict[str, str] = {}
    arten = sorted(anschluesse.sucharten(), key=lambda art: art.suche.nummer)
    anzahlen = [art.menge().count() for art in arten]
    with massenhaft(sum(anzahlen)):
        for art, anzahl in zip(arten, anzahlen, strict=True):
            if art.suche.nummer >= bis_art:
                ab = bis_eintrag if art.suche.nummer == bis_art else 0
                _aufbauen(art, ab, anzahl, schreibweisen, melden)
    _fremde_entfernen()
    _richtigstellen(schreibweisen)
    Suchstand.objects.filter(pk=FORTSCHRITT).delete()
    with connection.cursor() as cursor:
        volltext().ordnen(cursor)


@contextmanager
def massenhaft(eintraege: int) -> Iterator[None]:
    """Write documents of so many entries faster, if that is much beside what is there. Others go on searching.

    A run that is killed leaves searches slow, but right; the next one puts that right, too.
    """
    with connection.cursor() as cursor:
        if eintraege > WENIG and eintraege > 2 * Suchdokument.objects.count():
            volltext().baum_faellen(cursor)
        try:
            yield
        finally:
            volltext().baum_pflanzen(cursor)


def aufnehmen(art: OeffentlicheArt, eintraege: Collection[int], melden: Melder) -> None:
    """Write the documents of many new entries that no signal told of."""
    fertig = 0
    for stapel in stapelweise(eintraege, STAPEL):
        with transaction.atomic():
            ablage.sperren()
            ablage.ersetzen(_dokumente(art).filter(eintrag_id__in=stapel), art.suche.dokumente(stapel))
        fertig += len(stapel)
        melden(_name(art), fertig, len(eintraege))


def _fortschritt() -> tuple[int, int]:
    """Number of the kind and id of the entry up to which a run of today came.

    An older one may have been another release's, with other tokens for the same words.
    """
    stand = Suchstand.objects.filter(pk=FORTSCHRITT).values_list("wert", flat=True).first()
    tag, art, eintrag = stand.split() if stand else ("", 0, 0)
    return (int(art), int(eintrag)) if tag == _heute().isoformat() else (0, 0)


def _heute() -> date:
    return timezone.localdate()


def _name(art: OeffentlicheArt) -> str:
    return gettext("Suchindex, %(art)s") % {"art": art.suche.name}


def _dokumente(art: OeffentlicheArt):
    return Suchdokument.objects.filter(art=art.suche.nummer)


def _aufbauen(
    art: OeffentlicheArt, ab: int, gesamt: int, schreibweisen: dict[str, str], melden: Melder
) -> None:
    fertig = art.menge().filter(pk__lte=ab).count() if ab else 0
    vorrat = _eintraege(art, ab)
    while ab is not None:
        with transaction.atomic():
            ablage.sperren()
            vorrat = vorrat or _eintraege(art, ab)
            stapel, vorrat = vorrat[:STAPEL], vorrat[STAPEL:]
            alte, ab = _dokumente(art).filter(eintrag_id__gt=ab), stapel[-1] if stapel else None
            if ab is not None:
                alte = alte.filter(eintrag_id__lte=ab)
            # Others may have published entries since their ids were read.
            inzwischen = set(alte.values_list("eintrag_id", flat=True)).difference(stapel)
            dokumente = list(art.suche.dokumente([*stapel, *inzwischen]))
            geschrieben = ablage.ersetzen(alte, dokumente)
            _merken(art.suche.nummer if ab is not None else art.suche.nummer + 1, ab or 0)
        for form, anzeige in geschrieben.items():
            schreibweisen.setdefault(form, anzeige)
        fertig += len(dokumente)
        if dokumente or not gesamt:
            melden(_name(art), fertig, max(gesamt, fertig))
        sleep(PAUSE)


def _eintraege(art: OeffentlicheArt, ab: int) -> list[int]:
    """Ids of all entries beyond ``ab``: to ask for portions of them would take the database a sort each time."""
    return list(art.menge().filter(pk__gt=ab).order_by("pk").values_list("pk", flat=True))


def _merken(art: int, eintrag: int) -> None:
    wert = f"{_heute().isoformat()} {art} {eintrag}"
    Suchstand.objects.update_or_create(name=FORTSCHRITT, defaults={"wert": wert})


@transaction.atomic
def _fremde_entfernen() -> None:
    """Take out what was written for kinds that nobody registers any more."""
    ablage.sperren()
    nummern = [art.suche.nummer for art in anschluesse.sucharten()]
    ablage.ersetzen(Suchdokument.objects.exclude(art__in=nummern), ())


def _richtigstellen(schreibweisen: dict[str, str]) -> None:
    """Put the counts and the full-text index right, should they differ from the documents.

    How far they are off is found in one state of the database and stays so, whatever others write meanwhile:
    they only add and subtract.
    """
    with momentaufnahme():
        bestand = Bestand.lesen()
        token, formen = bestand.fehlende_token(), bestand.fehlende_formen()
        falsch, falscher_volltext = falsche_anzeigen(), bestand.falscher_volltext()
    with transaction.atomic(), connection.cursor() as cursor:
        ablage.sperren()
        ablage.zaehlen(token, formen, schreibweisen)
        for form in falsch:
            Suchform.objects.filter(pk=form).update(anzeige=schreibweisen.get(form, form)[:120])
        if falscher_volltext:
            volltext().erneuern(cursor)
