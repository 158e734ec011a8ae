"""A bound in a fact claims no more than the bound in its evidence."""

from __future__ import annotations

import pytest

from tests.support import HEAD, check

NO_MORE = ("about", "at least", "at most", "more than", "less than")
EQUAL = {  # what the evidence may say of a number that the fact gives with a bound
    "": ("",),
    "about": ("", "about"),
    "at least": ("at least", "more than"),
    "at most": ("at most", "less than"),
    "more than": ("more than",),
    "less than": ("less than",),
}
ABOVE = {"": (), "about": ("", "about"), **dict.fromkeys(("at least", "more than"), ("", "at least", "more than"))}
BELOW = {"": (), "about": ("", "about"), **dict.fromkeys(("at most", "less than"), ("", "at most", "less than"))}


@pytest.mark.parametrize(
    ("stands", "carried"), [("1,500", EQUAL), ("1,523", ABOVE), ("1,477", BELOW)], ids=["the same", "a little more", "a little less"]
)
def test_a_bound_is_carried_by_its_own_and_by_narrower_ones(stands: str, carried: dict[str, tuple[str, ...]]) -> None:
    """Of all pairs of bounds those, and only those, pass in which what the evidence says implies what the fact says."""
    bounds = ("", *NO_MORE)
    pairs = [(fact, evidence) for fact in bounds for evidence in bounds]
    said = [f"{evidence} {stands} soldiers were sent" for _, evidence in pairs]
    facts = "".join(
        f'  - {{id: f{number}, text: "They say {fact} 1,500 soldiers left.", status: disputed, '
        f'evidence: [{{source: s{number}, quote: "{words.strip()}"}}]}}\n'
        for number, ((fact, _), words) in enumerate(zip(pairs, said, strict=True))
    )
    sources = "".join(f"  - {{id: s{number}, file: s{number}.txt, title: S, kind: report}}\n" for number in range(len(pairs)))
    outcome = check(f"{HEAD}sources:\n{sources}facts:\n{facts}", sources={f"s{n}.txt": f"Well, {words}." for n, words in enumerate(said)})
    refused = {str(finding.item) for finding in outcome.findings if finding.code == "B310"}
    passed = {pair for number, pair in enumerate(pairs) if f"fact:f{number}" not in refused}
    assert passed == {(fact, evidence) for fact, allowed in carried.items() for evidence in allowed}
