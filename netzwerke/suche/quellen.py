"""The documents of this app's own kinds of entries."""

from netzwerke.anschluesse import Bezug
from netzwerke.enums import Angebotsart, Kosten, Netzwerkart, Sichtbarkeit, Status
from netzwerke.models import (
    Arbeitsbereich,
    Hilfeangebot,
    Kontakt,
    Leistung,
    Netzwerk,
    Organisation,
    Sozialraum,
    SozialraumGebiet,
    Standort,
)
from netzwerke.suche.quelle import STANDORTSPALTEN, Quelle

_KONTAKTE = (
    Bezug("kontakte", ("sichtbarkeit", "funktion")),
    Bezug("kontakte__rolle", ("name",)),
)
_RAUM = (
    Bezug("gebiete"),
    Bezug("sozialraeume", ("status",)),
    Bezug("sozialraeume__gebiete"),
    Bezug("sozialraeume__gebietsbezuege", ("gebiet",)),
)
_STANDORTE = Bezug("standorte", ("plz", "breite", "laenge", "gebiet", "grobgebiet", "stufenlos"))
_THEMEN = (Bezug("themen"), Bezug("zielgruppen"))


class Angebotsquelle(Quelle):
    model, nummer = Hilfeangebot, 1
    spalten = (
        "zusammenfassung", "beschreibung", "ablauf", "art", "bundesweit", "kosten", "anonym", "rund_um_die_uhr",
        "organisation__name", "organisation__kurzname", "organisation__status", "arbeitsbereich__name",
    )  # fmt: skip
    bezuege = (
        Bezug("organisation", ("name", "kurzname", "status")),
        Bezug("arbeitsbereich", ("name",)),
        Bezug("sprachen", ("code", "name")),
        Bezug("kontakte__telefone", ("anzeige",)),
        _STANDORTE,
        *_THEMEN,
        *_KONTAKTE,
        *_RAUM,
    )

    def standorte(self):
        return self.verknuepft("standorte", *STANDORTSPALTEN)

    def vorbereiten(self):
        self._themen = self.verknuepft("themen")
        self._zielgruppen = self.verknuepft("zielgruppen")
        self._sprachen = self.verknuepft("sprachen", "code", "name")
        self._kontakte = _oeffentliche_kontakte(self)
        self._nummern = _nummern(self)

    def fuellen(self, dokument, zeile):
        pk = zeile["pk"]
        dokument.kurz = zeile["zusammenfassung"]
        dokument.texte = [zeile["beschreibung"], zeile["ablauf"], str(Angebotsart(zeile["art"]).label)]
        dokument.texte += [*self._kontakte.get(pk, ()), *self._nummern.get(pk, ())]
        if zeile["organisation__status"] == Status.VEROEFFENTLICHT:
            dokument.texte += [zeile["organisation__name"], zeile["organisation__kurzname"]]
            dokument.texte.append(zeile["arbeitsbereich__name"] or "")
        self.mit_themen(dokument, self._themen.get(pk, ()))
        self.mit_zielgruppen(dokument, self._zielgruppen.get(pk, ()))
        sprachen = self._sprachen.get(pk, ())
        dokument.sprachen = [code for code, _name in sprachen]
        dokument.texte += [name for _code, name in sprachen]
        dokument.eigenschaften = [
            name
            for name, gilt in (
                ("anonym", zeile["anonym"]),
                ("kostenlos", zeile["kosten"] == Kosten.KOSTENLOS),
                ("stufenlos", any(ort[0] for ort in self.orte.get(pk, ()))),
                ("immer", zeile["rund_um_die_uhr"]),
            )
            if gilt
        ]


class Fachangebotsquelle(Angebotsquelle):
    """Offers for professionals are a kind of their own: they never stand among those for residents."""

    nummer = 5


class Netzwerkquelle(Quelle):
    model, nummer = Netzwerk, 2
    spalten = ("kurzname", "art", "ziel", "beschreibung", "mitglieder_hinweis", "bundesweit")
    bezuege = (
        Bezug("mitgliederarten", ("name",)),
        Bezug("leistungen", ("titel",)),
        *_THEMEN,
        *_KONTAKTE,
        *_RAUM,
    )

    def vorbereiten(self):
        self._themen = self.verknuepft("themen")
        self._zielgruppen = self.verknuepft("zielgruppen")
        self._mitglieder = self.verknuepft("mitgliederarten", "name")
        self._kontakte = _oeffentliche_kontakte(self)
        self._leistungen = self.je_eintrag(Leistung.objects.all(), "netzwerk_id", "titel")

    def fuellen(self, dokument, zeile):
        pk = zeile["pk"]
        dokument.kurz, rest = _erster_absatz(zeile["ziel"] or zeile["beschreibung"])
        dokument.texte = [rest, zeile["beschreibung"], str(Netzwerkart(zeile["art"]).label)]
        dokument.texte += [zeile["mitglieder_hinweis"], *self._mitglieder.get(pk, ())]
        dokument.texte += [*self._leistungen.get(pk, ()), *self._kontakte.get(pk, ())]
        self.mit_themen(dokument, self._themen.get(pk, ()))
        self.mit_zielgruppen(dokument, self._zielgruppen.get(pk, ()))


