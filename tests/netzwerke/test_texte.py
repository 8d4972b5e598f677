"""Folding, and rich text in which nothing harmful survives (S23)."""

import re
from html.parser import HTMLParser
from string import ascii_lowercase, digits

import nh3
import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerke.texte import ERLAUBTE_ELEMENTE, falten, formatierter_text, slug_aus, sortierform

# --- folding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "gefaltet", "sortiert"),
    [
        ("", "", ""),
        ("Ärztliche", "arztliche", "arztliche"),
        ("Aerztliche", "arztliche", "aerztliche"),
        ("STRAẞE", "strasse", "strasse"),
        ("Café-Crème", "cafe creme", "cafe creme"),
        ("  viel \t Raum\n", "viel raum", "viel raum"),
        ("§ 78 SGB VIII", "78 sgb viii", "78 sgb viii"),
        ("ﬁnden", "finden", "finden"),
        ("Соседи", "", ""),
        ("a\x00b", "a b", "a b"),
        ("Ü\u0308", "u", "u"),
    ],
)
def test_texts_are_folded(text, gefaltet, sortiert):
    assert (falten(text), sortierform(text)) == (gefaltet, sortiert)


@settings(deadline=None)
@given(st.text())
def test_folded_text_is_plain_ascii(text):
    for ergebnis in (falten(text), sortierform(text)):
        assert set(ergebnis) <= set(ascii_lowercase + digits + " ")
        assert ergebnis == " ".join(ergebnis.split())
    assert set(slug_aus(text)) <= set(ascii_lowercase + digits + "-")


@settings(deadline=None)
@given(st.text(alphabet="aeiouäöüßAEOUÄÖÜnrst", min_size=1, max_size=12), st.integers(1, 12))
def test_beginning_of_a_word_is_found_in_its_folded_form(wort, laenge):
    assert falten(wort).startswith(falten(wort[:laenge]))


# --- rich text ------------------------------------------------------------------------------------

JS = "javascript:alert(1)"
ANGRIFFE = [
    # Elements that run scripts or load something.
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://x.example/x.js></SCRIPT>",
    "<script\x20type='text/javascript'>alert(1)</script >",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/xss>alert(1)</script>",
    "<<SCRIPT>alert(1);//<</SCRIPT>",
    "<script>alert(1)",
    "</script><script>alert(1)</script>",
    "<script><!--alert(1)--></script>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<base href=javascript:alert(1)//>",
    "<link rel=stylesheet href=https://x.example/x.css>",
    "<link rel=import href=data:text/html,<script>alert(1)</script>>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import 'https://x.example/x.css';</style>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xml><i><b>&lt;script&gt;alert(1)&lt;/script&gt;</b></i></xml>",
    "<xss id=x tabindex=1 onfocus=alert(1)></xss>",
    "<portal src=javascript:alert(1)></portal>",
    "<dialog open onclose=alert(1)>x</dialog>",
    # Event handlers, on allowed and other elements.
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x ONERROR=alert(1)>",
    "<img src=x:x onerror\n=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    '<img src="x` `<script>alert(1)</script>"` `>',
    "<img src=x onerror=&#97;&#108;ert(1)>",
    "<body onload=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><set onbegin=alert(1) attributeName=x to=1>",
    "<svg><foreignObject><iframe onload=alert(1)></iframe></foreignObject></svg>",
    "<math href=javascript:alert(1)>x</math>",
    "<math><maction actiontype=statusline#x xlink:href=javascript:alert(1)>x</maction></math>",
    "<video onerror=alert(1)><source></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<select onfocus=alert(1) autofocus></select>",
    "<p onclick=alert(1)>x</p>",
    "<p OnMouseOver='alert(1)'>x</p>",
    "<strong onpointerenter=alert(1)>x</strong>",
    "<h2 id=x onanimationstart=alert(1) style='animation-name:x'>x</h2>",
    "<td onclick=alert(1)>x</td>",
    "<table background=javascript:alert(1)><tr><td>x</td></tr></table>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p style=width:expression(alert(1))>x</p>",
    "<a onmouseover=alert(1) href=https://x.example>x</a>",
    "<a href='https://x.example' onclick='alert(1)' target=_blank>x</a>",
    "<br onerror=alert(1)>",
    # Addresses.
    f"<a href={JS}>x</a>",
    f"<a href=' {JS}'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<a href='java&#x0A;script:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>x</a>",
    "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='\u00a0javascript:alert(1)'>x</a>",
    "<a href='\ufeffjavascript:alert(1)'>x</a>",
    "<a href='javascript\u200b:alert(1)'>x</a>",
    "<a href='jav\x00ascript:alert(1)'>x</a>",
    "<a href=vbscript:msgbox(1)>x</a>",
    "<a href=livescript:alert(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>x</a>",
    "<a href=blob:https://x.example/1>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:javascript:alert(1)'>x</a>",
    # Through Markdown.
    f"[x]({JS})",
    "[x](JAVASCRIPT:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x]( javascript:alert(1) 'titel')",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](https://x.example \"' onmouseover='alert(1)\")",
    '[x](https://x.example" onmouseover="alert(1))',
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x]\n\n[x]: <javascript:alert(1)> \"onclick=alert(1)\"",
    f"<{JS}>",
    f"![x]({JS})",
    '![x"onerror="alert(1)](x)',
    "![x][1]\n\n[1]: x\"onerror=\"alert(1)",
    "# <img src=x onerror=alert(1)>",
    "- <svg onload=alert(1)>",
    "> <script>alert(1)</script>",
    "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |",
    "    <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "**<b onclick=alert(1)>x</b>**",
    "<div markdown=1>[x](javascript:alert(1))</div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script\\>alert(1)</script>",
    # What parsers repair into something else.
    "<p><svg></p><style><a id='</style><img src=x onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href=javascript:alert(1)?>",
    "<!DOCTYPE html [<!ENTITY x '<script>alert(1)</script>'>]>&x;",
    "<a href=\"https://x.example/`onmouseover=alert(1)`\">x</a>",
    "<a<b href=javascript:alert(1)>x</a>",
    "\x00<\x00script>alert(1)</script>",
    "<\u017fcript>alert(1)</script>",
]  # fmt: skip


