"""B319, B320: words in quotation marks, in whatever text, stand in a source or are those of a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from generator.checks.context import Context, Quoted
from generator.checks.resolution import UNCITABLE
from generator.checks.written import Written
from generator.items import Quote, Source
from generator.items.fields import each, led_across, led_to
from generator.parsing import SourceText
from generator.prose.speech import SAYING
from generator.text.finding import Finding
from generator.text.markdown import Link
from generator.text.matching import Match, Nearest, matches, nearest
from generator.text.matching import Source as Prepared
from generator.text.matching.structure import quotations
from generator.text.patterns import compiled
from generator.text.quotation_marks import ANY, CLOSING
from generator.text.reading import Reading

LEAST_WORDS = 3

_WORD = compiled(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]{2}|[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]+(?:['’.,-]\w+)*")
_NEAR = 60  # characters beside marks in which a verb of speech is looked for
_SAYS_BEFORE = compiled(rf"\b{SAYING}[,:]?\s*$", re.IGNORECASE)
_BEGINS = compiled(r"(?:^|[.!?:,;–—])\s*$")
_SAYS_AFTER = compiled(rf"[,.!?]?[{CLOSING}][,.]?\s+(?:\w+\s+){{0,3}}?{SAYING}\b", re.IGNORECASE)
_SET_INSIDE = " ,.;:\n"  # marks of our own sentence, which many printers set inside of the quotation marks


def resolve(context: Context) -> tuple[tuple[Quoted, ...], list[Finding]]:
    """What the words in quotation marks of all texts are held to, and a finding for those that stand nowhere."""
    desk = _Desk(context)
    resolved: list[Quoted] = []
    found: list[Finding] = []
    for text in context.written:
        for start, end in _in_marks(text) if text.may_have(ANY) else ():
            wrong = list(desk.not_of_linked(text, start, end))
            found += wrong
            if not wrong and _is_claim(text.reading, start, end):
                held = desk.hold(text, start, end)
                if isinstance(held, Finding):
                    found.append(held)
                elif held:
                    resolved.append(held)
                    found += desk.on_withdrawn(text, held)
    return tuple(resolved), found


def _in_marks(text: Written) -> list[tuple[int, int]]:
    """The insides of a text's pairs of marks, without those inside of others and without punctuation of our own at their end."""
    reading = text.reading
    outer: list[tuple[int, int]] = []
    for start, end in sorted(quotations(reading.words, reading.blocks), key=lambda pair: (pair[0], -pair[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return [(start, start + len(reading.words[start:end].rstrip(_SET_INSIDE))) for start, end in outer]


def _is_claim(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody must have said words in marks: so many that they are no term, or beside a verb of speech."""
    count = len(_WORD.findall(reading.words[start:end]))
    before, after = reading.words[max(0, start - _NEAR) : start - 1], reading.words[end : end + _NEAR]
    spoken = _SAYS_BEFORE.search(before) or (_BEGINS.search(before) and _SAYS_AFTER.match(after))
    return count >= LEAST_WORDS or (count > 0 and bool(spoken))


class _Desk:
    """What quoted words may be held to: quotes, sources, and names and titles that the brief knows."""

    def __init__(self, context: Context) -> None:
        self.context = context
        brief = context.parsed.brief
        self.quotes = {ref: _prepared(quote) for ref, _, quote in each(brief, Quote)}
        self.across = {name: _whole(to.says) for name, to in context.beyond.items() if name.item and name.item.kind == "quote" and to.says}
        self.sources = sorted(context.parsed.sources.values(), key=lambda source: source.source.withdrawn is not None)

    @cached_property
    def names(self) -> Prepared:
        """Titles and names that the brief has: what is put in marks and nobody said."""
        return _whole("\n\n".join(_names(self.context)).casefold())

    def not_of_linked(self, text: Written, start: int, end: int) -> Iterator[Finding]:
        """Words in marks that link to a quote and are not its words."""
        for begin, close, link in text.reading.links:
            ref = led_to(link)
            name, quote = (f"`{ref.key}`", self.quotes.get(ref)) if ref else self._across(link)
            first, last = max(start, begin), min(end, close)
            words = text.reading.words[first:last].strip(_SET_INSIDE)
            if quote and words and not next(matches(quote, words), None):
                message = f"“{_short(words)}” is not what the quote {name} says: {_short(quote.body)}"
                yield Finding("B320", message, text.place(first, last), "write the quote's words, or leave out the marks", item=text.item)

    def _across(self, link: Link) -> tuple[str, Prepared | None]:
        """The quote of another brief that a link leads to, by its name."""
        name = led_across(link)
        return f"`{name}`", self.across.get(name) if name else None

    def is_led_across(self, text: Written, start: int, end: int) -> bool:
        """Whether words in marks lead to a quote of another brief that readers get, and are its words."""
        is_public = self.context.parsed.brief.status == "published"
        for begin, close, link in text.reading.links:
            name = led_across(link) if begin < end and start < close else None
            quote = self.across.get(name) if name else None
            if name and quote and (self.context.beyond[name].is_open or not is_public):
                return next(matches(quote, text.reading.words[start:end]), None) is not None
        return False

    def hold(self, text: Written, start: int, end: int) -> Quoted | Finding | None:
        """The quote or the place in a source that has the words; nothing for a name; else a finding."""
        words = text.reading.words[start:end]
        for ref, prepared in self.quotes.items():
            if next(matches(prepared, words), None):
                return Quoted(text.location, start, end, words, ref, None, None)
        barred: Finding | None = None
        for source in self.sources:
            for match in matches(source.prepared, words):
                refusal = _barred(source, match)
                if refusal is None:
                    return Quoted(text.location, start, end, words, None, source.source.id, match)
                barred = barred or Finding("B319", f"“{_short(words)}” {refusal}", text.place(start, end), _FIX, item=text.item)
        if self.is_led_across(text, start, end) or next(matches(self.names, words.casefold()), None):
            return None
        return barred or self.not_there(text, start, end)

    def on_withdrawn(self, text: Written, held: Quoted) -> Iterator[Finding]:
        """Words that stand in what was withdrawn, and nowhere else."""
        source = self.context.parsed.sources.get(held.source or "")
        if source and source.source.withdrawn and self.context.parsed.brief.status != "withdrawn":
            message = f"“{_short(held.words)}” stands in nothing but what was withdrawn (`{held.source}`)"
            fix = "quote a source that stands, or leave it out and say so in a correction"
            yield Finding("B339", message, text.place(held.start, held.end), fix, item=text.item)

    def not_there(self, text: Written, start: int, end: int) -> Finding:
        words = text.reading.words[start:end]
        message = f"“{_short(words)}” stands in no source of this brief, and is no quote of it"
        near = [(found, source) for source in self.sources if (found := nearest(source.text.body, words))]
        if near:
            found, source = max(near, key=lambda pair: pair[0].likeness)
            message += f"\nnearest, {_place(source, found)}: {_passage(source, found)}\n     difference: {found.difference}"
        return Finding("B319", message, text.place(start, end), _FIX, item=text.item)


_FIX = "write the source's words, or say it without quotation marks; the title of a work may stand in italics (*…*)"


def _prepared(quote: Quote) -> Prepared:
    return _whole("\n\n".join((quote.text, *([quote.original.text] if quote.original else []))))


def _whole(body: str) -> Prepared:
    return Prepared(body, ((0, len(body)),))


def _names(context: Context) -> Iterator[str]:
    brief = context.parsed.brief
    for _, _, source in each(brief, Source):
        yield source.title
    for actor in context.actors.values():
        yield from (actor.name, *actor.aliases)
    for term in context.terms.values():
        yield from (term.term, *term.aliases)


def _barred(source: SourceText, match: Match) -> str | None:
    """Why words that stand in a source may not be quoted from there."""
    kind = source.run(match.start).kind
    if source.source.publish == "none":
        return f"stands in the source `{source.source.id}`, of which no word may be published (`publish: none`)"
    return f"stands in what is {kind} ({source.text.path}), which nothing may cite" if kind in UNCITABLE else None


def _place(source: SourceText, found: Nearest) -> str:
    line, column = source.text.line_column(found.start)
    return f"{source.text.path}:{line}:{column}"


def _passage(source: SourceText, found: Nearest) -> str:
    return " ".join(source.text.body[found.start : found.end].split())


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 90 else f"{line[:88].rstrip()} …"
