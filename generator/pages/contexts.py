"""What templates are given: types that publishers who write templates of their own may count on. Each output has one of its own.

Every template also has the function `link` and the filters of `renderer`. `docs/templates.md` lists it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.library.library import Site
from generator.pages.views import BriefView


@dataclass(frozen=True)
class Context:
    """What all documents of a publication know of it. `template` is the name of the template that is given it."""

    template: ClassVar[str] = ""

    site: Site


@dataclass(frozen=True)
class OfBrief(Context):
    """What documents of a brief share: `medium` is `web`, `print`, or `sheet`, one sheet of paper, which has no appendix."""

    brief: BriefView
    medium: str
