"""What all kinds of entries have in common."""

import uuid
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from netzwerke.aktualitaet import Bestaetigung
from netzwerke.enums import Status
from netzwerke.felder import SortierField, TeildatumField, WebadresseField, teildatum_lesbar
from netzwerke.sprache import suchtext
from netzwerke.texte import slug_aus, sortierform


class VeralteterStand(ValidationError):
    """Somebody else saved the entry since it was read."""

    def __init__(self):
        super().__init__(
            _(
                "Dieser Eintrag wurde inzwischen von jemand anderem geändert. Bitte laden Sie die Seite neu und "
                "tragen Sie Ihre Änderung noch einmal ein; gespeichert wurde nichts."
            ),
            code="veraltet",
        )


def freier_name(stamm: str, belegt: set[str]) -> str:
    """Return ``stamm``, or with the first free number behind it."""
    return next(
        name for n in range(1, len(belegt) + 2) if (name := f"{stamm}-{n}" if n > 1 else stamm) not in belegt
    )


class SlugManager(models.Manager):
    """Manager base of everything whose natural key is its slug."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class InEinerTransaktion(models.Model):
    """A row that is saved together with what is derived from it; on its own, Django sends signals after the commit."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with transaction.atomic():
            super().save(*args, **kwargs)


class EintragQuerySet(models.QuerySet):
    def oeffentlich(self):
        return self.filter(status=Status.VEROEFFENTLICHT)


class SlugUmleitungManager(models.Manager):
    def merken(self, eintrag, alter_slug: str) -> None:
        """Let the address that ``eintrag`` had until now lead to it."""
        art = eintrag._meta.model_name
        self.filter(art=art, slug=eintrag.slug).delete()
        self.update_or_create(art=art, slug=alter_slug, defaults={"ziel_id": eintrag.pk})

    def ziel(self, queryset, slug: str):
        """Return the entry of ``queryset`` that once had this address, or None."""
        umleitung = self.filter(art=queryset.model._meta.model_name, slug=slug).first()
        return queryset.filter(pk=umleitung.ziel_id).first() if umleitung else None


class SlugUmleitung(models.Model):
    """An address an entry once had; it leads to the entry as long as that is public."""

    art = models.CharField(max_length=50)
    slug = models.SlugField(max_length=120)
    ziel_id = models.BigIntegerField()

    objects = SlugUmleitungManager()

    class Meta:
        verbose_name = _("alte Adresse")
        verbose_name_plural = _("alte Adressen")
        constraints = [
            models.UniqueConstraint(
                fields=["art", "slug"],
                name="slugumleitung_einmal",
                violation_error_message=_("Diese alte Adresse führt schon zu einem Eintrag."),
            )
        ]

    def __str__(self):
        return f"{self.art}/{self.slug}"


