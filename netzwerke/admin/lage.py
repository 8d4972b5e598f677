"""Nothing in an entry's areas may tell where a protected site is (S9)."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext

from netzwerke import services
from netzwerke.models import Hilfeangebot, Kontakt, Organisation


def pruefe_lage(eintrag) -> None:
    """Refuse exact areas of a stored entry that belongs to protected sites only; other kinds pass."""
    if not isinstance(eintrag, Hilfeangebot | Kontakt | Organisation):
        return
    organisation = eintrag if isinstance(eintrag, Organisation) else eintrag.organisation
    if organisation is not None:
        standorte = eintrag.standorte.all() if isinstance(eintrag, Hilfeangebot) else ()
        services.pruefe_geschuetzte_lage(
            organisation, eintrag.gebiete.all(), eintrag.sozialraeume.all(), standorte
        )


def pruefe_lage_um(organisation: Organisation) -> None:
    """Refuse exact areas of an organisation and of everything that its sites are shared with."""
    pruefe_lage(organisation)
    betroffen = [
        *organisation.kontakte.select_related("organisation"),
        *Hilfeangebot.objects.nur_geschuetzt()
        .filter(Q(organisation=organisation) | Q(standorte__organisation=organisation))
        .distinct()
        .select_related("organisation"),
    ]
    for eintrag in betroffen:
        try:
            pruefe_lage(eintrag)
        except ValidationError as fehler:
            text = gettext("%(art)s „%(name)s“: %(fehler)s")
            werte = {
                "art": eintrag._meta.verbose_name,
                "name": eintrag.bezeichnung,
                "fehler": fehler.messages[0],
            }
            raise ValidationError(text % werte) from fehler


class Lageform:
    """Mixin of forms: refuses the same before anything is saved, beside the field."""

    def clean(self):
        daten = super().clean()
        wahl = self.cleaned_data
        gebiete, sozialraeume = wahl.get("gebiete", ()), wahl.get("sozialraeume", ())
        if organisation := wahl.get("organisation"):
            try:
                services.pruefe_geschuetzte_lage(
                    organisation, gebiete, sozialraeume, wahl.get("standorte", ())
                )
            except ValidationError as fehler:
                self.add_error("sozialraeume" if sozialraeume else "gebiete", fehler)
        return daten
