"""The order in which entries are made."""

from netzwerke.models import Sozialraum
from netzwerke.synthese import gebiete
from netzwerke.synthese.angebote import Angebotsbau
from netzwerke.synthese.kontakte import kontakte
from netzwerke.synthese.organisationen import organisationen
from netzwerke.synthese.orte import staedte
from netzwerke.synthese.schreiben import Melder, Schreiber
from netzwerke.synthese.standorte import standorte
from netzwerke.synthese.umfeld import Auftrag, Umfeld
from netzwerke.synthese.verbuende import Netzwerkbau
from netzwerke.synthese.vokabular import bereitstellen
from netzwerke.verfuegbarkeit import intervalle_erneuern


class SchonVorhanden(Exception):
    """Entries of this seed have been made before."""


def erzeugen(auftrag: Auftrag, melden: Melder) -> None:
    """Make and write all entries of ``auftrag``; ``melden`` is told the progress.

    Raises SchonVorhanden if the seed was used before, and GrunddatenFehlen if there is nothing to draw from.
    """
    # Sozialräume are the first entries that a run writes.
    if Sozialraum.objects.filter(quelle=auftrag.quelle).exists():
        raise SchonVorhanden
    umfeld = Umfeld(auftrag, bereitstellen(), Schreiber(melden))
    orte = staedte(umfeld)
    gebiete.Gebietsbau(umfeld).bauen(orte)
    gebiete.sozialraeume(umfeld, orte)
    stellen = organisationen(umfeld, orte)
    standorte(umfeld, stellen)
    kontakte(umfeld, stellen)
    Angebotsbau(umfeld, stellen).schreiben()
    Netzwerkbau(umfeld, orte, stellen).schreiben()
    umfeld.schreiber.in_den_suchindex()
    mit_zeiten = intervalle_erneuern()
    melden("Öffnungszeiten ausgerechnet", mit_zeiten, mit_zeiten)
