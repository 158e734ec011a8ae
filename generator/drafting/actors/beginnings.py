"""Where a name begins: the words before it that a model leaves out, and the ones that it takes too many."""

from __future__ import annotations

import re

from generator.drafting.grammar import Token
from generator.prose.first_names import GENDERS
from generator.prose.languages.english_nouns import BODIES, ORGANISATION_WORDS, PERSONAL
from generator.prose.names import REGAL
from generator.prose.states import state
from generator.prose.titles import TITLES

_MOST_NAMES = 3
_HYPHENATED = re.compile(r"\b(?P<part>[^\W\d_]+)-\Z")
_FIRST_NAME = re.compile(r"(?<=\s)(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+)\s\Z")
_LONGEST_PART = 15
_CROWN = re.compile(rf"\b(?:{'|'.join(title.capitalize() for title in sorted(REGAL))})\s\Z")
_LONGEST_CROWN = 9


def without_article(body: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name without the article before it."""
    match = re.match(r"(?:the|a|an)\s+", body[start:end], re.IGNORECASE)
    return (start + match.end() if match else start), end


def hyphenated_before(body: str, start: int) -> str:
    """The beginning of a name with a hyphen that a model has cut there: “Jean-” of Jean-Claude, “al-”."""
    match = _HYPHENATED.search(body, max(0, start - _LONGEST_PART), start)
    if match is None or match["part"].casefold() not in GENDERS.keys() | {"al", "el"}:
        return ""
    first = _FIRST_NAME.search(body, max(0, match.start() - _LONGEST_PART), match.start()) if match["part"] in ("al", "el") else None
    is_name = first is not None and first["name"].casefold() not in PERSONAL | TITLES | ORGANISATION_WORDS
    return f"{first[0] if first is not None and is_name else ''}{match[0]}"


def names_before(entity: Token) -> str:
    """The words of a name that a model has left out before it: Abdul of “ambassador to Pakistan Abdul | Salam Zaeef”."""
    doc, first = entity.doc, entity.start
    while first > 0 and _is_name(doc[first - 1]) and _belongs(doc[first - 1], entity):
        first -= 1
    between = doc[first : entity.start]
    return str(between.text) if 0 < len(between) <= _MOST_NAMES and "\n" not in between.text else ""


def other_name_before(surname: Token, name: str) -> str:
    """The first name right before a surname where it is not one of the person of this name."""
    before = surname.nbor(-1) if surname.i > 0 else surname
    is_built_in = before.dep_ == "compound" and before.head == surname and _is_name(before)
    return str(before.text) if is_built_in and before.text not in name.split() and len(before) > 1 else ""


def _belongs(word: Token, entity: Token) -> bool:
    """Whether a word right before a name is built into it, or stands after an organisation's (“the Refugee Council Enver | Solomon”)."""
    built_in = word.dep_ == "compound" and word.head in (entity.root, entity.root.head, *entity)
    return built_in or (word.i > 0 and word.nbor(-1).is_title and word.nbor(-1).lower_ in ORGANISATION_WORDS)


def _is_name(word: Token) -> bool:
    """Whether a word can be a person's name, for all that it looks like and is."""
    return (
        word.is_title
        and word.is_alpha
        and word.whitespace_
        and word.ent_type_ in ("", "ORG")
        and word.lower_ not in PERSONAL | TITLES | BODIES | ORGANISATION_WORDS | REGAL
        and not state(word.text)
    )


def crown_before(body: str, start: int) -> str:
    """The royal title right before a name, with the space between them."""
    match = _CROWN.search(body, max(0, start - _LONGEST_CROWN), start)
    return match[0] if match else ""
