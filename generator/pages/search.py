"""What search finds of a brief: the brief itself, and each of its items where it stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.pages.artifacts import SearchEntry
from generator.pages.nodes import Date, Link, PartPlace, Rich
from generator.pages.views import BriefView, ItemView, SectionView
from generator.pages.writer import Writer
from generator.text.ref import ItemRef
from generator.text.slugs import slug_as_written

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "fact": ("text", "note", "by", "via"),
    "actor": ("name", "aliases", "about"),
    "quote": ("text", "speaker", "context", "where"),
    "question": ("question", "why", "known", "watch_for"),
    "event": ("text", "fact"),
    "term": ("term", "aliases", "definition"),
    "correction": ("text",),
    "source": ("title", "publisher", "author"),
}
"""The keys of each kind of item that are found; the first is what its entry is called."""


def entries(view: BriefView, writer: Writer) -> Iterator[SearchEntry]:
    """The entries of a brief's page, in the order of the page."""
    day = view.updated or view.published
    topics = tuple((slug_as_written(str(topic)), str(topic)) for topic in view.topics)
    title, about = view.title.words.text, view.summary.words.text
    yield SearchEntry("", title, about, "brief", view.mark or "", view.mark_words or "", day.iso if day else "", topics=topics)
    for section in view.sections:
        yield from _section(section, writer)


def named(item: ItemView) -> str:
    """What an item is called: its own words, without markup."""
    return " ".join(_words(item.keys.get(SEARCHED[item.ref.kind][0])))


def by_address(entries: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
    """The same with one entry for an address: items that share an id stand under the heading that they share."""
    together: dict[str, list[SearchEntry]] = {}
    for entry in entries:
        together.setdefault(entry.id, []).append(entry)
    for id, (first, *others) in together.items():
        said = (words for entry in (first, *others) for words in (entry.title, entry.text) if words != first.heading)
        yield replace(first, id=id, title=first.heading, text="\n".join(filter(None, said))) if first.heading else first


def _section(section: SectionView, writer: Writer) -> Iterator[SearchEntry]:
    """Its prose under its heading, and its items; those that have no id of their own lead to the section."""
    own = writer.ids[section.place]
    content = section.content if isinstance(section.content, tuple) else (section.content,)
    if prose := [part.words.text for part in content if isinstance(part, Rich) and part.words.text]:
        yield SearchEntry(own, section.title, "\n".join(prose), "text", heading=section.title)
    for item in section.items:
        title, *more = named(item), *(" ".join(_words(item.keys.get(key))) for key in SEARCHED[item.ref.kind][1:])
        evidence = (piece.text for passage in item.evidence for piece in passage.pieces)
        said = [*dict.fromkeys(words for words in (*more, *evidence) if words and words != title)]
        at = writer.ids.get(item.place, own)
        yield SearchEntry(
            at,
            title,
            "\n".join(said),
            item.ref.kind,
            status=str(item.keys.get("status") or ""),
            status_words=getattr(item, "status_words", ""),
            day=_day(item),
            actors=tuple(_actors(item)),
            heading=section.title if at == own else "",
        )


def _day(item: ItemView) -> str:
    """When it was said, happened, or was so."""
    days = (getattr(item, "date", None), *(item.keys.get(key) for key in ("said", "as_of", "date", "published")))
    return next((day.iso for day in days if isinstance(day, Date)), "")


def _actors(item: ItemView) -> Iterator[tuple[str, str]]:
    """Who it is, and whom it names as who says so."""
    if item.ref.kind == "actor":
        yield item.ref.key, str(item["name"])
    for key in ("by", "speaker"):
        named = item.keys.get(key) or ()
        for link in named if isinstance(named, tuple) else (named,):
            place = link.to if isinstance(link, Link) else None
            if isinstance(place, PartPlace) and isinstance(place.part, ItemRef) and place.part.kind == "actor":
                yield place.part.key, str(link)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif value is not None:
        yield value.words.text if isinstance(value, Rich) else str(value)
