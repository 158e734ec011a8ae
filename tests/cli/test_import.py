"""`briefs import` and `briefs new --from`, as they are called in a shell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.desk import named_files
from generator.desk import sources as desk
from generator.doors.cli import main
from generator.ingest import Fetched, Imported, IngestError
from tests.cli.conftest import Run
from tests.ingest.files import PAGE

BRIEF = "briefs/first-brief/brief.yml"


@pytest.fixture
def page(publication: Path) -> Path:
    """A saved web page in the current folder."""
    path = publication / "ferry.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def sources(path: str) -> list[str]:
    """The ids of a brief's sources."""
    return [source["id"] for source in yaml.safe_load(Path(path).read_text("utf-8"))["sources"]]


def test_a_page_is_imported(page: Path, run: Run) -> None:
    """The command names the text that it wrote; `check` then asks for the kind and for nothing else that is wrong."""
    result = run("import", "ferry.html", "--to", "first-brief")
    assert result.exit_code == 0
    assert result.output.startswith("briefs/first-brief/sources/harbour-news.txt\n")
    assert sources(BRIEF) == ["press-release", "harbour-news"]
    checked = run("check", "first-brief")
    assert checked.exit_code == 1
    assert checked.output.count(" error ") == 1
    assert "`kind` is empty" in checked.output


def test_the_same_file_twice_changes_nothing(page: Path, run: Run) -> None:
    """A second time says that the source is there."""
    run("import", "ferry.html", "--to", "first-brief")
    before = Path(BRIEF).read_bytes()
    result = run("import", "ferry.html", "--to", "first-brief")
    assert (result.exit_code, result.output) == (0, "ferry.html: is there already, as the source `harbour-news`\n")
    assert Path(BRIEF).read_bytes() == before


def test_what_can_be_imported_is(page: Path, run: Run) -> None:
    """Each file that cannot be is a line in words; the others are imported; the status says that something was wrong."""
    Path("bad.pdf").write_bytes(b"words")
    result = run("import", "bad.pdf", "gone.txt", "http://a.example/", "ferry.html", "--to", "first-brief")
    assert result.exit_code == 1
    assert "bad.pdf: is named `.pdf`, and holds plain text;" in result.output
    assert "gone.txt: No such file or directory; nothing was imported" in result.output
    assert "http://a.example/: leads to `http`, and only https is fetched;" in result.output
    assert len(sources(BRIEF)) == 2


def test_what_is_no_file_is_not_waited_for(page: Path, run: Run) -> None:
    """A pipe or the publication's own folder is refused at once, in words, and the files beside it are imported."""
    os.mkfifo(page.parent / "pipe")
    result = run("import", "pipe", ".", page.name, "--to", "first-brief")
    assert result.exit_code == 1
    assert "pipe: is no ordinary file" in result.stderr
    assert ".: is the folder of the publication" in result.stderr
    assert sources(BRIEF) == ["press-release", "harbour-news"]


def test_a_brief_without_a_source_that_can_be_read_is_not_drafted(publication: Path, run: Run) -> None:
    """A draft says that there is nothing to read, rather than that nothing was found in it."""
    assert run("draft", "first-brief").exit_code == 0
    Path("briefs/first-brief/sources/press-release.txt").unlink()
    result = run("draft", "first-brief")
    assert result.exit_code == 1
    assert "no source can be read; `briefs import FILE --to first-brief`" in result.output


