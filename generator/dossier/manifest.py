"""The manifest of a site: each of its files by digest, the sources that its briefs rest on, and the program that made it.

It holds no day and no name of a machine: the same publication has the same manifest, wherever and whenever it is built. It lists every
file but itself, sorted by path. Sources and handouts are those that the site publishes: a brief that was withdrawn has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.dossier.form import encoded, with_digest

MANIFEST = "manifest.json"  # where a site publishes it
MANIFEST_FORMAT = "explainer-brief-site/1"


def manifest(
    files: Mapping[str, tuple[int, str]],
    data: Iterable[tuple[str, bytes]],
    handouts: Iterable[str],
    *,
    program: str,
    url: str = "",
    key: str = "",
) -> bytes:
    """The manifest of a site as a file.

    `files` has size in bytes and SHA-256 by path; `data` are the brief.json and evidence.json of briefs with their paths, of which one
    is looked at after the other; `key` names what signs.
    """
    sources: dict[str, list[dict[str, Any]]] = {}
    for path, document in data:
        slug, _, name = path.partition("/")
        sources[slug] = sources_of(document) if name == "evidence.json" else sources.get(slug, [])
    by_slug: dict[str, list[str]] = {slug: [] for slug in sources}
    for path in sorted(handouts):
        by_slug[path.partition("/")[0]].append(path)
    content = {
        "format": MANIFEST_FORMAT,
        "program": program,
        "url": url,
        "briefs": [{"slug": slug, "sources": sources[slug], "handouts": by_slug[slug]} for slug in sorted(by_slug)],
        "files": [{"path": path, "bytes": files[path][0], "sha256": files[path][1]} for path in sorted(files)],
    }
    return encoded(with_digest(content | ({"key": key} if key else {})))


def sources_of(evidence: bytes) -> list[dict[str, Any]]:
    """The sources that an evidence.json names, with their digests."""
    return [{"id": source["id"], "sha256": source["sha256"]} for source in json.loads(evidence)["sources"]]
