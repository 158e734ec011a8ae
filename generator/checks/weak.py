"""B335–B339: evidence that is too weak for what it carries, and evidence that no longer stands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.around import paragraph
from generator.checks.context import Anchor
from generator.checks.evidence import Anchored
from generator.checks.resolution import UNCITABLE
from generator.items import Quote
from generator.items.fields import each, items
from generator.items.standing import fallen
from generator.parsing import SourceText
from generator.prose.sentences import sentence_at
from generator.text.finding import Finding
from generator.text.patterns import compiled

_WEAK_KINDS = {*UNCITABLE, "opinion", "unverified"}
_HEADING = compiled(r"#{1,6} |[^\n]+\n(?:=+|-{3,})\s*\Z")  # of Markdown: # before it, a line under it
_ENDS = compiled(r"[.!?…。！？:;,]\W*$")  # what stands at the end of a sentence, and of no headline
_ASKS = compiled(r"[?？]\W*$")
_GOES_ON_ASKING = compiled(r"[^.!?。！？]*[?？]")
_WORD = compiled(r"\w+")
_HEADLINE = 25  # words: more than any headline has
_WHAT = {
    "B335": "opinions and texts that nobody stands for",
    "B336": "headlines, which often say more than the text below them",
    "B337": "questions, which say nothing",
}


def check(anchored: Anchored) -> Iterator[Finding]:
    """Weak evidence of what is confirmed, quotes from after their source, and what rests on withdrawn sources only."""
    yield from _confirmed(anchored)
    yield from _said_after(anchored)
    yield from _withdrawn(anchored)


def _confirmed(anchored: Anchored) -> Iterator[Finding]:
    for ref, location, fact, _, passages, _ in anchored.facts:
        standing = [passage for passage in passages if not passage[1].source.withdrawn]
        if fact.status != "confirmed" or not standing:
            continue
        codes = {_weakness(*passage) for passage in standing}
        if None not in codes:
            found = sorted(code for code in codes if code)
            message = f"this is confirmed by nothing but {' and '.join(_WHAT[code] for code in found)}"
            fix = "cite words that state it in a source that stands for it, or write another status: claimed, reported"
            yield Finding(found[0], message, anchored.context.parsed.span(*location, "status"), fix, item=ref)


def _weakness(anchor: Anchor, source: SourceText) -> str | None:
    """The code of what makes a passage too weak to confirm anything by itself."""
    if anchor.kind in _WEAK_KINDS:
        return "B335"
    within = paragraph(source, anchor.start)
    if _is_headline(source, within, anchor):
        return "B336"
    first, last = sentence_at(source.text.body, anchor.start, anchor.end, within, source.source.language)
    asks = _ASKS.search(source.text.body[first:last]) or _GOES_ON_ASKING.match(source.text.body, anchor.end, last)
    return "B337" if asks else None


def _is_headline(source: SourceText, within: tuple[int, int], anchor: Anchor) -> bool:
    """Whether a passage is of a heading, of the source's own title, or of a first line that is no sentence; a text must stand below it."""
    body = source.text.body
    words = body[slice(*within)].strip()
    if not body[within[1] :].strip() or source.source.kind in ("data", "transcript"):
        return False
    lines = body[body.rfind("\n", 0, anchor.start) + 1 : anchor.end] + body[anchor.end :].partition("\n")[0]  # a byline may be below it
    is_title = _WORD.findall(source.source.title.casefold()) in (_WORD.findall(words.casefold()), _WORD.findall(lines.casefold()))
    is_first = not body[: within[0]].strip() and "\n" not in words and len(_WORD.findall(words)) <= _HEADLINE
    return bool(_HEADING.match(words)) or is_title or (is_first and not _ENDS.search(words))


def _said_after(anchored: Anchored) -> Iterator[Finding]:
    parsed = anchored.context.parsed
    for ref, location, quote in each(parsed.brief, Quote):
        source = parsed.sources.get(quote.source)
        published = source.source.published if source else None
        if quote.said and published and quote.said > published:
            message = f"said on {quote.said}, in a source that was published on {published}"
            fix = "correct `said`, or the source’s `published`; cite the source in which the words stand"
            yield Finding("B338", message, parsed.span(*location, "said"), fix, item=ref)


def _withdrawn(anchored: Anchored) -> Iterator[Finding]:
    parsed = anchored.context.parsed
    if parsed.brief.status == "withdrawn":
        return
    lost = fallen(parsed.brief)
    for entry in items(parsed.brief):
        if entry.ref in lost:
            named = ", ".join(f"`{source}`" for source in sorted(lost[entry.ref]))
            message = f"this rests on nothing but what was withdrawn ({named})"
            fix = "cite a source that stands, or remove the item and say so in a correction"
            yield Finding("B339", message, parsed.span(*entry.location), fix, item=entry.ref)
