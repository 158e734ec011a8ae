"""What one sheet of paper has room for: a brief shortened step by step, and in words what was left out.

Only the setter can tell what fits, so it is given the steps, the longest first, and takes the first that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.pages.views import BriefView, FactView
from generator.wording import count

SECTIONS = ("key-points", "facts", "questions")
KEPT = 3  # facts, and questions, that are kept while the other can still give way

_FACT_LINK = re.compile(r'href="#fact-([a-z0-9-]+)"')


def shortened(view: BriefView) -> Iterator[BriefView]:
    """The brief with ever fewer facts, then questions, then key points; the first is whole."""
    facts, questions, points = len(view.facts), len(view.questions), len(view.key_points)
    steps = [(number, questions, points) for number in range(facts, min(facts, KEPT), -1)]
    few = min(facts, KEPT)
    steps += [(few, number, points) for number in range(questions, min(questions, KEPT), -1)]
    least = min(questions, KEPT)
    steps += [(number, least, points) for number in range(few, 0, -1)]
    steps += [(0, number, points) for number in range(least, 0, -1)]
    steps += [(0, 0, number) for number in range(points, -1, -1)]
    ranked = by_priority(view)
    for fact_count, question_count, point_count in steps:
        kept = {fact.id for fact in ranked[:fact_count]}
        yield replace(
            view,
            facts=tuple(fact for fact in view.facts if fact.id in kept),
            questions=view.questions[:question_count],
            key_points=view.key_points[:point_count],
        )


def by_priority(view: BriefView) -> list[FactView]:
    """The facts that the summary and the key points lead to, in their order, then the others in the editor's."""
    named = [name for html in (view.summary, *view.key_points) for name in _FACT_LINK.findall(html)]
    rank = {name: number for number, name in reversed(list(enumerate(named)))}
    return sorted(view.facts, key=lambda fact: rank.get(fact.id, len(named)))


def left_out(whole: BriefView, part: BriefView) -> tuple[str, ...]:
    """What the part does not show of the whole, such as "5 of 13 facts"."""
    numbers = (
        (len(whole.key_points), len(part.key_points), "key point", "key points"),
        (len(whole.facts), len(part.facts), "fact", "facts"),
        (len(whole.questions), len(part.questions), "question", "questions"),
    )
    missing = [f"{total - shown} of {count(total, one, many)}" for total, shown, one, many in numbers if shown < total]
    others = (
        (len(whole.actors), "actor", "actors"),
        (len(whole.quotes), "quote", "quotes"),
        (len(whole.timeline), "event of the timeline", "events of the timeline"),
    )
    missing += [count(number, one, many) for number, one, many in others if number]
    missing += ["the story"] if whole.article else []
    return (*missing, *(["the exact words of the sources"] if whole.evidence else []))
