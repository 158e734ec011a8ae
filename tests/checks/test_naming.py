"""Whom a text may name is looked up by words, before anybody reads it."""

from __future__ import annotations

import pytest

from generator.checks.naming import Cast, is_named
from generator.items import Actor


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("山田花子", "東都市の山田花子市長は述べた。"),
        ("国連のスミス", "昨日、国連のスミス氏が来た"),
        ("สมชาย ใจดี", "นายกสมชาย ใจดีกล่าว"),
        ("Ann Lee", "When Ann Lee spoke"),
    ],
)
def test_who_is_named_is_among_those_that_may_be(name: str, text: str) -> None:
    """A name is found by its words among others, and in a script without spaces within them, wherever it stands."""
    named, stranger = Actor(id="named", name=name, kind="person"), Actor(id="stranger", name="Ottilie Zorn", kind="person")
    assert is_named(named, text)
    assert Cast([stranger, named]).near(text) == (named,)
