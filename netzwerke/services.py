"""What spans rows or must leave no trace: guarded by locks and transactions instead of constraints."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netzwerke.anschluesse import anschluesse
from netzwerke.enums import Schutz, Stufe
from netzwerke.models import (
    Gebiet,
    Hilfeangebot,
    Kontakt,
    Mitgliedschaft,
    Netzwerk,
    Organisation,
    Sozialraum,
    Standort,
    Thema,
)
from netzwerke.suche.pflege import gebuendelt

#: Levels at which an organisation with protected sites only may be placed (S9).
GROBE_STUFEN = (Stufe.LAND, Stufe.KREIS)


@gebuendelt()
def standort_schuetzen(standort: Standort, grobgebiet: Gebiet | None = None) -> None:
    """Turn a site into a protected one: every detail of its place goes, here and in every copy (S9, S11).

    Without ``grobgebiet`` the Kreis of its area is kept. Offers that have no other site, and the organisation
    with its contacts if it has none, are moved up to the Kreis as well, since smaller areas would tell where the
    house is; so help stays findable by Kreis.
    """
    standort = Standort.objects.select_for_update().get(pk=standort.pk)
    # A coarse area is referred to by its official key.
    grobgebiet = grobgebiet or next((gebiet for gebiet in _grobe(standort.lage) if gebiet.ars), None)
    for feld in Standort.LAGEFELDER:
        setattr(standort, feld, standort._meta.get_field(feld).get_default())
    standort.schutz, standort.grobgebiet = Schutz.GESCHUETZT, grobgebiet
    standort.full_clean()
    standort.save()
    _lage_vergroebern(standort.organisation_id, standort.hilfeangebote.values_list("pk", flat=True))
    anschluesse.kopien_loeschen(standort)


@gebuendelt()
def standort_loeschen(standort: Standort) -> None:
    """Delete a site. What then has protected sites only is moved up to the Kreis, as when one is protected (S9)."""
    organisation, angebote = (
        standort.organisation_id,
        list(standort.hilfeangebote.values_list("pk", flat=True)),
    )
    standort.delete()
    _lage_vergroebern(organisation, angebote)


def _lage_vergroebern(organisation_pk: int, angebot_pks: Iterable[int]) -> None:
    for eintrag in _mit_verborgenem_ort(organisation_pk, angebot_pks):
        feine = list(eintrag.gebiete.exclude(stufe__in=GROBE_STUFEN))
        beruehrte = Gebiet.objects.filter(sozialraeume__in=eintrag.sozialraeume.all())
        eintrag.gebiete.add(*(grobe[0] for gebiet in {*feine, *beruehrte} if (grobe := _grobe(gebiet))))
        eintrag.gebiete.remove(*feine)
        eintrag.sozialraeume.clear()


def _mit_verborgenem_ort(
    organisation_pk: int, angebot_pks: Iterable[int]
) -> Iterator[Organisation | Kontakt | Hilfeangebot]:
    """The organisation with what belongs to it, and the offers, as far as they have protected sites only."""
    organisation = Organisation.objects.nur_geschuetzt().filter(pk=organisation_pk)
    yield from organisation
    yield from Kontakt.objects.filter(organisation__in=organisation)
    hier = Q(organisation=organisation_pk) | Q(pk__in=angebot_pks)
    yield from Hilfeangebot.objects.nur_geschuetzt().filter(hier)


def _grobe(gebiet: Gebiet | None) -> list[Gebiet]:
    """Kreis and Land that ``gebiet`` lies in, as far as they are known."""
    return [oben for oben in gebiet.vorfahren() if oben.stufe in GROBE_STUFEN] if gebiet else []


@gebuendelt()
def einwilligung_widerrufen(kontakt: Kontakt) -> None:
    """Remove the person from a contact, here and in every copy (Art. 7 Abs. 3, Art. 17 DSGVO; S13)."""
    kontakt = Kontakt.objects.select_for_update().get(pk=kontakt.pk)
    leer = dict.fromkeys((*Kontakt.PERSONENFELDER, "einwilligung_umfang", "einwilligung_fassung"), "")
    for feld, wert in {
        **leer,
        "einwilligung_wie": "",
        "einwilligung_durch": "",
        "einwilligung_am": None,
    }.items():
        setattr(kontakt, feld, wert)
    kontakt.save()
    anschluesse.kopien_loeschen(kontakt)


def pruefe_geschuetzte_lage(
    organisation: Organisation,
    gebiete: Iterable[Gebiet],
    sozialraeume: Iterable[Sozialraum] = (),
    standorte: Iterable[Standort] = (),
) -> None:
    """Refuse an exact area for an organisation with protected sites only, or for an offer (S9).

    ``standorte`` are the offer's own sites: if all of them are protected, it does not matter that the
    organisation has others.
    """
    standorte = list(standorte)
    geschuetzt = bool(standorte) and all(standort.ist_geschuetzt for standort in standorte)
    if not geschuetzt:
        geschuetzt = Organisation.objects.nur_geschuetzt().filter(pk=organisation.pk).exists()
    if geschuetzt and (list(sozialraeume) or any(gebiet.stufe not in GROBE_STUFEN for gebiet in gebiete)):
        raise ValidationError(
            _(
                "Alle Standorte sind geschützt. Bitte wählen Sie nur Kreise oder Länder und keine Sozialräume, damit "
                "der Ort nicht erkennbar wird."
            ),
            code="geschuetzt",
        )


def pruefe_teil_von(netzwerk_pk: int | None, teil_von: Iterable[int]) -> None:
    """Refuse a network that would be part of itself, directly or by way of others.

    Call it in the transaction that stores the relation: one at a time walks the relation, so that two
    coordinators cannot close a circle together.
    """
    if netzwerk_pk is None:
        return
    _sperren(Netzwerk.objects.all())
    durch = Netzwerk.teil_von.through.objects
    gesehen, offen = set(), set(teil_von)
    while offen:
        if netzwerk_pk in offen:
            raise ValidationError(
                _("So entstünde ein Kreis: Das Netzwerk wäre ein Teil von sich selbst."), code="kreis"
            )
        gesehen |= offen
        offen = set(durch.filter(from_netzwerk__in=offen).values_list("to_netzwerk", flat=True)) - gesehen


def _sperren(netzwerke: QuerySet[Netzwerk]) -> None:
    """Wait until nobody else holds the first of ``netzwerke``, then hold it until the transaction ends.

    Rows that two people are about to insert cannot be locked; the row they agree on can.
    """
    list(netzwerke.select_for_update(no_key=True).order_by("pk").values("pk")[:1])


def pruefe_laufzeit(mitgliedschaft: Mitgliedschaft) -> None:
    """Refuse a second term of the same role that overlaps an existing one.

    Call it in the transaction that stores the term: it holds the network until that ends.
    """
    _sperren(Netzwerk.objects.filter(pk=mitgliedschaft.netzwerk_id))
    andere = Mitgliedschaft.objects.filter(
        netzwerk=mitgliedschaft.netzwerk_id,
        organisation=mitgliedschaft.organisation_id,
        rolle=mitgliedschaft.rolle,
    ).exclude(pk=mitgliedschaft.pk)
    if any(_ueberlappen(mitgliedschaft, andere_zeit) for andere_zeit in andere):
        raise ValidationError(
            _("Diese Organisation hat in dem Netzwerk diese Rolle im selben Zeitraum schon."),
            code="ueberlappung",
        )


def _ueberlappen(a: Mitgliedschaft, b: Mitgliedschaft) -> bool:
    """Whether two terms share time for certain; a year that ends one and begins the other does not count."""

    def endet_vor(eine, andere):
        laenge = min(len(eine.bis), len(andere.von))
        return bool(laenge) and eine.bis[:laenge] <= andere.von[:laenge]

    return not endet_vor(a, b) and not endet_vor(b, a)


def verstoesse() -> Iterator[str]:
    """Find violations, in stored data, of the rules that no constraint can see; one sentence each."""
    fuer_sich = (
        Organisation.objects.exclude(traeger=None).select_related("traeger"),
        Gebiet.objects.select_related("oberhalb"),
        Thema.objects.exclude(oberthema=None).select_related("oberthema"),
        Hilfeangebot.objects.exclude(arbeitsbereich=None).select_related("arbeitsbereich"),
        Mitgliedschaft.objects.select_related("netzwerk", "organisation", "standort", "arbeitsbereich"),
    )
    for zeilen in fuer_sich:
        for zeile in zeilen:
            yield from _fehler(zeile, zeile.clean)
    yield from _verstoesse_der_netzwerke()
    yield from _verstoesse_der_lage()


def _verstoesse_der_netzwerke() -> Iterator[str]:
    durch = Netzwerk.teil_von.through.objects
    for pk, name in Netzwerk.objects.values_list("pk", "name"):
        oben = durch.filter(from_netzwerk=pk).values_list("to_netzwerk", flat=True)
        with transaction.atomic():
            yield from _fehler(name, pruefe_teil_von, pk, list(oben))
    for mitgliedschaft in Mitgliedschaft.objects.select_related("netzwerk", "organisation"):
        with transaction.atomic():
            yield from _fehler(mitgliedschaft, pruefe_laufzeit, mitgliedschaft)


def _verstoesse_der_lage() -> Iterator[str]:
    for organisation in Organisation.objects.nur_geschuetzt():
        for eintrag in (organisation, *organisation.kontakte.all()):
            lage = eintrag.gebiete.all(), eintrag.sozialraeume.all()
            yield from _fehler(eintrag, pruefe_geschuetzte_lage, organisation, *lage)
    for angebot in Hilfeangebot.objects.nur_geschuetzt().select_related("organisation"):
        lage = angebot.gebiete.all(), angebot.sozialraeume.all(), angebot.standorte.all()
        yield from _fehler(angebot, pruefe_geschuetzte_lage, angebot.organisation, *lage)


def _fehler(eintrag, pruefung, *args) -> Iterator[str]:
    try:
        pruefung(*args)
    except ValidationError as fehler:
        for text in fehler.messages:
            yield gettext("%(eintrag)s: %(fehler)s") % {"eintrag": eintrag, "fehler": text}
