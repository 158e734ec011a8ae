"""The JSON Schema that editors' programs use says what the reader of brief.yml does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.items import MODELS, Brief, json_schema
from generator.text.codes import RULES
from tests.support import check

ROOT = Path(__file__).parents[2]
FACT = {"id": "f", "text": "A.", "status": "reported", "evidence": [{"source": "s", "quote": "A."}]}
VALIDATOR = jsonschema.Draft202012Validator(json_schema("brief"))
READING = [f"B1{number:02}" for number in range(1, 15)]
FORMS: list[tuple[dict[str, Any], bool]] = [
    ({"facts": [FACT]}, True),
    ({"facts": None, "timeline": None, "topics": None, "authors": None}, True),
    ({"facts": FACT}, False),
    ({"topics": "Dams", "authors": "Ada"}, True),
    ({"topics": ["Dams", "Lakes"], "authors": ["Ada", {"name": "Bea"}]}, True),
    ({"key_points": "A point."}, False),
    ({"facts": [FACT | {"by": "ada", "via": ["ada", "s"]}]}, True),
    ({"facts": [FACT | {"evidence": []}]}, False),
    ({"facts": [FACT | {"evidence": None}]}, False),
    ({"facts": [FACT | {"id": "Not-An-Id"}]}, False),
    ({"facts": [FACT | {"id": "a" * 200}]}, True),
    ({"facts": [FACT | {"id": "a" * 201}]}, False),
    ({"facts": [FACT | {"draft": True, "accept": {"B310": "seen"}}]}, True),
    ({"facts": [FACT | {"draft": "yes"}]}, False),
    ({"facts": [FACT | {"accept": {"B310": ""}}]}, False),
    ({"published": "2026-01-01", "language": "pt-BR"}, True),
    ({"published": "2026-07-01T06:00+02:00", "embargo": "2026-07-01T06:00:30Z"}, True),
    ({"embargo": "2026-07-01T06:00"}, False),
    ({"language": "Portuguese!"}, False),
    ({"timeline": [{"date": 2024, "text": "A."}, {"date": "2024-10~", "text": "A."}]}, True),
    ({"facts": [{"id": "a", "text": "A."}]}, False),
    ({"unknown": 1}, False),
    ({"title": ""}, False),
]


@pytest.mark.parametrize(("keys", "right"), FORMS, ids=[json.dumps(keys)[:60] for keys, _ in FORMS])
def test_schema_and_reader_agree(keys: dict[str, Any], right: bool) -> None:
    """What the schema allows reads without a complaint about its form, and what it refuses does not."""
    brief = {"title": "A title", "summary": "A summary.", **keys}
    complaints = [finding.code for finding in check(json.dumps(brief)).findings if finding.code in READING]
    assert VALIDATOR.is_valid(brief) is right
    assert (complaints == []) is right


def test_items_of_a_translation_may_leave_out_what_their_original_has() -> None:
    """An editor that knows the schema asks for no evidence, source or status where there is an original, but for ids and facts' texts."""
    items = {"facts": [{"id": "a", "text": "A."}], "quotes": [{"id": "q"}], "actors": [{"id": "b"}], "sources": [{"id": "s"}]}
    brief = {"title": "T", "summary": "S.", **items}
    assert VALIDATOR.is_valid({**brief, "translation_of": "original"})
    assert not VALIDATOR.is_valid({**brief, "translation_of": "original", "facts": [{"id": "a"}]})
    assert not any(VALIDATOR.is_valid({"title": "T", "summary": "S.", name: entry}) for name, entry in items.items())


@pytest.mark.parametrize("name", MODELS)
def test_the_schemas_of_the_repository_are_the_programs(name: str) -> None:
    """The files beside the example briefs are what `briefs schema` prints."""
    assert json.loads((ROOT / f"{name}.schema.json").read_text(encoding="utf-8")) == json_schema(name)


def test_every_key_is_explained() -> None:
    """Each key has a description, which editors' programs show; dates say that they are dates, and ids what they look like."""
    schema = json_schema("brief")
    models = {"Brief": schema, **schema["$defs"]}
    keys = {f"{model}.{key}": value for model, made in models.items() for key, value in made.get("properties", {}).items()}
    assert [name for name, value in keys.items() if "description" not in value] == []
    assert {"type": "string", "format": "date"} in keys["Brief.as_of"]["anyOf"]
    assert keys["Fact.id"]["pattern"] == keys["Quote.speaker"]["pattern"]
    assert keys["Fact.draft"]["default"] is False
    assert {code for example in keys["Fact.accept"]["examples"] for code in example} <= set(RULES)


def test_an_item_is_a_value() -> None:
    """A brief and what is in it cannot be changed, and equal ones are equal."""
    made = [Brief.model_validate({"title": "x", "summary": "x", "facts": [FACT | {"evidence": tuple(FACT["evidence"])}]}) for _ in range(2)]
    assert made[0] == made[1]
    for value, key in ((made[0], "status"), (made[0].facts[0], "text")):
        with pytest.raises(ValueError, match="frozen"):
            setattr(value, key, "other")
