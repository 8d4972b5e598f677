"""Which kinds of organisations there are, how often, what they offer, to whom and about what.

Vocabulary is named by its slugs in the Grunddaten; an installation that lacks some of them does with the rest.
"""

from dataclasses import dataclass, field

from netzwerke.enums import Angebotsart as A

ALLE = (
    "betroffene",
    "frauen",
    "maenner",
    "lsbtiq",
    "angehoerige",
    "zugewanderte",
    "menschen-mit-behinderung",
)
FAMILIEN = ("eltern", "kinder", "jugendliche", "angehoerige", "pflegeeltern")
GEWALT = (
    "haeusliche-gewalt",
    "stalking",
    "digitale-gewalt",
    "zwangsverheiratung",
    "kinder-erleben-gewalt-mit",
)
RECHTE = ("wohnungsverweisung", "gewaltschutzantrag", "psychosoziale-prozessbegleitung", "opferhilfe")
KINDER = ("kinderschutz", "vernachlaessigung-misshandlung", "fruehe-hilfen", "hilfen-zur-erziehung")
JUGEND = ("jugendarbeit", "jugendsozialarbeit", "jugendhilfe-und-schule", "schutzkonzepte")
BERATUNG = {A.BERATUNG: 70, A.GRUPPE: 15, A.PRAEVENTION: 8, A.FORTBILDUNG: 7}


@dataclass(frozen=True)
class Profil:
    """A kind of organisation. ``namen`` are completed with the place."""

    art: str
    namen: tuple[str, ...]
    #: Share among organisations, and readiness to keep help offers of its own.
    haeufigkeit: int
    angebote: int
    themen: tuple[str, ...]
    zielgruppen: tuple[str, ...] = ALLE
    arten: dict = field(default_factory=lambda: BERATUNG)
    rollen: tuple[str, ...] = ("beratung", "ansprechstelle")
    traeger: bool = False
    geschuetzt: bool = False


