"""What words in quotation marks are held to is part of a checked brief, so that pages can lead to it."""

from __future__ import annotations

from generator.items import ItemRef
from generator.text.reading import read
from tests.support import check

BRIEF = """\
title: A title
summary: 'She says “*We* will [stay](quote:stay)”, and “it &amp; they … go home”; the word is “yes”.'
sources:
  - {id: page, file: page.txt, title: A page, kind: report}
actors:
  - {id: ada, name: Ada Example, kind: person}
quotes:
  - {id: stay, text: We will stay, speaker: ada, source: page}
"""
SOURCE = "“We will stay,” said Ada Example, “but it & they will all go home.”"


def test_a_checked_brief_says_what_quoted_words_are_held_to() -> None:
    """Words of a quote have the quote, others the source and the places of their pieces; offsets are those of the text as it is read."""
    checked = check(BRIEF, sources={"page.txt": SOURCE}, article="Then &quot;they will all go home&quot; they said.").checked
    assert checked is not None
    quoted = {
        read(checked.brief.summary if found.location else checked.article or "").words[found.start : found.end]: found
        for found in checked.quoted
    }
    assert set(quoted) == {"We will stay", "it & they … go home", "they will all go home"}
    assert quoted["We will stay"].quote == ItemRef("quote", "stay")
    assert quoted["We will stay"].location == ("summary",)
    assert quoted["they will all go home"].location is None
    found = quoted["it & they … go home"]
    assert found.source == "page"
    assert found.match
    assert [SOURCE[start:end] for start, end in found.match.pieces] == ["it & they", "go home"]
