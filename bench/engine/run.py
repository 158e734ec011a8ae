"""What a publication costs: built, built again, one brief changed, and saved under `serve` until the new words are served and on a screen.

usage: .venv/bin/python bench/engine/run.py [--briefs N] [--quick] [--peers VENV] [--out FILE]

Beside this program, in the same run, stand others on the same words as plain Markdown: MkDocs with Material, Zensical, and Hugo with a bare
theme, each where VENV has it (`make bench` makes one). A brief is one page there; here it is a page, one for each source, one for
each actor, feeds and data. CPU is that of a process and all its children (getrusage); memory is that of its largest process. The screen is
Chromium's, where it and Playwright are installed. A server that starts again may show what it showed last: then the time until it shows
what is there now stands behind that. One brief is changed twice, a build each, of which the first follows a first publication. Handouts are
left out: `bench/handouts.py` measures them.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import publication

try:
    from playwright.sync_api import Page, sync_playwright
except ImportError:
    sync_playwright = None  # type: ignore[assignment]

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
STALE = "As it was shown last"
PATIENCE = 120  # seconds until a server that shows nothing new counts as broken
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@dataclass(frozen=True)
class Peer:
    """A program: how it is called, and how its folder is written and changed."""

    name: str
    package: str
    write: Callable[[Path, int], None]
    change: Callable[[Path, str], None]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    page: str = "brief-0/"
    check: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of CPU and of wall time, and megabytes."""

    cpu: float
    wall: float
    memory: float


