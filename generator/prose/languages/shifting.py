"""What a language has for telling whether a sentence says more than, or something else than, the sentence that it rests on.

Words are in lower case and stand in the forms in which texts have them. Patterns are pieces of regular expressions as elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True)
class Sides:
    """Words of two sides that exclude each other; `excuses` are loose words by which an evidence may still mean a side."""

    one: frozenset[str]
    other: frozenset[str]
    excuses: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@dataclass(frozen=True)
class Shifting:
    """The words of a language; what a language leaves out is not read in it."""

    function_words: frozenset[str] = frozenset()
    """Words that carry no matter."""

    ranks: Mapping[str, int] = field(default_factory=dict)
    """Words that say of how much something holds, from 1 (some) to 4 (all)."""
    no_rank_before: frozenset[str] = frozenset()
    no_rank_after: frozenset[str] = frozenset()
    """Words beside which the same words rank nothing: at all, the most expensive, each other."""
    nearly: frozenset[str] = frozenset()
    """Words that take a little from a rank: almost all."""
    wholes: frozenset[str] = frozenset()
    """Words of rank that keep it behind an article: the entire."""
    sweeping: frozenset[str] = frozenset()
    """Words of the highest rank that nothing but such a word says: unanimous."""
    nones: frozenset[str] = frozenset()
    few: frozenset[str] = frozenset()
    """Words that leave nobody and no time, and those that leave little: never, seldom."""
    exceptions: frozenset[str] = frozenset()
    except_: frozenset[str] = frozenset()
    """Words for what is left out of a whole, and those by which a text may leave it out otherwise: exempt; but, other."""
    only: frozenset[str] = frozenset()
    limited: frozenset[str] = frozenset()
    """Words by which a text may say *only* otherwise: sole, except."""
    rest: frozenset[str] = frozenset()
    """Words by which a text speaks of what is left of a whole: a quarter stays, where three quarters go."""
    part: str = "(?!)"
    """A pattern for a part of something, whose group `whole` is the first word of the thing."""
    part_words: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    """Words by which a text may say that otherwise."""

    conditions: str = "(?!)"
    """A pattern for what begins a condition, besides the language's `conditions`: in case of."""
    condition_words: frozenset[str] = frozenset()
    """Words of which a condition has one: a quick look before a thorough one, as others below."""
    conditional: frozenset[str] = frozenset()
    """Words by which a sentence keeps a condition: depends, would."""

    anyway: str = "(?!)"
    """Words by which something holds whatever else does: whether or not, a pattern."""
    afterwards: frozenset[str] = frozenset()
    """Those of them that also say when something is, and keep no condition where the evidence has them beside it: after, when."""

    plans: frozenset[str] = frozenset()
    """Words that say that something is to come, planned or tried."""
    present: frozenset[str] = frozenset()
    """Verbs behind which a participle is no past: is moved, gets published."""
    contests: frozenset[str] = frozenset()
    """Words of winning and losing, which say the same of the one as of the other."""
    undoing: frozenset[str] = frozenset()
    """Verbs of undoing, by which a sentence says the contrary of what they govern: it reversed its decision to close."""
    keeping: str = "(?!)"
    """A pattern that does the same for a verb at its end: bars shops from opening."""
    planned: frozenset[str] = frozenset()
    """Words by which a sentence keeps that, and which alone do not say so."""
    pasts: Mapping[str, str] = field(default_factory=dict)
    """Irregular past forms and participles, and the verbs that they are of."""
    past_endings: tuple[str, ...] = ()
    to_do: frozenset[str] = frozenset()
    """Those of the words of `done` that also make what is to be done: are, is."""
    done: frozenset[str] = frozenset()
    """Forms of auxiliary verbs that make something done: has, was."""
    over: str = "(?!)"
    """A pattern for what says that something is over: used to."""
    over_words: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    """Words by which a text may say so: was, former."""

    contraries: tuple[Sides, ...] = ()
    """Words that exclude each other."""
    attributes: tuple[Sides, ...] = ()
    """Adjectives that exclude each other where both are of the same noun, or both stand behind a verb of `linking`."""
    linking: frozenset[str] = frozenset()
    converses: tuple[Sides, ...] = ()
    """Words that say the same when what stands before and after them is exchanged: before, after."""
    rising: frozenset[str] = frozenset()
    falling: frozenset[str] = frozenset()
    """Words by which something goes up or down, or is more or less."""
    becoming: frozenset[str] = frozenset()
    """Words beside them that say nothing else: become, likely."""
    then: frozenset[str] = frozenset()
    """Words by which a text speaks of what was before, from which it goes the other way."""
    more: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    """Comparatives of an amount, whichever it is: higher, dearer; fewer, cheaper."""
    larger: frozenset[str] = frozenset()
    lesser: frozenset[str] = frozenset()
    quicker: frozenset[str] = frozenset()
    slower: frozenset[str] = frozenset()
    """Comparatives of what figures measure: longer, shorter; of what takes less time, or more: faster, slower."""
    stronger: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """Words, and stronger ones that they do not mean: damage, destroy."""
    superlative: str = "(?!)"
    """A pattern for a superlative."""
    one_of: str = "(?!)"
    """A pattern for a superlative that holds of several: one of the largest, second largest."""
    ever: frozenset[str] = frozenset()
    """Words that take a superlative of some time for one of all times."""
    several: frozenset[str] = frozenset()
    """Words for more than one, of which a superlative leaves none."""
    never: frozenset[str] = frozenset()
    """Words by which a negated comparison holds of all times."""
    places: Mapping[str, int] = field(default_factory=dict)
    """Words for where a superlative holds, by how far that reaches."""
    widest: frozenset[str] = frozenset()
    """Words by which a superlative holds of the whole world."""
    bests: frozenset[str] = frozenset()
    """Words by which a text may say a superlative otherwise: record, never."""

    open: str = "(?!)"
    """A pattern for what leaves open, or without proof, what comes after it: no evidence that, whether."""
    open_words: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    """Words by which a text may say that otherwise: unproven, asks."""

    unshown: str = "(?!)"
    """A pattern by which a text denies that something is known or shown."""
    question_words: frozenset[str] = frozenset()
    """Words that begin a question about what is so: why, who."""

    denying: str = "(?!)"
    """A pattern for what makes that what it governs is not so: refused to; in its group `lacking` what says so of a thing: without."""
    denying_words: frozenset[str] = frozenset()
    nots: frozenset[str] = frozenset()
    """Words that turn it: did not refuse."""

    causes: str = "(?!)"
    """A pattern for a cause."""
    cause_words: frozenset[str] = frozenset()
    caused: frozenset[str] = frozenset()
    """Words by which a text may say a cause otherwise."""
    follows: frozenset[str] = frozenset()
    """Words that put one thing after or beside another, and say no cause: after."""
    by: frozenset[str] = frozenset()
    """What stands before the doer in a passive."""
    being: frozenset[str] = frozenset()
    """Forms of what makes a passive."""

    sayers: tuple[str, ...] = ()
    """Patterns for who says something, whose group `who` are the words for them."""
    sayer_words: frozenset[str] = frozenset()
    people: tuple[frozenset[str], ...] = ()
    """Nouns for those who say something that may mean the same."""
    telling: frozenset[str] = frozenset()
    """Words by which a text gives what somebody thinks, besides verbs of speech: considers, opinion."""
    opinions: tuple[str, ...] = ()
    """Patterns for whose opinion it is, as those of `sayers`."""
    agreeing: frozenset[str] = frozenset()
    """Words by which one says what another does: confirms, also."""
    against: frozenset[str] = frozenset()
    """Words by which it gives who says the contrary: disputes, rejects."""
    anybody: frozenset[str] = frozenset()
    """Words for a sayer that may mean anybody named before: he, spokesman."""

    periods: tuple[tuple[str, str], ...] = ()
    """A name for each period, and the pattern by which a rate names it."""
    period_words: frozenset[str] = frozenset()

    particles: frozenset[str] = frozenset()
    """Words behind a verb or at the end of its clause that belong to it: turned down, nahm … zu."""
    has_capital_nouns: bool = False
    """Whether nouns are written with a capital as names are."""
    peoples: Mapping[str, str] = field(default_factory=dict)
    """Adjectives of states that begin otherwise than their names: dutch."""

    @cached_property
    def contraries_of(self) -> Mapping[str, tuple[Opposed, ...]]:
        """What each word excludes."""
        return _opposed(self.contraries)

    @cached_property
    def attributes_of(self) -> Mapping[str, tuple[Opposed, ...]]:
        """The same of adjectives."""
        return _opposed(self.attributes)

    @cached_property
    def silent(self) -> frozenset[str]:
        """Words that say which way something goes, or that somebody says it, and not what is spoken of."""
        return self.rising | self.falling | self.sayer_words | self.telling

    @cached_property
    def persons(self) -> frozenset[str]:
        """All nouns for those who say something."""
        return frozenset().union(*self.people)

    @cached_property
    def converses_of(self) -> Mapping[str, tuple[Opposed, ...]]:
        return _opposed(self.converses)

    @cached_property
    def weaker_than(self) -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
        """For each strong word the weak ones, with all that are as strong."""
        found: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}
        for weak, strong in self.stronger:
            for word in strong:
                found[word] = (*found.get(word, ()), (weak, strong))
        return found


