"""Words that say that somebody says something, for those who look at a text without parsing it."""

from __future__ import annotations

import re
from functools import cache

from generator.prose.languages import LANGUAGES, any_of

SAYING = f"(?:{any_of((*each.said, *each.asked, *each.sourced) for each in LANGUAGES)})"
"""A pattern for a verb of speech, or for what stands before who says so, in any language."""

PRONOUN = f"(?:{any_of(each.pronouns for each in LANGUAGES)})"
"""A pattern for a pronoun that may speak: she, er, ils."""


@cache
def said() -> re.Pattern[str]:
    """The same but for questions, compiled."""
    return re.compile(rf"\b(?:{any_of((*each.said, *each.sourced) for each in LANGUAGES)})\b", re.IGNORECASE)


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(each.held for each in LANGUAGES)})\b", re.IGNORECASE)


def names_whose(text: str) -> bool:
    """Whether a sentence names whose word or opinion it gives, in any language."""
    return said().search(text) is not None or _held().search(text) is not None
