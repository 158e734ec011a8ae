"""What stands below docs_dir, and which of it MkDocs may publish.

Published is what somebody meant to publish: pages and assets of known types, and what the setting `publish_also` names. Of a brief's
folder nothing is: what goes out of it is decided by its brief.yml. Everything else is a finding that says how to publish it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from generator.checks.cells import in_page
from generator.engine import links, storage
from generator.engine.atomic import read_up_to
from generator.engine.configuration import Configuration
from generator.parsing.yaml_file import MAX_ARTICLE_BYTES, decode
from generator.text.finding import Finding, Severity
from generator.text.paths import PAGES
from generator.text.places import Text

_KNOWN = """
.md .markdown .mdown .mkdn .mkd
.png .jpg .jpeg .gif .webp .avif .svg .ico .css .js .mjs .woff .woff2 .ttf .otf .pdf .webmanifest
.mp3 .ogg .oga .opus .m4a .wav .mp4 .webm .ogv .vtt
"""
KNOWN = frozenset(_KNOWN.split())
MAX_PAGE_BYTES = 2_000_000
NAMES = ("CNAME", "robots.txt")
BACKUPS = ("~", ".bak", ".swp", ".swo", ".orig", ".rej", ".tmp")
SHARED_MISNAMED = {"actors.yaml": "actors.yml", "glossary.yaml": "glossary.yml", "topics.yaml": "topics.yml"}
OWN_FILES = frozenset(["article.md", "decisions.yml"])  # beside a brief.yml
OWN = OWN_FILES | {"sources", "media", "releases"}
_BRIEF = re.compile(r"brief\.ya?ml", re.IGNORECASE)
_RAW = re.compile(r"(.*[^a-z])?brief\b.*\.ya?ml.*|sources|decisions\.yml", re.IGNORECASE)
TEMPLATES = (".html", ".xml")
LEFT_ALONE = "templates/"  # by MkDocs


@dataclass(frozen=True)
class DocsFiles:
    """`published` are paths below docs_dir; `walked` the findings about folders without an end, which MkDocs would walk through."""

    published: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    walked: tuple[Finding, ...] = ()


class _Kind(Enum):
    """What is published of the files of a folder."""

    OPEN = auto()  # pages and assets
    CLOSED = auto()  # what `publish_also` names by its place
    BRIEF = auto()  # nothing


@dataclass(frozen=True)
class _Folder:
    """A folder of docs_dir; `home` is what a link in it may not leave."""

    place: Path
    path: str
    kind: _Kind
    home: Path

    def below(self, name: str, kind: _Kind, home: Path) -> _Folder:
        return _Folder(self.place / name, f"{self.path}{name}/", kind, home)


def docs_files(configuration: Configuration) -> DocsFiles:
    """A look at all of docs_dir, which opens no file and follows no link to a folder."""
    look = _Look(configuration)
    pending = [_Folder(configuration.docs, "", _Kind.OPEN, configuration.docs)]
    while pending:
        pending.extend(look.folder(pending.pop()))
    closed = (finding for path, finding in look.closed.items() if not any(name.startswith(path) for name in look.published))
    return DocsFiles(frozenset(look.published), (*look.findings, *closed, *look.walked), tuple(look.walked))


@dataclass
class _Look:
    configuration: Configuration
    published: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    closed: dict[str, Finding] = field(default_factory=dict)
    walked: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.docs = self.configuration.docs
        self.docs_path = self.docs.relative_to(self.configuration.root).as_posix()
        also = self.configuration.settings.publish_also
        self.also = {
            _Kind.OPEN: GitIgnoreSpec.from_lines(also),
            _Kind.CLOSED: GitIgnoreSpec.from_lines(pattern for pattern in also if _names_a_place(pattern)),
        }

    def folder(self, folder: _Folder) -> Iterator[_Folder]:
        """Look at what stands in a folder; the folders in it are still to be looked at."""
        with os.scandir(folder.place) as scanned:
            found = sorted(scanned, key=lambda entry: entry.name)
        entries = [entry for entry in found if not links.is_too_deep(f"{folder.path}{entry.name}")]
        if len(entries) < len(found):
            self.walked.append(self._found("B111", folder.path.removesuffix("/"), _TOO_DEEP, "move up what is in it, or remove it"))
        names = {entry.name for entry in entries}
        folder = self._known_for_what_it_is(folder, names)
        own = OWN if not folder.path and any(map(_BRIEF.fullmatch, names)) else frozenset()
        for entry in entries:
            of = replace(folder, kind=_Kind.CLOSED) if entry.name in own else folder
            path = f"{folder.path}{entry.name}"
            if not links.is_text(entry.name):
                self.findings.append(
                    self._found("B122", path, "this name is no UTF-8 text, and nothing of it is read or published", "rename it")
                )
            elif entry.is_symlink() and Path(entry.path).is_dir():
                self.walked.append(self._found("B213", path, "this link leads to a folder, and is not followed", _PUT_FILES))
            elif not entry.is_dir(follow_symlinks=False):
                self._file(of, entry, path)
            elif path + "/" != LEFT_ALONE:
                yield self._inner(of, entry.name, path)

    def _known_for_what_it_is(self, folder: _Folder, names: set[str]) -> _Folder:
        """A folder that has what briefs have is one, or is told of and closed."""
        if folder.kind is not _Kind.OPEN or not folder.path:
            return folder
        if folder.place.parent == self.docs and storage.BRIEF in names:
            return _Folder(folder.place, folder.path, _Kind.BRIEF, folder.place)
        if not any(map(is_raw, names)):
            return folder
        wrong = next(filter(_BRIEF.fullmatch, sorted(names)), None)
        if folder.place.parent != self.docs:
            fix = f"move it up, for a brief's folder stands directly in {self.docs_path}/"
        else:
            fix = f"call {wrong} {storage.BRIEF}" if wrong else "write its brief.yml"
        message = "this folder has what a brief is made of and is none: nothing of it is read or published"
        fix = f"{fix}, or publish it: {_also(folder.path + '**')}"
        self.closed[folder.path] = self._found("B209", folder.path.removesuffix("/"), message, fix)
        return replace(folder, kind=_Kind.CLOSED)

    def _inner(self, folder: _Folder, name: str, path: str) -> _Folder:
        if name in (storage.BRIEF, *storage.SHARED) or (folder.kind is _Kind.BRIEF and name in OWN_FILES):
            self.findings.append(self._found("B211", path, "this is a folder by the name of a file: nothing is read of it", "rename it"))
        hidden = name.startswith(".") and folder.kind is _Kind.OPEN
        if hidden and self.configuration.wants(f"{path}/", preview=True):
            self.closed[f"{path}/"] = self._found("B209", path, _HIDDEN, f"publish it: {_also(path + '/**')}", Severity.INFO)
        return folder.below(name, _Kind.CLOSED if hidden else folder.kind, folder.home)

    def _file(self, folder: _Folder, entry: os.DirEntry[str], path: str) -> None:
        if not self.configuration.wants(path, preview=True):
            return
        if entry.is_symlink() and not self._may_follow(folder, Path(entry.path)):
            self.findings.append(self._found("B210", path, _ASTRAY, "put the file itself there"))
        elif not entry.is_file():
            self.findings.append(self._found("B211", path, "this is a pipe, a socket or a device, and is not opened", "remove it"))
        elif folder.kind is _Kind.BRIEF or path in storage.SHARED:
            return
        elif self.also[folder.kind].match_file(path) or (folder.kind is _Kind.OPEN and is_known(path)):
            if path.endswith(PAGES) and entry.stat().st_size > MAX_PAGE_BYTES:
                self.findings.append(self._found("B111", path, f"the page has more than {MAX_PAGE_BYTES:,} bytes", "split it"))
            else:
                self.published.append(path)
        elif folder.kind is _Kind.OPEN:
            self.findings.append(self._stray(path))

    def _may_follow(self, folder: _Folder, link: Path) -> bool:
        """Whether a link is followed; one from an ordinary page or asset leads to what would be published itself."""
        if folder.kind is _Kind.BRIEF or link.name in storage.SHARED:
            return links.may_read(link, folder.home)
        target = links.target_inside(link, self.docs)
        if target is None or target.suffix.lower() != link.suffix.lower() or not is_known(target.as_posix()):
            return False
        return not any(is_raw(entry.name) for parent in target.parents[:-1] for entry in (self.docs / parent).iterdir())

    def _stray(self, path: str) -> Finding:
        """A file of which nobody has said that it is to be published."""
        name = PurePosixPath(path).name
        if is_left_behind(name):
            return self._found("B209", path, _HIDDEN, f"remove it, or publish it: {_also(path)}", Severity.INFO)
        if _BRIEF.fullmatch(path):
            fix = f"make a folder for it and what belongs to it: {self.docs_path}/…/{storage.BRIEF}"
            return self._found("B209", path, "a brief has a folder of its own: nothing of this one is read or published", fix)
        if right := SHARED_MISNAMED.get(name):
            return self._found("B209", path, f"this is neither read nor published: it is not called {right}", f"call it {right}")
        message = "this is no page and no asset of a known type, and is not published"
        return self._found("B209", path, message, f"publish it: {_also(path)}, or move it out of {self.docs_path}/")

    def _found(self, code: str, path: str, message: str, fix: str, level: Severity | None = None) -> Finding:
        return Finding(code, message, Text(f"{self.docs_path}/{path}", "").span(), fix, level=level)


_TOO_DEEP = f"this folder holds something with a path of more than {links.MAX_PATH:,} bytes, and nothing of that is read or published"
_PUT_FILES = "put the files themselves there"
_ASTRAY = "this link leads out of its folder, nowhere, or to a file of another kind, and is not followed"
_HIDDEN = "hidden files and backups are not published"


def read_page(page: Path) -> str:
    """The text of an ordinary page; what is no UTF-8 in it is among `wrong_in`."""
    return read_up_to(page, MAX_PAGE_BYTES).decode(errors="replace")


def is_raw(name: str) -> bool:
    """Whether a folder with something of this name is a brief's, was or will be: a brief.yml in whatever letters, a copy, sources."""
    return _RAW.fullmatch(name) is not None