def test_an_address_is_fetched_and_dated(publication: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source of an address has the address and the day on which it was fetched."""
    monkeypatch.setattr(named_files, "fetch", lambda url: Fetched("https://news.example/final", PAGE.encode()))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    assert run("import", "https://news.example/", "--to", "first-brief").exit_code == 0
    source = yaml.safe_load(Path(BRIEF).read_text("utf-8"))["sources"][-1]
    assert (source["url"], str(source["retrieved"])) == ("https://news.example/final", "2026-03-01")


def test_an_unknown_brief_is_proposed(page: Path, run: Run) -> None:
    """Where there is no such brief, the command says how to make it with the files."""
    result = run("import", "ferry.html", "my file.txt", "--to", "second")
    assert result.exit_code == 2
    assert "briefs new second --from ferry.html 'my file.txt'" in result.output


def test_a_brief_is_made_of_sources(page: Path, run: Run) -> None:
    """A new brief begins with its sources, and its only errors ask for decisions: what it says, and what the source is."""
    result = run("new", "ferry", "--from", "ferry.html")
    assert result.exit_code == 0
    assert sources("briefs/ferry/brief.yml") == ["harbour-news"]
    checked = run("check", "ferry")
    assert checked.output.count(" error ") == 2
    assert "`summary` is empty" in checked.output
    assert "`kind` is empty" in checked.output


def test_a_brief_without_any_source_is_not_made(publication: Path, run: Run) -> None:
    """Where no file can be imported, there is no brief."""
    result = run("new", "ferry", "--from", "gone.txt")
    assert result.exit_code == 1
    assert not Path("briefs/ferry").exists()


def test_what_an_editor_saves_in_a_brief_that_is_not_made_stays(publication: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing could be imported, what somebody has written into the new brief meanwhile is not removed with it."""

    def failing(name: str, folder: Path, day: object) -> Imported:
        (folder / "brief.yml").write_text("title: Mine\n", encoding="utf-8")
        (folder / "article.md").write_text("Mine, too\n", encoding="utf-8")
        raise IngestError("cannot be read")

    monkeypatch.setattr(desk, "import_named", failing)
    Path("a.txt").write_text("a", encoding="utf-8")
    assert run("new", "ferry", "--from", "a.txt").exit_code == 1
    assert {path.name: path.read_text("utf-8") for path in Path("briefs/ferry").iterdir()} == {
        "brief.yml": "title: Mine\n", "article.md": "Mine, too\n",
    }  # fmt: skip


@pytest.mark.parametrize("words", [("--from",), ("ferry.html",)])
def test_files_and_from_belong_together(page: Path, run: Run, words: tuple[str, ...]) -> None:
    """Files without `--from`, and `--from` without files, are wrong usage."""
    result = run("new", "ferry", *words)
    assert result.exit_code == 2
    assert "--from" in result.output


def test_a_brief_that_is_there_is_not_made_anew(page: Path, run: Run) -> None:
    """`new --from` writes into no brief that is there already."""
    before = Path(BRIEF).read_bytes()
    assert run("new", "first-brief", "--from", "ferry.html").exit_code == 2
    assert Path(BRIEF).read_bytes() == before


def test_originals_are_not_published(page: Path, run: Run) -> None:
    """A built site holds no file of `sources/original/`, and no map of a source."""
    run("import", "ferry.html", "--to", "first-brief")
    assert Path("briefs/first-brief/sources/original/harbour-news.html").exists()
    run("build")
    assert Path("briefs/first-brief/sources/harbour-news.map.json").exists()
    assert not [path for path in Path("site").rglob("*") if "original" in path.parts or "towed" in path.name]
    assert not list(Path("site").rglob("*.map.json"))


def test_a_page_is_pasted(publication: Path, run: Run) -> None:
    """What comes on standard input is told by what it holds; a new brief can begin with it."""
    result = CliRunner().invoke(main, ["import", "-", "--to", "first-brief"], input=PAGE)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "briefs/first-brief/sources/harbour-news.txt")
    assert Path("briefs/first-brief/sources/original/harbour-news.html").read_text("utf-8") == PAGE
    assert CliRunner().invoke(main, ["new", "pasted", "--from", "-"], input="The ferry is late.\n").exit_code == 0
    assert Path("briefs/pasted/sources/original/the-ferry-is-late.txt").exists()
    assert "standard input: is empty;" in CliRunner().invoke(main, ["import", "-", "--to", "first-brief"], input="").stderr


def test_a_folder_is_imported(page: Path, run: Run) -> None:
    """All files of a folder and of its folders, but hidden ones and those that a browser keeps beside a saved page; others are told."""
    for name in ("in/a/one.txt", "in/b.txt", "in/.hidden.txt", "in/ferry_files/ad.txt", "in/ferry.html", "in/c.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(PAGE if name.endswith("html") else f"{Path(name).stem.title()} words.\n", encoding="utf-8")
    Path("in/c.png").write_bytes(b"\x89PNG")
    result = run("import", "in", "--to", "first-brief")
    assert result.exit_code == 1
    assert "in/c.png: cannot be read as a picture:" in result.stderr
    assert sources(BRIEF)[1:] == ["one-words", "b-words", "harbour-news"]


def test_original_and_text_are_shown_side_by_side(page: Path, run: Run) -> None:
    """The command writes one page outside of what is published, and names it; an unknown source is told."""
    run("import", "ferry.html", "--to", "first-brief")
    result = run("import", "--compare", "first-brief", "harbour-news")
    assert (result.exit_code, result.output) == (0, ".cache/compare/first-brief-harbour-news.html\n")
    assert "Kari Moe" in Path(result.output.strip()).read_text("utf-8")
    assert "has no source `other`; it has: press-release, harbour-news" in run("import", "--compare", "first-brief", "other").output
    assert run("import", "--to", "first-brief").exit_code == 2
