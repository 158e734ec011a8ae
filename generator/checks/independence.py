"""B402: what is confirmed rests on two independent origins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Anchor
from generator.checks.evidence import Anchored
from generator.checks.interviews import unverified_voice
from generator.checks.resolution import UNCITABLE
from generator.parsing import SourceText
from generator.text.finding import Finding


def check(anchored: Anchored) -> Iterator[Finding]:
    """A confirmed fact cites sources of at least two origins; two reports of one wire are one origin."""
    for ref, location, fact, _, passages, _ in anchored.facts:
        if fact.status != "confirmed":
            continue
        counted = {source.source.id: _origin(source) for anchor, source in passages if _counts(anchored, anchor, source)}
        if len({origin.casefold() for origin in counted.values()}) >= 2:
            continue
        named = next(iter(counted.values()), None)
        if named is None:
            whence = "nothing that it cites counts as one"
        elif len(counted) == 1:
            whence = f"its one source comes from `{named}`"
        else:
            whence = f"all {len(counted)} sources come from `{named}`"
        span = anchored.context.parsed.span(*location, "status")
        fix = "cite a source of another origin, or write status: reported"
        yield Finding("B402", f"a confirmed fact needs two independent origins; {whence}", span, fix, item=ref)


def _origin(source: SourceText) -> str:
    return source.source.origin or source.source.publisher or source.source.id


def _counts(anchored: Anchored, anchor: Anchor, source: SourceText) -> bool:
    """Whether words corroborate anything: those of nobody who is known to exist do not, accepted or not, nor what was withdrawn."""
    if source.source.withdrawn:
        return False
    if anchor.kind == "interview":
        return unverified_voice(anchored.context.actors.values(), source, anchor.start) is None
    return anchor.kind not in UNCITABLE
