"""The published forms of brief.json and briefs.json, as JSON Schema (2020-12).

A form has a version, which stands in `format` and in the name of its schema. Under one version keys may be added, and none goes or changes
its meaning; so whoever reads a file must not mind keys that they do not know, and these schemas allow them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from generator.dossier.brief_data import BRIEF_FORMAT
from generator.dossier.briefs_data import BRIEFS_FORMAT
from generator.items import Brief
from generator.items.base import ID_PATTERN, LANGUAGE_PATTERN
from generator.items.brief import BriefStatus
from generator.items.source import SourceKind
from generator.text.matching import Tier

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OF_EDITORS = ("accept", "draft", "file")  # keys of brief.yml that no reader gets

Schema = Mapping[str, Any]


def schemas(root: str) -> Mapping[str, Schema]:
    """The schemas of a site by the paths that they have there; `root` is the site’s address, which may be empty."""
    forms = {BRIEF_FORMAT: _of_brief(), BRIEFS_FORMAT: _of_briefs()}
    found = {}
    for form, schema in forms.items():
        path = schema_path(form)
        found[path] = {"$schema": DIALECT, **({"$id": f"{root}{path}"} if root else {}), **schema}
    return found


def schema_path(form: str) -> str:
    """Where a site has the schema of a form: `schema/brief-1.json` for `explainer-brief/1`."""
    name, _, version = form.removeprefix("explainer-").partition("/")
    return f"schema/{name}-{version}.json"


@cache
def _of_brief() -> Schema:
    """brief.json: what readers get of brief.yml, and where the words stand that it cites."""
    published: dict[str, Any] = _without_editors(Brief.model_json_schema(mode="serialization", by_alias=True))
    anchor = {
        "item": _words("The item that cites these words: its kind and its id, or its number from 1."),
        "number": _count("Which of the item’s passages it is, from 1."),
        "source": {**_words("The id of the source."), "pattern": ID_PATTERN},
        "start": _count("Where the words begin in the source’s text, in code points from 0."),
        "end": _count("Where they end."),
        "line": _count("Their line, from 1."),
        "column": _count("Their column, from 1."),
        "tier": {"enum": [tier.value for tier in Tier], "description": "How closely the cited words are the source’s."},
        "kind": {"enum": list(get_args(SourceKind)), "description": "What the words are of: the kind of the source, or of its segment."},
        "sha256": _digest("The SHA-256 of the source’s text."),
        "words": _words("The source’s words; left out where the source is not shown."),
    }
    reason = {"reason": _words("Why the desk accepts it."), "item": _words("The item, where it is not the brief as a whole.")}
    added = {
        "format": {"const": BRIEF_FORMAT, "description": "The form of the file, and its version."},
        **_IDENTITY,
        "coverage": {"type": ["integer", "null"], "description": "How many percent of the story’s sentences link to their evidence."},
        "accepted": _list("What breaks a rule that the promise stands on, and why the desk accepts it.", _object(reason, "reason")),
        "anchors": _list("Where the cited words stand.", _object(anchor, *(key for key in anchor if key != "words"))),
        "sha256": _digest("The SHA-256 of all other members in their canonical form (RFC 8785)."),
    }
    required = ["format", "slug", "url", "title", "status", "language", "sha256"]  # of one that was withdrawn, too
    return {**published, "title": "brief.json", "properties": {**published["properties"], **added}, "required": required}


@cache
def _of_briefs() -> Schema:
    """briefs.json: all briefs of a publication in short."""
    entry = {
        **_IDENTITY,
        "title": _words("The title, in plain words."),
        "summary": _words("The answer, in plain words."),
        "status": {"enum": list(get_args(BriefStatus)), "description": "`published`, or `withdrawn`; previews have others."},
        **{name: _words(f"{says} ISO 8601.") for name, says in _DATES.items()},
        "topics": _list("What it is about.", {"type": "string"}),
        "authors": _list("Who wrote it.", {"type": "string"}),
        "version": _words("How `sha256` begins: what pages and handouts print."),
        "sha256": _digest("The SHA-256 of the brief’s brief.json as a file."),
    }
    publication = {"name": _words("Its name."), "url": _words("Its address, or nothing."), "language": _words("Its language (BCP 47).")}
    addresses = {"type": "object", "additionalProperties": {"type": "string"}, "description": "The addresses of schemas, by the forms."}
    content = {
        "format": {"const": BRIEFS_FORMAT, "description": "The form of the file, and its version."},
        "publication": {**_object(publication, *publication), "description": "Whose briefs these are."},
        "schemas": addresses,
        "briefs": _list("The briefs, the newest first.", _object(entry, "slug", "url", "title", "status", "language", "version", "sha256")),
        "sha256": _digest("The SHA-256 of all other members in their canonical form (RFC 8785)."),
    }
    return {"title": "briefs.json", **_object(content, *content)}


def _without_editors(schema: Any) -> Any:
    """A schema of what editors write without what no reader gets; it does not close the door on keys to come."""
    if isinstance(schema, list):
        return [_without_editors(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_editors(value) for key, value in schema.items() if (key, value) != ("additionalProperties", False)}
    if isinstance(kept.get("properties"), dict):
        kept["properties"] = {key: value for key, value in kept["properties"].items() if key not in _OF_EDITORS}
    if isinstance(kept.get("required"), list):
        kept["required"] = [key for key in kept["required"] if key not in _OF_EDITORS]
    return kept


def _object(properties: Mapping[str, Schema], *required: str) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required)}


def _list(description: str, of: Schema) -> Schema:
    return {"type": "array", "items": of, "description": description}


def _words(description: str) -> Schema:
    return {"type": "string", "description": description}


def _count(description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "description": description}


def _digest(description: str) -> Schema:
    return {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": description}


_IDENTITY: Mapping[str, Schema] = {
    "slug": {**_words("The name of the brief’s folder, and of its page."), "pattern": ID_PATTERN},
    "url": _words("The address of its page; from the site’s root where the publication does not say its own."),
    "language": {**_words("Its language (BCP 47)."), "pattern": LANGUAGE_PATTERN},
}
_DATES = {
    "published": "When it was first published.",
    "updated": "When it was last changed in substance.",
    "as_of": "The state of knowledge.",
}
