"""What outputs are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from generator.dossier.dossier import Dossier
from generator.items import ItemRef, Model
from generator.items.fields import items
from generator.library.library import Site
from generator.library.survey import Memory
from generator.pages.artifacts import Outline
from generator.pages.contexts import Context
from generator.pages.nodes import Date, Link, Words
from generator.pages.records import Record
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.pages.writer import PageWriter
from generator.wording.wording import Wording

T = TypeVar("T")
Later = Callable[[], str]
Document = tuple[str, frozenset[str]]
"""The HTML of a page, and the ids in it."""

ACROSS = "across"  # how the names begin under which it is kept what is known of pages across briefs: `Outline`


@dataclass(frozen=True)
class Ready:
    """A brief that everything can be made of: its view, and its data."""

    site: Site
    renderer: Renderer
    view: BriefView
    dossier: Dossier

    @property
    def wording(self) -> Wording:
        """The words of the brief's language."""
        return self.renderer.wordings.of(self.view.language)

    @property
    def site_wording(self) -> Wording:
        """The words of the publication's language."""
        return self.renderer.wordings.of(self.site.language)

    @property
    def link(self) -> Link:
        """The brief by its title."""
        return Link(self.view.title.words, self.view.place)

    def site_day(self, value: date | None) -> Date | None:
        """A day in the publication's language, where one is given."""
        day = self.site_wording.day(value)
        return Date(day.iso, Words(day.words, self.site.language)) if day else None

    def said_by_site(self, value: Date) -> Date:
        """A day of the brief in the publication's language."""
        return self.site_day(date.fromisoformat(value.iso[:10])) or value

    @cached_property
    def items(self) -> Mapping[ItemRef, Model | str]:
        """The brief's own items as they were written, by what they are called."""
        return {entry.ref: entry.item for entry in items(self.dossier.shown.brief)}


@dataclass(frozen=True)
class Collection:
    """All briefs that are shown, the newest first; `broken` are those of which there is nothing but what is wrong with them.

    `digests` are of what the record of each brief is made of.
    """

    site: Site
    renderer: Renderer
    briefs: tuple[Record, ...]
    broken: tuple[Link, ...] = ()
    memory: Memory = field(default_factory=dict, compare=False)
    digests: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _around(self) -> str:
        return f"{self.renderer.digest} {self.site}"

    def digest(self, record: Record) -> str:
        """A digest of what a record is made of; empty where that is not known."""
        return self.digests.get(record.brief.slug, "")

    def each(self, of: Callable[[Record], Iterable[T]], records: Iterable[Record] | None = None) -> Iterator[tuple[T, str]]:
        """What the listed briefs, or others, have of something, one by one; each with a digest of what it is made of, as above."""
        for record in self.listed if records is None else records:
            digest = self.digest(record)
            yield from ((one, f"{digest} {number}" if digest else "") for number, one in enumerate(of(record)))

    def made_of(self, path: str, parts: Iterable[str], *beside: object) -> str:
        """A digest of all that is behind a path which is made of some parts and a little `beside`; empty where that is not known.

        The `parts` are digests of what they are made of, or what says all of them.
        """
        digests = [*parts]
        if not all(digests):
            return ""
        return sha256(repr((path, self._around, digests, beside)).encode("utf-8", "surrogatepass")).hexdigest()

    def later(self, made_of: str, document: Callable[[], Document], graph: Later) -> tuple[Outline, str | Later, str | Later]:
        """What is known of a page, its content and its graph: made at once where nobody knows anything yet, else when somebody asks."""
        name = f"{ACROSS} {made_of}"
        known: Outline | None = self.memory.get(name) if made_of else None
        if known is not None:
            return known, lambda: document()[0], graph
        (html, ids), said = document(), graph()
        outline = Outline.of(html, said, ids)
        if made_of:
            self.memory[name] = outline
        return outline, html, said

    def document(self, writer: PageWriter, context: Context) -> Document:
        """A page across briefs; the same again as long as it is given the same."""
        return self.kept(
            writer.here, (self.renderer.digest, context), lambda: (self.renderer.render(writer, context), frozenset(writer.given))
        )

    def kept(self, path: str, given: object, make: Callable[[], T]) -> T:
        """What was made for a path before, where it is given what it was given then: compared, for a digest of that takes longer."""
        key = f"made {path}"
        last = self.memory.get(key)
        if last is None or last[0] != given:
            last = self.memory[key] = (given, make())
        made: T = last[1]
        return made

    @property
    def wording(self) -> Wording:
        """The words of the publication's language."""
        return self.renderer.wordings.of(self.site.language)

    @property
    def listed(self) -> tuple[Record, ...]:
        """Those that indexes name: withdrawn ones keep their address but are not listed."""
        return tuple(record for record in self.briefs if not record.withdrawn)
