"""The items of a brief as frozen values, one file per type.

Floor 2. `brief.yml`'s form, its JSON Schema and the editor's completion all come from these models.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.model.actor import Actor, Role
from generator.model.base import Item, Model
from generator.model.brief import Author, Brief, Glossary, SharedActors
from generator.model.correction import Correction
from generator.model.event import Event
from generator.model.evidence import Evidence
from generator.model.fact import Fact
from generator.model.handout import Handout
from generator.model.question import Question
from generator.model.quote import Original, Quote
from generator.model.source import Segment, Source
from generator.model.term import Term

MODELS: dict[str, type[Model]] = {"brief": Brief, "actors": SharedActors, "glossary": Glossary}
"""The files that have a form of their own, by the name of their schema."""


def json_schema(of: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of `MODELS`."""
    return {"$schema": GenerateJsonSchema.schema_dialect, **MODELS[of].model_json_schema(by_alias=True)}


__all__ = [
    "MODELS",
    "Actor", "Author", "Brief", "Correction", "Event", "Evidence", "Fact", "Glossary", "Handout", "Item", "Model",
    "Original", "Question", "Quote", "Role", "Segment", "SharedActors", "Source", "Term", "json_schema",
]  # fmt: skip
