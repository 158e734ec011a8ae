"""The view of a brief: its head, its sections and its evidence."""

from __future__ import annotations

from typing import Any

from generator import wording
from generator.items.handout import Form, Handout, Paper, handout_name
from generator.library.library import Site
from generator.library.public import PublicBrief
from generator.pages.nodes import FilePlace, Link
from generator.pages.sections import SECTIONS, cite
from generator.pages.viewing import Viewing
from generator.pages.views import BriefView, HandoutView, SectionView


def brief_view(shown: PublicBrief, site: Site, mark: str | None, handouts: Handout) -> BriefView:
    """The view of a brief; `mark` is why it is no ordinary one, `handouts` are those that the publication makes."""
    viewing, brief = Viewing(shown, site), shown.brief
    keys = viewing.keys(brief)
    covered = f"{shown.coverage.percent} % of the story linked to its evidence" if shown.coverage else ""
    return BriefView(
        slug=shown.slug,
        place=viewing.place(),
        data=FilePlace(shown.slug, "brief.json"),
        address=f"{site.url}{shown.slug}/",
        title=keys["title"],
        summary=keys["summary"],
        language=viewing.language,
        direction=wording.direction(viewing.language),
        mark=mark,
        mark_words=wording.BRIEF_STATUS[mark] if mark else None,
        withdrawn=brief.status == "withdrawn",
        published=keys["published"],
        updated=keys["updated"],
        as_of=keys["as_of"],
        authors=tuple(Link(author.name, author.url) for author in brief.authors),
        topics=brief.topics,
        counts=tuple(_counts(viewing)),
        coverage=Link(covered, viewing.place("article")) if covered else None,
        sections=tuple(_sections(viewing)),
        evidence=viewing.passages,
        appendix=viewing.place("evidence"),
        citation=cite.content(viewing),
        handouts=tuple(_handout(shown.slug, *kind) for kind in handouts.with_own(brief.handout).kinds) if mark is None else (),
        keys=keys,
    )


def _sections(viewing: Viewing) -> list[SectionView]:
    """The sections that a brief has; a withdrawn one only says so, with its corrections."""
    rows = SECTIONS if viewing.brief.status != "withdrawn" else [row for row in SECTIONS if row.id == "corrections"]
    made: list[tuple[Any, Any]] = [(row, row.module.content(viewing)) for row in rows]
    return [SectionView(viewing.place(row.id), row.id, row.heading, content) for row, content in made if content]


def _counts(viewing: Viewing) -> list[Link]:
    """How much there is of what readers come for."""
    brief = viewing.brief
    unanswered = sum(question.status != "answered" for question in brief.questions)
    counts = (
        (len(brief.facts), "fact", "facts", "facts"),
        (len(brief.sources), "source", "sources", "sources"),
        (unanswered, "open question", "open questions", "questions"),
    )
    return [Link(wording.count(number, one, many), viewing.place(section)) for number, one, many, section in counts if number]


def _handout(slug: str, form: Form, paper: Paper) -> HandoutView:
    words = ", ".join(part for part in (wording.HANDOUT_FORM[form], wording.PAPER[paper]) if part)
    return HandoutView(FilePlace(slug, handout_name(slug, form, paper)), form, paper, words)
