"""Guards are tried only where words stand without which they find nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.prose.languages import language
from generator.prose.shifts import EVERY, READ, compared, shifts
from generator.prose.shifts.calling import Guard, Guards, where
from generator.prose.shifts.pair import Pair, Shift

PAIRS = Path(__file__).parents[2] / "bench" / "facts"
HELD = frozenset(["scope", "superlative", "contrary"])


@where(ours=lambda _: {"all"}, theirs=lambda tongue: {"some"} if tongue.tag == "en" else set())
def _guard(pair: Pair) -> Iterator[Shift]:
    yield Shift("scope", pair.ours.text, pair.theirs.text)


@pytest.mark.parametrize(
    ("text", "evidence", "is_called"),
    [("All of the ships sank.", "Some of the ships sank.", True), ("The ships sank.", "Some of the ships sank.", False),
     ("All of the ships sank.", "The ships sank.", False), ("Some of the ships sank.", "All of the ships sank.", False)],
)  # fmt: skip
def test_called_by_words(text: str, evidence: str, is_called: bool) -> None:
    """A guard is tried where a text has a word that it names for texts, and its evidence one that it names for evidence."""
    pair = compared(text, evidence, "en")
    assert pair is not None
    assert (_guard in Guards(_guard).idle(pair)) is not is_called


@pytest.mark.parametrize("guard", [each for each in EVERY if isinstance(each, Guard)], ids=lambda guard: guard.find.__qualname__)
def test_words_of_guards(guard: Guard) -> None:
    """The words that a guard names are such as a text may have, in some language: otherwise it would never be tried."""
    for words in filter(None, (guard.ours, guard.theirs)):
        assert any(word.isalpha() and word == word.lower() for each in READ for word in words(language(each.tag)))


@pytest.mark.parametrize("tag", ["en", "de"])
def test_what_is_asked_for(tag: str) -> None:
    """A guard finds nothing but the kind that it tells, so that who asks for some kinds is told all of them that others are."""
    pairs = yaml.safe_load((PAIRS / f"own6.{tag}.yml").read_text(encoding="utf-8"))
    for text, evidence in [(pair[half], pair["evidence"]) for pair in pairs for half in ("faithful", "distorted")]:
        pair = compared(text, evidence, tag)
        assert pair is not None
        for guard in (each for each in EVERY if isinstance(each, Guard) and each.tells):
            assert {shift.kind for shift in guard(pair)} <= {guard.tells}
        held = [shift for shift in shifts(text, evidence, tag, HELD) if shift.kind in HELD]
        assert held == [shift for shift in shifts(text, evidence, tag) if shift.kind in HELD]
