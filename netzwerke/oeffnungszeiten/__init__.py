"""Opening hours: one rule in OpenStreetMap's opening_hours syntax, checked, evaluated and put into words.

The specification is https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. Public holidays are
those of ``land``, the part of ISO 3166-2:DE after the hyphen ("NW"); '' means the nationwide ones. All times
are those of the clocks in Germany. Only ``pruefe`` raises ValidationError: elsewhere a rule that cannot be
read is one without known hours, so that faulty data never claims that somebody is there. Why it is built
this way: docs/decisions/0010-oeffnungszeiten.md.
"""

from django.core.exceptions import ValidationError

from .auswertung import intervalle
from .jetzt import Stand, heute, stand
from .pruefung import pruefe
from .regel import lesen
from .worte import beschreibung

__all__ = ["Stand", "beschreibung", "heute", "intervalle", "nennt_feiertage", "pruefe", "stand"]


def nennt_feiertage(regel: str) -> bool:
    """Whether ``regel`` says anything about public holidays (PH).

    Without it a weekly rule is open on 25 December like on any other such day, so the author is asked.
    "PH" within a comment does not count. False for a rule that cannot be read.
    """
    try:
        return any(zeile.feiertage for zeile in lesen(regel))
    except ValidationError:
        return False
