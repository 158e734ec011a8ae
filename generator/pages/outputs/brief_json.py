"""The brief as data, `/<slug>/brief.json`: its items, and for each citation the exact words and where they stand."""

from __future__ import annotations

from typing import Any

from generator.checks import CheckedBrief
from generator.dossier.form import encoded, with_digest
from generator.items import ItemRef
from generator.library.library import Library
from generator.pages.artifacts import DataFile
from generator.pages.evidence import anchor_name, pieces
from generator.pages.views import BriefView


def brief_json(library: Library, checked: CheckedBrief, view: BriefView) -> DataFile:
    """The public part of a brief: no proposals, no accepted findings, no text of sources beyond the cited words."""
    shown = {passage.anchor for passage in view.evidence}
    data = {
        "format": "explainer-brief/1",
        "slug": checked.slug,
        "url": view.address,
        **_public(checked.brief.model_dump(mode="json", by_alias=True, exclude_none=True), preview=library.preview),
        "language": view.language,
        "coverage": checked.coverage.percent if checked.coverage else None,
        "anchors": [_anchor(checked, *key) for key in checked.anchors if anchor_name(*key) in shown],
    }
    if view.withdrawn:
        data = {key: data[key] for key in ("format", "slug", "url", "title", "status", "language", "corrections") if key in data}
    return DataFile(f"{checked.slug}/brief.json", encoded(with_digest(data)))


def _public(value: Any, *, preview: bool) -> Any:
    """A dump without empty values, editors' notes to themselves and, outside of a preview, proposals."""
    if isinstance(value, dict):
        kept = {key: _public(entry, preview=preview) for key, entry in value.items() if key != "accept" and entry not in ([], {})}
        return {key: entry for key, entry in kept.items() if key != "draft" or entry}
    if isinstance(value, list):
        shown = (entry for entry in value if preview or not (isinstance(entry, dict) and entry.get("draft")))
        return [_public(entry, preview=preview) for entry in shown]
    return value


def _anchor(checked: CheckedBrief, item: ItemRef, number: int) -> dict[str, Any]:
    anchor = checked.anchors[item, number]
    source = checked.sources[anchor.source]
    words = {} if source.source.publish == "none" else {"words": " […] ".join(pieces(source, anchor))}
    return {
        "item": str(item), "number": number + 1, "source": anchor.source, "start": anchor.start, "end": anchor.end, "line": anchor.line,
        "column": anchor.column, "tier": anchor.tier.value, "kind": anchor.kind, "sha256": source.digest, **words,
    }  # fmt: skip
