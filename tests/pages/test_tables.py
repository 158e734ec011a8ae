"""The tables of facts, quotes and questions: what is in them, and that a spreadsheet takes no word of them for a formula."""

from __future__ import annotations

import csv

import pytest

from tests.pages.test_data_files import FILES
from tests.support.edition import Edition

HEAD = "summary: S.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"


def rows(content: str) -> list[dict[str, str]]:
    """The rows of a table by its columns."""
    return list(csv.DictReader(content.splitlines(keepends=True), strict=True))


def test_each_table_has_the_items_of_all_briefs() -> None:
    """A row says what an item says, in plain words, with its permalink, who says so, its sources, and their words unless withheld."""
    files = Edition(FILES).contents()
    (fact,), (quote,), (question,) = (rows(files[f"{name}.csv"]) for name in ("facts", "quotes", "questions"))
    assert fact == {
        "url": "https://gazette.example.org/a/#fact-closes", "brief": "a", "title": "The bridge", "language": "en", "id": "closes",
        "text": "The bridge closes in May.", "status": "claimed", "confidence": "low", "as_of": "2026-01-01", "by": "Ada Example",
        "via": "The Post; a friend", "note": "Perhaps.", "sources": "A report; A file", "source_urls": "https://example.org/post; ",
        "words": "It closes in May; ",
    }  # fmt: skip
    assert (quote["text"], quote["text_language"], quote["speaker_id"]) == ("The […] bridge is safe", "en-GB", "ada")
    assert (quote["words"], quote["translated"], quote["said"]) == ("The […] bridge is safe", "yes", "2026-01-01")
    assert (question["question"], question["status"], question["answered_by"]) == ("When?", "answered", "closes")
    assert all(content.endswith("\r\n") for path, content in files.items() if path.endswith(".csv"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\n+", "＝", "－"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """Whatever begins as a formula has an apostrophe before it, in every cell; quotation marks and semicolons end none."""
    words = f'{sign}1";=2,3'
    text = words.replace("\t", "\\t").replace("\n", "\\n").replace('"', '\\"')
    brief = f'title: "{text}"\n{HEAD}questions: [{{id: q, question: "{text}", why: "{text}", known: "{text}"}}]\n'
    (row,) = rows(Edition({"a": {"brief.yml": brief}}).contents()["questions.csv"])
    cells = [row[key] for key in ("title", "question", "why", "known")]
    assert cells == [f"'{words.strip()}"] * 4
