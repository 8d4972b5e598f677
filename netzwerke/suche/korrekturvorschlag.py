"""A query with its typing errors corrected, as it is offered to whoever typed it."""

from dataclasses import dataclass

from netzwerke.sprache import woerter
from netzwerke.suche.anfrage import Anfrage


@dataclass(frozen=True)
class Korrekturvorschlag:
    """``richtig`` is the whole corrected query, ``worte`` are the corrected words as they were typed."""

    richtig: str
    worte: list[str]


def korrekturvorschlag(anfrage: Anfrage) -> Korrekturvorschlag | None:
    """What was searched for beside what was typed; None if nothing was corrected."""
    ersatz = {korrektur.wort: korrektur.anzeige for korrektur in anfrage.korrekturen}
    richtig, worte = [], []
    for stueck in anfrage.text.split():
        anzeige = next((ersatz[wort] for wort in woerter(stueck) if wort in ersatz), None)
        richtig.append(anzeige or stueck)
        if anzeige:
            worte.append(stueck)
    return Korrekturvorschlag(" ".join(richtig), worte) if worte else None
