"""Findings are sorted and counted in one place."""

from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.text.finding import Finding, Findings, Severity
from generator.text.places import Text

TEXTS = (Text("a", "one two three"), Text("b", "one two three"))
FOUND = st.builds(
    lambda text, at, code: Finding(code, "words", text.span(at, at + 1)),
    st.sampled_from(TEXTS), st.integers(0, 12), st.sampled_from(["B301", "B303", "B206"]),
)  # fmt: skip


@given(st.lists(FOUND, max_size=12), st.randoms())
def test_the_order_does_not_depend_on_who_came_first(found: list[Finding], random: object) -> None:
    """By place, then code, each once; nothing is lost, and a process that is handed them has the same."""
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    findings = Findings(found)
    assert findings == Findings([*shuffled, *found]) == pickle.loads(pickle.dumps(findings))
    assert set(findings) == set(found)
    places = [(finding.span.path, finding.span.start, finding.code) for finding in findings]
    assert places == sorted(places)


def test_findings_are_counted_by_the_severity_that_they_have() -> None:
    """A publication's own severity counts, not the code's; warnings make a strict run fail only."""
    span = TEXTS[0].span(0, 1)
    error, warning, info = (Finding(code, "words", span) for code in ("B301", "B303", "B206"))
    findings = Findings([info, warning, error, replace(error, level=Severity.WARNING)])
    assert (findings.errors, findings.warnings, findings.of(Severity.INFO)) == (1, 2, (info,))
    assert [Findings(found).fail(strict=strict) for found in ([error], [warning], [info]) for strict in (False, True)] == [
        True, True, False, True, False, False,
    ]  # fmt: skip
