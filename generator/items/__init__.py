"""The items of a brief as frozen values, one file per type.

`brief.yml`'s form, its JSON Schema and the editor's completion all come from these models.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.items.actor import Actor, Role
from generator.items.base import Item, Model
from generator.items.brief import Author, Brief, Glossary, SharedActors, Topics
from generator.items.correction import Correction
from generator.items.decision import Decision, Decisions
from generator.items.event import Event
from generator.items.evidence import Evidence
from generator.items.fact import Fact
from generator.items.figure import Figure
from generator.items.handout import Handout
from generator.items.question import Question
from generator.items.quote import Original, Quote
from generator.items.redirect import Redirect
from generator.items.ref import CrossRef, ItemRef
from generator.items.source import Segment, Source
from generator.items.term import Term
from generator.items.topic import Topic

MODELS: dict[str, type[Model]] = {"brief": Brief, "actors": SharedActors, "glossary": Glossary, "topics": Topics, "decisions": Decisions}
"""The files that have a form of their own, by the name of their schema."""


def json_schema(of: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of `MODELS`."""
    return {"$schema": GenerateJsonSchema.schema_dialect, **MODELS[of].model_json_schema(by_alias=True)}


__all__ = [
    "MODELS",
    "Actor",
    "Author",
    "Brief",
    "Correction",
    "CrossRef",
    "Decision",
    "Decisions",
    "Event",
    "Evidence",
    "Fact",
    "Figure",
    "Glossary",
    "Handout",
    "Item",
    "ItemRef",
    "Model",
    "Original",
    "Question",
    "Quote",
    "Redirect",
    "Role",
    "Segment",
    "SharedActors",
    "Source",
    "Term",
    "Topic",
    "Topics",
    "json_schema",
]  # fmt: skip
