"""The verdict on a file, which may come from anywhere: it is read and judged in a process that may not take much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.engine.confined import BrokenError, confined
from generator.engine.limits import LimitError, Limits
from generator.verifying.published import Fetch, of_evidence, of_its_brief, with_published
from generator.verifying.verdict import NOTHING, Against, Part, Verdict, as_data, verdict_of

LIMITS = Limits(seconds=6, megabytes=700)
_PART = "verify the handout of one brief instead"


def verify(path: Path, against: Against = NOTHING) -> Verdict:
    """Verify a handout, a brief.json or an evidence.json, by itself and against what else is at hand."""
    try:
        verdict = verdict_of(confined(LIMITS, _told, str(path.absolute()), replace(against, fetch=None)))
    except LimitError as error:
        return Verdict(problem=f"it {error} to be verified; {_PART}")
    except BrokenError:
        return Verdict(problem=f"it breaks what reads it, or needs more memory than a handout does; {_PART}")
    if against.fetch is None:
        return verdict
    return replace(verdict, parts=tuple(_compared(part, against.fetch) for part in verdict.parts))


def _compared(part: Part, fetch: Fetch) -> Part:
    """What was verified, and whether it is what is published."""
    state_of = of_evidence if part.can_be_signed else of_its_brief
    return replace(part, checks=(*part.checks, *with_published(part.state, part.url, fetch, state_of)))


# In the process


def _told(path: str, against: Against) -> dict[str, Any]:
    from generator.verifying.judging import judged  # whose reader of PDFs takes long to load

    return as_data(judged(Path(path), against))
