"""A brief as templates print it: trees of nodes, with everything said that a template would have to decide.

A template prints what stands here and in `sections`; `docs/templates.md` lists it. No view has an address or is HTML: the writer of the
document makes both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from markupsafe import Markup

from generator.items import Model
from generator.items.handout import Form, Paper
from generator.pages.changed import News, StepView
from generator.pages.nodes import Date, FilePlace, IndexPlace, Link, PartPlace, Place, Rich, SourcePlace, Words
from generator.text.ref import ItemRef

if TYPE_CHECKING:
    from generator.pages.sections.sources import SourceView

TEXT_DIRECTIVE = ":~:"  # what follows it in an address names words of the page, apart by `&`
LONG = 600  # characters of an item that may break over pages


@dataclass(frozen=True)
class ItemView:
    """An item: what is computed of it, and below that each key of its model by its name.

    A CommonMark text is `Rich`, a date `Date`, the name of another item a `Link`, a passage of evidence an `EvidenceView`; anything
    else is as it was written.
    """

    model: ClassVar[type[Model]] = Model

    place: PartPlace
    evidence: tuple[EvidenceView, ...]
    keys: Mapping[str, Any]
    fallen: bool  # whether all that it rests on was withdrawn
    reasons: tuple[str, ...]  # why the desk accepts what breaks a rule that the promise stands on
    corrected: tuple[Link, ...]  # what was corrected, clarified or updated in it, and when
    former: tuple[PartPlace, ...]  # where it was before it moved

    def __getitem__(self, key: str) -> Any:
        return self.keys[key]

    @property
    def ref(self) -> ItemRef:
        """What the item is called."""
        if not isinstance(self.place.part, ItemRef):
            raise TypeError(f"{self.place} is no item")
        return self.place.part

    @property
    def by_source(self) -> tuple[Cited, ...]:
        """Its evidence by source, each once, in the order in which it is first named."""
        found: dict[tuple[object, ...], list[EvidenceView]] = {}
        for passage in self.evidence:
            found.setdefault((passage.source.place, passage.kind_words, passage.tier), []).append(passage)
        return tuple(Cited(tuple(passages)) for passages in found.values())

    @property
    def letters(self) -> int:
        """How many characters its own texts have."""
        said = (value.text if isinstance(value, Rich) else value for value in self.keys.values())
        return sum(len(words) for words in said if isinstance(words, str))

    @property
    def is_long(self) -> bool:
        """Whether it has so many words that it may break over pages."""
        return self.letters > LONG


@dataclass(frozen=True)
class EvidenceView:
    """Words in their source, with where they are shown in context. `pieces` is empty where the source may not be shown at all."""

    number: int
    place: SourcePlace
    pieces: tuple[Words, ...]
    before: Words
    after: Words
    language: str
    source: SourceView
    kind_words: str
    tier: str
    tier_words: str
    line: int
    live_url: str | None
    via: tuple[Link, ...]


@dataclass(frozen=True)
class Cited:
    """What an item cites of one source, where that is of one kind and as exact."""

    passages: tuple[EvidenceView, ...]

    @property
    def live_url(self) -> str | None:
        """The address of the live page with the words of all passages (WICG Scroll to Text Fragment: the first is scrolled to)."""
        first, *others = (passage.live_url or "" for passage in self.passages)
        fragments = (url.partition(TEXT_DIRECTIVE)[2] for url in others)
        return "&".join((first, *dict.fromkeys(fragment for fragment in fragments if fragment))) or None


@dataclass(frozen=True)
class SectionView:
    """A section that has something in it: `content` is what its module in `sections` makes."""

    place: PartPlace
    id: str
    title: str
    content: Any

    @property
    def items(self) -> tuple[ItemView, ...]:
        """The items that stand in the section, or in the `items` of what does."""
        entries = self.content if isinstance(self.content, tuple) else getattr(self.content, "items", ())
        return tuple(entry for entry in entries if isinstance(entry, ItemView))


@dataclass(frozen=True)
class HandoutView:
    """A handout that is made of the brief: its file beside the page, and words such as "one sheet, A4"."""

    file: FilePlace
    form: Form
    paper: Paper
    words: str


@dataclass(frozen=True)
class RelatedBrief:
    """Another brief by its title, and what it has in common with one, in words."""

    link: Link
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class VersionView:
    """A brief in one of its languages: `name` is what this calls itself, `link` leads to it by its title, `address` is that on the web."""

    slug: str
    language: str
    name: Words
    link: Link
    address: str


@dataclass(frozen=True, eq=False)
class BriefView:
    """A brief, ready to print: what its head says, its sections, and its evidence in the order of its numbers. Two are never the same.

    Below that, `keys` has the other keys of brief.yml by their names.
    """

    slug: str
    place: PartPlace
    data: FilePlace
    proof: FilePlace
    text: FilePlace  # the brief as Markdown
    address: str
    title: Rich
    summary: Rich
    language: str
    direction: str
    mark: str | None
    mark_words: str | None
    withdrawn: bool
    published: Date | None
    updated: Date | None
    as_of: Date | None
    corrected: Date | None  # when something in it was last put right
    authors: tuple[Link, ...]
    topics: tuple[Link, ...]
    counts: tuple[Link, ...]
    coverage: Link | None
    sections: tuple[SectionView, ...]
    evidence: tuple[EvidenceView, ...]
    appendix: PartPlace  # where a handout has all evidence
    citation: str
    records: tuple[Link, ...]  # files for reference managers
    handouts: tuple[HandoutView, ...]
    related: tuple[RelatedBrief, ...]
    relations: Markup | None  # who belongs to whom, drawn
    versions: tuple[VersionView, ...]  # the languages that it is there in, its original first; none where there is one alone
    overtaken: Date | None  # when the original of a translation was changed, where that is later than the translation
    overdue: Date | None  # when its review was due, where that day has passed
    reasons: tuple[str, ...]  # why the desk accepts what breaks a kept rule in a text of the brief itself
    steps: tuple[StepView, ...]  # what has changed since it was published, the newest first
    news: tuple[News, ...]  # what has changed since each of its last releases
    changes: IndexPlace | None  # the page that tells what has changed, where something has
    keys: Mapping[str, Any]
    picture: FilePlace | None = None  # what stands for the brief

    def __getitem__(self, key: str) -> Any:
        return self.keys[key]

    @property
    def places(self) -> Iterator[Place]:
        """The sections, and the items and headings in them."""
        for section in self.sections:
            yield section.place
            yield from (place for item in section.items for place in (item.place, *item.former))
            yield from section.content.parts if isinstance(section.content, Rich) else ()

    def section(self, name: str) -> Any:
        """The content of a section; empty where the brief has none."""
        return next((section.content for section in self.sections if section.id == name), ())
