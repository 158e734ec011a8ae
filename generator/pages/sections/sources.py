"""The sources: what each is, and the ways to it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Segment, Source
from generator.items.fields import Entry
from generator.pages.nodes import SourcePlace, Words
from generator.pages.views import ItemView
from generator.wording.wording import Wording

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing

_LEFTWARDS = frozenset(("R", "AL"))  # classes of Unicode's bidirectional algorithm


@dataclass(frozen=True)
class SourceView(ItemView):
    """A source in the list of sources. `page` shows it in context; `cited` counts the passages there."""

    model = Source

    number: int
    title: Words
    authors: str
    language: str
    kind_words: str
    reliability_words: str | None
    issuer: str  # its publisher, as a line of other words names it, or empty
    label: str  # publisher and date, the short way to name it
    page: SourcePlace | None
    full: bool  # whether its page shows all of it
    digest: str
    segments: tuple[str, ...]  # lines and kind in words; page furniture is left out
    cited: int
    withdrawn_words: str  # when it was withdrawn and why, or empty


def content(viewing: Viewing) -> tuple[SourceView, ...]:
    """All sources, in the editor's order."""
    return tuple(viewing.sources.values())


def source_views(viewing: Viewing) -> Mapping[str, SourceView]:
    """The sources by their ids."""
    cited = Counter(excerpt.anchor.source for excerpt in viewing.shown.excerpts.values())
    entries = enumerate(viewing.each(Source), 1)
    return {entry.item.id: _source(viewing, number, entry, cited[entry.item.id]) for number, entry in entries}


def _source(viewing: Viewing, number: int, entry: Entry[Source], cited: int) -> SourceView:
    source, known = entry.item, viewing.shown.sources[entry.item.id]
    language = source.language or viewing.language
    day, issuer = viewing.day(source.published), _of_one_order(source.publisher or "", viewing)
    return SourceView(
        place=viewing.place(entry.ref),
        evidence=(),
        keys=viewing.keys(source),
        fallen=False,
        reasons=viewing.shown.reasons.get(entry.ref, ()),
        corrected=viewing.corrected.get(entry.ref, ()),
        former=viewing.former.get(entry.ref, ()),
        number=number,
        title=Words(source.title, language),
        authors=", ".join(source.author),
        language=language,
        kind_words=viewing.wording.label("source kind", source.kind),
        reliability_words=viewing.wording.label("reliability", source.reliability) if source.reliability else None,
        issuer=issuer,
        label=viewing.wording.gettext(", ").join(filter(None, (issuer or _of_one_order(source.title, viewing), str(day or "")))),
        page=SourcePlace(viewing.shown.slug, source.id) if known.has_page else None,
        full=known.is_full,
        digest=known.digest,
        segments=tuple(_segment_words(segment, viewing.wording) for segment in source.segments if segment.kind != "boilerplate"),
        cited=cited,
        withdrawn_words=_withdrawn(viewing, source),
    )


def _of_one_order(name: str, viewing: Viewing) -> str:
    """A name for a line where others stand: isolated where either may run to the left, or a number behind it would join its words."""
    turns = viewing.wording.direction == "rtl" or not _LEFTWARDS.isdisjoint(map(unicodedata.bidirectional, name))
    return f"\u2068{name}\u2069" if name and turns else name


def _withdrawn(viewing: Viewing, source: Source) -> str:
    if source.withdrawn is None:
        return ""
    day = str(viewing.day(source.withdrawn.date))
    return viewing.wording.gettext("Withdrawn on {date}: {reason}", date=day, reason=source.withdrawn.reason)


def _segment_words(segment: Segment, wording: Wording) -> str:
    """Such as "Lines 3–7, satire"."""
    first, last = segment.lines
    kind = wording.label("segment", segment.kind)
    if first == last:
        return wording.gettext("Line {line}, {kind}", line=first, kind=kind)
    return wording.gettext("Lines {first}–{last}, {kind}", first=first, last=last, kind=kind)
