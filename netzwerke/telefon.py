"""Telephone numbers: what is dialled, beside what is written.

The written form is kept as its owner publishes it ("0800 22 55 530"), because people recognise and read
it aloud that way. The dialled form is derived: E.164 (ITU-T), or a short code of an own list, since the
library calls 110, 112 and 116 xxx invalid.
"""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

KURZWAHLEN = frozenset({"110", "112", "115", "116006", "116016", "116111", "116116", "116117", "116123"})


def waehlbar(anzeige: str) -> str:
    """Return the dialled form of a number as written; '' for ''.

    Raises ValidationError if no German or international number can be read from it.
    """
    if not anzeige.strip():
        return ""
    ziffern = re.sub(r"\D", "", anzeige)
    if ziffern in KURZWAHLEN:
        return ziffern
    try:
        nummer = phonenumbers.parse(anzeige, "DE")
    except phonenumbers.NumberParseException as fehler:
        raise _ungueltig() from fehler
    if not phonenumbers.is_valid_number(nummer) or nummer.extension:
        raise _ungueltig()
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


def pruefe_telefon(anzeige: str) -> None:
    """Field validator: raises ValidationError for what cannot be dialled."""
    waehlbar(anzeige)


def _ungueltig() -> ValidationError:
    return ValidationError(
        _(
            "Diese Telefonnummer lässt sich nicht wählen. Bitte mit Vorwahl eingeben, zum Beispiel 02331 12345."
        ),
        code="telefon",
    )
