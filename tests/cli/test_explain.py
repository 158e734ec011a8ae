"""`briefs explain`: what it prints."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner

from generator.desk import explain
from generator.doors.cli import main
from generator.text.codes import RULES
from tests.cli.conftest import Run


def test_without_a_code_all_are_listed(run: Run) -> None:
    """Each code stands on a line of its own, with its severity and its sentence."""
    result = run("explain")
    assert result.exit_code == 0
    assert [line.split(maxsplit=2) for line in result.output.splitlines()] == [
        [code, rule.severity, rule.holds] for code, rule in RULES.items()
    ]


@pytest.mark.parametrize("code", RULES)
def test_a_page_as_plain_text(run: Run, code: str) -> None:
    """All words of a page are printed, without the marks of headings and fences, and examples are indented below their file's name."""
    result = run("explain", code)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == f"{code}: {RULES[code].holds}"
    assert not re.search(r"^(```|#)", result.output, re.MULTILINE)
    for block in explain.blocks(explain.page(code)):
        indented = [f"    {line}" if block.path and line else re.sub(r"^#+ ", "", line) for line in block.text.strip("\n").splitlines()]
        printed = "\n".join([f"{block.path}:", *indented] if block.path else indented)
        assert set(printed.splitlines()) <= set(lines)
        assert not block.path or printed in result.output


def test_it_says_how_severe_a_breach_is(run: Run) -> None:
    """Below the title stands the severity, and whether a publication may change it."""
    assert run("explain", "B301").output.splitlines()[2] == "Severity: error; no setting changes it."
    assert run("explain", "B309").output.splitlines()[2] == "Severity: warning; mkdocs.yml may set another."


def test_lower_case_will_do(run: Run) -> None:
    """A code is known in lower case, too."""
    assert run("explain", "b301").output == run("explain", "B301").output


def test_headings_are_bold_where_there_are_colours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Title and headings are bold on a terminal, nothing is when piped or under `NO_COLOR`."""
    shown = CliRunner().invoke(main, ["explain", "B301"], color=True).output
    assert [click.unstyle(line) for line in shown.splitlines() if line.startswith("\x1b[1m")] == [
        f"B301: {RULES['B301'].holds}",
        "Bad",
        "Good",
    ]
    assert "\x1b" not in run("explain", "B301").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(main, ["explain", "B301"], color=True).output


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("B3011", "did you mean `B301`?"),
        ("b3o1", "did you mean `B301`?"),
        ("301", "did you mean `B301`?"),
        ("B999", "`briefs explain` lists all codes"),
        ("verse", "`briefs explain` lists all codes"),
    ],
)
def test_an_unknown_code_is_wrong_usage(run: Run, word: str, said: str) -> None:
    """What is no code is wrong usage, and the code that was probably meant is named."""
    result = run("explain", word)
    assert result.exit_code == 2
    assert said in result.output
