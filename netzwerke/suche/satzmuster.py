"""The words and patterns by which `netzwerke.suche.perspektive` reads a sentence, all folded.

Patterns are written for what people type: without commas, often without a subject, in any order of words.
"""

import re

from netzwerke.texte import falten


def menge(text: str) -> frozenset[str]:
    return frozenset(falten(text).split())


def muster(*teile: str) -> re.Pattern:
    return re.compile(r"\b(?:" + "|".join(teile) + r")\b")


# --- persons --------------------------------------------------------------------------------------

MICH = menge("mich mir uns")
PARTNER = menge(
    "mann ehemann exmann freund exfreund partner expartner verlobter lebensgefährte lebenspartner gatte macker kerl typ"
)
PARTNERIN = menge(
    "ehefrau exfrau freundin exfreundin partnerin expartnerin verlobte lebensgefährtin lebenspartnerin gattin"
)
EX = menge("ex exmann exfrau exfreund exfreundin expartner expartnerin verflossener")
ELTERN = menge(
    "papa mama papi mami vater mutter vati mutti eltern stiefvater stiefmutter stiefpapa stiefmama pflegevater pflegemutter "
    "onkel opa oma tante großvater großmutter trainer trainerin lehrer lehrerin betreuer"
)
KINDLICH = menge("papa mama papi mami vati mutti stiefpapa stiefmama")
KINDER = menge(
    "kind kinder sohn tochter baby säugling enkel enkelin enkelkind schüler schülerin junge mädchen neffe nichte patenkind "
    "nachbarskind nachbarskinder kleinkind"
)
DRITTE = menge(
    "nachbar nachbarin nachbarn nachbarinnen nebenan kollegin kollege bekannte bekannter schwester mitschülerin mitschüler "
    "patientin patient klientin klient mitarbeiterin mandantin nachbarsfamilie"
)
PERSONEN = PARTNER | PARTNERIN | EX | ELTERN | KINDER | DRITTE

# --- deeds ----------------------------------------------------------------------------------------

#: Stems of what people do to each other, and the theme it belongs to between adults.
TATEN = {
    **dict.fromkeys(
        ["schlag", "tret", "stoss", "wurg", "verprugel", "hau", "misshandel", "demutig", "schrei", "beleidig", "sperr", "bedroh",
         "kontrollier", "zwing", "schubs"],
        "haeusliche-gewalt",
    ),
    **dict.fromkeys(["verfolg", "stalk", "beobacht", "lauer"], "stalking"),
    **dict.fromkeys(["vergewaltig", "begrapsch", "fass", "missbrauch", "belastig"], "sexualisierte-gewalt"),
    **dict.fromkeys(["uberwach", "erpress"], "digitale-gewalt"),
}  # fmt: skip
#: Those that make a safe place the first need.
KOERPERLICH = menge("schlag tret stoss wurg verprugel hau misshandel sperr bedroh schubs")