PROFILE = (
    Profil("fachberatungsstelle", ("Frauenberatungsstelle", "Frauenberatung"), 8, 9, (*GEWALT, *RECHTE)),
    Profil(
        "fachberatungsstelle",
        ("Fachberatungsstelle gegen sexualisierte Gewalt", "Frauennotruf"),
        5,
        9,
        ("sexualisierte-gewalt", "sexualisierte-gewalt-erwachsene", "vertrauliche-spurensicherung", "traumaambulanz"),
        arten={A.BERATUNG: 60, A.RECHT: 15, A.GRUPPE: 15, A.FORTBILDUNG: 10},
    ),
    Profil(
        "fachberatungsstelle",
        ("Fachberatungsstelle Kinder und Jugendliche", "Beratung bei Gewalt gegen Kinder"),
        5,
        8,
        ("sexualisierte-gewalt-kinder-jugendliche", *KINDER),
        FAMILIEN,
    ),
    Profil("interventionsstelle", ("Interventionsstelle", "Beratung nach Polizeieinsatz"), 3, 6, (*GEWALT, *RECHTE)),
    Profil(
        "frauenhaus",
        ("Frauenhaus", "Autonomes Frauenhaus"),
        6,
        5,
        ("frauenhaus", "haeusliche-gewalt", "wohnen-nach-der-gewalt"),
        ("frauen", "betroffene", "kinder"),
        {A.SCHUTZ_UND_WOHNEN: 65, A.BERATUNG: 35},
        ("aufnahme", "telefonberatung"),
        geschuetzt=True,
    ),
    Profil(
        "schutzwohnung",
        ("Schutzwohnung", "Mädchenzuflucht", "Männerschutzwohnung"),
        3,
        4,
        ("frauenhaus", "haeusliche-gewalt", "zwangsverheiratung"),
        ("betroffene", "jugendliche", "maenner", "lsbtiq"),
        {A.SCHUTZ_UND_WOHNEN: 80, A.BERATUNG: 20},
        ("aufnahme",),
        geschuetzt=True,
    ),
    Profil(
        "traeger-mehrerer-bereiche",
        ("Trägerverein Schutz und Hilfe", "Sozialwerk", "Frauenforum"),
        6,
        9,
        ("schutz-und-wohnen", "arbeit-und-qualifizierung", "wohnen-nach-der-gewalt", *GEWALT),
        arten={A.BERATUNG: 45, A.SCHUTZ_UND_WOHNEN: 15, A.QUALIFIZIERUNG: 25, A.GRUPPE: 15},
        rollen=("geschaeftsstelle", "beratung"),
        traeger=True,
    ),
    Profil(
        "taeterarbeit",
        ("Beratungsstelle Täterarbeit", "Männerberatung Gewaltfrei"),
        3,
        6,
        ("taeterarbeit", "haeusliche-gewalt"),
        ("gewaltausuebende", "maenner"),
        {A.TAETERARBEIT: 85, A.GRUPPE: 15},
    ),
    Profil(
        "telefonberatung",
        ("Telefonberatung", "Krisendienst"),
        2,
        4,
        ("seelische-krise", "akute-gefahr", "sorgen-in-der-familie"),
        ("betroffene", "angehoerige", "jugendliche"),
        {A.KRISENLINIE: 70, A.BERATUNG: 30},
        ("telefonberatung",),
    ),
    Profil("opferhilfe", ("Opferhilfe", "Zeug*innenbegleitung"), 3, 5, RECHTE, arten={A.RECHT: 60, A.BERATUNG: 40}),
    Profil(
        "kinderschutzzentrum",
        ("Kinderschutzzentrum", "Kinderschutzambulanz"),
        3,
        7,
        KINDER,
        FAMILIEN,
        {A.BERATUNG: 60, A.THERAPIE: 15, A.FORTBILDUNG: 15, A.PRAEVENTION: 10},
        ("insoweit-erfahrene-fachkraft", "beratung"),
    ),
    Profil(
        "jugendamt",
        ("Jugendamt", "Bezirkssozialdienst des Jugendamts"),
        5,
        5,
        (*KINDER, "pflegefamilien"),
        FAMILIEN,
        {A.BERATUNG: 70, A.PRAEVENTION: 15, A.FORTBILDUNG: 15},
        ("allgemeiner-sozialer-dienst", "netzwerkkoordination-kinderschutz", "bezirksjugendpflege"),
    ),
    Profil(
        "gesundheitsamt", ("Gesundheitsamt",), 2, 2, ("fruehe-hilfen", "seelische-krise"), FAMILIEN, rollen=("beratung",)
    ),
    Profil(
        "gleichstellungsstelle",
        ("Gleichstellungsstelle",),
        3,
        2,
        ("haeusliche-gewalt", "gewaltschutz-am-arbeitsplatz"),
        ("frauen", "betriebe", "fachkraefte"),
        {A.BERATUNG: 60, A.PRAEVENTION: 40},
        ("gleichstellungsbeauftragte",),
    ),
    Profil(
        "polizei",
        ("Polizeiwache", "Polizeilicher Opferschutz"),
        3,
        2,
        ("wohnungsverweisung", "stalking", "akute-gefahr"),
        arten={A.BERATUNG: 60, A.PRAEVENTION: 40},
        rollen=("polizeilicher-opferschutz",),
    ),
    Profil(
        "klinik-praxis",
        ("Klinik", "Traumaambulanz an der Klinik", "Ärztliche Kinderschutzambulanz"),
        4,
        5,
        ("vertrauliche-spurensicherung", "traumaambulanz", "sexualisierte-gewalt"),
        arten={A.MEDIZIN: 60, A.THERAPIE: 40},
        rollen=("ansprechstelle",),
    ),
    Profil("familienzentrum", ("Familienzentrum", "Familienbildung"), 7, 4, (*KINDER, "gemeinwesenarbeit"), FAMILIEN),
    Profil(
        "kita",
        ("Kita Sonnenblume", "Kita Regenbogen", "Kita Löwenzahn", "Kita Zwergenland"),
        9,
        1,
        ("kindertagesbetreuung", "fruehe-hilfen"),
        FAMILIEN,
        rollen=("ansprechstelle",),
    ),
    Profil(
        "schule",
        ("Grundschule Am Anger", "Gesamtschule Nord", "Berufskolleg Mitte", "Förderschule Am Park"),
        8,
        1,
        JUGEND,
        FAMILIEN,
        {A.PRAEVENTION: 60, A.BERATUNG: 40},
        ("schulsozialarbeit", "inklusionsbeauftragte"),
    ),
    Profil(
        "offene-kinder-jugendeinrichtung",
        ("Jugendzentrum", "Mädchentreff", "Jugendtreff"),
        6,
        3,
        JUGEND,
        ("kinder", "jugendliche"),
        {A.GRUPPE: 50, A.PRAEVENTION: 30, A.BERATUNG: 20},
        ("bezirksjugendpflege", "ansprechstelle"),
    ),
    Profil("jugendhilfetraeger", ("Jugendhilfe", "Erziehungshilfe"), 5, 5, (*KINDER, "pflegefamilien"), FAMILIEN, traeger=True),
    Profil("sportverein", ("Sportverein", "Turnverein"), 5, 1, ("praevention", "schutzkonzepte"), FAMILIEN,
           {A.PRAEVENTION: 100}, ("kinderschutz-im-verein",)),
    Profil("kirche", ("Kirchengemeinde", "Gemeindehaus"), 4, 1, ("gemeinwesenarbeit", "seelische-krise"), ALLE,
           {A.GRUPPE: 60, A.BERATUNG: 40}),
    Profil("wohlfahrtsverband", ("Wohlfahrtsverband", "Sozialdienst"), 5, 6,
           ("gewalt-in-partnerschaft-und-familie", "sorgen-in-der-familie", *KINDER), traeger=True),
    Profil("migrationsdienst", ("Migrationsberatung", "Fachdienst Integration"), 4, 5,
           ("zwangsverheiratung", "haeusliche-gewalt"), ("zugewanderte", "frauen", "jugendliche")),
    Profil("stadtteilbuero", ("Quartiersbüro", "Stadtteilbüro"), 4, 2, ("gemeinwesenarbeit",), ("nachbarschaft",),
           {A.GRUPPE: 50, A.BERATUNG: 50}, ("quartiersmanagement", "sozialraumplanung")),
    Profil("bildungseinrichtung", ("Bildungswerk", "Volkshochschule"), 3, 4, ("fortbildung", "schutzkonzepte"),
           ("fachkraefte", "betriebe"), {A.FORTBILDUNG: 70, A.QUALIFIZIERUNG: 30}, ("geschaeftsstelle",)),
    Profil("sozialunternehmen", ("Beschäftigungsgesellschaft", "Lernwerkstatt"), 2, 4, ("arbeit-und-qualifizierung",),
           ("frauen", "jugendliche", "zugewanderte"), {A.QUALIFIZIERUNG: 100}, ("geschaeftsstelle",)),
)  # fmt: skip
