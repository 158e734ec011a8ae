"""What calls for a guard: the words without which it finds nothing, for few texts have them; and the one kind of shift that it tells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.prose.languages import language
from generator.prose.languages.language import Language
from generator.prose.shifts.pair import Kind, Pair, Shift

Words = Callable[[Language], Collection[str]]
Finding = Callable[[Pair], Iterator[Shift]]


@dataclass(frozen=True, eq=False)
class Guard:
    """A guard with the words, in a language, without which it finds nothing: of a text, and of its evidence; any for None.

    `tells` is the kind of all that it finds; None where it has several, or one that everybody asks for.
    """

    find: Finding
    ours: Words | None
    theirs: Words | None
    tells: Kind | None = None

    def __call__(self, pair: Pair) -> Iterator[Shift]:
        return self.find(pair)


def where(*, ours: Words | None = None, theirs: Words | None = None, tells: Kind | None = None) -> Callable[[Finding], Guard]:
    """Make a guard of a function that needs such words, and that need not look for them itself; and say what it tells."""
    return lambda find: Guard(find, ours, theirs, tells)


class Calls:
    """For each word the guards that it calls for."""

    def __init__(self, words_of: Iterable[tuple[Guard, Collection[str]]]) -> None:
        self._guards: set[Finding] = set()
        self._called: dict[str, set[Finding]] = {}
        for guard, words in words_of:
            self._guards.add(guard)
            for word in words:
                self._called.setdefault(word, set()).add(guard)

    def idle(self, words: frozenset[str]) -> set[Finding]:
        """The guards that none of these words calls for."""
        return self._guards.difference(*(self._called[word] for word in words & self._called.keys()))


class Guards:
    """Guards of which those that a pair calls for can be picked."""

    def __init__(self, *guards: Finding) -> None:
        self._guards = [guard for guard in guards if isinstance(guard, Guard)]
        self._calls = cache(self._by_language)

    def idle(self, pair: Pair, kinds: Collection[Kind] | None = None) -> set[Finding]:
        """Those that find nothing in a pair, by its words, or nothing of such kinds; of any for None."""
        ours, theirs = self._calls(pair.language.tag)
        idle = ours.idle(pair.ours.set) | theirs.idle(pair.theirs.set)
        return idle if kinds is None else idle.union(guard for guard in self._guards if guard.tells and guard.tells not in kinds)

    def _by_language(self, tag: str) -> tuple[Calls, Calls]:
        tongue = language(tag)
        return (
            Calls((guard, guard.ours(tongue)) for guard in self._guards if guard.ours),
            Calls((guard, guard.theirs(tongue)) for guard in self._guards if guard.theirs),
        )
