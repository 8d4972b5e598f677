"""What the stored documents add up to, and where the counts and the full-text index say something else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, models

from netzwerke.models import Suchform, Suchtext, Suchwort
from netzwerke.sprache import woerter
from netzwerke.suche.volltext import pruefsumme, volltext

JE_LESEN = 2000


@contextmanager
def momentaufnahme() -> Iterator[None]:
    """See one state of the database throughout, without holding up anybody who writes."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(volltext().LESEND_BEGINNEN)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


@dataclass
class Bestand:
    """How many documents have a token and a word, and a checksum of which ones have the token."""

    token: Counter = field(default_factory=Counter)
    formen: Counter = field(default_factory=Counter)
    pruefsummen: Counter = field(default_factory=Counter)

    @classmethod
    def lesen(cls) -> "Bestand":
        bestand = cls()
        texte = Suchtext.objects.order_by().values_list("pk", "token", "formen")
        for nummer, token, formen in texte.iterator(chunk_size=JE_LESEN):
            einzelne = token.split()
            bestand.token.update(einzelne)
            bestand.formen.update(formen.split())
            summe = pruefsumme(nummer)
            for wort in einzelne:
                bestand.pruefsummen[wort] += summe
        return bestand

    def fehlende_token(self) -> Counter:
        """What has to be added to the stored counts of tokens."""
        return _fehlend(self.token, Suchwort)

    def fehlende_formen(self) -> Counter:
        """What has to be added to the stored counts of words."""
        return _fehlend(self.formen, Suchform)

    def falscher_volltext(self) -> int:
        """At how many places the full-text index holds something else than the stored tokens."""
        with connection.cursor() as cursor:
            return volltext().abweichungen(cursor, self.token, self.pruefsummen)


def _fehlend(gezaehlt: Mapping[str, int], model: type[models.Model]) -> Counter:
    gespeichert = dict(model.objects.order_by().values_list("pk", "anzahl"))
    fehlend = {wort: zahl - gespeichert.pop(wort, 0) for wort, zahl in gezaehlt.items()}
    fehlend |= {wort: -zahl for wort, zahl in gespeichert.items()}
    return Counter({wort: zahl for wort, zahl in fehlend.items() if zahl})


def falsche_anzeigen() -> list[str]:
    """Words whose way of writing on display is another word."""
    anzeigen = Suchform.objects.order_by("pk").values_list("form", "anzeige")
    return [form for form, anzeige in anzeigen.iterator(chunk_size=JE_LESEN) if woerter(anzeige) != [form]]
