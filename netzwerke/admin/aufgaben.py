"""What is to be done: the first screen of the workplace."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from netzwerke.aktualitaet import Zustand, in_zustand
from netzwerke.enums import Status
from netzwerke.models import Hilfeangebot, Kontakt, Netzwerk, Organisation, Sozialraum

ARTEN = (Hilfeangebot, Netzwerk, Organisation, Kontakt, Sozialraum)


@dataclass(frozen=True)
class Aufgabe:
    """So many entries of a kind that wait for the same thing; ``adresse`` leads to their list."""

    dringlichkeit: str
    anzahl: int
    text: str
    adresse: str


@dataclass(frozen=True)
class Auftrag:
    titel: str
    aufgaben: tuple[Aufgabe, ...]


def _bedingungen(model) -> dict[str, tuple[Q, dict]]:
    """What waits: condition and filter of the list, by urgency. What is not public needs no confirmation."""
    mit_status = model is not Kontakt
    oeffentlich = Q(status=Status.VEROEFFENTLICHT) if mit_status else Q()
    filter_oeffentlich = {"status__exact": Status.VEROEFFENTLICHT.value} if mit_status else {}
    stufen = {
        zustand.value: (oeffentlich & in_zustand(zustand), {**filter_oeffentlich, "pruefung": zustand.value})
        for zustand in (Zustand.UEBERFAELLIG, Zustand.BALD_FAELLIG, Zustand.UNGEPRUEFT)
    }
    if mit_status:
        stufen["entwurf"] = Q(status=Status.ENTWURF), {"status__exact": Status.ENTWURF.value}
    return stufen


def _text(dringlichkeit, anzahl, model) -> str:
    name = model._meta.verbose_name if anzahl == 1 else model._meta.verbose_name_plural
    vorlage = {
        "ueberfaellig": ngettext("%(name)s ist überfällig", "%(name)s sind überfällig", anzahl),
        "bald-faellig": ngettext("%(name)s wird bald fällig", "%(name)s werden bald fällig", anzahl),
        "ungeprueft": ngettext(
            "%(name)s wurde noch nie bestätigt", "%(name)s wurden noch nie bestätigt", anzahl
        ),
        "entwurf": ngettext("%(name)s wartet als Entwurf", "%(name)s warten als Entwurf", anzahl),
    }[dringlichkeit]
    return vorlage % {"name": name}


def aufgaben(request) -> list[Auftrag]:
    """What waits for the person who is logged in, then what waits for anybody: one query per kind."""
    meine, alle = [], []
    for model in ARTEN:
        if not admin.site.is_registered(model):
            continue
        seite = admin.site.get_model_admin(model)
        if not seite.has_change_permission(request):
            continue
        stufen = _bedingungen(model)
        zahlen = (
            seite.get_queryset(request)
            .order_by()
            .aggregate(
                **{
                    f"alle_{name}": Count("pk", filter=bedingung)
                    for name, (bedingung, _filter) in stufen.items()
                },
                **{
                    f"meine_{name}": Count("pk", filter=bedingung & Q(zustaendig=request.user))
                    for name, (bedingung, _filter) in stufen.items()
                },
            )
        )
        liste = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        for name, (_bedingung, filter_) in stufen.items():
            for ziel, art, zusatz in ((meine, "meine", {"zustaendig": "mir"}), (alle, "alle", {})):
                if anzahl := zahlen[f"{art}_{name}"]:
                    adresse = reverse(liste, query={**filter_, **zusatz})
                    ziel.append(Aufgabe(name, anzahl, _text(name, anzahl, model), adresse))
    return [
        Auftrag(_("Ihre Einträge"), _nach_dringlichkeit(meine)),
        Auftrag(_("Alle Einträge"), _nach_dringlichkeit(alle)),
    ]


def _nach_dringlichkeit(eintraege) -> tuple[Aufgabe, ...]:
    rang = ("ueberfaellig", "bald-faellig", "entwurf", "ungeprueft")
    return tuple(sorted(eintraege, key=lambda aufgabe: rang.index(aufgabe.dringlichkeit)))
