"""A brief as readers get it: its items without proposals, unless a preview shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from generator.checks import CheckedBrief
from generator.items import Actor, Brief, Fact, Item, ItemRef, Quote, Term
from generator.items.fields import each, items, meant, references, texts
from generator.library.excerpts import Excerpt, PublicSource, excerpt, public_source
from generator.prose.coverage import Coverage
from generator.text.markdown import links, slug


@dataclass(frozen=True)
class Shown:
    """What pages, data and prints are made of. Items without an id are counted anew; each quote and passage has an excerpt."""

    slug: str
    brief: Brief
    article: str | None
    sources: Mapping[str, PublicSource]
    excerpts: Mapping[tuple[ItemRef, int], Excerpt]
    actors: Mapping[str, Actor]
    terms: Mapping[str, Term]
    media: Mapping[str, bytes]
    coverage: Coverage | None


def shown(checked: CheckedBrief, *, preview: bool) -> Shown:
    """What is shown of a brief."""
    everyone = {**{actor.id: actor for actor in checked.brief.actors}, **checked.actors}
    hidden = set() if preview else {ref for ref, _, item in each(checked.brief, Item) if item.draft}
    hidden |= set() if preview else {ItemRef("actor", name) for name, actor in everyone.items() if actor.draft}
    kept = [entry for entry in items(checked.brief) if entry.ref not in hidden and not _needs(entry.item, hidden)]
    lists: dict[str, list[object]] = {}
    for entry in kept:
        lists.setdefault(str(entry.location[0]), []).append(_without(entry.item, hidden))
    keys = {str(entry.location[0]) for entry in items(checked.brief)}
    brief = checked.brief.model_copy(update={key: tuple(lists.get(key, ())) for key in keys})
    names = {entry.ref: new.ref for entry, new in zip(kept, items(brief), strict=True)}
    anchors = [replace(anchor, item=names[anchor.item]) for anchor in checked.anchors.values() if anchor.item in names]
    numbers = [number for (item, number) in checked.anchors if item in names]
    named = set(_named(brief, checked.article))
    return Shown(
        slug=checked.slug,
        brief=brief,
        article=checked.article,
        sources={
            source.id: public_source(checked.sources[source.id], [anchor for anchor in anchors if anchor.source == source.id])
            for source in brief.sources
        },
        excerpts={
            (anchor.item, number): excerpt(checked.sources[anchor.source], anchor) for anchor, number in zip(anchors, numbers, strict=True)
        },
        actors={actor.id: actor for actor in brief.actors}
        | {name: actor for name, actor in everyone.items() if ItemRef("actor", name) in named - hidden},
        terms={
            name: term
            for name, term in checked.terms.items()
            if term in brief.terms or any(ItemRef("term", slug(form)) in named for form in (term.term, *term.aliases))
        },
        media=checked.media,
        coverage=checked.coverage,
    )


def _named(brief: Brief, article: str | None) -> Iterator[ItemRef]:
    """What the brief's items and texts name."""
    for value in references(brief):
        yield from (ref for thing in meant(value) if (ref := ItemRef.parse(":".join(thing))))
    for text in (*(value.text for value in texts(brief)), article or ""):
        for link in links(text):
            if link.scheme == "actor":
                yield ItemRef("actor", link.target)
            elif link.scheme == "term":
                yield ItemRef("term", slug(link.target))


def _needs(item: object, hidden: Set[ItemRef]) -> bool:
    """Whether an item cannot be said without a hidden one."""
    if isinstance(item, Quote):
        return ItemRef("actor", item.speaker) in hidden
    return getattr(item, "fact", None) is not None and ItemRef("fact", getattr(item, "fact", "")) in hidden


def _without(item: object, hidden: Set[ItemRef]) -> object:
    """An item without the names of hidden ones."""
    if isinstance(item, Fact):
        return item.model_copy(update={"by": tuple(name for name in item.by if ItemRef("actor", name) not in hidden)})
    answers = getattr(item, "answered_by", ())
    if answers:
        return item.model_copy(update={"answered_by": tuple(name for name in answers if ItemRef("fact", name) not in hidden)})  # type: ignore[attr-defined]
    return item
