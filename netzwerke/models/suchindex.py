"""What the search knows of the public entries: derived, rebuilt at any time by ``manage.py suchindex neu``.

The words themselves lie in a full-text index of the database, which no model describes: a column ``vektor``
(tsvector, GIN) beside `Suchdokument` on PostgreSQL, a contentless FTS5 table on SQLite.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netzwerke.felder import SortierField


class Suchdokument(models.Model):
    """A public entry. Narrow, because whole ranges of it are read for counting.

    ``id`` is the order among equals: nationwide entries first, then the oldest. ``merkmale`` holds what is
    filtered and counted by, as blank-separated tokens: kind, themes with those above them, audiences, languages.
    """

    id = models.BigIntegerField(primary_key=True)
    art = models.PositiveSmallIntegerField()
    eintrag_id = models.BigIntegerField()
    merkmale = models.CharField(max_length=2000, default="")
    faellig_am = models.DateField(null=True)

    class Meta:
        verbose_name = _("Suchdokument")
        verbose_name_plural = _("Suchdokumente")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["art", "eintrag_id"],
                name="suchdokument_einmal",
                violation_error_message=_("Dieser Eintrag steht schon im Suchindex."),
            )
        ]

    def __str__(self):
        return f"{self.art}/{self.eintrag_id}"


class Suchtext(models.Model):
    """The tokens of an entry, apart from it because they are long; the ranking reads them.

    ``formen`` are its words as they are written: what has to be taken back when the entry changes.
    """

    dokument = models.OneToOneField(
        Suchdokument, primary_key=True, on_delete=models.CASCADE, related_name="text"
    )
    token = models.TextField()
    formen = models.TextField(default="")

    class Meta:
        verbose_name = _("Suchtext")
        verbose_name_plural = _("Suchtexte")

    def __str__(self):
        return self.token[:60]


class Suchpunkt(models.Model):
    """Where a public site of an entry is. Protected sites have no point (S12)."""

    dokument = models.ForeignKey(Suchdokument, on_delete=models.CASCADE, related_name="punkte")
    breite = models.FloatField(help_text=_("Grad, WGS 84"))
    laenge = models.FloatField(help_text=_("Grad, WGS 84"))

    class Meta:
        verbose_name = _("Suchpunkt")
        verbose_name_plural = _("Suchpunkte")
        indexes = [models.Index(fields=["breite", "laenge", "dokument"], name="suchpunkt_lage")]

    def __str__(self):
        return f"{self.breite}, {self.laenge}"


class Suchwort(models.Model):
    """In how many documents a token occurs."""

    token = SortierField(max_length=120, primary_key=True)
    anzahl = models.IntegerField()

    class Meta:
        verbose_name = _("Suchwort")
        verbose_name_plural = _("Suchwörter")

    def __str__(self):
        return self.token


class Suchform(models.Model):
    """A word as it is written in public entries: what typing errors are compared with and endings completed to.

    ``anfang`` and ``ende`` are its first two and last three letters: of two typing errors at most one lies in
    each of them as a rule.
    """

    form = SortierField(max_length=120, primary_key=True)
    anzeige = models.CharField(max_length=120)
    anzahl = models.IntegerField()
    laenge = models.PositiveSmallIntegerField()
    anfang = models.CharField(max_length=2)
    ende = models.CharField(max_length=3)

    class Meta:
        verbose_name = _("Wortform")
        verbose_name_plural = _("Wortformen")
        indexes = [
            models.Index(fields=["anfang", "laenge"], name="suchform_anfang"),
            models.Index(fields=["ende", "laenge"], name="suchform_ende"),
        ]

    def __str__(self):
        return self.anzeige


class Suchstand(models.Model):
    """Small facts about the index: how many documents it has, which state of the vocabulary is current."""

    name = models.CharField(max_length=30, primary_key=True)
    wert = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("Stand des Suchindex")
        verbose_name_plural = _("Stand des Suchindex")

    def __str__(self):
        return f"{self.name}: {self.wert}"
