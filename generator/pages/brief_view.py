"""The view of a brief: its head, its sections and its evidence."""

from __future__ import annotations

from typing import Any

from generator.items.handout import Form, Handout, Paper, handout_name
from generator.library.common import WEIGHTS, Common
from generator.library.library import Site
from generator.library.public import PublicBrief
from generator.library.translations import Version, Versions
from generator.pages import changed
from generator.pages.nodes import FilePlace, IndexPlace, Link, PartPlace, Words
from generator.pages.relations_svg import relations_svg
from generator.pages.sections import SECTIONS, cite
from generator.pages.topics import topic_link
from generator.pages.viewing import Viewing
from generator.pages.views import BriefView, HandoutView, RelatedBrief, SectionView, VersionView
from generator.text import markdown
from generator.wording import dates
from generator.wording.labels import NN_
from generator.wording.wording import Wording

NAMES = 4  # people and bodies that are named as what briefs have in common


def brief_view(
    shown: PublicBrief,
    site: Site,
    wording: Wording,
    mark: str | None,
    handouts: Handout,
    near: tuple[Common, ...] = (),
    versions: Versions = Versions(),  # noqa: B008 - a frozen value
    *,
    overdue: bool = False,
) -> BriefView:
    """The view of a brief; `mark` is why it is no ordinary one, `handouts` are those that the publication makes.

    `near` are the briefs that have most in common with it, `versions` those that say the same; `overdue` says that its review was due.
    """
    viewing, brief = Viewing(shown, site, wording), shown.brief
    keys = viewing.keys(brief)
    percent = shown.coverage.percent if shown.coverage else None
    covered = wording.gettext("{percent} % of the story linked to its evidence", percent=percent)
    return BriefView(
        slug=shown.slug,
        place=viewing.place(),
        data=FilePlace(shown.slug, "brief.json"),
        proof=FilePlace(shown.slug, "evidence.json"),
        text=FilePlace(shown.slug, "index.md"),
        address=f"{site.url}{shown.slug}/",
        title=keys["title"],
        summary=keys["summary"],
        language=viewing.language,
        direction=wording.direction,
        mark=mark,
        mark_words=wording.label("brief", mark) if mark else None,
        withdrawn=brief.status == "withdrawn",
        published=keys["published"],
        updated=keys["updated"],
        as_of=keys["as_of"],
        corrected=viewing.day(max((entry.date for entry in brief.corrections if entry.kind != "update"), default=None)),
        authors=tuple(Link(author.name, author.url) for author in brief.authors),
        topics=tuple(dict.fromkeys(topic_link(site.topic(name), viewing.language) for name in brief.topics)),
        counts=tuple(_counts(viewing)),
        coverage=None if percent is None else Link(covered, viewing.place("article")),
        sections=tuple(_sections(viewing)),
        evidence=viewing.passages,
        appendix=viewing.place("evidence"),
        citation=cite.content(viewing),
        records=tuple(Link(wording.gettext(form), FilePlace(shown.slug, f"cite.{ending}")) for ending, form in cite.FORMS.items()),
        handouts=tuple(_handout(shown.slug, wording, *kind) for kind in handouts.with_own(brief.handout).kinds) if mark is None else (),
        related=tuple(_related(viewing, common) for common in near) if brief.status != "withdrawn" else (),
        relations=relations_svg(shown.actors, wording) if brief.status != "withdrawn" else None,
        versions=tuple(_version(version, site) for version in versions.all),
        overtaken=viewing.day(versions.overtaken),
        overdue=viewing.day(brief.review_by) if overdue and brief.status != "withdrawn" else None,
        reasons=shown.reasons.get(None, ()),
        steps=changed.steps(viewing),
        news=tuple(changed.news(viewing)),
        changes=IndexPlace(f"{shown.slug}/changes/") if shown.steps else None,
        keys=keys,
        picture=viewing.picture,
    )


def _sections(viewing: Viewing) -> list[SectionView]:
    """The sections that a brief has; a withdrawn one only says so, with its corrections."""
    rows = SECTIONS if viewing.brief.status != "withdrawn" else [row for row in SECTIONS if row.id == "corrections"]
    made: list[tuple[Any, Any]] = [(row, row.module.content(viewing)) for row in rows]
    return [SectionView(viewing.place(row.id), row.id, viewing.wording.gettext(row.heading), content) for row, content in made if content]


def _counts(viewing: Viewing) -> list[Link]:
    """How much there is of what readers come for."""
    brief = viewing.brief
    unanswered = sum(question.status != "answered" for question in brief.questions)
    counts = (
        (NN_("{number} fact", "{number} facts"), len(brief.facts), "facts"),
        (NN_("{number} source", "{number} sources"), len(brief.sources), "sources"),
        (NN_("{number} open question", "{number} open questions"), unanswered, "questions"),
    )
    return [Link(viewing.wording.ngettext(*words, number), viewing.place(section)) for words, number, section in counts if number]


def _related(viewing: Viewing, common: Common) -> RelatedBrief:
    """Another brief, with the reasons in words."""
    wording, language = viewing.wording, common.language or viewing.site.language
    names = {kind: [feature.name for feature in common.shared if feature.kind == kind] for kind in WEIGHTS}
    sources = len(names["source"])
    reasons = (
        wording.gettext("Both name {names}", names=wording.gettext(", ").join(names["actor"][:NAMES])) if names["actor"] else "",
        wording.ngettext("{number} source in common", "{number} sources in common", sources) if sources else "",
        wording.gettext("Both are about {topics}", topics=wording.gettext(", ").join(names["topic"])) if names["topic"] else "",
    )
    title = Words(markdown.plain(common.title), language)
    return RelatedBrief(Link(title, PartPlace(common.slug)), tuple(filter(None, reasons)))


def _version(version: Version, site: Site) -> VersionView:
    title = Words(markdown.plain(version.title), version.language)
    named = Words(dates.language_name(version.language), version.language)
    return VersionView(version.slug, version.language, named, Link(title, PartPlace(version.slug)), f"{site.url}{version.slug}/")


def _handout(slug: str, wording: Wording, form: Form, paper: Paper) -> HandoutView:
    words = wording.gettext(", ").join(part for part in (wording.label("handout form", form), wording.label("paper", paper)) if part)
    return HandoutView(FilePlace(slug, handout_name(slug, form, paper)), form, paper, words)
