"""The map of a source says where each line came from, and what is not there."""

from __future__ import annotations

import hashlib
import json

from generator.ingest import Article, LeftOut, Origin, Paragraph
from generator.ingest.maps import as_json, left_out_words, to_look_at

ARTICLE = Article(
    (
        Paragraph("Ferry stopped", Origin(element="/html/body/h1")),
        LeftOut(Origin(part="a.xml", number=2), "12", "struck out", to_check=True),
        Paragraph("A well-known ship", Origin(page=2, box=(1, 2, 3, 4)), ("a hyphen was kept: “well-known”", "raised")),
        LeftOut(Origin(), "Home", "navigation"),
        Paragraph("A long-term toll", checks=("a hyphen was kept: “long-term”",)),
    )
)


def test_a_map_has_the_line_and_the_origin_of_each_paragraph() -> None:
    """Line numbers are those of the text; what says nothing is not written."""
    found = json.loads(as_json(ARTICLE, "sources/original/a.html"))
    assert found["paragraphs"][:2] == [
        {"line": 1, "from": {"element": "/html/body/h1"}},
        {"line": 3, "from": {"page": 2, "box": [1, 2, 3, 4]}, "checks": ["a hyphen was kept: “well-known”", "raised"]},
    ]
    assert found["left_out"] == [
        {"words": "12", "why": "struck out", "after_line": 1, "from": {"part": "a.xml", "number": 2}, "to_check": True},
        {"words": "Home", "why": "navigation", "after_line": 3},
    ]
    lines = ARTICLE.text.split("\n")
    assert [lines[each["line"] - 1] for each in found["paragraphs"]] == [paragraph.text for paragraph in ARTICLE.paragraphs]
    assert found["sha256"] == hashlib.sha256(ARTICLE.text.encode()).hexdigest()


def test_the_lines_of_a_text_file_keep_their_numbers() -> None:
    """Where empty lines are pieces, a map counts them too."""
    article = Article((Paragraph("a"), Paragraph(""), Paragraph(""), Paragraph("b")), between="\n")
    assert [each["line"] for each in json.loads(as_json(article, "a.txt"))["paragraphs"]] == [1, 4]


def test_what_to_look_at_is_said_once_for_each_sort() -> None:
    """Lines and examples of one sort stand together; what is surely no part of the text is counted apart."""
    assert to_look_at(ARTICLE) == [
        "line 1: left out, as it is struck out: “12”", "lines 3, 5: a hyphen was kept: “well-known”, “long-term”", "line 3: raised",
    ]  # fmt: skip
    assert left_out_words(ARTICLE) == "1 × navigation"
