"""Whatever words stand in facts, quotes, sources and articles, every rule ends, soon, in findings or in none."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks import Policy
from generator.prose.coverage import coverage
from generator.prose.quantities import DateMention, Quantity, dates, quantities
from generator.prose.sentences import sentence_at, sentences
from tests.property.texts import anything
from tests.support import check

_PIECES = (
    "1,500", "1 500", "12k", "fifteen hundred", "half a", "and", "up to", "$", "%", "km", "22 October 2024", "October 8", "may",
    "May", "19:04", "Apollo 11", "27th", "2024-13-45", "22.10.0000", "9" * 40, "not", "no fewer than", "n’t", "said", "he said",
    "said to", "Kim", "Kim’s", "of", "but", "unless", "“", "”", "‘", ".", "…", "Dr.", "U.S.", "very likely", "high confidence",
    "[a](fact:a)", "## Analysis", "\n\n", "- ", "> ", "|",
)  # fmt: skip
talk = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map(" ".join) | anything
days = st.dates().map(date.isoformat)
LONG = 100_000


def _codes(words: str, fact: str, day: str) -> list[str]:
    """The codes of a brief that cites all of its source, under all rules."""
    source = {"id": "page", "file": "page.txt", "title": "A page", "kind": "official", "published": day}
    brief = {
        "title": "A title",
        "summary": fact,
        "sources": [source],
        "actors": [{"id": "kim", "name": "Kim Jong Un", "kind": "person", "role": fact}],
        "facts": [
            {"id": name, "text": fact, "status": status, "by": "kim", "evidence": [{"source": "page", "quote": words}]}
            for name, status in (("a", "confirmed"), ("b", "reported"))
        ],
        "quotes": [{"id": "a", "text": words, "speaker": "kim", "source": "page"}],
    }
    policy = Policy(date(2024, 10, 24))
    return [finding.code for finding in check(json.dumps(brief), sources={"page.txt": words}, article=fact, policy=policy).findings]


@given(talk, talk, days)
@example("yesterday", "1 January 0001", "0001-01-01")
@example("on Friday", "31 December 9999", "9999-12-31")
def test_no_words_raise(words: str, fact: str, day: str) -> None:
    """Any words as source and citation, as fact and article, published on any day, end in findings."""
    assert isinstance(_codes(words, fact, day), list)


@given(talk)
def test_what_is_read_lies_in_the_text(words: str) -> None:
    """Numbers and dates have the words of their own place, and a coverage is a percentage."""
    read: list[Quantity | DateMention] = [*quantities(words), *dates(words)]
    assert all(words[found.start : found.end] == found.text for found in read)
    covered = coverage(words)
    assert covered is None or 0 <= covered.percent <= 100


@given(talk | st.text(max_size=80), st.sampled_from(["en", "de", "fr", "ja", "ru", "xx", None]))
def test_sentences_leave_out_nothing_but_white_space(words: str, tag: str | None) -> None:
    """Whatever the text, its sentences stand in order, have words, and have nothing but white space between them."""
    found = sentences(words, tag)
    assert all(start < end and words[start:end] == words[start:end].strip() for start, end in found)
    edges = [0, *(edge for span in found for edge in span), len(words)]
    assert edges == sorted(edges)
    assert not "".join(words[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip()


@given(talk | st.text(max_size=80), st.data())
def test_a_place_lies_in_its_sentence(words: str, data: st.DataObject) -> None:
    """The sentence of a place holds it, but for white space at its ends."""
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    first, last = sentence_at(words, start, end, (0, len(words)))
    assert 0 <= first <= last <= len(words)
    assert not (words[start : max(start, first)] + words[max(start, last) : end]).strip()


@given(talk)
def test_a_fact_in_the_words_of_its_source_is_carried_by_it(words: str) -> None:
    """What a fact takes over word for word it neither changes nor loses."""
    assert not {"B310", "B311"} & set(_codes(words, words, "2024-10-24"))


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1,", "1.", "1 ", "1-", "1:", "1 1 111 ", "one ", "hundred ", "and ", "half a ", "May ", "1 May, ", "1, ", "10 and ",
        "$", " ", "\t", ".", ". ", "a.", "“", "”", "“a” ", "'", ",", "-", "not ", "no ", "up to ", "but ", "said ", "Kim ",
        "said Kim ", "Kim, a ", "he said ", "A", "a", "é", "[", "](fact:", "[a](fact:a) ", "likely ", "confidence ", "。", "…", "…”",
    ],
)  # fmt: skip
def test_no_repetition_is_slow(piece: str) -> None:
    """A hundred thousand characters of one kind are read in time that grows as they do: a rule that backtracks would never end here."""
    text = piece * (LONG // len(piece))
    assert isinstance(_codes(text, text[:2000], "2024-10-24"), list)
    assert isinstance([quantities(text), dates(text), coverage(text[: LONG // 10])], list)
