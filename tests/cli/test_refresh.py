"""`briefs refresh` looks at the pages of sources, and a second import of a page that has changed says what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.desk import named_files, refreshing
from generator.engine.limits import Limits
from generator.ingest import Fetched, IngestError
from tests.cli.conftest import Run
from tests.ingest.files import PAGE

BRIEF = Path("briefs/first-brief/brief.yml")
URL = "https://news.example/ferry"
Serve = Callable[..., None]


@pytest.fixture
def serve(publication: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serve pages by address; whatever has none answers with the status 404."""

    def call(**pages: str) -> None:
        def fetch(url: str) -> Fetched:
            if url not in found:
                raise IngestError("answers with the status 404; save the page in a browser, and import the file")
            return Fetched(url, found[url].encode())

        found = {URL.replace("ferry", name): page for name, page in pages.items()}
        monkeypatch.setattr(refreshing, "fetch", fetch)
        monkeypatch.setattr(named_files, "fetch", fetch)

    return call


@pytest.fixture
def imported(serve: Serve, run: Run) -> dict[str, bytes]:
    """A brief with a source that was fetched, and words cited of it; its files as they are."""
    serve(ferry=PAGE)
    run("import", URL, "--to", "first-brief")
    fact = "  - {id: late, text: It is late., evidence: [{source: harbour-news, quote: The ferry Alma is out of service until June}]}\n"
    told = BRIEF.read_text("utf-8").replace("\nfacts:\n", f"\nfacts:\n{fact}", 1)
    assert fact in told
    BRIEF.write_text(told, encoding="utf-8")
    return files()


def files() -> dict[str, bytes]:
    """All files of the brief."""
    return {path.as_posix(): path.read_bytes() for path in BRIEF.parent.rglob("*") if path.is_file()}


def with_other_furniture(page: str) -> str:
    """A page with another menu and foot, as news pages have each day."""
    menu = '<li><a href="/w">World</a></li>'
    assert menu in page
    return page.replace(menu, f'<li><a href="/w">Weather</a></li>{menu}<li><a href="/s">Sports</a></li>').replace("© 2024", "© 2025")


