"""What the places of the site are called: the page that each is on, its id there, and the way from one page to another."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from generator.pages.nodes import DocPlace, FilePlace, IndexPlace, PartPlace, Place, SourcePlace
from generator.text.ref import ItemRef

_AT_THEIR_SECTION = {"event": "timeline", "correction": "corrections", "key-point": "key-points"}
"""Kinds whose items have no id that stays; the section that they stand in has one."""


quoted = lru_cache(maxsize=4096)(quote)  # the same places are named again and again


def page_of(place: Place) -> str:
    """The page that a place is on, or the file that it is, by its address from the site's root."""
    match place:
        case PartPlace():
            return f"{place.brief}/"
        case SourcePlace():
            return f"{place.brief}/sources/{place.source}/"
        case FilePlace():
            return f"{place.brief}/{place.name}"
        case IndexPlace() | DocPlace():
            return place.address


def id_of(place: Place) -> str:
    """The id of a place on its page; empty for a page or file as a whole."""
    match place:
        case PartPlace(part=ItemRef(kind=kind, key=key)):
            return _AT_THEIR_SECTION.get(kind) or f"{kind}-{key}"
        case PartPlace(part=part):
            return str(part)
        case SourcePlace(words=words) if words:
            return f"words-{sha256(words.encode()).hexdigest()[:8]}"
        case SourcePlace(item=ItemRef(kind=kind, key=key)):
            return f"at-{kind}-{key}-{place.number + 1}"
        case IndexPlace() | DocPlace():
            return place.part
        case _:
            return ""


def permalink(root: str, place: Place) -> str:
    """The address of a place below the site’s own address; without that, the one from the site’s root."""
    return f"{root}{quoted(page_of(place))}{anchor(place)}"


def anchor(place: Place) -> str:
    """What leads to a place once its page is there: nothing to a page as a whole."""
    part = id_of(place)
    return f"#{quote(part) if isinstance(place, DocPlace) else part}" if part else ""


def way(here: str, there: str) -> str:
    """The address of one page as seen from another, both by their addresses from the site's root."""
    start, end = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(start), len(end) - 1) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(end[shared:]) or "./"
