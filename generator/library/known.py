"""What the rest of a library has to know of a brief: so little that it is kept where the brief itself is not looked at again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.items import CrossRef, ItemRef
from generator.items.brief import BriefStatus
from generator.items.release import Release
from generator.library.public import PublicBrief

KNOWN = "known"  # how the names begin under which it is remembered


@dataclass(frozen=True)
class Known:
    """A brief in short, as readers get it.

    `sources` are the digests of their files and their titles, `actors` the ids and names of those that it shows; `crossing` is what its
    texts name of other briefs, `refs` and `terms` (by every slug that leads to one) what others may lead to.
    """

    slug: str
    title: str
    language: str | None
    status: BriefStatus
    published: date | None
    updated: date | None
    embargo: date | None
    review_by: date | None
    translation_of: str | None
    topics: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    actors: tuple[tuple[str, str], ...]
    crossing: frozenset[CrossRef]
    refs: frozenset[ItemRef]
    terms: Mapping[str, ItemRef]
    recorded: tuple[BriefStatus, date | None] | None  # the status and `updated` of its last release

    @classmethod
    def of(cls, whole: Whole) -> Known:
        """What has to be known of a brief."""
        public, last = whole.public, whole.recorded
        brief = public.brief
        return cls(
            slug=public.slug,
            title=brief.title,
            language=brief.language,
            status=brief.status,
            published=brief.published,
            updated=brief.updated,
            embargo=brief.embargo,
            review_by=brief.review_by,
            translation_of=brief.translation_of,
            topics=tuple(brief.topics),
            sources=tuple((source.digest, source.source.title) for source in public.sources.values()),
            actors=tuple((name, actor.name) for name, actor in public.actors.items()),
            crossing=public.crossing,
            refs=public.refs,
            terms={name: ref for name in public.terms if (ref := public.shown(ItemRef("term", name)))},
            recorded=(last.status, last.updated) if last else None,
        )

    @property
    def last_changed(self) -> date | None:
        """The day, or the time, at which it was last changed in substance."""
        return self.updated or self.published

    @property
    def is_due(self) -> bool:
        """Whether its status or `updated` is not what its last release says."""
        return self.recorded != (self.status, self.updated)

    def shown(self, ref: ItemRef) -> ItemRef | None:
        """An item that a reader can be led to, a term by any of its names; None where there is none."""
        return self.terms.get(ref.key) if ref.kind == "term" and ref.key in self.terms else ref if ref in self.refs else None


Texts = int
"""A hash of texts by their names, for this process."""


class Whole(NamedTuple):
    """A brief as readers get it, and its last release as it was recorded; `silent` are the texts of a first one that brings no findings."""

    public: PublicBrief
    recorded: Release | None = None
    silent: Texts | None = None


@dataclass(frozen=True)
class Shown:
    """A brief of a library: what is known of it, what it leads to in others, by its name, and the brief itself, once somebody asks.

    `alone` is what is known of it by itself, whatever others there are.
    """

    known: Known
    alone: Known
    beyond: Mapping[CrossRef, CrossRef]
    make: Callable[[], Whole] = field(repr=False, compare=False)

    @property
    def slug(self) -> str:
        return self.known.slug

    @property
    def public(self) -> PublicBrief:
        """What readers get of it."""
        return self.make().public

    @property
    def recorded(self) -> Release | None:
        """Its last release, if it has any."""
        return self.make().recorded
