"""The sentence around cited words: what stands before them and after them, inside their quotation and outside of it."""

from __future__ import annotations

from typing import NamedTuple

from generator.items import Quote
from generator.items.fields import Citation, texts
from generator.parsing import SourceText
from generator.prose.losses import may_lose
from generator.prose.sentences import Span, rest_of_sentence, sentence_at, sentences
from generator.text import markdown
from generator.text.patterns import compiled
from generator.text.quotation_marks import ANY, ENCLOSED

_CLOSED = compiled(r"[,:;.!?…—–-]\s*$")
_SENTENCE = compiled(rf"\W*(?-i:[A-ZÀ-Þ])[^{ANY}]*[.,!?][{ANY}]")
_FAR = 4000  # characters
_MARKS = f"{ANY} \t\r\n>*_"


class Before(NamedTuple):
    """What the sentence of cited words has before them: in their own quotation, and what a reporter says before its opening mark.

    A quotation `is_woven` into a reporter's sentence where that goes on in it: he denied having “broken the law”.
    """

    inside: str = ""
    outside: str = ""
    is_woven: bool = False


def paragraph(source: SourceText, offset: int) -> Span:
    """The paragraph of a place, as far as it is in the same run, and no farther away than any sentence reaches."""
    first, last = source.prepared.paragraph(offset)
    run = source.run(offset)
    return max(first, run.start, offset - _FAR), min(last, run.end, offset + _FAR)


def before(source: SourceText, start: int, end: int) -> Before:
    """What the sentence puts before a piece of cited words."""
    body, within, tag = source.text.body, paragraph(source, start), source.source.language
    if not may_lose(body[within[0] : start]):
        return Before()
    opened = next((pair[0] for pair in source.speech.around(start, end) if pair[0] > within[0]), within[0])
    first = sentence_at(body, start, start + 1, within, tag)[0]
    inside = ENCLOSED.sub(" ", body[max(first, opened) : start])
    if inside.strip(_MARKS) or opened == within[0]:
        return Before(inside.strip(_MARKS))
    told = _told(body[within[0] : opened - 1], tag)
    return Before("", told, not (_CLOSED.search(told) or _SENTENCE.match(body, opened)))


def _told(text: str, tag: str | None) -> str:
    """The last sentence of what stands before a quotation, where that goes on with it."""
    spans = sentences(text, tag)
    return ENCLOSED.sub(" ", text[slice(*spans[-1])]) if spans else ""


def after(source: SourceText, end: int) -> str:
    """What the sentence puts after cited words, in their own quotation."""
    within = paragraph(source, max(0, end - 1))
    closed = next((pair[1] for pair in source.speech.around(max(0, end - 1), end)), within[1])
    return rest_of_sentence(source.text.body, end, within, source.source.language)[: max(0, closed - end)]


def own_words(cited: Citation, inserted: str) -> str:
    """What an item says in its own words beside what it cites: the texts of a fact or an event, what editors put into a quote."""
    own = () if is_quote(cited) else (markdown.plain(field.text) for field in texts(cited.of))
    return " ".join((inserted, *own))


def is_quote(cited: Citation) -> bool:
    """Whether words are given as somebody's, and not as evidence."""
    return isinstance(cited.of, Quote)
