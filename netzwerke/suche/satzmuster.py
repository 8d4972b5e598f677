"""The words and patterns by which `netzwerke.suche.perspektive` reads a sentence, all folded.

Patterns are written for what people type: without commas, often without a subject, in any order of words.
"""

import re

from netzwerke.texte import falten


def _menge(text: str) -> frozenset[str]:
    return frozenset(falten(text).split())


def _muster(*teile: str) -> re.Pattern:
    return re.compile(r"\b(?:" + "|".join(teile) + r")\b")


# --- persons --------------------------------------------------------------------------------------

MICH = _menge("mich mir uns")
PARTNER = _menge(
    "mann ehemann exmann freund exfreund partner expartner verlobter lebensgefährte lebenspartner gatte macker kerl typ"
)
PARTNERIN = _menge(
    "ehefrau exfrau freundin exfreundin partnerin expartnerin verlobte lebensgefährtin lebenspartnerin gattin"
)
EX = _menge("ex exmann exfrau exfreund exfreundin expartner expartnerin verflossener")
ELTERN = _menge(
    "papa mama papi mami vater mutter vati mutti eltern stiefvater stiefmutter stiefpapa stiefmama pflegevater pflegemutter "
    "onkel opa oma tante großvater großmutter trainer trainerin lehrer lehrerin betreuer"
)
KINDLICH = _menge("papa mama papi mami vati mutti stiefpapa stiefmama")
KINDER = _menge(
    "kind kinder sohn tochter baby säugling enkel enkelin enkelkind schüler schülerin junge mädchen neffe nichte patenkind "
    "nachbarskind nachbarskinder kleinkind"
)
DRITTE = _menge(
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
KOERPERLICH = _menge("schlag tret stoss wurg verprugel hau misshandel sperr bedroh schubs")

_GETAN = (
    "geschlagen|verprugelt|gehauen|gewurgt|getreten|verletzt|bedroht|misshandelt|vergewaltigt|missbraucht|gestossen|"
    "geschubst|angeschrien|ausgerastet|zugeschlagen|gestalkt|belastigt|verfolgt|uberwacht|begrapscht|angefasst|gedemutigt"
)
PARTIZIP = _muster(_GETAN)
PASSIV = _muster("werde", "wurde", "wird", "wurden", "werden", "worden")
LEID = _muster(
    r"angst", r"betrunken", r"trinkt", r"sauft", r"rastet", r"flippt", r"weint", r"weh", r"nacktfotos?", r"nacktbilder",
    r"eifersuchtig\w*", r"bestimmt", r"verbietet", r"droht", r"schlage", r"handgreiflich", r"aggressiv\w*",
    r"nicht mehr nach hause", r"nicht mehr aus", r"ins bett", r"nachts in (?:mein|ihr|sein)\w* (?:zimmer|bett)", r"weg von",
    r"rauswerfen|rausgeworfen|rausgeschmissen",
)  # fmt: skip
VERLETZUNG = _muster(
    r"hamatom\w*",
    r"prellung\w*",
    r"blau\w* (?:auge\w*|fleck\w*)",
    r"wurgemal\w*",
    r"verletzung\w*",
    r"bluterguss\w*",
    r"striemen",
)
ANGST = _muster(
    r"angst vor (?:\w+ )*?(?:mann|ehemann|freund|partner|ex|exmann|exfreund|lebensgefahrt\w*|vater|stiefvater|papa|ihm|mutter|mama|eltern)"
    r"(?:s|n|en)?"
)
WEH = _muster(
    r"(?:tut|tun|getan|tat) (?:mir|uns|ihr|ihm) (?:\w+ )?(?:weh|et?was|gewalt)", r"mir (?:\w+ )?weh"
)
BETROFFENE_PERSON = _muster(
    r"(?:misshandelte|geschlagene|bedrohte|vergewaltigte|missbrauchte|gestalkte|verfolgte)[nrs]? (?:frau|mann|madchen|mutter|person)\w*"
)
ER_MEIN = _muster(r"(?:er|sie|ex|exmann|exfreund) (?:\w+ ){1,3}?mein\w*")
DIGITAL = _muster(
    r"nackt(?:foto|bild|video|aufnahme)\w*",
    r"intime\w* (?:foto|bild|video|aufnahme)\w*",
    r"spionage ?apps?",
    r"spyware",
    r"(?:handy|whatsapp|account|konto|instagram|mails?|standort|passwort\w*) (?:\w+ )*"
    r"(?:gehackt|mitgelesen|ausspioniert|geortet|kontrolliert|uberwacht)",
    r"airtag\w*",
    r"gps\w*",
)
MEIN_ZIMMER = _muster(
    r"mein\w* (?:zimmer|bett)", r"mein\w* (?:stief|pflege)?(?:vater|mutter|eltern|papa|mama)"
)
ALS_MENSCH = _muster(
    r"als (?:junge|madchen|frau|mann|kind|jugendliche\w*)", r"(?:manner|frauen|madchen|jungen) die"
)
ALS_KIND = _muster(
    r"als (?:kleine[rs]? )?(?:kind|junge|madchen|jugendliche\w*)",
    r"in (?:meiner|der) kindheit",
    r"als ich (?:\w+ )?klein war",
    r"fruher als \w+",
)
EIGENES_KIND = _muster(
    r"(?:mein|unser)e?[mnrs]? (?:\w+ )?(?:kind\w*|sohn\w*|tochter|baby|enkel\w*|neffe\w*|nichte)",
    r"(?:sein|ihr)e?[mnrs]? (?:kind\w*|sohn\w*|tochter)",
)
FREUNDIN_BETROFFEN = _muster(
    r"freundin von mir", r"(?:meine|eine|ihre) (?:beste |gute )?(?:freundin|schwester|kollegin|nachbarin|mutter|tante|oma|schwagerin|bekannte) "
    r"(?:wird|wurde|hat|kommt|sagt|erzahlt|lebt)(?! mich)",
)  # fmt: skip
#: "Meine Freundin kommt von ihrem Mann nicht los."
ANDERE_UND_IHR_MANN = _muster(
    r"(?:freundin|schwester|kollegin|nachbarin|tochter|mutter|cousine|bekannte|schwagerin|frau) (?:\w+ ){0,4}?"
    r"ihr(?:em|en)? (?:ex|mann|ehemann|freund|partner|typ|kerl|macker)",
)
#: Persons near enough that what they do to "mich" or "mir" is told for a reason, whatever the verb.
TUT_MIR = _menge("mich mir")
#: Signs of somebody who tells: who speaks of "ich", or leaves it out and begins with the verb.
ERZAEHLT = _muster(
    r"ich", r"mich", r"mir", r"uns", r"wir", r"mein\w*", r"er", r"ihm", r"ihn", r"sie", r"ihr(?:e[mnrs]?)?",
    r"^(?:muss|kann|will|trau|traue|weiss|brauche|hab|habe|bin|werde|wurde|mochte|darf|fuhle|sitze|schlafe|halte|keine?[rn]?)",
)  # fmt: skip
#: Who names a body looks it up.
SCHLAEGT_NACH = _muster(
    r"netzwerk\w*", r"arbeitskreis\w*", r"arbeitsgemeinschaft\w*", r"arbeitsgruppe\w*", r"rund\w* tisch\w*", r"gremi\w*", r"bundnis\w*",
    r"verein\w*", r"sozialraum\w*",
)  # fmt: skip
#: Pupils about each other.
UNTER_SCHUELERN = _muster(
    r"(?:mitschuler|schuler|klassenkamerad|jung)\w* (?:\w+ ){0,6}(?:mir|mich|meine freundin)",
    r"(?:in|aus) (?:der|meiner) klasse (?:\w+ ){0,6}(?:mir|mich)",
)
ALTER = _muster(
    r"(?:ich )?bin (?:erst |gerade )?(?:[6-9]|1[0-7])(?: jahre)?", r"(?:[6-9]|1[0-7]) jahre alt", r"bin in der (?:\d+|\w+ten) klasse",
    r"(?:w|m) ?1[0-7]",
)  # fmt: skip

# --- people who use violence ----------------------------------------------------------------------

ICH_TUE = _muster(
    r"schlage", r"prugele?", r"prugle", r"verprugele?", r"verprugle", r"wurge", r"bedrohe", r"trete", r"haue", r"misshandle", r"stalke", r"kontrolliere",
    r"verletze", r"demutige", r"beleidige", r"uberwache", r"raste", r"ausraste", r"schubse", r"verfolge", r"missbrauche", r"vergewaltige", r"belastige",
    r"schreie", r"brulle", r"zuschlage", r"ausflippe", r"ich schlag",
)  # fmt: skip
#: The same at the beginning of a sentence without "ich", where no noun is written alike (Schläge, Schreie, Haue).
TUE_VORN = re.compile(
    r"(?:raste|flippe|prug(?:e?l)e|verprug(?:e?l)e|brulle|wurge|bedrohe|misshandle|demutige|beleidige|stalke)\b|"
    r"(?:schlage|haue|schubse|schreie|kontrolliere|trete) (?:immer |oft |manchmal |standig )?(?:mein|unser)"
)
#: "ich kriege Schläge", "ich höre Schreie", "ich verletze mich": the same letters, another sense.
NUR_WORTGLEICH = _muster(
    r"(?:krieg|bekomm|kassier|bezieh|setzt|droh|angst|wegen|die|mehr|von)\w* (?:\w+ ){0,4}schlage", r"schlage (?:von|durch|zu hause|bekomm|krieg)\w*",
    r"(?:hor|hort|laut)\w* (?:\w+ ){0,3}schreie", r"(?:verletze|schlage|ritze|haue) (?:ich )?mich", r"schlage vor", r"ich mich (?:\w+ )?(?:verletze|schlage)",
)  # fmt: skip
ICH_HABE_GETAN = _muster(
    rf"ich (?:\w+ ){{0,4}}?(?:hab|habe|hatte) (?!\w* ?(?:angst|gehort|gesehen))(?!(?:\w+ ){{0,5}}mich)(?:\w+ ){{0,6}}?(?:{_GETAN})",
    rf"^(?:hab|habe) (?:ich )?(?!mich)(?:\w+ ){{0,5}}?(?:{_GETAN})",
    rf"(?:hab|habe) ich (?!mich)(?:\w+ ){{0,5}}?(?:{_GETAN})",
)
_GEWALTTAETIG = r"(?:gewalttatig|aggressiv|handgreiflich|ausgerastet|jahzornig)"
WILL_SICH_AENDERN = _muster(
    rf"ich (?:bin|werde|war|wurde) (?:\w+ ){{0,3}}{_GEWALTTAETIG}", rf"(?:bin|werde) ich (?:\w+ ){{0,3}}{_GEWALTTAETIG}",
    r"ich raste", r"ich flippe", r"(?:raste|flippe) (?:\w+ ){0,4}?aus",
    r"hand (?:\w+ ){0,2}(?:aus|ge)rutscht", r"rutscht (?:\w+ )*hand", r"hand rutscht", r"mich nicht (?:mehr )?(?:im griff|beherrschen|unter kontrolle|kontrollieren)",
    r"meiner? (?:wut|aggression\w*) (?:\w+ )*(?:klar|umgehen|griff|kontroll\w*|beherrschen|loswerden)", r"meine (?:wut|aggression\w*)$", r"verliere (?:\w+ )?(?:kontrolle|beherrschung)",
    r"ich (?:\w+ )*(?:auf(?:zu)?horen|hore auf) (?:\w+ )*zu schlagen", r"ich (?:\w+ )*nicht (?:mehr|wieder) (?:\w+ )?(?:zuschlagen|schlagen|gewalttatig)",
    r"mein verhalten (?:\w+ )*andern", r"ich (?:\w+ )*mich (?:\w+ )*andern", r"^nicht mehr (?:zu)?schlagen",
)  # fmt: skip
#: Courts and the Jugendamt send people who used violence to courses.
GESCHICKT = _muster(
    r"(?:richter\w*|gericht|staatsanwalt\w*|bewahrung\w*|jugendamt) (?:\w+ ){0,3}(?:mich|ich|mir) (?:\w+ ){0,4}(?:kurs|training|programm)\w*",
    r"(?:kurs|training|programm) (?:\w+ ){0,2}(?:vom|als) (?:gericht|richter|auflage)", r"auflage (?:\w+ ){0,3}(?:kurs|training)",
)  # fmt: skip
ANDERER_UEBT_AUS = _muster(
    r"(?:er|sie|mann|ehemann|freund|freundin|frau|partner|partnerin|ex|papa|vater|mutter|mama|bruder|sohn|nachbar|lebensgefahrte) "
    r"(?:\w+ ){0,4}?(?:rastet|flippt|(?:ist|wird|wurde) (?:\w+ ){0,4}?(?:aggressiv|gewalttatig|handgreiflich)|hat (?:\w+ ){0,3}aufgehort)"
)
#: "Ich habe einen Mann kennengelernt": somebody's own is not called so.
IRGENDEINER = _muster(r"k?eine?[nmr]? (?:mann|freund|partner|kerl|typ|frau|freundin|partnerin)")
#: Babies cry, which is nothing that they do to anybody.
KIND_SCHREIT = _muster(
    r"(?:baby|saugling|kind|kleine\w*|sohn|tochter|enkel\w*) (?:\w+ ){0,2}schrei\w*",
    r"schreibab(?:y|ie)s?",
    r"schreikind\w*",
)
#: People who use violence as a subject of professionals.
TAETER = _muster(r"tater\w*")
FACHLICH_TAETER = _muster(
    r"gewalttatige[nr]? (?:manner|frauen|vater|partner|personen|menschen|jugendliche\w*)\w*", r"gewaltausubende\w*", r"gewaltberatung\w*", r"antigewalt\w*",
    r"aggression\w* (?:\w+ )?(?:kurs|training)\w*", r"(?:kurs|training|gruppe) (?:\w+ )?(?:aggression|wut|gewalttater)\w*",
    r"anti (?:gewalt|aggression)\w*", r"antiaggression\w*", r"manner die (?:zuschlagen|schlagen|gewalt ausuben)",
)  # fmt: skip

# --- danger ---------------------------------------------------------------------------------------

SUIZID = _muster(
    r"sui[cz]i[dt]\w*", r"selbstmord\w*", r"selbsttotung", r"lebensmude", r"todeswunsch", r"selbstverletz\w*", r"ritz\w*", r"nicht mehr (?:weiter ?)?leben",
    r"mag nicht mehr leben", r"will (?:nur noch |einfach |nur )?sterben", r"(?:will|mochte|werde|konnte) (?:ich )?mich (?:\w+ )?(?:umbringen|toten)",
    r"(?:bringe|bring) mich um", r"mich selbst (?:umbringen|verletzen|toten)", r"verletze (?:ich )?mich", r"mir (?:das|mein) leben nehmen", r"mir (?:et)?was antun",
    r"(?:leben )?keinen sinn mehr", r"leben (?:hat |macht )?(?:\w+ )?keinen sinn", r"vom dach springen", r"sich (?:\w+ )?(?:umbringen|toten|(?:et)?was antun)",
    r"umbringen will", r"sterben wollen", r"(?:am liebsten|gerne?|lieber|nur noch|endlich) (?:\w+ )?(?:sterben|tot)", r"ware? (?:ich )?(?:\w+ )?tot", r"schluss machen mit (?:dem|meinem) leben", r"tot sein",
)  # fmt: skip
GEFAHR = _muster(
    r"bringt? (?:er |sie )?(?:mich|uns|sie|ihn) (?:\w+ )?um", r"(?:mich|uns|sie) (?:\w+ )?(?:umzubringen|umbringen|toten|zu toten|abstechen)",
    r"(?:steht|stehen|wartet|ist|lauert|klopft|hammert|tritt) (?:\w+ ){0,3}(?:vor|an|gegen|unten an) (?:der|die|meiner|meine|unserer|unsere) (?:\w+)?tur",
    r"(?:tur|wohnung) (?:ein|auf)?(?:tritt|treten|bricht|brechen|schlagt)", r"(?:vor|an) (?:der|meiner|unserer) (?:\w+)?tur", r"messer", r"pistole", r"waffe",
    r"blutet?", r"verblut\w*", r"bewusstlos\w*", r"(?:gerade|jetzt|grad) (?:\w+ )?(?:geschlagen|verprugelt|bedroht|schlagt)",
    r"schlagt (?:\w+ ){0,2}(?:gerade|jetzt|grad)", r"lebensgefahr", r"wurgt (?:mich|sie|uns)", r"gewurgt", r"notruf", r"hat (?:mich|uns) eingesperrt",
    r"halt (?:mich|uns) fest", r"todesangst", r"morddrohung\w*",
)  # fmt: skip
ANDERER_TOETET = _muster(
    r"(?:er|sie|mann|ehemann|freund|ex|exmann|partner|vater|papa|bruder|onkel) (?:\w+ ){0,4}(?:umbring\w*|umzubringen|toten|bringt|abstechen)",
    r"bringt (?:er|sie) mich um",
)  # fmt: skip
ICH_MICH = _muster(r"ich (?:will|mochte|werde|konnte|bringe) mich")

# --- men and women --------------------------------------------------------------------------------

MAENNLICH = _muster(
    r"(?:ich|als|bin) (?:\w+ )?(?:ein )?mann", r"mannern? (?:die|als|werden|erleben)", r"gewalt (?:gegen|an) manner\w*", r"mannliche?\w* (?:opfer|betroffene)\w*",
    r"als (?:junge|vater|ehemann)", r"schwul\w*", rf"mann (?:\w+ ){{0,3}}?(?:wird|wurde) (?:\w+ ){{0,4}}?(?:{_GETAN})",
)  # fmt: skip
WEIBLICH = _muster(
    r"(?:ich|als|bin) (?:\w+ )?(?:eine )?(?:frau|mutter|madchen)", r"frauen die", r"gewalt (?:gegen|an) frauen", r"lesbisch\w*", r"schwangere?\w*",
    r"(?:misshandelte|geschlagene|bedrohte|betroffene|junge|altere|alte)n? frau(?:en)?",
)  # fmt: skip
MEINE_PARTNERIN = _muster(
    r"mein(?:e|er|en)? (?:ex )?(?:ex)?(?:frau|ehefrau|freundin|partnerin|verlobte\w*|lebensgefahrtin)"
)
