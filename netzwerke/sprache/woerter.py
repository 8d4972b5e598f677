"""Small word lists, folded like the words they are compared with."""

from netzwerke.texte import falten

#: Words that say nothing about what is sought.
_STOPPWOERTER = """
aber alle allem allen als also am an auch auf aus bei beim bin bis bist da damit dann das dass dem den der des
dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es
für gegen habe haben hat hatte hier hin ich ihm ihn ihr ihre ihrem ihren ihrer im in ist ja jeden jeder jemand
kann kein keine man mein meine meinem meinen meiner mich mir mit nach nicht noch nun nur ob oder ohne sehr sein
seine seinem seinen seiner sich sie sind so über um und uns unser unsere unter vom von vor war warum was weil
wenn wer werde werden wie will wir wird wo wohin zu zum zur
"""

STOPPWOERTER = frozenset(falten(_STOPPWOERTER).split())

#: Short forms of the field that nobody writes out when searching; all words of a long form must be there.
KURZFORMEN = {
    "ag": "arbeitsgemeinschaft",
    "ak": "arbeitskreis",
    "asd": "sozialdienst",
    "kita": "kindertagesstatte",
    "bsd": "bezirkssozialdienst",
    "gewschg": "gewaltschutzgesetz",
    "hze": "hilfe erziehung",
    "insofa": "insofern erfahrene fachkraft",
    "isef": "insofern erfahrene fachkraft",
    "kjnd": "kindernotdienst jugendnotdienst",
    "kwg": "kindeswohlgefahrdung",
    "oeg": "opferentschadigung",
    "ogs": "ganztagsschule",
    "shg": "selbsthilfegruppe",
    "spfh": "sozialpadagogische familienhilfe",
}

#: Books of the Sozialgesetzbuch are cited in either form.
ROEMISCH = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
    "xi": "11",
    "xii": "12",
    "xiv": "14",
}

#: Snowball takes the doer for the deed (Täter, Tat) and the pupil for the school; in this field that matters.
STAMM_BLEIBT = {form: wort for wort in ("tater", "schuler") for form in (wort, f"{wort}n", f"{wort}s")}

#: Words of asking, which say nothing about what is asked for. They stay in entries, whose names may have them.
_BITTWOERTER = """
suche suchen brauche brauchen braucht gibt gibts finde finden möchte bitte gern gerne wissen tun machen mache macht soll sollen
muss müssen darf dürfen immer schon mal gerade jetzt heute jeden jede jedes wieder mehr kann können könnte dringend etwas was
welche welcher welches hallo danke eigentlich vielleicht anrufen melden zuständig infos informationen information nähe ganz
raus ins gesucht bekommen bekomme sagt erzählt meint oft ständig dauernd einfach damals gestern seit kenne weiß geht gehen komme kommen hab hätte wäre worden wurde wurden
"""
BITTWOERTER = frozenset(falten(_BITTWOERTER).split())

#: Words that nearly every query of this field may have.
SCHWACHE_WOERTER = frozenset(
    falten(
        "hilfe hilfen helfen hilft beratung berater beraten beratungsstelle stelle anlaufstelle angebot angebote unterstützung "
        "problem probleme ansprechpartner ansprechperson kontakt adresse telefon nummer telefonnummer gruppe leute menschen person"
    ).split()
)

#: Words for those who ask or are meant: they tell less than what it is about.
ZIELGRUPPENWOERTER = frozenset(
    falten(
        "frau frauen mann männer mädchen junge jungen kind kinder kindern jugendliche jugendlichen jugendlicher eltern mutter mütter "
        "vater väter familie familien schüler schülerin schülerinnen betroffene angehörige fachkraft fachkräfte opfer"
    ).split()
)
