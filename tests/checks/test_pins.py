"""A source is pinned by its text: what a version control or an editor makes of its line ends is no change."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest

from generator.desk.source_files import SourceFiles
from generator.text.pins import pin
from tests.support import HEAD, check

TEXT = "The weir is open.\nIt was built in 1904.\n"
FORMS = {
    "LF": TEXT.encode(),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "LF with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "CRLF with a mark": codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode(),
}
BRIEF = f"""{HEAD}sources: [{{id: s, file: sources/s.txt, sha256: PIN, title: T, kind: official}}]
facts: [{{id: built, text: It was built in 1904., status: reported, evidence: [{{source: s, quote: It was built in 1904}}]}}]
"""


def pinned(content: bytes, digest: str, *, brief: str = BRIEF) -> tuple[set[str], tuple[object, ...]]:
    """The codes that are found where a file is pinned by a digest, and where the passage stands in it."""
    outcome = check(brief.replace("PIN", digest), sources={"s.txt": content})
    anchors = outcome.checked.anchors.values() if outcome.checked else ()
    return {finding.code for finding in outcome.findings}, tuple(
        (anchor.start, anchor.end, anchor.line, anchor.column) for anchor in anchors
    )


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_every_clone_has_the_same_pin_and_the_same_places(content: bytes) -> None:
    """The pin of a text holds with any line ends, with and without a byte order mark; so do offsets, lines and columns."""
    found, places = pinned(content, pin(TEXT))
    assert "B307" not in found
    assert places == ((18, 38, 2, 1),)


@pytest.mark.parametrize("old", FORMS.values(), ids=FORMS)
def test_pins_of_bytes_hold(old: bytes) -> None:
    """A file that was pinned by its bytes is the same one, as it is and with the line ends that Git gave it since."""
    digest = hashlib.sha256(old).hexdigest()
    for content in FORMS.values():
        assert "B307" not in pinned(content, digest.upper())[0]


@pytest.mark.parametrize("digest", [pin(TEXT), hashlib.sha256(FORMS["CRLF"]).hexdigest()], ids=["text", "bytes"])
@pytest.mark.parametrize(
    "changed", [TEXT.replace("1904", "1905"), TEXT + "\n", TEXT.replace("\n", " "), TEXT.replace("The weir", "The  weir")]
)
def test_any_other_change_is_found(changed: str, digest: str) -> None:
    """A digit, a space, or a line more or less is another text."""
    assert "B307" in pinned(changed.encode(), digest)[0]


def test_a_brief_with_other_line_ends_is_read_alike() -> None:
    """Where Git has written all files of a brief with CRLF, the same is found as before."""
    crlf = BRIEF.replace("\n", "\r\n")
    assert pinned(FORMS["CRLF"], pin(TEXT), brief=crlf) == pinned(FORMS["LF"], pin(TEXT))


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_a_source_is_compared_by_its_text(content: bytes, tmp_path: Path) -> None:
    """What compares a source with its page or its original is given its text, in which a map of it holds."""
    (tmp_path / "s.txt").write_bytes(content)
    text = SourceFiles(tmp_path, {"id": "s", "file": "s.txt"}).text
    assert text == TEXT
    assert pin(text) == pin(content.decode())
