"""Sentences end where a reader would end them, and a place lies in the sentence that a reader would give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.prose import sentences as splitting
from generator.prose.sentences import rest_of_sentence, sentence_at, sentences
from tests.support import Case, cases

_CASES = list(cases(Path(__file__).parents[1] / "cases" / "prose" / "sentences.txt", 2))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_sentences_are_the_expected_ones(case: Case) -> None:
    """The sentences of a text, in the language that the case's title begins with."""
    text, expected = case.parts
    assert "\n".join(" ".join(text[start:end].split()) for start, end in sentences(text, case.title[:2])) == expected


WRAPPED = """A heading
It rained in the valley for three
days. “We saw it. Nobody else did,”
said Ann Lee."""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("heading", "A heading"),
        ("for three\ndays", "It rained in the valley for three\ndays."),
        ("saw it", "We saw it."),
        ("Nobody", "Nobody else did,"),
        ("Ann Lee", "“We saw it. Nobody else did,”\nsaid Ann Lee."),
        ("“We saw it. Nobody else did,”", "“We saw it. Nobody else did,”\nsaid Ann Lee."),
    ],
)
def test_a_place_lies_in_its_sentence(words: str, sentence: str) -> None:
    """Wrapped lines are one sentence, a heading is its own, and within a quotation of several sentences the quoted one counts."""
    start = WRAPPED.index(words)
    assert WRAPPED[slice(*sentence_at(WRAPPED, start, start + len(words), (0, len(WRAPPED))))] == sentence


def test_the_rest_of_a_sentence_ends_with_it() -> None:
    """What follows a place goes up to the end of its sentence, past a title; nothing follows the last word."""
    body = "The bridge is closed, Ms. Lee said. Why, she did not say."
    within = (0, len(body))
    assert rest_of_sentence(body, body.index(","), within) == ", Ms. Lee said."
    assert rest_of_sentence(body, body.index(" Why"), within) == ""


def test_a_text_without_an_end_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a text goes on without an end, what is looked at in one go stays short, and nothing is lost."""
    lengths: list[int] = []
    segment = splitting.segment

    def counted(tag: str, text: str) -> list[str]:
        lengths.append(len(text))
        return list(segment(tag, text))

    monkeypatch.setattr(splitting, "segment", counted)
    text = "“It goes on. " * 10_000
    assert "".join(text[start:end] for start, end in sentences(text)).split() == text.split()
    assert max(lengths) <= 8000
    assert sum(lengths) <= 3 * len(text)
