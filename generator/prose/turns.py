"""The turns of interviews and transcripts: lines that begin with the label of who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.prose.titles import split_title
from generator.text.patterns import compiled

LABELS = compiled(
    r"^[ \t]*(?:>>+[ \t]*|[\[(]\d[\d:.,]*[\])][ \t]*|[-–][ \t])?[*_]*(?P<label>[^\W\d_][^:：\r\n]{0,70}?)"
    r"[ \t]*[*_]*[:：](?=\s|[*_])[*_]*[ \t]*",
    re.MULTILINE,
)
_INLINE = compiled(r"(?<=[.!?…”\"’')\]])[ \t]+(?P<label>[^\W\d_][^:：.!?\r\n]{0,50}?)[ \t]*[:：](?=\s)[ \t]*")
NO_SPEAKERS = compiled(
    r"(?:Photo|Image|Picture|Foto|Bild|Figure|Table|Source|Quelle|Note|Editor[’']s note|Update|Updated|Published|Author|By|Von|As of|Stand"
    r"|Date|Time|Price|Result|Score|Where|When|Who|What|Why|How|Read|See|More|Also|Related|Tel|Phone|Fax|E-?Mail|Web|Group|Step|Tip|Warning"
    r"|Correction|Location|Ingredients|Summary|Conclusion|Background|Example)\b.*",
    re.IGNORECASE,
)
QUESTIONS = frozenset(["q", "question", "frage"])
ANSWERS = frozenset(["a", "answer", "antwort", "r", "réponse"])
_PARAGRAPH = compiled(r"\S[^\n]*(?:\n[^\n\S]*\S[^\n]*)*")
_ASIDE = compiled(r"[,(].*")  # the party, the office, the paper behind a name
_SMALL = frozenset(["the", "a", "an", "of", "and", "der", "die", "das", "von", "van", "de", "la", "le"])
_LEAST_LABELS = 4  # of a talk: two that recur
_MOST = 6  # words of a label, before its comma


@dataclass(frozen=True)
class Turn:
    """Where somebody's words begin and end, the label before them included, and what the label says."""

    start: int
    spoken: int
    end: int
    label: str


@lru_cache(maxsize=64)
def turns(body: str, start: int, end: int, known: tuple[str, ...]) -> tuple[Turn, ...]:
    """The turns of a stretch of a text: by labels that name one of the `known`, that recur, or that are a name in full or in capitals.

    A label stands at the beginning of a line; where one does so others may stand inside of a line, too, after a sentence.
    """
    found = [match for match in LABELS.finditer(body, start, end) if _may_label(match["label"])]
    counts = Counter(_called(match["label"]) for match in found)
    labels = [match for match in found if counts[_called(match["label"])] > 1 or _is_sure(match["label"]) or answers(match["label"], known)]
    called = {_called(match["label"]) for match in labels}
    inside = [match for match in (_INLINE.finditer(body, start, end) if called else ()) if _may_label(match["label"])]
    inside = [one for one in inside if _called(one["label"]) in called or one["label"].isupper() or answers(one["label"], known)]
    labels = sorted((*labels, *inside), key=lambda match: match.start())
    ends = (*(match.start() for match in labels[1:]), end)
    return tuple(Turn(match.start(), match.end(), last, match["label"].strip(" *_")) for match, last in zip(labels, ends, strict=False))


@lru_cache(maxsize=64)
def is_talk(body: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is a talk, whatever it is called: most of its paragraphs begin with labels that recur."""
    if sum(body.count(colon, start, end) for colon in ":：") < _LEAST_LABELS:
        return False
    counts = Counter(_called(match["label"]) for match in LABELS.finditer(body, start, end) if _may_label(match["label"]))
    recurring = [count for count in counts.values() if count > 1]
    return len(recurring) > 1 and 2 * sum(recurring) >= len(_PARAGRAPH.findall(body, start, end))


def answers(label: str, names: Iterable[str]) -> bool:
    """Whether a label is one of somebody's names, a part of one, or its initials."""
    called = _called(label)
    return bool(called) and any(_is_of(called, name) for name in names)


def _is_of(called: frozenset[str], name: str) -> bool:
    words = re.findall(r"\w+", split_title(name)[1].casefold())
    own = frozenset(words) - _SMALL
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return (
        called <= own | frozenset(re.findall(r"\w+", name.casefold()))
        or (len(own) > 1 and own <= called)
        or (len(initials) > 1 and "".join(called) == initials)
    )


def _called(label: str) -> frozenset[str]:
    """The names in a label, without titles and what stands behind a comma or in brackets."""
    return frozenset(re.findall(r"\w+", split_title(_ASIDE.sub("", label).strip(" *_"))[1].casefold())) - (_SMALL - {"a"})


def _may_label(label: str) -> bool:
    words = _ASIDE.sub("", label).strip(" *_").split()
    return 0 < len(words) <= _MOST and not NO_SPEAKERS.fullmatch(label) and all(not word[0].islower() or word in _SMALL for word in words)


def _is_sure(label: str) -> bool:
    if label.strip(" .*_").casefold() in QUESTIONS | ANSWERS:
        return True
    words = [word for word in _ASIDE.sub("", label).strip(" *_").split() if word not in _SMALL]
    return (len(words) > 1 and all(word[0].isupper() for word in words)) or (len(label) > 2 and label.isupper())
