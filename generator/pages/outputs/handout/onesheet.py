"""What one sheet of paper has room for: a brief shortened step by step, and in words what was left out.

Only the setter can tell what fits, so it is given the steps, the longest first, and takes the first that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.nodes import Place
from generator.pages.outputs.handout.print_form import PrintForm
from generator.pages.views import BriefView
from generator.wording.labels import NN_
from generator.wording.wording import Wording

SECTIONS = ("key-points", "facts", "questions")
KEPT = 3  # facts, and questions, that are kept while the other can still give way


def shortened(view: BriefView) -> Iterator[BriefView]:
    """The brief with ever fewer facts, then questions, then key points; the first is whole."""
    facts, questions, points = (len(view.section(name)) for name in ("facts", "questions", "key-points"))
    steps = [(number, questions, points) for number in range(facts, min(facts, KEPT), -1)]
    few = min(facts, KEPT)
    steps += [(few, number, points) for number in range(questions, min(questions, KEPT), -1)]
    least = min(questions, KEPT)
    steps += [(number, least, points) for number in range(few, 0, -1)]
    steps += [(0, number, points) for number in range(least, 0, -1)]
    steps += [(0, 0, number) for number in range(points, -1, -1)]
    ranked = by_priority(view)
    for fact_count, question_count, point_count in steps:
        kept = set(ranked[:fact_count])
        contents = {
            "facts": tuple(fact for fact in view.section("facts") if fact.place in kept),
            "questions": view.section("questions")[:question_count],
            "key-points": view.section("key-points")[:point_count],
        }
        sections = (replace(section, content=contents.get(section.id, section.content)) for section in view.sections)
        yield replace(view, sections=tuple(section for section in sections if section.content))


def by_priority(view: BriefView) -> list[Place]:
    """The facts that the summary and the key points lead to, in their order, then the others in the editor's."""
    named = [target for text in (view.summary, *view.section("key-points")) for target in text.targets]
    rank = {target: number for number, target in reversed(list(enumerate(named)))}
    return sorted((fact.place for fact in view.section("facts")), key=lambda place: rank.get(place, len(named)))


def left_out(whole: BriefView, part: BriefView, wording: Wording) -> tuple[str, ...]:
    """What the part does not show of the whole, such as "5 of 13 facts"."""
    shortened = (
        ("key-points", NN_("{missing} of {number} key point", "{missing} of {number} key points")),
        ("facts", NN_("{missing} of {number} fact", "{missing} of {number} facts")),
        ("questions", NN_("{missing} of {number} question", "{missing} of {number} questions")),
    )
    counts = [(len(whole.section(name)), len(part.section(name)), words) for name, words in shortened]
    missing = [wording.ngettext(*words, total, missing=total - shown) for total, shown, words in counts if shown < total]
    others = (
        (len(whole.section("actors")), NN_("{number} actor", "{number} actors")),
        (len(whole.section("quotes")), NN_("{number} quote", "{number} quotes")),
        (
            len(events.items) if (events := whole.section("timeline")) else 0,
            NN_("{number} event of the timeline", "{number} events of the timeline"),
        ),
    )
    missing += [wording.ngettext(*words, number) for number, words in others if number]
    missing += [wording.gettext("the story")] if whole.section("article") else []
    return (*missing, *([wording.gettext("the exact words of the sources")] if whole.evidence else []))


FORM = PrintForm(prints=SECTIONS.__contains__, medium="sheet", versions=shortened, left_out=left_out, max_pages=2)
