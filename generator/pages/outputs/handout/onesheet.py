"""What one sheet of paper has room for: a brief shortened step by step, and in words what was left out.

Only the setter can tell what fits, so it is given the steps, the longest first, and takes the first that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.pages.nodes import Place
from generator.pages.outputs.handout.print_form import PrintForm
from generator.pages.sections.timeline import Timeline
from generator.pages.views import BriefView, ItemView
from generator.wording.labels import NN_
from generator.wording.wording import Wording

COUNTED = {
    "timeline": (
        NN_("{number} event of the timeline", "{number} events of the timeline"),
        NN_("{missing} of {number} event of the timeline", "{missing} of {number} events of the timeline"),
    ),
    "actors": (NN_("{number} actor", "{number} actors"), NN_("{missing} of {number} actor", "{missing} of {number} actors")),
    "quotes": (NN_("{number} quote", "{number} quotes"), NN_("{missing} of {number} quote", "{missing} of {number} quotes")),
    "facts": (NN_("{number} fact", "{number} facts"), NN_("{missing} of {number} fact", "{missing} of {number} facts")),
    "questions": (NN_("{number} question", "{number} questions"), NN_("{missing} of {number} question", "{missing} of {number} questions")),
    "key-points": (
        NN_("{number} key point", "{number} key points"),
        NN_("{missing} of {number} key point", "{missing} of {number} key points"),
    ),
}
"""The sections that a sheet has, in the order in which they give way, with the words for all and for some of their entries."""

KEPT = 3  # facts, and questions, that are kept while the other can still give way

SIDE = 3000  # characters of an entry that would take a side for itself

Counts = Mapping[str, int]
"""How many entries of each section a version has."""


def shortened(view: BriefView) -> Iterator[BriefView]:
    """The brief with ever fewer events, actors and quotes, then facts, questions and key points; the first is whole.

    What would take a side for itself gives way before all: else everything before it would, and the sheet stay empty.
    """
    others = _without_huge(view)
    if _counts(others) != _counts(view):
        yield view
    yield from _fewer(others)


def _without_huge(view: BriefView) -> BriefView:
    sections = (
        replace(section, content=tuple(entry for entry in section.content if not isinstance(entry, ItemView) or entry.letters <= SIDE))
        if section.id in COUNTED and isinstance(section.content, tuple)
        else section
        for section in view.sections
    )
    return replace(view, sections=tuple(section for section in sections if section.content))


def _fewer(view: BriefView) -> Iterator[BriefView]:
    ranked = by_priority(view)
    for counts in _steps(_counts(view)):
        kept = set(ranked[: counts["facts"]])
        sections = (
            replace(section, content=_cut(section.content, counts[section.id], kept if section.id == "facts" else None))
            if section.id in counts
            else section
            for section in view.sections
        )
        yield replace(view, sections=tuple(section for section in sections if section.content))


def _steps(whole: Counts) -> Iterator[Counts]:
    """Ever less of the whole: a section after the other gives way, facts and questions in two turns."""
    left = dict(whole)
    yield dict(left)
    for name, least in (*((name, 0) for name in ("timeline", "actors", "quotes")), ("facts", KEPT), ("questions", KEPT)):
        while left[name] > least:
            left[name] -= 1
            yield dict(left)
    for name in ("facts", "questions", "key-points"):
        while left[name]:
            left[name] -= 1
            yield dict(left)


def _counts(view: BriefView) -> Counts:
    return {name: _size(view, name) for name in COUNTED}


def _size(view: BriefView, name: str) -> int:
    content = view.section(name)
    return len(content.items if isinstance(content, Timeline) else content)


def _cut(content: Any, number: int, kept: set[Place] | None) -> Any:
    """The first entries of a section, or those that are kept; a drawing is of all events or of none."""
    if isinstance(content, Timeline):
        whole = number == len(content.items)
        return replace(content, items=content.items[:number], drawing=content.drawing if whole else None) if number else ()
    return content[:number] if kept is None else tuple(entry for entry in content if entry.place in kept)


def by_priority(view: BriefView) -> list[Place]:
    """The facts that the summary and the key points lead to, in their order, then the others in the editor's."""
    named = [target for text in (view.summary, *view.section("key-points")) for target in text.targets]
    rank = {target: number for number, target in reversed(list(enumerate(named)))}
    return sorted((fact.place for fact in view.section("facts")), key=lambda place: rank.get(place, len(named)))


def left_out(whole: BriefView, part: BriefView, wording: Wording) -> tuple[str, ...]:
    """What the part does not show of the whole, such as "5 of 13 facts"."""
    counts = [(_size(whole, name), _size(part, name), words) for name, words in reversed(COUNTED.items())]
    missing = [
        wording.ngettext(*(some if shown else every), total, missing=total - shown)
        for total, shown, (every, some) in counts
        if shown < total
    ]
    missing += [wording.gettext("the story")] if whole.section("article") else []
    return (*missing, *([wording.gettext("the exact words of the sources")] if whole.evidence else []))


FORM = PrintForm(prints=COUNTED.__contains__, medium="sheet", versions=shortened, left_out=left_out, max_pages=2)
