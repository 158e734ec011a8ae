"""Digests of several parts."""

from __future__ import annotations

from itertools import combinations

from generator.engine.digest import digest_of


def test_different_lists_have_different_digests() -> None:
    """Neither where one part ends and the next begins, nor their order, nor an empty part is lost."""
    lists = (), ("",), ("", ""), ("ab",), ("a", "b"), ("b", "a"), ("ab", ""), ("", "ab"), ("a", "", "b"), (b"\xff",), ("ÿ",)
    for one, other in combinations(lists, 2):
        assert digest_of(*one) != digest_of(*other)
    assert digest_of("ÿ", "a") == digest_of("ÿ".encode(), b"a")