class Gepflegt(Bestaetigung):
    """An entry that somebody keeps: identity, version, source, keeper, folded texts, confirmation."""

    #: Names of the text columns that the folded search column is made of.
    suchfelder: tuple[str, ...] = ()
    #: Columns that `ableiten` sets; they are saved along with whatever is saved.
    abgeleitet: tuple[str, ...] = ("sortierung", "suchtext", "faellig_am")

    uuid = models.UUIDField(_("öffentliche Kennung"), default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(
        _("Adresse der Seite"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_(
            "Wird aus dem Namen gebildet und bleibt, wenn der Name sich ändert. Alte Adressen leiten weiter."
        ),
    )
    version = models.PositiveIntegerField(_("Version"), default=1, editable=False)
    quelle = models.CharField(
        _("Quelle"), max_length=300, blank=True, default="", help_text=_("Woher stammen die Angaben?")
    )
    quelle_url = WebadresseField(_("Quelle im Netz"))
    quelle_stand = TeildatumField(_("Stand der Quelle"))
    zustaendig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("zuständig"),
        help_text=_("Wer hält diesen Eintrag aktuell?"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    erstellt_am = models.DateTimeField(_("erstellt am"), auto_now_add=True)
    geaendert_am = models.DateTimeField(_("geändert am"), auto_now=True)
    sortierung = SortierField(max_length=300, editable=False, default="", db_index=True)
    suchtext = models.TextField(editable=False, default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(bestaetigt_am__isnull=True, bestaetigt_rolle="")
                | (Q(bestaetigt_am__isnull=False) & ~Q(bestaetigt_rolle="")),
                name="%(class)s_bestaetigung_mit_rolle",
                violation_error_message=_(
                    "Bitte geben Sie zur Bestätigung beides an: den Tag und die Rolle."
                ),
            )
        ]

    def save(self, *args, **kwargs):
        """Save; raises VeralteterStand if the stored version is no longer the one that was read."""
        if not self._state.adding or self.slug:
            return self._speichern(*args, **kwargs)
        for _versuch in range(2):
            # Somebody may take the address between its choice and the saving, above all by a double click.
            with suppress(IntegrityError):
                return self._speichern(*args, **kwargs)
            self.slug = ""
        return self._speichern(*args, **kwargs)

    def _speichern(self, *args, **kwargs):
        gelesen = self.version
        try:
            with transaction.atomic():
                if not self._state.adding:
                    self._version_erhoehen(kwargs)
                super().save(*args, **kwargs)
        except (DatabaseError, ValidationError):
            self.version = gelesen
            raise

    def _version_erhoehen(self, kwargs) -> None:
        gleich = type(self).objects.filter(pk=self.pk, version=self.version)
        bisheriger_slug = gleich.values_list("slug", flat=True).first()
        if not gleich.update(version=F("version") + 1):
            raise VeralteterStand
        self.version += 1
        felder = kwargs.get("update_fields")
        if bisheriger_slug != self.slug and (felder is None or "slug" in felder):
            SlugUmleitung.objects.merken(self, bisheriger_slug)
        if felder is not None:
            kwargs["update_fields"] = {*felder, "version", "geaendert_am", *self.abgeleitet}

    def natural_key(self):
        return (self.slug,)

    @property
    def bezeichnung(self) -> str:
        return self.name

    @property
    def quelle_stand_lesbar(self) -> str:
        return teildatum_lesbar(self.quelle_stand)

    def ableiten(self) -> None:
        """Set every derived column. Called before each save, also when fixtures are loaded."""
        self.faelligkeit_ableiten()
        self.sortierung = sortierform(self.bezeichnung)[:300]
        self.suchtext = suchtext(getattr(self, feld) for feld in self.suchfelder)
        if not self.slug:
            self.slug = self._freier_slug()

    def _freier_slug(self) -> str:
        """Return an address that neither another entry has nor one once had."""
        art = self._meta.model_name
        stamm = slug_aus(self.bezeichnung) or art
        vergeben = type(self).objects.filter(slug__startswith=stamm).exclude(pk=self.pk)
        frueher = SlugUmleitung.objects.filter(art=art, slug__startswith=stamm).exclude(ziel_id=self.pk or 0)
        return freier_name(
            stamm, {*vergeben.values_list("slug", flat=True), *frueher.values_list("slug", flat=True)}
        )


class Eintrag(Gepflegt):
    """An entry with a name, a state and a public page of its own."""

    #: URL name of the public page, given a slug.
    detail_url = ""

    name = models.CharField(_("Name"), max_length=200)
    andere_namen = models.TextField(
        _("Auch bekannt als"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("Andere Namen und Abkürzungen, unter denen gesucht wird. Einer je Zeile."),
    )
    status = models.CharField(
        _("Status"),
        max_length=20,
        choices=Status.choices,
        default=Status.ENTWURF,
        help_text=_("Nur veröffentlichte Einträge sind auf den öffentlichen Seiten zu sehen."),
    )

    class Meta(Gepflegt.Meta):
        abstract = True
        ordering = ["sortierung", "pk"]
        indexes = [models.Index(fields=["status", "sortierung"], name="%(class)s_status_sort")]

    def __str__(self):
        return self.name

    @property
    def weitere_namen(self) -> list[str]:
        return [zeile.strip() for zeile in self.andere_namen.splitlines() if zeile.strip()]

    @property
    def ist_oeffentlich(self) -> bool:
        return self.status == Status.VEROEFFENTLICHT

    def get_absolute_url(self):
        return reverse(self.detail_url, args=[self.slug])


class Raumbezug(models.Model):
    """Where an entry is active or responsible."""

    gebiete = models.ManyToManyField(
        "netzwerke.Gebiet", verbose_name=_("Gebiete"), blank=True, related_name="%(class)s_set"
    )
    sozialraeume = models.ManyToManyField(
        "netzwerke.Sozialraum", verbose_name=_("Sozialräume"), blank=True, related_name="%(class)s_set"
    )
    bundesweit = models.BooleanField(_("bundesweit"), default=False)

    class Meta:
        abstract = True


class Einwilligung(models.Model):
    """Consent of a person, kept in the row it is about, so that the database can insist on it (Art. 7 DSGVO)."""

    einwilligung_am = models.DateField(_("Einwilligung vom"), null=True, blank=True)
    einwilligung_umfang = models.CharField(
        _("Umfang"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Wofür gilt sie? Zum Beispiel: Name und E-Mail auf den öffentlichen Seiten."),
    )
    einwilligung_fassung = models.CharField(
        _("Fassung des Einwilligungstextes"), max_length=50, blank=True, default=""
    )
    einwilligung_wie = models.CharField(
        _("wie erteilt"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("Zum Beispiel: schriftlich, per E-Mail."),
    )
    einwilligung_durch = models.CharField(
        _("eingeholt von"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("Funktion, zum Beispiel: Netzwerkkoordination."),
    )

    class Meta:
        abstract = True


EINWILLIGUNG_LIEGT_VOR = (
    Q(einwilligung_am__isnull=False)
    & ~Q(einwilligung_umfang="")
    & ~Q(einwilligung_fassung="")
    & ~Q(einwilligung_wie="")
    & ~Q(einwilligung_durch="")
)
