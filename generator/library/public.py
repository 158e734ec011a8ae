"""What readers may get of a brief, decided once and before any view.

Hidden are, unless a preview shows them: proposals; what cannot be said without a hidden item (the quote of a proposed speaker, the event that
tells of a proposed fact); actors, sources and terms that only hidden items name; quotes from a source whose words are withheld. What
stays says nothing of what does not: names of hidden items are taken out of it, links to them are plain words, and what editors note for
each other goes with nobody. Pages, data, prints and feeds are made of `PublicBrief`s; there is no way from one to what it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.checks import CheckedBrief
from generator.items import Actor, Brief, Item, ItemRef, Model, Quote, Term
from generator.items.fields import fields, items, references, texts
from generator.items.marks import Refers
from generator.library.excerpts import Excerpt, PublicSource, excerpt, public_source
from generator.prose.coverage import Coverage, coverage
from generator.text.markdown import Link, links, slug

SUPPORTING = ("actor", "source", "term")  # kinds that are there for what names them
AnItem = TypeVar("AnItem", bound=Model)


@dataclass(frozen=True)
class PublicBrief:
    """A brief as readers get it. Items without an id are counted anew; `excerpts` has one entry for each quote and passage."""

    slug: str
    brief: Brief
    article: str | None
    sources: Mapping[str, PublicSource]
    excerpts: Mapping[tuple[ItemRef, int], Excerpt]
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    media: Mapping[str, bytes]
    coverage: Coverage | None

    @cached_property
    def refs(self) -> frozenset[ItemRef]:
        """All items that a reader can be led to."""
        own = {entry.ref for entry in items(self.brief)}
        return frozenset(own | {ItemRef("actor", name) for name in self.actors} | {ItemRef("term", name) for name in self.terms})


def public(checked: CheckedBrief, *, preview: bool = False) -> PublicBrief:
    """What readers get of a brief that may be shown; a preview keeps proposals."""
    if checked.brief.status == "withdrawn" and not preview:
        return _notice(checked)
    hidden = _hidden(checked, preview=preview)
    kept, brief = _stripped(checked, hidden)
    shown = [replace(anchor, item=kept[anchor.item]) for anchor in checked.anchors.values() if anchor.item in kept]
    images = (link for text in (*(text.text for text in texts(brief)), checked.article or "") for link in links(text) if link.kind == "image")
    wanted = {media_name(link.target) for link in images}
    return PublicBrief(
        slug=checked.slug,
        brief=brief,
        article=checked.article,
        sources={
            source.id: public_source(checked.sources[source.id], [anchor for anchor in shown if anchor.source == source.id])
            for source in brief.sources
        },
        excerpts={(anchor.item, anchor.number): excerpt(checked.sources[anchor.source], anchor) for anchor in shown},
        actors={actor.id: _told(actor, hidden) for actor in _actors(checked) if ItemRef("actor", actor.id) not in hidden},
        terms={name: term for name, term in checked.terms.items() if _term(term) not in hidden},
        media={name: content for name, content in checked.media.items() if name in wanted},
        coverage=coverage(checked.article, lambda link: _target(link, checked) not in hidden) if checked.article else None,
    )


def _notice(checked: CheckedBrief) -> PublicBrief:
    """What is left of a withdrawn brief: that it was there, and what was said to correct it."""
    brief = checked.brief
    kept = {name: getattr(brief, name) for name in ("title", "status", "language", "corrections")}
    told = tuple(correction.model_copy(update={"item": None}) for correction in brief.corrections)
    bare = Brief.model_construct(**{**kept, "summary": "", "corrections": told})
    return PublicBrief(checked.slug, bare, None, {}, {}, {}, {}, {}, None)


# What is hidden


def _hidden(checked: CheckedBrief, *, preview: bool) -> Set[ItemRef]:
    """The items of a brief, and of those that all briefs share, that readers do not get."""
    known = _known(checked)
    names = {ref: frozenset(_named_by(item, checked)) for ref, item in known.items()}
    namers: dict[ItemRef, set[ItemRef | None]] = {entry.ref: set() for entry in items(checked.brief)}
    for ref, targets in names.items():
        for target in targets:
            namers.setdefault(target, set()).add(ref)
    for text in (checked.brief.title, checked.brief.summary, checked.article or ""):
        for target in _led_to(text, checked):
            namers.setdefault(target, set()).add(None)  # the brief itself
    unnamed = {ref for ref, naming in namers.items() if not naming}  # of the brief's own, and there for its own sake

    def is_hidden(ref: ItemRef, item: Model | str) -> bool:
        nobody_left = ref.kind in SUPPORTING and ref not in unnamed and namers.get(ref, set()) <= hidden
        return nobody_left or (bool(names[ref] & hidden) and _without(item, hidden) is None)

    hidden: Set[ItemRef | None] = {ref for ref, item in known.items() if _is_withheld(item, checked) or (_is_proposed(item) and not preview)}
    while more := {ref for ref, item in known.items() if ref not in hidden and is_hidden(ref, item)}:
        hidden |= more
    return {ref for ref in hidden if ref}


def _known(checked: CheckedBrief) -> dict[ItemRef, Model | str]:
    """All items that the brief has or may name."""
    shared = {ItemRef("actor", actor.id): actor for actor in _actors(checked)}
    return {**shared, **{_term(term): term for term in checked.terms.values()}, **{entry.ref: entry.item for entry in items(checked.brief)}}


def _actors(checked: CheckedBrief) -> Iterator[Actor]:
    """The brief's own actors, then the shared ones."""
    own = {actor.id for actor in checked.brief.actors}
    yield from checked.brief.actors
    yield from (actor for actor in checked.actors.values() if actor.id not in own)


