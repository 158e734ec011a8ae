"""What others have written steers no terminal and no CI, in any format of a report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import Result

from generator.text import visible

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\udc80-\udcff]")
OBEYED = re.compile(r"##\w*\[")  # by runners of GitHub and Azure, wherever in a line
NAME = "a\x1b]0;owned\x07\u202e##[error]\n::error::b\x9b31m.csv"
HOSTILE = "x\x1b[2J\u202e\x9b31m##[group]##vso[task.complete]"


@pytest.fixture
def hostile(publication: Path) -> Path:
    """A publication with a file and words that would act on a terminal."""
    (publication / "briefs" / NAME).write_bytes(b"")
    brief = publication / "briefs/first-brief/brief.yml"
    brief.write_text(brief.read_text(encoding="utf-8") + f"unknown: {json.dumps(HOSTILE)}\n# \u202e\n{HOSTILE[4:]}: x\n", encoding="utf-8")
    return publication


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_report_acts(hostile: Path, run: Callable[..., Result], form: str) -> None:
    """A report holds no escape sequence and no mark of direction, and no line of it is a command for GitHub that we did not write."""
    output = run("check", "--format", form).output
    assert "B209" in output
    assert ACTING.findall(output) == []
    assert OBEYED.findall(output) == []
    commands = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert all(form == "github" and re.match(r"::(error|warning|notice) file=briefs/", line) for line in commands)
    if form == "json":
        assert f"briefs/{NAME}" in {finding["path"] for finding in json.loads(output)["findings"]}
    if form == "sarif":
        places = [result["locations"][0]["physicalLocation"] for result in json.loads(output)["runs"][0]["results"]]
        assert f"briefs/{NAME}" in {unquote(place["artifactLocation"]["uri"]) for place in places}


@pytest.mark.parametrize(
    "words", [["due"], ["build"], ["draft", HOSTILE], ["import", NAME, "--to", "first-brief"], ["explain", HOSTILE], ["new", HOSTILE]]
)
def test_no_command_acts(hostile: Path, run: Callable[..., Result], words: list[str]) -> None:
    """Neither what a command says nor what it complains of, MkDocs's own log included, has more than words."""
    output = run(*words).output
    assert (ACTING.findall(output), OBEYED.findall(output)) == ([], [])


def test_what_files_offer_does_not_act(tmp_path: Path, run: Callable[..., Result]) -> None:
    """What is found in bare files is printed as JSON that says the same words, and does nothing."""
    said = f"We will {HOSTILE[4:]} close the bridge"
    (tmp_path / "a.txt").write_text(f"“{said},” said Anna Berg, the mayor, on 3 March 2026.\n", encoding="utf-8")
    result = run("draft", "--format", "json", str(tmp_path / "a.txt"))
    assert f"“{said},”" in {quote["text"] for file in json.loads(result.stdout)["files"] for quote in file["quotes"]}
    assert (ACTING.findall(result.output), OBEYED.findall(result.output)) == ([], [])


def test_columns_stay() -> None:
    """Each character that acts becomes one that is seen; others, right-to-left letters and emoji too, stay."""
    assert visible.words(HOSTILE + "\n") == "x␛[2J\ufffd\ufffd31m#♯[group]#♯vso[task.complete]␊"
    assert visible.words("שלום 👩‍🚒 naïve") == "שלום 👩‍🚒 naïve"
    assert visible.lines("a\n  ::error::b\n##[x]") == "a\n  | ::error::b\n#♯[x]"
