"""Fill in the admin's forms in tests as a browser would: what the page shows is what is sent."""

from django.forms import CheckboxInput, NullBooleanSelect
from django.urls import reverse


def adresse(model, seite, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{seite}", args=args)


def _wert(feld):
    wert = feld.value()
    widget = getattr(feld.field.widget, "widget", feld.field.widget)
    if isinstance(widget, NullBooleanSelect):
        return {True: "true", False: "false"}.get(wert, "unknown")
    if isinstance(widget, CheckboxInput):
        return "on" if wert else None
    if getattr(widget, "allow_multiple_selected", False) and not wert:
        return []
    if isinstance(wert, list | tuple):
        return [str(getattr(eins, "pk", eins)) for eins in wert]
    return "" if wert is None else str(wert)


def _felder(form):
    werte = {feld.html_name: _wert(feld) for feld in form}
    return {name: wert for name, wert in werte.items() if wert is not None}


def formular(client, url) -> dict:
    """What the page at ``url`` would send if nothing were changed."""
    kontext = client.get(url).context
    daten = _felder(kontext["adminform"].form)
    for inline in kontext["inline_admin_formsets"]:
        daten |= _felder(inline.formset.management_form)
        for form in inline.formset.forms:
            daten |= _felder(form)
    return daten


def neue_zeile(daten, praefix, **werte) -> None:
    """Add a row to an inline, as its link "hinzufügen" does."""
    nummer = int(daten[f"{praefix}-TOTAL_FORMS"])
    daten[f"{praefix}-TOTAL_FORMS"] = str(nummer + 1)
    daten |= {f"{praefix}-{nummer}-{feld}": wert for feld, wert in werte.items()}


def fehler(antwort) -> list[str]:
    """Every message the page shows about the input."""
    meldungen = []
    for liste in antwort.context["errors"]:
        meldungen += liste if isinstance(liste, list) else [liste]
    return [str(meldung) for meldung in meldungen]


def meldungen(antwort) -> list[str]:
    return [str(meldung) for meldung in antwort.context["messages"]]
