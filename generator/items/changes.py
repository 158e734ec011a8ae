"""What has changed from one release to another, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.items.brief import Brief
from generator.items.fields import meant, references
from generator.items.ref import ItemRef
from generator.items.release import Recorded, RecordedKind
from generator.text.word_changes import is_reworded, likeness

ALIKE = 0.5  # from which on an item without an id is taken for another one, reworded
MOST_PAIRED = 60  # items without an id that are compared with each other

Name = tuple[RecordedKind, str]


@dataclass(frozen=True)
class Change:
    """An item that is new (`old` is None), gone (`new` is None), or not shown as it was."""

    old: Recorded | None
    new: Recorded | None

    @property
    def what(self) -> Literal["new", "changed", "removed"]:
        return "new" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def item(self) -> Recorded:
        """The item as it is now, or was."""
        found = self.new or self.old
        if found is None:
            raise TypeError("a change is of something")
        return found

    @property
    def reworded(self) -> bool:
        """Whether it says it in other words, as far as the old ones may be shown."""
        return self.old is not None and self.new is not None and self.old.text != "" and is_reworded(self.old.text, self.new.text)

    @property
    def moved(self) -> bool:
        """Whether it has another status."""
        return self.old is not None and self.new is not None and self.old.status != self.new.status


def changes(old: Iterable[Recorded], new: Iterable[Recorded], moved: Mapping[ItemRef, ItemRef]) -> tuple[Change, ...]:
    """The changes, in the order of what is new, then what is gone; `moved` are redirects of ids."""
    before = list(old)
    named = {_name(one, moved): one for one in before if one.id is not None}
    unnamed = [one for one in before if one.id is None]
    found: list[Change] = []
    left: list[Recorded] = []
    for one in new:
        if one.id is not None:
            was = named.pop(_name(one, {}), None)
            if was is None or (was.sha256, was.text) != (one.sha256, one.text):
                found.append(Change(was, one))
        elif (same := next((other for other in unnamed if (other.kind, other.text) == (one.kind, one.text)), None)) is not None:
            unnamed.remove(same)
        else:
            left.append(one)
    found += _paired(unnamed, left)
    return (*found, *(Change(one, None) for one in (*named.values(), *unnamed)))


def _paired(old: list[Recorded], new: list[Recorded]) -> list[Change]:
    """Items without an id with those that they were, which are taken out of `old`."""
    found: list[Change] = []
    for one in new:
        near = [other for other in old if other.kind == one.kind] if len(old) <= MOST_PAIRED and len(new) <= MOST_PAIRED else []
        best = max(near, key=lambda other: likeness(other.text, one.text), default=None)
        was = best if best is not None and likeness(best.text, one.text) >= ALIKE else None
        if was is not None:
            old.remove(was)
        found.append(Change(was, one))
    return found


def _name(one: Recorded, moved: Mapping[ItemRef, ItemRef]) -> Name:
    ref = ItemRef.parse(f"{one.kind}:{one.id}")
    to = moved.get(ref) if ref else None
    return (to.kind, to.key) if to else (one.kind, one.id or "")


def redirected(brief: Brief, here: Iterable[ItemRef]) -> dict[ItemRef, ItemRef]:
    """The ids that have moved, and the items of those here that took their places."""
    known = frozenset(here)
    found: dict[ItemRef, ItemRef] = {}
    for redirect in brief.redirects:
        named = (ItemRef(*name) for reference in references(redirect) for name in meant(reference))  # type: ignore[arg-type]
        to = next((ref for ref in named if ref in known), None)
        former = redirect.former(to.kind) if to else None
        if to and former and former not in known:
            found.setdefault(former, to)
    return found