class Bestand(HTMLParser):
    """What of a text a browser would act on."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elemente, self.attribute, self.adressen, self.sonstiges = set(), set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elemente.add(tag)
        self.attribute |= {(tag, name) for name, _wert in attrs}
        self.adressen += [wert for name, wert in attrs if name == "href"]

    def handle_comment(self, data):
        self.sonstiges.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def schema(adresse):
    """The scheme as a browser reads it (WHATWG URL): edges of controls and spaces, tabs and line ends dropped."""
    gelesen = re.sub(r"[\t\n\r]", "", adresse.strip("".join(map(chr, range(33))))).lower()
    treffer = re.match(r"([a-z][a-z0-9+.\-]*):", gelesen)
    return treffer[1] if treffer else ""


def pruefe_harmlos(html):
    bestand = Bestand(html)
    assert bestand.elemente - ERLAUBTE_ELEMENTE == set()
    assert {name for _element, name in bestand.attribute} - {"href", "rel", "title", "lang"} == set()
    assert {schema(adresse) for adresse in bestand.adressen} - {"", "http", "https", "mailto", "tel"} == set()
    assert bestand.sonstiges == []


def test_attacks_are_a_hundred_different_ones():
    assert len(set(ANGRIFFE)) == len(ANGRIFFE) >= 100


# S23
@pytest.mark.parametrize("angriff", ANGRIFFE, ids=range(len(ANGRIFFE)))
def test_formatted_text_keeps_nothing_that_acts(angriff):
    html = formatierter_text(angriff)
    pruefe_harmlos(html)
    # A browser that repairs it finds nothing to repair.
    assert nh3.clean(html, tags=ERLAUBTE_ELEMENTE, attributes={"a": {"href"}}) == html


@settings(deadline=None)
@given(st.lists(st.sampled_from(ANGRIFFE) | st.text(max_size=5), max_size=4).map("".join))
def test_formatted_text_keeps_nothing_that_acts_of_attacks_run_together(quelle):
    pruefe_harmlos(formatierter_text(quelle))


@pytest.mark.parametrize("angriff", ANGRIFFE, ids=range(len(ANGRIFFE)))
def test_plain_text_is_escaped(angriff):
    """Whatever is not formatted goes through the templates' autoescaping, attributes included."""
    html = Template('<p title="{{ text }}">{{ text }}</p>').render(Context({"text": angriff}))
    bestand = Bestand(html)
    assert (bestand.elemente, bestand.attribute, bestand.sonstiges) == ({"p"}, {("p", "title")}, [])


@pytest.mark.parametrize(
    ("quelle", "html"),
    [
        ("", ""),
        ("Ein *betonter* und **fetter** Satz.", "<p>Ein <em>betonter</em> und <strong>fetter</strong> Satz.</p>"),
        ("## Überschrift", "<h2>Überschrift</h2>"),
        ("# Titel", "Titel"),
        ("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>"),
        ("1. eins\r\n2. zwei", "<ol>\n<li>eins</li>\n<li>zwei</li>\n</ol>"),
        ("> Zitat", "<blockquote>\n<p>Zitat</p>\n</blockquote>"),
        (
            "[Seite](https://beispiel.de/?a=1&b=2)",
            '<p><a href="https://beispiel.de/?a=1&amp;b=2" rel="noopener noreferrer">Seite</a></p>',
        ),
        ("[Anruf](tel:116016)", '<p><a href="tel:116016" rel="noopener noreferrer">Anruf</a></p>'),
        ("[hier](/sicherheit/)", '<p><a href="/sicherheit/" rel="noopener noreferrer">hier</a></p>'),
        ("![Bild](https://beispiel.de/x.png)", "<p></p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        (
            "| a | b |\n|---|---|\n| c | d |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n"
            "</tbody>\n</table>",
        ),
    ],
)  # fmt: skip
def test_formatted_text_keeps_what_editors_need(quelle, html):
    assert formatierter_text(quelle) == html


@pytest.mark.parametrize(
    "zeichen", [">", "[", "![", "*", "_", "`", "<", "&", "- ", "(", "#", "|", "\\", "<div>", "\t"]
)
def test_formatted_text_survives_endless_repetition(zeichen):
    assert isinstance(formatierter_text(zeichen * 2000), str)


def test_formatted_text_is_safe_in_templates():
    html = Template("{% load verzeichnis %}{{ text|formatiert }}").render(
        Context({"text": "**x**<script>y</script>"})
    )
    assert html == "<p><strong>x</strong></p>"
