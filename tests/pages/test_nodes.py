"""Texts as views have them: what was parsed is kept where it cannot be had again from the words alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.pages import nodes
from generator.pages.nodes import PartPlace, Proven, Rich
from generator.text.markdown import parse, parse_inline

PLACE = PartPlace("harbour")


def found(text: str) -> Iterator[Proven]:
    """The word `open` has its place."""
    at = text.find("open")
    yield from [Proven(at, at + 4, PLACE, "")] if at >= 0 else []


@pytest.mark.parametrize(
    "text", ["The lock is open", "It said “no” & left", "*Now*", "One\n\ntwo", "a ", "[a](fact:b)", "1. One", "“Shut”", ""]
)
def test_a_text_has_the_tokens_of_the_parser(text: str) -> None:
    """Whether they are kept or made when they are asked for, a text has the tokens that it has where all of it is parsed."""
    block, line = (make(text, "en", lambda _: PLACE, found) for make in (nodes.block, nodes.inline))
    assert block.tokens == nodes._led(parse(text), lambda _: PLACE, found)
    assert line.tokens == nodes._led(parse_inline(" ".join(text.split())), lambda _: PLACE, found)


def test_words_alone_keep_no_tokens() -> None:
    """A line of words, as most texts are, keeps nothing beside them; one with markup, or with words whose place is known, does."""

    def kept(text: str) -> list[bool]:
        made: list[Rich] = [make(text, "en", lambda _: PLACE, found) for make in (nodes.block, nodes.inline)]
        return [one.parsed is not None for one in made]

    assert (kept("The lock is shut."), kept("The *lock* is shut."), kept("The lock is open.")) == ([False] * 2, [True] * 2, [True] * 2)
