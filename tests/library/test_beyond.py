"""Links to other briefs: where readers are led, and that nothing tells them of what they do not get."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.items.handout import Handout
from generator.text.markdown import unlinked, without_unused
from tests.support.edition import Edition

SECRET = """\
title: The lady vanishes
summary: A summary.
{state}
sources: [{{id: log, file: log.txt, title: Log, kind: official}}]
facts: [{{id: gone, text: She is gone., status: reported, evidence: [{{source: log, quote: gone}}]{draft}}}]
"""
PUBLIC = """\
title: "[A](brief:vanishing) title"
summary: "[B](brief:vanishing) [b](fact:vanishing/gone), and <brief:vanishing>."
status: published
published: 2026-01-01
as_of: 2026-01-01
key_points: ["[C](<fact:vanishing/gone>)"]
sources: [{id: log, file: log.txt, title: Log, kind: official}]
facts:
  - id: f
    text: "[D](fact:vanishing/gone)."
    note: "[E][e]\\n\\n[e]: fact:vanishing/gone"
    status: reported
    evidence: [{source: log, quote: gone}]
questions: [{id: q, question: "[F](fact:vanishing/gone 'G')?", why: "`[x](brief:vanishing)`"}]
timeline: [{date: 2026, text: "[H](fact:vanishing%2Fgone)"}]
actors: [{id: kim, name: Kim, kind: person, about: "[I](fact:vanishing/gone)"}]
terms: [{term: Ice, definition: "[J](fact:vanishing/gone), as [Kim](actor:kim) and [snow](term:snow)"}]
corrections: [{date: 2026-01-02, kind: update, text: "[K](fact:vanishing/gone)"}]
"""
SHARED = {"glossary.yml": 'terms: [{term: Snow, definition: "[L](fact:vanishing/gone)"}]'}
STATES = {
    "a draft": {"state": "status: draft"},
    "in review": {"state": "status: review"},
    "under embargo": {"state": "status: published\npublished: 2026-03-02\nas_of: 2026-03-01\nembargo: 2026-03-02"},
}
OPEN = {"state": "status: published\npublished: 2026-01-01\nas_of: 2026-01-01"}


def edition(state: str, draft: str = "") -> Edition:
    """A public brief that leads to another one from all its texts."""
    log = {"sources/log.txt": "She is gone."}
    briefs: dict[str, dict[str, str | bytes]] = {
        "public": {"brief.yml": PUBLIC, "article.md": "# [M](brief:vanishing)\n\nShe is [gone](fact:vanishing/gone).", **log},
        "vanishing": {"brief.yml": SECRET.format(state=state, draft=draft), **log},
    }
    return Edition(briefs, SHARED, handouts=Handout(sizes=("a4",), forms=("full", "onepage")))


@pytest.mark.parametrize("state", STATES)
def test_nothing_tells_of_a_brief_that_is_not_public(state: str) -> None:
    """No page, file or handout has the name or a word of a brief that others lead to; what they say stays, and is no link."""
    said = edition(**STATES[state]).contents()
    assert [path for path, text in said.items() if "vanish" in text.lower()] == []
    assert "She is gone" in said["public/index.html"]
    assert "[B](<>) [b](<>), and …." in said["public/brief.json"]


def test_a_proposal_is_no_link_and_its_brief_is() -> None:
    """Where only the item is hidden, its words are hidden, and the brief is led to."""
    page = edition(**OPEN, draft=", draft: true").contents()["public/index.html"]
    assert "fact-gone" not in page
    assert page.count('href="../vanishing/"') == 4


@pytest.mark.parametrize("preview", [False, True])
def test_readers_are_led_to_what_they_get(preview: bool) -> None:
    """Every text leads to a public brief and its fact, and in a preview to a draft, on the page, in the data and on paper."""
    found = replace(edition(**(STATES["a draft"] if preview else OPEN)), preview=preview).contents()
    page = found["public/index.html"]
    assert page.count('href="../vanishing/#fact-gone"') == 11
    assert page.count('href="../vanishing/"') == 5  # four texts, and the list of related briefs
    assert "fact:vanishing/gone" in found["public/brief.json"]
    if not preview:
        assert 'href="https://gazette.example.org/vanishing/#fact-gone"' in found["public/public.pdf 0"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[a](fact:x/y)", "[a](<>)"),
        ("[a](<fact:x/y> 't')", "[a](<>)"),
        ('[a](fact:x/y "t \\" (u)" )', "[a](<> )"),
        ("[a](fact:x/y\n(t))", "[a](<>)"),
        ("[a](https://x/y 't')", "[a](https://x/y 't')"),
        ("[a][b]\n\n[b]: fact:x/y\n  't'\n\nc", "[a][b]\n\n[b]: <>\n\nc"),
        ("[a](fact:x/y) 't' c", "[a](<>) 't' c"),
        ("a <fact:x/y> b", "a … b"),
        ("[a][b]\n\n[b]: fact:x/y", "[a][b]\n\n[b]: <>"),
        ("[a](fact:y) [b](https://x/y)", "[a](fact:y) [b](https://x/y)"),
    ],
)
def test_a_link_is_taken_out_of_a_text(text: str, left: str) -> None:
    """Its address goes with its title, in whatever form they are written, and all else stays."""
    gone: Any = lambda link: link.href == "fact:x/y"  # noqa: E731
    assert unlinked(text, gone) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[a] b\n\n[A]: /x 't'\n[b]: /y\n\nc", "[a] b\n\n[A]: /x 't'\n\nc"),
        ("x\n\n[//]: # (a note)\n\ny", "x\n\n\ny"),
        ("> [q]: /x\n> z\n\n![i][q]", "> [q]: /x\n> z\n\n![i][q]"),
        ("![a ![z][q]](/x)\n\n[q]: /p", "![a ![z][q]](/x)\n\n[q]: /p"),
        ("[a]\n\n[a]: /1\n[a]: /2\n", "[a]\n\n[a]: /1\n"),
        ("[a]: /x\r\n 'over\r\n lines'\r\n\r\nb\r\n", "\r\nb\r\n"),
        ("```\n[c]: /x\n```\n[d]: /y", "```\n[c]: /x\n```\n"),
        ("a [b]: c", "a [b]: c"),
        ("[" * 9 + "]: /x\n\n[a]: /x", "[" * 9 + "]: /x\n\n[a]: /x"),
    ],
)
def test_what_names_an_address_for_nobody_goes(text: str, left: str) -> None:
    """Whole lines, and only those that a reader of the page sees nothing of."""
    assert without_unused(text) == left
