"""What was put right: `/corrections/`, the newest first, and how the publication corrects itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages import nodes
from generator.pages.artifacts import Page
from generator.pages.nodes import Link, PartPlace, Rich
from generator.pages.outputs.indexes.paging import Entry, Group, IndexPage, index_pages
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.records import IndexedCorrection
from generator.pages.sections.corrections import CorrectionView
from generator.wording.labels import N_

INDEX = "corrections/"
HEADING = N_("Corrections")
INTRO = N_("What was put right in these briefs, the newest first.")


@dataclass(frozen=True)
class CorrectionGroup(Group):
    """The corrections of a year."""

    entries: tuple[IndexedCorrection, ...]


@dataclass(frozen=True)
class CorrectionIndex(IndexPage):
    """All corrections; `policy` is the publication's own, where it has set one."""

    template = "site/corrections.html.j2"
    group = CorrectionGroup

    policy: Rich | None


def corrections(collection: Collection) -> Iterator[Page]:
    """The index of corrections, those of withdrawn briefs included, where there are any."""
    site, wording = collection.site, collection.wording
    entries = (Entry(correction.date.iso[:4], correction, made_of) for correction, made_of in _newest_first(collection))
    policy = nodes.block(site.corrections_policy, site.language, lambda link: None) if site.corrections_policy else None
    heading, intro = wording.gettext(HEADING), wording.gettext(INTRO)
    yield from index_pages(collection, INDEX, CorrectionIndex, heading, intro, entries, "foot", "corrections.xml", policy=policy)


def newest_first(collection: Collection) -> list[IndexedCorrection]:
    """All corrections, those of withdrawn briefs included."""
    return [correction for correction, _ in _newest_first(collection)]


def _newest_first(collection: Collection) -> list[tuple[IndexedCorrection, str]]:
    found = collection.each(lambda record: record.corrections, collection.briefs)
    return sorted(found, key=lambda one: one[0].date.iso, reverse=True)


def indexed_correction(ready: Ready, correction: CorrectionView) -> IndexedCorrection:
    """A correction with its brief."""
    return IndexedCorrection(
        date=ready.said_by_site(correction["date"]),
        text=correction["text"],
        kind=correction["kind"],
        kind_words=ready.site_wording.label("correction kind", correction["kind"]),
        item=correction.item,
        brief=Link(ready.view.title.words, PartPlace(ready.view.slug, "corrections")),
    )
