"""Whether a handout has the words of its evidence, and what that proves; needs no publication and no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.verifying import Verdict
from generator.verifying import verify as verdict_of

PROVES = (
    "Nothing in the file was changed by itself: no word, no letter’s shape, no page. It is no signature. Who makes the whole file "
    "anew, with all that it carries, is found out by the source files (--sources), as far as quotes and passages go and as programs read "
    "them, or by the brief on the web."
)
PROVES_OF_DATA = (
    "The words agree with one another. Who changes all of them alike is found out only by the source files (--sources) or the brief on "
    "the web."
)
PROVES_WITH_SOURCES = (
    "The words that facts and quotes rest on are, as programs read them, those of the source files. Whether facts follow from them is for "
    "you to judge, and what is no quote and no passage, such as the status of a fact, is in no source: the brief on the web has it."
)
CHANGED = (
    "Something is not as it was made: see what fails. A program that edits, shrinks or protects a file may have done it, and so may a "
    "forger. Get the file again from where it was published."
)
CHANGED_SOURCES = "Source files that are missing or were edited since fail it, too."


@dataclass(frozen=True)
class Verified:
    """A verdict on a file, and what it means, in words."""

    verdict: Verdict
    meaning: str


def verify(file: Path, sources: Path | None = None) -> Verified:
    """Verify a handout (PDF), or the evidence.json or brief.json from it, against the folder of its source files where one is given."""
    verdict = verdict_of(file, sources)
    if not verdict.holds:
        return Verified(verdict, f"{CHANGED} {CHANGED_SOURCES}" if sources else CHANGED)
    return Verified(verdict, PROVES_WITH_SOURCES if sources else PROVES if verdict.whole else PROVES_OF_DATA)
