"""Words that say that somebody says something, for those who look at a text without parsing it."""

from __future__ import annotations

import re

from generator.prose.languages import LANGUAGES, any_of
from generator.text.patterns import compiled

SAYING = f"(?:{any_of((*each.said, *each.asked, *each.sourced) for each in LANGUAGES)})"
"""A pattern for a verb of speech, or for what stands before who says so, in any language."""

PRONOUN = f"(?:{any_of(each.pronouns for each in LANGUAGES)})"
"""A pattern for a pronoun that may speak: she, er, ils."""


SAID = compiled(rf"\b(?:{any_of((*each.said, *each.sourced) for each in LANGUAGES)})\b", re.IGNORECASE)
"""A verb of speech, or what stands before who says so, but for questions."""


_HELD = compiled(rf"\b(?:{any_of(each.held for each in LANGUAGES)})\b", re.IGNORECASE)


def names_whose(text: str) -> bool:
    """Whether a sentence names whose word or opinion it gives, in any language."""
    return SAID.search(text) is not None or _HELD.search(text) is not None
