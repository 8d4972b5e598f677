"""Log lines that name neither people nor what they asked for.

Logs hold no IP address, user agent, query string or form content. Messages of exceptions quote values (a
database error the row, a ValueError the input), so an exception is logged as its type and where it passed.
"""

import ipaddress
import logging
import re
import traceback

ABFRAGE = re.compile(r"\?[^\s\"'<>]*")
ADRESSE_V4 = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
ADRESSE_V6 = re.compile(r"[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")


def _adresse_oder_nicht(treffer):
    try:
        ipaddress.ip_address(treffer.group())
    except ValueError:
        return treffer.group()
    return "[Adresse]"


def bereinigt(text):
    """Text without query strings and IP addresses."""
    text = ABFRAGE.sub("?…", text)
    text = ADRESSE_V4.sub("[Adresse]", text)
    return ADRESSE_V6.sub(_adresse_oder_nicht, text)


class SparsamerFormatter(logging.Formatter):
    """Formatter for all loggers, gunicorn's included."""

    def formatMessage(self, record):
        # These messages quote what was refused: a Referer with its query string, a header, a field's value.
        if record.name.startswith("django.security"):
            record.message = "Anfrage abgelehnt"
        elif record.message.startswith("Invalid request from ip="):
            record.message = "Ungültige Anfrage"
        return super().formatMessage(record)

    def format(self, record):
        return bereinigt(super().format(record))

    def formatException(self, ei):
        zeilen = []
        fehler = ei[1]
        while fehler is not None:
            zeilen.append(f"{type(fehler).__module__}.{type(fehler).__qualname__}")
            for stelle in reversed(traceback.extract_tb(fehler.__traceback__)):
                zeilen.append(f"  {stelle.filename}:{stelle.lineno} {stelle.name}")
            ursache = None if fehler.__suppress_context__ else fehler.__context__
            fehler = fehler.__cause__ or ursache
        return "\n".join(zeilen)
