"""The questions: what nobody knows yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Question
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


@dataclass(frozen=True)
class QuestionView(ItemView):
    """A question and its status in words."""

    model = Question

    status_words: str


def content(viewing: Viewing) -> tuple[QuestionView, ...]:
    """All questions, in the editor's order."""
    return tuple(
        viewing.view(QuestionView, entry, status_words=viewing.wording.label("question status", entry.item.status))
        for entry in viewing.each(Question)
    )
