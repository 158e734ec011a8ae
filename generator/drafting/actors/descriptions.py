"""Descriptions: phrases that mean an actor without being its name, and names that stand inside of them."""

from __future__ import annotations

import re

from generator.drafting.actors.cast import Member
from generator.drafting.actors.naming import kind_of
from generator.prose.languages.english_nouns import BODIES, DOCUMENTS, PERSONAL, UNNAMED, can_speak, is_group
from generator.prose.titles import TITLES

# “A fourth, who asked not to be named, said”
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_WITHIN = re.compile(r"\b(?:of|for|to|by|in|from|at|with|against)\s+(?:[\w’'.-]+\s+)*$")
_AFTER_BODY = re.compile(r"\b(?:of|for|at|in|from|to|with)\b.*\b[A-Z][\w’'-]+,?\s+$")


def is_embedded(before: str) -> bool:
    """Whether a name at the end of a phrase belongs to something in it: “a spokesman for Ann Lee”."""
    words = before.split()
    while words and words[-1].rstrip(".,").lower() in TITLES:
        words.pop()  # “a spokesman for Mayor Ann Lee”
    before = " ".join([*words, ""])
    return _WITHIN.search(before) is not None and not _AFTER_BODY.search(before)


def is_doubtful(member: Member) -> bool:
    """Whether only a model says that a name is an organisation's or a place's."""
    return (member.kind == "organisation" and kind_of(member.name, "") is None) or (member.kind == "state" and not member.is_named)


def last_mention(member: Member, before: int) -> int:
    """Where an actor was last named before a place; -1 where nowhere."""
    return max((start for start, _ in member.mentions if start < before), default=-1)


def kind_of_noun(noun: str, *, definite: bool) -> str | None:
    """The kind of actor that a description means by its chief word; None where it means none."""
    if noun in BODIES:
        return "organisation"
    if noun in UNNAMED or noun in PERSONAL:
        return "person" if definite and noun not in UNNAMED else "anonymous"
    if is_group(noun):
        return "group"
    return "anonymous" if noun in ORDINALS or (noun not in DOCUMENTS and can_speak(noun)) else None
