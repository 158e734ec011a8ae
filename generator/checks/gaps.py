"""B324, B325, B326: what an ellipsis leaves out and what brackets put in leave the meaning as it is, and words stand in phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.around import is_quote, own_words, paragraph
from generator.checks.context import Anchor
from generator.checks.evidence import Anchored
from generator.items.fields import Citation
from generator.parsing import SourceText
from generator.prose.editing import colours, content, loses_nothing
from generator.prose.losses import KINDS, carries, lost_between
from generator.prose.sentences import sentence_at
from generator.text.finding import Finding
from generator.text.matching import Cut
from generator.text.patterns import compiled
from generator.text.places import Span

LEAST_TOGETHER = 2.5  # words of a piece on average

_LEEWAY = 2  # words more that brackets at the beginning may stand for

_WORD = compiled(r"\w+(?:[’'.,-]\w+)*")
_PREFIX = compiled(r"\[(?:un|in|im|il|ir|non-?|dis|mis|miss|anti-?)\]\w+", re.IGNORECASE)
_LOST = {"negation": "a negation", "condition": "a condition", "hedge": "a doubt"}


def check(anchored: Anchored) -> Iterator[Finding]:
    """Every ellipsis and every bracket in a quote or a passage."""
    for cited, anchor, source in anchored.cited():
        if not anchor.cuts:
            continue
        span = anchored.context.parsed.span(*cited.location)
        own = own_words(cited, " ".join(cut.inserted for cut in anchor.cuts))
        for cut in anchor.cuts:
            if cut.elides:
                yield from _elided(cited, source, cut, own, span)
            yield from _inserted(cited, source, cut, anchor, span)
        said = [_WORD.findall(source.text.body[start:end]) for start, end in anchor.pieces]
        yield from _strung(cited, said, anchor.cuts, span)
        yield from _invented(cited, said, anchor.cuts, span)


def _elided(cited: Citation, source: SourceText, cut: Cut, own: str, span: Span) -> Iterator[Finding]:
    """B324: a negation, a condition or a hedge that an ellipsis takes out of a sentence."""
    for omitted in _of_the_same_sentences(source, cut):
        loss = lost_between(omitted, source.tag)
        if loss and not carries(own, loss.kind, besides="" if is_quote(cited) else cited.words):
            message = f"the ellipsis leaves out {_LOST[loss.kind]}, “{loss.word}”\nleft out: … {' '.join(omitted.split())} …"
            yield Finding("B324", message, span, "keep these words, or cite a whole sentence", item=cited.item)
            return


def _of_the_same_sentences(source: SourceText, cut: Cut) -> Iterator[str]:
    """What is left out of the sentences that a quote has a part of; whole sentences may go."""
    body, tag = source.text.body, source.source.language
    if cut.start == cut.end:
        return
    ends = sentence_at(body, cut.start - 1, cut.start, paragraph(source, cut.start - 1), tag)[1]
    begins = sentence_at(body, cut.end, cut.end + 1, paragraph(source, cut.end), tag)[0]
    if ends >= cut.end or begins <= cut.start:
        yield body[cut.start : cut.end]
    else:
        yield body[cut.start : ends]
        yield body[begins : cut.end]


def _inserted(cited: Citation, source: SourceText, cut: Cut, anchor: Anchor, span: Span) -> Iterator[Finding]:
    """B326: brackets that turn a sentence, or stand for words that say more than they."""
    if not cut.inserted:
        return
    place = span.narrow(f"[{cut.inserted}]")
    if prefix := _PREFIX.search(cited.words):
        yield Finding("B326", f"“{prefix[0]}” turns the word that it is put before", place, "write the source's word", item=cited.item)
        return
    replaced = "" if cut.elides else " ".join(_replaced(source, cut, anchor).split())
    lost = next((kind for kind in KINDS if carries(replaced, kind, tag=source.tag) and not carries(cut.inserted, kind)), None)
    if lost:
        message = f"“[{cut.inserted}]” stands in place of {_LOST[lost]}: “{replaced}”"
        yield Finding("B326", message, place, "write the source's words", item=cited.item)
    elif colours(cut.inserted, is_ending=cut.touches, is_alone=not replaced) and not colours(replaced, is_ending=False, is_alone=True):
        message = f"“[{cut.inserted}]” is put in, and says what the source does not\nthe source: {replaced or 'nothing there'}"
        yield Finding("B326", message, place, "leave it out, or say it in the context", item=cited.item)
    elif not loses_nothing(replaced, cut.inserted):
        message = f"“[{cut.inserted}]” stands in place of “{replaced}”, which says something else"
        yield Finding("B326", message, place, "write the source's words, and explain them in brackets after them", item=cited.item)


def _replaced(source: SourceText, cut: Cut, anchor: Anchor) -> str:
    """The source's words in whose place brackets stand: between two pieces; before the first the sentence's beginning, if it is short."""
    if cut.start != anchor.start:
        return source.text.body[cut.start : cut.end]
    start = sentence_at(source.text.body, cut.start, cut.start + 1, paragraph(source, cut.start), source.source.language)[0]
    begins = source.text.body[start : cut.start]
    return begins if len(_WORD.findall(begins)) <= len(_WORD.findall(cut.inserted)) + _LEEWAY else ""


def _strung(cited: Citation, said: list[list[str]], cuts: tuple[Cut, ...], span: Span) -> Iterator[Finding]:
    """B325: single words strung together."""
    words = sum(map(len, said))
    if len(said) > 1 and any(cut.elides for cut in cuts) and words / len(said) < LEAST_TOGETHER:
        message = f"{words} words in {len(said)} pieces: so strung together, words can be made to say anything"
        yield Finding("B325", message, span, "quote phrases that stand together, or say it in your own words", item=cited.item)


def _invented(cited: Citation, said: list[list[str]], cuts: tuple[Cut, ...], span: Span) -> Iterator[Finding]:
    """B326: more words in brackets than of the source."""
    inserted, theirs = " ".join(cut.inserted for cut in cuts), sum(map(len, said))
    if content(inserted) > theirs:
        ours = len(_WORD.findall(inserted))
        message = f"{ours} words stand in brackets, and {theirs} are the source's: that is no quotation"
        yield Finding("B326", message, span, "say it in your own words", item=cited.item)
