"""The evidence of a brief as data: the exact words that facts and quotes rest on, and where they stand.

It is `/<slug>/evidence.json`, and goes with handouts: made so that somebody who has nothing but the handout can check it, and, with the
sources, the words in them. Passages have the form of the W3C's TextQuoteSelector and TextPositionSelector; offsets count code points of
a source’s text, with line feeds for line ends and without a byte order mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.dossier.form import FORMAT, with_digest
from generator.dossier.passages import came_via, known, numbered
from generator.dossier.texts import texts_of
from generator.items import ItemRef
from generator.items.fields import citations
from generator.library.excerpts import Excerpt, PublicSource
from generator.library.public import PublicBrief
from generator.text import markdown

_OF_SOURCES = ("id", "title", "publisher", "author", "published", "retrieved", "kind", "url", "archive_url", "language", "withdrawn")


def evidence_data(shown: PublicBrief, data: Mapping[str, Any], content: bytes, key: str = "") -> Mapping[str, Any]:
    """The evidence of all items that are shown; `data` and `content` are the brief.json that goes with it, `key` names what signs it."""
    evidence = {
        "format": FORMAT,
        "brief": {
            "slug": shown.slug,
            "url": data["url"],
            "title": markdown.plain(shown.brief.title),
            "as_of": shown.brief.as_of.isoformat() if shown.brief.as_of else None,
            "language": data["language"],
            "sha256": hashlib.sha256(content).hexdigest(),
        },
        "sources": [_source(source) for source in shown.sources.values()],
        "texts": [{"item": name, "words": words} for name, words in texts_of(data)],
        "passages": list(_passages(shown)),
    }
    return with_digest(evidence | ({"key": key} if key else {}))


def _source(source: PublicSource) -> dict[str, Any]:
    values = source.source.model_dump(mode="json", include=set(_OF_SOURCES), exclude_none=True)
    return {**{key: values[key] for key in _OF_SOURCES if key in values and values[key] != []}, "sha256": source.digest}


def _passages(shown: PublicBrief) -> Iterator[dict[str, Any]]:
    among, numbers = known(shown), numbered(shown)
    items = {citation.item: citation.of for citation in citations(shown.brief)}
    for key, number in numbers.items():
        yield _passage(key[0], number, shown.excerpts[key], list(came_via(items[key[0]], among)))


def _passage(item: ItemRef, number: int, excerpt: Excerpt, via: list[str]) -> dict[str, Any]:
    anchor = excerpt.anchor
    return {
        "number": number,
        "item": str(item),
        "source": anchor.source,
        "kind": anchor.kind,
        "tier": anchor.tier.value,
        "line": anchor.line,
        "column": anchor.column,
        "prefix": excerpt.before.strip(" \N{NO-BREAK SPACE}…"),
        "suffix": excerpt.after.strip(" \N{NO-BREAK SPACE}…"),
        "pieces": [
            {"start": piece.start, "end": piece.end, "sha256": piece.digest, **({} if piece.words is None else {"exact": piece.words})}
            for piece in excerpt.pieces
        ],
        "via": via,
    }
