"""A small publication on disk, real MkDocs builds of it, and a server."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from generator.desk.scaffold import new_brief, new_publication

TODAY = date(2026, 2, 1)
PATIENCE = 60  # seconds until a server that shows nothing new has failed; nothing waits as long when all is well
DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
REASON = "between ourselves"  # why something is accepted, which no reader is told
BRIEFS = "from generator.doors.cli import main; main(prog_name='briefs')"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1"}


@dataclass
class Tree:
    """A publication's folder."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace words of a file, once each; words that are not there are a mistake of the test."""
        text = (self.root / path).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{path} does not say {old!r}"
            text = text.replace(old, new, 1)
        self.write(path, text)

    def brief(self, slug: str, *changes: tuple[str, str], status: str = "published") -> None:
        """Add a brief with the given status and changes."""
        new_brief(self.root / "briefs", slug, TODAY)
        self.edit(f"briefs/{slug}/brief.yml", ("status: draft", f"status: {status}"), ("# published:", "published:"), *changes)

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `briefs` or another Python module in the publication; its output and errors come as one text."""
        return subprocess.run(
            [sys.executable, *(("-c", BRIEFS) if words[0] == "briefs" else ("-m", words[0])), *words[1:]],
            cwd=self.root,
            env={**ENVIRONMENT, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.command("mkdocs", "build", *options, **environment)

    def built(self, *options: str) -> str:
        """Build, which must go well; the log."""
        done = self.build(*options)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def files(self) -> dict[str, bytes]:
        """The built site: contents by path."""
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in sorted(self.site.rglob("*")) if path.is_file()}

    def leftovers(self) -> list[str]:
        """What builds have left beside the site."""
        return [path.name for path in self.root.iterdir() if path.name.startswith(".site")]


def fill(root: Path) -> Tree:
    """A publication with a published brief, a draft and two ordinary pages."""
    new_publication(root, TODAY)
    tree = Tree(root)
    tree.brief(
        "old-bridge",
        ("why: The detour is eight kilometres long.", "why: A ![dot](media/dot.png), and a [term](term:weir)."),
        ("    status: reported ", f'    accept: {{B310: "{REASON}"}}\n    status: reported '),
    )
    tree.write("briefs/old-bridge/media/dot.png", DOT)
    tree.write("briefs/glossary.yml", "terms:\n  - term: Weir\n    definition: A low dam.\n")
    tree.write("briefs/actors.yml", "actors:\n  - {id: rover, name: Rover, kind: group, existence: verified}\n")
    tree.edit("briefs/old-bridge/article.md", ("## What happened", "## What happened\n\n[Rover](actor:rover) was there."))
    rejected = "{rejected: 2026-02-02, kind: fact, id: x, source: press-release, proposed: 2026-02-01, words: Zebedee}"
    tree.write("briefs/old-bridge/decisions.yml", f"proposals:\n  - {rejected}\n")
    tree.write("briefs/deeper/page.md", "# A deeper page\n\n[The bridge](../old-bridge/index.md#facts), [home](../index.md)\n")
    tree.edit("briefs/about.md", ("An ordinary", "[The bridge](old-bridge/index.md). An ordinary"))
    return tree


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A publication that was built once; tests copy it."""
    tree = fill(tmp_path_factory.mktemp("filled") / "newsroom")
    tree.built("--strict")
    return tree


@pytest.fixture
def tree(filled: Tree, tmp_path: Path) -> Tree:
    """A publication of a test's own, with a site that was built."""
    shutil.copytree(filled.root, tmp_path / "newsroom")
    return Tree(tmp_path / "newsroom")


@dataclass
class Server:
    """`mkdocs serve` as a process."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path
    seen: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> bytes:
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return b"" if error.code == 404 else bytes(error.read())
        except (urllib.error.URLError, ConnectionError):
            return b""

    def until(self, path: str, shows: Callable[[bytes], bool], what: str) -> bytes:
        """Ask for a page until it shows what it should."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            content = self.get(path)
            if shows(content):
                return content
            time.sleep(0.1)
        raise AssertionError(f"{path} never showed {what}; the server said:\n{self.log.read_text(encoding='utf-8')[-6000:]}")

    def shows(self, path: str, words: str) -> str:
        return self.until(path, lambda content: words.encode() in content, repr(words)).decode()

    def no_longer_shows(self, path: str, words: str) -> str:
        return self.until(path, lambda content: content != b"" and words.encode() not in content, f"anything but {words!r}").decode()


@contextmanager
def serving(tree: Tree) -> Iterator[Server]:
    """A server of a publication on a free port; at the end it is asked to stop as by Ctrl-C."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tree.root.parent / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tree.root,
            env=ENVIRONMENT,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Server(process, f"http://127.0.0.1:{port}", log)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
                process.wait(PATIENCE)
