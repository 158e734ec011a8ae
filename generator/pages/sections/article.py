"""The story, told in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.nodes import Rich

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


def content(viewing: Viewing) -> Rich | None:
    """The article, where there is one."""
    article = viewing.shown.article
    return viewing.block(article) if article and article.strip() else None
