"""The item of a source says what is known, and marks what is not."""

from __future__ import annotations

import pytest

from generator.engine.brief_file import added
from generator.ingest import ingest
from generator.ingest.records import new_id, record
from generator.text.places import Text
from tests.ingest.files import PAGE, docx


def written(name: str, data: bytes) -> str:
    """The lines that a file adds to an empty brief."""
    article = ingest(name, data)
    return added(Text("brief.yml", ""), "sources", [record(article, "s", "sources/s.txt", "0" * 64, None)])


def test_what_a_page_says_of_itself_is_sure() -> None:
    """Only the address that a saved page claims, and its kind, are to be checked."""
    checks = [line.split(":")[0].strip() for line in written("a.html", PAGE.encode()).splitlines() if "# check" in line]
    assert checks == ["url", "kind"]


def test_the_kind_is_left_to_the_editor() -> None:
    """A report may be one: the kind is empty, and the comment proposes one and names the others."""
    assert "\n    kind: # check: report? (" in written("a.html", PAGE.encode())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"Press release\nThe ferry is late.\nThe town regrets it.", "official # check: labelled"),
        (b"Ann Lee: Is it late?\nBo Kim: It is.\nAnn Lee: Why?\nBo Kim: The sea.", "interview # check: 4 turns of named speakers"),
    ],
)
def test_a_kind_that_a_text_shows_is_proposed(text: bytes, kind: str) -> None:
    """What a label or turns give away is written, with the reason."""
    assert f"\n    kind: {kind}" in written("a.txt", text)


def test_a_page_of_several_kinds_is_a_report_with_segments() -> None:
    """Where a good part is a report, its lines stand in no segment, though an interview is longer; the kind is left to the editor."""
    report = "\n".join(f"Ferry {number} is late, the town said." for number in range(4))
    talk = "\n".join(f"Ann Lee: Is ferry {number} late?\nBo Kim: It is, as the sea is rough today." for number in range(4))
    lines = written("a.txt", f"{report}\nInterview with Bo Kim\n{talk}\n".encode()).splitlines()
    assert "      - {lines: 5-13, kind: interview} # headed “Interview with Bo Kim”; 8 turns of named speakers (Ann Lee, Bo Kim)" in lines
    assert any(line.startswith("    kind: # check: report? (") for line in lines)
    assert len([line for line in lines if "lines:" in line]) == 1


def test_segments_say_what_they_were_told_by() -> None:
    """Stretches of another kind are listed with their lines and a reason."""
    text = b"The ferry is late. The town said so.\nImage: Jens Moe\nIt was said to be repaired.\n"
    assert "    segments:\n      - {lines: 2, kind: boilerplate} # photo credit\n" in written("a.txt", text)


@pytest.mark.parametrize(
    ("first_line", "name"),
    [
        ("Straße gesperrt: „Wir warten“", "strasse-gesperrt-wir-warten"),
        ("O’Neill’s 3.5 m. wall", "oneill-3-5-m"),
        ("Пожар на складе", "pozhar-na-sklade"),
        ("…?", "source"),
        ("ferry" * 60, "ferry" * 10),
    ],
)
def test_ids_are_made_of_titles(first_line: str, name: str) -> None:
    """An id is made of letters that it may have, and is new."""
    article = ingest("a.txt", f"{first_line}\nWords.".encode())
    assert new_id(article, set()) == name
    assert new_id(article, {name, f"{name}-2"}) == f"{name}-3"


def test_an_id_begins_with_the_publisher() -> None:
    """Where a page names its publisher, its id does too."""
    assert new_id(ingest("a.html", PAGE.encode()), set()) == "harbour-news"


def test_what_an_editor_should_look_at_is_said_with_its_line() -> None:
    """What was left out or may be read wrongly stands as `# check` beside the file."""
    body = "<w:p><w:r><w:t>The toll is 14 euros.</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>12</w:t></w:r></w:p>"
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    assert "\n    file: sources/s.txt # check: line 1: left out, as it is struck out: “12”\n" in written(
        "a.docx", docx([], {"word/document.xml": document})
    )
