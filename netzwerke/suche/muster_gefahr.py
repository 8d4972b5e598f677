"""By which words somebody is in danger now, or does not want to live any more.

One alarm too many costs a glance; one too few may cost a life. But who alarms at every door is not believed.
"""

from netzwerke.suche.satzmuster import muster

_WILL = r"(?:will|mochte|werde|konnte|wurde)"
SUIZID = muster(
    r"sui[cz]i[dt]\w*", r"selbstmord\w*", r"selbsttotung", r"lebensmude", r"todeswunsch", r"selbstverletz\w*", r"(?:ge)?ritz(?:e|t|en)?",
    r"nicht mehr (?:weiter ?)?leben", r"mag nicht mehr leben", rf"{_WILL} (?:ich )?(?:nur noch |einfach |nur )?sterben", r"sterben (?:wollen|will)",
    rf"{_WILL} (?:ich )?mich (?:\w+ )?(?:umbringen|toten)", r"bringe? (?:ich )?mich (?:\w+ ){0,2}um", r"mich selbst (?:umbringen|verletzen|toten)",
    r"verletze (?:ich )?mich", r"mir (?:das|mein) leben nehmen", r"mir (?:et)?was antun", r"sich (?:\w+ )?(?:umbringen|umzubringen|toten|(?:et)?was antun)",
    # "wie bringt man sich um", "er droht sich umzubringen": also for those who hear it
    r"bringt (?:\w+ )?sich (?:\w+ ){0,2}um", r"umbringen will", r"schluss machen mit (?:dem|meinem) leben",
    r"(?:leben )?keinen sinn mehr", r"leben (?:hat |macht )?(?:\w+ )?keinen sinn", r"leben (?:ist |so |ganz )*sinnlos", r"(?:bock|lust) (?:mehr )?(?:auf|am) (?:das |mein )?leben",
    r"(?:vom|aus dem) (?:dach|fenster|balkon) springen", r"springe? (?:ich )?(?:von|vor|aus)", r"(?:von|vor) (?:der|die|den|einer|einen) (?:brucke|zug|bahn) (?:springen|werfen)",
    r"nicht mehr aufwachen", r"tabletten (?:\w+ )?(?:geschluckt|genommen)", r"besser dran ohne mich", r"ohne mich (?:\w+ ){0,2}besser",
    r"tot sein", r"ware? (?:ich )?(?:\w+ )?tot", r"(?:am liebsten|gerne?|lieber|nur noch|endlich) (?:ware? )?(?:ich )?(?:\w+ )?(?:sterben|tot)",
)  # fmt: skip
#: Professionals look it up; so do those who lost somebody.
SUIZID_FACHLICH = muster(
    r"(?:suizid|selbstmord)(?:pravention|forschung|statistik)\w*",
    r"(?:fortbildung|schulung|vortrag|fachtag|seminar|trauergruppe|hinterbliebene\w*|angehorige nach)",
)
_GEHT_UM = r"(?:umbring\w*|umzubringen|umgebracht|toten|totet|zu toten|abstech\w*|erschie\w*|erstech\w*)"
_WEN = r"(?:mich|uns|sie|ihn|kinder|mama|papa|meine mutter|meine frau|meinen sohn|meine tochter)"
GEFAHR = muster(
    rf"bringe? (?:er |sie )?{_WEN} (?:\w+ )?um(?! den (?:verstand|schlaf))",
    rf"bringt (?:er |sie )?(?:die |unsere )?{_WEN} (?:\w+ )?um(?! den (?:verstand|schlaf))",
    rf"{_WEN} (?:\w+ ){{0,2}}{_GEHT_UM}",
    rf"totet {_WEN}",
    # somebody at the door, or in the next room
    r"(?:er|sie|mann|ex|exmann|exfreund|freund|vater|typ|jemand|stalker) (?:\w+ ){0,4}?(?:vor|an|gegen) (?:der|die|meiner|meine|unserer|unsere) (?:\w+)?tur",
    r"(?:steht|stehen|wartet|lauert|klopft|hammert|tritt) (?:\w+ ){0,3}(?:vor|an|gegen|unten an) (?:der|die|meiner|meine|unserer|unsere) (?:\w+)?tur",
    r"^(?:vor|an) (?:der|meiner|unserer) (?:\w+)?tur",
    r"(?:tur|wohnung) (?:ein|auf)?(?:getreten|gebrochen|tritt|treten|bricht|brechen|schlagt)",
    r"(?:er|sie) (?:ist|kommt) (?:gleich|gerade|jetzt|schon) (?:\w+ ){0,5}?(?:nebenzimmer|nebenan|schlagt|angst|heim|zuruck|hause)",
    # weapons, blood, breath
    r"messer(?! ?(?:block|set|geschenk))", r"pistole", r"(?:mit|eine[rn]?|hat|seine) waffe\w*", r"blutet?", r"verblut\w*", r"bewusstlos\w*",
    r"wurgt (?:mich|sie|uns)", r"gewurgt", r"(?:gerade|jetzt|grad) (?:\w+ )?(?:geschlagen|verprugelt|bedroht|schlagt)",
    r"schlagt (?:\w+ ){0,2}(?:gerade|jetzt|grad)", r"hat (?:mich|uns) eingesperrt", r"halt (?:mich|uns) fest",
    r"lebensgefahr", r"todesangst", r"morddrohung\w*", r"notruf", r"polizei (?:rufen|holen)", r"ruf\w* (?:die )?polizei",
)  # fmt: skip
ANDERER_TOETET = muster(
    rf"(?:er|sie|mann|ehemann|freund|ex|exmann|partner|vater|papa|bruder|onkel) (?:\w+ ){{0,4}}(?:{_GEHT_UM}|bringt)",
    r"bringt (?:er|sie) (?:mich|uns|die|meine|unsere)",
)
#: "Er bringt sich um": it is himself whom he threatens to kill.
SICH_SELBST = muster(r"sich (?:\w+ ){0,2}(?:um|umbringen|umzubringen|toten|was antun|etwas antun)")
ICH_MICH = muster(r"ich (?:will|mochte|werde|konnte|bringe) mich")
