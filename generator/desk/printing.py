"""Handouts of briefs, and booklets of several, wherever they are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.checks import CheckedBrief
from generator.checks.target import names
from generator.desk.building import FontProgress, open_press, renderer_of, rendering, unset, with_fonts
from generator.desk.publication import Publication
from generator.desk.signing import signing_of
from generator.engine.atomic import write_output
from generator.items import CrossRef
from generator.items.fields import references, texts
from generator.items.handout import Form, Paper
from generator.library.library import Library, collect
from generator.library.public import PublicBrief
from generator.library.survey import Survey
from generator.pages.artifacts import Print
from generator.pipeline import print_booklet, print_brief
from generator.press.fonts import font_files
from generator.text.finding import NO_FINDINGS, Finding, Findings
from generator.text.slugs import slug_as_written


@dataclass(frozen=True)
class Planned:
    """Documents to be made, and what was found about them; `refused` says why there are none: briefs with errors."""

    prints: tuple[Print, ...] = ()
    findings: Findings = NO_FINDINGS
    refused: Findings = NO_FINDINGS


@dataclass(frozen=True)
class Printed:
    """A document that was tried: where it is and how many bytes it has, or the finding that says why it could not be set."""

    path: Path
    size: int = 0
    finding: Finding | None = None


def plan_handouts(
    publication: Publication, slugs: Iterable[str], form: Form = "full", paper: Paper = "a4", font_progress: FontProgress | None = None
) -> Planned:
    """A handout of each of some briefs; raises WrongUsageError for a name that no brief has."""
    survey, slugs = publication.survey(), tuple(slugs)
    publication.know(slugs, survey.slugs)
    return _refused(survey, slugs) or _planned(publication, handouts(publication, survey, slugs, form, paper), font_progress)


def plan_booklet(
    publication: Publication,
    names: Iterable[str],
    title: str | None = None,
    form: Form = "full",
    paper: Paper = "a4",
    font_progress: FontProgress | None = None,
) -> Planned:
    """One document of several briefs; a topic stands for all its public briefs, and names a booklet of nothing else."""
    survey, names = publication.survey(), tuple(names)
    called, slugs = packed(publication, survey, names)
    publication.know(slugs, survey.slugs)
    words = title or called
    return _refused(survey, slugs) or _planned(
        publication, (booklet(publication, survey, slugs, words, f"{slug_as_written(words)}.pdf", form, paper),), font_progress
    )


def print_planned(
    publication: Publication, prints: Iterable[Print], output: Path | None = None, scheduler: str | None = None
) -> Iterator[Printed]:
    """Make documents as they come, each at `output`, or in the current folder under its own name."""
    press = open_press(publication, scheduler)
    try:
        for result in press.collect(press.submit(prints)):
            path = output or Path(PurePosixPath(result.document.path).name)
            if result.pdf is None:
                yield Printed(path, finding=unset(publication, result))
                continue
            write_output(path, result.pdf)
            yield Printed(path, len(result.pdf))
    finally:
        press.close()


def handouts(publication: Publication, survey: Survey, slugs: Iterable[str], form: Form = "full", paper: Paper = "a4") -> tuple[Print, ...]:
    """A handout of each of some checked briefs: of published ones as they are published, of drafts as they stand."""
    with rendering():
        renderer = renderer_of(publication)
        return tuple(print_brief(library, renderer, brief, form, paper) for library, brief in _shown(publication, survey, slugs))


def booklet(
    publication: Publication, survey: Survey, slugs: Iterable[str], title: str, path: str, form: Form = "full", paper: Paper = "a4"
) -> Print:
    """Some checked briefs as one document."""
    with rendering():
        shown = _shown(publication, survey, slugs)
        return print_booklet(renderer_of(publication), title, shown, path, form, paper)


def packed(publication: Publication, survey: Survey, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What a booklet of these briefs and topics is called, and the slugs of its briefs, each once."""
    parts = [(name, (name,)) if name in survey.slugs else of_topic(publication, survey, name) for name in names]
    slugs = dict.fromkeys(slug for name, (_, listed) in zip(names, parts, strict=True) for slug in listed or (name,))
    return parts[0][0] if len(names) == 1 and names[0] not in survey.slugs else publication.site.name, tuple(slugs)


def of_topic(publication: Publication, survey: Survey, name: str) -> tuple[str, tuple[str, ...]]:
    """A topic as its briefs write it, and the slugs of those that are public and listed, newest first."""
    listed = collect(publication.site, survey, publication.now, preview=False, memory=publication.memory).listed
    found = {brief.slug: topic for brief in listed for topic in brief.topics if slug_as_written(topic) == slug_as_written(name)}
    return next(iter(found.values()), name), tuple(found)


def _names(checked: CheckedBrief) -> Iterable[CrossRef]:
    """What a brief names of others."""
    return names((*(field.text for field in texts(checked.brief)), checked.article or ""), references(checked.brief))


def _shown(publication: Publication, survey: Survey, slugs: Iterable[str]) -> list[tuple[Library, PublicBrief]]:
    """Briefs in the library that shows them: the public one, if they are public. It has what they lead to, too."""
    wanted = list(slugs)
    needed = {*wanted, *(name.brief for brief in survey.of(wanted).briefs for name in _names(brief))}
    site = signing_of(publication).site(publication.site)
    public, everything = (collect(site, survey.of(needed), publication.now, preview=preview) for preview in (False, True))
    libraries = ((public if name in public.by_slug else everything, name) for name in wanted)
    return [(library, library.by_slug[name].public) for library, name in libraries]


def _planned(publication: Publication, prints: Iterable[Print], font_progress: FontProgress | None) -> Planned:
    font_files(font_progress)
    return Planned(*with_fonts(publication, prints))


def _refused(survey: Survey, slugs: tuple[str, ...]) -> Planned | None:
    """Briefs with errors cannot be printed: their findings say why."""
    broken = [finding for outcome in survey.of(slugs).outcomes if not outcome.is_whole for finding in outcome.findings]
    return Planned(refused=Findings(broken)) if broken else None
