"""Whatever stands in the files of a brief, it ends in a value or in findings, never in an exception; of bytes `test_readers` says so."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.library import Site
from generator.library.survey import Survey
from generator.pages import nodes
from generator.pages.writer import PageWriter
from generator.text.edtf import parse_edtf
from generator.text.finding import NO_FINDINGS
from generator.text.markdown import links, plain, too_deep
from generator.text.places import Text
from generator.text.yamltree import compose
from tests.property.texts import anything
from tests.support import HEAD, check, reported, shared_file

SOURCE = "sources: [{id: page, file: page.txt, title: A page, kind: report}]\n"
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in pairwise("abcdefgh"))
KEYS = (
    "title",
    "summary",
    "status",
    "facts",
    "sources",
    "quotes",
    "actors",
    "timeline",
    "accept",
    "lines",
    "as_of",
    "role",
    "handout",
    "x",
)


def outcome(brief: str | bytes, source: str | bytes = "", article: str | bytes = "") -> list[str]:
    """The codes of what is found and reported."""
    found = check(brief, sources={"page.txt": source}, article=article)
    reported(Survey((found,), NO_FINDINGS))
    return [finding.code for finding in found.findings]


trees = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | anything
    | st.sampled_from(("2024-10-24", "1-3", "page", "on")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | anything, inner, max_size=4),
    max_leaves=20,
)


@given(trees)
def test_any_tree_ends_in_findings(tree: object) -> None:
    """No values under any keys raise."""
    assert outcome(json.dumps(tree, ensure_ascii=False))
    outcome(json.dumps({"title": "A", "summary": "A", "facts": [tree], "quotes": [tree], "sources": [tree], "actors": tree}))


@given(anything)
def test_any_text_is_a_field(words: str) -> None:
    """Any text as title, quote and passage gives findings; as Markdown it gives HTML, and as a date a date or none."""
    written = json.dumps(words)
    outcome(f"title: {written}\nsummary: {written}\n{SOURCE}quotes: [{{id: a, text: {written}, speaker: b, source: page}}]\n", words, words)
    writer = PageWriter(Site("Site", "", "en"), "", "en")
    rich = [make(words, "en", lambda link: None) for make in (nodes.block, nodes.inline)]
    assert isinstance("".join(map(writer.prose, rich)) + plain(words), str)
    assert isinstance(list(links(words)), list)
    parsed = parse_edtf(words)
    assert parsed is None or parsed.first


@pytest.mark.parametrize(
    "brief",
    [
        BOMB,
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "facts: " + "[" * 100_000 + "]" * 100_000,
        "a: 1\n" * 250_000,
        "x" * 2_000_001,
        "&a [*a]",
        "%YAML 9.9\n---\na: b\n",
    ],
    ids=["alias bomb", "brackets", "braces", "dashes", "question marks", "closed brackets", "keys", "size", "cycle", "directive"],
)  # fmt: skip
def test_bombs_end_in_a_finding(brief: str) -> None:
    """What is too large, too deep or too often repeated is a finding."""
    assert set(outcome(brief)) & {"B102", "B103", "B111"}


def test_deep_markdown_is_a_finding() -> None:
    """Lists and block quotes nested beyond the limit are a finding; so is an article beyond the limits of size and of parts."""
    assert not too_deep("> " * 20 + "x")
    assert outcome(HEAD, article="> " * 50_000 + "x") == ["B113"]
    assert outcome(HEAD, article="x " * 600_000) == ["B111"]
    for part in ("a\n\n", "|a", "[a](b", "**a ", "`a"):
        assert outcome(HEAD, article=part * 50_001) == ["B111"]


def test_the_yaml_test_suite_is_read_or_refused() -> None:
    """Each case of the suite composes, or is a syntax error of one finding at least; as a brief it never raises."""
    refused = 0
    for line in shared_file("corpora/yaml/yaml-test-suite.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        node, findings = compose(Text("x", case["yaml"]))
        assert node is not None or findings, case["id"]
        refused += node is None and case["must_fail"]
        assert outcome(case["yaml"]), case["id"]
        outcome(HEAD + "key_points:\n" + "".join(f"  {row}\n" for row in case["yaml"].splitlines()))
    assert refused > 50


def test_naughty_strings_are_texts() -> None:
    """Each naughty string is a title, an article and a source that can be quoted, and raises nowhere."""
    for words in json.loads(shared_file("corpora/blns/blns.json").read_text("utf-8")):
        written = json.dumps(words)
        codes = outcome(
            f"title: {written}\nsummary: A.\n{SOURCE}quotes: [{{id: a, text: {written}, speaker: b, source: page}}]\n", words, words
        )
        assert "B301" not in codes or not any(character.isalnum() for character in words), words
