#!/usr/bin/env bash
# Writes .env for the demo, with a secret of its own, unless there is one.
set -euo pipefail

if [ -e .env ]; then exit 0; fi
umask 077
schluessel=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
printf 'MODUS=demo\nSECRET_KEY=%s\n' "$schluessel" >.env
