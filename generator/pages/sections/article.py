"""The story, told in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages import nodes
from generator.pages.footnotes import Footnotes
from generator.pages.nodes import Rich
from generator.text.headings import article_ids

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


def content(viewing: Viewing) -> Rich | None:
    """The article, where there is one."""
    article = viewing.shown.article
    if not article or not article.strip():
        return None
    parts = map(viewing.place, article_ids(article))
    return nodes.block(
        article,
        viewing.language,
        viewing.lead,
        viewing.prove,
        parts=parts,
        legend=viewing.legend,
        footnotes=_footnotes(viewing),
        tasks=viewing.task,
    )


def _footnotes(viewing: Viewing) -> Footnotes:
    wording = viewing.wording

    def back(number: int, time: int) -> str:
        if time == 1:
            return wording.gettext("Back to where note {number} is referred to", number=number)
        return wording.gettext("Back to where note {number} is referred to, place {place}", number=number, place=time)

    return Footnotes(viewing.place, wording.gettext("Notes"), lambda number: wording.gettext("Note {number}", number=number), back)
