"""Words are found where they stand, in the best tier, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.text.matching import Cut, Match, Source, Tier, matches
from tests.support import Case, cases

_FILES = sorted((Path(__file__).parent / "matching").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 3)]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_words_are_found_in_their_tier_or_not_at_all(case: Case) -> None:
    """The places of some words in a source, with their tiers and the words that stand there, are the expected ones."""
    body, asked, expected = case.parts
    words, options = _asked(asked)
    source = Source(body, _runs(body, options.get("segments")))
    found = list(matches(source, words, options.get("prefix", ""), options.get("suffix", "")))
    shown = [f"{match.tier} | {' | '.join(body[start:end] for start, end in match.pieces)}" for match in found]
    assert "\n".join(shown or ["none"]) == expected
    for match in found:
        assert (match.start, match.end) == (match.pieces[0][0], match.pieces[-1][1])


def test_pieces_are_as_many_as_somebody_may_write() -> None:
    """A quote may leave out words in thirty-nine places; one with more is found nowhere, for looking takes time."""
    body = " ".join(f"word{number} or" for number in range(50))
    found = {pieces: len(list(matches(_whole(body), " … ".join(f"word{number}" for number in range(pieces))))) for pieces in (40, 41)}
    assert found == {40: 1, 41: 0}


@pytest.mark.parametrize(
    ("body", "prefix", "suffix", "is_there"),
    [
        ("He said: “The dam holds” and left.", "said: “", "", True),
        ("He said: “The dam holds” and left.", "", "” and", True),
        ("He said: “The dam holds” and left.", "said:", "and", True),
        ("He said: “The dam holds” and left.", "said: “", "” or", False),
        ("He said: “The dam holds” and left.", "wrote: “", "” and", False),
        ("*He* said it: The dam holds *so* far.", "*He* said it:", "", True),
        ("*He* said it: The dam holds *so* far.", "", "*so* far", True),
        ("So Malcolm says: The dam holds.", "Malcolm X", "", False),
        ("So Malcolm: The dam holds.", "Malcolm: X", "", False),
        ("The dam holds: so Malcolm.", "", "X: so", False),
    ],
)
def test_what_stands_beside_stands_right_beside(body: str, prefix: str, suffix: str, is_there: bool) -> None:
    """The words before and after are the source's, with or without the quotation marks between."""
    assert bool(list(matches(_whole(body), "The dam holds", prefix, suffix))) is is_there


@pytest.mark.parametrize(
    ("quote", "between", "is_there"),
    [
        ("the dam [it] holds", "one two three four", True),
        ("the dam [it] holds", "one two three four five", False),
        ("the dam [the town’s] holds", "1 2 3 4 5 6 7 8", True),
        ("the dam [the town’s] holds", "1 2 3 4 5 6 7 8 9", False),
        ("the dam [so it] holds", "1 2 3 4 5 6", True),
        ("the dam [so it] holds", "1 2 3 4 5 6 7", False),
        ("the dam [it] holds", "x" * 198, True),
        ("the dam [it] holds", "x" * 199, False),
        ("the dam … holds", "1 2 3 4 5 6 7 8 9. " * 50, True),
    ],
)
def test_brackets_stand_for_a_few_words(quote: str, between: str, is_there: bool) -> None:
    """Two, and two more for each word in the brackets, none of them endless; an ellipsis stands for any number of them."""
    for before in ("", "So it is. " * 50):
        assert bool(list(matches(_whole(f"{before}the dam {between} holds"), quote))) is is_there


@pytest.mark.parametrize(
    ("body", "quote", "is_there"),
    [
        ("They are building it.", "They are buil[t]", True),
        ("So an understanding is there.", "So an underst[ood]", False),
        ("1about it.", "1ab[ove] it", False),
        ("an about it.", "an ab[ove] it", False),
        ("about it.", "abo[ve] it", True),
    ],
)
def test_brackets_stand_for_a_short_end_of_a_word(body: str, quote: str, is_there: bool) -> None:
    """Four letters at most, after three that stay."""
    assert bool(list(matches(_whole(body), quote))) is is_there