def _is_proposed(item: Model | str) -> bool:
    return isinstance(item, Item) and item.draft


def _is_withheld(item: Model | str, checked: CheckedBrief) -> bool:
    """Whether an item is made of words of a source that may not be shown."""
    return isinstance(item, Quote) and checked.sources[item.source].source.publish == "none"


# What names what


def _named_by(item: Model | str, checked: CheckedBrief) -> Iterator[ItemRef]:
    """What an item names, in its fields and in the links of its texts."""
    if isinstance(item, str):
        yield from _led_to(item, checked)
        return
    for reference in references(item):
        yield from _refs(reference.mark, reference.text)
    for text in texts(item):
        yield from _led_to(text.text, checked)


def _refs(mark: Refers, written: str) -> Set[ItemRef]:
    """The items that a reference may mean."""
    address = ItemRef.parse(written) if mark.form == "address" else None
    return {address} if address else {ItemRef(kind, written) for kind in mark.kinds if kind != "brief" and kind != "author"}


def _led_to(text: str, checked: CheckedBrief) -> Iterator[ItemRef]:
    for link in links(text):
        target = _target(link, checked)
        if target:
            yield target


def _target(link: Link, checked: CheckedBrief) -> ItemRef | None:
    """The item that a link leads to; a term by any of its names is one."""
    if link.scheme == "term":
        term = checked.terms.get(slug(link.target))
        return _term(term) if term else None
    return ItemRef.parse(f"{link.scheme}:{link.target}") if link.kind == "link" else None


def _term(term: Term) -> ItemRef:
    return ItemRef("term", slug(term.term))


# What is left of it


def _stripped(checked: CheckedBrief, hidden: Set[ItemRef]) -> tuple[Mapping[ItemRef, ItemRef], Brief]:
    """The brief without what is hidden, and what those items that stay are called in it."""
    brief = checked.brief
    kept: dict[str, list[Model | str]] = {}
    old = [entry for entry in items(brief) if entry.ref not in hidden]
    for entry in old:
        told = _without(entry.item, hidden)
        if told is not None:
            kept.setdefault(str(entry.location[0]), []).append(told)
    lists = {name: tuple(kept.get(name, ())) for name in {str(entry.location[0]) for entry in items(brief)}}
    public_brief = brief.model_copy(update=lists)
    return {entry.ref: new.ref for entry, new in zip(old, items(public_brief), strict=True)}, public_brief


def _without(item: Model | str, hidden: Set[Any]) -> Model | str | None:
    """An item without the names of hidden ones and without editors' notes; None where it cannot be said without them."""
    if isinstance(item, str):
        return item
    changed: dict[str, Any] = {"accept": {}} if isinstance(item, Item) else {}
    for field in fields(type(item)):
        value = getattr(item, field.name)
        if not isinstance(field.mark, Refers) or not value:
            continue
        if isinstance(value, tuple):
            changed[field.name] = tuple(name for name in value if not _refs(field.mark, name) & hidden)
        elif _refs(field.mark, value) & hidden:
            changed[field.name] = None
    told = item.model_copy(update=changed)
    lost = {name for name, value in changed.items() if value is None}
    return told if not lost or _is_whole(told, lost) else None


def _is_whole(item: Model, without: Set[str]) -> bool:
    """Whether its model takes an item without some of its keys."""
    try:
        type(item).model_validate(item.model_dump(mode="json", by_alias=True, exclude=set(without)))
    except ValidationError:
        return False
    return True
