"""The verdict on a site: every file that its manifest lists, what stands beside them, and each brief and handout by itself."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import Field, ValidationError

from generator.dossier.manifest import MANIFEST, MANIFEST_FORMAT, sources_of
from generator.dossier.signature import Signature
from generator.engine.site_files import digest_of_file, paths_of
from generator.verifying.checks import Check, check
from generator.verifying.forms import Form
from generator.verifying.identity import own_digest
from generator.verifying.problem import UnreadableError
from generator.verifying.signed import signature_in, with_keys
from generator.verifying.verdict import Against, Verdict
from generator.verifying.verify import verify

LARGEST_MANIFEST = 100_000_000
_CHUNK = 1 << 16
OF_HOSTS = frozenset({"CNAME", "_headers", "_redirects", "web.config"})  # what a host is told at the top of a site
PACKED = (".gz", ".br", ".zst")  # what hosts keep beside a file, to send instead of it
_NO_MANIFEST = "it has no manifest.json: an earlier version of briefs has built it, or it is no site"


class Source(Form):
    """A source of a brief."""

    id: str
    sha256: str


class Brief(Form):
    """A brief, with its sources and the paths of its handouts."""

    slug: str
    sources: tuple[Source, ...] = Field(strict=False)
    handouts: tuple[str, ...] = Field(strict=False)


class File(Form):
    """A file of the site."""

    path: str
    bytes: int = Field(ge=0, le=1 << 40)
    sha256: str


class Manifest(Form):
    """What a site says that it is made of."""

    program: str
    url: str = ""
    briefs: tuple[Brief, ...] = Field(strict=False)
    files: tuple[File, ...] = Field(strict=False)

    @property
    def safe(self) -> Iterator[File]:
        """The files that lie within the site, each once."""
        return (file for file in {file.path: file for file in self.files}.values() if is_inside(file.path))


@dataclass(frozen=True)
class SiteVerdict:
    """What was found out about a site; `parts` are the verdicts on its briefs and handouts by path, `beside` what is named only."""

    program: str = ""
    url: str = ""
    checks: tuple[Check, ...] = ()
    signature: Signature | None = None
    beside: tuple[str, ...] = ()
    parts: Mapping[str, Verdict] = field(default_factory=dict)
    problem: str | None = None

    @property
    def holds(self) -> bool:
        own = all(check.passed for check in self.checks)
        return self.problem is None and own and all(verdict.holds for verdict in self.parts.values())


def is_inside(path: str) -> bool:
    """Whether a path of a manifest names a file within the site, in the one form that there is of it."""
    pure = PurePosixPath(path)
    is_plain = path.isprintable() and "\\" not in path and ":" not in path.partition("/")[0] and str(pure) == path
    return is_plain and path not in ("", ".", MANIFEST) and not pure.is_absolute() and ".." not in pure.parts


def parsed(content: bytes) -> tuple[Manifest, dict[str, Any]]:
    """A manifest, as a form and as it is written; raises UnreadableError where it is none that is known."""
    try:
        found = json.loads(content.removeprefix(codecs.BOM_UTF8))
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise UnreadableError(f"{MANIFEST} is damaged, or a part of it is missing: it is no JSON that can be read") from None
    form = found.get("format") if isinstance(found, dict) else None
    if not str(form).startswith("explainer-brief-site/"):
        raise UnreadableError(f"its {MANIFEST} is of another kind: it lists no files of a site that briefs has built")
    if form != MANIFEST_FORMAT:
        raise UnreadableError(f"{MANIFEST} has another form than is known: “{form}”. A newer version of briefs may have made it")
    try:
        return Manifest.model_validate(found), found
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UnreadableError(f"{MANIFEST} has another form than is known: {place}: {first['msg'].lower()}") from None


def read_manifest(folder: Path) -> bytes:
    """The bytes of the manifest in a folder."""
    path = folder / MANIFEST
    try:
        if os.path.lexists(path) and not _regular(folder, MANIFEST):
            raise UnreadableError(f"its {MANIFEST} is no file, or a link leads there")
        if path.stat().st_size > LARGEST_MANIFEST:
            raise UnreadableError(f"its {MANIFEST} is larger than {LARGEST_MANIFEST // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(_NO_MANIFEST) from None
    except OSError as error:
        raise UnreadableError(f"its {MANIFEST} cannot be read: {error.strerror}") from None


def verify_site(folder: Path, against: Against, unfetched: Mapping[str, str] | None = None) -> SiteVerdict:
    """Verify a site in a folder.

    `unfetched` says of a site from the web which files could not be had, and why: in such a folder nothing stands beside what is listed.
    """
    try:
        manifest, written = parsed(read_manifest(folder))
        signature = signature_in(written, MANIFEST)
    except UnreadableError as error:
        return SiteVerdict(problem=str(error))
    listed = {file.path: file for file in manifest.safe}
    beside, added = _beside(folder, listed)
    checks = [
        own_digest(written, "its files, their digests, and the sources of its briefs", MANIFEST),
        *with_keys(written, signature, MANIFEST, against.keys),
        check("names in manifest.json are each of one file within the site", len(manifest.files), _names(manifest)),
        check("files are as manifest.json lists them", len(listed), _changed(folder, listed, unfetched or {})),
        check("no other files stand among them", 1, added),
        check("briefs have the sources that their evidence.json names", len(manifest.briefs), _sources(folder, manifest, listed)),
    ]
    unsigned = replace(against, keys=None)  # a brief.json never carries a signature: that of the manifest holds it
    parts = {
        path: verify(folder / path, unsigned if path.endswith("brief.json") else against)
        for path in _verifiable(manifest, listed)
        if _regular(folder, path)
    }
    return SiteVerdict(manifest.program, manifest.url, tuple(checks), signature, tuple(beside), parts)


def _names(manifest: Manifest) -> Iterator[str]:
    for path, times in Counter(file.path for file in manifest.files).items():
        if not is_inside(path):
            yield f"{path or 'an empty name'} names no file within the site, and was not looked at"
        if times > 1:
            yield f"{path} is listed {times} times"


def _regular(folder: Path, path: str) -> bool:
    """Whether a file is there, and no link leads to it."""
    steps = [folder.joinpath(*PurePosixPath(path).parts[: depth + 1]) for depth in range(len(PurePosixPath(path).parts))]
    return not any(step.is_symlink() for step in steps) and steps[-1].is_file()


def _changed(folder: Path, listed: Mapping[str, File], unfetched: Mapping[str, str]) -> Iterator[str]:
    for path, file in sorted(listed.items()):
        if path in unfetched:
            yield f"{path} {unfetched[path]}"
        elif not os.path.lexists(folder / path):
            yield f"{path} is missing"
        elif not _regular(folder, path):
            yield f"{path} is no file, or a link leads there: a site that was built has files only"
        else:
            yield from _other(folder / path, file)


def _other(path: Path, file: File) -> Iterator[str]:
    try:
        size, digest = digest_of_file(path)
    except OSError as error:
        yield f"{file.path} cannot be read: {error.strerror}"
        return
    if (size, digest) != (file.bytes, file.sha256):
        sizes = f": it has {size:,} bytes, and {file.bytes:,} are listed" if size != file.bytes else ""
        yield f"{file.path} was changed{sizes}"


def _beside(folder: Path, listed: Mapping[str, File]) -> tuple[list[str], list[str]]:
    """What is not listed: what hosts and version control keep beside a site, and what nobody would expect."""
    beside, added = [], []
    for path in paths_of(folder):
        if path in listed or path == MANIFEST:
            continue
        top = path.partition("/")[0]
        twin = next((path.removesuffix(end) for end in PACKED if path.endswith(end) and path.removesuffix(end) in listed), None)
        is_twin = twin is not None and (not path.endswith(".gz") or (_regular(folder, path) and _unpacks_to(folder, path, listed[twin])))
        if top.startswith(".") or path in OF_HOSTS or is_twin:
            beside.append(top if top.startswith(".") else path)
        else:
            added.append(f"{path} is packed, and unpacked it is not {twin}" if twin else f"{path} is not listed")
    return list(dict.fromkeys(beside)), added


def _unpacks_to(folder: Path, path: str, file: File) -> bool:
    """Whether a packed file holds what is listed; no more is unpacked than to see that, however much it would be."""
    state, left = hashlib.sha256(), file.bytes
    try:
        with gzip.open(folder / path) as packed:
            while left >= 0 and (chunk := packed.read(_CHUNK)):
                state.update(chunk)
                left -= len(chunk)
    except (OSError, EOFError, zlib.error):
        return False
    return left == 0 and state.hexdigest() == file.sha256


def _sources(folder: Path, manifest: Manifest, listed: Mapping[str, File]) -> Iterator[str]:
    for brief in manifest.briefs:
        path = f"{brief.slug}/evidence.json"
        if path not in listed:
            if brief.sources:
                yield f"{brief.slug} has sources in {MANIFEST}, and no evidence.json is listed"
        elif _regular(folder, path):
            try:
                there = sources_of((folder / path).read_bytes())
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue  # which the verdict on the file says
            if there != [{"id": source.id, "sha256": source.sha256} for source in brief.sources]:
                yield f"{brief.slug} has other sources in {MANIFEST} than in its evidence.json"


def _verifiable(manifest: Manifest, listed: Mapping[str, File]) -> list[str]:
    """The paths of data and handouts of briefs, sorted."""
    named = (path for brief in manifest.briefs for path in (f"{brief.slug}/brief.json", f"{brief.slug}/evidence.json", *brief.handouts))
    return sorted({path for path in named if path in listed})
