"""Where a text names an actor: by name, last or first name, alias or role."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.items import Actor
from generator.parsing import Shared
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.languages.english_nouns import VAGUE
from generator.prose.titles import split_title
from generator.text.matching.normal import fold
from generator.text.patterns import compiled
from generator.text.search_words import UNSPACED

Span = tuple[int, int]

_OBJECT = compiled(rf"(?<!\w)(?:{any_of(each.objects for each in LANGUAGES)})\s+(?:\w+\.?\s+){{0,2}}$", re.IGNORECASE)
_OBJECTS = compiled(rf"\s(?:{any_of(each.objects for each in LANGUAGES)})\s", re.IGNORECASE)
_OWNS = compiled(r"['’]s?\s+(?!said\b|says\b)\w")  # Kim's soldiers
_LONGER = compiled(r"[ -](?!Jr|Sr)[A-Z][a-z]+")  # Kim, in Kim Jong Un
_ARTICLE = compiled(r"^(?:the|an?)\s+", re.IGNORECASE)
_OWNER = compiled(r"^.*?\w['’]s? (?=\w)")  # the agency's director is its director
_PHRASE_END = compiled(r",|\s(?:of|for|from|at|in|on|with|who)\s")
_ROLE_END = compiled(r",|\s(?:of|for|at|in)\s")
_UNSPACED = compiled(f"[{UNSPACED}]")
_WORD = compiled(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")  # of a script without spaces each character
_NEAR = 60  # characters before a name that make an object of it


def places(actor: Actor, text: str) -> Iterator[Span]:
    """Where an actor is named in a text, which is folded."""
    names, lowered = _names(actor), _lowered(text)
    yield from _whole(names.free, lowered)
    yield from _whole(names.exact, text)
    yield from (span for span in _whole(names.heads, lowered) if span[1] == len(text) or _PHRASE_END.match(text, span[1]))


def is_named(actor: Actor, text: str) -> bool:
    """Whether an actor is named, and not somebody else whose name only begins alike, or something of theirs."""
    return any(not is_part(text, end) for _, end in places(actor, text)) or is_described(actor, text)


def is_described(actor: Actor, text: str) -> bool:
    """Whether the noun of somebody who has no name stands in a text: a pupil, one of her pupils."""
    return any(not _OWNS.match(text, end) for _, end in _whole(_names(actor).nouns, _lowered(text)))


def may_speak(text: str, start: int, end: int) -> bool:
    """Whether a name may be a subject: it is no object, and no part of something else."""
    return not (_OBJECT.search(text[max(0, start - _NEAR) : start]) or is_part(text, end))


def head(piece: str) -> str:
    """What a phrase is about, without those whom a preposition ties to it: the mayor, of the mayor at the request of Kay."""
    return _OBJECTS.split(piece, maxsplit=1)[0]


def is_part(text: str, end: int) -> bool:
    """Whether a name that ends somewhere owns what follows, or is part of a longer one."""
    return bool(_OWNS.match(text, end) or _LONGER.match(text, end))


class Cast:
    """Actors by the words of their names: of a thousand, the few whom a text may name. `others` come before them."""

    def __init__(self, actors: Iterable[Actor], others: Cast | None = None) -> None:
        self._others = others
        self._actors = tuple(actors)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, actor in enumerate(self._actors):
            for word in _names(actor).words:
                self._by_word[word].append(number)

    def near(self, text: str) -> tuple[Actor, ...]:
        """The actors of whose names, or of the nouns for them, a word stands in a text, which is folded; in their order."""
        found = {number for word in _words(text) & self._by_word.keys() for number in self._by_word[word]}
        return (*(self._others.near(text) if self._others else ()), *(self._actors[number] for number in sorted(found)))


@lru_cache(maxsize=1)
def of_shared(shared: Shared) -> Cast:
    """The shared actors, which many briefs have in common."""
    return Cast(shared.actors)


class _Names(NamedTuple):
    """What an actor is called: in any case (in lower case here); only as it is written, so not `UN` for `Un`.

    `heads` are the nouns of somebody who has no name, `nouns` these and their plurals; `words` are some of which each text that names the
    actor has one at least.
    """

    free: tuple[str, ...]
    exact: tuple[str, ...]
    heads: tuple[str, ...]
    nouns: tuple[str, ...]
    words: frozenset[str]


def _names(actor: Actor) -> _Names:
    return _called(actor.name, tuple(actor.aliases), tuple(role.role for role in actor.role), is_person=actor.kind == "person")


@lru_cache(maxsize=16384)
def _called(name: str, aliases: tuple[str, ...], roles: tuple[str, ...], *, is_person: bool) -> _Names:
    free = [_ARTICLE.sub("", one) for one in (name, *aliases)]
    free += [_OWNER.sub("", one) for one in free]
    heads = [_head(one) for one in free if is_person]
    free = [split_title(one)[1] if is_person else one for one in free] + [_ARTICLE.sub("", _ROLE_END.split(role)[0]) for role in roles]
    parts = split_title(name)[1].split() if is_person else []
    own = [part for part in (parts[-1:] + parts[:1] if len(parts) > 1 else []) if part[0].isupper() and not _ARTICLE.match(f"{part} ")]
    if len(parts) > 2 and parts[-2].isalpha() and parts[-2].islower():
        own += [f"{form} {parts[-1]}" for form in (parts[-2], parts[-2].capitalize())]  # De Wit, of Ruben de Wit
    exact = [*own, *(part.upper() for part in own if len(part) > 3)]
    anyhow, so, ending = _folded(map(_lowered, free)), _folded(exact), _folded(map(_lowered, heads))
    nouns = (*ending, *(f"{head}s" for head in ending))
    words = (max(_words(one), key=len, default="") for one in (*anyhow, *so, *nouns))
    return _Names(anyhow, so, ending, nouns, frozenset(words))


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    """The longest first, so that a name is found as a whole."""
    return tuple(sorted({folded for name in names if (folded := fold(name))}, key=len, reverse=True))


def _head(name: str) -> str:
    """The noun of somebody who has no name: a union representative, the mayor of Vathy."""
    head = _PHRASE_END.split(name)[0].split()[-1:]
    return head[0] if head and name[0].islower() and head[0] not in VAGUE else ""


def _whole(names: Iterable[str], text: str) -> Iterator[Span]:
    """Where names stand as whole words."""
    found: list[Span] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            at = bisect(found, (start, end))
            is_within = any(start < other[1] and other[0] < end for other in found[max(0, at - 1) : at + 1])  # Kim, of Kim Jong Un
            if not is_within and not _runs_on(text, start) and not _runs_on(text, end):
                found.insert(at, (start, end))
            start = text.find(name, start + 1)
    return iter(found)


def _runs_on(text: str, at: int) -> bool:
    """Whether a word goes over a place; in a script without spaces nobody can tell, and it may begin or end anywhere."""
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    return _is_word(before) and _is_word(after) and not _UNSPACED.match(before) and not _UNSPACED.match(after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _lowered(text: str) -> str:
    """A text in lower case, character by character: offsets stay what they are."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(each.lower()[:1] for each in text)


def _words(text: str) -> set[str]:
    return {*_WORD.findall(_lowered(text))}
