"""A whole text is drafted: every span is exact, nothing that is no report is quoted, and no text is too odd."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drafting import engine
from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft
from generator.drafting.engine import NoModelError, load_parser
from generator.drafting.records import record
from generator.drafting.segments import Segment
from tests.support.shared import shared_file

_MARKS = [
    "“",
    "”",
    "„",
    '"',
    "'",
    "’",
    "‘",
    "«",
    "»",
    "「",
    "」",
    " ",
    ", ",
    ". ",
    "? ",
    ": ",
    "\n",
    "\r\n",
    "\n\n",
    "\ufeff",
    "\u00a0",
    "(",
    ")",
]
_WORDS = [
    "Ann Lee",
    " said ",
    " he ",
    " told ",
    "the source",
    " according to ",
    " is said to be ",
    "“It is so,”",
    "No. 10",
    "a",
    "是",
    "\u2028",
    "🂡",
]
_PIECES = st.sampled_from([*_MARKS, *_WORDS])
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)
_REPORT = "“We came late,” said Ann Lee of the harbour club. “It was dark.”\n"


def assert_exact(body: str, draft: Draft) -> None:
    """Every span holds the text that it says, and every actor of a speaker is there."""
    actors = {actor.id for actor in draft.actors}
    assert len(actors) == len(draft.actors)
    for said in (*draft.quotes, *draft.statements):
        for part in (said, said.speaker, said.cue):
            if part is not None:
                assert part.text
                assert body[part.start : part.end] == part.text
        if said.speaker is not None and said.speaker.actor is not None:
            assert said.speaker.actor in actors
    for actor in draft.actors:
        assert actor.name
        assert all(0 <= start < end <= len(body) for start, end in actor.mentions)


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_no_text_is_too_odd(body: str) -> None:
    """Whatever its marks, a text is drafted with exact spans, with a model and without."""
    assert_exact(body, draft_text(body, load_parser()))
    assert_exact(body, draft_text(body, None))


def test_offsets_count_from_the_file_as_it_is() -> None:
    """A byte order mark, Windows line ends and no-break spaces move no offset."""
    body = f"\ufeffA headline\r\n\r\n“We came\u00a0late,” said Ann Lee.\r\n\r\n{_REPORT}"
    draft = draft_text(body, load_parser())
    assert_exact(body, draft)
    assert [one.text for one in draft.quotes] == ["“We came\u00a0late,”", "“We came late,”", "“It was dark.”"]


@pytest.mark.parametrize("kind", ["satire", "boilerplate", "synthetic", "interview"])
def test_nothing_is_quoted_from_what_is_no_report(kind: str) -> None:
    """Segments that an editor has decided on are kept, and of these kinds nothing is quoted and nobody is an actor."""
    segments = [Segment(0, len(_REPORT), 1, 1, kind, "")]
    draft = draft_text(_REPORT, load_parser(), segments=segments)
    assert draft.segments == tuple(segments)
    assert (draft.quotes, draft.statements, draft.actors) == ((), (), ())


def test_what_is_no_prose_is_passed_over() -> None:
    """A paragraph of thousands of quotations, of endless length or of an endless word is not read; the ones beside it are."""
    body = f"{'“a” ' * 5000}\n\n{_REPORT}\n{'said ' * 10_000}\n\nAnn Lee said that {'x' * 5000} was late.\n"
    draft = draft_text(body, load_parser())
    assert [one.text for one in draft.quotes] == ["“We came late,”", "“It was dark.”"]
    assert draft.statements == ()


def test_a_missing_model_says_how_to_install_it() -> None:
    """A model that is not there is an error in words, which names what to install."""
    with pytest.raises(NoModelError, match="pip install"):
        load_parser("xx_no_such_model")
    assert "draft" in engine.INSTALL


def test_the_seed_page_gives_its_eleven_quotations() -> None:
    """Of the page of three genres only the report is quoted: eleven quotations, each with its actor; the same again, byte for byte."""
    path = next(shared_file("seeds").glob("*.txt"))
    body = path.read_bytes().decode("utf-8")
    draft = draft_text(body, load_parser())
    assert_exact(body, draft)
    names = {actor.id: actor.name for actor in draft.actors}
    found = [(body.count("\n", 0, one.start) + 1, names[one.speaker.actor or ""]) for one in draft.quotes if one.speaker]
    source, council, adviser = "government source", "National Security Council", "Kim Tae-hyo"
    official = "senior official in President Yoon Suk-yeol’s office"
    expected = [(34, source), (39, source), (41, official), (43, "NATO"), (44, council), (44, council), (46, "Mark Rutte")]
    assert found == [*expected, (48, "South Korea"), (49, adviser), (49, adviser), (49, adviser)]
    assert len(draft.quotes) == len(found)
    first, second = (json.dumps(record("seed", one)) for one in (draft, draft_text(body, load_parser())))
    assert first == second
