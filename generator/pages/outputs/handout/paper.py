"""HTML of our templates and of Markdown, made fit for paper: what a reader of the page gets by pointing must stand there in ink.

- Words in another script bear their language, and words of a language its direction of writing.
- A link on the web is followed by its address, shortened; a link to what is not in the document is no link.
- Numbered lists count by CSS, links hold nothing but words, header cells say what they head. Without it a PDF is no PDF/UA.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser

from generator.text.scripts import is_written_in, stretches
from generator.wording import direction

ADDRESS_LENGTH = 44
_TAGS = re.compile(r"(<[^>]*>)")
_ID = re.compile(r'\sid="([^"]+)"')
_NUMBERS = re.compile(r'\s*(</p>)?\s*(<span class="refs">.*?</span>)', re.DOTALL)
_VOID = frozenset(["br", "hr", "img", "meta", "link", "path", "line", "circle", "rect"])
_RAW = frozenset(["title", "style", "svg"])  # what stands in them is no text of the document


def short_address(url: str) -> str:
    """An address as it is printed: without what every address has, and cut where it is long."""
    plain = re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].rstrip("/")
    return plain if len(plain) <= ADDRESS_LENGTH else f"{plain[: ADDRESS_LENGTH - 1]}…"


def for_paper(html: str, language: str) -> str:
    """The document as it is set."""
    html = _NUMBERS.sub("\u2060\\2\\1", html)  # numbers of evidence end the line of the last word (U+2060: no break here)
    parser = _Paper(frozenset(_ID.findall(html)), language)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


class _Paper(HTMLParser):
    """Copies a document and mends it on the way; what needs no mending stays as it is, letter for letter."""

    def __init__(self, ids: frozenset[str], language: str) -> None:
        super().__init__(convert_charrefs=False)
        self.ids = ids
        self.parts: list[str] = []
        self.open: list[tuple[str, str]] = [("", language)]  # elements and the language in them
        self.raw = 0
        self.links: list[tuple[str, int] | None] = []  # where it leads and where its words begin; None where it is no link on paper

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        values = dict(attrs)
        language = values.get("lang") or self.open[-1][1]
        if direction(language) != direction(self.open[-1][1]) and "dir" not in values:
            written = f'{written[:-1]} dir="{direction(language)}">'
        if tag not in _VOID:
            self.open.append((tag, language))
        self.raw += tag in _RAW
        if tag == "a":
            self.begin_link(values.get("href") or "", written)
            return
        if tag == "ol" and (values.get("start") or "1") != "1":
            written = f'<ol style="counter-reset: entry {int(values["start"] or 1) - 1}">'
        elif tag == "th" and "scope" not in values:
            written = written.replace("<th", '<th scope="col"', 1)
        self.parts.append(written)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self.get_starttag_text() or "")

    def begin_link(self, href: str, written: str) -> None:
        leads = not href.startswith("#") or href[1:] in self.ids
        self.parts.append(written if leads else "")
        self.links.append((href, len(self.parts)) if leads else None)

    def end_link(self) -> None:
        link = self.links.pop() if self.links else None
        if link is None:
            return
        href, start = link
        opening, inside = self.parts[start - 1], "".join(self.parts[start:])
        # Each element in a link would be a link of its own to the engine, and none to PDF/UA: so the link goes inside.
        pieces = (f"{opening}{piece}</a>" if piece.strip() and piece[0] != "<" else piece for piece in _TAGS.split(inside))
        self.parts[start - 1 :] = pieces
        words = unescape(_TAGS.sub("", inside)).strip()
        address = short_address(href)
        if href.startswith("http") and address.rstrip("…") not in words.replace("https://", ""):
            self.parts.append(f' <span class="url">({escape(address)})</span>')

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.end_link()
        else:
            self.parts.append(f"</{tag}>")
        if tag in _RAW:
            self.raw -= 1
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.raw:
            self.parts.append(data)
            return
        language = self.open[-1][1]
        for script, words in stretches(data):
            foreign = script is not None and not is_written_in(language, script)
            self.parts.append(f'<span lang="{script.tag}">{words}</span>' if foreign and script else words)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")
