#!/usr/bin/env bash
# Makes the virtual environment .venv with the newest suitable Python found (3.11 to 3.14).
# Where Debian's package for venv is missing it is installed, if that is allowed, else named.
set -euo pipefail

ziel=${1:-.venv}

passende() {
    local name
    for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            echo "$name"
        fi
    done
}

mit_venv() {
    local name
    for name in $(passende); do
        if "$name" -c 'import venv, ensurepip' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

erstes() {
    local alle
    alle=$(passende)
    echo "${alle%%$'\n'*}"
}

if ! python=$(mit_venv); then
    gefunden=$(erstes)
    if [ -z "$gefunden" ]; then
        echo "Es fehlt Python 3.11 bis 3.14. Unter Debian und Ubuntu: sudo apt-get install python3 python3-venv" >&2
        exit 1
    fi
    paket="python$("$gefunden" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    als_root=
    if [ "$(id -u)" != 0 ]; then als_root="sudo -n"; fi
    if ! command -v apt-get >/dev/null ||
        ! { $als_root apt-get update && $als_root apt-get install -y "$paket"; } </dev/null >&2; then
        echo "Es fehlt das Paket $paket. Bitte installieren: sudo apt-get install $paket" >&2
        exit 1
    fi
    python=$(mit_venv)
fi

"$python" -m venv "$ziel"
