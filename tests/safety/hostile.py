"""Hostile input, where it may stand in a brief, and what makes HTML dangerous."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pikepdf
import tinyhtml5

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
ALL = os.environ.get("HOSTILE") == "all"
"""Whether the tests in a browser take every payload of the corpora, which takes long, or a choice of them."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script><title>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "--><svg/onload=alert(1)><!--",
    "</textarea></style></script><iframe srcdoc='<script>alert(1)</script>'>",
    '<a href="javascript:alert(1)">x</a>',
    "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "{{ config.site_name }} {% raw %} {{ 7 * 7 }} ${7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;script&#x3e;",
    "<details open ontoggle=alert(1)><object data=//evil.example></object>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "`<script>`*alert*(1)`</script>` <style>@import '//evil.example';</style>",
    "[x](https://example.org/\"onmouseover=\"alert(1)) <https://example.org/'onclick='x>",
    "|x|\n|-|\n|<script>alert(1)</script>|",
    "    <script>alert(1)</script>",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
)
"""What a brief may hold as text, and must show as text."""

REFUSED = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert`1`)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/x)",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1)) [x](<java\tscript:alert(1)>)",
    "![x](https://evil.example/x.png)",
    "![x](//evil.example/x.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](../../../etc/passwd)",
    "![x](media/../brief.yml)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
)
"""What a brief may not hold: each is an error, and rendered all the same (in a page of findings, say) does no harm."""

_FORBIDDEN = {
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "form", "input", "button",
    "select", "textarea", "video", "audio", "source", "track", "picture", "svg",
    "math", "template", "portal", "marquee", "title", "noscript", "map", "area",
}  # fmt: skip
_NAMES = r'(?: (?!on)[a-z-]+="[\w#. -]*")*'
_DRAWING = re.compile(  # a timeline as we draw it: shapes and words, whose attributes hold numbers and names
    rf'<svg class="timeline-drawing" role="img" viewBox="[\d. ]+" xmlns="http://www\.w3\.org/2000/svg"{_NAMES}><title>[^<>]*</title>'
    rf"(?:<(?:path|circle|text){_NAMES}(?:/>|>[^<>]*</text>)|<g{_NAMES}>|</g>)*</svg>"
)
_ADDRESSES = {"href", "src", "srcset", "action", "formaction", "poster", "background", "cite", "data", "ping", "manifest"}


def lines(name: str) -> list[str]:
    """The payloads of a corpus: its lines, or the strings of a JSON list."""
    text = (CORPORA / name).read_text(encoding="utf-8", errors="replace")
    found = json.loads(text) if name.endswith(".json") else text.splitlines()
    return list(dict.fromkeys(line for line in found if line.strip()))


def corpora() -> list[str]:
    """The corpora that are there."""
    return [
        path.relative_to(CORPORA).as_posix()
        for path in sorted([*CORPORA.glob("xss/*.txt"), *CORPORA.glob("xss/*.md"), *CORPORA.glob("blns/*.json")])
    ]


def as_yaml(data: Any) -> str:
    """Data as YAML, every character as it is or escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return re.sub("[\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements that a browser makes of HTML: name and attributes, of SVG and MathML without their namespaces."""
    root: Element = tinyhtml5.parse(io.BytesIO(html.encode()), transport_encoding="utf-8", namespace_html_elements=False)
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2].lower(), {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}


def harm(html: str) -> list[str]:
    """What must not be in the content of a page, as a browser reads it."""
    found: list[str] = []
    for tag, attributes in elements(f"<!doctype html><html><body>{_DRAWING.sub('', html)}</body></html>"):
        if tag in _FORBIDDEN:
            found.append(f"<{tag}>")
        for name, value in attributes.items():
            runs = name.startswith("on") or name == "srcdoc"
            styles = name == "style" and not re.fullmatch(r"text-align:\s?(left|right|center);?", value)
            if runs or styles or (name in _ADDRESSES and not is_safe(tag, value)):
                found.append(f"{tag} {name}={value}")
    return found


def is_safe(tag: str, address: str) -> bool:
    """Whether an address stays on this site; one that a reader must choose to follow may lead to the web, too."""
    cleaned = re.sub("[\x00-\x20]", "", address).lower()
    if tag == "a" and cleaned.startswith(("http:", "https:", "mailto:")):
        return True
    return not re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", cleaned) and not (tag == "img" and ".." in unquote(cleaned))


def brief(payloads: list[str], **more: Any) -> tuple[dict[str, Any], str]:
    """A published brief with each payload in every field that holds words, and the text of its source."""
    whole = " ".join(payloads)
    passage = {"source": "source", "quote": "These words stand here"}
    data: dict[str, Any] = {
        "title": whole,
        "summary": whole,
        "status": "published",
        "published": "2026-01-01",
        "as_of": "2026-01-01",
        "authors": [{"name": whole, "role": whole}],
        "topics": payloads[:3],
        "key_points": payloads,
        "sources": [
            {
                "id": "source", "file": "sources/source.txt",
                "title": whole,
                "publisher": whole, "author": payloads[:3], "kind": "transcript",
                "origin": whole, "publish": "full", "segments": [{"lines": "1", "kind": "boilerplate", "note": whole}],
            }
        ],
        "facts": [
            {"id": f"fact-{n}", "text": payload, "note": payload, "status": "claimed", "via": [payload], "evidence": [passage]}
            for n, payload in enumerate(payloads)
        ],
        "actors": [
            {"id": f"actor-{n}", "name": payload, "kind": "person", "role": payload, "aliases": [payload], "about": payload}
            for n, payload in enumerate(payloads)
        ],
        "quotes": [
            {"id": f"quote-{n}", "text": payload, "speaker": f"actor-{n}", "source": "source", "where": payload,
             "context": payload, "via": [payload]}
            for n, payload in enumerate(payloads)
        ],
        "questions": [
            {"id": f"question-{n}", "question": payload, "why": payload, "known": payload, "watch_for": payload, "status": "open"}
            for n, payload in enumerate(payloads)
        ],
        "timeline": [{"date": "2026-01", "text": payload} for payload in payloads],
        "terms": [{"term": f"{payload} {n}", "definition": payload, "aliases": [f"{n} {payload}"]} for n, payload in enumerate(payloads)],
        "corrections": [{"date": "2026-01-01", "kind": "update", "text": whole}],
        **more,
    }  # fmt: skip
    accept = {"accept": {"B319": "a payload, whatever marks it has"}}
    data |= accept
    for key in ("facts", "actors", "quotes", "questions", "timeline"):
        data[key] = [entry | accept for entry in data[key]]
    return data, "Navigation\n\nThese words stand here.\n\n" + "\n\n".join(" ".join(payload.split()) for payload in payloads) + "\n"


def activity(path: Path) -> list[str]:
    """What in a PDF runs, asks, launches or embeds something, but for its data and for links to the web."""
    found: list[str] = []
    with pikepdf.open(path) as pdf:
        found += [f"attached: {name}" for name in pdf.attachments if name not in ("brief.json", "evidence.json")]
        for thing in pdf.objects:
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                found += sorted({"/JS", "/JavaScript", "/AA", "/OpenAction", "/AcroForm", "/RichMediaContent"} & set(thing.keys()))
                if thing.get("/Type") == "/Action" and str(thing.get("/S")) not in ("/URI", "/GoTo"):
                    found.append(str(thing.get("/S")))
                if "/URI" in thing and not str(thing["/URI"]).startswith(("https://", "http://", "mailto:")):
                    found.append(str(thing["/URI"]))
    return found
