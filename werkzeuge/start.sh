#!/usr/bin/env bash
# Prepares the demo without touching existing data and serves it on the loopback interface.
set -euo pipefail

PORT=${PORT:-8000}
python=.venv/bin/python

# A deleted database is a first start again; one that was emptied by hand stays empty.
if [ ! -e var/verzeichnis.sqlite3 ] && [ -z "${DATABASE_URL:-}" ] && ! grep -q '^DATABASE_URL=' .env; then
    rm -f var/daten-geladen
fi
$python manage.py migrate --verbosity 0
if [ ! -e var/daten-geladen ]; then
    echo "Grunddaten und Beispieldaten werden geladen …"
    $python manage.py beispieldaten --wenn-leer
    mkdir -p var
    touch var/daten-geladen
fi
# An installation from before there was a search has entries, but no index.
$python manage.py suchindex neu --wenn-leer
# What the operator's daily job does.
$python manage.py oeffnungszeiten >/dev/null
$python manage.py collectstatic --noinput --verbosity 0

cat <<TEXT

  Das Verzeichnis: http://localhost:$PORT/
  Der Arbeitsplatz: http://localhost:$PORT/verwaltung/

  Demo-Konten (auch in var/demo-zugang.txt):
TEXT
$python manage.py demokonten | sed 's/^/    /'
echo
echo "  Beenden mit Strg+C."
echo

exec .venv/bin/gunicorn --config config/gunicorn.py --bind "127.0.0.1:$PORT" config.wsgi
