"""Words the entries are made of. None of them names a person or a real body."""

from netzwerke.enums import Angebotsart as A
from netzwerke.enums import Netzwerkart as N

BEISPIEL = " (Beispiel)"

STRASSENSTAEMME = (
    "Ahorn", "Akazien", "Amsel", "Apfel", "Bach", "Birken", "Blumen", "Brunnen", "Buchen", "Drossel", "Eichen",
    "Erlen", "Eschen", "Falken", "Feld", "Fichten", "Finken", "Flieder", "Garten", "Ginster", "Hasel", "Heide",
    "Holunder", "Kastanien", "Kiefern", "Kirsch", "Lerchen", "Linden", "Meisen", "Mühlen", "Nelken", "Pappel",
    "Quellen", "Rosen", "Schlehen", "Schwalben", "Sonnen", "Tannen", "Tulpen", "Ulmen", "Veilchen", "Wald",
    "Weiden", "Wiesen", "Ziegel",
)  # fmt: skip
STRASSENENDEN = ("straße", "weg", "allee", "gasse", "platz", "ring", "hof", "grund")

HIMMELSRICHTUNGEN = ("Mitte", "Nord", "Süd", "Ost", "West")
STADTTEILE = (
    "Ahornhöhe", "Am Anger", "Auengrund", "Bachviertel", "Birkenhain", "Brückenviertel", "Dichterviertel",
    "Gartenstadt", "Hafenviertel", "Kastanienhof", "Lindenviertel", "Mühlengrund", "Neue Siedlung",
    "Parkviertel", "Rosenhang", "Sonnenberg", "Tannenbusch", "Weststadt", "Wiesengrund", "Ziegelei",
)  # fmt: skip

STANDORTNAMEN = ("Außenstelle", "Beratungsraum", "Treffpunkt", "Zweigstelle", "Anlaufstelle", "Gruppenraum")
SCHUTZNAMEN = ("Schutzhaus", "Schutzhaus 2", "Schutzwohnung", "Schutzwohnung 2", "Zuflucht")
BARRIEREHINWEISE = (
    "Klingel in Sitzhöhe.", "Der Eingang liegt im Hof.", "Assistenzhunde sind willkommen.",
    "Beratung ist auch im Erdgeschoss möglich.", "Ruhiger Warteraum vorhanden.",
)  # fmt: skip
OEPNV = (
    "Bus 12, Haltestelle {}",
    "Bus 4 und 7, Haltestelle {}",
    "Straßenbahn 3, Haltestelle {}",
    "S-Bahn, Station {}",
)

ARBEITSBEREICHE = (
    ("Schutz und Beratung", "Beratung am Telefon und vor Ort, Begleitung zu Ämtern und Gericht."),
    ("Wohnen und Leben", "Übergangswohnungen und Hilfe bei der Suche nach einer eigenen Wohnung."),
    ("Arbeit und Qualifizierung", "Kurse, Praktika und Hilfe beim Weg in eine Arbeit."),
    ("Prävention", "Angebote für Schulen, Kitas und Vereine."),
)

ORGANISATIONSTEXTE = (
    "Die Stelle berät und begleitet Menschen aus {ort} und Umgebung.",
    "Die Beratung ist vertraulich; wer möchte, bringt eine vertraute Person mit.",
    "Das Team arbeitet mit Ämtern, Schulen und anderen Beratungsstellen in {ort} zusammen.",
    "Angebote in weiteren Sprachen werden nach Absprache möglich gemacht.",
    "Fachkräfte können sich mit Fragen zum eigenen Vorgehen melden.",
)
VORSTELLUNGEN = (
    "Das eigene Angebot in zwanzig Minuten, mit Zeit für Fragen.",
    "Ein Rundgang durch die Räume und die Wege der Vermittlung.",
    "Materialien für die Arbeit mit Gruppen.",
)

ANGEBOTSNAMEN = {
    A.KRISENLINIE: ("Krisentelefon", "Telefon für akute Not"),
    A.BERATUNG: (
        "Beratung",
        "Offene Sprechstunde",
        "Telefonische Beratung",
        "Onlineberatung",
        "Erstberatung",
    ),
    A.SCHUTZ_UND_WOHNEN: ("Aufnahme und Schutz", "Übergangswohnen", "Schutzplatz"),
    A.MEDIZIN: ("Medizinische Versorgung", "Ärztliche Hilfe und Spurensicherung"),
    A.RECHT: ("Begleitung zu Polizei und Gericht", "Rechtliche Erstinformation"),
    A.THERAPIE: ("Sprechstunde der Traumaambulanz", "Stabilisierungsgespräche"),
    A.TAETERARBEIT: ("Training gegen Gewalt", "Gespräche für Menschen, die Gewalt ausüben"),
    A.GRUPPE: ("Gesprächsgruppe", "Offener Treff", "Gruppe für Kinder und Jugendliche"),
    A.QUALIFIZIERUNG: ("Kurs zum Wiedereinstieg", "Begleitung in Arbeit", "Lernwerkstatt"),
    A.PRAEVENTION: ("Projekttag", "Elternabend", "Schutzkonzept für Vereine"),
    A.FORTBILDUNG: ("Fachberatung für Fachkräfte", "Fortbildung", "Fallbesprechung ohne Namen"),
}
ANGEBOTSSAETZE = (
    "{name} zum Thema {thema} in {ort}.",
    "Sie können sich melden, auch wenn Sie noch nicht wissen, was Sie brauchen.",
    "Gemeinsam wird geklärt, welche nächsten Schritte möglich sind.",
    "Was Sie erzählen, bleibt in der Stelle.",
    "Angehörige und Freund*innen können mitkommen.",
    "Wenn eine andere Stelle besser passt, wird der Weg dorthin begleitet.",
)
ABLAEUFE = (
    "Sie rufen an oder schreiben. Innerhalb von drei Werktagen meldet sich jemand und vereinbart ein Gespräch.",
    "Kommen Sie in die Sprechstunde. Das erste Gespräch dauert etwa eine Stunde.",
    "Am Telefon wird kurz geklärt, worum es geht. Namen müssen Sie nicht nennen.",
)
MITBRINGEN = ("Sie brauchen nichts mitzubringen.", "Wenn vorhanden: Briefe von Gericht oder Ämtern.")
KOSTENHINWEISE = ("Spenden sind willkommen.", "Teilnahme an Kursen: nach Einkommen gestaffelt.")

