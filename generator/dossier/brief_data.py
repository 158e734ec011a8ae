"""The brief as data, `/<slug>/brief.json`: its items, and for each citation the exact words and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.items import Brief
from generator.items.fields import with_texts
from generator.library.excerpts import Excerpt
from generator.library.library import Site
from generator.library.public import PublicBrief
from generator.text.markdown import Link, relinked
from generator.text.paths import DocPath, url_of

BRIEF_FORMAT = "explainer-brief/1"
_OF_WITHDRAWN = ("format", "slug", "url", "title", "status", "language", "corrections")


def brief_data(shown: PublicBrief, site: Site) -> Mapping[str, Any]:
    """What a brief shows: no editors' notes to themselves, no text of sources beyond the cited words."""
    brief = shown.brief
    data = {
        "format": BRIEF_FORMAT,
        "slug": shown.slug,
        "url": f"{site.url}{shown.slug}/",
        **_filled(_absolute(shown, site).model_dump(mode="json", by_alias=True, exclude_none=True)),
        "language": brief.language or site.language,
        "coverage": shown.coverage.percent if shown.coverage else None,
        "accepted": [{"reason": reason, **({"item": str(ref)} if ref else {})} for ref, told in shown.reasons.items() for reason in told],
        "anchors": [_anchor(shown, excerpt, number) for (_, number), excerpt in shown.excerpts.items()],
    }
    data = data if shown.reasons else {key: value for key, value in data.items() if key != "accepted"}
    return data if brief.status != "withdrawn" else {key: data[key] for key in _OF_WITHDRAWN if key in data}


def _absolute(shown: PublicBrief, site: Site) -> Brief:
    """The brief, its links to pages, files and parts of its page with their whole addresses; without one of the site they are words."""

    def address(link: Link) -> str | None:
        path = shown.paths.get(link.href)
        if path is None:
            return link.href
        return url_of(path if path.path else DocPath(f"{shown.slug}/", path.part), site.url, folders=site.folders) if site.url else None

    return with_texts(shown.brief, lambda text: relinked(text, address)) if shown.paths else shown.brief


def _filled(value: Any) -> Any:
    """A dump without empty values, and without what editors accept."""
    if isinstance(value, dict):
        kept = {key: _filled(entry) for key, entry in value.items() if key != "accept" and entry not in ([], {}, "")}
        return {key: entry for key, entry in kept.items() if key != "draft" or entry}
    return [_filled(entry) for entry in value] if isinstance(value, list) else value


def _anchor(shown: PublicBrief, excerpt: Excerpt, number: int) -> dict[str, Any]:
    anchor = excerpt.anchor
    words = {"words": " […] ".join(excerpt.words)} if excerpt.words else {}
    return {
        "item": str(anchor.item), "number": number + 1, "source": anchor.source, "start": anchor.start, "end": anchor.end,
        "line": anchor.line, "column": anchor.column, "tier": anchor.tier.value, "kind": anchor.kind,
        "sha256": shown.sources[anchor.source].digest, **words,
    }  # fmt: skip
