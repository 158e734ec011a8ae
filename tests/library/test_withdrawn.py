"""What rests on a source that was withdrawn is marked wherever it is shown."""

from __future__ import annotations

from tests.support.edition import Edition

BRIEF = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources:
  - {id: press, file: press.txt, title: A source, kind: report, withdrawn: {date: 2026-02-01, reason: The paper retracted it.}}
  - {id: survey, file: survey.txt, title: Another source, kind: report}
facts:
  - {id: holds, text: The dam holds., status: reported, evidence: [{source: press, quote: The dam holds}OTHER]}
timeline:
  - {date: 2026-01-01, fact: holds}
"""
MARK, DAY = "What this rests on has been withdrawn.", "Withdrawn on 1 February 2026: The paper retracted it."


def contents(other: str = "", language: str = "") -> dict[str, str]:
    """All that is published of the brief, whose fact cites more where `other` is given."""
    files = {
        "brief.yml": language + BRIEF.replace("OTHER", other),
        "sources/press.txt": "The dam holds.",
        "sources/survey.txt": "It holds.",
    }
    return Edition({"dam": files}).contents()


def test_items_of_a_withdrawn_source_are_marked_on_page_and_handout() -> None:
    """Fact and event say so on page and handout; the source says when and why there, on its own page and in the data."""
    found = contents()
    assert found["dam/index.html"].count(MARK) == 2
    assert found["dam/dam.pdf 0"].count(MARK) == 2
    for path in ("dam/index.html", "dam/sources/press/index.html", "dam/dam.pdf 0"):
        assert DAY in found[path].replace("\u00a0", " "), path
    for path in ("dam/brief.json", "dam/evidence.json"):
        assert "The paper retracted it." in found[path], path


def test_items_that_rest_on_something_else_are_not_marked() -> None:
    """A fact with evidence that stands bears no mark; its withdrawn source still says so."""
    found = contents(", {source: survey, quote: It holds}")
    assert MARK not in found["dam/index.html"] + found["dam/dam.pdf 0"]
    assert "The paper retracted it." in found["dam/index.html"]


def test_marks_are_said_in_german() -> None:
    """A German brief is marked in German."""
    page = contents(language="language: de\n")["dam/index.html"]
    assert "Worauf dies beruht, wurde zurückgezogen." in page
    assert "Zurückgezogen am" in page
