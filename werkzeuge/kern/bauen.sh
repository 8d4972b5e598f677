#!/bin/sh
# Builds static/vendor/kern/ from the npm package. Needs npm, and Python with the
# packages coloraide, fonttools and brotli (PYTHON=… chooses the interpreter).
# Usage: werkzeuge/kern/bauen.sh
set -eu

kern=2.7.2
sass=1.108.2
python=${PYTHON:-python3}
hier=$(cd "$(dirname "$0")" && pwd)
ziel=$hier/../../static/vendor/kern
arbeit=$(mktemp -d)
trap 'rm -rf "$arbeit"' EXIT

cd "$arbeit"
npm pack --silent "@kern-ux/native@$kern" >/dev/null
tar -xzf kern-ux-native-"$kern".tgz
npm install --silent --no-save --ignore-scripts "sass@$sass" >/dev/null

node_modules/.bin/sass --quiet --no-source-map --style=compressed \
    --load-path=package/src "$hier/auswahl.scss" voll.css
mkdir -p "$ziel/fonts"
"$python" "$hier/verschlanken.py" voll.css "$kern" >"$ziel/kern.css"
cp package/LICENSE.md "$ziel/LICENSE.md"

# Basic Latin and Latin-1 (German, English, French), Turkish, Polish, Romanian and Czech
# letters, Russian and Ukrainian Cyrillic, typographic punctuation, euro, arrows.
zeichen="U+0020-007E,U+00A0-00FF,U+0102-0107,U+010C-0111,U+0118-011B,U+011E-011F,U+0130-0131,\
U+0139-0144,U+0147-0148,U+0150-0153,U+0158-015B,U+015E-0161,U+0164-0165,U+016E-0171,U+0178-017E,\
U+0218-021B,U+0401,U+0404,U+0406-0407,U+0410-044F,U+0451,U+0454,U+0456-0457,U+0490-0491,\
U+1E9E,U+2010-2015,U+2018-201A,U+201C-201E,U+2020,U+2022,U+2026,U+202F,U+2030,U+2032-2033,\
U+2039-203A,U+20AC,U+2116,U+2190-2193,U+2212"
for schnitt in Regular SemiBold; do
    "$python" -m fontTools.subset "package/dist/fonts/fira-sans/FiraSans-$schnitt.woff2" \
        --unicodes="$zeichen" --layout-features="kern,mark,mkmk,ccmp,locl" --name-IDs="0,1,2,3,4,5,6,13,14" \
        --desubroutinize --no-hinting --flavor=woff2 \
        --output-file="$ziel/fonts/fira-sans-$(echo "$schnitt" | tr '[:upper:]' '[:lower:]').woff2"
done