def test_an_ellipsis_leads_to_the_next_paragraph_and_no_further() -> None:
    """However the paragraphs are divided, and however short the words before it are."""
    lines = _whole(f"It {'was ' * 30}a dam\n{'so ' * 40}they say\nand the end holds")
    assert bool(list(matches(lines, "a dam … they say")))
    assert not list(matches(lines, "a dam … the end"))
    blocks = _whole("First.\n\nI say so.\n\nThen it ends.\n\nAll of it.")
    assert bool(list(matches(blocks, "I … it ends")))
    assert not list(matches(blocks, "I … All of it"))


def test_places_come_in_order() -> None:
    """Each place once, by tier and then as they stand, however often the words are there."""
    found = list(matches(_whole("It holds; it holds; it  holds; it holds; it holds"), "it holds"))
    assert [(match.start, match.tier) for match in found] == [
        (10, Tier.EXACT), (31, Tier.EXACT), (41, Tier.EXACT), (20, Tier.TYPOGRAPHIC), (0, Tier.EDITED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "quote", "is_there"),
    [
        ("“They hold it,” she said.", "They hold it.", True),
        ("“They hold it,” she said.", "They hold it!", True),
        ("“They hold it,” she said.", "They hold it", True),
        ("“They hold it,” she said.", "They hold its", False),
        ("“They hold it,” she said.", "They hold i", False),
        ("“They hold it” she said.", "They hold it.", False),
        ("“They hold it, she said.”", "They hold it.", False),
        ("“They hold it,” she said. “Ever.”", "They hold it. … Ever", False),
        ("‘They hold it?’ she said.", "They hold it.", True),
    ],
)
def test_the_last_mark_before_a_closing_one_may_be_another(body: str, quote: str, is_there: bool) -> None:
    """A punctuation mark for a punctuation mark, at the end of the whole quote only, and no letter for one."""
    assert bool(list(matches(_whole(body), quote))) is is_there


def test_what_is_no_place_hides_none() -> None:
    """Words are looked for behind a place that begins or ends in the middle of a word."""
    assert [match.start for match in matches(_whole("She  held it; he  helds; he  held"), "he held")] == [25]


def test_places_may_overlap() -> None:
    """Words that begin within a place are a place of their own, where they are set otherwise, too."""
    assert [match.start for match in matches(_whole("so so so so"), "so\u00a0so")] == [0, 3, 6]
    assert [match.start for match in matches(_whole("日日日日"), "日\u200b日")] == [0, 1, 2]


def test_cuts_say_where_words_are_left_out_and_put_in() -> None:
    """Before the first piece, between pieces, where brackets stand for nothing, and after the last."""
    (found,) = matches(_whole("Now the old dam, they say, still holds water."), "[Yes,] the old dam […] still [it] holds […] [ever]")
    body = "Now the old dam, they say, still holds water."
    assert found == Match(
        4, 38, Tier.EDITED, ((4, 15), (27, 38)),
        (Cut(4, 4, False, "Yes,", False), Cut(15, 27, True, "", False), Cut(32, 33, False, "it", False), Cut(38, 38, True, "ever", False)),
    )  # fmt: skip
    assert body[4:15] == "the old dam"


@pytest.mark.parametrize("words", ["a\ue000\ue000b", "\ue000", "a\ue001b", "[\ue000]b", "[a][b]c", "[a]", "[…]", "a […]"])
def test_no_words_raise(words: str) -> None:
    """Signs that matching uses itself, and brackets with nothing around them, are words like others: found or not."""
    assert {match.tier.value for match in matches(_whole("an a b"), words)} <= {"edited", "elided"}


def _whole(body: str) -> Source:
    return Source(body, ((0, len(body)),))


def _asked(part: str) -> tuple[str, dict[str, str]]:
    """The words, and the lines `prefix: …`, `suffix: …` and `segments: …` after them."""
    words, *lines = part.split("\n")
    return words, dict(line.split(": ", 1) for line in lines)


def _runs(body: str, segments: str | None) -> tuple[tuple[int, int], ...]:
    """The runs of a body whose segments begin at the lines named (`segments: 1 3`); the whole where there are none."""
    lines = body.splitlines(keepends=True)
    firsts = [int(number) for number in segments.split()] if segments else [1]
    starts = [sum(map(len, lines[: first - 1])) for first in firsts]
    return tuple(zip(starts, [*starts[1:], len(body)], strict=True))
