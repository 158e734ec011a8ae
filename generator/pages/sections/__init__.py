"""The sections of a brief, one module each: the views of its items, and a function `content` that makes them.

A section whose content is empty is left out. Each has a template `templates/sections/<id>.html.j2`, for page and handout.
"""

from __future__ import annotations

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


class Section(NamedTuple):
    """A section: its id, its heading, and the module that makes what stands in it."""

    id: str
    heading: str
    module: ModuleType


SECTIONS = (
    Section("key-points", "Key points", key_points),
    Section("facts", "Facts", facts),
    Section("questions", "What we don’t know", questions),
    Section("actors", "Who’s who", actors),
    Section("quotes", "In their own words", quotes),
    Section("timeline", "Timeline", timeline),
    Section("article", "The story", article),
    Section("terms", "Terms", terms),
    Section("sources", "Sources", sources),
    Section("corrections", "Corrections", corrections),
    Section("cite", "Cite this brief", cite),
)
"""The sections of a brief, in their order."""
