"""B301–B305: quotes and passages of evidence are held to the exact words of their sources."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from generator.checks.context import Anchor, Context
from generator.checks.interviews import unverified_voice
from generator.items import Event, Fact, ItemRef, Quote
from generator.items.fields import Citation
from generator.parsing import Run, SourceText
from generator.prose.speech import SAYING
from generator.text.finding import Finding, Severity
from generator.text.matching import Match, matches, matches_by_tier, nearest
from generator.text.patterns import compiled
from generator.text.places import Span
from generator.text.quotation_marks import DOUBLE, PAIRS

REFUSING = ("B304", "B305", "B306")
UNCITABLE = ("boilerplate", "satire", "synthetic")
IN_MARKS = ("report", "analysis", "opinion")  # kinds in which words outside of quotation marks are the writer's own

MOST_WORDS = 60  # words of a quote among which an aside is looked for
LONGEST_ASIDE = 60  # characters
_MARK_OR_PARAGRAPH = compiled(rf"[{DOUBLE}]|\n\s*\n")
CONTEXT = 120  # characters before and after repeated words in which a prefix or suffix is looked for

Refusal = tuple[int, str, str, str | None]  # rank (the lower, the nearer to a match), code, message, fix
_SAID = rf"[^{DOUBLE}.!?;:\n]{{0,60}}?\b{SAYING}\b[^{DOUBLE}.!?;:\n]{{0,60}}?"
_SPLIT = compiled(rf"[^{DOUBLE}]{{0,300}}[{DOUBLE}’']\s*{_SAID},\s*[{DOUBLE}‘'][^{DOUBLE}]{{0,300}}", re.IGNORECASE)
"""What divides both halves of a quotation within a sentence, and so leaves it to one speaker: “It is,” she said, “so.”"""
_SAID_BEHIND = compiled(rf"[{DOUBLE}’'][ \t]*(?:[^\s{DOUBLE}.]+\s){{0,4}}?{SAYING}\b", re.IGNORECASE)
"""Another attribution, behind a closing mark."""
_SAID_BETWEEN = compiled(rf"[{DOUBLE}][^{DOUBLE}\n]{{0,120}}\b{SAYING}\b[^{DOUBLE}\n]{{0,120}}[{DOUBLE}]", re.IGNORECASE)


def anchor(context: Context) -> tuple[dict[tuple[ItemRef, int], Anchor], list[Finding]]:
    """The anchor of every quote and passage that stands in its source, and findings for those that may not be cited there.

    Words that are there and may not be cited have both: an editor may accept the finding. `refused` tells for which nobody did.
    """
    anchors: dict[tuple[ItemRef, int], Anchor] = {}
    found: list[Finding] = []
    for cited in context.cited:
        source = context.parsed.sources.get(cited.source)
        if source is None:
            continue  # a dangling id or a missing file, which other checks report
        accepted, refused = _places(context, cited, source)
        if accepted:
            anchors[cited.item, cited.number] = _anchor(cited, source, accepted[0])
            if len(accepted) > 1:
                found.append(_ambiguous(cited, source, accepted, context.parsed.span(*cited.location)))
        elif refused:
            (_, code, message, fix), match = refused
            anchors[cited.item, cited.number] = _anchor(cited, source, match)
            found.append(Finding(code, message, context.parsed.span(*cited.location), fix, item=cited.item))
        else:
            found.append(_not_there(cited, source, context.parsed.span(*cited.location)))
    return anchors, found


def refused(context: Context, findings: Iterable[Finding]) -> set[tuple[ItemRef, int]]:
    """The cited words that findings, which nobody accepted, refuse."""
    places = {finding.span for finding in findings if finding.severity is Severity.ERROR and finding.code in REFUSING}
    return {(cited.item, cited.number) for cited in context.cited if places and context.parsed.span(*cited.location) in places}


def _places(context: Context, cited: Citation, source: SourceText) -> tuple[list[Match], tuple[Refusal, Match] | None]:
    """Up to two places of the best tier in which the words may be cited; else a place where they may not, and why."""
    accepted: list[Match] = []
    refused: list[tuple[Refusal, Match]] = []
    for tier in matches_by_tier(source.prepared, cited.words, cited.prefix, cited.suffix):
        for match in tier:
            refusal = next((found for rule in _REFUSALS if (found := rule(context, cited, source, match))), None)
            if refusal:
                refused.append((refusal, match))
            else:
                accepted.append(match)
            if len(accepted) == 2:
                break
        if accepted:
            break
    return accepted, min(refused, default=None, key=lambda entry: entry[0][0])


def _uncitable_segment(context: Context, cited: Citation, source: SourceText, match: Match) -> Refusal | None:
    run = source.run(match.start)
    if run.kind not in UNCITABLE:
        return None
    return (
        1,
        "B304",
        f"these words stand in {_segment(source, run, match)}, which nothing may cite",
        "cite words of the reporting, or leave it out",
    )


def _outside_of_marks(context: Context, cited: Citation, source: SourceText, match: Match) -> Refusal | None:
    if not isinstance(cited.of, Quote) or source.run(match.start).kind not in IN_MARKS:
        return None
    quotations = source.speech
    if quotations.enclose(match.start, match.end) or _is_one_turn(source, match) or _is_split(source, match):
        return None
    where = _place(source, match.start)
    if quotations.enclose(match.start, match.start + 1):
        message = f"these words run out of the quotation in {where}: a quote lies inside one pair of quotation marks"
        return 0, "B305", message, "end the quote where the quotation ends, and make a second quote of the next one"
    message = f"these words stand in {where} outside of quotation marks: they are the writer's own, no quote"
    return 0, "B305", message, "quote words from inside the marks, or state it as a fact"


def _is_one_turn(source: SourceText, match: Match) -> bool:
    """Whether the pieces of a quote are spoken in one turn of a dialogue, where nothing but who says so divides them."""
    gaps = (source.text.body[end:start] for (_, end), (start, _) in pairwise(match.pieces))
    spoken = all(source.speech.enclose(*piece) for piece in match.pieces)
    return spoken and len(match.pieces) > 1 and not any(_MARK_OR_PARAGRAPH.search(gap) for gap in gaps)


def _is_split(source: SourceText, match: Match) -> bool:
    """Whether a quote has both halves of a quotation that who says so divides within a sentence: “It is,” she said, “so.”"""
    body, speech = source.text.body, source.speech
    if len(match.pieces) < 2 or not all(speech.enclose(*piece) for piece in match.pieces):
        return False
    between = [(end, start) for (_, end), (start, _) in pairwise(match.pieces) if not speech.enclose(end, start)]
    closed = max((pair[1] for pair in speech.around(*match.pieces[-1])), default=match.end)
    return all(_SPLIT.fullmatch(body, *gap) for gap in between) and not _SAID_BEHIND.match(body, closed)


def _unverified_interviewee(context: Context, cited: Citation, source: SourceText, match: Match) -> Refusal | None:
    if not isinstance(cited.of, (Fact, Event)) or source.run(match.start).kind != "interview":
        return None
    voice = unverified_voice(context.actors.values(), source, match.start)
    if voice is None:
        return None
    message = f"in {_place(source, match.start)} {voice}: that supports no fact"
    return 0, "B306", message, "cite another source, or set `existence: verified` on the actor once somebody has made sure"


_REFUSALS: tuple[Callable[[Context, Citation, SourceText, Match], Refusal | None], ...] = (
    _uncitable_segment,
    _outside_of_marks,
    _unverified_interviewee,
)


def _anchor(cited: Citation, source: SourceText, match: Match) -> Anchor:
    line, column = source.text.line_column(match.start)
    return Anchor(
        item=cited.item, source=cited.source, path=source.text.path, start=match.start, end=match.end, line=line, column=column,
        tier=match.tier, pieces=match.pieces, kind=source.run(match.start).kind, cuts=match.cuts,
        is_original=cited.is_original,
    )  # fmt: skip


def _place(source: SourceText, offset: int) -> str:
    line, column = source.text.line_column(offset)
    return f"{source.text.path}:{line}:{column}"


def _segment(source: SourceText, run: Run, match: Match) -> str:
    kind = f"{run.kind} segment" if source.source.segments else f"source of kind {run.kind}"
    return f"a {kind} ({_place(source, match.start)})"


def _ambiguous(cited: Citation, source: SourceText, accepted: list[Match], span: Span) -> Finding:
    first, second = (_place(source, match.start) for match in accepted)
    message = f"these words stand more than once: in {first} and in {second}; the first is taken"
    return Finding("B303", message, span, _telling_apart(cited, source, accepted[0]), item=cited.item)


def _telling_apart(cited: Citation, source: SourceText, match: Match) -> str:
    """A prefix or else a suffix, as short as may be, that only the first of several places has."""
    before = source.text.body[max(0, match.start - CONTEXT) : match.start].split()
    after = source.text.body[match.end : match.end + CONTEXT].split()
    for count in range(1, len(before) + 1):
        prefix = " ".join(before[-count:])
        if _is_only(matches(source.prepared, cited.words, prefix, cited.suffix), match):
            return f"for the first, add the words right before it: prefix: {json.dumps(prefix, ensure_ascii=False)}"
    for count in range(1, len(after) + 1):
        suffix = " ".join(after[:count])
        if _is_only(matches(source.prepared, cited.words, cited.prefix, suffix), match):
            return f"for the first, add the words right after it: suffix: {json.dumps(suffix, ensure_ascii=False)}"
    return "cite more words, so that they stand only once"


def _is_only(found: Iterator[Match], match: Match) -> bool:
    """Whether `match` is the first of its tier that is found, and the only one."""
    first, second = next(found, None), next(found, None)
    return first == match and (second is None or second.tier != match.tier)


def _with_ellipsis(words: str, source: SourceText) -> str | None:
    """Words with an ellipsis where the source has an aside among them: « C’est un désastre, dit Ada Example, et je pars. »"""
    parts = words.split()
    for at in range(1, min(len(parts), MOST_WORDS)):
        marked = f"{' '.join(parts[:at])} … {' '.join(parts[at:])}"
        match = next(matches(source.prepared, marked), None)
        if match and len(match.pieces) == 2 and match.pieces[1][0] - match.pieces[0][1] <= LONGEST_ASIDE:
            return marked
    return None


def _not_there(cited: Citation, source: SourceText, span: Span) -> Finding:
    is_quote = isinstance(cited.of, Quote)
    code, what = ("B301", "the original" if cited.is_original else "the quote") if is_quote else ("B302", "the passage")
    path = source.text.path
    words = cited.words.strip()
    if is_quote and len(words) > 2 and words[0] + words[-1] in PAIRS:
        return Finding(
            code, f"{what} has quotation marks around it, which its text leaves out", span, "remove the outer marks", item=cited.item
        )
    if (cited.prefix or cited.suffix) and next(matches(source.prepared, cited.words), None):
        return Finding(
            code,
            f"{what} stands in {path}, but not between this prefix and suffix",
            span,
            "give the words right before and after it",
            item=cited.item,
        )
    if marked := _with_ellipsis(words, source):
        message = f"{what} does not stand so in {path}: words are left out in it, and nothing says so"
        return Finding(code, message, span, f"mark what you leave out: {marked}", item=cited.item)
    near = nearest(source.text.body, cited.words)
    if near is None:
        message = f"{what} does not stand in {path}, and nothing like it does"
        return Finding(code, message, span, "copy the exact words from the source, or name another source", item=cited.item)
    passage = " ".join(source.text.body[near.start : near.end].split())
    if is_quote and not source.speech.enclose(near.start, near.end) and _SAID_BETWEEN.search(passage):
        message = f"{what} does not stand so in {path}: between its sentences stands who says so\nthe source: {passage}"
        return Finding(code, message, span, "make a quote of the words before that, and another one of those after it", item=cited.item)
    message = f"{what} does not stand in {path}\nnearest, {_place(source, near.start)}: {passage}\n     difference: {near.difference}"
    return Finding(code, message, span, f"write the source's words: {passage}", item=cited.item)
