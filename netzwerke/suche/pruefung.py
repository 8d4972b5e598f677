"""Whether the index says what the entries say."""

from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext

from netzwerke.anschluesse import OeffentlicheArt, anschluesse
from netzwerke.models import Suchdokument
from netzwerke.suche import ablage
from netzwerke.suche.bestand import Bestand, falsche_anzeigen, momentaufnahme
from netzwerke.suche.dokument import Inhalt, indexzeile
from netzwerke.suche.volltext import volltext, wird_gesucht

STAPEL = 1000
#: So many tokens are looked for as a visitor's search does it.
STICHPROBE = 100


def unterschiede() -> Iterator[str]:
    """Everything that differs, one sentence each."""
    with momentaufnahme():
        for art in anschluesse.sucharten():
            yield from _dokumente(art)
        nummern = [art.suche.nummer for art in anschluesse.sucharten()]
        for art, eintrag in Suchdokument.objects.exclude(art__in=nummern).values_list("art", "eintrag_id"):
            yield gettext("Art %(art)d gibt es nicht; Eintrag %(eintrag)d steht trotzdem im Index.") % {
                "art": art,
                "eintrag": eintrag,
            }
        bestand = Bestand.lesen()
        yield from _zaehlungen(bestand)
        yield from _volltext(bestand)


def _dokumente(art: OeffentlicheArt) -> Iterator[str]:
    eintraege = list(art.menge().order_by("pk").values_list("pk", flat=True))
    ab = 0
    for anfang in range(0, len(eintraege) + 1, STAPEL):
        stapel = eintraege[anfang : anfang + STAPEL]
        gespeichert = Suchdokument.objects.filter(art=art.suche.nummer, eintrag_id__gt=ab)
        if len(stapel) == STAPEL:
            ab = stapel[-1]
            gespeichert = gespeichert.filter(eintrag_id__lte=ab)
        erwartet = {zeile.id: zeile for zeile in map(indexzeile, art.suche.dokumente(stapel))}
        vorhanden = ablage.lesen(gespeichert)
        ids = dict(gespeichert.values_list("pk", "eintrag_id"))
        ids |= {nummer: zeile.eintrag_id for nummer, zeile in erwartet.items()}
        for nummer, eintrag in sorted(ids.items()):
            soll = erwartet[nummer].inhalt if nummer in erwartet else None
            if befund := _befund(soll, vorhanden.get(nummer)):
                yield f"{art.suche.name}, {eintrag}: {befund}"


def _befund(soll: Inhalt | None, ist: Inhalt | None) -> str:
    if soll == ist:
        return ""
    if ist is None:
        return gettext("fehlt im Index.")
    if soll is None:
        return gettext("steht im Index, gehört aber nicht hinein.")
    anders = [feld for feld in Inhalt._fields if getattr(soll, feld) != getattr(ist, feld)]
    return gettext("ist veraltet (%(felder)s).") % {"felder": ", ".join(anders)}


def _zaehlungen(bestand: Bestand) -> Iterator[str]:
    for was, fehlend in (
        (gettext("Token"), bestand.fehlende_token()),
        (gettext("Wortform"), bestand.fehlende_formen()),
    ):
        for wort, zahl in sorted(fehlend.items()):
            yield gettext("%(was)s „%(wort)s“: %(zahl)+d zu zählen.") % {
                "was": was,
                "wort": wort,
                "zahl": zahl,
            }
    for form in falsche_anzeigen():
        yield gettext("Wortform „%(form)s“ wird als ein anderes Wort angezeigt.") % {"form": form}


def _volltext(bestand: Bestand) -> Iterator[str]:
    if anzahl := bestand.falscher_volltext():
        yield gettext("Der Volltextindex weicht an %(anzahl)d Stellen von den Dokumenten ab.") % {
            "anzahl": anzahl
        }
    index = volltext()
    token = sorted(filter(wird_gesucht, bestand.token))
    with connection.cursor() as cursor, index.nur_ueber_den_index(cursor):
        for wort in token[:: len(token) // STICHPROBE + 1]:
            cursor.execute(index.TREFFER, [index.anfrage([((wort,),)])])
            if (gefunden := len(cursor.fetchall())) != bestand.token[wort]:
                yield gettext("Die Suche nach „%(wort)s“ findet %(gefunden)d statt %(anzahl)d Dokumente.") % {
                    "wort": wort,
                    "gefunden": gefunden,
                    "anzahl": bestand.token[wort],
                }
