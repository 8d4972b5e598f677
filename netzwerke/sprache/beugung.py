"""Words of this field and their forms, which Snowball keeps apart ("schlägt", "geschlagen", "schlug")."""

from functools import lru_cache

from netzwerke.texte import falten

#: The stem, then the other forms.
_STARK = """
schlag: schlägt schlägst schlagt schlug schlugen geschlagen zuschlägt zuschlagen zugeschlagen verschlagen schlagen schlage
tret: tritt trittst trat traten getreten eintritt treten trete
stoss: stößt stieß gestoßen stoßen stoße
wurf: wirft warf geworfen werfen werfe
schrei: schrie schrien geschrien anschreit angeschrien schreit schreien schreie schreist brüllt angebrüllt anbrüllt brüllen anschreien schreiend
zwing: zwang zwangen gezwungen zwingt zwingen
sperr: eingesperrt sperrt einsperrt sperren ausgesperrt aussperrt einsperren
fass: fasst anfasst angefasst fasste befasst anfassen fassen fässt
vergewaltig: vergewaltigt vergewaltigte vergewaltigen vergewaltigung vergewaltiger
hau: haut gehauen haue verhauen verhaut hauen haust
spreng: sprengt
brech: bricht brach gebrochen brechen
wurg: würgt würgte gewürgt würgen gewürgte
verprugel: verprügelt verprügelte prügelt prügeln geprügelt verprügeln prügelst
ritz: ritzt geritzt ritzen ritze
bedroh: bedroht bedrohte bedrohen bedrohung bedrohungen droht drohen gedroht drohung drohungen
verfolg: verfolgt verfolgte verfolgen verfolgung verfolge
uberwach: überwacht überwachte überwachen überwachung überwache
kontrollier: kontrolliert kontrollierte kontrollieren kontrolle
schubs: schubst geschubst schubste schubsen
lauer: auflauert lauert auflauern aufgelauert
belastig: belästigt belästigte belästigen belästigung belästigungen
misshandel: misshandelt misshandelte misshandeln misshandlung misshandlungen misshandle
missbrauch: missbraucht missbrauchte missbrauchen missbräuchlich
vernachlassig: vernachlässigt vernachlässigte vernachlässigen vernachlässigung
beleidig: beleidigt beleidigte beleidigen beleidigung beleidigungen
erpress: erpresst erpresste erpressen erpressung
beobacht: beobachtet beobachtete beobachten beobachtung
stalk: stalkt stalkte gestalkt stalken stalker stalkerin stalking
mobb: mobbt gemobbt mobben mobbing
begrapsch: begrapscht begrapschte begrapschen grapscht
demutig: demütigt demütigte demütigen demütigung gedemütigt
heirat: heiraten verheiratet geheiratet heiratet verheiratung verheiraten
gremium: gremien gremium gremiums
nachbar: nachbarn nachbarin nachbarinnen nachbars nachbarschaft
frau: frauen
mann: männer männern mannes manns
kind: kinder kindern kindes kinds
trenn: trennen trennung getrennt trennt
"""

_FORMEN = {
    falten(form): stamm.strip()
    for zeile in _STARK.strip().splitlines()
    for stamm, _punkt, formen in [zeile.partition(":")]
    for form in formen.split()
}
VERBSTAEMME = frozenset(_FORMEN.values())


@lru_cache(maxsize=20_000)
def verbstamm(wort: str) -> str:
    """Return the stem shared by all forms of a verb of this field, '' if ``wort`` is none of them."""
    return _FORMEN.get(wort, "")
