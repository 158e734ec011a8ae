"""The texts that a brief prints, read out of its brief.json, so that evidence is made and verified from the same data.

What is put together when a brief is printed (dates, counts, headings) is left to the digests of
the printed pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.items import Brief, ItemRef, Model
from generator.items.fields import fields
from generator.items.marks import Prose
from generator.text import markdown
from generator.wording.labels import LABELS

Data = Mapping[str, Any]


def texts_of(brief: Data) -> Iterator[tuple[str, str]]:
    """Names and words of the texts of a brief, as plain text, in the order of brief.yml's keys."""
    for field in fields(Brief):
        if field.keyed:
            for index, item in enumerate(brief.get(field.key, ())):
                if field.models:
                    written = item.get(field.keyed.by) if field.keyed.by else None
                    yield from _of_item(field.keyed.at(index, written), field.keyed.says, field.models[0], item)
                else:
                    yield str(field.keyed.at(index, None)), markdown.plain(item)
        elif isinstance(field.mark, Prose) and field.key in brief:
            yield field.key, markdown.plain(brief[field.key])


def _of_item(ref: ItemRef, says: str, model: type[Model], item: Data) -> Iterator[tuple[str, str]]:
    """The texts of an item; the one that says what it is bears its name."""
    for field in fields(model):
        is_prose = isinstance(field.mark, Prose)
        if item.get(field.key) and (is_prose or field.name == says):
            words = item[field.key]
            name = str(ref) if field.name == says else f"{ref}:{field.key}"
            yield name, markdown.plain(words) if is_prose else " ".join(words.split())
    if ref.kind == "fact":
        yield f"{ref}:status", f"{LABELS['fact status'][item['status']]} {markdown.plain(item['text'])}"
    if ref.kind == "source" and item.get("publisher"):
        yield f"{ref}:publisher", item["publisher"]
    if ref.kind == "actor":
        yield from ((f"{ref}:role:{number}", role["role"]) for number, role in enumerate(item.get("role", ()), 1))
