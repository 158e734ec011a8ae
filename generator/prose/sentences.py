"""Where sentences begin and end, by sentencex and our own abbreviations.

sentencex knows the abbreviations of many languages, needs no spaces where a script has none, and keeps a quotation in the sentence that it
stands in, however many sentences it holds. Where it is wrong in the languages that we read, their tables say what goes on. It is guarded:
odd white space makes it panic, so it is handed plain spaces (offsets stay), and its time grows with the square of quotation marks that
nobody closes, so it is handed a window at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from sentencex import segment

from generator.prose.calendar import MONTHS, WEEKDAYS
from generator.prose.languages import language
from generator.text.matching.structure import quotations
from generator.text.patterns import compiled
from generator.text.quotation_marks import OPENING

Span = tuple[int, int]

# A quick look: without such a mark before a space, and in Latin letters only, a text is one sentence.
_MAY_END = compiled(r"[^\w\s,'’\"“”()–—-]\S{0,3}\s|[{}|]|[^\x00-\u024f\u2000-\u206f]")
_WINDOW = 8000  # characters, more than any sentence has
_NEAR = 16  # characters, more than any abbreviation has
_SPACE = compiled(r"[^\S ]")
_SURROGATE = compiled("[\ud800-\udfff]")
_AFTER_BRACKET = compiled(rf"[.!?…][)\]]\s+(?=[{OPENING}(\[]*[^\W\d_a-zß-öø-ÿ])")
_WORD = compiled(r"\w+")
_BREAK = compiled(r"[\r\n]")
_LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@lru_cache(maxsize=256)
def sentences(text: str, tag: str | None = None) -> tuple[Span, ...]:
    """The sentences of a text in a language (BCP 47), each without the white space around it; a line end is a space."""
    found: list[Span] = []
    start = 0
    for end in _ends(_SURROGATE.sub("\ufffd", _SPACE.sub(" ", text)), tag or "en"):
        words = text[start:end]
        if words.strip():
            found.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
        start = end
    return tuple(found)


def sentence_at(body: str, start: int, end: int, within: Span, tag: str | None = None) -> Span:
    """The sentence of a paragraph (`within`) in which a place stands; of a quotation of several sentences the one of these."""
    base = within[0]
    paragraph = body[slice(*within)]
    own, insides = _read(paragraph, tag)
    around = (pair for pair in insides if pair[0] <= start - base and end - base <= pair[1])
    for first, last in sorted(around, key=lambda pair: pair[1] - pair[0]):
        inner = sentences(paragraph[first:last], tag)
        if len(inner) > 1:
            return _holding(inner, start, end, base + first)
    return _holding(own, start, end, base)


def rest_of_sentence(body: str, offset: int, within: Span, tag: str | None = None) -> str:
    """What follows a place up to the end of its sentence; nothing where the sentence ends there."""
    return body[offset : max(offset, sentence_at(body, offset - 1, offset, within, tag)[1])]


def _ends(text: str, tag: str) -> Iterator[int]:
    """Where the sentences of a text end, which has no white space but spaces; the last one at its end."""
    begin = at = 0
    while at < len(text):
        window = text[at : at + _WINDOW]
        pieces = segment(tag.lower().partition("-")[0], window) if _MAY_END.search(window) else [window]
        for piece in pieces[:-1] if len(pieces) > 1 and at + _WINDOW < len(text) else pieces:
            at += len(piece)
            before, after = text[max(begin, at - _NEAR) : at].rstrip(), text[at : at + _NEAR]
            if at == len(text) or not _goes_on(before, after, tag):
                yield from (match.end() for match in _AFTER_BRACKET.finditer(text, begin, at))
                yield at
                begin = at


def _goes_on(before: str, after: str, tag: str) -> bool:
    """Whether a sentence goes on between two words, after an abbreviation or with a small letter."""
    if after[:1].islower():
        return True
    if not before.endswith("."):
        return False
    names, ordinals, numbers, hours = _abbreviations(tag)
    word = _WORD.match(after)
    return bool(
        names.search(before)
        or (after[:1].isalpha() and ordinals.search(before))
        or (after[:1].isdigit() and numbers.search(before))
        or (word and (word[0] in WEEKDAYS or word[0].lower() in MONTHS) and hours.search(before))
    )


@cache
def _abbreviations(tag: str) -> tuple[re.Pattern[str], ...]:
    """What a sentence goes on after: always, where a word follows, where a number does, where a day does."""
    own = language(tag)
    ordinals = (r"(?<![\d.,])\d{1,2}",) if own.has_ordinal_points else ()
    fields = (own.before_names, ordinals, own.before_numbers, own.before_days)
    return tuple(re.compile(rf"(?<!\w)(?:{'|'.join(field) or '(?!)'})\.$", re.IGNORECASE) for field in fields)


@lru_cache(maxsize=256)
def _read(paragraph: str, tag: str | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of a paragraph, which end where a line is broken with intent, too; and the insides of its quotations."""
    lines = _lines(paragraph) if _BREAK.search(paragraph) else ((0, len(paragraph)),)
    own = tuple((first + start, first + end) for first, last in lines for start, end in sentences(paragraph[first:last], tag))
    return own or ((0, len(paragraph)),), tuple(quotations(paragraph, [(0, len(paragraph))]))


def _lines(paragraph: str) -> Iterator[Span]:
    """The stretches of lines that were wrapped: a line break is meant where the next word would have fitted before it."""
    lines = [match.span() for match in _LINE.finditer(paragraph) if match[0]]
    width = max((len(paragraph[start:end].rstrip()) for start, end in lines), default=0)
    begin = 0
    for (start, end), (_, following) in pairwise(lines):
        word = paragraph[end:following].split(maxsplit=1)
        if not word or not paragraph[start:end].strip() or len(paragraph[start:end].rstrip()) + 1 + len(word[0]) <= width:
            yield begin, end
            begin = end
    yield begin, len(paragraph)


def _holding(spans: Sequence[Span], start: int, end: int, base: int) -> Span:
    """From the span that holds a place's beginning to the one that holds its end, which all count from `base`."""
    first = max(0, bisect_right(spans, start - base, key=lambda span: span[0]) - 1)
    last = max(first, bisect_right(spans, max(start, end - 1) - base, key=lambda span: span[0]) - 1)
    return base + spans[first][0], base + spans[last][1]
