"""The texts that a brief prints, read out of its brief.json, so that evidence is made and verified from the same data.

What is put together when a brief is printed (dates, counts, headings) is left to the digests of
the printed pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.text import markdown
from generator.wording import FACT_STATUS

Item = Mapping[str, Any]


def texts_of(brief: Item) -> Iterator[tuple[str, str]]:
    """Names and words of the texts of a brief, as plain text."""
    for key in ("title", "summary"):
        yield from _fields(key, brief, (key,), own=key)
    for number, point in enumerate(brief.get("key_points", ()), 1):
        yield f"key-point:{number}", markdown.plain(point)
    for fact in brief.get("facts", ()):
        yield from _fields(f"fact:{fact['id']}", fact, ("text", "note"), own="text")
        yield f"fact:{fact['id']}:status", f"{FACT_STATUS[fact['status']][0]} {markdown.plain(fact['text'])}"
    for question in brief.get("questions", ()):
        yield from _fields(f"question:{question['id']}", question, ("question", "why", "known", "watch_for"), own="question")
    for quote in brief.get("quotes", ()):
        yield f"quote:{quote['id']}", " ".join(quote["text"].split())
        yield from _fields(f"quote:{quote['id']}", quote, ("context",))
    for actor in brief.get("actors", ()):
        yield f"actor:{actor['id']}", actor["name"]
        yield from ((f"actor:{actor['id']}:role:{number}", role["role"]) for number, role in enumerate(actor.get("role", ()), 1))
        yield from _fields(f"actor:{actor['id']}", actor, ("about",))
    for number, event in enumerate(brief.get("timeline", ()), 1):
        yield from _fields(f"timeline:{number}", event, ("text",), own="text")
    for number, term in enumerate(brief.get("terms", ()), 1):
        yield from _fields(f"term:{number}", term, ("definition",), own="definition")
    for number, correction in enumerate(brief.get("corrections", ()), 1):
        yield from _fields(f"correction:{number}", correction, ("text",), own="text")
    for source in brief.get("sources", ()):
        yield f"source:{source['id']}", source["title"]


def _fields(name: str, item: Item, keys: tuple[str, ...], own: str = "") -> Iterator[tuple[str, str]]:
    """The texts that an item has; the one that is the item itself bears its name."""
    for key in keys:
        if item.get(key):
            yield name if key == own else f"{name}:{key}", markdown.plain(item[key])
