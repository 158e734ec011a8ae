"""Links to briefs in the Markdown of ordinary pages, written as the links to files that any engine knows."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Set
from urllib.parse import unquote, urlsplit

from generator.pages.html_tags import Attribute, tags
from generator.text.markdown import addresses

Lead = Callable[[str], str | None]
"""Where an address of a page leads as one of a file: itself if it is no matter of ours, None if readers get no such thing."""

_CODE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?[ \t>]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n)){0,4000}?(?<!`)\2(?!`)",
    re.MULTILINE,
)
_WORDS = re.compile(r"!?\[([^\[\]]*)\]\([ \t]*<?$")
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
    changes: dict[int, tuple[int, str]] = {}
    for written, start, end in addresses(text):
        to = lead(written)
        if to != written and not any(begin <= start < last for begin, last in code):
            begin, last, words = (start, end, to) if to is not None else _unlinked(text, start, end)
            changes[begin] = (last, words)
    text = _changed(text, changes)
    return _changed(text, dict(_in_html(_CODE.sub(lambda found: " " * len(found[0]), text), lead)))


def with_led(text: str, lead: Lead) -> str:
    """The HTML of a page with its addresses led elsewhere. Where readers get nothing, a link is its words, an image its `alt`."""
    return _changed(text, dict(_in_html(text, lead)))


def _changed(text: str, changes: Mapping[int, tuple[int, str]]) -> str:
    """A text with stretches of it, by their beginnings, replaced by others up to their ends."""
    parts: list[str] = []
    at = 0
    for begin, (last, words) in sorted(changes.items()):
        parts += [text[at:begin], words]
        at = last
    return "".join([*parts, text[at:]])


def _in_html(text: str, lead: Lead) -> Iterator[tuple[int, tuple[int, str]]]:
    """What to put in the place of which stretches of a text: of tags, and of the values of attributes."""
    unlinked = False  # the link whose end comes next
    for tag in tags(text):
        if tag.name == "a" and tag.is_end:
            if unlinked:
                yield tag.start, (tag.end, "")
            unlinked = False
            continue
        led = {each: _led(each, lead) for each in tag.attributes if each.addresses}
        gone = any(to is None for to in led.values())
        if tag.name in ("a", "img"):
            unlinked = gone if tag.name == "a" else unlinked
            if gone:
                yield tag.start, (tag.end, html.escape(tag.get("alt") or "") if tag.name == "img" else "")
                continue
        for attribute, to in led.items():
            if to != attribute.value.strip():
                yield attribute.start, (attribute.end, f'"{html.escape(to or "")}"')


def _led(attribute: Attribute, lead: Lead) -> str | None:
    """What an attribute says where its addresses are led elsewhere, None where one leads nowhere."""
    to = [lead(address) for address in attribute.addresses]
    return None if None in to else to[0] if len(to) == 1 and not attribute.is_set else attribute.value.strip()


def _unlinked(text: str, start: int, end: int) -> tuple[int, int, str]:
    """What to put in the place of which part of a text, so that a link leads nowhere."""
    words, after = _WORDS.search(text, 0, start), _END.match(text, end)
    return (words.start(), after.end(), words[1]) if words and after else (start, end, "#")


def way_to(here: str, path: str) -> str:
    """The path of a file as a file at `here` names it, both from the same folder."""
    return posixpath.relpath(path, posixpath.dirname(here) or ".")
