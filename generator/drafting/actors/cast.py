"""The actors of a text while it is read: who has been named, by which names, with which role, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.drafting.actors.naming import agency, clean, gender_of, initials, parts, split_title
from generator.drafting.drafted import Actor
from generator.prose.agencies import AGENCIES
from generator.prose.first_names import GENDERS
from generator.prose.languages.english_nouns import BODIES, LEGAL_WORDS
from generator.prose.names import REGAL
from generator.prose.states import state, state_name, state_of_capital
from generator.prose.titles import COURTESIES
from generator.text.slugs import slug

_MAX_ROLE = 120
_LONGEST_ID = 60
_BESIDE = re.compile(r"\s(?:of|for|at|in|from|with|on|by|to|who|which|that)\s")  # after these a role speaks of something else
_AFTER = {"Jr": "Jr.", "Sr": "Sr.", "II": "II", "III": "III"}  # what is part of a name after it
_HALVES = ("North", "South", "East", "West")


@dataclass
class Member:
    """One actor in the making."""

    kind: str
    name: str
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)  # nouns by which a text may take the actor up again
    mentions: set[tuple[int, int]] = field(default_factory=set)
    gender: str = ""
    code: str = ""
    is_named: bool = True
    speaks: bool = False
    is_agency: bool = False

    def add(self, name: str, start: int, end: int) -> None:
        self.mentions.add((start, end))
        if name and name not in self.names:
            self.names.append(name)

    def add_role(self, role: str) -> None:
        role = " ".join(role.split()).strip(" ,.;:–—-")
        if role and len(role) <= _MAX_ROLE and role not in self.roles:
            self.roles.append(role)
            words = _BESIDE.split(role, maxsplit=1)[0].replace("’", " ").replace("-", " ").split()
            self.heads.update(word.strip(",.").casefold() for word in words)
            self.gender = self.gender or gender_of(words)


class Cast:
    """All members; each method finds the one that is meant or takes in a new one."""

    def __init__(self) -> None:
        self.members: list[Member] = []

    def _new(self, kind: str, name: str) -> Member:
        member = Member(kind, name)
        self.members.append(member)
        return member

    def of_kind(self, *kinds: str) -> Iterator[Member]:
        return (member for member in self.members if member.kind in kinds)

    def find_person(self, name: str, at: int | None = None, gender: str = "") -> Member | None:
        """The person of a name: by the same words, by a surname, or by the name of which this one is a longer form.

        A title tells husband from wife.
        """
        wanted = parts(name)
        if not wanted:
            return None
        people = [person for person in self.of_kind("person") if not gender or person.gender in ("", gender)]
        for same in (lambda known: known == wanted, lambda known: len(wanted) > 1 and len(known) > 1 and _agree(known, wanted)):
            found = [person for person in people if same(parts(person.name))]
            if found:
                return found[0]
        if len(wanted) == 1:
            by_last = [person for person in people if parts(person.name)[-1:] == wanted]
            by_first = [person for person in people if parts(person.name)[:1] == wanted]
            return _preferred(by_last + by_first if not by_last or len(by_first) > 1 else by_last, name, at)
        shorter = [person for person in people if len(parts(person.name)) == 1 and parts(person.name)[0] in (wanted[-1], wanted[0])]
        return shorter[0] if shorter else None

    def person(self, name: str, start: int, end: int, *, role: str = "") -> Member:
        """A named person."""
        title, bare = split_title(clean(name))
        member = self.find_person(bare, start, gender_of(title.split())) or self._new("person", bare)
        if len(parts(bare)) > len(parts(member.name)):
            member.name = bare
        member.gender = member.gender or gender_of(title.split()) or (GENDERS.get(bare.split()[0].casefold(), "") if " " in bare else "")
        member.add(bare, start, end)
        numbered = clean(name).partition(bare)[2].strip(", ")
        if numbered in _AFTER:
            member.add(f"{bare} {_AFTER[numbered]}", start, end)
        if title.split()[-1:] and title.split()[-1].lower() in REGAL:
            crowned = " ".join(clean(name).split()[len(title.split()) - 1 :])
            member.add(crowned, start, end)
            member.add(crowned.partition(" ")[2], start, end)
            if parts(crowned) == parts(member.name):
                member.name = crowned  # Pope Francis is never Francis
        if title and title.split()[0].rstrip(".").lower() not in COURTESIES:
            member.add_role(title)
        if role:
            member.add_role(role)
        return member

    def has_body(self, name: str) -> bool:
        """Whether an organisation has been called exactly so."""
        return any(name in member.names for member in self.of_kind("organisation"))

    def find_body(self, name: str) -> Member | None:
        """The organisation of a name: by the same words, or by its initials."""
        wanted = clean(name).casefold()
        for member in self.of_kind("organisation", "group"):
            known = [clean(other).casefold() for other in (member.name, *member.names)]
            if wanted in known:
                return member
        short = clean(name)
        for member in self.of_kind("organisation"):
            if short.isupper() and len(short) > 1 and initials(member.name) == short.replace(".", ""):
                return member
            if member.name.isupper() and len(member.name) > 1 and initials(short) == member.name.replace(".", ""):
                member.name = short
                return member
            if _is_short_for(short, member.name) or _is_short_for(member.name, short):
                member.name = max(member.name, short, key=len)
                return member
        return None

    def body(self, name: str, start: int, end: int, kind: str = "organisation") -> Member:
        """A named organisation or group."""
        bare = agency(clean(name))
        member = self.find_body(bare) or self._new(kind, bare)
        member.heads.update(word for word in bare.casefold().split() if word in BODIES)
        member.is_agency = member.is_agency or bare != clean(name) or bare.casefold() in AGENCIES
        member.add(bare, start, end)
        return member

    def state(self, name: str, start: int, end: int) -> Member | None:
        """A state, by its name or its capital's."""
        bare = clean(name)
        code = state(bare) or state_of_capital(bare)
        if code is None:  # “the North” is North Korea where that has been named
            half = next((one for one in self.of_kind("state") if bare in _HALVES and one.name.startswith(f"{bare} ")), None)
            if half is not None:
                half.add(bare, start, end)
            return half
        member = next((member for member in self.of_kind("state") if member.code == code), None)
        if member is None:
            member = self._new("state", bare if state(bare) else state_name(code))
            member.code = code
        member.add(bare, start, end)
        return member

    def place(self, name: str, start: int, end: int) -> Member:
        """A place that may turn out to be a government that speaks."""
        known = self.find_person(name, start) or self.find_body(name)
        member = known or next((one for one in self.of_kind("state") if one.name == name), None)
        if member is None:
            member = self._new("state", name)
            member.is_named = False
        member.add(name, start, end)
        return member

    def unnamed(self, phrase: str, kind: str, head: str, start: int, end: int) -> Member:
        """Somebody or something that the text names by a description only."""
        bare = phrase.strip(" ,.;:")
        member = next((one for one in self.members if one.kind == kind and bare.casefold() in (n.casefold() for n in one.names)), None)
        member = member or self._new(kind, bare)
        member.is_named = False
        member.add(bare, start, end)
        member.heads.update({head, *(word.strip(",.").casefold() for word in bare.replace("-", " ").split()[-3:])})
        member.gender = member.gender or gender_of([head])
        return member

    def actors(self) -> tuple[Actor, ...]:
        """The finished actors, in the order of their first mention; of those without a name the ones who speak."""
        ordered = sorted(
            (member for member in self.members if member.mentions and (member.is_named or member.speaks)),
            key=lambda member: (min(member.mentions), member.name),
        )
        ids = self.ids()
        return tuple(
            Actor(
                ids[id(member)],
                member.name,
                member.kind,
                tuple(name for name in member.names if name != member.name),
                member.roles[0] if member.roles else "",
                tuple(sorted(member.mentions)),
            )
            for member in ordered
        )

    def ids(self) -> dict[int, str]:
        """The id of each member, by its identity."""
        taken: dict[str, int] = {}
        found: dict[int, str] = {}
        for member in self.members:
            base = slug(member.name, _LONGEST_ID) or "actor"
            taken[base] = taken.get(base, 0) + 1
            found[id(member)] = base if taken[base] == 1 else f"{base}-{taken[base]}"
        return found


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name is another one without what kind of body it is: Amnesty of Amnesty International."""
    first, _, rest = name.partition(" ")
    return short == first and bool(rest) and all(word.casefold() in LEGAL_WORDS for word in rest.split())


def _agree(known: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the words of the shorter stand in the longer, ends included."""
    shorter, longer = sorted((known, wanted), key=len)
    return set(shorter) <= set(longer) and (shorter[-1] == longer[-1] or shorter[0] == longer[0]) and len(shorter) > 1


def _preferred(found: list[Member], name: str, at: int | None) -> Member | None:
    """Of several people with a surname the one who has been called by it alone, else the one named last before this place."""
    if len(found) < 2:
        return found[0] if found else None
    called = [person for person in found if name in person.names]
    if called:
        return called[0]
    before = [person for person in found if at is None or any(start < at for start, _ in person.mentions)]
    return max(before or found, key=lambda person: max((start for start, _ in person.mentions if at is None or start < at), default=-1))
