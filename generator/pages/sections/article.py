"""The story, told in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages import nodes
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
    return nodes.block(article, viewing.language, viewing.lead, viewing.prove, parts=parts, legend=viewing.legend)
