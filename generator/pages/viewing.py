"""From a brief to its view."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.checks.links import media_name
from generator.dossier.passages import known, named, numbered
from generator.items import Correction, Figure, ItemRef, Model
from generator.items.base import is_url
from generator.items.changes import redirected
from generator.items.fields import Entry, Field, Value, citations, fields, items, references
from generator.items.marks import Prose, Refers
from generator.items.standing import fallen
from generator.library.library import Site
from generator.library.public import PublicBrief
from generator.pages import nodes
from generator.pages.evidence import evidence_view
from generator.pages.nodes import Date, DocPlace, FilePlace, Legend, Link, PartPlace, Picture, Place, Proven, Rich, SourcePlace, Words
from generator.pages.sections.sources import SourceView, source_views
from generator.pages.views import EvidenceView, ItemView
from generator.text import markdown
from generator.text.moments import day_of
from generator.text.paths import DocPath, doc_address
from generator.text.quotation_marks import OPENING
from generator.wording.wording import Wording

M = TypeVar("M", bound=Model)


def _on_lines(words: str) -> str:
    """A pattern for words, wherever lines end."""
    return r"\s+".join(map(re.escape, words.split()))


V = TypeVar("V", bound=ItemView)


class Viewing:
    """One brief on its way to a view: what its sections are made with."""

    def __init__(self, shown: PublicBrief, site: Site, wording: Wording) -> None:
        self.shown = shown
        self.brief = shown.brief
        self.site = site
        self.wording = wording
        self.language = wording.language

    # Nodes

    def place(self, part: ItemRef | str = "") -> PartPlace:
        return PartPlace(self.shown.slug, part)

    def lead(self, link: markdown.Link) -> Place | None:
        """What a link in a text leads to, or the file that an image shows."""
        if link.kind == "image":
            name = media_name(link.target)
            return FilePlace(self.shown.slug, f"media/{name}") if name in self.shown.media else None
        to = self.shown.led(link)
        return PartPlace(to.brief, to.item or "") if to else self._at(self.shown.paths.get(link.href))

    def _at(self, path: DocPath | None) -> Place | None:
        """The place that a path below docs_dir is."""
        if path is None:
            return None
        own = f"{self.shown.slug}/media/"
        if path.path.startswith(own):
            return FilePlace(self.shown.slug, f"media/{path.path.removeprefix(own)}")
        return DocPlace(doc_address(path.path, folders=self.site.folders), path.part) if path.path else self.place(path.part)

    def block(self, text: str) -> Rich:
        return nodes.block(text, self.language, self.lead, self.prove, legend=self.legend, tasks=self.task)

    def task(self, done: bool) -> str:
        return self.wording.gettext("Done") if done else self.wording.gettext("Not done")

    def legend(self, image: Place) -> Legend:
        """What the brief says of an image of its media."""
        figure, picture = self._figures.get(image), self._pictures.get(image)
        if figure is None:
            return Legend(picture=picture)
        credit = ((figure.credit, figure.source), (figure.licence, figure.licence if figure.licence and is_url(figure.licence) else None))
        told = tuple(Link(words, to) for words, to in credit if words) or ((Link(figure.source, figure.source),) if figure.source else ())
        return Legend(figure.alt, self.inline(figure.caption) if figure.caption else None, told, picture)

    @cached_property
    def _pictures(self) -> Mapping[Place, Picture]:
        return pictures(self.shown)

    @cached_property
    def _figures(self) -> Mapping[Place, Figure]:
        return {FilePlace(self.shown.slug, figure.file): figure for figure in self.brief.figures}

    @property
    def picture(self) -> FilePlace | None:
        """The image that stands for the brief."""
        file = next((figure.file for figure in self.brief.figures if figure.id == self.brief.image), "")
        return FilePlace(self.shown.slug, file) if media_name(file) in self.shown.media else None

    def inline(self, text: str) -> Rich:
        return nodes.inline(text, self.language, self.lead, self.prove)

    def prove(self, text: str) -> Iterator[Proven]:
        """The words in quotation marks that the check has found in a quote or a source."""
        for found in self._proofs.finditer(text) if self.shown.proofs else ():
            words = " ".join(found[0].split())
            proof = self.shown.proofs[words]
            if proof.quote:
                yield Proven(*found.span(), self.place(proof.quote), "")
            else:
                source = self.shown.sources[proof.source].source
                yield Proven(*found.span(), SourcePlace(self.shown.slug, source.id, words=words), source.publisher or source.title)

    @cached_property
    def _proofs(self) -> re.Pattern[str]:
        longest = sorted(self.shown.proofs, key=len, reverse=True)
        return re.compile(f"(?<=[{OPENING}])(?:{'|'.join(_on_lines(words) for words in longest)})")

    def day(self, value: date | None) -> Date | None:
        """A day, where one is given; of a time, its day in the publication's zone."""
        day = self.wording.day(value and day_of(value, self.site.zone))
        return Date(day.iso, Words(day.words, self.language)) if day else None

    def moment(self, written: str) -> Date:
        """A date of a timeline (EDTF)."""
        day = self.wording.edtf(written)
        return Date(day.iso, Words(day.words, self.language))

    # Items

    @cached_property
    def entries(self) -> tuple[Entry[Model | str], ...]:
        """The brief's items."""
        return tuple(items(self.brief))

    @cached_property
    def known(self) -> Mapping[ItemRef, Model | str]:
        """All items that may be named."""
        return known(self.shown)

    @cached_property
    def fallen(self) -> Mapping[ItemRef, frozenset[str]]:
        """The items that rest on withdrawn sources only."""
        return fallen(self.brief)

    @cached_property
    def sources(self) -> Mapping[str, SourceView]:
        """The sources, by their ids."""
        return source_views(self)

    @cached_property
    def passages(self) -> tuple[EvidenceView, ...]:
        """All evidence, in the order of its numbers."""
        ways = {item: self.way(of) for item, of in {citation.item: citation.of for citation in citations(self.brief)}.items()}
        return tuple(evidence_view(self, *key, number, ways[key[0]]) for key, number in numbered(self.shown).items())

    def way(self, item: Model) -> tuple[Link, ...]:
        """How the words of an item came."""
        return tuple(self.link(reference) for reference in references(item) if reference.location[0] == "via")

    @cached_property
    def passages_of(self) -> Mapping[ItemRef, tuple[EvidenceView, ...]]:
        """The evidence of each item that has any."""
        found: dict[ItemRef, tuple[EvidenceView, ...]] = {}
        for passage in self.passages:
            ref = passage.place.item
            if ref:
                found[ref] = (*found.get(ref, ()), passage)
        return found

    @cached_property
    def corrected(self) -> Mapping[ItemRef, tuple[Link, ...]]:
        """What tells of corrections of an item, the newest first: their kind and day, as a link to them."""
        found: dict[ItemRef, tuple[Link, ...]] = {}
        for ref, _, correction in sorted(self.each(Correction), key=lambda entry: entry.item.date, reverse=True):
            kind, day = self.wording.label("correction kind", correction.kind), self.day(correction.date)
            words = self.wording.gettext("{kind}, {date}", kind=kind, date=str(day))
            for reference in references(correction):
                to = self.link(reference).to
                if isinstance(to, PartPlace) and isinstance(to.part, ItemRef):
                    found[to.part] = (*found.get(to.part, ()), Link(words, self.place(ref)))
        return found

    @cached_property
    def former(self) -> Mapping[ItemRef, tuple[PartPlace, ...]]:
        """Where items were that have moved."""
        found: dict[ItemRef, tuple[PartPlace, ...]] = {}
        for was, ref in redirected(self.brief, self.shown.refs).items():
            found[ref] = (*found.get(ref, ()), self.place(was))
        return found

    def each(self, model: type[M]) -> Iterator[Entry[M]]:
        """The brief's items of a model, in the editor's order."""
        return (Entry(ref, location, item) for ref, location, item in self.entries if isinstance(item, model))

    def view(self, kind: type[V], entry: Entry[Any], **computed: Any) -> V:
        """The view of an item, with what is computed of it."""
        evidence = self.passages_of.get(entry.ref, ())
        told = self.shown.reasons.get(entry.ref, ())
        fallen = entry.ref in self.fallen
        corrected, former = self.corrected.get(entry.ref, ()), self.former.get(entry.ref, ())
        return kind(self.place(entry.ref), evidence, self.keys(entry.item), fallen, told, corrected, former, **computed)

    def keys(self, item: Model) -> Mapping[str, Any]:
        """Each key of an item as a node, by what its model says that it is; lists of items are sections."""
        return {field.name: self.node(item, field, getattr(item, field.name)) for field in fields(type(item)) if not field.keyed}

    def node(self, item: Model, field: Field, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self.node(item, field, entry) for entry in value)
        if isinstance(value, date):
            return self.day(value)
        if not isinstance(value, str):
            return value
        if isinstance(field.mark, Prose):
            return self.block(value) if field.mark.form == "block" else self.inline(value)
        if isinstance(field.mark, Refers):
            return self.link(Value((field.key,), None, value, field.mark, item))
        return value

    def link(self, reference: Value[Refers]) -> Link:
        """What names an item, as a link to it."""
        words, ref = named(reference, self.known)
        return Link(words, self.place(ref) if ref else None)


def pictures(shown: PublicBrief) -> dict[Place, Picture]:
    """The pictures of a brief, by the files that have them whole."""
    made: dict[Place, Picture] = {}
    for name, sizes in shown.sizes.items():
        whole = FilePlace(shown.slug, f"media/{name}")
        narrower = ((FilePlace(shown.slug, f"media/{width}/{name}"), width) for width in sizes.smaller)
        made[whole] = Picture(sizes.width, sizes.height, (*narrower, (whole, sizes.width)))
    return made
