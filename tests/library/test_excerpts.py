"""What of a source's text readers get: values, before any page is made of them."""

from __future__ import annotations

from hashlib import sha256

import pytest

from generator.checks import Anchor
from generator.items import ItemRef, Source
from generator.library.excerpts import Excerpt, Paragraph, excerpt, public_source, stands_between
from generator.parsing.sources import SourceText, runs
from generator.text.matching import Tier
from generator.text.places import Text


def source(body: str, **keys: object) -> SourceText:
    """A source with a text."""
    record = Source.model_validate({"id": "s", "file": "s.txt", "title": "S", "kind": "report", **keys})
    text = Text("s.txt", body)
    return SourceText(record, text, "a digest", runs(record, text))


def anchor(text: SourceText, *words: str) -> Anchor:
    """Where these words stand, which follow each other."""
    starts = [text.text.body.index(piece) for piece in words]
    pieces = tuple((start, start + len(piece)) for start, piece in zip(starts, words, strict=True))
    (start, _), (_, end) = pieces[0], pieces[-1]
    return Anchor(ItemRef("fact", "f"), "s", "s.txt", start, end, 1, 1, Tier.EXACT, pieces, "report")


def cited(text: SourceText, *words: str) -> Excerpt:
    """What readers get of a passage of these words."""
    return excerpt(text, anchor(text, *words))


ALPHA, BRAVO, CHARLIE, DELTA = "Alpha stands.", "Bravo stands.", "Charlie stands.", "Delta stands."
BODY = f"{ALPHA}\n\n{BRAVO}\n\n{CHARLIE}\n\n{DELTA}\n"


def paragraphs(text: SourceText, *pieces: tuple[int, int]) -> tuple[Paragraph, ...]:
    """The paragraphs that are shown of a source of which these pieces are cited; it says itself what it is."""
    found = public_source(text, pieces)
    assert (found.source, found.digest) == (text.source, "a digest")
    return found.paragraphs


def test_the_paragraphs_that_are_cited_are_shown() -> None:
    """Each with where it begins, its line and its kind, and whether something before it, after the last one shown, was left out."""
    text = source(BODY)
    second, fourth = BODY.index(BRAVO), BODY.index(DELTA)
    shown = Paragraph(second, 3, BRAVO, "report", gap=True), Paragraph(fourth, 7, DELTA, "report", gap=True)
    assert paragraphs(text, (second, second + 5), (fourth + 6, fourth + 12)) == shown
    first = Paragraph(0, 1, ALPHA, "report", gap=False)
    assert paragraphs(text, (0, 5), (second, second + 5), (fourth, fourth + 5)) == (
        first, Paragraph(second, 3, BRAVO, "report", gap=False), shown[1],
    )  # fmt: skip


def test_what_only_touches_a_paragraph_is_none_of_it() -> None:
    """Offsets are half open: what ends where a paragraph begins, or begins where it ends, shows nothing of it."""
    second = BODY.index(BRAVO)
    assert paragraphs(source(BODY), (len(ALPHA), second)) == ()


@pytest.mark.parametrize(("publish", "shown"), [("full", 4), ("excerpt", 1), ("none", 0)])
def test_publish_says_how_much_is_shown(publish: str, shown: int) -> None:
    """All of it, what is cited, or nothing, which has no page."""
    text = source(BODY, publish=publish)
    found = paragraphs(text, (0, 5))
    assert (public_source(text, ()).has_page, public_source(text, ()).is_full) == (publish != "none", publish == "full")
    assert [paragraph.gap for paragraph in found] == [False] * shown


def test_a_paragraph_is_cut_where_a_segment_ends() -> None:
    """Lines of one block that are of several segments are shown apart, each with its kind, and a blank one not at all."""
    text = source("One.\nTwo.\nThree.\n", segments=[{"lines": "2", "kind": "satire"}], publish="full")
    assert [(shown.line, shown.text, shown.kind, shown.gap) for shown in paragraphs(text)] == [
        (1, "One.", "report", False), (2, "Two.", "satire", False), (3, "Three.", "report", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "segments"),
    [
        ("One.\nTwo.\n", [{"lines": "1-2", "kind": "satire"}, {"lines": "2", "kind": "boilerplate"}]),
        ("One.\n", [{"lines": "2", "kind": "satire"}]),
    ],
    ids=["one inside the other", "an empty line"],
)
def test_no_run_is_empty(body: str, segments: list[dict[str, str]]) -> None:
    """The runs of a text follow each other without a hole and have something in them, whatever its segments say."""
    found = source(body, segments=segments).runs
    assert [run.start for run in found] == [0, *(run.end for run in found[:-1])]
    assert found[-1].end == len(body)
    assert all(run.start < run.end for run in found)


def test_an_excerpt_has_the_words_and_their_digest() -> None:
    """Of each piece where it stands, the SHA-256 of its words and the words; all from the first to the last; a little on either side."""
    found = cited(source("So the old dam, they say,\nstill\nholds. For now."), "the old dam", "still\nholds")
    assert [(piece.start, piece.end, piece.digest, piece.words) for piece in found.pieces] == [
        (3, 14, sha256(b"the old dam").hexdigest(), "the old dam"), (26, 37, sha256(b"still\nholds").hexdigest(), "still\nholds"),
    ]  # fmt: skip
    assert found.words == ("the old dam", "still holds")
    assert (found.before, found.through, found.after) == ("So ", "the old dam, they say,\nstill\nholds", ". For now.")


def test_of_a_withheld_source_there_are_digests_only() -> None:
    """No words, and nothing around them."""
    found = cited(source("So the old dam holds.", publish="none"), "the old dam")
    assert [(piece.digest, piece.words) for piece in found.pieces] == [(sha256(b"the old dam").hexdigest(), None)]
    assert (found.words, found.before, found.after, found.through) == ((), "", "", "")


@pytest.mark.parametrize(
    ("body", "words", "around"),
    [
        ("It fell.\n\n7 stayed.", "7", ("", " stayed.")),
        ("It fell.  \n\nIt stayed.", "It fell.", ("", "")),
        ("It fell.\n\n  It stayed.", "It stayed.", ("", "")),
        (f"{'It fell. ' * 14}\nIt stayed.\nIt went.", "It stayed.", ("", "")),
        (f"{'It fell. ' * 14}\n  It stayed.\nIt went.", "It stayed.", ("", "")),
    ],
    ids=["one letter", "spaces after", "spaces before", "lines of their own", "spaces before a line"],
)
def test_what_stands_around_is_of_the_same_paragraph(body: str, words: str, around: tuple[str, str]) -> None:
    """Nothing of the one before or after it, and no spaces alone."""
    found = cited(source(body), words)
    assert (found.before, found.after) == around


@pytest.mark.parametrize(
    ("prefix", "suffix", "stands"),
    [
        ("Bravo", "", True), ("", "tall", True), ("Bravo", "tall", True), ("Alpha fell. Bravo", "", False),
        ("", "tall. Satire", False), ("Bravo", "tall. Satire", False), ("Alpha fell. Bravo", "tall", False),
    ],
)  # fmt: skip
def test_words_around_are_of_what_is_shown(prefix: str, suffix: str, stands: bool) -> None:
    """Words by which others are found stand in the same paragraph and segment, or lead out of it."""
    text = source("Alpha fell.\n\nBravo stands tall.\nSatire.\n", segments=[{"lines": "4", "kind": "satire"}])
    assert stands_between(text, anchor(text, "stands"), prefix, suffix) is stands
