"""The sentences of a source that state something, in stretches that can stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.drafting.drafted import Draft, Statement
from generator.drafting.speech.masking import dateline
from generator.parsing import SourceText
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.sentences import sentence_at
from generator.prose.unsaid import denies

# A sentence that begins so leans on the one before it.
_LEANS = re.compile(rf"(?:{any_of(each.leaning for each in LANGUAGES)})\b")
_HEARSAY = re.compile(r"\bto (?:have|be)\b|\bsaid to\b|\breportedly\b|\ballegedly\b", re.IGNORECASE)


@dataclass
class Sentence:
    """One sentence, or two of which the second leans on the first, with what the draft finds in it.

    Where the first of two states something by itself, it ends at `lead`: whoever speaks only after that does not vouch for it.
    """

    start: int
    end: int
    lead: int
    statements: list[Statement] = field(default_factory=list)
    hedged: bool = False


def stating(text: SourceText, draft: Draft) -> list[Sentence]:
    """The sentences in which somebody is reported to say something, that rest on hearsay, or that give a figure with a unit."""
    found: dict[tuple[int, int], Sentence] = {}
    said = [one for one in draft.statements if one.cue is None or not denies(one.cue.text)]
    claims = [(one.start, one.start) for one in said]
    figures = [(one.start, one.end) for one in draft.figures if one.unit]
    hearsay = [(one.start, one.end) for one in draft.hedges if _HEARSAY.search(one.text)]
    for start, end in (*claims, *figures, *hearsay):
        place = _alone(text, *sentence_at(text.text.body, start, end, text.prepared.paragraph(start), text.source.language))
        if place:
            found.setdefault(place, Sentence(*place, place[1]))
    sentences = _apart([found[place] for place in sorted(found)])
    for sentence in sentences:
        sentence.statements = [one for one in said if sentence.start <= one.start < sentence.lead]
        sentence.hedged = any(sentence.start <= one.start < sentence.end for one in draft.hedges)
    return sentences


def _alone(text: SourceText, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence stands, with the one before it where it leans on that; None for what is no sentence, or leans on nothing."""
    body = text.text.body
    first, last = text.prepared.paragraph(start)
    if _LEANS.match(body, start):
        if start <= first:
            return None
        start, _ = sentence_at(body, start - 2, start - 1, (first, last), text.source.language)
        if _LEANS.match(body, start):
            return None
    start = dateline(body, start, end)
    ended = body[start:end].rstrip('”"’»)').endswith((".", "。"))
    return (start, end) if ended and start >= first else None


def _apart(sentences: list[Sentence]) -> list[Sentence]:
    """Stretches that do not overlap: of a sentence alone and together with the next one, the longer."""
    kept: list[Sentence] = []
    for sentence in sentences:
        if kept and sentence.start < kept[-1].end:
            kept[-1] = Sentence(kept[-1].start, max(kept[-1].end, sentence.end), min(kept[-1].end, sentence.end))
        else:
            kept.append(sentence)
    return kept
