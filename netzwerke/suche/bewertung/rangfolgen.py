"""What the search finds for judged queries."""

from collections.abc import Iterable, Mapping
from datetime import date

from netzwerke.anschluesse import anschluesse
from netzwerke.suche import suchen
from netzwerke.suche.bewertung.masse import Beurteilung


def rangfolgen_zu(
    beurteilungen: Iterable[Beurteilung], schluessel: Mapping[tuple[str, str], str], heute: date | None = None
) -> dict[str, list[str]]:
    """The ids found for each query, best first; entries that are not of the set appear as kind/slug."""
    modelle = {art.suche.nummer: art.model for art in anschluesse.sucharten()}
    slugs = {
        (nummer, pk): (model._meta.model_name, slug)
        for nummer, model in modelle.items()
        for pk, slug in model.objects.values_list("pk", "slug")
    }

    def kennung(treffer):
        modell, slug = slugs[treffer.art, treffer.eintrag_id]
        return schluessel.get((modell, slug), f"{modell}/{slug}")

    return {
        b.id: [kennung(treffer) for treffer in suchen(b.text, heute=heute).treffer] for b in beurteilungen
    }
