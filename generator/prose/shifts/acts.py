"""Who does something, and to whom, by one verb and its voice: A sued B, B sued A; A took B over, was taken over by B; A beat B, lost to B.

What stands before an active verb does it, and what stands behind it suffers it; of a passive with *by* the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from generator.prose.languages.shifting import words
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, stems
from generator.text.patterns import compiled

_LEAST = 3  # letters of a name: Moe
_FAR = 5  # words of who does it, or of what it is done to
_STOPS = words(
    """
    of in on at to for from by with than and or against between after before as that who which whose when while if because but until over
    under into about during von in an auf bei mit für gegen und oder als nach vor zwischen aus zu zum zur im am
    """
)
_NO_VERB_BEHIND = words("the a an its their his her to this that of in on for by with from at be being no every each some")
_PARTICLES = words("over down out off up away back")
_BEING = words("was were is are be been being")
_HAVING = words("has have had having also later then since now first again not never")
# What both do, or what says nothing of the one without the other.
_EITHER_WAY = words(
    """
    met married played faced joined fought shared united merged exchanged agreed said told called named knew followed became remained
    resembled matched equalled made had got
    """
)
# Verbs by which a text may say the same, and those that say it of the other: beat, lost to.
_SENSES = tuple(
    words(each)
    for each in (
        "hit struck beat punched kicked slapped attacked", "acquired bought purchased taken_over took_over", "beat beaten defeated",
        "lent loaned", "thanked", "sued", "helped aided assisted", "saved rescued", "killed shot stabbed murdered", "criticised criticized",
        "praised lauded hailed", "invited", "hired employed appointed recruited", "fired sacked dismissed",
    )
)  # fmt: skip
_SENSE_OF = {verb: "beat" if "defeated" in sense else min(sense) for sense in _SENSES for verb in sense}
_LOSING = words("lost loses lose losing")
_BREAK = compiled(r"[,;:.!?()–—“”\"]")


class _Act(NamedTuple):
    """A verb, who does it, and to whom, by the beginnings of their words; with the words that say so."""

    doer: frozenset[str]
    done: frozenset[str]
    text: str


@where(tells="roles")
def exchanged(pair: Pair) -> Iterator[Shift]:
    """Two who have changed places around one verb."""
    if pair.shifting.has_capital_nouns:
        yield from _german(pair)
        return
    if not pair.is_close or pair.is_turned:
        return
    for mine, theirs in _both(pair):
        if mine.doer & theirs.done and mine.done & theirs.doer and not mine.doer & theirs.doer and not mine.done & theirs.done:
            yield Shift("roles", mine.text, theirs.text)
            return


def agree(pair: Pair) -> bool:
    """Whether a text says by another voice or verb who did something, and to whom, as the evidence does: A beat B, B lost to A."""
    if pair.shifting.has_capital_nouns or not (pair.ours.set & _BEING | pair.ours.set & _LOSING):
        return False
    return any(mine.doer & theirs.doer and mine.done & theirs.done for mine, theirs in _both(pair))


def _both(pair: Pair) -> Iterator[tuple[_Act, _Act]]:
    """What both say by the same verb, each once."""
    here = _verbs(pair.ours, pair)
    there = _verbs(pair.near, pair) if here else {}
    for verb in sorted(here.keys() & there.keys()):
        mine = _act_at(pair.ours, here[verb])
        theirs = _act_at(pair.near, there[verb]) if mine else None
        if mine and theirs:
            yield mine, theirs


def _verbs(said: Said, pair: Pair) -> dict[str, int]:
    """The senses of the past forms that a text has once, and where their words stand among its words."""
    found: dict[str, int | None] = {}
    for at, word in enumerate(said.words):
        if (word.endswith(("ed", "ing")) or word in pair.shifting.pasts) and (sense := _sense(said, at, pair)):
            found[sense] = at if sense not in found else None
    return {sense: at for sense, at in found.items() if at is not None}


def _sense(said: Said, at: int, pair: Pair) -> str:
    """What a word says as a verb: its group of verbs or itself; nothing where it is none in the past."""
    word, written = said.words[at], said.written[at]
    is_past = word.endswith("ed") or word in pair.shifting.pasts or (word.endswith("ing") and at and said.words[at - 1] in _BEING)
    if not is_past or not written.islower() or word in _EITHER_WAY or (at and said.words[at - 1] in _NO_VERB_BEHIND):
        return ""
    if word == "lost" and "to" in said.words[at + 1 : at + 6]:
        return "beat"
    joined = f"{word}_{said.words[at + 1]}" if at + 1 < len(said.words) and said.words[at + 1] in _PARTICLES else word
    if joined in _SENSE_OF:
        return _SENSE_OF[joined]
    return f"{pair.shifting.pasts.get(word, word)}{joined.removeprefix(word)}"


def _act_at(said: Said, at: int) -> _Act | None:
    """Who does what the verb at a place says, and to whom."""
    before, behind = _sides(said, at)
    auxiliaries = list(takewhile(lambda word: word in _BEING | _HAVING or word.endswith("ly"), reversed(before)))
    subject = before[: len(before) - len(auxiliaries)]
    if said.words[at] == "lost":
        return _act(behind[behind.index("to") + 1 :], subject, said, at) if "to" in behind else None
    if _BEING & set(auxiliaries) and not said.words[at].endswith("ing"):
        return _act(behind[behind.index("by") + 1 :], subject, said, at) if "by" in behind[:3] else None
    return _act(subject, behind[1:] if behind[:1] and behind[0] in _PARTICLES else behind, said, at)


def _act(doer: list[str], done: list[str], said: Said, at: int) -> _Act | None:
    one, other = (stems(_phrase(side), _LEAST) for side in (doer, done))
    return _Act(one - other, other - one, " ".join(said.written[max(0, at - 3) : at + 4])) if one and other else None


def _phrase(side: list[str]) -> list[str]:
    """The words of a phrase up to its first preposition."""
    return list(takewhile(lambda word: word not in _STOPS, side[:_FAR]))


def _sides(said: Said, at: int) -> tuple[list[str], list[str]]:
    """The words before a verb in its clause, from the last word that may begin one, and those behind it."""
    offset = -1
    for word in said.written[: at + 1]:
        offset = said.text.index(word, offset + 1)
    before = _BREAK.split(said.text[:offset])
    if len(before) > 1 and not before[-1].split():  # the champion, Ida Moe, lost
        before = before[:-1]
    lead = said.text[:offset].rstrip()
    first = " ".join(before[-2:]) if lead.endswith(",") else before[-1]
    behind = _BREAK.split(said.text[offset + len(said.written[at]) :])[0]
    return Said(first).words[-_FAR - 3 :], Said(behind).words[: _FAR + 3]


# Of German only what shows who does it: a subject that begins the sentence, and an object behind *den* or *einen*; or a passive with *von*.
_ACTIVE = compiled(
    r"^(?:(?:Der|Die|Das|Ein|Eine|Sein|Seine|Ihr|Ihre)\s)?(?P<doer>(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,2})\s(?P<verb>[a-zäöüß]+)\s"
    r"(?:den|einen|seinen|ihren)\s(?P<done>(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,2})"
)
_PASSIVE = compiled(
    r"^(?:(?:Der|Die|Das|Ein|Eine|Sein|Seine|Ihr|Ihre)\s)?(?P<done>(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,2})\s(?:wurde|wurden|wird|werden|ist|sind)\s"
    r"(?:[^,.;]{0,40}?\s)?(?:vom|von\s(?:der|dem|den|seinem|ihrem|seiner|ihrer|einem|einer)|von)\s"
    r"(?P<doer>(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,2})"
)
_HAS = words("hat haben hatte hatten")
_PARTICIPLE = compiled(
    r"\b((?:ge|über|ver|be|er|ent|unter|zer)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,4}ge[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]+iert)\b"
)


def _german(pair: Pair) -> Iterator[Shift]:
    mine, theirs = (_said_of(said, pair) for said in (pair.ours, pair.near))
    if not mine or not theirs or mine[0] != theirs[0]:
        return
    here, there = mine[1], theirs[1]
    if here.doer & there.done and here.done & there.doer and not here.doer & there.doer:
        yield Shift("roles", here.text, there.text)


def _said_of(said: Said, pair: Pair) -> tuple[str, _Act] | None:
    """The verb of a sentence, and who does what it says to whom."""
    text = said.text.strip()
    match = _PASSIVE.match(text) or _ACTIVE.match(text)
    if not match:
        return None
    finite = match.groupdict().get("verb") or ""
    participle = _PARTICIPLE.search(text, match.end())
    word = participle[1] if participle and (not finite or finite in _HAS) else finite
    if not word or word in _HAS or word in _EITHER_WAY:
        return None
    verb = pair.shifting.pasts.get(word, _bare(word))
    one, other = (stems(match[side].lower().split(), _LEAST) for side in ("doer", "done"))
    return (verb, _Act(one - other, other - one, match[0])) if one - other and other - one else None


def _bare(word: str) -> str:
    """A regular past form without its beginning and ending: verklagte, verklagt."""
    return re.sub(r"(?:te|ten|t|en)$", "", word.replace("ge", "", 1) if word.startswith("ge") else word)
