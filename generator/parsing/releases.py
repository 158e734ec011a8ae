"""The releases of a brief, from the files in its folder `releases/`."""

from __future__ import annotations

import json
import re

from generator.items.release import Release
from generator.parsing.folder import Folder
from generator.parsing.yaml_file import decode, read
from generator.text.finding import Finding, has_errors
from generator.text.places import Text

RELEASES = "releases/"
MAX_RELEASE_BYTES = 1_000_000

_NAMED = re.compile(r"releases/(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d{1,2}))?\.json")


def release_path(day: str, number: int) -> str:
    """The file of the first, second … release of a day."""
    return f"{RELEASES}{day}.json" if number == 1 else f"{RELEASES}{day}-{number}.json"


def parse_releases(folder: Folder) -> tuple[tuple[Release, ...], tuple[Finding, ...]]:
    """The releases that could be read, the oldest first, and what is wrong with others."""
    found: list[Finding] = []
    releases: dict[tuple[str, int], Release] = {}
    for name, data in folder.files.items():
        if not name.startswith(RELEASES):
            continue
        path = f"{folder.path}/{name}"
        named = _NAMED.fullmatch(name)
        if named is None:
            message = "this is no record of a release: those are named for their day, such as 2026-03-01.json or 2026-03-01-2.json"
            found.append(Finding("B410", message, Text(path, "").span(), "rename it, or move it out of releases/"))
            continue
        release, text, wrong = _release(path, data)
        found += wrong
        if release is not None and text is not None and release.recorded.isoformat() != named[1]:
            at = text.body.find(release.recorded.isoformat())
            message = f"this was recorded on {release.recorded}, and the file is named for {named[1]}"
            span = text.span(at, at + 10) if at >= 0 else text.span()
            found.append(Finding("B410", message, span, f"call it {release_path(str(release.recorded), 1)}"))
        elif release is not None:
            releases[named[1], int(named[2] or 1)] = release
    return tuple(release for _, release in sorted(releases.items(), key=lambda entry: entry[0])), tuple(found)


def _release(path: str, data: bytes) -> tuple[Release | None, Text | None, tuple[Finding, ...]]:
    """A file as it is written by us; where it is not, it is read as YAML is, which JSON is, so that what is wrong has its place."""
    text, found = decode(path, data, MAX_RELEASE_BYTES)
    if text is None:
        return None, None, found
    try:
        return Release.model_validate(json.loads(text.body)), text, ()
    except (ValueError, RecursionError):
        reading = read(Release, text)
        return (None if has_errors(reading.findings) else reading.value), text, reading.findings
