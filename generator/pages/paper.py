"""How nodes are written for paper: what a reader of the page gets by pointing must stand there in ink.

- Words in another script bear their language, and words of a language its direction of writing.
- A link on the web, or to another brief, is followed by its address, shortened; one to what else is not in the document is no link.
- Numbered lists count by CSS, links hold nothing but words, header cells say what they head. Without it a PDF is no PDF/UA.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.pages.addresses import permalink
from generator.pages.nodes import DocPlace, FilePlace, PartPlace, Place, Rich, Target, Words
from generator.pages.prose import isolated, opening, raw
from generator.pages.writer import Writer
from generator.text.leftward import numbers
from generator.text.scripts import Script, is_written_in, stretches
from generator.wording.script import direction

ADDRESS_LENGTH = 44


def short_address(url: str) -> str:
    """An address as it is printed: without what every address has, and cut where it is long."""
    plain = re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].rstrip("/")
    return plain if len(plain) <= ADDRESS_LENGTH else f"{plain[: ADDRESS_LENGTH - 1]}…"


class PaperWriter(Writer):
    """Writes a document for paper. Its images stand in a folder of their own where it has several briefs; those it shows are `shown`.

    `url` is where the site is, which has the briefs that the document has not; empty where nobody knows. `memory` keeps texts for other
    writers of the same brief, whose documents may contain more or less of it.
    """

    boxes = ("[\N{EN SPACE}]", "[✓]")  # of signs that each font of handouts has

    def __init__(
        self, language: str, ids: Mapping[Place, str], folder: str = "", memory: dict[object, Markup] | None = None, url: str = ""
    ) -> None:
        super().__init__(language, ids)
        self.url = url
        self.briefs = {place.brief for place in ids if isinstance(place, PartPlace)}
        self.folder = folder
        self.shown: set[FilePlace] = set()
        self.memory = {} if memory is None else memory

    def elsewhere(self, to: Place) -> str | None:
        if isinstance(to, PartPlace):
            return permalink(self.url, to) if self.url and to.brief not in self.briefs else None
        if isinstance(to, DocPlace):
            return permalink(self.url, to) if self.url else None
        return quote(f"{self.folder}{to.name}") if isinstance(to, FilePlace) and to.name.startswith("media/") else None

    def run(self, words: str, language: str, opening: str = "") -> Markup:
        """Words with those of other scripts in elements of their own, each in a link of its own where `opening` begins one."""
        html, done = "", 0
        for start, end in numbers(words) if direction(language) == "rtl" else ():
            html += f'{_written(words[done:start], language, opening)}<bdi dir="ltr">{_written(words[start:end], language, opening)}</bdi>'
            done = end
        return Markup(html + _written(words[done:], language, opening))  # noqa: S704 - escaped

    def lang(self, language: str) -> Markup:
        own = direction(language)
        return super().lang(language) + (Markup(f' dir="{own}"') if own != direction(self.language) else "")  # noqa: S704 - one of two words

    def linked(self, opening: str, words: object, to: Target | None) -> Markup:
        language = words.language if isinstance(words, Words) else self.language
        return self.run(str(words), language, opening) + _after(self.address(to), str(words))

    def prose(self, rich: Rich, ending: str = "") -> Markup:
        key = (rich, ending, *map(self.address, rich.targets), *map(self.ids.get, rich.parts))
        if key not in self.memory:
            self.memory[key] = super().prose(rich, ending)
        self.shown.update(image for image in rich.images if isinstance(image, FilePlace))
        return self.memory[key]

    def blocks(self, rich: Rich) -> Iterator[Token]:
        for token in super().blocks(rich):
            if token.type in ("fence", "code_block"):
                kind = unescapeAll(token.info).split()[:1]
                start = f'<pre><code class="language-{escape(kind[0])}">' if kind else "<pre><code>"
                yield raw(f"{start}{self.run(token.content, rich.language)}</code></pre>\n")
            elif token.type == "ordered_list_open" and "start" in token.attrs:
                yield token.copy(attrs={"style": f"counter-reset: entry {int(token.attrs['start']) - 1}"})
            elif token.type == "endnote_open":  # a note in the structure of the PDF; in HTML, items of lists are notes by their list
                yield token.copy(attrs={**token.attrs, "role": "doc-endnote"})
            elif token.type == "th_open":
                yield token.copy(attrs={"scope": "col", **token.attrs})
            else:
                yield token

    def source_mark(self, source: str) -> Iterator[Token]:
        """The source's name, for a reader of paper has no way to its page."""
        if source:
            yield raw(Markup(' <span class="url">({})</span>').format(source))

    def inline(self, tokens: Sequence[Token], language: str) -> Iterator[Token]:
        link, words = None, ""
        for token in super().inline(tokens, language):
            if token.type == "link_open":
                link, words = token, ""
            elif token.type == "link_close" and link:
                yield raw(_after(str(link.attrs["href"]), words))
                link = None
            elif token.type in ("text", "code_inline"):
                words += token.content
                html = self.run(token.content, language, opening(link) if link else "")
                yield raw(html if token.type == "text" else f"<code>{html}</code>")
            else:
                yield token


def _written(words: str, language: str, opening: str) -> str:
    return "".join(_stretch(*stretch, language, opening) for stretch in stretches(words))


def _stretch(script: Script | None, words: str, language: str, opening: str) -> str:
    html = str(isolated(words))
    if opening and words.strip():
        html = f"{opening}{html}</a>"
    return f'<span lang="{script.tag}">{html}</span>' if script and not is_written_in(language, script) else html


def _after(url: str | None, words: str) -> Markup:
    """The address of a web page after its link, unless the words of the link say it."""
    if not url or not url.startswith("http"):
        return Markup()
    address = short_address(url)
    said = address.rstrip("…") in words.strip().replace("https://", "")
    return Markup() if said else Markup(' <span class="url">({})</span>').format(address)
