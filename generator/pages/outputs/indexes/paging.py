"""An index as pages: its entries in groups (a year, a letter), so many on a page, with the ways between pages and to each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

from generator.library.survey import remembered
from generator.pages.artifacts import Nav, Page, SearchEntry
from generator.pages.contexts import Context
from generator.pages.nodes import IndexPlace, Link, Place
from generator.pages.outputs.linked_data import of_index
from generator.pages.outputs.ready import Collection, Document
from generator.pages.writer import PageWriter
from generator.text.slugs import slug_as_written

PER_PAGE = 100


class Entry(NamedTuple):
    """Something that an index has, and the name of the group that it stands in; empty where the index has no groups.

    `made_of` is a digest of what it is made of, or says all of it; empty where nobody knows.
    """

    group: str
    of: Any
    made_of: str


@dataclass(frozen=True)
class Group:
    """Entries that stand under a heading of their own; `heading` is empty where the index has no groups."""

    place: IndexPlace
    heading: str
    entries: tuple[Any, ...]  # each index says of what


@dataclass(frozen=True)
class Paging:
    """Which page of an index this is, counted from 1, and the ways to those beside it."""

    number: int
    pages: int
    before: IndexPlace | None
    after: IndexPlace | None


@dataclass(frozen=True)
class IndexPage(Context):
    """A page of an index; `jumps` lead to its groups, on whatever page they begin."""

    group: ClassVar[type[Group]] = Group

    heading: str
    intro: str
    groups: tuple[Group, ...]
    jumps: tuple[Link, ...]
    paging: Paging

    @staticmethod
    def shown(entry: Any) -> Any:
        """What is shown of an entry, once the page is made."""
        return entry


def address_of(index: str, number: int) -> str:
    """The address of a page of an index, counted from 1."""
    return index if number == 1 else f"{index}page/{number}/"


def index_pages(
    collection: Collection,
    index: str,
    context: type[IndexPage],
    heading: str,
    intro: str,
    entries: Iterable[Entry],
    nav: Nav,
    feed: str = "",
    of_feed: str = "",
    **more: Any,
) -> Iterator[Page]:
    """The pages of an index; none where it has no entries. `heading` and `intro` are in the site's language.

    `feed` is the path of its feed, `of_feed` what that is called where it is not called as the index.
    """
    site, wording = collection.site, collection.renderer.wordings.of(collection.site.language)
    listed = tuple(entries)
    cut = [listed[start : start + PER_PAGE] for start in range(0, len(listed), PER_PAGE)]
    jumps = tuple(_jumps(index, cut))
    for number, part in enumerate(cut, 1):
        address = address_of(index, number)
        paging = Paging(
            number,
            len(cut),
            IndexPlace(address_of(index, number - 1)) if number > 1 else None,
            IndexPlace(address_of(index, number + 1)) if number < len(cut) else None,
        )
        title = heading if number == 1 else wording.gettext("{heading}, page {number}", heading=heading, number=number)
        groups = [entry.group for entry in part]
        made_of = collection.made_of(address, (entry.made_of for entry in part), heading, intro, groups, jumps, paging, more)
        shown = partial(_shown, context, part)
        made = partial(context, site, heading, intro, jumps=jumps, paging=paging, **more)
        outline, html, graph = collection.later(
            made_of, partial(_document, collection, address, shown, made), partial(_graph, collection, address, shown, title, intro)
        )
        yield Page(
            address=address,
            title=title,
            description=intro,
            language=site.language,
            direction=wording.direction,
            html=html,
            ids=outline.ids,
            entries=(SearchEntry("", heading, intro),) if number == 1 else (),
            nav=nav if number == 1 else "",
            feeds=((f"{site.name}: {of_feed or heading}", feed),) if feed and site.url else (),
            graph=graph,
            made_of=made_of,
            outline=outline,
        )


def _shown(context: type[IndexPage], entries: Sequence[Entry]) -> list[Entry]:
    """Entries with what is shown of them."""
    return [entry._replace(of=context.shown(entry.of)) for entry in entries]


def _document(collection: Collection, address: str, shown: Callable[[], list[Entry]], context: Callable[..., IndexPage]) -> Document:
    """A page of an index."""
    made = context(groups=())
    groups = tuple(_groups(made.group, address, shown()))
    writer = PageWriter(collection.site, address, collection.site.language, (group.place for group in groups))
    return collection.document(writer, replace(made, groups=groups))


def _graph(collection: Collection, address: str, shown: Callable[[], list[Entry]], title: str, intro: str) -> str:
    """What a page of an index says to programs."""
    named = tuple(place for entry in shown() if (place := _named(entry.of)))
    told = (collection.site, address, title, intro, named)
    return remembered(collection.memory, ("graph", *told), partial(of_index, *told))


def _named(entry: Any) -> Place | None:
    """Where what an index lists has its permalink, if it has one."""
    return getattr(entry, "place", None) or getattr(entry, "page", None)


def _groups(group: type[Group], address: str, entries: Sequence[Entry]) -> Iterator[Group]:
    for name, members in groupby(entries, key=lambda entry: entry.group):
        yield group(_place(address, name), name, tuple(entry.of for entry in members))


def _jumps(index: str, cut: Sequence[Sequence[Entry]]) -> Iterator[Link]:
    """A link to where each group begins, where there is more than one."""
    first: dict[str, IndexPlace] = {}
    for number, part in enumerate(cut, 1):
        for entry in part:
            if entry.group:
                first.setdefault(entry.group, _place(address_of(index, number), entry.group))
    if len(first) > 1:
        yield from (Link(name, place) for name, place in first.items())


def _place(address: str, group: str) -> IndexPlace:
    return IndexPlace(address, f"group-{slug_as_written(group)}" if group else "")
