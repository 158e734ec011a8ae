"""Nodes as CommonMark, for a document that others read as text or render themselves. No words of a node are markup in it, or HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from generator.library.library import Site
from generator.pages import tasks
from generator.pages.addresses import permalink
from generator.pages.nodes import Date, Place, Rich, Target
from generator.pages.prose import safe
from generator.pages.writer import PageWriter
from generator.text import footnotes

Lead = Callable[[Target | None], str | None]

_SIGNS = re.compile(r"[\\`*<>\[\]~|]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|#(?=#*$)")
_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_BEGINNING = re.compile(r"([-+=:])|(\d{1,9})([.)])")
_BESIDE = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**", "s_open": "~~", "s_close": "~~"}

_ALIGNED = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}


class MarkdownWriter(PageWriter):
    """Writes a document of CommonMark; its links lead to the pages of the site, by their whole addresses where the site has one."""

    def __init__(self, site: Site, here: str, language: str) -> None:
        super().__init__(site, here, language)

    def elsewhere(self, to: Place) -> str | None:
        return permalink(self.site.url, to) if self.site.url else super().elsewhere(to)

    def date(self, date: Date) -> Markup:
        return self.write(date.words)

    def run(self, words: str, language: str) -> Markup:
        return safe(_begun(escaped(words)))

    def link(self, words: object, to: Target | None, style: str = "") -> Markup:
        address, written = self.address(to), self.write(words)
        return safe(f"[{written}]({_destination(address)})") if address else written

    def prose(self, rich: Rich, ending: str = "") -> Markup:
        return safe(commonmark(rich.tokens, self.address) + ending)


def escaped(words: str) -> str:
    """Plain words, none of which is markup within a line; the end of a line is a space."""
    return _SIGNS.sub(r"\\\g<0>", _LINE_END.sub(" ", words) if "\n" in words or "\r" in words else words)


def commonmark(tokens: Sequence[Token], lead: Lead) -> str:
    """Parsed CommonMark as text again; `lead` says at which address a target is, and a link that leads nowhere is its words."""
    return "\n\n".join(_blocks(tokens, lead))


# Blocks


def _blocks(tokens: Sequence[Token], lead: Lead) -> Iterator[str]:
    for opening, inner in _groups(tokens):
        yield _block(opening, inner, lead)


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """The blocks that stand beside each other, each with what is in it."""
    depth, start = 0, 0
    for index, token in enumerate(tokens):
        start = index if depth == 0 else start
        depth += token.nesting
        if depth == 0:
            yield tokens[start], tokens[start + 1 : index]


def _block(opening: Token, inner: Sequence[Token], lead: Lead) -> str:
    match opening.type:
        case "inline":
            return _lines(opening, lead)
        case "heading_open":
            return f"{'#' * int(opening.tag[1])} {_in_line(inner[0], lead)}"
        case "blockquote_open":
            return _indented("\n\n".join(_blocks(inner, lead)), "> ", "> ")
        case "bullet_list_open" | "ordered_list_open":
            return _list(opening, inner, lead)
        case "table_open":
            return "\n".join(_rows(inner, lead))
        case "fence" | "code_block":
            fence = "`" * max(3, 1 + _longest(opening.content))
            return f"{fence}{opening.info.replace('`', '')}\n{opening.content.rstrip(chr(10))}\n{fence}"
        case "endnote_open":
            return _indented("\n\n".join(filter(None, _blocks(inner, lead))), f"[^{opening.meta['number']}]: ", "    ")
        case "hr":
            return "***"  # after `- `, hyphens would be one line of them all
        case _:  # a paragraph, or the list of footnotes
            return "\n\n".join(_blocks(inner, lead))


def _list(opening: Token, inner: Sequence[Token], lead: Lead) -> str:
    number = int(opening.attrGet("start") or 1) if opening.type == "ordered_list_open" else None
    items = []
    tight = any(token.hidden for token in inner if token.level == opening.level + 2)
    for index, (item, blocks) in enumerate(_groups(inner)):
        marker = f"{item.markup} " if number is None else f"{number + index}{item.markup} "
        text = ("\n" if tight else "\n\n").join(_blocks(blocks, lead))
        items.append(_indented(text, marker, " " * len(marker)))
    return ("\n" if tight else "\n\n").join(items)


def _rows(inner: Sequence[Token], lead: Lead) -> Iterator[str]:
    for _, rows in _groups(inner):
        for _, cells in _groups(rows):
            yield f"| {' | '.join(_in_line(cell[0], lead) for _, cell in _groups(cells))} |"
            if cells[0].type == "th_open":
                yield f"|{'|'.join(_ALIGNED.get(str(cell.attrGet('style')), '---') for cell, _ in _groups(cells))}|"


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{rest if index else first}{line}".rstrip() for index, line in enumerate(lines))


# Lines


def _lines(inline: Token, lead: Lead) -> str:
    """What stands in a paragraph; each of its lines begins as no other block would."""
    return "\n".join(_begun(line) for line in _inline(inline.children or (), lead).split("\n"))


def _in_line(inline: Token, lead: Lead) -> str:
    """What stands in a heading or a cell."""
    return _inline(inline.children or (), lead).replace("\\\n", " ")


def _inline(tokens: Sequence[Token], lead: Lead) -> str:
    written: list[str] = []
    ends: list[str] = []
    for token in tokens:
        match token.type:
            case "code_inline":
                fence = "`" * (1 + _longest(token.content))
                pad = " " if token.content.startswith(("`", " ")) or token.content.endswith(("`", " ")) else ""
                written.append(f"{fence}{pad}{token.content}{pad}{fence}")
            case "hardbreak":
                written.append("\\\n")
            case "link_open":
                address = lead(token.meta["to"])
                written.append("[" if address else "")
                ends.append(f"]({_destination(address)}{_title(token)})" if address else "")
            case "link_close":
                written.append(ends.pop())
            case "image":
                words = "".join(child.content for child in token.children or ())
                written.append(f"![{escaped(words)}]({_destination(lead(token.meta['to']) or '')}{_title(token)})")
            case footnotes.REFERENCE:
                written.append(f"[^{token.content}]")
            case tasks.MARK:
                written.append("[x] " if token.meta["done"] else "[ ] ")
            case "source_mark" | "figcaption_close" | footnotes.ANCHOR:
                pass
            case "figcaption_open":
                written.append("\\\n")
            case _:
                written.append(_BESIDE.get(token.type) or escaped(token.content))
    return "".join(written)


def _begun(line: str) -> str:
    """A line that begins neither a list nor a line under a heading or in a table."""
    found = _BEGINNING.match(line)
    if found is None:
        return line
    return f"\\{line}" if found[1] else f"{found[2]}\\{line[found.end(2) :]}"


def _destination(address: str) -> str:
    return re.sub(r"[()\\]", r"\\\g<0>", re.sub(r"[\s<>]", lambda sign: f"%{ord(sign[0]):02X}", address))


def _title(token: Token) -> str:
    title = escaped(str(token.attrGet("title") or "")).replace('"', '\\"')
    return f' "{title}"' if title else ""


def _longest(words: str) -> int:
    """The longest run of backticks."""
    return max((len(run) for run in re.findall("`+", words)), default=0)
