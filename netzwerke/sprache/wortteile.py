"""Parts of the compounds of this field, in the form in which they stand inside a compound."""

from netzwerke.texte import falten

#: Of the last part of a compound, the longest first.
ENDUNGEN = ("en", "er", "es", "e", "n", "s")
#: Ends of names of places that look like an inflected part ("Wehringhausen").
ORTSENDUNGEN = frozenset({"hausen"})
#: Between two parts, the longest first.
FUGEN = ("es", "en", "s", "n", "")

_TEILE = """
abend alter amt angebot angehörige anlauf anti antrag anwalt anzeige arbeit arbeiter ambulanz arzt asyl auftrag ausschuss
baby bau beauftragte begleitung behinderung behörde beirat bekämpfung belästigung berater beratung bereich
betreuung betroffene bezirk bildung bündnis bürger busse chat coach dienst digital dolmetsch droge eltern
erziehung ehe einrichtung familie fach fachkraft fall feld flucht flüchtling forderung fort forum frau frauen freizeit
früh gefährdung gefahr gemeinde gemeinschaft geschlecht gesetz gesprach gesundheit gewalt gremium gruppe gutachten
haus häusliche heim heirat helfer hilfe hotline integration intervention jugend junge kammer kind kinder kindes klinik konferenz
konflikt koordination kraft krank kreis krise kurs land leben leitung leit linie mädchen männer mann medizin mensch migration
missbrauch misshandlung mobbing mutter nachbar nachbarschaft netz netzwerk not notruf opfer ort paar partner person
pflege pflegschaft platz planung polizei praxis prävention problem projekt prozess psycho quartier rat raum recht
runde sachverständ schuld schule schul schüler schutz schwangere schwanger selbst senioren sexual sicherung sicherheit sorge
sorgerecht sozial sozialraum sport spur spuren stadt stadtteil stalking standard stelle stiftung straf sucht suizid tag tages tageseinrichtung
tat täter team teil telefon therapie tisch träger trauma treff treffen trennung trinken umgang unterkunft unterstützung
unternehmen vater verband verbot verein verfahren verfolgung verletzung vernachlässigung versorgung vertrag verwaltung vormund
vormundschaft weisung weg werk wesen wirtschaft wohl wohn wohnen wohnung wohnungslos zentrum zimmer zuflucht zwang
"""

TEILE = frozenset(falten(_TEILE).split())