GETAN = (
    "geschlagen|verprugelt|gehauen|gewurgt|getreten|verletzt|bedroht|misshandelt|vergewaltigt|missbraucht|gestossen|"
    "geschubst|angeschrien|ausgerastet|zugeschlagen|gestalkt|belastigt|verfolgt|uberwacht|begrapscht|angefasst|gedemutigt"
)
PARTIZIP = muster(GETAN)
PASSIV = muster("werde", "wurde", "wird", "wurden", "werden", "worden")
LEID = muster(
    r"angst", r"betrunken", r"trinkt", r"sauft", r"rastet", r"flippt", r"weint", r"weh", r"nacktfotos?", r"nacktbilder",
    r"eifersuchtig\w*", r"bestimmt", r"verbietet", r"droht", r"schlage", r"handgreiflich", r"aggressiv\w*",
    r"nicht mehr nach hause", r"nicht mehr aus", r"ins bett", r"nachts in (?:mein|ihr|sein)\w* (?:zimmer|bett)", r"weg von",
    r"rauswerfen|rausgeworfen|rausgeschmissen",
)  # fmt: skip
VERLETZUNG = muster(
    r"hamatom\w*",
    r"prellung\w*",
    r"blau\w* (?:auge\w*|fleck\w*)",
    r"wurgemal\w*",
    r"verletzung\w*",
    r"bluterguss\w*",
    r"striemen",
)
ANGST = muster(
    r"angst vor (?:\w+ )*?(?:mann|ehemann|freund|partner|ex|exmann|exfreund|lebensgefahrt\w*|vater|stiefvater|papa|ihm|mutter|mama|eltern)"
    r"(?:s|n|en)?"
)
WEH = muster(r"(?:tut|tun|getan|tat) (?:mir|uns|ihr|ihm) (?:\w+ )?(?:weh|et?was|gewalt)", r"mir (?:\w+ )?weh")
BETROFFENE_PERSON = muster(
    r"(?:misshandelte|geschlagene|bedrohte|vergewaltigte|missbrauchte|gestalkte|verfolgte)[nrs]? (?:frau|mann|madchen|mutter|person)\w*"
)
ER_MEIN = muster(r"(?:er|sie|ex|exmann|exfreund) (?:\w+ ){1,3}?mein\w*")
DIGITAL = muster(
    r"nackt(?:foto|bild|video|aufnahme)\w*",
    r"intime\w* (?:foto|bild|video|aufnahme)\w*",
    r"spionage ?apps?",
    r"spyware",
    r"(?:handy|whatsapp|account|konto|instagram|mails?|standort|passwort\w*) (?:\w+ )*"
    r"(?:gehackt|mitgelesen|ausspioniert|geortet|kontrolliert|uberwacht)",
    r"airtag\w*",
    r"gps\w*",
)
MEIN_ZIMMER = muster(
    r"mein\w* (?:zimmer|bett)", r"mein\w* (?:stief|pflege)?(?:vater|mutter|eltern|papa|mama)"
)
ALS_MENSCH = muster(
    r"als (?:junge|madchen|frau|mann|kind|jugendliche\w*)", r"(?:manner|frauen|madchen|jungen) die"
)
ALS_KIND = muster(
    r"als (?:kleine[rs]? )?(?:kind|junge|madchen|jugendliche\w*)",
    r"in (?:meiner|der) kindheit",
    r"als ich (?:\w+ )?klein war",
    r"fruher als \w+",
)
EIGENES_KIND = muster(
    r"(?:mein|unser)e?[mnrs]? (?:\w+ )?(?:kind\w*|sohn\w*|tochter|baby|enkel\w*|neffe\w*|nichte)",
    r"(?:sein|ihr)e?[mnrs]? (?:kind\w*|sohn\w*|tochter)",
)
FREUNDIN_BETROFFEN = muster(
    r"freundin von mir", r"(?:meine|eine|ihre) (?:beste |gute )?(?:freundin|schwester|kollegin|nachbarin|mutter|tante|oma|schwagerin|bekannte) "
    r"(?:wird|wurde|hat|kommt|sagt|erzahlt|lebt)(?! mich)",
)  # fmt: skip
#: "Meine Freundin kommt von ihrem Mann nicht los."
ANDERE_UND_IHR_MANN = muster(
    r"(?:freundin|schwester|kollegin|nachbarin|tochter|mutter|cousine|bekannte|schwagerin|frau) (?:\w+ ){0,4}?"
    r"ihr(?:em|en)? (?:ex|mann|ehemann|freund|partner|typ|kerl|macker)",
)
#: Persons near enough that what they do to "mich" or "mir" is told for a reason, whatever the verb.
TUT_MIR = menge("mich mir")
#: Signs of somebody who tells: who speaks of "ich", or leaves it out and begins with the verb.
ERZAEHLT = muster(
    r"ich", r"mich", r"mir", r"uns", r"wir", r"mein\w*", r"er", r"ihm", r"ihn", r"sie", r"ihr(?:e[mnrs]?)?",
    r"^(?:muss|kann|will|trau|traue|weiss|brauche|hab|habe|bin|werde|wurde|mochte|darf|fuhle|sitze|schlafe|halte|keine?[rn]?)",
)  # fmt: skip
#: Who names a body looks it up.
SCHLAEGT_NACH = muster(
    r"netzwerk\w*", r"arbeitskreis\w*", r"arbeitsgemeinschaft\w*", r"arbeitsgruppe\w*", r"rund\w* tisch\w*", r"gremi\w*", r"bundnis\w*",
    r"verein\w*", r"sozialraum\w*",
)  # fmt: skip
#: "Ich habe Kinder und wurde misshandelt", "wir werden bedroht".
WIR_WERDEN = muster(
    rf"ich (?:\w+ ){{0,6}}?(?:werde|wurde|bin) (?:\w+ ){{0,4}}?(?:{GETAN})",
    rf"wir (?:\w+ ){{0,2}}?(?:werden|wurden) (?:\w+ ){{0,4}}?(?:{GETAN})",
)
#: Adults with power over children, who are somebody's partner as well.
ERWACHSENE_MIT_MACHT = menge("trainer trainerin lehrer lehrerin betreuer onkel opa")
#: Pupils about each other.
UNTER_SCHUELERN = muster(
    r"(?:mitschuler|schuler|klassenkamerad|jung)\w* (?:\w+ ){0,6}(?:mir|mich|meine freundin)",
    r"(?:in|aus) (?:der|meiner) klasse (?:\w+ ){0,6}(?:mir|mich)",
)
ALTER = muster(
    r"(?:ich )?bin (?:erst |gerade )?(?:[6-9]|1[0-7])(?: jahre)?(?: alt)?(?! (?:monat|woche|jahre? (?:verheiratet|zusammen|getrennt)|verheiratet|zusammen|getrennt)\w*)",
    r"(?:[6-9]|1[0-7]) jahre alt",
    r"bin in der (?:\d+|\w+ten) klasse",
    r"(?:w|m) ?1[0-7]",
)
#: Signs that it is no child who speaks.
ERWACHSEN = muster(
    r"(?:ich )?bin (?:schon |erst |uber )?(?:1[89]|[2-9]\d)",
    r"(?:1[89]|[2-9]\d) jahre alt",
    r"schwanger\w*",
    r"verheiratet",
    r"(?:ich )?bin (?:eine? )?(?:lehrerin|lehrer|erzieherin|erzieher|sozialarbeiter\w*|mutter|vater)",
    r"(?:ich )?pflege (?:meine|meinen)",
    r"fruher",
    r"pfleger\w*",
    r"meine eltern sind",
    r"er ist [4-9]\d",
)

