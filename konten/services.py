"""Roles and accounts."""

import secrets
import string

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from konten.models import User

KOORDINATION = "Koordination"
REDAKTION = "Redaktion"

# Which verbs of the directory's models a role may use; rights for single entries narrow this down elsewhere.
VERBEN = {
    KOORDINATION: ("view", "add", "change"),
    REDAKTION: ("view", "add", "change", "delete"),
}
VERZEICHNIS = "netzwerke"


@transaction.atomic
def rollen_einrichten():
    """Create the groups and give them their permissions. Repeating it changes nothing.

    Permissions given to a group by hand stay; those of the directory's models are brought up to date.
    """
    gruppen = {}
    for rolle, verben in VERBEN.items():
        gruppe, _neu = Group.objects.get_or_create(name=rolle)
        rechte = [
            recht
            for recht in Permission.objects.filter(content_type__app_label=VERZEICHNIS)
            if recht.codename.split("_")[0] in verben
        ]
        gruppe.permissions.add(*rechte)
        gruppen[rolle] = gruppe
    return gruppen


def neues_passwort():
    """Four groups of five characters: about 103 bits, readable aloud."""
    zeichen = string.ascii_lowercase + string.digits
    return "-".join("".join(secrets.choice(zeichen) for _ in range(5)) for _ in range(4))


@transaction.atomic
def konto_anlegen(email, anzeigename, gruppe=None, **rechte):
    """Create an account with a fresh password, unless the address has one.

    :return: the password, or None for an account that was there already
    """
    if User.objects.filter(email__iexact=email).exists():
        return None
    passwort = neues_passwort()
    user = User.objects.create_user(email, passwort, anzeigename=anzeigename, is_staff=True, **rechte)
    if gruppe:
        user.groups.add(gruppe)
    return passwort
