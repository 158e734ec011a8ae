"""What is too long, endless or no file at all is said in a finding or a sentence; nobody reads it, and nobody waits for it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

import pytest

from generator.desk.publication import Publication
from generator.engine import storage
from generator.engine.atomic import read_all, read_up_to
from generator.engine.clock import now
from generator.engine.configuration import Configuration, read_configuration
from generator.engine.limits import Limits
from generator.engine.publishing import Building
from generator.errors import ConfigurationError, PublicationError
from generator.library.library import Site
from generator.parsing.yaml_file import MAX_SOURCE_BYTES
from generator.press.worker import Worker
from tests.handout.test_limits import document

GIGABYTE = 1_000_000_000
BRIEF = "title: x\nsummary: y\nsources: [{id: s, file: s.txt, title: S, kind: report}]\n"
PATIENCE = 60


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication with a brief whose article shows an image, and another one beside it."""
    files = {"x/brief.yml": BRIEF, "x/sources/s.txt": "y", "x/article.md": "![](media/a.svg)", "good/brief.yml": "title: x\nsummary: y\n"}
    for name, text in files.items():
        (tmp_path / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "briefs" / name).write_text(text, encoding="utf-8")
    return Publication(Configuration(tmp_path, tmp_path / "briefs", Site("Site", "", "en")))


def grown(path: Path) -> Path:
    """A file that has a gigabyte and takes no room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(GIGABYTE)
    return path


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("x/brief.yml", "x/brief.yml:1:1: B111"),
        ("x/article.md", "x/article.md:1:1: B111"),
        ("x/sources/s.txt", "x/sources/s.txt:1:1: B111"),
        ("x/decisions.yml", "x/decisions.yml:1:1: B111"),
        ("actors.yml", "actors.yml:1:1: B111"),
        ("page.md", "page.md:1:1: B111"),
        ("x/media/a.svg", "x/article.md:1:5: B212"),
    ],
)
def test_a_gigabyte_is_a_finding(publication: Publication, name: str, place: str) -> None:
    """A file of a gigabyte is refused at its place before it is read, and the brief beside it is checked as ever."""
    grown(publication.docs / name)
    read = [*publication.shared_files().values(), *publication.read(publication.docs / "x").files.values()]
    assert max(map(len, read)) <= MAX_SOURCE_BYTES + 1
    survey = publication.survey()
    found = [f"{f.span.path.removeprefix('briefs/')}:{f.span.line}:{f.span.column}: {f.code}" for f in survey.findings]
    assert place in found
    assert next(outcome for outcome in survey.outcomes if outcome.slug == "good").checked


def test_a_gigabyte_of_settings_or_template_is_said(tmp_path: Path) -> None:
    """What is needed whole, and is too long, is said with its name."""
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:1:1: the file has more than 20,000,000 bytes"):
        read_configuration(grown(tmp_path / "mkdocs.yml"))
    grown(tmp_path / "templates/x.html.j2")
    with pytest.raises(OSError, match="is longer than 20 MB"):
        storage.read_templates((tmp_path / "templates",))


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe and a folder are errors at once, by whatever name they are called; a file is read to its limit."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(OSError, match=r"no ordinary file|directory"):
            read_up_to(path, 10)
    (tmp_path / "file").write_bytes(b"12345")
    assert (read_up_to(tmp_path / "file", 3), read_all(tmp_path / "file", 5)) == (b"1234", b"12345")


@pytest.mark.parametrize("epoch", ["banana", "-1", "4294967296", "9" * 5000, "1e9", "١"])
def test_an_epoch_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """SOURCE_DATE_EPOCH is a number of seconds that every packed file can hold."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(PublicationError, match="it is a number of seconds"):
        now()


