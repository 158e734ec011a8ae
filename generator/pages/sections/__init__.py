"""The sections of a brief, one module each: the views of its items, and a function `content` that makes them.

A section whose content is empty is left out. Each has a template `templates/sections/<id>.html.j2`, for page and handout.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType
from typing import NamedTuple

from generator.pages.sections import (
    actors,
    article,
    cite,
    corrections,
    facts,
    key_points,
    questions,
    quotes,
    sources,
    terms,
    timeline,
)  # fmt: skip
from generator.pages.views import SectionView
from generator.wording.labels import N_


class Section(NamedTuple):
    """A section: its id, its heading, and the module that makes what stands in it."""

    id: str
    heading: str
    module: ModuleType


SECTIONS = (
    Section("key-points", N_("Key points"), key_points),
    Section("facts", N_("Facts"), facts),
    Section("questions", N_("What we don’t know"), questions),
    Section("actors", N_("Who’s who"), actors),
    Section("quotes", N_("In their own words"), quotes),
    Section("timeline", N_("Timeline"), timeline),
    Section("article", N_("The story"), article),
    Section("terms", N_("Terms"), terms),
    Section("sources", N_("Sources"), sources),
    Section("corrections", N_("Corrections"), corrections),
    Section("cite", N_("Cite this brief"), cite),
)
"""The sections of a brief, in the order of a handout."""

_ON_SCREEN = ("key-points", "questions", "article", "facts", "quotes", "actors", "timeline", "terms", "sources", "corrections", "cite")


def on_screen(found: Iterable[SectionView]) -> tuple[SectionView, ...]:
    """Sections in the order of a page, where each has only as much attention as those before it leave.

    What is known in short and what nobody knows come first, then the story, then what it is made of. Without key points the facts are
    what is known in short.
    """
    by_id = {section.id: section for section in found}
    order = _ON_SCREEN if "key-points" in by_id else ("facts", *_ON_SCREEN)
    return tuple(by_id[name] for name in dict.fromkeys(order) if name in by_id)
