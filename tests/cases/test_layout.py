"""What a source's layout puts between its words, its paragraphs, and what stands in quotation marks, asked for piece by piece."""

from __future__ import annotations

import pytest

from generator.text.matching.markup import (
    _LOOK_BACK,
    BREAK,
    block_quotes,
    breaks_after,
    breaks_before,
    markup,
    unlaid,
    without_code_marks,
)
from generator.text.matching.source import Source
from generator.text.matching.structure import MAX_SIBLINGS, Quotations, in_other_habit, paragraphs, quotations


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a plain text", []),
        ("*a* and _b_", ["*", "*", "_", "_"]),
        ("**a** `b` [c](/d)", ["**", "**", "`", "`", "[", "](/d)"]),
        ("sol-\ndiers *a*", [f"-\n{BREAK}", "*", "*"]),
        ("sol-\ndiers `a`", [f"-\n{BREAK}", "`", "`"]),
        ("sol-\ndiers [a](/b)", [f"-\n{BREAK}", "[", "](/b)"]),
        ("> sol-\n> diers", ["> ", f"-\n> {BREAK}", "\n> "]),
        ("sol\u00ad\ndiers", ["\u00ad\n"]),
        ("sol\u2010\r\ndiers", [f"\u2010\r\n{BREAK}"]),
        ("sol-\ndiers \u2010 \u00ad", [f"-\n{BREAK}"]),
        ("*a\n\nb*", []),
        ("*a\nb*", ["*", "*"]),
        (">a\r>b\rc > d", [">", "\r>"]),
        ("a\n > b", ["\n > "]),
        ("a > b", []),
    ],
)
def test_what_is_no_word_is_found(body: str, found: list[str]) -> None:
    """Marks of every kind, in order and beside one another; a soft hyphen at a line's end is nothing, another hyphen may be the word's."""
    assert [body[start:end] + instead.strip() for start, end, instead in markup(body)] == found


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("", ""),
        ("plain", "plain"),
        ("*a* `b` [c](/d) e", "a b c e"),
        ("[*a*](/b)", "a"),
        ("> a\n> b", " a b"),
        ("ﬁne *oﬀ*", "fine off"),
        ("sol\u00ad\ndiers", "soldiers"),
        ("²", "²"),
        ("sol-\ndiers", None),
        ("*a* sol-\ndiers", None),
    ],
)
def test_words_without_their_layout(words: str, plain: str | None) -> None:
    """Marks go, ligatures are letters, and nothing else changes; where a hyphen may be the word's own there is no saying."""
    assert unlaid(words) == plain


def test_marks_of_code_go_from_words_and_nothing_else_does() -> None:
    """A mark that opens nothing stays, and so do the letters inside."""
    assert without_code_marks("run `XaX` and ``b`` 5` X") == "run XaX and b 5` X"


@pytest.mark.parametrize(
    ("body", "hyphen", "rest"),
    [
        ("sol-\ndiers", 3, 5),
        ("sol-  \r\n  diers", 3, 10),
        ("sol\u00ad\n> > diers", 3, 9),
        ("a-\nb", 1, 3),
        (f"a-{' ' * (_LOOK_BACK - 2)}\nb", 1, _LOOK_BACK + 1),
    ],
)
def test_where_the_end_of_a_line_breaks_a_word(body: str, hyphen: int, rest: int) -> None:
    """At its hyphen it ends, right behind white space and marks of quoting it goes on, and nowhere else."""
    places = range(len(body) + 1)
    assert [at for at in places if breaks_after(body, at)] == [hyphen]
    assert [at for at in places if breaks_before(body, at)] == [rest]


@pytest.mark.parametrize("body", ["", "-", "\n", "-\nb", "a- b", "a-b", "a\nb", "a -\nb", "a-\n", "a-\n\nb", "a\u2013\nb", "a-\n-b"])
def test_where_no_word_is_broken(body: str) -> None:
    """A hyphen without a letter on both sides and one line's end between breaks none."""
    assert not any(breaks_after(body, at) or breaks_before(body, at) for at in range(len(body) + 1))


def test_what_is_further_away_than_anybody_sets_it_is_not_looked_for() -> None:
    """The rest of a word is looked back from so many characters and no more."""
    assert not breaks_before(f"a-{' ' * (_LOOK_BACK - 1)}\nb", _LOOK_BACK + 2)


NESTED = Quotations.of([(30, 40), (0, 100), (10, 20), (12, 15)])


def test_the_pairs_are_in_order() -> None:
    """However they were found."""
    assert list(NESTED.pairs) == [(0, 100), (10, 20), (12, 15), (30, 40)]


