"""The ids of headings, to which links lead: those of an article, and those that MkDocs gives to an ordinary page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.text import markdown
from generator.text.slugs import slug_as_written

SECTIONS = ("key-points", "facts", "questions", "actors", "quotes", "timeline", "article", "terms", "sources", "corrections", "cite")
"""The ids of the sections of a brief's page."""

_OURS = frozenset(("related", "title", "evidence", *SECTIONS))
_OF_PARTS = re.compile(rf"(?:{'|'.join(markdown.ITEM_SCHEMES)}|note|words|at|fn|fnref|brief)-")
_FRONT_MATTER = re.compile(r"\A(?:\ufeff)?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_GIVEN = re.compile(r"""\{:?[^{}\n]*?#([^\s{}#.]+)[^{}\n]*\}|<\w[^<>]*?\s(?:id|name)=["']?([^\s"'<>]+)""")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")
_MADE = re.compile(r"\{\{|\{%|^\s*-+8<-+", re.MULTILINE)  # by a macro, or of another file


def article_ids(article: str) -> tuple[str, ...]:
    """The ids of an article's headings, in order; none is one that the page has for something else, or may have: "Fact check" is
    `heading-fact-check`, for `fact-check` is the fact `check`.
    """
    return tuple(_each_once(_headings(article), _slug_apart, _OURS.__contains__))


def _slug_apart(words: str) -> str:
    slug = slug_as_written(words)
    return f"heading-{slug}" if _OF_PARTS.match(slug) else slug


def page_ids(page: str) -> frozenset[str] | None:
    """What a link may lead to in an ordinary page that MkDocs makes of this text; None where the text alone does not tell."""
    if _MADE.search(page):
        return None
    body = body_of(page)
    given = {name for found in _GIVEN.finditer(body) for name in found.groups() if name}
    return frozenset({*_each_once(map(_bare, _headings(body)), _slug, given.__contains__), *given})


def body_of(page: str) -> str:
    """The Markdown of an ordinary page: its front matter is empty lines, so that lines count as in the file."""
    return _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), page)


def _headings(text: str) -> Iterator[str]:
    """The words of headings, without markup."""
    tokens = markdown.parsed(text)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield "".join(" " if child.type == "softbreak" else child.content for child in inline.children or ())


def _bare(words: str) -> str:
    return _ATTRIBUTES.sub("", words)


def _slug(words: str) -> str:
    """As Python-Markdown's extension `toc` has it."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _each_once(headings: Iterator[str], slug: Callable[[str], str], is_taken: Callable[[str], bool]) -> Iterator[str]:
    """A slug for each heading; one that is taken is counted on, as `toc` does."""
    seen: set[str] = set()
    last: dict[str, int] = {}  # up to which numbers all are taken
    for words in headings:
        first = found = slug(words)
        number = last.get(first, 0)
        while not found or found in seen or is_taken(found):
            number += 1
            found = f"{first}_{number}"
        last[first] = number
        seen.add(found)
        yield found
