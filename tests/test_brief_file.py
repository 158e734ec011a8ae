"""Items are added to a brief.yml, and nothing else of it changes."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.engine.brief_file import added, item
from generator.engine.brief_text import BriefFileError
from generator.text.places import Text

ITEM = item({"id": "new", "day": date(2024, 10, 24), "parts": [{"lines": "1-2"}], "empty": None}, {"day": "check", ("parts", 0): "why"})
LINES = "  - id: new\n    day: 2024-10-24 # check\n    parts:\n      - {lines: 1-2} # why\n    empty:\n"


def add(body: str) -> str:
    """A body with one source more."""
    return added(Text("brief.yml", body), "sources", [ITEM])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", "\nsources:\n"),
        ("title: x", "\n\nsources:\n"),
        ("sources:\n", ""),
        ("sources: # here\n", ""),
        ("sources:\n  - id: a  # first\n    # about a\n", ""),
        ("sources:\n  - id: a\n    note: |\n      words\n\n      and words\n", ""),
        ("sources:\n  - {id: a}\n", ""),
    ],
)
@pytest.mark.parametrize("rest", ["", "\n# what comes next\nfacts: []  # none\n"])
def test_items_go_to_the_end_of_the_list(before: str, after: str, rest: str) -> None:
    """New lines stand after the list's last item and its comments; every line of the editor's stays."""
    if after and rest:
        before, rest = before + ("" if before.endswith("\n") else "\n") + rest, ""
        after = "\nsources:\n"
    assert add(before + rest) == before + after + LINES + rest


def test_the_indent_of_the_list_is_kept() -> None:
    """Dashes stand where those of the list stand."""
    assert add("sources:\n- id: a\nfacts:\n") == "sources:\n- id: a\n" + LINES.replace("\n  ", "\n").removeprefix("  ") + "facts:\n"


def test_line_ends_and_the_mark_of_the_file_are_kept() -> None:
    """A file of Windows stays one."""
    before, after = "\ufeffsources:\r\n  - id: a\r\n", "facts:\r\n"
    assert add(before + after) == before + LINES.replace("\n", "\r\n") + after


@pytest.mark.parametrize(
    "before",
    [
        "sources: [{id: a}]\nx: 1\n",
        "sources: [{id: a},\n  {id: b,}, # last\n]\n",
        "sources: [] # none\nx: 1\n",
        "sources: ~ # none\nx: 1\n",
    ],
)
def test_a_list_in_brackets_is_added_to(before: str) -> None:
    """The new item stands in the brackets, or in lines where they were empty; comments outside stay."""
    old, new = yaml.safe_load(before), yaml.safe_load(add(before))
    assert new["sources"][:-1] == (old["sources"] or [])
    assert new["sources"][-1]["id"] == "new"
    assert before.count("#") <= add(before).count("#")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("sources: words\n", "line 1: `sources` is no list"),
        ("{title: x}", "it is written in braces"),
        ("title: [", "line 1"),
        ("- a list\n", "it holds no keys"),
        ("facts: &them [{id: a}]\nsources: *them\n", "line 2: `sources` repeats another list"),
        ("title: x\n...\n", "cannot be added to safely"),
    ],
)
def test_what_cannot_be_added_to_is_said(body: str, why: str) -> None:
    """A file that is no brief, or that no item can be added to without a doubt, is an error in words."""
    with pytest.raises(BriefFileError, match=why.replace("(", "\\(")):
        add(body)


@given(st.text(min_size=1))
def test_any_words_come_back(words: str) -> None:
    """What is written reads as what was meant, whatever YAML might take it for; or it is refused."""
    try:
        body = added(Text("brief.yml", "title: x\n"), "sources", [item({"title": words}, {"title": "check"})])
    except (BriefFileError, yaml.YAMLError):
        assume(False)
    assert yaml.safe_load(body)["sources"] == [{"title": words}]


@pytest.mark.parametrize("words", ["on", "1:30", "2024-10-24", "a: b", "a #b", "- a", "“x” ‘y’", "null", "", "é: \u2028 \x85", "|", "a\nb"])
def test_traps_are_quoted(words: str) -> None:
    """Words that YAML takes for something else are written as words."""
    body = added(Text("brief.yml", ""), "sources", [item({"title": words})])
    assert yaml.safe_load(body)["sources"] == [{"title": words}]


def test_a_comment_stays_one() -> None:
    """A comment with line ends in it is one line."""
    assert "# a b: c\n" in added(Text("brief.yml", ""), "sources", [item({"id": "a"}, {"id": "a\nb: c\x00"})])