def test_a_page_that_says_the_same_is_fine(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """Other furniture around the same text is no change, and not written either; sources without an address are counted."""
    for page in (PAGE, with_other_furniture(PAGE)):
        serve(ferry=page)
        result = run("refresh", "first-brief", "--write")
        assert (result.exit_code, result.output) == (0, "1 page: 0 changed, 0 gone, 1 as they were; 1 source has no address\n")
    assert files() == imported


def test_words_that_are_left_in_furniture_only_are_gone(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """Nothing may cite a page's menu: what stands there alone does not stand any more."""
    words = "The ferry Alma is out of service until June"
    serve(ferry=PAGE.replace(words, "It is repaired").replace("</ul></nav>", f'<li><a href="/f">{words}</a></li></ul></nav>'))
    assert "cited words that still stand: 0 of 1" in run("refresh", "first-brief").output


def test_a_page_that_has_changed_is_told_word_by_word(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """The words that changed and the cited words that are gone are listed, and nothing is written."""
    serve(ferry=PAGE.replace("until June", "until July"))
    result = run("refresh", "--all")
    assert result.exit_code == 1
    assert "service until [-June.-]{+July.+}" in result.output.replace("] {", "]{")
    assert "cited words that still stand: 0 of 1\n  gone: fact:late: “The ferry Alma is out of service until June”" in result.output
    assert files() == imported


def test_a_page_that_takes_long_to_compare_is_left(
    imported: dict[str, bytes], serve: Serve, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two texts can be made so that their difference is never found: that is said in words, and nothing is written."""
    monkeypatch.setattr(refreshing, "LIMITS", Limits(0.001, 700))
    serve(ferry=PAGE.replace("until June", "until July"))
    result = run("refresh", "first-brief", "--write")
    assert result.exit_code == 1
    assert f"{URL} takes more than 0.001 seconds to be compared with its text" in result.output
    assert "takes more than 0.001 seconds to be compared with its text; import it" in run("import", URL, "--to", "first-brief").output
    assert files() == imported


def test_a_changed_page_is_written_when_that_is_told(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """Text, original and map follow the page, and brief.yml pins them; a second look then finds no change."""
    serve(ferry=PAGE.replace("until June", "until July"))
    assert run("refresh", "first-brief", "--write").exit_code == 1
    text = (BRIEF.parent / "sources/harbour-news.txt").read_bytes()
    assert b"until July" in text
    assert b"until July" in (BRIEF.parent / "sources/original/harbour-news.html").read_bytes()
    source = yaml.safe_load(BRIEF.read_text("utf-8"))["sources"][-1]
    assert source["sha256"] == hashlib.sha256(text).hexdigest()
    assert source["sha256"] in (BRIEF.parent / "sources/harbour-news.map.json").read_text("utf-8")
    assert run("refresh", "first-brief").exit_code == 0


@pytest.mark.parametrize("name", ["brief.yml", "sources/harbour-news.txt", "sources/harbour-news.map.json"])
def test_what_an_editor_saves_while_a_page_is_fetched_stays(
    imported: dict[str, bytes], serve: Serve, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The page is put in the place of what was read, and of nothing else: then all files stay, and it is said which one has changed."""
    page, path = PAGE.replace("until June", "until July"), BRIEF.parent / name
    saved = path.read_bytes().replace(b"harbour-news", b"harbour-newt").replace(b"ferry Alma", b"Ferry Alma") + b"\n"

    def fetch(url: str) -> Fetched:
        path.write_bytes(saved)
        return Fetched(url, page.encode())

    monkeypatch.setattr(refreshing, "fetch", fetch)
    result = run("refresh", "first-brief", "--write")
    assert (result.exit_code, f"{name} has changed meanwhile" in result.output) == (1, True), result.output
    assert files() == {**imported, path.as_posix(): saved}


def test_the_kinds_of_lines_move_with_them(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """What an editor said of a line stays with its words; new furniture is marked, and a new line is of the kind of the one before it."""
    page = PAGE.replace("</article>", "<p>The town waits, and the operator said that it would wait, too.</p></article>")
    serve(ferry=page)
    assert run("refresh", "first-brief", "--write").exit_code == 1
    told = BRIEF.read_text("utf-8").replace("{lines: 13, kind: boilerplate}", '{lines: 11, kind: opinion, note: "hers: not news"}', 1)
    BRIEF.write_text(told, encoding="utf-8")
    new = "<p>So does the harbour office, which said on Friday that it was as sorry as everybody else.</p></article>"
    serve(ferry=with_other_furniture(page).replace("</article>", new))
    assert run("refresh", "first-brief", "--write").exit_code == 1
    lines = (BRIEF.parent / "sources/harbour-news.txt").read_text("utf-8").split("\n")
    source = yaml.safe_load(BRIEF.read_text("utf-8"))["sources"][-1]
    assert [(each["kind"], each.get("note")) for each in source["segments"]] == [
        ("boilerplate", None), ("opinion", "hers: not news"), ("boilerplate", None),
    ]  # fmt: skip
    first, last = (int(number) for number in source["segments"][1]["lines"].split("-"))
    assert [line[:16] for line in lines[first - 1 : last] if line] == ["The town waits, ", "So does the harb"]
    assert run("refresh", "first-brief").exit_code == 0


def test_a_page_that_is_gone_is_dead_unless_its_archived_copy_is_there(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """The archived copy is tried first; what stands around the text in it is no change."""
    serve()
    result = run("refresh", "first-brief")
    assert result.exit_code == 1
    assert f"{URL} answers with the status 404, nor has it an archived copy that can be had\n" in result.output
    assert "1 page: 0 changed, 1 gone, 0 as they were" in result.output
    archived = URL.replace("ferry", "archived")
    BRIEF.write_text(BRIEF.read_text("utf-8").replace("    url: ", f"    archive_url: {archived}\n    url: "), encoding="utf-8")
    serve(archived=PAGE.replace("<article>", "<article><p>This copy of the page was made by an archive of the web on Friday.</p>"))
    result = run("refresh", "first-brief")
    assert (result.exit_code, f"its archived copy {archived} can be had" in result.output) == (0, True)


@pytest.mark.parametrize("words", [(), ("first-brief", "--all")])
def test_it_is_said_which_briefs_are_meant(publication: Path, run: Run, words: tuple[str, ...]) -> None:
    """Nothing is fetched by accident."""
    assert run("refresh", *words).exit_code == 2


def test_a_second_import_of_a_changed_page_says_what_is_new(imported: dict[str, bytes], serve: Serve, run: Run) -> None:
    """Fetched again, or saved again: the difference is shown, and nothing is written."""
    changed = PAGE.replace("until June", "until July")
    serve(ferry=changed)
    Path("saved.html").write_text(changed, encoding="utf-8")
    for name in (URL, "saved.html"):
        result = run("import", name, "--to", "first-brief")
        assert result.exit_code == 0
        assert "is there already, as the source `harbour-news`" in result.output
        assert "{+July.+}" in result.output
        assert "cited words that still stand: 0 of 1" in result.output
    assert files() == imported
