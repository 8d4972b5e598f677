"""What every page with a bar of filters has in common."""

from django.utils.translation import gettext

from netzwerke.models import Gebiet
from netzwerke.raum import groessere_gebiete, kleinste_gebiete
from netzwerke.suche.anfrage import Anfrage
from netzwerke.suche.korrekturvorschlag import korrekturvorschlag

#: More would be scrolled past, fewer would be paged through.
JE_SEITE = 20
#: Filters that a larger area replaces: together with them it would leave nothing, either.
ENGERE_ORTE = ("plz", "umkreis", "sozialraum")


class Filterseite:
    """For views with a ``filterset`` (`netzwerke.filters.angaben.Angaben`)."""

    def schreibweise(self, anfrage: Anfrage) -> dict:
        """What of the words was corrected and how to refuse that, or the way back to a search that corrects."""
        filterset = self.filterset
        if filterset.wie_geschrieben:
            return {"auch_aehnliche": filterset.adresse_mit(ohne=("genau",))}
        if not (vorschlag := korrekturvorschlag(anfrage)):
            return {}
        return {
            "korrektur": vorschlag,
            "korrektur_adresse": filterset.adresse_mit(q=vorschlag.richtig),
            "nur_genau": filterset.adresse_mit(genau="1"),
        }

    def auswege(self) -> list[tuple[str, str, int]]:
        """Ways on from an empty result: (label, address, hits), only such that lead to something."""
        wege = []
        for name, wert in self.filterset.werte.items():
            label = self.filterset.beschriftung(name, wert).strip("„“")
            wege.append((gettext("Ohne „%(filter)s“") % {"filter": label}, self.filterset.adresse_ohne(name)))
        for gebiet in self._groessere_gebiete():
            adresse = self.filterset.adresse_mit(ohne=ENGERE_ORTE, gebiet=gebiet.slug)
            wege.append((gettext("In %(gebiet)s suchen") % {"gebiet": gebiet.name}, adresse))
        gezaehlt = [(label, adresse, self.treffer_bei(adresse)) for label, adresse in wege]
        return [weg for weg in gezaehlt if weg[2]]

    def treffer_bei(self, adresse: str) -> int:
        """How many hits there are at another address of this page."""
        raise NotImplementedError

    def _groessere_gebiete(self) -> list[Gebiet]:
        werte = self.filterset.werte
        if "gebiet" in werte:
            return groessere_gebiete(Gebiet.objects.filter(pk=werte["gebiet"].pk))
        if "plz" in werte:
            return groessere_gebiete(kleinste_gebiete(werte["plz"]))
        if "sozialraum" in werte:
            return groessere_gebiete(Gebiet.objects.filter(sozialraeume=werte["sozialraum"]))
        return []


def seitenadresse(adresse: str) -> str:
    """``adresse`` up to the number of a page."""
    return f"{adresse}&seite=" if adresse != "?" else "?seite="
