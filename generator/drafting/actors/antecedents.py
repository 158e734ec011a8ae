"""Who has been named, has acted and has spoken up to a place: what pronouns and descriptions take up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.drafting.actors.cast import Member
from generator.drafting.actors.mentions import Mention

FAR = 5

Event = tuple[int, Member]


@dataclass
class Antecedents:
    """The mentions of a text, and the speakers and other subjects resolved so far, all by their offsets."""

    mentions: Sequence[Mention]
    paragraphs: Sequence[int]  # where each begins
    reach: int = FAR  # paragraphs back in which a person is looked for
    events: list[Event] = field(default_factory=list)  # speakers and subjects, in the order of the text
    speakers: list[Event] = field(default_factory=list)

    def speaks(self, at: int, member: Member) -> None:
        self.events.append((at, member))
        self.speakers.append((at, member))

    def acts(self, at: int, member: Member) -> None:
        self.events.append((at, member))

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin from `start` on and end before `end`, or a possessive's ending after it."""
        first = bisect_left(self.mentions, start, key=lambda one: one.start)
        last = bisect_left(self.mentions, end, key=lambda one: one.start)
        return [mention for mention in self.mentions[first:last] if mention.end <= end + 2]

    def person(self, before: int, gender: str, far: int = FAR) -> Member | None:
        """The person that a pronoun takes up: who spoke or acted last in its paragraph, else in the ones before it."""
        chosen: Member | None = None
        merely_named: Member | None = None  # by one name: gives way to somebody of the right gender who acted before
        for low, high in self._paragraphs(before, min(far, self.reach)):
            acted = [one for one in self._events(low, high) if _fits(one[1], gender)]
            named = [mention for mention in self.between(low, high) if not mention.is_quoted and _fits(mention.member, gender)]
            acted += [(mention.start, mention.member) for mention in named if mention.is_subject]
            chosen = _latest(acted)
            if chosen is None and named and merely_named is None:
                sure = [mention for mention in named if mention.member.gender] or named
                if any(mention.member is not sure[0].member for mention in sure):
                    return None
                merely_named = sure[0].member
                chosen = merely_named if merely_named.gender or " " in merely_named.name else None
            elif merely_named is not None and chosen is not None and not chosen.gender:
                chosen = merely_named
            if chosen is not None:
                break
        chosen = chosen or merely_named
        if chosen is not None:
            chosen.gender = chosen.gender or gender
        return chosen

    def body(self, before: int) -> Member | None:
        """The organisation or state that acted or spoke last in this paragraph or the one before; agencies only pass words on."""
        acted: list[Event] = []
        for low, high in self._paragraphs(before, 2):
            acted += self._events(low, high)
            acted += [(mention.start, mention.member) for mention in self.between(low, high) if mention.is_subject]
        return _latest([one for one in acted if _is_body(one[1])])

    def several(self, before: int) -> Member | None:
        """The group or organisation that spoke last in this paragraph or the one before."""
        low = min((low for low, _ in self._paragraphs(before, 2)), default=before)
        return _latest([one for one in self.speakers if low <= one[0] < before and one[1].kind in ("group", "organisation")])

    def last_speaker(self, before: int) -> Member | None:
        """Who spoke last in this paragraph or the two before it."""
        low = min((low for low, _ in self._paragraphs(before, 3)), default=before)
        return _latest([one for one in self.speakers if low <= one[0] < before])

    def _paragraphs(self, before: int, far: int) -> Iterator[tuple[int, int]]:
        """The paragraph of a place up to that place, then the ones before it."""
        here = bisect_right(self.paragraphs, before) - 1
        high = before
        for number in range(here, max(-1, here - far), -1):
            yield self.paragraphs[number], high
            high = self.paragraphs[number]

    def _events(self, low: int, high: int) -> list[Event]:
        start: Callable[[Event], int] = lambda one: one[0]  # noqa: E731
        return self.events[bisect_left(self.events, low, key=start) : bisect_left(self.events, high, key=start)]


def _latest(events: Sequence[Event]) -> Member | None:
    return max(events, key=lambda one: one[0])[1] if events else None


def _fits(member: Member, gender: str) -> bool:
    return member.kind in ("person", "anonymous") and (not gender or not member.gender or member.gender == gender)


def _is_body(member: Member) -> bool:
    return member.kind in ("organisation", "state") and not member.is_agency and (member.is_named or member.kind != "state")
