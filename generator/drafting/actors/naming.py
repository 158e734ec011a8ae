"""Names: which kind of actor a name means, and which names mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.prose.agencies import AGENCIES
from generator.prose.first_names import GENDERS
from generator.prose.languages.english_nouns import FEMALE, MALE, ORGANISATION_WORDS, PERSONAL
from generator.prose.names import AFTER_NAMES, PARTICLES
from generator.prose.states import state
from generator.prose.titles import split_title as titles_before
from generator.text.quotation_marks import ANY

_POSSESSIVE = re.compile(r"(?:['’]s?)$")
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|this|that|one)\s+", re.IGNORECASE)
_OWNED = re.compile(r"the\s+(?:[\w-]+\s+){0,2}?[a-z][\w-]+(?:['’]s|s['’])\s", re.IGNORECASE)
_DESCRIPTION = re.compile(r"[A-Z][a-z]+s\s+(?:at|from|for|of|in|with)\s")
_AGENCY = re.compile(r"\b[Aa]gency ([A-Z][\w-]+)$")
_WORD_END = re.compile(r"[\w’'-]*")
_THINGS = "storm hurricane typhoon cyclone operation lake mount river cape fort saint san santa highway route street flight"
_NOT_ACTORS = frozenset(_THINGS.split())  # words that names of things begin with
_LABELS = {"PERSON": "person", "PER": "person", "ORG": "organisation", "NORP": "group"}


def clean(name: str) -> str:
    """A name without an article, a possessive's ending or marks around it."""
    name = " ".join(name.split("(", maxsplit=1)[0].split()).strip(f" ,.;:()[]–—-{ANY}") + (
        "." if re.search(r"\b[A-Z]\.$", name.strip()) else ""
    )
    return _POSSESSIVE.sub("", re.sub(r"^(?:the|The|a|an|A|An)\s+", "", name))


def role_of(words: str) -> str:
    """A role without its article and without whose it is by a pronoun; “the board’s chief engineer” keeps the article of the board."""
    role = words.strip(" ,")
    if _OWNED.match(role):
        return role[0].lower() + role[1:]
    return _DETERMINER.sub("", role)


def agency(name: str) -> str:
    """The agency's own name in a longer one: “state news agency TANA”, “the South Korean agency Yonhap”."""
    match = _AGENCY.search(name)
    words = [match[1]] if match else [word for word in name.split() if word.strip(",.").casefold() in AGENCIES]
    return words[0] if words and name.casefold() not in AGENCIES else name


def whole(body: str, start: int, end: int) -> tuple[int, int]:
    """A name's place, drawn out to the end of its last word (Yoon Suk → Yoon Suk-yeol), without a possessive's ending."""
    match = _WORD_END.match(body, end)
    last = match.end() if match and end > start and body[end - 1 : end].isalnum() else end
    stripped = _POSSESSIVE.sub("", body[start:last])
    return start, start + len(stripped)


def split_title(name: str) -> tuple[str, str]:
    """The titles before a person's name, and the name."""
    titles, _ = titles_before(name)
    at, words = len(titles.split()), name.split()
    while at < len(words) - 2 and words[at].casefold() in PERSONAL:  # “Campaigner Ann Lee”
        at += 1
    while len(words) - at > 1 and words[-1].strip(",") in AFTER_NAMES:
        words.pop()
    return " ".join(words[:at]), " ".join(words[at:])


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """A person's name as words to compare, without titles, initials and particles."""
    words = split_title(name)[1].replace(".", " ").split()
    while len(words) > 1 and words[-1].strip(",") in AFTER_NAMES:
        words.pop()
    kept = [word.casefold() for word in words if len(word) > 1 and word.lower() not in (*PARTICLES, "mac", "st", "jr", "sr")]
    return tuple(kept) or tuple(word.casefold() for word in words)


def has_capital(word: str) -> bool:
    """Whether a word is written as a name is, after an article of its own, too: al-Selami, d’Arc."""
    return word.rpartition("-")[2][:1].isupper() or word[:1].isupper() or re.match(r"[dl]['’][A-Z]", word) is not None


def kind_of(name: str, label: str) -> str | None:
    """The kind of actor that a name means by a model's label and the words in it; None where it is none."""
    lowered = name.casefold()
    if split_title(name)[0] and label:
        return "person"
    if state(name):
        return "state"
    words = lowered.split()
    if _LABELS.get(label) == "person" and len(words) == 2 and words[0] in GENDERS:
        return "person"  # James Hall, whatever halls and churches are else
    if lowered in AGENCIES or any(word.strip(".,").rstrip("s") in ORGANISATION_WORDS or word in ORGANISATION_WORDS for word in words):
        return "organisation" if name[:1].isupper() else None
    if not has_capital(name.split(maxsplit=1)[0]) or any(character.isdigit() for character in name):
        return None
    if words[0] in _NOT_ACTORS or is_description(name):
        return None
    return _LABELS.get(label)


def is_description(name: str) -> bool:
    """Whether capitals at a sentence's beginning make a name of a description: “Analysts at Corvin & Hale”."""
    return _DESCRIPTION.match(name) is not None and name.split(maxsplit=1)[0].lower().removesuffix("s") in PERSONAL


def gender_of(words: Iterable[str]) -> str:
    """`f`, `m`, or nothing where no title or role says so."""
    lowered = {word.strip(".,").casefold() for word in words}
    if lowered & FEMALE:
        return "f"
    return "m" if lowered & MALE else ""


def initials(name: str) -> str:
    """The capitals of a name's words: NSC of National Security Council."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
