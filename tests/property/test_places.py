"""Findings point at the offending words inside of a YAML scalar, however the scalar is written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.folder import span_at
from generator.text.places import Text
from generator.text.yamltree import compose
from tests.support.publication import HEAD, check

WORDS = st.lists(
    st.sampled_from(["rain", "it’s", "«où»", "a", "says “no”", "it's", '"so"', "naïve", "back\\slash", "🦆", "1:30"]), max_size=30
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@given(WORDS, WORDS, STYLES, st.booleans(), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_words_are_found_in_any_scalar(before: list[str], after: list[str], style: str | None, plain: bool, mark: bool, end: str) -> None:
    """Words that stand once in a value stand once in the narrowed span, from their first to their last character."""
    value = " ".join([*before, "4711", "wet “swallows”", *after])
    body = yaml.safe_dump({"k": [{"text": value}]}, default_style=style, allow_unicode=plain, width=30)
    text = Text("x", ("\ufeff" if mark else "") + body.replace("\n", end))
    tree, _ = compose(text)
    assert tree is not None
    span = span_at(tree, ("k", 0, "text"))
    found = span.narrow("4711 wet “swallows”")
    assert found.words.startswith("4711")
    assert found.words.endswith(("”", "\\u201D", "\\u201d"))
    assert found.words.count("wet") == 1
    assert span.start <= found.start < found.end <= span.end


@pytest.mark.parametrize(
    ("scalar", "place"),
    [
        ("About 90 birds came, 7 left.", "8:32"),
        ("'It''s said: 90 birds came, 7 left.'", "8:39"),
        ('"A \\"duck\\" \\u2013 90 birds came, 7 left."', "8:45"),
        (">-\n      About 90 birds came,\n      and 7 left.", "10:11"),
        ("|\n      About 90 birds came,\n      and 7 left.", "10:11"),
        ("🦆 About 90 birds came, 7 left.", "8:34"),
        ('"About 90\tbirds came, 7\tleft."', "8:33"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_finding_points_at_the_number(scalar: str, place: str, end: str, mark: str) -> None:
    """Line and column of a number that the evidence lacks are right in every kind of scalar, with CRLF and with a byte order mark."""
    brief = (
        f"{HEAD}sources: [{{id: s, file: s.txt, title: S, kind: report}}]\nactors: [{{id: a, name: A, kind: person}}]\nfacts:\n"
        f"  - {{id: x, text: y, status: unverified, evidence: [{{source: s, quote: birds came}}]}}\n"
        f"  - id: f\n    text: {scalar}\n    status: unverified\n    evidence: [{{source: s, quote: 90 birds came}}]\n"
    )
    outcome = check((mark + brief.replace("\n", end)).encode(), sources={"s.txt": "Hear: 90 birds came."})
    found = [finding for finding in outcome.findings if finding.code == "B310"]
    assert [f"{finding.span.line}:{finding.span.column}" for finding in found] == [place]
    assert found[0].span.words == "7"
