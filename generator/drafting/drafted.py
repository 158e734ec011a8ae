"""What is drafted from one text. All offsets count code points of the decoded file, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.drafting.dates import Dated
from generator.drafting.figures import Figure
from generator.drafting.questions import Unknown
from generator.drafting.segments import Segment
from generator.prose.hedges import Hedge


@dataclass(frozen=True)
class Cue:
    """The words that say that somebody speaks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Speaker:
    """Where a text names who speaks, be it by a pronoun; `actor` is the id of whom it means, None where that is not sure."""

    start: int
    end: int
    text: str
    actor: str | None = None


@dataclass(frozen=True)
class Utterance:
    """What somebody says, and the words that say so; `score` is how sure that is, from 0 to 1."""

    start: int
    end: int
    text: str
    speaker: Speaker | None = None
    cue: Cue | None = None
    score: float = 0.0


class Quote(Utterance):
    """A quotation with its marks."""


class Statement(Utterance):
    """Reported speech, without marks or with only some of its words in marks; `text` is its content."""

    @property
    def content(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(frozen=True)
class Actor:
    """Somebody who acts or speaks; `kind` as in brief.yml."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    mentions: tuple[tuple[int, int], ...] = field(default=())


@dataclass(frozen=True)
class Draft:
    """Everything that one text offers."""

    segments: tuple[Segment, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    dates: tuple[Dated, ...]
    figures: tuple[Figure, ...]
    questions: tuple[Unknown, ...]
    hedges: tuple[Hedge, ...]
