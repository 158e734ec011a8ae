"""`briefs draft --format json`: bare files in, one JSON out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.desk import draft
from generator.drafting.engine import DEFAULT_MODEL, load_parser
from tests.cli.conftest import Run

TEXT = "\ufeff“We came late,” said Ann Lee on 3 May 2024.\r\n\r\nThe club said that 30 boats had sunk. It is not clear why.\r\n"
SPAN = {"start", "end", "text"}
KEYS = {
    "segments": {"start", "end", "first_line", "last_line", "kind", "why"},
    "quotes": SPAN | {"speaker", "cue", "score"},
    "statements": SPAN | {"speaker", "cue", "score", "content"},
    "actors": {"id", "name", "kind", "aliases", "role", "mentions"},
    "dates": SPAN | {"iso"},
    "figures": SPAN | {"value", "unit", "qualifier"},
    "questions": SPAN | {"question"},
    "hedges": SPAN,
}


@pytest.fixture
def text(here: Path) -> Path:
    """A text with a byte order mark and Windows line ends."""
    path = here / "text.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_the_record_of_a_file(run: Run, text: Path) -> None:
    """A file gives every list with its keys, and offsets into the decoded file; no publication is needed."""
    result = run("draft", "--format", "json", text.name)
    assert result.exit_code == 0
    (record,) = json.loads(result.stdout)["files"]
    assert record["path"] == "text.txt"
    assert set(record) == {"path", *KEYS}
    for name, keys in KEYS.items():
        for item in record[name]:
            assert set(item) == keys
            assert "text" not in keys or TEXT[item["start"] : item["end"]] == item["text"]
    (quote,) = record["quotes"]
    assert quote["text"] == "“We came late,”"
    assert quote["cue"] == {"start": 17, "end": 21, "text": "said"}
    assert quote["speaker"] == {"start": 22, "end": 29, "text": "Ann Lee", "actor": "ann-lee"}
    (statement,) = record["statements"]
    assert TEXT[slice(*statement["content"])] == "that 30 boats had sunk."


def test_a_broken_file_does_not_stop_the_others(run: Run, text: Path, here: Path) -> None:
    """What cannot be read is named with the reason, the other files are drafted, and the status is 1."""
    (here / "latin.txt").write_bytes(b"caf\xe9")
    (here / "nul.txt").write_bytes(b"a\0b")
    with (here / "long.txt").open("wb") as file:
        file.truncate(draft.MAX_BYTES + 1)
    result = run("draft", "--format", "json", "latin.txt", "nul.txt", "long.txt", "gone.txt", ".", text.name)
    assert result.exit_code == 1
    assert [record["path"] for record in json.loads(result.stdout)["files"]] == ["text.txt"]
    for name, reason in (
        ("latin.txt", "not UTF-8"),
        ("nul.txt", "NUL"),
        ("long.txt", "5 MB"),
        ("gone.txt", "No such file"),
        (".", "directory"),
    ):
        assert any(line.startswith(f"Error: {name}: ") and reason in line for line in result.stderr.splitlines())


def test_without_the_extra_rules_draft(run: Run, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without spaCy the command says how to install it, and drafts what rules find."""
    load_parser.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    result = run("draft", "--format", "json", text.name)
    assert result.exit_code == 0
    assert "pip install 'explainer-briefs[draft]'" in result.stderr
    (record,) = json.loads(result.stdout)["files"]
    assert [quote["speaker"]["actor"] for quote in record["quotes"]] == ["ann-lee"]
    assert record["statements"] == []
    assert record["dates"]


def test_a_model_that_is_not_there(run: Run, text: Path) -> None:
    """A model named on the command line that cannot be loaded is an error, not a silent change of method."""
    result = run("draft", "--model", "xx_none", "--format", "json", text.name)
    assert result.exit_code == 1
    assert "xx_none" in result.stderr


def test_the_publication_names_its_model(run: Run, publication: Path) -> None:
    """`draft_model` in mkdocs.yml is the model that drafts are read with, and an option on the command line comes before it."""
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  - briefs:\n", "  - briefs:\n      draft_model: xx_none\n"), "utf-8")
    result = run("draft", "first-brief")
    assert result.exit_code == 1
    assert "xx_none" in result.stderr
    assert run("draft", "first-brief", "--model", DEFAULT_MODEL).exit_code == 0


def test_several_briefs_are_wrong_usage(run: Run) -> None:
    """Without a format there is one brief at a time."""
    assert run("draft", "one", "two").exit_code == 2
