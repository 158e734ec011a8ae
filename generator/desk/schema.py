"""The JSON Schemas of the files that editors write, for completion and descriptions."""

from __future__ import annotations

import json

from generator.items import json_schema


def schema_name(of: str) -> str:
    """The name of a schema's file in a publication's folder."""
    return f"{of}.schema.json"


def schema_file(of: str) -> bytes:
    """The JSON Schema that the first line of a YAML file leads editors to."""
    return (json.dumps(json_schema(of), ensure_ascii=False, indent=2) + "\n").encode()
