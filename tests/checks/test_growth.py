"""Checking an article takes time in proportion to its length, whatever it is made of."""

from __future__ import annotations

import gc
import html
import json
from collections.abc import Callable
from time import process_time

import pytest

from generator.checks import naming
from generator.checks.links import placed
from generator.items import Actor
from generator.text.embedding import embedding
from generator.text.headings import article_ids
from generator.text.markdown import links
from generator.text.places import Text
from tests.support import HEAD, check

SMALL = 500
HELD = f"""{HEAD}sources: [{{id: s, file: s.txt, title: S, kind: report}}]
facts: [{{id: held, text: It holds., status: reported, evidence: [{{source: s, quote: it holds}}]}}]
"""
LEAST = 0.02  # seconds, below which a ratio says nothing

SHAPES: dict[str, Callable[[int], str]] = {
    "links to one item": lambda n: "[a](fact:b) " * n,
    "links to a fact": lambda n: "[a](fact:held) " * n,
    "clauses that lead to a fact": lambda n: "[a](fact:held), and that " * n,
    "openings of footnotes": lambda n: f"[^a] {'[^a]: ' * n}",
    "links to the web": lambda n: "".join(f"[a](https://example.org/{number}) " for number in range(n)),
    "links without brackets": lambda n: "".join(f"<https://example.org/{number}> " for number in range(n)),
    "links with a title, in angle brackets": lambda n: "".join(f'[a](<https://example.org/{number}> "b") ' for number in range(n)),
    "links by reference": lambda n: "".join(f"[a][{number}]\n\n[{number}]: https://example.org/{number}\n\n" for number in range(n)),
    "addresses with escapes": lambda n: "".join(f"[a](https://example.org/{number}/ä\\_b&amp;c) " for number in range(n)),
    "images": lambda n: "".join(f"![a](media/{number}.png)\n" for number in range(n)),
    "opening brackets": lambda n: "[" * 4 * n,
    "openings of links": lambda n: "[a](" * n,
    "openings of angle brackets": lambda n: "[a](<b" * n,
    "asterisks": lambda n: "*a **b " * n,
    "backticks": lambda n: "".join(f"{'`' * length} " for length in range(1, int((2 * n) ** 0.5))),
    "empty lines of code": lambda n: f"```\n{chr(10) * 9 * n}```\n",
    "rows": lambda n: "|a|b|\n|-|-|\n" + "|e|f|\n" * n,
    "headings": lambda n: "# a\n\n" * n,
    "sentences": lambda n: "He said so. " * n,
    "stacked marks": lambda n: f"a{chr(0x301) * 10 * n}",
    "short quotations on one line": lambda n: "“a b c d e”, he said. " * n,
    "paragraphs of quotations": lambda n: "“a b c d e”, he said.\n\n" * n,
    "opening quotation marks": lambda n: "“" * 4 * n,
    "ellipses": lambda n: f"“{'… ' * n}”",
    "one long word": lambda n: "x" * 100 * n,
}

# What is said over and over, in a fact and in its evidence.
SAID = {
    "cuts at *and*": ("10 men and ", "10 men and "),
    "cuts at *while*": ("Jo Jones paid 5 while ", "Jo Jones paid 5 while "),
    "growth": ("Ann Lee rose by 3%, ", "Ann Lee rose by 3%, "),
    "bounds and years": ("at most 10 men in 2019, ", "at most 10 men in 2019, "),
    "days that were moved": ("the new date is 3 May, ", "moved from 5 June to 7 June, "),
    "days after days": ("three days after 3 May, ", "on Monday, 4 May, and two days before 7 May, "),
    "numbers that are not there": ("7 men and ", "10 men and "),
    "shares that are not there": ("at least 3% of all men, ", "half of 200 men in 5 days, "),
    "parts": ("a fifth, a third ", "10 of 20, a quarter "),
    "conditions": ("Ann Lee said she won. ", "Jo Jones may not win if Ann Lee says so. "),
    "denials": ("He never paid. ", "She paid; "),
}


