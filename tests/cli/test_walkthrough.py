"""The walk from a web page to a published brief, as the README tells it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/walkthrough/old-mill.html"


def codes(run: Run) -> set[str]:
    """What `briefs check flood-wall` finds."""
    return {finding["code"] for finding in json.loads(run("check", "flood-wall", "--format", "json").stdout)["findings"]}


def test_a_page_becomes_a_published_brief(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import, draft, decide, publish: nothing is left to find, and the site has the brief, its quotes and its handout."""
    assert run("init", "newsroom").exit_code == 0
    monkeypatch.chdir(here / "newsroom")
    assert run("new", "flood-wall", "--from", str(PAGE)).exit_code == 0
    drafted = run("draft", "flood-wall")
    assert drafted.exit_code == 0
    assert re.search(r"\d actors, \d quotes, \d facts, \d questions, \d events proposed", drafted.output)
    path = Path("briefs/flood-wall/brief.yml")
    brief = path.read_text(encoding="utf-8")
    assert codes(run) == {"B105", "B403"}

    for old, new in (
        ("summary:  #", "summary: The wall is a year late.  #"),
        ("kind: #", "kind: report #"),
        ("    kind: person\n", "    kind: person\n    existence: verified\n"),
        ("    draft: true\n", ""),
        ("status: draft", "status: published\npublished: 2026-02-09"),
    ):
        assert old in brief
        brief = brief.replace(old, new)
    path.write_text(brief, encoding="utf-8")
    assert codes(run) <= {"B206", "B207", "B504"}  # a source without an archived copy is worth a note
    assert run("draft", "flood-wall").output.endswith("nothing new to propose\n")

    assert run("build").exit_code == 0
    page = Path("site/flood-wall/index.html").read_text(encoding="utf-8")
    assert "We found a culvert that is on no map" in page
    assert "Is the culvert still connected to the river?" in page
    assert Path("site/flood-wall/flood-wall.pdf").read_bytes().startswith(b"%PDF-")


def test_what_an_editor_removes_stays_away(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proposal that was removed is not made again until somebody asks for it; the count says that it was left out."""
    assert run("init", "newsroom").exit_code == 0
    monkeypatch.chdir(here / "newsroom")
    assert run("new", "flood-wall", "--from", str(PAGE)).exit_code == 0
    assert run("draft", "flood-wall").exit_code == 0
    path = Path("briefs/flood-wall/brief.yml")
    drafted = path.read_text(encoding="utf-8")
    facts = drafted.index("\nfacts:\n")
    path.write_text(drafted[: facts + 1] + re.sub(r"\Afacts:\n(?:[ #].*\n|\n)*", "", drafted[facts + 1 :]), encoding="utf-8")
    again = run("draft", "flood-wall")
    assert "nothing new to propose" in again.output
    assert re.search(r"\d proposals were removed before and are not made again", again.output)
    assert re.search(r"\d facts", run("draft", "flood-wall", "--again").output)


def test_the_readme_tells_the_walk() -> None:
    """The commands of the walk and the page that it begins with stand in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in ("briefs new flood-wall --from ../docs/walkthrough/old-mill.html", "briefs draft flood-wall", "briefs check flood-wall"):
        assert words in readme
