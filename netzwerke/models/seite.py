"""Pages of the operator."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from netzwerke.models.basis import SlugManager


class Seite(models.Model):
    """A page of text (imprint, privacy …) that the operator maintains in the admin."""

    #: Pages that header and footer link on every page; they answer even before the operator wrote them.
    VERLINKT = {
        "impressum": _("Impressum"),
        "datenschutz": _("Datenschutz"),
        "barrierefreiheit": _("Barrierefreiheit"),
        "sicherheit": _("Sicherheit"),
        "leichte-sprache": _("Leichte Sprache"),
    }

    #: Pages that an installation may have; nothing links them where they are missing.
    FREIWILLIG = {"gebaerdensprache": _("Gebärdensprache")}

    slug = models.SlugField(_("Adresse"), max_length=60, unique=True)
    titel = models.CharField(_("Titel"), max_length=150)
    inhalt = models.TextField(
        _("Inhalt"),
        blank=True,
        default="",
        help_text=_("Markdown: **fett**, ## Überschrift, - Liste, [Text](https://…)."),
    )
    oeffentlich = models.BooleanField(_("öffentlich"), default=True)
    geaendert_am = models.DateTimeField(_("geändert am"), auto_now=True)

    objects = SlugManager()

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
        ordering = ["titel"]

    def __str__(self):
        return self.titel

    def get_absolute_url(self):
        return reverse(f"netzwerke:{self.slug}")

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        super().clean()
        adressen = {**self.VERLINKT, **self.FREIWILLIG}
        if self.slug not in adressen:
            raise ValidationError(
                {
                    "slug": _("Diese Seite gibt es nicht. Möglich sind: %(adressen)s.")
                    % {"adressen": ", ".join(adressen)}
                }
            )
