"""The points to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.nodes import Rich

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


def content(viewing: Viewing) -> tuple[Rich, ...]:
    """The key points, in the editor's order."""
    return tuple(viewing.inline(point) for point in viewing.brief.key_points)
