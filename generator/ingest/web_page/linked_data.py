"""What a page says of its article to machines: JSON-LD (schema.org), and which of the things in it is the page's own article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_SCRIPTS = "//script[contains(translate(@type, 'JSOND', 'jsond'), 'ld+json')]"
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|ClaimReview|AnalysisNewsArticle|SocialMediaPosting|OpinionNewsArticle)")
_MOST_CHARACTERS, _MOST_THINGS = 2_000_000, 20_000
_CONTROLS = re.compile(r"[\x00-\x1f]")

Thing = dict[str, Any]


def own_article(tree: Any, address: str, titles: tuple[str, ...]) -> Thing:
    """The article that a page is about: the one with its address or one of its titles, or else the only one; empty where there is none."""
    articles = [thing for thing in _things(tree) if any(_ARTICLE.fullmatch(kind) for kind in _words(thing.get("@type")))]
    wanted = {_plain(title) for title in titles if title}
    here = address.partition("#")[0].rstrip("/")
    by_address = [each for each in articles if here and here in {link.partition("#")[0].rstrip("/") for link in _addresses(each)}]
    by_title = [each for each in articles if (headline := _plain(text_of(each.get("headline") or each.get("name")))) and any(headline in title or title in headline for title in wanted if title)]
    return next(iter(by_address or by_title or (articles if len(articles) == 1 else [])), {})


def text_of(value: object) -> str:
    """The words of a value; the first of a list."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value"))
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
    return "LiveBlogPosting" in _words(article.get("@type"))


def _things(tree: Any) -> Iterator[Thing]:
    """All objects of a page's JSON-LD, the outer ones first, without those that are parts of others such as a list of related pages."""
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
    waiting = [found]
    for _ in range(_MOST_THINGS):
        if not waiting:
            return
        value = waiting.pop(0) if len(waiting) < 50 else waiting.pop()
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


def _words(value: object) -> list[str]:
    return [each.rpartition("/")[2] for each in each_of(value) if isinstance(each, str)]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