#: "Ich habe einen Mann kennengelernt": somebody's own is not called so.
IRGENDEINER = muster(r"k?eine?[nmr]? (?:mann|freund|partner|kerl|typ|frau|freundin|partnerin)")
#: Babies cry, which is nothing that they do to anybody.
KIND_SCHREIT = muster(
    r"(?:baby|saugling|kind|kleine\w*|sohn|tochter|enkel\w*) (?:\w+ ){0,2}schrei\w*",
    r"schreibab(?:y|ie)s?",
    r"schreikind\w*",
)

# --- men and women --------------------------------------------------------------------------------

MAENNLICH = muster(
    r"(?:ich|als|bin) (?:\w+ )?(?:ein )?mann", r"mannern? (?:die|als|werden|erleben)", r"gewalt (?:gegen|an) manner\w*", r"mannliche?\w* (?:opfer|betroffene)\w*",
    r"als (?:junge|vater|ehemann)", r"schwul\w*", rf"mann (?:\w+ ){{0,3}}?(?:wird|wurde) (?:\w+ ){{0,4}}?(?:{GETAN})",
)  # fmt: skip
WEIBLICH = muster(
    r"(?:ich|als|bin) (?:\w+ )?(?:eine )?(?:frau|mutter|madchen)", r"frauen die", r"gewalt (?:gegen|an) frauen", r"lesbisch\w*", r"schwangere?\w*",
    r"(?:misshandelte|geschlagene|bedrohte|betroffene|junge|altere|alte)n? frau(?:en)?",
)  # fmt: skip
MEINE_PARTNERIN = muster(
    r"mein(?:e|er|en)? (?:ex )?(?:ex)?(?:frau|ehefrau|freundin|partnerin|verlobte\w*|lebensgefahrtin)"
)
