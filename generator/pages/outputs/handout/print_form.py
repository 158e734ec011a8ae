"""What a form of handout is: what it prints of a brief, and what it must fit on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.pages.views import BriefView
from generator.wording.wording import Wording


def _whole(view: BriefView) -> Iterable[BriefView]:
    return (view,)


def _nothing(whole: BriefView, part: BriefView, wording: Wording) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class PrintForm:
    """A form. Where it may have `max_pages` only, `versions` are ever shorter ones, the first whole; `left_out` says what one lacks.

    `medium` is what templates ask for: `print`, which has an appendix of all evidence, or `sheet`, which has none.
    """

    prints: Callable[[str], bool] = lambda section: section != "cite"  # the imprint says it
    medium: str = "print"
    versions: Callable[[BriefView], Iterable[BriefView]] = _whole
    left_out: Callable[[BriefView, BriefView, Wording], tuple[str, ...]] = _nothing
    max_pages: int | None = None

    @property
    def has_appendix(self) -> bool:
        return self.medium == "print"
