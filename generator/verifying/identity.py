"""What a file says that it is, and whether all that it carries says so: title, address, date, version, sources."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from generator.dossier.form import VERSION_DIGITS, digest_of, version_of
from generator.dossier.printed import squeezed
from generator.dossier.signature import NAME_DIGITS
from generator.text import markdown
from generator.verifying.checks import Check, check, short
from generator.wording.wording import Wording

_ABOUT = {"slug": "name", "title": "title", "url": "address", "language": "language", "as_of": "date (as of)"}
_OF_SOURCE = {
    "title": "title", "publisher": "publisher", "author": "author", "published": "date", "retrieved": "date of retrieval", "kind": "kind",
    "url": "address", "archive_url": "archived copy", "language": "language", "file": "file",
}  # fmt: skip
SENTENCES = (
    "This is version {version}.",
    "This is version {version}, signed with the key {key}.",
    "Version {version} is how the SHA-256 of its data, brief.json, begins.",
)
"""What templates print of a handout’s version and key; catalogues say it in other languages."""
_BEFORE = 12  # letters of what stands before a version or a key

Data = Mapping[str, Any]


class Names(NamedTuple):
    """What a handout is called by the digests of its data, and the key that signs it."""

    version: str
    key: str | None


def names_of(brief: bytes, evidence: Data) -> Names:
    """The names of a brief by its data."""
    return Names(version_of(brief), evidence.get("key"))


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
    told, here = (data.get("sources", []) for data in (brief, evidence))
    wrong = (f"source {name}: the {other}" for name, one, two in _pairs(told, here) for other in _others(_OF_SOURCE, one, two))
    yield check("sources have the title, publisher, dates and addresses that brief.json gives them", max(len(told), len(here)), wrong)


def _pairs(told: list[Data], here: list[Data]) -> Iterator[tuple[str, Data, Data]]:
    """Sources by their ids, as brief.json and as the evidence tells of them; what one of them tells twice has no other side."""
    for name in dict.fromkeys(source["id"] for source in (*told, *here)):
        both = ([source for source in sources if source["id"] == name] for sources in (told, here))
        yield from ((name, one, two) for one, two in zip_longest(*both, fillvalue={}))


def _others(words: Mapping[str, str], told: Data, here: Data) -> Iterator[str]:
    """What brief.json tells otherwise than the evidence."""
    for key, name in words.items():
        one, other = (value.get(key) or "" for value in (told, here))
        if one != other:
            yield f"{name} is {_shown(one)} in brief.json, and {_shown(other)} in the evidence"


def printed_names(layer: str, own: Names, all_names: Collection[Names], wording: Wording) -> Iterator[Check]:
    """Whether a handout prints the version of its brief.json, and neither another version nor another key.

    `layer` is its text, squeezed; a booklet prints the names of all its briefs.
    """
    others = sorted(_printed(layer, wording, "version", VERSION_DIGITS) - {names.version for names in all_names})
    failures = [f"it prints the version {other}, and its brief.json is the version {own.version}" for other in others]
    if own.version not in layer and not others:
        failures = [f"it does not print the version of its brief.json, {own.version}"]
    keys = sorted(_printed(layer, wording, "key", NAME_DIGITS) - {names.key for names in all_names})
    failures += [f"it prints that it is signed with the key {key}, which its evidence does not name" for key in keys]
    yield check(f"the version that is printed, {own.version}, is that of brief.json", 1, failures)


def _printed(layer: str, wording: Wording, what: str, digits: int) -> set[str]:
    """The versions or keys that are printed where a handout says its own."""
    place = f"{{{what}}}"
    said = (wording.message(message) for message in SENTENCES if place in message)
    before = (squeezed(re.split(r"[{}]", message.partition(place)[0])[-1])[-_BEFORE:] for message in said)
    return {found for words in before for found in re.findall(rf"{re.escape(words)}([0-9a-f]{{{digits}}})", layer)}


def _shown(value: Any) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return short(words) if words else "left out"