def run(command: tuple[str, ...], root: Path) -> Run:
    """Run a command, which must succeed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {root}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024)


@contextmanager
def served(command: tuple[str, ...], root: Path) -> Iterator[str]:
    """A running server; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [word.format(port=port) for word in command]
    process = subprocess.Popen(
        words, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def seconds_until(address: str, words: str, without: str = "") -> float:
    """How long until a page has words, and has others no more."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                page = answer.read().decode("utf-8", "replace")
                if words in page and not (without and without in page):
                    return time.perf_counter() - begin
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} never said {words!r}")


@contextmanager
def screen() -> Iterator[Page | None]:
    """A page of Chromium; None where there is none."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if sync_playwright is None or executable is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def write_plain(root: Path, briefs: int, config: str, text: str, docs: str = "docs") -> None:
    """The publication as Markdown."""
    (root / docs).mkdir(parents=True, exist_ok=True)
    (root / config).write_text(text, encoding="utf-8")
    (root / docs / ("_index.md" if docs == "content" else "index.md")).write_text("# The Record explained\n", encoding="utf-8")
    for number in range(briefs):
        publication.write_markdown(root / docs, publication.written(number))


def write_hugo(root: Path, briefs: int) -> None:
    """The publication for Hugo, with two templates of its own."""
    write_plain(root, briefs, "hugo.toml", 'title = "The Record explained"\ndisableKinds = ["taxonomy", "RSS"]\n', "content")
    (root / "layouts/_default").mkdir(parents=True)
    for name, body in (("single", "{{ .Content }}"), ("list", "{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}")):
        frame = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>" + body + "</body></html>"
        (root / f"layouts/_default/{name}.html").write_text(frame, encoding="utf-8")


def replace(path: Path, words: str) -> None:
    """Change one sentence in a file; the file is written once."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?:No|A) paper[^.]* sum\b[^.]*\.", words, text, count=1), encoding="utf-8")


MATERIAL = "site_name: The Record explained\nsite_url: https://briefs.example.org/\ntheme: {name: material, font: false}\n"
PEERS = (
    Peer(
        "explainer-briefs", "explainer-briefs", publication.write,
        lambda root, words: replace(root / "briefs/brief-0/brief.yml", words),
        ("briefs", "build"), ("briefs", "serve", "--dev-addr", "127.0.0.1:{port}"),
        check=("briefs", "check"),
    ),
    Peer(
        "MkDocs, Material", "mkdocs-material",
        lambda root, briefs: write_plain(root, briefs, "mkdocs.yml", MATERIAL + "plugins: [search]\n"),
        lambda root, words: replace(root / "docs/brief-0.md", words),
        ("mkdocs", "build"), ("mkdocs", "serve", "--livereload", "-a", "127.0.0.1:{port}"),
    ),
    Peer(
        "Zensical", "zensical", lambda root, briefs: write_plain(root, briefs, "mkdocs.yml", MATERIAL),
        lambda root, words: replace(root / "docs/brief-0.md", words),
        ("zensical", "build"), ("zensical", "serve", "-a", "127.0.0.1:{port}"),
    ),
    Peer(
        "Hugo, bare theme", "hugo", write_hugo,
        lambda root, words: replace(root / "content/brief-0.md", words),
        ("hugo",), ("hugo", "server", "--port", "{port}"),
    ),
)  # fmt: skip


def measured(peer: Peer, root: Path, briefs: int) -> dict[str, str]:
    """One row of the table."""
    peer.write(root, briefs)
    cold, again = run(peer.build, root), run(peer.build, root)
    peer.change(root, "A paper of one changed brief names a sum.")
    changed = run(peer.build, root)
    peer.change(root, "A paper of one brief that was changed again names a sum.")
    later = run(peer.build, root)
    site = root / ("public" if peer.package == "hugo" else "site")
    files = [path for path in site.rglob("*") if path.is_file()]
    row = {
        "cold build, CPU": f"{cold.cpu:.1f} s",
        "memory": f"{cold.memory:.0f} MB",
        "again": f"{again.wall:.1f} s",
        "one changed": f"{changed.wall:.1f} s, {later.wall:.1f} s",
        "pages": str(sum(path.suffix == ".html" for path in files)),
        "site": f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB",
    }
    with served(peer.serve, root) as address, screen() as page:
        row["serve starts"] = f"{seconds_until(address + peer.page, 'names a sum'):.1f} s"
        time.sleep(1)  # until its watch has begun
        begin = time.perf_counter()
        peer.change(root, "A paper that was saved has no sum.")
        seconds_until(address + peer.page, "A paper that was saved")
        row["save → served"] = f"{time.perf_counter() - begin:.2f} s"
        if page:
            page.goto(address + peer.page)
            time.sleep(2)  # until it listens, and all is quiet
            begin = time.perf_counter()
            peer.change(root, "A paper on the screen has no sum.")
            page.wait_for_function("document.body.textContent.includes('A paper on the screen')", timeout=PATIENCE * 1000)
            row["save → screen"] = f"{time.perf_counter() - begin:.2f} s"
    with served(peer.serve, root) as address:
        first = seconds_until(address + peer.page, " has no sum.")
        fresh = first + seconds_until(address + peer.page, " has no sum.", without=STALE)
        row["starts again"] = f"{first:.1f} s" + (f", {fresh:.1f} s" if fresh - first > 0.5 else "")
    if peer.check:
        shutil.rmtree(root / ".cache", ignore_errors=True)
        row["check"] = " / ".join(f"{run(peer.check, root).wall:.1f} s" for _ in range(2))
    return row


def version_of(package: str, peers: Path | None) -> str:
    """The version of an installed program, ours or a peer's; empty where it isn't there. From then on its commands are found."""
    own = package == "explainer-briefs"
    if not own and peers is None:
        return ""
    folder = BIN if own or peers is None else peers.resolve() / "bin"
    asked = f"import importlib.metadata; print(importlib.metadata.version({package!r}))"
    ENVIRONMENT["PATH"] = f"{folder}:{os.environ['PATH']}"
    return subprocess.run([folder / "python", "-c", asked], capture_output=True, text=True, check=False).stdout.strip()


def table(rows: dict[str, dict[str, str]]) -> str:
    """Rows as a table of Markdown."""
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    lines += [f"| {name} | " + " | ".join(row.get(column, "–") for column in columns) + " |" for name, row in rows.items()]
    return "\n".join(lines)


def ratio(rows: dict[str, dict[str, str]], column: str, ours: str, other: str) -> str:
    """How many times as much ours takes."""
    value = lambda name: float(rows[name][column].split()[0])  # noqa: E731
    return f"{value(ours) / value(other):.2f} ×" if other in rows else "–"


def main() -> None:
    """Print the table, and write it where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefs", type=int, default=1000)
    parser.add_argument("--quick", action="store_true", help="200 briefs")
    parser.add_argument("--peers", type=Path, help="a virtual environment that has other programs")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    briefs = 200 if asked.quick else asked.briefs
    compileall.compile_dir(ROOT / "generator", quiet=2)  # as every installed program is
    rows: dict[str, dict[str, str]] = {}
    for peer in PEERS:
        release = version_of(peer.package, asked.peers)
        if not release:
            print(f"{peer.name} is not installed", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            rows[f"{peer.name} {release}"] = measured(peer, Path(folder), briefs)
    names = list(rows)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    text = (
        f"{briefs} briefs, {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.machine()}, "
        f"Python {platform.python_version()}, commit {commit.stdout.strip()}\n\n{table(rows)}\n"
    )
    for other in names[1:]:
        text += f"\nBeside {other}: cold build {ratio(rows, 'cold build, CPU', names[0], other)}, "
        text += f"save → served {ratio(rows, 'save → served', names[0], other)}."
    print(text)
    if asked.out:
        asked.out.write_text(f"# What a publication costs\n\n`make bench` writes this.\n\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
