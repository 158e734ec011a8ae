"""Where cited words are anchored, which anchors stay, and what is said where they do not."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from generator.checks import Policy
from generator.items.source import SourceKind
from generator.library.survey import Outcome
from generator.text.finding import Finding
from tests.support import HEAD, check

MARKED = ("report", "analysis", "opinion")  # in which words outside of quotation marks are the writer's own


def outcome(source: str, *, kind: str = "official", more: str = "", levels: dict[str, str] | None = None, **items: str) -> Outcome:
    """What becomes of a brief with one source; `items` are lists in YAML's flow style."""
    actors = "[{id: ada, name: Ada Example, kind: person, existence: verified}, {id: bea, name: Bea Example, kind: person}]"
    lists = "".join(f"{name}: {entries}\n" for name, entries in items.items())
    brief = f"{HEAD}sources: [{{id: s, file: s.txt, title: S, kind: {kind}{more}}}]\nactors: {actors}\n{lists}"
    return check(brief, sources={"s.txt": source}, policy=Policy(levels=levels or {}))


def quoted(words: str, **more: str) -> str:
    """A quote."""
    return json.dumps([{"id": "q", "text": words, "speaker": "ada", "source": "s", **more}])


def found(outcome: Outcome, *codes: str) -> list[Finding]:
    """Its findings of some codes."""
    return [finding for finding in outcome.findings if finding.code in codes]


def anchored(outcome: Outcome) -> list[tuple[str, int, str]]:
    """The anchors of an outcome: item, line and tier."""
    return [(str(anchor.item), anchor.line, anchor.tier.value) for anchor in outcome.anchors]


