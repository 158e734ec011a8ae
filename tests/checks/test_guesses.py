"""Names that are not there get a guess at what was meant, however many there are: in time that does not grow with their product."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from generator.text.guesses import Guesses
from tests.support import HEAD, check

MANY = 1_000
MOST = 100_000  # comparisons, of the million that all with all would be


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One entry for each name that was compared with another."""
    found: list[None] = []
    look = SequenceMatcher.real_quick_ratio

    def noted(self: SequenceMatcher[str]) -> float:
        found.append(None)
        return look(self)

    monkeypatch.setattr(SequenceMatcher, "real_quick_ratio", noted)
    return found


DOCUMENTS = {
    "keys": ("B104", "".join(f"titel{number}: x\n" for number in range(MANY * 5)), ""),
    "codes": (
        "B104",
        "questions:\n- id: q\n  text: x\n  accept:\n" + "".join(f"    B{MANY + number}: x\n" for number in range(MANY)),
        "",
    ),
    "facts": (
        "B203",
        "sources: [{id: s, file: s.txt, title: S, kind: report}]\nfacts:\n"
        + "".join(f"- {{id: fact-{number}, text: x, status: reported, evidence: [{{source: s, quote: it}}]}}\n" for number in range(MANY)),
        "".join(f"[a](fact:fuct-{number})\n" for number in range(MANY)),
    ),
    "footnotes": ("B117", "", "".join(f"[^ab{number}]\n\n[^aa{number}]: c\n\n" for number in range(MANY))),
    "parts of the page": ("B334", "", "".join(f"[a](#yy{number})\n\n# yz{number}\n\n" for number in range(MANY))),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_many_names_that_are_not_there_are_not_all_guessed(kind: str, compared: list[None]) -> None:
    """Thousands of names that are not there are all told, some with a guess, but not all are compared with all that are there."""
    code, keys, article = DOCUMENTS[kind]
    found = [finding for finding in check(f"{HEAD}{keys}", article=article, sources={"s.txt": "it"}).findings if finding.code == code]
    assert len(found) >= MANY
    assert any("did you mean" in (finding.fix or "") for finding in found)
    assert len(compared) < MOST


def test_no_guess_is_made_at_a_very_long_name(compared: list[None]) -> None:
    """A name that is longer than anybody mistypes is compared with nothing; another one is, until a document has had its share."""
    guesses = Guesses()
    assert guesses.near("a" * 201, ["a" * 201]) == []
    assert not compared
    assert guesses.near("bridgw", ["bridge", "brook"]) == ["bridge"]
    while guesses.near("bridgw", ["bridge"] * 1000):
        assert len(compared) < MOST