@pytest.mark.parametrize(
    ("start", "end", "around"),
    [
        (0, 100, [(0, 100)]),
        (0, 101, []),
        (12, 15, [(12, 15), (10, 20), (0, 100)]),
        (12, 16, [(10, 20), (0, 100)]),
        (11, 13, [(10, 20), (0, 100)]),
        (13, 20, [(10, 20), (0, 100)]),
        (20, 21, [(0, 100)]),
        (35, 40, [(30, 40), (0, 100)]),
        (35, 41, [(0, 100)]),
        (100, 100, [(0, 100)]),
        (101, 101, []),
    ],
)
def test_what_stands_around_words(start: int, end: int, around: list[tuple[int, int]]) -> None:
    """The pairs that hold the whole of a stretch, the innermost first; one that ends with it holds it."""
    assert NESTED.around(start, end) == around
    assert NESTED.enclose(start, end) is bool(around)


def test_a_pair_before_all_words_holds_none() -> None:
    """What begins before the first pair is in none, and neither is anything where there are no pairs."""
    later = Quotations.of([(5, 9), (20, 30)])
    assert [later.enclose(*words) for words in ((0, 3), (4, 9), (5, 9), (6, 8), (5, 10), (20, 30))] == [
        False,
        False,
        True,
        True,
        False,
        True,
    ]
    assert later.around(4, 9) == []
    assert not Quotations.of([]).enclose(0, 0)
    assert Quotations.of([]).around(0, 0) == []


def test_so_many_pairs_are_looked_through_for_those_around() -> None:
    """What holds a stretch is found behind so many pairs beside it, and behind one more it is not: a text of pairs stays linear."""
    beside = [(2 * at, 2 * at + 1) for at in range(1, MAX_SIBLINGS)]
    last = 2 * MAX_SIBLINGS
    assert Quotations.of([(0, 10_000), *beside]).around(last, last) == [(0, 10_000)]
    assert Quotations.of([(0, 10_000), *beside, (last, last + 1)]).around(last + 2, last + 2) == []


@pytest.mark.parametrize(("words", "other"), [("“a ‘b’ c”", "'a \"b\" c'"), ("'a' b", '"a" b'), ("no marks", "no marks"), ("it’s", "it’s")])
def test_marks_in_the_other_habit(words: str, other: str) -> None:
    """Single ones for double ones and double ones for single ones, from the first character on, and no apostrophe."""
    assert in_other_habit(words) == other


def test_the_paragraph_at_a_place() -> None:
    """Its own from its first character to the last one before the next; before the first one it is the first."""
    source = Source("\n\nOne.\n\nTwo.\n\nThree.", ((0, 20),))
    one, two, three = source.paragraphs
    assert [source.paragraph(at) for at in (0, one[0], one[1], two[0] - 1)] == [one] * 4
    assert [source.paragraph(at) for at in (two[0], two[1], three[0] - 1)] == [two] * 3
    assert source.paragraph(three[0]) == source.paragraph(1_000) == three


WIDE = f"{'a' * 49} {'b' * 50}"  # as wide as a column may be


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{WIDE}\nmore", [f"{WIDE}\nmore"]),
        (f"one\n\n{WIDE}\nmore", ["one", f"{WIDE}\nmore"]),
        (f"{WIDE}b\nmore\n\nthe\nlast", [f"{WIDE}b", "more", "the\nlast"]),
        (f"{'a' * 200}\nmore", [f"{'a' * 200}\nmore"]),
    ],
)
def test_what_is_one_paragraph(body: str, expected: list[str]) -> None:
    """Lines of a block that is wrapped at a column are one; of any other block each line is one, and the next block has its own."""
    assert [body[start:end] for start, end in paragraphs(body)] == expected


@pytest.mark.parametrize(
    ("body", "inside"),
    [
        ('"a "x', []),
        ('"a "', ["a "]),
        ("'it's a'", ["it's a"]),
        ("'a it's", []),
        ("”a ”b”", ["b"]),
        ("„a “b", ["a "]),
        ("'so I' say.'", ["so I' say."]),
        ("'a b' c\n\nd.'", ["a b"]),
        ("'a'.' b", ["a'."]),
        ("“a ‘b” c", ["a ‘b"]),
        ("‘a’ b.' c.’", ["a’ b.' c."]),
        ("‘a’ b.' c\n\nd.’", ["a"]),
    ],
)
def test_which_mark_closes(body: str, inside: list[str]) -> None:
    """A mark that may as well open, or an apostrophe, closes where nothing behind it in its paragraph is likelier to."""
    assert [body[start:end] for start, end in quotations(body, paragraphs(body))] == inside


def test_block_quotes() -> None:
    """From the first mark of one to the end of its last line; a mark within a line makes none."""
    body = "> a\n > b\n\nc > d\n> e"
    assert [body[start:end] for start, end in block_quotes(body)] == ["> a\n > b", "> e"]
    assert list(block_quotes("a plain text")) == []
    assert Source(body, ((0, len(body)),)).quotations.enclose(2, 3)
