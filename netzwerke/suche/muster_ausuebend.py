"""By which words somebody tells that they use violence themselves, and by which they only seem to.

To take somebody who was hurt for somebody who hurts is the worst mistake of this search. So whatever speaks for a
person who suffers outweighs what speaks for one who acts: see `ERLEIDET`.
"""

import re

from netzwerke.suche.satzmuster import GETAN, muster

#: Somebody else who may act.
_ANDERE = (
    r"(?:er|sie|wer|jemand|mann|ehemann|exmann|freund|exfreund|freundin|frau|partner|partnerin|ex|typ|papa|vater|stiefvater|"
    r"mutter|mama|bruder|schwester|sohn|tochter|onkel|opa|nachbar\w*|chef|trainer|lehrer|lebensgefahrt\w*|stalker)"
)
#: What somebody else does, in the third person.
_TUT = (
    r"(?:schlagt|schlug|zuschlagt|tritt|trat|wurgt|wurgte|bedroht|schubst|verprugelt|haut|misshandelt|demutigt|stalkt|verfolgt|"
    r"kontrolliert|rastet|ausrastet|flippt|ausflippt|vergewaltigt|fasst|anfasst|belastigt|bestimmt|gewalttatig|aggressiv|handgreiflich)"
)
#: Nobody says these of what was done to them.
_ERLITTEN = "|".join(
    tat for tat in GETAN.split("|") if tat not in {"ausgerastet", "zugeschlagen", "angeschrien"}
)