class Organisationsquelle(Quelle):
    model, nummer = Organisation, 3
    spalten = (
        "kurzname", "beschreibung", "vorstellung", "art__name", "bundesweit", "traeger__name", "traeger__status",
    )  # fmt: skip
    bezuege = (
        Bezug("art", ("name",)),
        Bezug("traeger", ("name", "status")),
        Bezug("arbeitsbereiche", ("name", "beschreibung")),
        Bezug("arbeitsbereiche__themen"),
        Bezug("hilfeangebote", ("status", "nur_fachkraefte")),
        Bezug("hilfeangebote__themen"),
        Bezug("hilfeangebote__zielgruppen"),
        _STANDORTE,
        *_KONTAKTE,
        *_RAUM,
    )

    def standorte(self):
        return self.je_eintrag(Standort.objects.all(), "organisation_id", *STANDORTSPALTEN)

    def vorbereiten(self):
        bereiche = Arbeitsbereich.objects.all()
        self._bereiche = self.je_eintrag(bereiche, "organisation_id", "name", "beschreibung")
        je_bereich = Arbeitsbereich.themen.through.objects.all()
        self._themen = self.je_eintrag(je_bereich, "arbeitsbereich__organisation_id", "thema_id")
        self._angebotsthemen = self._der_angebote("themen", "thema_id")
        self._angebotszielgruppen = self._der_angebote("zielgruppen", "zielgruppe_id")
        self._kontakte = _oeffentliche_kontakte(self)

    def fuellen(self, dokument, zeile):
        pk = zeile["pk"]
        dokument.kurz, rest = _erster_absatz(zeile["beschreibung"])
        dokument.texte = [rest, zeile["vorstellung"], zeile["art__name"], *self._kontakte.get(pk, ())]
        for name, beschreibung in self._bereiche.get(pk, ()):
            dokument.texte += [name, beschreibung]
        if zeile["traeger__status"] == Status.VEROEFFENTLICHT:
            dokument.texte.append(zeile["traeger__name"])
        eigene = self._themen.get(pk, [])
        self.mit_themen(dokument, eigene or self._angebotsthemen.get(pk, ()))
        self.mit_zielgruppen(dokument, self._angebotszielgruppen.get(pk, ()))

    def _der_angebote(self, feld: str, ziel: str) -> dict[int, list[int]]:
        """What the public offers for residents lead to. Sorted out here: asking for the state first is slower."""
        durch = getattr(Hilfeangebot, feld).through.objects.all()
        spalten = (ziel, "hilfeangebot__status", "hilfeangebot__nur_fachkraefte")
        alle = self.je_eintrag(durch, "hilfeangebot__organisation_id", *spalten)
        return {
            pk: [nummer for nummer, status, fach in liste if status == Status.VEROEFFENTLICHT and not fach]
            for pk, liste in alle.items()
        }


class Sozialraumquelle(Quelle):
    model, nummer = Sozialraum, 4
    spalten = ("definition", "merkmale")
    bezuege = (
        Bezug("postleitzahlen", ("plz",)),
        Bezug("gebiete"),
        Bezug("gebietsbezuege", ("gebiet",)),
    )

    def gebiete(self):
        return self.je_eintrag(SozialraumGebiet.objects.all(), "sozialraum_id", "gebiet_id")

    def sozialraeume(self):
        return {pk: [pk] for pk in self.pks}

    def vorbereiten(self):
        self._plz = self.verknuepft("postleitzahlen", "plz")
        bezuege = SozialraumGebiet.objects.all()
        self._gebietsnamen = self.je_eintrag(bezuege, "sozialraum_id", "gebiet__name")

    def fuellen(self, dokument, zeile):
        dokument.kurz, rest = _erster_absatz(zeile["definition"])
        dokument.texte = [rest, zeile["merkmale"], *self._gebietsnamen.get(zeile["pk"], ())]
        dokument.plz = self._plz.get(zeile["pk"], ())


def _erster_absatz(text: str) -> tuple[str, str]:
    kurz, _leer, rest = text.strip().partition("\n")
    return kurz, rest


def _oeffentliche_kontakte(quelle: Quelle) -> dict[int, list[str]]:
    """Functions and roles of public contacts; never a person, whose name must vanish with its consent (S13)."""
    spalten = ("funktion", "rolle__name")
    if quelle.model is Organisation:
        paare = quelle.je_eintrag(Kontakt.objects.oeffentlich(), "organisation_id", *spalten)
    else:
        paare = _je_kontakt(quelle, *spalten)
    return {pk: [text or "" for paar in liste for text in paar] for pk, liste in paare.items()}


def _nummern(quelle: Quelle) -> dict[int, list[str]]:
    """Published telephone numbers, as written and without blanks: "116 016" is looked for, too."""
    nummern = _je_kontakt(quelle, "telefone__anzeige")
    return {
        pk: [nummer for nummer in liste if nummer] + ["".join(filter(str.isdigit, n)) for n in liste if n]
        for pk, liste in nummern.items()
    }


def _je_kontakt(quelle: Quelle, *spalten: str) -> dict[int, list]:
    oeffentlich = quelle.model.kontakte.through.objects.filter(kontakt__sichtbarkeit=Sichtbarkeit.OEFFENTLICH)
    eintrag = f"{quelle.model._meta.model_name}_id"
    return quelle.je_eintrag(oeffentlich, eintrag, *[f"kontakt__{spalte}" for spalte in spalten])
