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

#: Short forms of the field that nobody writes out when searching.
KURZFORMEN = {
    "ag": "arbeitsgemeinschaft",
    "ak": "arbeitskreis",
    "asd": "sozialdienst",
    "kita": "kindertagesstatte",
    "ogs": "ganztagsschule",
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