NETZWERKNAMEN = {
    N.NETZWERK: ("Netzwerk gegen Gewalt", "Netzwerk Schutz und Hilfe"),
    N.STADTTEILFORUM: ("Stadtteilforum", "Forum im Quartier"),
    N.RUNDER_TISCH: ("Runder Tisch gegen häusliche Gewalt", "Runder Tisch Gewaltschutz"),
    N.ARBEITSKREIS: ("Arbeitskreis Kinder und Jugendliche", "Arbeitskreis Gewaltprävention"),
    N.BUENDNIS: ("Bündnis für Familien", "Bündnis gegen Gewalt"),
    N.NETZWERK_KINDERSCHUTZ: ("Netzwerk Frühe Hilfen", "Netzwerk Kinderschutz"),
    N.ARBEITSGEMEINSCHAFT: ("Arbeitsgemeinschaft nach § 78 SGB VIII",),
    N.ARBEITSGRUPPE: ("Arbeitsgruppe Meldewege", "Arbeitsgruppe Öffentlichkeit"),
    N.QUALITAETSZIRKEL: ("Qualitätszirkel Beratung", "Qualitätszirkel Schutzkonzepte"),
    N.GREMIUM: ("Kommission Gewaltschutz", "Beirat Kinderschutz"),
    N.STADTBEZIRKSKONFERENZ: ("Stadtbezirkskonferenz",),
    N.SOZIALRAUMTEAM: ("Sozialraumteam",),
    N.ZUSAMMENSCHLUSS: ("Landesverbund der Netzwerke", "Überregionaler Zusammenschluss"),
}
ZIELE = (
    "Kurze Wege zwischen Beratung, Schutz und Behörden.",
    "Fachkräfte kennen einander und wissen, wer wofür zuständig ist.",
    "Kinder und Jugendliche wachsen im Stadtteil geschützt auf.",
    "Betroffene finden nach einem Polizeieinsatz schnell Beratung.",
)
NETZWERKSAETZE = (
    "Die Treffen finden viermal im Jahr an wechselnden Orten statt.",
    "Ein Vorbereitungskreis aus mehreren Organisationen bereitet die Treffen vor.",
    "Gemeinsame Standards sind schriftlich vereinbart.",
    "Neue Mitglieder stellen ihre Arbeit beim ersten Treffen vor.",
)
BEITRITTE = (
    "Schreiben Sie der Koordination; sie lädt zum nächsten Treffen ein.",
    "Kommen Sie als Gast zu einem Treffen. Danach entscheidet die Runde über die Aufnahme.",
)
LEISTUNGEN = (
    ("Ausleihe von Bänken und Tischen", "Wer verleiht was, mit den Fristen für die Anfrage."),
    ("Liste der Räume", "Räume, die Mitglieder kostenlos nutzen können."),
    ("Vorlagen", "Muster für Einladungen, Protokolle und Vereinbarungen."),
    ("Gemeinsame Fortbildungen", "Termine und freie Plätze."),
)
KENNZAHLEN = (
    ("Mitglieder", "Organisationen", 8, 60),
    ("Treffen im Jahr", "", 2, 12),
    ("Einzugsgebiet", "Menschen", 5000, 400000),
)
ANTWORTEN = (
    "Am Anfang standen drei Organisationen, die sich ohnehin oft begegneten.",
    "Die Koordination übernimmt eine Organisation für jeweils zwei Jahre.",
    "Wichtig war, dass die Leitungen von Beginn an einverstanden waren.",
    "Am schwersten fällt, genügend Zeit für die Treffen frei zu halten.",
)
SOZIALRAUMDEFINITIONEN = (
    "Die Menschen hier nutzen dieselben Schulen, Läden und Haltestellen.",
    "Die Bahnlinie trennt das Gebiet vom Rest der Stadt.",
    "Sozialdaten der Jugendhilfeplanung zeigen hier ähnliche Lebenslagen.",
)
SOZIALRAUMMERKMALE = (
    "Viele Familien mit kleinen Kindern.",
    "Wenig Treffpunkte am Abend.",
    "Gute Anbindung an die Mitte.",
)
