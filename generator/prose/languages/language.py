"""What a language is to this program: words and patterns, by what they say.

A pattern is a piece of a regular expression, without regard to case unless it says so (`(?-i:…)`); most are just words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.prose.languages.shifting import Shifting


def listed(table: str) -> tuple[str, ...]:
    """The patterns of a table, which commas divide; a space in one is any white space."""
    return tuple(" ".join(entry.split()).replace(" ", r"\s") for entry in re.split(r",\s", table.strip()))


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 tag; what a language leaves out is not read in it."""

    tag: str
    telling: frozenset[str]
    """Little words by which a text is known to be in this language and no other."""
    function_words: frozenset[str] = frozenset()
    """Words that carry no matter."""

    # Sentences
    before_names: tuple[str, ...] = ()
    """Abbreviations (without their point) after which a sentence goes on, with a capital, too."""
    before_numbers: tuple[str, ...] = ()
    """Abbreviations after which a sentence goes on where a number follows."""
    before_days: tuple[str, ...] = ()
    """Abbreviations after which a sentence goes on where a day or a month follows: p.m. Monday."""
    has_ordinal_points: bool = False
    """Whether a point makes an ordinal of a number: 3. Liga."""
    leaning: tuple[str, ...] = ()
    """First words of sentences that lean on the sentence before."""

    # Speech
    said: tuple[str, ...] = ()
    """Verbs of speech as they stand beside a quotation, and mean speech wherever they stand: said, says; not saying."""
    asked: tuple[str, ...] = ()
    """The same of questions, which vouch for nothing."""
    beside: tuple[str, ...] = ()
    """What says so beside a quotation, and says nothing elsewhere."""
    speaks: tuple[str, ...] = ()
    """Finite verbs whose subject says the quoted words beside them, and which may mean something else elsewhere: called, smiled."""
    auxiliaries: tuple[str, ...] = ()
    """What makes a perfect of a verb that comes last, with the subject between them: hatte X am Montag gesagt."""
    participles: tuple[str, ...] = ()
    """Such verbs of speech: gesagt."""
    sourced: tuple[str, ...] = ()
    """What stands before who says so: according to."""
    sourced_after: tuple[str, ...] = ()
    """What stands after who says so: zufolge."""
    leads: tuple[str, ...] = ()
    """First words of a part of a sentence that holds no subject: in, when, who."""
    clauses: tuple[str, ...] = ()
    """Words after which another subject comes: that, while."""
    objects: tuple[str, ...] = ()
    """Words that make no subject of the name after them: of, for, told."""
    agents: tuple[str, ...] = ()
    """Words before who does something in the passive: by."""
    passives: tuple[str, ...] = ()
    """Verbs that make a passive of the next one: was."""
    papers: tuple[str, ...] = ()
    """What somebody else may read out, before whose it is: a letter by, an e-mail that."""
    works: tuple[str, ...] = ()
    """What has a title: book, film."""
    indefinite: tuple[str, ...] = ()
    """First words of a phrase for somebody who is not known yet: a, another, several."""
    held: tuple[str, ...] = ()
    """Verbs by which an opinion is told together with whose it is: believes, estimates."""
    articles: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """What begins the name of the one who is told, where no preposition shows it: the articles of a dative."""
    unsaid: tuple[str, ...] = ()
    """Verbs under which words are nobody's: has not said, denied that, refused to say."""
    denying: tuple[str, ...] = ()
    """Those of them that say the contrary of what comes after them."""
    adverbs: tuple[str, ...] = ()
    """What may stand between a speaker and the verb: also, then."""

    # What a text vouches for
    hedges: tuple[str, ...] = ()
    """Patterns by which a text says that it is not sure, or leaves it to others."""
    possible: tuple[str, ...] = ()
    """Those of them that say what may be, whoever says so: may, probably."""
    modals: tuple[str, ...] = ()
    """Verbs that say so of the verb behind them, and may also say what is allowed or what somebody can do: may, could."""
    alleged: tuple[str, ...] = ()
    """Those by which somebody only believes or alleges something, in whose place it may stand who does."""
    unsure: tuple[str, ...] = ()
    """Beginnings of words by which a text may keep a hedge of another: a possible cause, a suspect, looks like."""
    negations: tuple[str, ...] = ()
    """Words that deny."""
    no_denials: tuple[str, ...] = ()
    """Patterns that look like a negation and deny nothing: not only, no fewer than."""
    contraries: tuple[str, ...] = ()
    """Beginnings of words by which a text may say the same as a negation does."""
    tops: tuple[str, ...] = ()
    """Patterns by which a text says that nothing exceeds something: the largest, a record, more than any other."""
    untopped: tuple[str, ...] = ()
    """Patterns by which it says so with a negation: no other, never so many, nobody younger than."""
    likelihoods: tuple[str, ...] = ()
    """How likely something is, in the words of ICD 203."""
    confidences: tuple[str, ...] = ()
    """How sure somebody is, in the same."""
    own_view: tuple[str, ...] = ()
    """Words in headings under which a writer speaks for himself."""
    takes_back: tuple[str, ...] = ()
    """What takes back a part of what was said before it: but, unless."""

    # What a cut hides
    denies: tuple[str, ...] = ()
    """Words that deny what comes after them in their clause, besides `negations`."""
    disowns: tuple[str, ...] = ()
    """Patterns before a clause that somebody else is wrong to say: falsely claims that, it is a lie that."""
    conditions: tuple[str, ...] = ()
    """What makes a condition of a clause: if, unless."""
    no_conditions: tuple[str, ...] = ()
    """Patterns that look like one: as if, asked if."""
    doubts: tuple[str, ...] = ()
    """Patterns by which a speaker is not sure of what comes after them, besides `hedges`: I think, not sure."""
    alike: tuple[str, ...] = ()
    """Words that look like one of these in another language, and mean something else: fast, falls; Not."""
    joins: tuple[str, ...] = ()
    """Words that join a clause to the one before: and, but, because."""
    subjects: tuple[str, ...] = ()
    """Words that a clause of its own begins with: she, the, there."""
    sways: tuple[str, ...] = ()
    """Words that turn or colour a sentence when somebody puts them in: not, only, gladly."""
    stand_ins: tuple[str, ...] = ()
    """Words that others may stand for without a loss: pronouns, articles, forms of to be."""

    # What a sentence makes of another
    shifting: Shifting = field(default_factory=Shifting)

    # People
    courtesies: frozenset[str] = frozenset()
    """Titles that say nothing of what somebody is, in lower case, without a point."""
    offices: frozenset[str] = frozenset()
    """Titles that do."""

    # The calendar
    months: tuple[str, ...] = ()
    """For each month its spellings, in lower case, with a slash between."""
    weekdays: tuple[str, ...] = ()
    """For each day of the week from Monday its spellings, with a slash between."""
    short_weekdays: tuple[str, ...] = ()
    """The short ones, in any order."""
    has_small_calendar: bool = False
    """Whether months are written with a small letter."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Words for days by their distance from today."""
    shifts: Mapping[str, int] = field(default_factory=dict)
    """Words before a week, a month, a year: last, this, next."""
    periods: Mapping[str, str] = field(default_factory=dict)
    """Words for week, weekend, month and year."""
    seasons: Mapping[str, int] = field(default_factory=dict)
    """Seasons by the month in which they begin."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Number words in `two years ago`."""
