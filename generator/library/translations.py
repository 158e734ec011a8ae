"""Which briefs say the same in other languages, and which translations their originals have overtaken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.library.known import Known
from generator.library.library import Library
from generator.text.moments import day_of


@dataclass(frozen=True)
class Version:
    """A brief in one of the languages that it is there in."""

    slug: str
    title: str
    language: str


@dataclass(frozen=True)
class Versions:
    """All that say what a brief says, itself among them, the original first; `overtaken` is the day of the original where that is later."""

    all: tuple[Version, ...] = ()
    overtaken: date | None = None


def translations(library: Library) -> Mapping[str, Versions]:
    """The versions of each brief that has any, of those that are listed."""
    briefs = {known.slug: known for known in library.listed}
    of_original: dict[str, list[str]] = defaultdict(list)
    for slug in sorted(briefs):
        of_original[_original(slug, briefs)].append(slug)
    found: dict[str, Versions] = {}
    for original, slugs in of_original.items():
        ordered = sorted(slugs, key=lambda slug: slug != original)
        versions = tuple(Version(slug, briefs[slug].title, briefs[slug].language or library.site.language) for slug in ordered)
        for slug in ordered if len(ordered) > 1 else ():
            found[slug] = Versions(versions, _overtaken(library, briefs[original], briefs[slug]))
    return found


def _original(slug: str, briefs: Mapping[str, Known]) -> str:
    """The brief that a brief translates, in however many steps, as far as readers get it; of those in a ring, the first by name."""
    steps = [slug]
    while (of := briefs[steps[-1]].translation_of) and of in briefs:
        if of in steps:
            return min(steps[steps.index(of) :])
        steps.append(of)
    return steps[-1]


def _overtaken(library: Library, original: Known, brief: Known) -> date | None:
    theirs, ours = _last_changed(original, library), _last_changed(brief, library)
    return theirs if theirs and ours and theirs > ours else None


def _last_changed(brief: Known, library: Library) -> date | None:
    """The day on which a brief was last changed in substance."""
    moment = brief.last_changed
    return day_of(moment, library.site.zone) if moment else None
