"""What a page says of its article to machines: JSON-LD (schema.org), and which of the things in it is the page's own article."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

_SCRIPTS = "//script[contains(translate(@type, 'JSOND', 'jsond'), 'ld+json')]"
_ARTICLE = re.compile(r"\w*Article|\w*BlogPosting|SocialMediaPosting|Report|\w*Review")
_MOST_CHARACTERS, _MOST_THINGS = 2_000_000, 20_000
_CONTROLS = re.compile(r"[\x00-\x1f]")
_ALIKE = 0.4  # of the words of the shorter one of two titles

Thing = dict[str, Any]


def own_article(tree: Any, address: str, titles: tuple[str, ...]) -> Thing:
    """The article that a page is about: the one at its address, else the one that is titled most like it; empty where there is none."""
    articles = [thing for thing in _things(tree) if any(_ARTICLE.fullmatch(kind) for kind in _names(thing.get("@type")))]
    here = _place(address)
    at_home = [each for each in articles if here and here in map(_place, _addresses(each))]
    if at_home:
        return at_home[0]
    likeness = [max((_likeness(_title(each), title) for title in titles if title), default=1.0) for each in articles]
    best = max(likeness, default=0.0)
    return articles[likeness.index(best)] if best >= _ALIKE else {}


def text_of(value: object) -> str:
    """The words of a value; the first of a list."""
    while isinstance(value, (list, dict)):
        value = (value[0] if value else "") if isinstance(value, list) else value.get("name") or value.get("@value")
    return unescape(value).strip() if isinstance(value, str) else ""


def each_of(value: object) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def is_free(article: Thing) -> bool:
    """Whether a page does not say that its article is to be paid for."""
    parts = (article, *(part for part in each_of(article.get("hasPart")) if isinstance(part, dict)))
    return all(str(part.get("isAccessibleForFree", True)).lower().rpartition("/")[2] != "false" for part in parts)


def is_live(article: Thing) -> bool:
    """Whether an article goes on being written."""
    return "LiveBlogPosting" in _names(article.get("@type"))


def _things(tree: Any) -> Iterator[Thing]:
    """All things that a page describes, the outer ones first; not those that are parts of others, such as a list of related pages."""
    left = _MOST_CHARACTERS
    for script in tree.xpath(_SCRIPTS):
        written = script.text or ""
        left -= len(written)
        if left < 0:
            return
        try:
            found = json.loads(_CONTROLS.sub(" ", written.strip().removeprefix("<!--").removesuffix("-->").rstrip(";")))
        except (ValueError, RecursionError):
            continue
        yield from _flat(found)


def _flat(found: object) -> Iterator[Thing]:
    waiting = deque([found])
    for _ in range(_MOST_THINGS):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _addresses(thing: Thing) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        for value in each_of(thing.get(key)):
            address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(address, str):
                yield address


def _place(address: str) -> str:
    """What two addresses of one page have in common."""
    return re.sub(r"^https?://(?:www\.)?|[#?].*$|/$", "", address)


def _title(thing: Thing) -> str:
    return text_of(thing.get("headline")) or text_of(thing.get("name"))


def _likeness(one: str, other: str) -> float:
    """How many words of the shorter title the other has too; a title that is not there is like any."""
    left, right = (set(re.findall(r"\w", title) if _is_unspaced(title) else re.findall(r"\w+", title.casefold())) for title in (one, other))
    return len(left & right) / min(len(left), len(right)) if left and right else 1.0


def _is_unspaced(title: str) -> bool:
    return re.search(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]", title) is not None


def _names(value: object) -> list[str]:
    return [each.rpartition("/")[2] for each in each_of(value) if isinstance(each, str)]
