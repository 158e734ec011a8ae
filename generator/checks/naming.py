"""Where a text names an actor: by name, last or first name, alias or role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.items import Actor
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.languages.english_nouns import VAGUE
from generator.prose.titles import split_title
from generator.text.matching.normal import fold

Span = tuple[int, int]

_OBJECT = re.compile(rf"(?<!\w)(?:{any_of(each.objects for each in LANGUAGES)})\s+(?:\w+\.?\s+){{0,2}}$", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\s+(?!said\b|says\b)\w")  # Kim's soldiers
_LONGER = re.compile(r"[ -](?!Jr|Sr)[A-Z][a-z]+")  # Kim, in Kim Jong Un
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_OWNER = re.compile(r"^.*?\w['’]s? (?=\w)")  # the agency's director is its director
_PHRASE_END = re.compile(r",|\s(?:of|for|from|at|in|on|with|who)\s")
_ROLE_END = re.compile(r",|\s(?:of|for|at|in)\s")
_NEAR = 60  # characters before a name that make an object of it


def places(actor: Actor, text: str) -> Iterator[Span]:
    """Where an actor is named in a text, which is folded."""
    for pattern in _names(actor).patterns:
        yield from (match.span() for match in pattern.finditer(text))


def is_named(actor: Actor, text: str) -> bool:
    """Whether an actor is named, and not somebody else whose name only begins alike, or something of theirs."""
    return any(not is_part(text, end) for _, end in places(actor, text)) or is_described(actor, text)


def is_described(actor: Actor, text: str) -> bool:
    """Whether the noun of somebody who has no name stands in a text: a pupil, one of her pupils."""
    return _names(actor).noun.search(text) is not None


def may_speak(text: str, start: int, end: int) -> bool:
    """Whether a name may be a subject: it is no object, and no part of something else."""
    return not (_OBJECT.search(text[max(0, start - _NEAR) : start]) or is_part(text, end))


def is_part(text: str, end: int) -> bool:
    """Whether a name that ends somewhere owns what follows, or is part of a longer one."""
    return bool(_OWNS.match(text, end) or _LONGER.match(text, end))


class _Names(NamedTuple):
    """What stands for an actor: in any case; only as it is written, so not `UN` for `Un`; a noun at a phrase's end; the noun anywhere."""

    free: re.Pattern[str]
    exact: re.Pattern[str]
    head: re.Pattern[str]
    noun: re.Pattern[str]

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        return self.free, self.exact, self.head


def _names(actor: Actor) -> _Names:
    return _compiled(actor.name, tuple(actor.aliases), tuple(role.role for role in actor.role), is_person=actor.kind == "person")


@lru_cache(maxsize=1024)
def _compiled(name: str, aliases: tuple[str, ...], roles: tuple[str, ...], *, is_person: bool) -> _Names:
    free = [_ARTICLE.sub("", one) for one in (name, *aliases)]
    free += [_OWNER.sub("", one) for one in free]
    heads = [_head(one) for one in free if is_person]
    free = [split_title(one)[1] if is_person else one for one in free] + [_ARTICLE.sub("", _ROLE_END.split(role)[0]) for role in roles]
    parts = split_title(name)[1].split() if is_person else []
    own = [part for part in (parts[-1:] + parts[:1] if len(parts) > 1 else []) if part[0].isupper() and not _ARTICLE.match(f"{part} ")]
    exact = [*own, *(part.upper() for part in own if len(part) > 3)]
    ends = rf"(?=$|{_PHRASE_END.pattern})"
    return _Names(_any(free, re.IGNORECASE), _any(exact, 0), _any(heads, re.IGNORECASE, ends), _any(heads, re.IGNORECASE, r"s?(?!\w)"))


def _head(name: str) -> str:
    """The noun of somebody who has no name: a union representative, the mayor of Vathy."""
    head = _PHRASE_END.split(name)[0].split()[-1:]
    return head[0] if head and name[0].islower() and head[0] not in VAGUE else ""


def _any(names: list[str], flags: int, after: str = r"(?!\w)") -> re.Pattern[str]:
    """The longest first, so that a name is found as a whole."""
    folded = sorted({fold(name) for name in names if name}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, folded)) or '(?!)'}){after}", flags)
