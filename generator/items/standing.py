"""What of a brief rests on nothing any more, because its sources were withdrawn."""

from __future__ import annotations

from collections.abc import Mapping

from generator.items.brief import Brief
from generator.items.event import Event
from generator.items.fields import citations, each
from generator.items.question import Question
from generator.items.ref import ItemRef


def fallen(brief: Brief) -> Mapping[ItemRef, frozenset[str]]:
    """The items all of whose sources were withdrawn, each with the ids of these; events and answers fall with their facts."""
    withdrawn = {source.id for source in brief.sources if source.withdrawn}
    if not withdrawn:
        return {}
    resting: dict[ItemRef, set[str]] = {}
    for cited in citations(brief):
        resting.setdefault(cited.item, set()).add(cited.source)
    told: list[tuple[ItemRef, tuple[str, ...]]] = [(ref, (event.fact,)) for ref, _, event in each(brief, Event) if event.fact]
    told += [(ref, question.answered_by) for ref, _, question in each(brief, Question)]
    for ref, facts in told:
        for fact in facts:
            resting.setdefault(ref, set()).update(resting.get(ItemRef("fact", fact), ()))
    return {ref: frozenset(sources) for ref, sources in resting.items() if sources and sources <= withdrawn}
