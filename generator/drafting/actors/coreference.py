"""Whom a speaker's phrase means: a name, a pronoun, “the minister”, “a source”. Nobody, where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.actors.antecedents import Antecedents
from generator.drafting.actors.cast import Cast, Member
from generator.drafting.actors.descriptions import ORDINALS, is_doubtful, is_embedded, kind_of_noun, last_mention
from generator.drafting.actors.mentions import Mention
from generator.drafting.actors.naming import clean, is_description, kind_of, role_of, split_title
from generator.prose.agencies import AGENCIES
from generator.prose.languages.english_nouns import (
    BODIES,
    COMMON_BODIES,
    DOCUMENTS,
    ISSUED,
    LOOSE,
    PERSONAL,
    UNNAMED,
    VAGUE,
    gender_of_pronoun,
    is_group,
)
from generator.prose.titles import TITLES

_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:(?P<who>his|her|its|their)|my|our|your)\s+", re.IGNORECASE)
_PERSONAL_PRONOUN = re.compile(r"(?:he|she|him|her|himself|herself|er|sie|il|elle)$", re.IGNORECASE)
_AGED = re.compile(r"(?:the|this)\s+(?:[\w-]+\s+)*(?:\d+-year-old|[a-z]+-year-old)\b", re.IGNORECASE)
_FORMER = re.compile(r"the\s+(?:former|retired)\s+[a-z]", re.IGNORECASE)
_NATIONAL = re.compile(r"the\s+(?:[a-z-]+\s+)?[A-Z][a-z]+(?:an|ian|ese|ish|man|woman|er|ch|born)$")
_PARTICLE = r"(?:al-|el-|d[aeiu]|l[ae]|van|von)?"
_APPOSITION = re.compile(
    r"(?:\s\([^()]{1,80}\))?(?:\s+(?:who|that|which)\s[^,.;:]{1,60}(?=,))?,?(?P<called>\s+(?:named|called))?\s+(?:(?:the|an?)\s+(?:[\w’'-]+\s+){1,3}?)?"
    r"(?P<title>(?:" + "|".join(sorted(title.capitalize() for title in TITLES)) + r")\.?\s+)*"
    r"(?P<name>" + _PARTICLE + r"[A-Z][\w’'-]+(?:\s+" + _PARTICLE + r"[A-Z][\w’'.-]*){0,3})"
)
_ROLE_BEFORE = re.compile(r"^(?:[A-Z][a-z]+\s+(?=[a-z]))?(?:(?!(?:of|from|for|at|in|to|by|with|on|and)\b)[a-zà-ÿ][\w’'-]*\s+)+(?=[A-ZÀ-Þ])")
_ONE = re.compile(r"(?:one|another)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w’'&.-]+")
_OF_OWNER = re.compile(r"['’]s?\s")
_NEWSPAPER = re.compile(r"\b(?:newspaper|daily|tabloid|broadsheet)\b", re.IGNORECASE)


def _follows_name(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a full name stands right after another name: “the mayor of East Harbour Ann Lee”."""
    return " " in mention.member.name and any(other.end == mention.start - 1 for other in others)


