"""Links to briefs in the Markdown of ordinary pages, written as the links to files that any engine knows."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Set
from urllib.parse import unquote, urlsplit

from generator.text.markdown import INNER_SCHEMES, addresses

Lead = Callable[[str], str | None]
"""Where an address of a page leads as one of a file: itself if it is no matter of ours, None if readers get no such thing."""

_CODE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t>]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n)){0,4000}?(?<!`)\2(?!`)",
    re.MULTILINE,
)
_IN_HTML = re.compile(rf'(<a\b[^<>]*?\shref=")((?:{"|".join(INNER_SCHEMES)}):[^"<>]*)(?=")', re.IGNORECASE)
_WORDS = re.compile(r"\[([^\[\]]*)\]\([ \t]*<?$")
_END = re.compile(r">?[ \t]*\)")


def leads_into(address: str, slugs: Set[str], site: str, *places: str) -> bool:
    """Whether an address leads below the folder of one of some briefs.

    `site` is the site's own address, `places` are the folders from which the address may be meant: that of the file, and that of the page.
    """
    path, base = unquote(re.split("[?#]", address.removeprefix(site))[0]), urlsplit(site).path or "/"
    path = f"/{path.removeprefix(base)}" if path.startswith("/") else path
    return "://" not in path and any(posixpath.normpath(posixpath.join("/", each, path)).split("/")[1] in slugs for each in places)


def rewritten(text: str, lead: Lead) -> str:
    """The Markdown of a page with its addresses led elsewhere, but for those in code.

    Where readers get nothing, the words of a link stay; a link of another form than `[words](address)` leads to its own page.
    """
    code = [found.span() for found in _CODE.finditer(text)]
    changes = {}
    for written, start, end in _addresses(text):
        to = lead(written)
        if to != written and not any(begin <= start < last for begin, last in code):
            begin, last, words = (start, end, to) if to is not None else _unlinked(text, start, end)
            changes[begin] = (last, words)
    for begin, (last, words) in sorted(changes.items(), reverse=True):
        text = text[:begin] + words + text[last:]
    return text


def _addresses(text: str) -> Iterator[tuple[str, int, int]]:
    yield from addresses(text)
    yield from ((html.unescape(found[2]), *found.span(2)) for found in _IN_HTML.finditer(text))


def _unlinked(text: str, start: int, end: int) -> tuple[int, int, str]:
    """What to put in the place of which part of a text, so that a link leads nowhere."""
    words, after = _WORDS.search(text, 0, start), _END.match(text, end)
    return (words.start(), after.end(), words[1]) if words and after else (start, end, "#")


def way_to(here: str, path: str) -> str:
    """The path of a file as a file at `here` names it, both from the same folder."""
    return posixpath.relpath(path, posixpath.dirname(here) or ".")
