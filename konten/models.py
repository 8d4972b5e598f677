"""Accounts of the people who keep the directory. Visitors have none."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    """Finds and creates accounts by e-mail address, whatever its case."""

    use_in_migrations = True

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)

    def create_user(self, email, password=None, **felder):
        """:raises ValueError: without an e-mail address"""
        if not email:
            raise ValueError("Ein Konto braucht eine E-Mail-Adresse.")
        user = self.model(email=email, **felder)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **felder):
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **felder})


class User(AbstractUser):
    """A person or a function ("Koordination AK 90") that logs in by e-mail address."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(
        _("E-Mail-Adresse"),
        unique=True,
        help_text=_("Damit wird angemeldet; Groß- und Kleinschreibung spielt keine Rolle."),
        error_messages={"unique": _("Mit dieser E-Mail-Adresse gibt es schon ein Konto.")},
    )
    anzeigename = models.CharField(
        _("Anzeigename"),
        max_length=120,
        blank=True,
        help_text=_("So heißt das Konto im Arbeitsplatz, gern als Funktion: „Koordination AK 90“."),
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["anzeigename"]

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="konto_email_eindeutig",
                violation_error_message=_("Mit dieser E-Mail-Adresse gibt es schon ein Konto."),
            ),
        ]

    def __str__(self):
        return self.anzeigename or self.email

    def save(self, *args, **kwargs):
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