@dataclass
class Resolver:
    """Resolves speakers in the order of the text."""

    body: str
    cast: Cast
    known: Antecedents

    def resolve(self, start: int, end: int, head: int) -> Member | None:
        """The actor that the phrase of a speaker from `start` to `end` means; `head` is the offset of its chief word."""
        member = self._resolve(start, end, head)
        if member is not None and member.kind == "state" and not member.is_named:
            member = self.cast.state(member.name, start, end) or member
        if member is not None:
            member.speaks = True
            self.known.speaks(start, member)
        return member

    def take_up(self, start: int, end: int, head: int) -> None:
        """Note whom a subject means who does not speak here: a pronoun farther on may take it up."""
        member = self._resolve(start, end, head)
        owned = _POSSESSIVE.match(self.body, start, end)
        if member is None or (owned and not member.is_named and member.gender and member.gender == gender_of_pronoun(owned["who"] or "")):
            return  # after “her mother wanted her to leave”, “she” is the daughter more often than not
        self.known.acts(start, member)

    def _resolve(self, start: int, end: int, head: int) -> Member | None:
        words = self.body[start:end]
        if _PERSONAL_PRONOUN.match(words):
            return self.known.person(start, gender_of_pronoun(words))
        if words.casefold() in ("they", "them"):
            return self.known.several(start)
        if words.casefold() == "it":
            return self.known.body(start)
        if words.casefold() in VAGUE or words.casefold() in ("i", "we", "you", "which", "whom"):
            return None
        if _AGED.match(words) or _NATIONAL.match(words):
            return self.known.person(start, "")
        return self._named(start, end, head) or self._described(start, end, head)

    def _named(self, start: int, end: int, head: int) -> Member | None:
        """A name that is the head of the phrase, or stands beside it."""
        inside = self.known.between(start, end)
        for mention in inside:
            is_head = mention.start <= head < mention.end
            closes = (
                mention is inside[-1]
                and not self._is_joined(inside)
                and mention.end >= end - 1
                and mention.member.kind == "person"
                and (not is_embedded(self.body[start : mention.start]) or _follows_name(mention, inside))
            )
            if is_head or closes:
                mention.member.mentions.add((mention.start, mention.end))
                return mention.member
        return self._beside(start, end, head) or self._name_by_words(start, end)

    def _is_joined(self, inside: Sequence[Mention]) -> bool:
        """Whether a phrase names several people: “Ann Lee and Carlo Benedetti”."""
        people = [mention for mention in inside if mention.member.kind == "person"]
        return len(people) > 1 and re.search(r"\band\b", self.body[people[0].end : people[-1].start]) is not None

    def _beside(self, start: int, end: int, head: int) -> Member | None:
        """The name set beside a description: “the prefect, Anne Roy,”."""
        noun = self._head(head)
        match = _APPOSITION.match(self.body, end) if noun[:1].islower() or noun == "One" or noun.casefold() in PERSONAL else None
        if match is None or noun.casefold() in DOCUMENTS:
            return None
        mention = next(
            (one for one in self.known.between(match.start("name"), match.end("name") + 40) if one.start < match.end("name")), None
        )
        if noun.casefold() in BODIES:
            return self.cast.body(match["name"], *match.span("name")) if mention is None or mention.member.kind == "organisation" else None
        is_personal = noun.casefold() in PERSONAL or bool(match["title"])
        if mention is not None and is_personal and (" " in mention.member.name or match["title"]) and is_doubtful(mention.member):
            mention.member.kind, mention.member.is_named = "person", True
        if mention is not None and mention.member.kind != "person":
            return None
        first, last = (mention.start, mention.end) if mention is not None else match.span("name")
        is_name = " " in match["name"] or match["title"] or match["called"] or self.body[match.end("name") :].startswith(",")
        if mention is None and not (is_personal and is_name):
            return None
        return self.cast.person(self.body[first:last], first, last, role=role_of(self.body[start:end]))

    def _name_by_words(self, start: int, end: int) -> Member | None:
        """A name that no model has marked: by its capitals."""
        name = _ROLE_BEFORE.sub("", clean(self.body[start:end]))
        title, bare = split_title(name)
        words = bare.split()
        if (
            not words
            or not bare[:1].isupper()
            or not all(word[:1].isupper() for word in words if len(word) > 3)
            or not words[-1][:1].isupper()
            or len(words) > 5
            or is_description(bare)
        ):
            return None
        last = words[-1].casefold()
        if last in PERSONAL | UNNAMED | TITLES or (last in BODIES | DOCUMENTS and len(words) < 3):
            return None
        known = self.cast.find_person(name, start) or self.cast.find_body(name)
        if known is None and len(words) == 1:
            longer = re.search(rf"\b((?:[A-Z][\w’'-]+\s+){{1,2}}){re.escape(bare)}\b", self.body[:start])
            if longer:
                known = self.cast.person(split_title(longer[0])[1], longer.start(), longer.end())
        if known is not None:
            known.add(bare, start, end)
            return known
        state = self.cast.state(name, start, end)
        if state is not None:
            return state
        kind = kind_of(name, "")
        if kind == "organisation" or name.casefold() in AGENCIES or name.isupper():
            return self.cast.body(name, start, end)
        if title or (2 <= len(words) <= 4 and not _DEFINITE.match(self.body[start:end])):
            return self.cast.person(name, start, end)
        if is_group(words[-1].casefold()):
            return self.cast.body(name, start, end, "group")
        return self.cast.body(name, start, end)

    def _described(self, start: int, end: int, head: int) -> Member | None:
        words, noun = self.body[start:end], self._head(head).casefold()
        if noun == "paper" and _NEWSPAPER.search(self.body):
            noun = "newspaper"
        if noun in DOCUMENTS:
            return self._issuer(start, end, head, noun)
        if noun in VAGUE:
            return None
        definite, possessive = _DEFINITE.match(words), _POSSESSIVE.match(words)
        name = clean(words)
        if definite:
            known = self._by_head(name, noun, start)
            if known is not None:
                known.add(name, start, end)
                return known
            if noun in PERSONAL and _FORMER.match(words) and (former := self.known.person(start, "")) is not None:
                return former
        if possessive:
            owner = self._owner(start, possessive["who"])
            if owner is None:
                return None
            name = f"{owner.name}’s {words[possessive.end() :]}"
        elif not definite:
            name = words.lower() if noun == name.casefold() and noun in ORDINALS else _ONE.sub("", name)
        kind = kind_of_noun(noun, definite=bool(definite or possessive))
        return self.cast.unnamed(name, kind, noun, start, end) if kind else None

    def _issuer(self, start: int, end: int, head: int, noun: str) -> Member | None:
        """Who speaks in a document: whose it is, whom it is from, and of “the statement” who spoke last."""
        for mention in self.known.between(start, end):
            if mention.end <= head and _OF_OWNER.match(self.body, mention.end):
                return mention.member
            if mention.start > head and self.body[head : mention.start].split()[1:2] in (["from"], ["by"]):
                return mention.member
        if noun not in ISSUED or not _DEFINITE.match(self.body, start, end):
            return None
        return self.known.last_speaker(start)

    def _owner(self, start: int, pronoun: str | None) -> Member | None:
        lowered = (pronoun or "").casefold()
        if lowered in ("his", "her"):
            return self.known.person(start, gender_of_pronoun(lowered))
        if lowered == "its":
            return self.known.body(start)
        return self.known.several(start) or self.known.body(start) if lowered == "their" else None

    def _by_head(self, name: str, noun: str, start: int) -> Member | None:
        """Whom a definite description takes up: who has been called so, else who was last named by its chief word."""
        called = [one for one in self.cast.members if name.casefold() in (other.casefold() for other in one.names)]
        if called:
            return called[0]
        wanted = {word.casefold() for word in re.split(r"[\s-]+", name)}
        proper = {word.casefold() for word in re.split(r"[\s-]+", name) if word[:1].isupper() and word.casefold() not in TITLES}
        found = [one for one in self.cast.members if noun in one.heads and proper <= one.heads and last_mention(one, start) >= 0]
        if found:
            return max(found, key=lambda one: (len(wanted & one.heads), last_mention(one, start)))
        if noun in PERSONAL - UNNAMED:
            person = self.known.person(start, "", far=2 if noun in LOOSE else 1)
            return person if person is not None and (noun in LOOSE or proper or not person.roles) else None
        if noun in COMMON_BODIES:
            body = self.known.body(start)
            return body if body is not None and body.kind == "organisation" else None
        return None

    def _head(self, head: int) -> str:
        match = _WORD.match(self.body, head)
        return match[0].rstrip(".’'") if match else ""
