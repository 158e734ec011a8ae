"""Titles before the names of people."""

from __future__ import annotations

from generator.prose.languages import LANGUAGES

COURTESIES = frozenset().union(*(language.courtesies for language in LANGUAGES))
"""Titles that say nothing of what somebody is, in any language: lower case, without a point."""

TITLES = COURTESIES.union(*(language.offices for language in LANGUAGES))


def split_title(name: str) -> tuple[str, str]:
    """The titles before a name, and the name, of which a word remains at least: `King` is one, `King Charles` has one."""
    words = name.split()
    at = 0
    while at < len(words) - 1 and words[at].rstrip(".,").lower() in TITLES:
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])
