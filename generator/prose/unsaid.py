"""What somebody did not say: quoted words under “has not said”, “denied that”, “refused to say” are nobody's."""

from __future__ import annotations

import re

from generator.prose.languages import LANGUAGES, any_of
from generator.text.patterns import compiled
from generator.text.quotation_marks import DOUBLE

# Between such a verb and the marks its own clause stands, and at most one that it governs: “bestritt, dass …”.
_IN_CLAUSE = rf"[^,.!?;:{DOUBLE}]"


_CLAUSE = rf"(?:(?!\b(?:{any_of(each.joins for each in LANGUAGES)}|als)\b){_IN_CLAUSE})*"
_UNSAID = compiled(
    rf"\b(?:{any_of(each.unsaid for each in LANGUAGES)})\b{_CLAUSE}(?:,\s*(?:(?:that|whether|dass|ob|qu[e’'])\b{_CLAUSE})?)?\s*:?\s*\Z",
    re.IGNORECASE,
)
_DENYING = compiled(any_of(each.denying for each in LANGUAGES), re.IGNORECASE)


def is_unsaid(before: str) -> bool:
    """Whether the words before a quotation, of its own paragraph, say that somebody did not say it."""
    return _UNSAID.search(before[-300:]) is not None


def denies(cue: str) -> bool:
    """Whether a verb of speech says that what comes after it is not so: denied, bestritt."""
    return _DENYING.fullmatch(cue) is not None
