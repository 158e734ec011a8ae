"""A release: what readers got of a brief on a day, recorded so that it can be said later what has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from generator.items.base import Date, Item, Many, Model, Moment, SourceId, Words
from generator.items.brief import BriefStatus
from generator.items.event import Event
from generator.items.fact import Fact
from generator.items.fields import KEYED, fields
from generator.items.marks import Prose
from generator.items.quote import Quote
from generator.items.ref import ItemRef
from generator.text import markdown
from generator.text.ref import Kind

RELEASE_FORMAT: Literal["explainer-brief-release/1"] = "explainer-brief-release/1"

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
RecordedKind = Literal["title", "summary", Kind]


class Recorded(Model):
    """An item as it was shown.

    `id` is left out where its kind has none; `text` is plain, and empty where its words may not be shown any more.
    """

    kind: RecordedKind = Field(description="What it is.")
    id: Words | None = Field(None, description="Its id, or a term as links spell it.")
    text: str = Field(description="What it says, without markup.")
    status: Words | None = Field(None, description="Its status, where it has one.")
    source: SourceId | None = Field(None, description="The source of a quote.")
    sha256: Digest = Field(description="The SHA-256 of all that is shown of it.")


class Release(Model):
    """A file in `releases/`, which is named for the day."""

    format: Literal["explainer-brief-release/1"] = Field(description="The form of the file, and its version.")
    recorded: Date = Field(description="On which day.")
    version: Annotated[str, Field(pattern="^[0-9a-f]{12}$")] = Field(description="How the SHA-256 of brief.json began.")
    status: BriefStatus = Field(description="The status of the brief.")
    published: Moment | None = Field(None, description="When it was first published.")
    updated: Date | None = Field(None, description="When it was last changed in substance.")
    title: str = Field(description="Its title, without markup.")
    summary: str = Field("", description="Its answer, without markup.")
    items: Many[Recorded] = Field((), description="What was shown, in the order of brief.yml.")

    @property
    def texts(self) -> dict[ItemRef, str]:
        """The texts of items whose name stays."""
        return {ref: one.text for one in self.items if one.id and (ref := ItemRef.parse(f"{one.kind}:{one.id}"))}


def recorded(entries: Iterable[tuple[ItemRef, Model | str]]) -> tuple[Recorded, ...]:
    """Items as they are shown; proposals are not."""
    shown = _shown(entries)
    return tuple(_recorded(ref, item, _said(item, shown)) for ref, item in shown.items())


def said(entries: Iterable[tuple[ItemRef, Model | str]]) -> dict[ItemRef, str]:
    """The texts alone, of items whose name stays."""
    shown = _shown(entries)
    return {ref: _said(item, shown) for ref, item in shown.items() if KEYED[ref.kind].by}


def _shown(entries: Iterable[tuple[ItemRef, Model | str]]) -> dict[ItemRef, Model | str]:
    return {ref: item for ref, item in entries if not (isinstance(item, Item) and item.draft)}


def _recorded(ref: ItemRef, item: Model | str, text: str) -> Recorded:
    has_id = KEYED[ref.kind].by is not None
    content = (
        item if isinstance(item, str) else item.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id", "accept"})
    )
    return Recorded(
        kind=ref.kind,
        id=ref.key if has_id else None,
        text=text,
        status=getattr(item, "status", None),
        source=item.source if isinstance(item, Quote) else None,
        sha256=hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest(),
    )


def _said(item: Model | str, shown: dict[ItemRef, Model | str]) -> str:
    """What stands for an item where it is printed; an event that a fact tells of says its day and what that says."""
    if isinstance(item, str):
        return markdown.plain(item)
    if isinstance(item, Event):
        fact = shown.get(ItemRef("fact", item.fact)) if item.fact else None
        told = item.text or (fact.text if isinstance(fact, Fact) else "")
        return f"{item.date}: {markdown.plain(told)}"
    says = item.keyed.says if item.keyed else ""
    text = str(getattr(item, says))
    is_prose = any(field.name == says and isinstance(field.mark, Prose) for field in fields(type(item)))
    return markdown.plain(text) if is_prose else " ".join(text.split())
