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
    schema = {"$schema": GenerateJsonSchema.schema_dialect, **MODELS[of].model_json_schema(by_alias=True)}
    return _with_translations(schema) if of == "brief" else schema


_OF_TRANSLATION = {"sources": Source, "actors": Actor, "facts": Fact, "quotes": Quote}
_OWN = ("id", "text")  # which an item of a translation has itself, but for quotes, whose words it may leave as they are


def _with_translations(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a brief whose items must have less where it is a translation: it takes from its original what they leave out."""
    asked: dict[str, Any] = {}
    for name, model in _OF_TRANSLATION.items():
        form = schema["$defs"][model.__name__]
        asked[name] = {"items": {"required": form["required"]}}
        form["required"] = [key for key in form["required"] if key in _OWN and not (model is Quote and key == "text")]
    return {**schema, "if": {"not": {"required": ["translation_of"]}}, "then": {"properties": asked}}


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
