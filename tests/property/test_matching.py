"""Words that a source has are found, and words that it has not are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.text.matching import Source, Tier, matches
from generator.text.matching.normal import fold, normalise
from generator.text.matching.structure import paragraphs, quotations
from generator.text.matching.words import splits_word
from tests.property.texts import anything, bodies


def whole(body: str) -> Source:
    """A source of one segment."""
    return Source(body, ((0, len(body)),))


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text, and the start and end of some whole words in it."""
    body = draw(bodies())
    edges = [at for at in range(len(body) + 1) if not splits_word(body, at) and body[at - 1 : at + 1] != "--"]
    start, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2)))
    words = body[start:end]
    assume(any(character.isalnum() for character in words))
    return body, start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


RESET = (
    lambda words: words.replace("’", "'"),
    lambda words: words.replace("'", "’"),
    lambda words: words.replace("“", '"').replace("”", '"'),
    lambda words: " ".join(words.split()),
    lambda words: unicodedata.normalize("NFC", words),
    lambda words: unicodedata.normalize("NFD", words),
    lambda words: words.replace("…", "..."),
    lambda words: words.replace("\u00ad", ""),
    lambda words: words.replace("—", "-").replace("--", "—"),
    lambda words: words.replace(" ", "\u00a0 "),
)


@given(slices())
def test_a_slice_of_whole_words_is_found_at_its_own_offsets(slice_: tuple[str, int, int]) -> None:
    """The exact words of a source are found exactly where they stand."""
    body, start, end = slice_
    found = [(match.start, match.end) for match in matches(whole(body), body[start:end]) if match.tier is Tier.EXACT]
    assert (start, end) in found


@given(slices(), st.lists(st.sampled_from(RESET), min_size=1, max_size=4))
def test_other_typography_is_found_as_such(slice_: tuple[str, int, int], changes: list[Callable[[str], str]]) -> None:
    """A slice that is set otherwise is found at the same place, in the tier `typographic` unless nothing changed."""
    body, start, end = slice_
    words = body[start:end]
    for change in changes:
        words = change(words)
    found = {(match.start, match.end): match.tier for match in matches(whole(body), words)}
    visible = [
        place for place in found if fold(body[place[0] : place[1]]) == fold(body[start:end]) and start <= place[0] and place[1] <= end
    ]
    assert visible
    assert found[visible[0]] is (Tier.EXACT if words.strip() == body[slice(*visible[0])] else Tier.TYPOGRAPHIC)


@given(slices(), st.data())
def test_an_altered_word_is_not_found(slice_: tuple[str, int, int], data: st.DataObject) -> None:
    """A slice with one word altered, added or left out is not found in any tier."""
    body, start, end = slice_
    words = body[start:end].split()
    at = data.draw(st.integers(0, len(words) - 1))
    altered = " ".join([*words[:at], *data.draw(st.sampled_from((["xyzzy"], ["xyzzy", words[at]]))), *words[at + 1 :]])
    assert not list(matches(whole(body), altered))


PLAIN = ("official", "files", "do", "not", "close", "1,500", "schools", "café", "Müller’s", "never", "flawed", "if", "they", "say", "so")


@st.composite
def sayings(draw: st.DrawFn) -> list[str]:
    """Words in a row, of which no two are one."""
    return draw(st.permutations(PLAIN))[: draw(st.integers(5, len(PLAIN)))]


def ligated(word: str) -> str:
    """A word as a printer's font has it."""
    return word.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")


LAID_OUT = (
    ligated,
    lambda word: f"*{word}*",
    lambda word: f"**{word}**",
    lambda word: f"_{word}_",
    lambda word: f"{word[:3]}-\n{word[3:]}" if word[3:].isalpha() and word[:3].isalpha() else word,
    lambda word: f"{word[:3]}\u00ad\r\n{word[3:]}" if word[3:].isalpha() and word[:3].isalpha() else word,
    lambda word: f"\n> {word}",
)
ELLIPSES = ("…", "...", ". . .", "[…]", "(…)", "(...)", "[. . .]")
ALTERED = (
    lambda word: "xyzzy",
    lambda word: f"{word} not",
    lambda word: f"un{word}",
    lambda word: word.replace("1", "7").replace("é", "e").replace("o", "\u043e").replace("i", "\u0456").replace("s", "\u0455")
    .replace("never", "ever"),
    lambda word: word[:-1] + chr(ord(word[-1]) + 1),
    lambda word: f"{word}-",
    lambda word: word[:2] + "—" + word[2:],
)  # fmt: skip


@given(sayings(), st.data())
def test_words_are_found_under_a_sources_layout(said: list[str], data: st.DataObject) -> None:
    """Words in emphasis, ligatures, block quotes or broken at a line’s end are found as they are, and none of them altered."""
    at = data.draw(st.integers(0, len(said) - 1))
    set_so = [*said[:at], data.draw(st.sampled_from(LAID_OUT))(said[at]), *said[at + 1 :]]
    body = whole(f"“{' '.join(set_so)}”")
    found = next(matches(body, " ".join(said)))
    assert found.tier in (Tier.EXACT, Tier.TYPOGRAPHIC)
    altered = data.draw(st.sampled_from(ALTERED))(said[at])
    assume(altered != said[at])
    assert not list(matches(body, " ".join([*said[:at], altered, *said[at + 1 :]])))


@given(sayings(), st.data())
def test_what_is_left_out_and_put_in_lets_no_other_word_pass(said: list[str], data: st.DataObject) -> None:
    """Around words that an ellipsis leaves out, or that brackets stand for, the others are the source's, each of them."""
    body = whole(f"“{' '.join(said)}.”")
    at = data.draw(st.integers(1, len(said) - 2))
    mark = data.draw(st.sampled_from((*ELLIPSES, "[xyzzy]")))
    cut = [*said[:at], mark, *said[at + 1 :]]
    found = next(matches(body, " ".join(cut)))
    assert [body.body[start:end] for start, end in found.pieces] == [" ".join(said[:at]), " ".join(said[at + 1 :])]
    assert [body.body[each.start : each.end].strip() for each in found.cuts] == [said[at]]
    other = data.draw(st.sampled_from([number for number in range(len(cut)) if number != at]))
    altered = data.draw(st.sampled_from(ALTERED))(cut[other])
    assume(altered != cut[other])
    assert not list(matches(body, " ".join([*cut[:other], altered, *cut[other + 1 :]])))


@given(anything)
def test_folding_maps_back_to_the_text(body: str) -> None:
    """Each folded character comes from a stretch of the text that folds to it, stretches follow in order, and `at` leads back."""
    normal = normalise(body)
    last = 0
    for offset in range(len(normal.text)):
        start, end = normal.start(offset), normal.end(offset + 1)
        assert last <= start < end <= len(body)
        assert normal.text[offset] in normalise(body[start:end]).text
        assert normal.at(start) <= offset
        last = start
    assert normal.at(len(body)) == len(normal.text)


@given(anything, anything)
def test_matching_takes_any_text(body: str, words: str) -> None:
    """Whatever the source and the words, matches lie in order inside of the source, and pairs of marks do, too."""
    for match in matches(whole(body), words):
        assert 0 <= match.start < match.end <= len(body)
        assert list(match.pieces) == sorted(match.pieces)
    for start, end in quotations(body, paragraphs(body)):
        assert 0 < start <= end < len(body)
