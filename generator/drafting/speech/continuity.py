"""Who goes on speaking: quotations whose own sentence names nobody, beside ones whose sentence does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.drafting.speech.marks import Quoted
from generator.drafting.speech.speakers import Voice

Neighbour = tuple[int, int, Voice]  # paragraph, offset, voice

_TURNS = 4  # paragraphs back in which two people take turns


@dataclass(frozen=True)
class Voiced:
    """A quotation with its voice, and where it stands."""

    quoted: Quoted
    voice: Voice | None
    paragraph: int
    fills_paragraph: bool  # nothing but quotations stands in the paragraph
    led_in: Voice | None  # who is the subject of the sentence before
    goes_on: bool  # a part of a sentence that takes up what was said before
    asks: bool = False  # it ends with a question mark
    caller: str = ""  # the words that name its speaker, where they are no pronoun


def continue_voices(found: Sequence[Voiced], spoken: Sequence[Neighbour], alone: Mapping[int, Voice]) -> list[Voiced]:
    """Give quotations without a voice the one of their neighbours.

    `spoken` holds the other voices (those of statements) as (paragraph, offset, voice), in order; `alone` who is the only person of a
    paragraph, by its number.
    """
    done = list(found)
    waiting = list(reversed(spoken))
    before: Neighbour | None = None
    for index, item in enumerate(done):
        while waiting and waiting[-1][1] < item.quoted.start:
            before = waiting.pop()
        if item.voice is not None:
            before = (item.paragraph, item.quoted.start, item.voice)
            continue
        if not (item.quoted.is_clause or item.goes_on):
            continue
        after = _after(done, index)
        led_in = item.led_in if item.quoted.is_clause else None
        is_nearer = led_in is not None and before is not None and led_in.head > before[1]
        chosen = (
            (led_in if is_nearer else None)
            or _in_paragraph(item, before, after)
            or led_in
            or _answer(done, index)
            or _across(item, before, alone)
        )
        if chosen is not None:
            done[index] = replace(item, voice=chosen)
            before = (item.paragraph, item.quoted.start, chosen)
    return done


def _after(done: Sequence[Voiced], index: int) -> Neighbour | None:
    """The voice of the next quotation of the same paragraph that has one."""
    for one in islice(done, index + 1, None):
        if one.paragraph != done[index].paragraph:
            return None
        if one.voice is not None:
            return one.paragraph, one.quoted.start, one.voice
    return None


def _in_paragraph(item: Voiced, before: Neighbour | None, after: Neighbour | None) -> Voice | None:
    if before is not None and before[0] == item.paragraph:
        return replace(before[2], cue=None, score=min(before[2].score, 0.85 if item.quoted.is_clause else 0.6))
    if after is not None and item.quoted.is_clause:
        return replace(after[2], cue=None, score=0.7)
    return None


def _answer(done: Sequence[Voiced], index: int) -> Voice | None:
    """A paragraph that is all quotation and follows a question is the answer of whoever spoke in turn with the one who asked."""
    item, asked = done[index], done[index - 1] if index else None
    if asked is None or not asked.asks or asked.paragraph != item.paragraph - 1 or not item.fills_paragraph or not item.quoted.is_clause:
        return None
    near = [one for one in done[:index] if one.caller and item.paragraph - one.paragraph <= _TURNS]
    if not near or len({one.caller for one in near}) != 2:
        return None
    other = next((one.voice for one in reversed(near) if one.caller != near[-1].caller), None)
    return replace(other, cue=None, score=0.6) if other is not None else None


def _across(item: Voiced, before: Neighbour | None, alone: Mapping[int, Voice]) -> Voice | None:
    """A paragraph that is all quotation goes on with the voice of the one before it."""
    if not item.fills_paragraph or not item.quoted.is_clause:
        return None
    if before is not None and before[0] == item.paragraph - 1:
        return replace(before[2], cue=None, score=0.6)
    return alone.get(item.paragraph - 1)
