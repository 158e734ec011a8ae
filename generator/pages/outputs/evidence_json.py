"""The evidence of a brief as data: the exact words that facts and quotes rest on, and where they stand.

It is `/<slug>/evidence.json`, and goes with handouts: made so that somebody who has nothing but the handout can check it, and, with the
sources, the words in them. Passages have the form of the W3C's TextQuoteSelector and TextPositionSelector; offsets count code points of
a source’s text, with line feeds for line ends and without a byte order mark.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from generator.checks import CheckedBrief
from generator.dossier.form import FORMAT, encoded, with_digest
from generator.dossier.texts import texts_of
from generator.items import ItemRef
from generator.pages.artifacts import DataFile
from generator.pages.evidence import anchor_name, surroundings
from generator.pages.views import BriefView, EvidenceView, Reference


def evidence_json(checked: CheckedBrief, view: BriefView, data: DataFile, key: str = "") -> DataFile:
    """The evidence of all items that are shown; `data` is the brief.json that goes with it, `key` the name of the key that signs it."""
    content = {
        "format": FORMAT,
        "brief": {
            "slug": checked.slug,
            "url": view.address,
            "title": view.title_text,
            "as_of": view.as_of.iso if view.as_of else None,
            "language": view.language,
            "sha256": hashlib.sha256(data.content).hexdigest(),
        },
        "sources": [_source(checked, source.id) for source in checked.brief.sources],
        "texts": [{"item": name, "words": words} for name, words in texts_of(json.loads(data.content))],
        "passages": list(_passages(checked, view)),
        **({"key": key} if key else {}),
    }
    return DataFile(f"{checked.slug}/evidence.json", encoded(with_digest(content)))


def attachments(checked: CheckedBrief, view: BriefView, data: DataFile, key: str = "", prefix: str = "") -> dict[str, bytes]:
    """What a handout carries: the brief as data and its evidence, under names with a prefix where it carries several briefs."""
    return {f"{prefix}brief.json": data.content, f"{prefix}evidence.json": evidence_json(checked, view, data, key).content}


def _source(checked: CheckedBrief, name: str) -> dict[str, Any]:
    source = checked.sources[name]
    shown = ("id", "title", "publisher", "author", "published", "retrieved", "kind", "url", "archive_url", "language", "file")
    values = source.source.model_dump(mode="json", include=set(shown), exclude_none=True)
    return {**{key: values[key] for key in shown if key in values and values[key] != []}, "sha256": source.digest}


def _passages(checked: CheckedBrief, view: BriefView) -> Iterator[dict[str, Any]]:
    keys = {anchor_name(*key): key for key in checked.anchors}
    via = {ItemRef("fact", fact.id): fact.via for fact in view.facts} | {ItemRef("quote", quote.id): quote.via for quote in view.quotes}
    for evidence in view.evidence:
        item, index = keys[evidence.anchor]
        yield _passage(checked, evidence, item, index, via.get(item, ()))


def _passage(checked: CheckedBrief, evidence: EvidenceView, item: ItemRef, index: int, via: tuple[Reference, ...]) -> dict[str, Any]:
    anchor = checked.anchors[item, index]
    source = checked.sources[anchor.source]
    body = source.text.body
    hidden = source.source.publish == "none"
    before, after = ("", "") if hidden else surroundings(source, anchor)
    return {
        "number": evidence.number,
        "item": str(item),
        "source": anchor.source,
        "kind": anchor.kind,
        "tier": anchor.tier.value,
        "line": anchor.line,
        "column": anchor.column,
        "prefix": before.strip(" \N{NO-BREAK SPACE}…"),
        "suffix": after.strip(" \N{NO-BREAK SPACE}…"),
        "pieces": [
            {
                "start": start,
                "end": end,
                "sha256": hashlib.sha256(body[start:end].encode()).hexdigest(),
                **({} if hidden else {"exact": body[start:end]}),
            }
            for start, end in anchor.pieces
        ],
        "via": [reference.name for reference in via],
    }