def test_a_site_takes_the_place_of_folders_only(tmp_path: Path) -> None:
    """A build in the place of a pipe, a device or a file fails before it begins, and leaves it there."""
    os.mkfifo(tmp_path / "site")
    with pytest.raises(NotADirectoryError):
        Building(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_names_that_are_no_text_are_told_of(publication: Publication) -> None:
    """A file or folder whose name is not UTF-8 is a finding, and neither read nor published; everything else is."""
    bad = os.fsdecode(b"a\xff")
    for name in (f"{bad}.md", f"{bad}/brief.yml", f"x/{bad}.txt", f"x/media/{bad}.svg"):
        (publication.docs / name).parent.mkdir(exist_ok=True)
        try:
            (publication.docs / name).write_text("title: x\n", encoding="utf-8")
        except OSError:
            pytest.skip("this file system has no such names")
    survey = publication.survey()
    assert sorted(f.span.path.removeprefix("briefs/") for f in survey.findings if f.code == "B122") == sorted(
        (f"{bad}.md", bad, f"x/{bad}.txt", f"x/media/{bad}.svg")
    )
    assert survey.slugs == {"good", "x"}
    assert not publication.docs_files().published


def test_an_ordinary_page_that_is_no_text_is_told_of(publication: Publication) -> None:
    """`check` says at its place what is no UTF-8 in a page that MkDocs will read, as `build` does, and no more once it is mended."""
    page = publication.docs / "more/page.md"
    page.parent.mkdir()
    page.write_bytes(b"# Words\n\nbridge \xff closed\n")
    for survey in (publication.survey(), publication.survey(changed=()), publication.inspect()):
        found = [f for f in survey.findings if f.code == "B101"]
        assert [(f.span.path, f.span.line, f.span.column, f.message) for f in found] == [
            ("briefs/more/page.md", 3, 8, "byte 0xff at position 16 is not UTF-8")
        ]
    page.write_text("# Words\n", encoding="utf-8")
    assert "B101" not in {f.code for f in publication.survey().findings}


HELPER = """
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
import os
from generator.engine.limits import serve_parent

if __name__ == "__main__":
    crew = [ProcessPoolExecutor(1, get_context("HOW"), initializer=serve_parent) for _ in range(3)]
    print(*(process.submit(os.getpid).result() for process in crew), flush=True)
    time.sleep(PATIENCE)
"""


def is_gone(process: int) -> bool:
    """Whether a process has ended, though nobody may have asked how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def outlived(processes: Collection[int]) -> list[int]:
    """Those that have not ended after a while, and are killed then."""
    until = time.monotonic() + PATIENCE
    while not all(map(is_gone, processes)) and time.monotonic() < until:
        time.sleep(0.01)
    left = [process for process in processes if not is_gone(process)]
    for process in left:
        os.kill(process, signal.SIGKILL)
    return left


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks into /proc")
@pytest.mark.parametrize("how", ["fork", "spawn"])
def test_helpers_end_with_whom_they_help(tmp_path: Path, how: str) -> None:
    """When a program is killed, the processes that check or make fonts for it end, too."""
    script = tmp_path / "helper.py"
    script.write_text(HELPER.replace("HOW", how).replace("PATIENCE", str(PATIENCE)), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        helpers = [int(word) for word in parent.stdout.readline().split()]
        assert not any(map(is_gone, helpers))
        parent.send_signal(signal.SIGKILL)
    assert outlived(helpers) == []


@pytest.mark.parametrize("sent", [0.5, 0.0])
def test_a_worker_ends_when_half_a_document_came(sent: float) -> None:
    """A press's worker whose program dies before, or while, it hands over a document ends by itself."""
    worker = Worker((), Limits())
    with worker._start() as process:
        whole = pickle.dumps(document("x", "<p>x" * 1000))
        assert process.stdin is not None
        process.stdin.write(worker.setup + whole[: int(sent * len(whole))])
        process.stdin.close()
        try:
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
    assert worker.folder is not None
    worker.folder.cleanup()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", ["--help", "schema", "check --help"])
def test_output_that_nobody_takes_is_said(words: str) -> None:
    """Where standard output is full, one line says so, also of help."""
    call = [sys.executable, "-c", "from generator.doors.cli import main; main(prog_name='briefs')", *words.split()]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "Error: a file: No space left on device\n")
