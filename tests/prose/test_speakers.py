"""Who speaks is read from the build of a quotation's sentence."""

from __future__ import annotations

import pytest

from generator.prose.speakers import MASK, is_title, speaker, subject, told
from generator.text.matching.structure import quotations


def _told(body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    return body, tuple((start - 1, end + 1) for start, end in quotations(body, [(0, len(body))]))


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("“It is so,” said the mayor, Ann Lee.", ("the mayor", "Ann Lee")),
        ("“It is so,” Ann Lee, who runs the shop, said.", ("Ann Lee",)),
        ("In May, Lee told Moe that it was “all over now”.", ("Lee",)),
        ("Lee said the report had called it “a fine mess”.", ("the report had",)),
        ("It was called “a fine mess” by Lee.", ("Lee",)),
        ("TASS quoted Lee as saying: “It is so.”", ("Lee",)),
        ("“Is it so?” Lee asked.", ("Lee",)),
        ("It was read by Moe, who said: “It is so.”", ("Moe",)),
        ("Lee left. “It is so.”", ()),
        ("“It is so,” as Ann Lee, a farmer, puts it.", ("Ann Lee", "a farmer")),
        ("For Ann Lee, a farmer, it is clear: “It is so.”", ("Ann Lee", "a farmer", "it is clear")),
        ("Moe remembers his mother, Ann Lee, saying “it is so”.", ("his mother", "Ann Lee")),
        ("Joined by her deputy, Jo Moe, Ann Lee spoke of “a mess”.", ("Ann Lee",)),
        ("Ann Lee, with whom Moe agreed, said it was “so”.", ("Ann Lee",)),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_beside(body: str, pieces: tuple[str, ...]) -> None:
    """Of a quotation's sentence the words that name its speaker are left, wherever they stand, and no others."""
    read = told(*_told(body), "en")
    assert speaker(read, read.quoted[0]) == pieces


def test_quoted_words_say_nothing_of_their_sentence() -> None:
    """What somebody says in a quotation, full stops and names included, is masked, so that its sentence keeps its build."""
    body = "“I left. Moe said no,” Lee said. It rained."
    read = told(*_told(body), "en")
    assert read.text.replace(MASK, "") == " Lee said. It rained."
    assert len(read.text) == len(body)
    assert [body[start:end] for start, end in read.sentences] == [body[:-11], "It rained."]
    assert subject(read, read.sentences[1]) == ("It rained",)


def test_a_title_stands_behind_the_word_for_its_kind_and_nobody_speaks() -> None:
    """“The book “The End”” is a title; what somebody calls a book is none."""
    for body, is_one in (("Lee bought the book “The End of It”.", True), ("Lee called the book “The End of It”.", False)):
        read = told(*_told(body), "en")
        assert is_title(read, read.quoted[0], "The End of It") is is_one
