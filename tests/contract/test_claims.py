"""What the program says of itself is held by rules that nobody can switch off."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.text.codes import RULES

ROOT = Path(__file__).parents[2]

FOUND = ("B106", "B208", "B301", "B302")  # evidence is there, its file is there, its words stand in it
"""The rules that hold "the words were found in the source"."""

CLAIMS = {
    "templates/theme/partials/promise.html": (
        "Each fact and quote here names its source, and the words that it rests on were found there, word for word, when this site was "
        "built. How facts are worded is the desk’s own.",
        (*FOUND, "B201", "B307"),
    ),
    "README.md": (
        "every fact and every quote can be followed to the exact words of a named source, or to its name where the source itself may "
        "not be shown, and the build fails where those words do not stand in it",
        (*FOUND, "B201", "B304", "B305", "B307"),
    ),
    "templates/scaffold/publication/briefs/index.md.j2": (
        "Open the evidence under a fact or a quote, and you see the exact words of a named source.",
        (*FOUND, "B201"),
    ),
    "templates/scaffold/brief/brief.yml.j2": (
        "the exact words that carry it; the build fails where they do not stand in the source",
        FOUND,
    ),
}
"""What readers and editors are told is always so: the sentence by the file that says it, and the rules that hold it."""

TELLING = ("every fact", "each fact", "exact words of a named source", "the build fails")
"""Words that promise something; where they stand, `CLAIMS` has the sentence."""


def told(path: str) -> str:
    """A file on one line."""
    return " ".join((ROOT / path).read_text(encoding="utf-8").split())


@pytest.mark.parametrize("path", CLAIMS)
def test_what_is_claimed_is_held(path: str) -> None:
    """A claim stands where the table says, and each rule that holds it is an error that no setting lowers."""
    sentence, rules = CLAIMS[path]
    assert sentence in told(path)
    assert [code for code in rules if RULES[code].severity != "error" or not (RULES[code].fixed or RULES[code].kept)] == []


def test_nothing_else_is_claimed() -> None:
    """No template, and not the README, promises anything of all facts that the table does not have."""
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.suffix in (".j2", ".html")]
    for path in (*files, "README.md"):
        rest = told(path).replace(CLAIMS[path][0] if path in CLAIMS else "\0", "").lower()
        assert [words for words in TELLING if words in rest] == [], path
