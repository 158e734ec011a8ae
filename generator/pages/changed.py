"""What has changed in a brief, as pages and feeds tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generator.items import ItemRef
from generator.items.changes import Change, changes, redirected
from generator.items.release import Recorded
from generator.library.releases import heads, whole
from generator.pages.nodes import Date, Link, PartPlace, Words
from generator.text.word_changes import word_changes
from generator.wording.labels import N_, NN_
from generator.wording.wording import Wording

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing

REMEMBERED = 12  # releases of which a returning reader may be told what has changed since

_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": NN_("the title", "the title"),
        "summary": NN_("the answer", "the answer"),
        "fact": NN_("{number} fact", "{number} facts"),
        "quote": NN_("{number} quote", "{number} quotes"),
        "question": NN_("{number} question", "{number} questions"),
        "actor": NN_("{number} actor", "{number} actors"),
        "event": NN_("{number} event", "{number} events"),
        "key-point": NN_("{number} key point", "{number} key points"),
        "term": NN_("{number} term", "{number} terms"),
        "source": NN_("{number} source", "{number} sources"),
        "correction": NN_("{number} correction", "{number} corrections"),
    }
)
"""How many items of a kind there are, in the order in which they are told."""

_SAID = {"new": N_("{items} new"), "changed": N_("{items} changed"), "removed": N_("{items} removed")}


@dataclass(frozen=True)
class PieceView:
    """Words that stayed (`same`), have gone (`old`) or have come (`new`)."""

    kind: Literal["same", "old", "new"]
    words: Words


@dataclass(frozen=True)
class ChangeView:
    """An item that is `new`, `changed` or `removed`; `item` leads to it where it is still there.

    `pieces` are its words, those of both wordings where it was reworded; `status` is what its status was and is, where that has changed;
    `beside` says that its words stayed, and something around them has changed.
    """

    what: Literal["new", "changed", "removed"]
    what_words: str
    item: Link
    pieces: tuple[PieceView, ...]
    status: tuple[str, ...]
    beside: bool


@dataclass(frozen=True)
class StepView:
    """What changed on a day; `since` is the day of the state before it. `words` say it in short."""

    day: Date | None
    since: Date | None
    words: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class News:
    """What has changed since a release, in short, for who has read the brief when it was the newest."""

    version: str
    day: str
    words: str


def steps(viewing: Viewing) -> tuple[StepView, ...]:
    """What changed, the newest first."""
    return tuple(
        StepView(
            viewing.day(step.day),
            viewing.day(step.since),
            in_short(step.changes, viewing.wording),
            tuple(_change(change, viewing) for change in step.changes),
        )
        for step in viewing.shown.steps
    )


def news(viewing: Viewing) -> Iterator[News]:
    """What has changed since each of the last releases, the newest first; nothing of those since which nothing has."""
    shown = viewing.shown
    now = (*heads(shown.brief.title, shown.brief.summary), *shown.state)
    moved = redirected(shown.brief, shown.refs)
    for release in reversed(shown.releases[-REMEMBERED:]):
        since = changes(whole(release), now, moved)
        if since:
            yield News(release.version, release.recorded.isoformat(), in_short(since, viewing.wording))


def in_short(found: Iterable[Change], wording: Wording) -> str:
    """How many items are new, changed and gone: "2 facts and 1 quote new, 1 fact changed"."""
    listed = tuple(found)

    def counted(what: str) -> Iterator[str]:
        for kind, words in _COUNTED.items():
            number = sum(change.what == what and change.item.kind == kind for change in listed)
            if number:
                yield wording.ngettext(*words, number)

    parts = ((message, tuple(counted(what))) for what, message in _SAID.items())
    return ", ".join(wording.gettext(message, items=wording.listed(items)) for message, items in parts if items)


def _change(change: Change, viewing: Viewing) -> ChangeView:
    wording, item, language = viewing.wording, change.item, viewing.language
    what_words = {"new": N_("New"), "changed": N_("Changed"), "removed": N_("Removed")}[change.what]
    moved = change.moved and change.old is not None and change.new is not None
    is_told = change.reworded or moved
    return ChangeView(
        what=change.what,
        what_words=wording.gettext(what_words),
        item=Link(wording.label("item", item.kind), _place(viewing, item) if change.new else None),
        pieces=tuple(PieceView(kind, Words(words, language)) for kind, words in _pieces(change) if words),
        status=tuple(_status(wording, one) for one in (change.old, change.new) if one) if moved else (),
        beside=change.what == "changed" and not is_told,
    )


def _pieces(change: Change) -> tuple[tuple[Literal["same", "old", "new"], str], ...]:
    if change.old is not None and change.new is not None and change.reworded:
        return word_changes(change.old.text, change.new.text)
    return ((("same" if change.new else "old"), change.item.text),)


def _place(viewing: Viewing, item: Recorded) -> PartPlace:
    ref = ItemRef.parse(f"{item.kind}:{item.id or 1}")  # of an item without an id its section has the address
    return viewing.place(ref or "")


def _status(wording: Wording, item: Recorded) -> str:
    return wording.label(f"{item.kind} status", item.status) if item.status else ""