REFUSED = {
    "B304": ("“We saw it.”\n", {"kind": "satire"}, "quotes"),
    "B305": ("We saw it.\n", {"kind": "report"}, "quotes"),
    "B306": ("Bea Example: We saw it.\n", {"kind": "interview"}, "facts"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_refused_words_have_an_anchor_only_where_somebody_answers_for_them(code: str) -> None:
    """Words that may not be cited lose their anchor; where that is accepted they have it, and the brief is checked."""
    source, settings, key = REFUSED[code]
    item = {"id": "q", "source": "s", "text": "We saw it", "speaker": "ada"}
    if key == "facts":
        item = {"id": "q", "text": "A.", "status": "reported", "evidence": [{"source": "s", "quote": "We saw it"}]}  # type: ignore[dict-item]
    accepted = json.dumps([{**item, "accept": {code: "seen"}}])
    refused = outcome(source, **settings, **{key: json.dumps([item])})
    assert [finding.code for finding in refused.findings if finding.severity == "error"] == [code]
    assert (refused.checked, anchored(refused)) == (None, [])
    spared = outcome(source, **settings, **{key: accepted})
    assert spared.checked is not None
    assert anchored(spared) == [(f"{key[:-1]}:q", 1, "exact")]


def test_only_the_refused_words_lose_their_anchor() -> None:
    """Other passages of the same fact, and words with an error of another kind, keep theirs."""
    evidence = '[{source: s, quote: "made up"}, {source: s, quote: "We saw it"}, {source: s, quote: "it was big"}]'
    facts = f"[{{id: f, text: A., status: reported, evidence: {evidence}}}]"
    result = outcome(
        "made up\n\nWe saw it, but it was big.", more=", segments: [{lines: 1, kind: satire}]", levels={"B309": "error"}, facts=facts
    )
    assert [(finding.code, finding.severity.value) for finding in found(result, "B304", "B309")] == [("B304", "error"), ("B309", "error")]
    assert anchored(result) == [("fact:f", 3, "exact"), ("fact:f", 3, "exact")]


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_words_of_writers_are_no_quotes(kind: str) -> None:
    """Where a journalist writes, a quote lies inside of quotation marks; where somebody speaks or an office writes, it need not."""
    codes = {finding.code for finding in found(outcome("Ada Example: We saw it.", kind=kind, quotes=quoted("We saw it")), "B304", "B305")}
    assert codes == ({"B305"} if kind in MARKED else {"B304"} if kind in ("satire", "synthetic") else set())


def test_the_nearest_refusal_is_said() -> None:
    """Of two places where words may not be cited, the finding is about the one that an editor can do most about."""
    result = outcome("We saw it.\n\nWe saw it.", kind="report", more=", segments: [{lines: 1, kind: satire}]", quotes=quoted("We saw it"))
    (finding,) = found(result, "B304", "B305")
    assert (finding.code, finding.sentence) == (
        "B305",
        "these words stand in briefs/x/sources/s.txt:3:1 outside of quotation marks: they are the writer's own, no quote",
    )
    result = outcome(
        "it” and left\n\nHe said “We saw it” and left.",
        kind="report",
        more=", segments: [{lines: 1, kind: satire}]",
        quotes=quoted("it” and left"),
    )
    assert [finding.code for finding in found(result, "B304", "B305")] == ["B305"]
    facts = "[{id: f, text: A., status: reported, evidence: [{source: s, quote: We saw it}]}]"
    result = outcome("We saw it.\n\nBea Example: We saw it.", kind="interview", more=", segments: [{lines: 1, kind: satire}]", facts=facts)
    assert [finding.code for finding in found(result, "B304", "B306")] == ["B306"]


def test_of_like_refusals_the_first_is_said() -> None:
    """The finding names the first of several places of one kind, and says what to do."""
    (finding,) = found(outcome("A.\n\nWe saw it." + "\n" * 8 + "We saw it.", kind="satire", quotes=quoted("We saw it")), "B304")
    assert finding.sentence == "these words stand in a source of kind satire (briefs/x/sources/s.txt:3:1), which nothing may cite"
    assert finding.fix == "cite words of the reporting, or leave it out"


def test_words_that_leave_their_marks_are_told_from_words_outside() -> None:
    """A quote that begins inside of a pair runs out of it, be it at its first letter; one that begins before it stands outside."""
    source = "He said “We saw it, so did I” and left."
    said = {words: found(outcome(source, kind="report", quotes=quoted(words)), "B305") for words in (
        "We saw it, so did I” and left", "I” and left", "said “We saw it", "” and left", "We saw it",
    )}  # fmt: skip
    assert ["run out of" in finding.message for (finding,) in list(said.values())[:4]] == [True, True, False, False]
    assert said["We saw it"] == []


def test_an_unverified_voice_matters_in_interviews_and_for_what_is_stated() -> None:
    """Nobody needs to exist for a report that names them, nor for a quote; but for a fact and an event out of an interview."""
    source, evidence = "Bea Example: We saw it.", "evidence: [{source: s, quote: We saw it}]"
    fact, event = f"[{{id: f, text: A., status: reported, {evidence}}}]", f"[{{date: 2024, text: A., {evidence}}}]"
    for kind, items, expected in (
        ("interview", {"facts": fact}, 1),
        ("interview", {"timeline": event}, 1),
        ("interview", {"quotes": quoted("We saw it")}, 0),
        ("transcript", {"facts": fact}, 0),
        ("transcript", {"timeline": event}, 0),
    ):
        assert len(found(outcome(source, kind=kind, **items), "B306")) == expected


@pytest.mark.parametrize("marks", ["“”", "„“", "„”", '""', "«»", "»«", "‘’", "「」", "『』"])
def test_marks_around_a_quote_are_no_part_of_it(marks: str) -> None:
    """A quote with any pair of marks around it is said to have them, also where the words stand in the source; with one mark it is not."""
    inside = f"{marks[0]}made up{marks[1]}"
    (finding,) = found(outcome("We saw it.", quotes=quoted(inside)), "B301")
    assert (finding.sentence, finding.fix) == (
        "the quote has quotation marks around it, which its text leaves out",
        "remove the outer marks",
    )
    assert "marks" in found(outcome("We saw it.", quotes=quoted(f"{marks[0]}x{marks[1]}")), "B301")[0].sentence
    for words in (inside[:-1], marks):
        (finding,) = found(outcome("We saw it.", quotes=quoted(words)), "B301")
        assert "marks" not in finding.sentence


def test_a_passage_may_begin_and_end_with_marks() -> None:
    """Marks around a passage are the source's own: a passage that is not there is not said to have too many."""
    facts = "[{id: f, text: A., status: reported, evidence: [{source: s, quote: “made up”}]}]"
    (finding,) = found(outcome("We saw it.", facts=facts), "B302")
    assert finding.sentence == "the passage does not stand in briefs/x/sources/s.txt, and nothing like it does"
    assert finding.fix == "copy the exact words from the source, or name another source"


def telling_apart(source: str, **more: str) -> tuple[str, str | None]:
    """What is said of the repeated words `it`."""
    (finding,) = found(outcome(source, quotes=quoted("it", **more)), "B303")
    return finding.sentence, finding.fix


def test_repeated_words_are_told_apart_by_as_few_words_as_may_be() -> None:
    """The fix is the shortest prefix, else the shortest suffix, that only the first place has; else more words are asked for."""
    first = "these words stand more than once: in briefs/x/sources/s.txt:1:8 and in briefs/x/sources/s.txt:1:16; the first is taken"
    assert telling_apart("We saw it, saw it, saw it.") == (first, 'for the first, add the words right before it: prefix: "We saw"')
    assert telling_apart("We saw it, and A it.")[1] == 'for the first, add the words right before it: prefix: "saw"'
    assert telling_apart("A it x. A it y. B it x.", suffix="x")[1] == 'for the first, add the words right before it: prefix: "A"'
    assert telling_apart("it was. It was, it is, it does.")[1] == 'for the first, add the words right after it: suffix: "was."'
    assert telling_apart("it it it it")[1] == 'for the first, add the words right after it: suffix: "it it it"'
    assert telling_apart("We saw it, saw it, saw it.", suffix=",")[1] == 'for the first, add the words right before it: prefix: "We saw"'
    long = "x" * 100
    assert telling_apart(f"A {long} it\nB {long} it")[1] == f'for the first, add the words right before it: prefix: "A {long}"'
    assert telling_apart(f"it {long} A\nit {long} B")[1] == f'for the first, add the words right after it: suffix: "{long} A"'


def test_a_looser_match_elsewhere_needs_no_telling_apart() -> None:
    """A prefix is as short as may be among the places of the same exactness."""
    (finding,) = found(outcome("Then A it's. B it's. Or A it’s.", quotes=quoted("it's")), "B303")
    assert finding.fix == 'for the first, add the words right before it: prefix: "A"'


def test_words_far_away_tell_nothing_apart() -> None:
    """A prefix or suffix of more than 120 characters is not proposed."""
    long = "x" * 130
    assert telling_apart(f"A {long} it {long} it {long} Z")[1] == "cite more words, so that they stand only once"


def test_words_that_stand_nowhere_are_shown_with_what_stands_there() -> None:
    """The finding gives the nearest passage on one line, its place and the difference, and the fix is to write it."""
    (finding,) = found(outcome("First.\n\nThe council saw\nit all.", quotes=quoted("The council heard it all")), "B301")
    assert finding.message == (
        "the quote does not stand in briefs/x/sources/s.txt\n"
        "nearest, briefs/x/sources/s.txt:3:1: The council saw it all\n"
        "     difference: The council [-heard-] {+saw+} it all"
    )
    assert finding.fix == "write the source's words: The council saw it all"


@pytest.mark.parametrize("more", [{"prefix": "never"}, {"suffix": "never"}])
def test_words_in_another_place_than_said_are_there(more: dict[str, str]) -> None:
    """Words that stand in the source but not beside their prefix or suffix are said to stand there."""
    (finding,) = found(outcome("We saw it.", quotes=quoted("saw", **more)), "B301")
    assert finding.sentence == "the quote stands in briefs/x/sources/s.txt, but not between this prefix and suffix"
    assert finding.fix == "give the words right before and after it"


def test_a_prefix_does_not_make_words_stand_there() -> None:
    """Words that stand nowhere are said to stand nowhere, whatever is to stand beside them."""
    (finding,) = found(outcome("We saw it.", quotes=quoted("heard", prefix="We", suffix="it")), "B301")
    assert finding.sentence == "the quote does not stand in briefs/x/sources/s.txt, and nothing like it does"
