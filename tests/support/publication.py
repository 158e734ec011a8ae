"""A publication in memory, so that a test writes a brief in ten lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.checks import Policy
from generator.checks.paths import looked_up
from generator.doors.report.json import document
from generator.doors.report.text import listing
from generator.images import ImageError, image, smaller
from generator.library.survey import Memory, Outcome, Survey, check_publication
from generator.parsing import Folder, Refused, Sizes, with_original
from generator.text.finding import Finding

HEAD = "title: A title\nsummary: A summary.\n"
"""The two keys that every brief must have."""


def check_all(
    briefs: Mapping[str, Mapping[str, str | bytes]],
    shared: Mapping[str, str | bytes] | None = None,
    policy: Policy = Policy(),  # noqa: B008 - a frozen value
    memory: Memory | None = None,
) -> Survey:
    """Check briefs given as slug → path in its folder → content; `shared` holds `actors.yml` and `glossary.yml`, and ordinary pages."""
    made = {slug: _folder(slug, files) for slug, files in briefs.items()}
    folders = [with_original(folder, made.get) for folder in made.values()]
    beside = {name: _bytes(content) for name, content in (shared or {}).items()}
    pages = {name: content.decode(errors="replace") for name, content in beside.items() if not name.endswith(".yml")}
    shared_files = {name: content for name, content in beside.items() if name.endswith(".yml")}
    return check_publication(folders, shared_files, "briefs", memory, policy, lambda wanted: looked_up(wanted, pages, pages.__getitem__))


def check(
    brief: str | bytes,
    *,
    sources: Mapping[str, str | bytes] | None = None,
    article: str | bytes | None = None,
    media: Mapping[str, bytes] | None = None,
    shared: Mapping[str, str | bytes] | None = None,
    policy: Policy = Policy(),  # noqa: B008 - a frozen value
) -> Outcome:
    """Check one brief with the slug `x`; sources and media by their names in `sources/` and `media/`."""
    files = {"brief.yml": brief} | {f"sources/{name}": content for name, content in (sources or {}).items()}
    files |= {f"media/{name}": content for name, content in (media or {}).items()}
    return check_all({"x": files if article is None else {**files, "article.md": article}}, shared, policy).outcomes[0]


def reported(survey: Survey) -> Survey:
    """What was found, once both reports have told it: they look up every place."""
    assert listing(survey.findings) or not survey.findings
    json.loads(document(survey))
    return survey


def listed(findings: Iterable[Finding]) -> list[str]:
    """Findings as `path:line:column code`, without the folder that all briefs stand in."""
    return [f"{f.span.path.removeprefix('briefs/')}:{f.span.line}:{f.span.column} {f.code}" for f in findings]


def _folder(slug: str, files: Mapping[str, str | bytes]) -> Folder:
    contents = {name: _bytes(content) for name, content in files.items()}
    files = {name: content for name, content in contents.items() if not name.startswith("media/")}
    media: dict[str, bytes] = {}
    refused: dict[str, Refused] = {}
    for name, content in contents.items():
        if name.startswith("media/"):
            try:  # drawings are written in tests; of pictures any bytes will do
                media[name.removeprefix("media/")] = image(name, content) if name.endswith(".svg") else content
            except ImageError as error:
                refused[name.removeprefix("media/")] = Refused(error.code, error.why, error.fix)
    pictures = {name: smaller(name, content) for name, content in media.items() if content.startswith(b"\x89PNG\r\n")}
    sizes = {name: Sizes(*found[0], found[1]) for name, found in pictures.items() if found}
    return Folder(slug, f"briefs/{slug}", files, media, refused, sizes)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