def seconds(article: str, fact: str = "It holds.", words: str = "it holds") -> float:
    """The processor's time for an article, a fact and its evidence, without the garbage of other tests."""
    brief = HELD.replace("It holds.", fact).replace("it holds", json.dumps(words.strip()))
    gc.collect()
    gc.disable()
    try:
        begun = process_time()
        check(brief, sources={"s.txt": f"So {words}."}, article=f"{article}\n\nThis is read by no other test, so no cache has it.\n")
        return process_time() - begun
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_ten_times_the_time(shape: str) -> None:
    """An article of ten times the length takes no more than thirty times as long: what takes its square takes a hundred times."""
    small = max(LEAST, seconds(SHAPES[shape](SMALL)))
    assert seconds(SHAPES[shape](10 * SMALL)) < 30 * small


def test_ten_times_the_same_headings_take_ten_times_the_time() -> None:
    """Headings that say the same get an id each, in no more than thirty times as long where they are ten times as many."""

    def seconds_for(times: int) -> float:
        article = "# a\n\n" * times
        begun = process_time()
        assert article_ids(article)[-1] == f"a_{times - 1}"
        return process_time() - begun

    assert seconds_for(20 * SMALL) < 30 * max(LEAST, seconds_for(2 * SMALL))


@pytest.mark.parametrize("kind", SAID)
def test_ten_times_the_fact_takes_ten_times_the_time(kind: str) -> None:
    """A fact and its evidence of ten times the length are compared in no more than thirty times as long, whatever they say."""
    fact, words = SAID[kind]
    small = max(LEAST, seconds("", json.dumps(fact * (SMALL // 2)), words * (SMALL // 2)))
    assert seconds("", json.dumps(fact * 5 * SMALL), words * 5 * SMALL) < 30 * small


def test_ten_times_the_names_take_ten_times_the_time() -> None:
    """Somebody who is named ten times as often is found in no more than thirty times as long, and everywhere."""
    kim = Actor(id="kim", name="Kim Jong Un", kind="person")

    def seconds_for(times: int) -> float:
        begun = process_time()
        assert len([*naming.places(kim, "un and kim, Kim and " * times)]) == times
        return process_time() - begun

    assert seconds_for(20_000) < 30 * max(LEAST, seconds_for(2_000))


@pytest.mark.parametrize(
    ("article", "columns"),
    [
        ("It is [a](fact:x) and [“b”](fact:x).", [11, 29]),
        ("[a](<https://example.org/b c>) [ä](https://example.org/ä) [d](https://example.org/ä)", [6, 36, 63]),
        ("<https://example.org> [a](https://example.org)", [2, 27]),
        ("[a][b]\n\n[b]: https://example.org/c", [6]),
        ('[a](https://example.org/b(c)) [d](  https://example.org/e "f")', [5, 37]),
    ],
)
def test_links_are_found_where_they_stand(article: str, columns: list[int]) -> None:
    """Each of several links has the place of its own address, whatever stands before it and however it is written."""
    assert [place.column for _, place in placed(links(article), Text("article.md", article).span(0, len(article)))] == columns


SEEN = "He &#8220;was&#8221; **here**, [the](https://example.org/the) *end*: “we met the man”"


def places(reading: str, written: str, words: str) -> str:
    """Where the embedding of a reading has words stand, as they are written there."""
    at = reading.index(words)
    start, end = embedding(reading, written).around(at, at + len(words))
    return written[start:end]


@pytest.mark.parametrize("words", ["was", "“was”", "here", "end", "“we met the man”", "man”"])
def test_words_stand_between_their_first_and_last_places(words: str) -> None:
    """Whatever markup, addresses and entities lie between, what is searched for words of a reading holds them as they are written."""
    reading = "He “was” here, the end: “we met the man”"
    assert words in html.unescape(places(reading, SEEN, words))


def test_each_of_many_quotations_has_its_own_place() -> None:
    """Quotations that nobody said are found where they stand on their line, and in their line, in article.md and in brief.yml."""
    article = "“We all like it” and *“We all like* it” and “We all like it”.\n“We all like it”.\n\n| a |\n|-|\n| “We all like it” |\n"
    outcome = check(f'{HEAD}key_points: ["“We all like it” and “We all \\u006cike it”."]\n', article=article)
    spans = [finding.span for finding in outcome.findings if finding.code == "B319"]
    assert sorted((span.path[9:], span.line, span.column) for span in spans) == [
        *(("article.md", 1, column) for column in (2, 24, 46)), ("article.md", 2, 2), ("article.md", 6, 4),
        *(("brief.yml", 3, column) for column in (16, 37)),
    ]  # fmt: skip