class Opposed(NamedTuple):
    """A side and the other; `excuse` and `back` are the loose words of each."""

    mine: frozenset[str]
    other: frozenset[str]
    excuse: frozenset[str]
    back: frozenset[str]


def _opposed(table: tuple[Sides, ...]) -> Mapping[str, tuple[Opposed, ...]]:
    found: dict[str, tuple[Opposed, ...]] = {}
    for each in table:
        both = Opposed(each.one, each.other, *each.excuses), Opposed(each.other, each.one, *reversed(each.excuses))
        for opposed in both:
            for word in opposed.mine:
                found[word] = (*found.get(word, ()), opposed)
    return found


def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())


def word_pairs(table: Iterable[tuple[str, str]]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words of both columns of a table, row by row."""
    return tuple((words(one), words(other)) for one, other in table)


def sides(table: str) -> tuple[Sides, ...]:
    """Sides from a table: words, `|`, words of the other side, `;`; a `~` marks an excuse."""
    return tuple(_sides(entry) for entry in table.split(";") if entry.strip())


def inflected(table: tuple[Sides, ...], endings: tuple[str, ...]) -> tuple[Sides, ...]:
    """The sides of a table with the endings that their words may have."""

    def forms(side: frozenset[str]) -> frozenset[str]:
        return frozenset(word + ending for word in side for ending in ("", *endings))

    return tuple(Sides(forms(each.one), forms(each.other)) for each in table)


def irregular(table: str) -> Mapping[str, str]:
    """Past forms and their verbs from a table: forms, the last with `:` and the verb."""
    forms: dict[str, str] = {}
    waiting: list[str] = []
    for entry in table.split():
        form, _, verb = entry.partition(":")
        waiting.append(form)
        if verb:
            forms |= dict.fromkeys(waiting, verb)
            waiting = []
    return forms


def _sides(entry: str) -> Sides:
    both = [half.split() for half in entry.split("|")]
    one, other = (frozenset(word for word in half if not word.startswith("~")) for half in both)
    mine, theirs = (frozenset(word[1:] for word in half if word.startswith("~")) for half in both)
    return Sides(one, other, (mine, theirs))