ERLEIDET = muster(
    # "wenn er mich schlägt", "mein Mann rastet aus", "er hat mich geschlagen"
    rf"{_ANDERE} (?:(?!ich\b)\w+ ){{0,4}}?{_TUT}",
    rf"{_TUT} (?:er|sie|mich|mir|uns|mein\w*)",
    rf"{_ANDERE} (?:\w+ ){{0,2}}?(?:mich|mir|uns) (?:\w+ ){{0,2}}?(?:{GETAN})",
    # "ich werde bedroht", "bin vergewaltigt worden", "habe Schläge bekommen"
    rf"(?:werde|wurde|werden|wurden|bin|worden) (?:(?!handgreiflich|aggressiv)\w+ ){{0,5}}?(?:{_ERLITTEN}|angegriffen|angemacht)",
    rf"(?:{GETAN}) (?:bekommen|gekriegt|worden)",
    # "er sagt, ich sei aggressiv"
    r"(?:sagt|sagen|behauptet|meint|wirft mir vor) (?:\w+ )?(?:dass )?(?:ich|mein mann|meine frau)",
    # "ich schlage zurück"
    r"zuruck",
)
ICH_TUE = muster(
    r"schlage", r"prug(?:e|el)?le?", r"verprug(?:e|el)?le?", r"wurge", r"bedrohe", r"trete", r"haue", r"misshandle", r"stalke",
    r"kontrolliere", r"verletze", r"demutige", r"beleidige", r"uberwache", r"raste", r"ausraste", r"schubse", r"verfolge",
    r"missbrauche", r"vergewaltige", r"belastige", r"schreie", r"brulle", r"zuschlage", r"ausflippe", r"ich schlag",
    r"(?:tue|tu) (?:mein\w* |ihr|ihm|ihnen|den )(?:\w+ )?weh", r"will (?:mein\w*|sie|ihn) (?:\w+ )?(?:umbringen|toten)", r"bringe (?:sie|ihn) um",
)  # fmt: skip
#: The same at the beginning of a sentence without "ich", where no noun is written alike (Schläge, Schreie, Haue).
TUE_VORN = re.compile(
    r"(?:raste|flippe|prug(?:e?l)e|verprug(?:e?l)e|brulle|wurge|bedrohe|misshandle|demutige|beleidige|stalke)\b|"
    r"(?:schlage|haue|schubse|schreie|trete) (?:immer |oft |manchmal |standig )?(?:mein|unser)"
)
#: The same letters, another sense.
NUR_WORTGLEICH = muster(
    # "ich kriege Schläge"
    r"(?:krieg|bekomm|kassier|bezieh|setzt|droh|angst|wegen|die|mehr|von)\w* (?:\w+ ){0,4}schlage",
    r"schlage (?:von|vom|durch|zu hause|bekomm|krieg)\w*",
    # "ich höre Schreie", "ich schreie um Hilfe", "schreie ich im Schlaf"
    r"(?:hor|hort|laut)\w* (?:\w+ ){0,3}schreie",
    r"schreie (?:\w+ ){0,2}(?:hilfe|schlaf|nachts|innerlich)",
    # "ich verletze mich", "ich schlage vor", "ich schlage die Augen nieder"
    r"(?:verletze|schlage|ritze|haue) (?:ich )?mich",
    r"ich mich (?:\w+ )?(?:verletze|schlage)",
    r"schlage (?:\w+ ){0,2}(?:vor|augen|nach)",
    # "ich kontrolliere, ob", "ich trete aus der Kirche aus"
    r"kontrolliere (?:\w+ ){0,3}?(?:ob|mein (?:handy|auto|konto)|spyware)",
    r"trete (?:aus|ein|bei|ab)",
    # "hau ab"
    r"haue (?:\w+ )?ab",
)
#: Words after which another tells: what follows is not said of oneself.
_NICHT_DANACH = (
    r"(?!(?:dass|ob|wie|wo|weil|wenn|der|bin|wurde|werde|er|mich|mir|uns|gehort|gesehen|erlebt)\b)"
)
_HABE_GETAN = rf"(?:{_NICHT_DANACH}\w+ ){{0,6}}?(?:{GETAN}|geohrfeigt|geklatscht|wehgetan|weh getan)(?! bekommen| gekriegt| worden| hat)"
ICH_HABE_GETAN = muster(
    rf"ich (?:\w+ ){{0,4}}?(?:hab|habe|hatte) (?!\w* ?(?:angst|gehort|gesehen)){_HABE_GETAN}",
    rf"^(?:hab|habe) (?:ich )?(?!mich){_HABE_GETAN}",
    rf"(?:hab|habe) ich (?!mich){_HABE_GETAN}",
    rf"ich (?:sie|ihn|ihm|ihr|mein\w* \w+) (?:\w+ )?(?:{GETAN}) hab(?:e)?",
)
_GEWALTTAETIG = (
    r"(?:gewalttatig|aggressiv|handgreiflich|ausgerastet|jahzornig)(?! (?:ange|behandelt|beschimpft)\w*)"
)
_WUT = r"(?:wut|aggression\w*)"
WILL_SICH_AENDERN = muster(
    rf"ich (?:bin|werde|war|wurde) (?:\w+ ){{0,3}}{_GEWALTTAETIG}",
    rf"(?:bin|werde) ich (?:\w+ ){{0,3}}{_GEWALTTAETIG}",
    r"ich raste",
    r"ich flippe",
    r"(?:raste|flippe) (?:\w+ ){0,4}?aus",
    # "mir ist die Hand ausgerutscht"
    r"mir (?:\w+ ){0,4}?(?:hand|rutscht) (?:\w+ ){0,4}?(?:(?:aus)?(?:ge)?rutscht|hand|aus)",
    r"hand (?:\w+ ){0,2}(?:aus)?gerutscht",
    r"rutscht (?:\w+ )*hand",
    r"hand rutscht",
    r"mich nicht (?:mehr )?(?:im griff|beherrschen|unter kontrolle|kontrollieren)",
    rf"meiner? {_WUT} (?:\w+ )*(?:klar|(?:um|umzu)gehen|griff|kontroll\w*|beherrschen|loswerden)",
    rf"meine {_WUT}$",
    r"verliere (?:\w+ )?(?:kontrolle|beherrschung)(?! uber)",
    r"ich (?:\w+ )*(?:auf(?:zu)?horen|hore auf) (?:\w+ )*zu schlagen",
    r"ich (?:\w+ )*nicht (?:mehr|wieder) (?:\w+ )?(?:zuschlagen|schlagen|gewalttatig)",
    r"mein verhalten (?:\w+ )*andern",
    r"ich (?:\w+ )*mich (?:\w+ )*andern",
    r"^nicht mehr (?:zu)?schlagen",
)
#: "Ihm rutscht die Hand aus."
FREMDE_HAND = muster(r"(?:ihm|ihr|vater|papa|mann|mutter|mama) (?:\w+ ){0,3}(?:rutscht|hand|ausgerutscht)")
#: Courts and the Jugendamt send people who used violence to courses.
GESCHICKT = muster(
    r"(?:richter\w*|gericht|staatsanwalt\w*|bewahrung\w*|jugendamt) (?:\w+ ){0,3}(?:mich|ich|mir) (?:\w+ ){0,4}(?:kurs|training|programm)\w*",
    r"(?:kurs|training|programm) (?:\w+ ){0,2}(?:vom|als) (?:gericht|richter|auflage)",
    r"auflage (?:\w+ ){0,3}(?:kurs|training)",
)
ANDERER_UEBT_AUS = muster(
    rf"{_ANDERE} (?:\w+ ){{0,4}}?(?:rastet|ausrastet|flippt|(?:ist|wird|wurde) (?:\w+ ){{0,4}}?(?:aggressiv|gewalttatig|handgreiflich)|"
    r"hat (?:\w+ ){0,3}aufgehort)",
)
#: People who use violence as a subject of professionals.
FACHLICH_TAETER = muster(
    r"^tater\w*$",
    r"tater(?:arbeit|beratung|programm|training|therapie|gruppe)\w*",
    r"tater\w* (?:arbeit|beratung|programm|training|therapie|gruppe|hilfe)\w*",
    r"(?:fur|mit|von) (?:\w+ )?tater\w*",
    r"(?:arbeit|beratung|programm|training|hilfe|gruppe)\w* (?:\w+ )?tater\w*",
    r"gewalttatige[nr]? (?:manner|frauen|vater|partner|personen|menschen|jugendliche\w*)\w*",
    r"gewaltausubende\w*",
    r"gewaltberatung\w*",
    r"antigewalt\w*",
    r"aggression\w* (?:\w+ )?(?:kurs|training)\w*",
    r"(?:kurs|training|gruppe) (?:\w+ )?(?:aggression|wut|gewalttater)\w*",
    r"anti (?:gewalt|aggression)\w*",
    r"antiaggression\w*",
    r"manner die (?:zuschlagen|schlagen|gewalt ausuben)",
)
#: The perpetrator somebody suffers from.
VOM_TAETER = muster(
    r"(?:mein|der|dem|den|des|vom|vor|gegen|angst|schutz|anzeige|trennung|kontakt)\w* (?:\w+ )?(?:ex)?tater(?:in|s)?",
    r"(?:ex)?tater(?:in)? (?:\w+ ){0,3}?(?:ist|wohnt|lasst|kommt|hat|sucht|wurde|wird|will|ruft|schreibt|steht)",
)
