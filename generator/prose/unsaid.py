"""What somebody did not say: quoted words under “has not said”, “denied that”, “refused to say” are nobody's."""

from __future__ import annotations

import re
from functools import cache

from generator.prose.languages import LANGUAGES, any_of
from generator.text.quotation_marks import DOUBLE

# Between such a verb and the marks its own clause stands, and at most one that it governs: “bestritt, dass …”.
_IN_CLAUSE = rf"[^,.!?;:{DOUBLE}]"


@cache
def _unsaid() -> re.Pattern[str]:
    joins = any_of(each.joins for each in LANGUAGES)
    clause = rf"(?:(?!\b(?:{joins}|als)\b){_IN_CLAUSE})*"
    return re.compile(
        rf"\b(?:{any_of(each.unsaid for each in LANGUAGES)})\b{clause}(?:,\s*(?:(?:that|whether|dass|ob|qu[e’'])\b{clause})?)?\s*:?\s*\Z",
        re.IGNORECASE,
    )


def is_unsaid(before: str) -> bool:
    """Whether the words before a quotation, of its own paragraph, say that somebody did not say it."""
    return _unsaid().search(before[-300:]) is not None


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(any_of(each.denying for each in LANGUAGES), re.IGNORECASE)


def denies(cue: str) -> bool:
    """Whether a verb of speech says that what comes after it is not so: denied, bestritt."""
    return _denying().fullmatch(cue) is not None
