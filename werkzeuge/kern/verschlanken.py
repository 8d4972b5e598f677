"""Trim the compiled KERN style sheet to what the directory needs.

Reads sass output (``--style=compressed``) and writes the vendored file:

* icons outside ``ICONS`` and palette steps nobody refers to are dropped,
* ``oklch()`` and ``color-mix()`` become hex colours, so that phones with browsers
  older than 2023 show the same colours,
* fallbacks in ``var()`` go, since every token is part of the file (checked).

Usage: verschlanken.py COMPILED.css KERN_VERSION > kern.css
"""

import re
import sys
from pathlib import Path

from coloraide import Color

ICONS = {
    "arrow-back", "arrow-down", "arrow-forward", "arrow-up", "calendar-today", "check", "close",
    "danger", "easy-language", "help", "home", "info", "language", "logout", "mail",
    "open-in-new", "search", "sign-language", "success", "warning",
}  # fmt: skip
SIZES = {"small", "default", "large", "x-large"}
# Palette steps that static/css/verzeichnis.css uses beyond KERN's own tokens.
PALETTE_KEPT = {f"--kern-color-{step}" for step in ("darkblue-025", "darkblue-050")}
HEAD = """@charset "UTF-8";
/* KERN UX (@kern-ux/native {version}), EUPL-1.2, https://kern-ux.de
 * Changed: a selection, made by werkzeuge/kern/bauen.sh. See SOURCE.md. */
"""

RULE = re.compile(r"\.kern-icon--([a-z-]+)\{[^{}]*\}")
FORCED_RULE = re.compile(r"@media\(forced-colors: ?active\)\{\.kern-icon--([a-z-]+)\{[^{}]*\}\}")
PALETTE = re.compile(r"(--kern-color-[a-z0-9-]+-\d{3}):[^;}]*;?")
MIX = re.compile(r"color-mix\(in oklch, ?([^,]+), ?([^,()]+?)(?: ([\d.]+)%)?\)")


def hex_colour(colour):
    """Return a colour as sRGB hex, mapped into the sRGB gamut where needed."""
    return colour.convert("srgb").fit("srgb", method="oklch-chroma").to_string(hex=True)


def keep_icon(match):
    return match.group(0) if match.group(1) in ICONS | SIZES else ""


def resolve(value, tokens):
    """Replace ``var()`` by its value and compute the percentages of ``calc()``."""
    while "var(" in value:
        value = re.sub(r"var\((--[\w-]+)\)", lambda m: tokens[m.group(1)], value)
    value = re.sub(r"calc\(100% ?- ?([\d.]+)%\)", lambda m: f"{100 - float(m.group(1)):g}%", value)
    return re.sub(r"calc\(([\d.]+) ?\* ?100%\)", lambda m: f"{100 * float(m.group(1)):g}%", value)


def mix(match):
    """Evaluate one ``color-mix()`` whose arguments are plain colours."""
    first, *share = match.group(1).split()
    second = match.group(2)
    part = 1 - float(share[0][:-1]) / 100 if share else float(match.group(3)) / 100
    if second == "transparent":
        return hex_colour(Color(first).set("alpha", 1 - part))
    return hex_colour(Color(first).mix(second, part, space="oklch"))


def evaluate_mixes(css, palette):
    """Evaluate every ``color-mix()`` with the tokens of its own block (theme)."""

    def block(match):
        tokens = palette | dict(re.findall(r"(--[\w-]+):([^;}]+)", match.group(1)))
        body = re.sub(
            r"color-mix\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)",
            lambda m: MIX.sub(mix, resolve(m.group(0), tokens)),
            match.group(1),
        )
        return "{" + body + "}"

    return re.sub(r"\{([^{}]*color-mix[^{}]*)\}", block, css)


def drop_unused_palette(css):
    used = PALETTE_KEPT | set(re.findall(r"var\((--[\w-]+)", css))
    return PALETTE.sub(lambda m: m.group(0) if m.group(1) in used else "", css)


def undefined(css):
    return set(re.findall(r"var\((--[\w-]+)", css)) - set(re.findall(r"(--[\w-]+):", css))


def slim(css):
    css = css.removeprefix("\ufeff").removeprefix('@charset "UTF-8";')
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"(--[\w-]+): ", r"\1:", css)
    css = re.sub(r"var\((--[\w-]+),[^()]*\)", r"var(\1)", css)
    css = re.sub(r"oklch\([^()]*\)", lambda m: hex_colour(Color(m.group(0))), css)
    css = FORCED_RULE.sub(keep_icon, css)
    css = RULE.sub(keep_icon, css)
    palette = dict(re.findall(r"(--kern-[\w-]+):(#[0-9a-f]+)", css))
    css = evaluate_mixes(css, palette)
    css = drop_unused_palette(css)
    for token in undefined(css):  # KERN itself names two sizes that it does not define
        css = re.sub(rf"--kern-metric-[\w-]+:var\({token}\);?", "", css)
    if missing := undefined(css):
        sys.exit(f"undefined tokens: {sorted(missing)}")
    return css.replace("}", "}\n")


if __name__ == "__main__":
    sys.stdout.write(HEAD.format(version=sys.argv[2]) + slim(Path(sys.argv[1]).read_text("utf-8")))
