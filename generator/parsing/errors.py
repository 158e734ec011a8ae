"""A model's complaint as a finding: where, what, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.items import ItemRef, Model
from generator.items.fields import Location, lists
from generator.parsing.folder import find, head
from generator.prose.quantities import dates
from generator.text.codes import RULES
from generator.text.finding import Edit, Finding
from generator.text.guesses import Guesses
from generator.text.places import Span
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import Node, Scalar, Sequence

_CODES = {"missing": "B106", "extra_forbidden": "B104", "bad_code": "B104", "bad_id": "B107", "bad_date": "B108", "bad_path": "B112"}


def findings(model: type[Model], error: ValidationError, tree: MappingNode) -> Iterator[Finding]:
    """One finding for each thing that `model` did not like in `tree`."""
    guesses = Guesses()
    for detail in error.errors(include_url=False):
        yield _finding(model, detail, tree, guesses)


def item_at(model: type[Model], tree: Node, location: Location) -> ItemRef | None:
    """The item that a location is in, even if it could not be read; None outside of items."""
    keyed = lists(model).get(str(location[0])) if len(location) > 1 else None
    if keyed is None or not isinstance(location[1], int):
        return None
    node, _ = find(tree, location[:2])
    written = node.get(keyed.by) if keyed.by and isinstance(node, MappingNode) else None
    return keyed.at(location[1], written.value if isinstance(written, Scalar) else None)


def _finding(model: type[Model], detail: ErrorDetails, tree: MappingNode, guesses: Guesses) -> Finding:
    location = tuple(detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "bad_code" and (close := guesses.near(context["value"].upper(), RULES)):
        context = {**context, "fix": f"did you mean `{close[0]}`?"}
    node, key = find(tree, location)
    item = item_at(model, tree, location)
    name = str(next((step for step in reversed(location) if isinstance(step, str)), ""))
    code = _CODES.get(kind, "B105")
    if kind == "missing":
        parent, parent_key = find(tree, location[:-1])
        about = _schema_at(model, location).get("description", "")
        return Finding(code, f"`{name}` is missing", head(parent, parent_key), _line(f"{name}: …", about), item=item)
    if kind == "extra_forbidden":
        span = key.span if key else head(node)
        fix, edit = _did_you_mean(model, tree, location, span, guesses)
        return Finding(code, f"`{name}` is not a key that is known here", span, fix, item=item, edit=edit)
    if kind in ("string_type", "literal_error") and isinstance(node, Scalar) and node.kind not in ("str", "null", "date"):
        trap = f"YAML reads `{node.span.words}` as {_READ_AS[node.kind]}, not as text"
        return Finding("B109", trap, head(node), f'put it in quotation marks: {name}: "{node.span.words}"', item=item)
    if location[-1:] == ("[key]",) and key:
        return Finding(code, detail["msg"], key.span, context.get("fix"), item=item)
    is_required = name in _schema_at(model, location[:-1]).get("required", ())
    message, fix = _worded(kind, name, node, context, detail["msg"], is_required=is_required)
    edit = _iso_date(node) if kind == "bad_date" else None
    fix = f"write {edit.replacement}" if edit else fix or context.get("fix")
    return Finding(code, message, head(node, key), fix, item=item, edit=edit)


_READ_AS = {"bool": "yes or no (true or false)", "int": "a number", "float": "a number", "null": "nothing", "date": "a date"}


def _worded(kind: str, name: str, node: Node, context: Mapping[str, Any], message: str, *, is_required: bool) -> tuple[str, str | None]:
    """What a complaint says to an editor, and the fix where there is a plain one."""
    written = node.value if isinstance(node, Scalar) else None
    if written is not None and "value" in context:  # what was written, where YAML made a number of it
        message = message.replace(f"`{context['value']}`", f"`{written}`", 1)
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "")
        choices = expected.replace(" or ", ", ").split(", ")
        if not written:
            return f"`{name}` is empty", f"decide what it is: {expected}"
        close = get_close_matches(written.lower(), choices, n=1)
        return f"`{name}` cannot be `{written}`: it is one of {expected}", f"{name}: {close[0]}" if close else None
    if kind in ("string_too_short", "too_short") or (kind == "string_type" and isinstance(node, Scalar) and node.kind == "null"):
        return f"`{name}` is empty", "fill it in" if is_required else f"fill it in, or remove the key `{name}`"
    if kind == "too_long":
        return f"`{name}` has {context['actual_length']:,} entries, and may have {context['max_length']:,}", "leave some out"
    if kind == "string_pattern_mismatch":
        return f"`{written}` is no valid `{name}`", _FORMS.get(name)
    if kind in _NEEDED:
        needed, fix = _NEEDED[kind]
        return f"`{name}` holds {_described(node)} where {needed} needed", fix
    if kind in ("greater_than_equal", "less_than_equal"):
        return (
            f"`{name}` cannot be `{written}`: it is at {'most' if kind == 'less_than_equal' else 'least'} {next(iter(context.values()))}",
            None,
        )
    if kind == "bool_type":
        return f"`{name}` is either true or false", f"{name}: true"
    return message[:1].lower() + message[1:] if not message.startswith("`") else message, None


_NEEDED: Mapping[str, tuple[str, str | None]] = {
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), ("keys with values are", None)),
    **dict.fromkeys(("tuple_type", "list_type"), ("a list is", "begin each entry with `- `")),
    "string_type": ("text is", None),
    "int_type": ("a whole number is", None),
}
_FORMS = {
    "sha256": "64 hexadecimal digits; `briefs check` says which",
    "language": "a language tag such as en, de or pt-BR (BCP 47)",
    "translated_from": "a language tag such as en, de or pt-BR (BCP 47)",
    "wikidata": "a Q-number such as Q57643",
}


def _described(node: Node) -> str:
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, MappingNode):
        return "keys with values"
    return "nothing" if node.kind == "null" else "text" if node.kind == "str" else _READ_AS.get(node.kind, "text")


def _did_you_mean(
    model: type[Model], tree: MappingNode, location: Location, span: Span, guesses: Guesses
) -> tuple[str | None, Edit | None]:
    """The nearest known key in words, and as an edit where the key is not there already and hardly another one can be meant."""
    known = list(_schema_at(model, location[:-1]).get("properties", {}))
    written = str(location[-1]).lower()
    close = guesses.near(written, known)
    if not close:
        return (f"known keys: {', '.join(known)}" if known else None), None
    parent, _ = find(tree, location[:-1])
    is_free = isinstance(parent, MappingNode) and parent.get(close[0]) is None
    sure = is_free and len(guesses.near(written, known, count=2, cutoff=0.75)) == 1
    return f"did you mean `{close[0]}`?", Edit(span, close[0]) if sure else None


def _iso_date(node: Node) -> Edit | None:
    """An edit that writes a date as ISO 8601, where it is written in a way that means one day only."""
    if not isinstance(node, Scalar):
        return None
    numbers = _NUMERIC_DATE.fullmatch(node.value.strip())
    mentions = dates(node.value)
    if numbers:
        year, month, day = (int(part) for part in (numbers.groups()[:3] if numbers[1] else reversed(numbers.groups()[3:])))
    elif len(mentions) == 1 and mentions[0].text == node.value.strip() and mentions[0].year and mentions[0].day:
        year, month, day = mentions[0].year, mentions[0].month, mentions[0].day
    else:
        return None
    try:
        return Edit(head(node), date(year, month, day).isoformat())
    except ValueError:
        return None


_NUMERIC_DATE = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})"
)  # 22.10.2024; 10/22/2024 is not one day only


@cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()


def _schema_at(model: type[Model], location: Location) -> dict[str, Any]:
    """The part of a model's JSON Schema that describes the value at a location."""
    root = _schema(model)
    here: dict[str, Any] = root
    for step in location:
        forms = [_resolved(root, form) for form in [here, *here.get("anyOf", [])]]
        if isinstance(step, int):
            here = next((form["items"] for form in forms if "items" in form), {})
        else:
            here = next((form["properties"][step] for form in forms if step in form.get("properties", {})), {})
        described = here.get("description")
        here = _resolved(root, here)
        forms = [_resolved(root, form) for form in here.get("anyOf", [])]
        listed = next((form for form in forms if "items" in form), None)
        here = {**(listed or here), **({"description": described} if described else {})}
    return here


def _resolved(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {**root["$defs"][schema["$ref"].rpartition("/")[2]], **{k: v for k, v in schema.items() if k != "$ref"}}
    if len(schema.get("anyOf", [])) == 2 and {"type": "null"} in schema["anyOf"]:
        inner = next(form for form in schema["anyOf"] if form != {"type": "null"})
        return {**_resolved(root, inner), **{k: v for k, v in schema.items() if k != "anyOf"}}
    return schema


def _line(example: str, about: str) -> str:
    return f"add `{example}`" + (f": {about[:1].lower()}{about[1:].rstrip('.')}" if about else "")