def is_left_behind(path: str) -> bool:
    """Whether a file is by its name hidden, or what an editor keeps of another one."""
    return PurePosixPath(path).name.startswith(".") or path.endswith(BACKUPS)


def wrong_in(path: str, page: Path) -> tuple[Finding, ...]:
    """Why an ordinary page, at a path below the publication's root, cannot be read as a text."""
    return decode(path, read_up_to(page, MAX_PAGE_BYTES), MAX_PAGE_BYTES)[1]


def found_in(path: str, page: Path) -> tuple[Finding, ...]:
    """The same, or what nobody would see of a page that can be read; one that is longer than an article may be is not looked at."""
    content = read_up_to(page, MAX_PAGE_BYTES)
    text, wrong = decode(path, content, MAX_PAGE_BYTES)
    return tuple(in_page(text)) if text and len(content) <= MAX_ARTICLE_BYTES else wrong


def is_known(path: str) -> bool:
    """Whether a file is by its name a page or an asset."""
    pure = PurePosixPath(path)
    return not any(part.startswith(".") for part in pure.parts) and (pure.suffix.lower() in KNOWN or pure.name in NAMES)


def is_of_theme(path: str) -> bool:
    """Whether a file in the folder of a theme is by its name a template, an icon (Material looks for those in `.icons`) or an asset."""
    pure = PurePosixPath(path.removeprefix(".icons/"))
    return is_known(str(pure.with_suffix(".css") if pure.suffix in TEMPLATES else pure)) and pure.suffix not in PAGES


def _names_a_place(pattern: str) -> bool:
    """Whether a pattern is of files in some place, and not of a kind of files anywhere; one that takes something back always counts."""
    return pattern.startswith("!") or "/" in pattern.strip("/").removeprefix("**/")


def _also(path: str) -> str:
    """The setting that publishes a path."""
    return f'`publish_also: ["{path}"]` in the plugin’s settings'
