"""All briefs in short as data, `/briefs.json`: what there is, since when, where, and the digests to see what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.dossier.dossier import Dossier
from generator.dossier.form import with_digest
from generator.library.library import Site
from generator.text import markdown

BRIEFS_FORMAT = "explainer-briefs/1"


def briefs_data(site: Site, entries: Iterable[Mapping[str, Any]], schemas: Mapping[str, str]) -> Mapping[str, Any]:
    """The entries of briefs in their order; `schemas` are the addresses of schemas by the forms that they describe."""
    return with_digest(
        {
            "format": BRIEFS_FORMAT,
            "publication": {"name": site.name, "url": site.url, "language": site.language},
            "schemas": schemas,
            "briefs": list(entries),
        }
    )


def entry_of(site: Site, dossier: Dossier) -> Mapping[str, Any]:
    """A brief in short; of one that was withdrawn, that it was."""
    brief, data = dossier.shown.brief, dossier.data
    identity = {key: data[key] for key in ("slug", "url", "language")}
    digests = {"version": dossier.version, "sha256": dossier.digest}
    told = {
        "summary": markdown.plain(brief.summary),
        **{key: data.get(key) for key in ("published", "updated", "as_of")},
        "topics": list(dict.fromkeys(site.topic(name).topic for name in brief.topics)),
        "authors": [author.name for author in brief.authors],
    }
    filled = {key: value for key, value in told.items() if value}
    return {**identity, "title": markdown.plain(brief.title), "status": brief.status, **filled, **digests}
