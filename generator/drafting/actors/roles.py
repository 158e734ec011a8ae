"""The roles of people: what stands beside a name and says what its bearer is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drafting.actors.naming import role_of
from generator.drafting.grammar import Token, phrase
from generator.drafting.speech.masking import Masked
from generator.prose.languages.english_nouns import BODIES, DOCUMENTS, PERSONAL, can_speak
from generator.prose.titles import COURTESIES, TITLES
from generator.text.quotation_marks import DOUBLE

_ROLE_AFTER = re.compile(
    rf",\s+(?:\d{{1,3}},\s+)?((?:an?|the|its|his|her|their)?\s*[^,.;:{DOUBLE}()]{{3,90}}?)(?=[,.;:]|\s+(?:who|said|says|told)\b|$)"
)
_CHIEF_ENDS = re.compile(r",?\s+(?:of|for|at|in|to|from|with|on|and|by|under|who|whose|designate|general|emeritus|elect)\b")


def roles(body: str, entity: Token, masked: Masked, start: int, end: int) -> Iterator[str]:
    """What stands right before a person's name, or after it between commas, where it says what the person is."""
    root = entity.root
    while root.dep_ == "compound" and root.head.i - root.i <= 3:
        root = root.head
    first, _ = masked.span(*phrase(root))
    yield from _role(body[first:start])
    if root.dep_ == "appos" and root.head.i < root.i:
        described, described_end = masked.span(*phrase(_described(root.head)))
        yield from _role(body[described : min(described_end, start)])
    after = _ROLE_AFTER.match(body, end, masked.ends[-1])
    if after:
        yield from _role(after[1])


def _described(noun: Token) -> Token:
    """What an apposition describes: of “a spokeswoman for the association, Ann Lee” the spokeswoman."""
    while noun.lower_ not in PERSONAL and noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _role(words: str) -> Iterator[str]:
    """A role, if its chief word means a person and no verb stands in it."""
    role = role_of(words)
    chief = re.split(r"[\s-]+", _CHIEF_ENDS.split(role, maxsplit=1)[0])[-1].strip(".,’'").casefold()
    means_person = chief in PERSONAL | (TITLES - COURTESIES) or (chief not in BODIES | DOCUMENTS and can_speak(chief))
    if role and means_person and len(role.split()) <= 14 and not re.search(r"\b(?:is|was|said|says|has|had|were|are)\b", role):
        yield role
