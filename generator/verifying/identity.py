"""What a file says that it is, and whether all that it carries says so: title, address, date, version, sources."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.dossier.form import VERSION_DIGITS, digest_of, version_of
from generator.text import markdown
from generator.verifying.checks import Check, check, short

_ABOUT = {"slug": "name", "title": "title", "url": "address", "language": "language", "as_of": "date (as of)"}
_OF_SOURCE = {
    "title": "title", "publisher": "publisher", "author": "author", "published": "date", "retrieved": "date of retrieval", "kind": "kind",
    "url": "address", "archive_url": "archived copy", "language": "language", "file": "file",
}  # fmt: skip
_VERSION = re.compile(rf"version([0-9a-f]{{{VERSION_DIGITS}}})", re.IGNORECASE)

Data = Mapping[str, Any]


def own_digest(content: Data, covers: str, name: str) -> Check:
    """Whether a file is what its own digest says."""
    is_same = content.get("sha256") == digest_of(content)
    failures = [] if is_same else [f"{name} was changed: its digest differs"]
    if "sha256" not in content:
        failures = [f"{name} names no digest: it is of an older form, or somebody took it out"]
    return check(f"{covers} have the digest that {name} names", 1, failures)


def with_brief(evidence: Data, brief: Data, raw: bytes) -> Iterator[Check]:
    """Whether evidence and the brief that it came with are of one version, and name the same brief and the same sources."""
    is_same = hashlib.sha256(raw).hexdigest() == evidence["brief"]["sha256"]
    yield check(
        "brief.json is the one that the evidence names", 1, [] if is_same else ["brief.json is not the one that the evidence names"]
    )
    about = {**brief, "title": markdown.plain(brief["title"])}
    others = list(_others(_ABOUT, about, evidence["brief"]))
    yield check("title, address, language and date of the evidence are those of brief.json", 1, (f"the {other}" for other in others))
    told, here = ({source["id"]: source for source in data.get("sources", ())} for data in (brief, evidence))
    names = dict.fromkeys([*told, *here])
    wrong = (f"source {name}: the {other}" for name in names for other in _others(_OF_SOURCE, told.get(name, {}), here.get(name, {})))
    yield check("sources have the title, publisher, dates and addresses that brief.json gives them", len(names), wrong)


def _others(words: Mapping[str, str], told: Data, here: Data) -> Iterator[str]:
    """What brief.json tells otherwise than the evidence."""
    for key, name in words.items():
        one, other = (value.get(key) or "" for value in (told, here))
        if one != other:
            yield f"{name} is {_shown(one)} in brief.json, and {_shown(other)} in the evidence"


def printed_version(layer: str, brief: bytes, briefs: Iterable[bytes], key: str | None) -> Check:
    """Whether a handout prints the version of its brief.json and no other, and the name of the key that the evidence names.

    `layer` is its text, squeezed; `briefs` are all that it has, for a booklet prints several versions.
    """
    printed, own = {found.lower() for found in _VERSION.findall(layer)}, version_of(brief)
    others = sorted(printed - {version_of(each) for each in briefs})
    failures = [f"it prints the version {other}, and its brief.json is the version {own}" for other in others]
    if own not in printed and not others:
        failures = [f"it does not print the version of its brief.json, {own}"]
    if key and key not in layer:
        failures.append(f"it does not print the key that its evidence names, {key}")
    return check(f"the version that is printed, {own}, is that of brief.json", 1, failures)


def _shown(value: Any) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return short(words) if words else "left out"
