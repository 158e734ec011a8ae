"""Evidence in place: the exact words, a little of what stands around them, and the way to the live page."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import NamedTuple

import pytest
from lxml import html

from tests.support.edition import Edition

HEAD = "title: A dam\nsummary: It holds.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"
_WORDS = re.compile(r'<blockquote class="passage"[^>]*>\s*<p>([^<]*)(<mark>.*</mark>)([^<]*)</p>')


class Shown(NamedTuple):
    """One passage as it is shown on a brief's page."""

    before: str
    pieces: list[str]
    after: str
    page: str


def shown(body: str, quote: str, of_brief: str = "", **source: str) -> Shown:
    """How a passage of a source is shown; `of_brief` is the brief's language, `source` are more keys of the source."""
    record = json.dumps({"id": "s", "file": "s.txt", "title": "S", "kind": "transcript", **source})
    evidence = json.dumps([{"source": "s", "quote": quote}])
    head = f"{HEAD}language: {of_brief}\n" if of_brief else HEAD
    brief = f"{head}sources: [{record}]\nfacts: [{{id: f, text: It holds., status: claimed, evidence: {evidence}}}]\n"
    page = Edition({"x": {"brief.yml": brief, "sources/s.txt": body}}).contents()["x/index.html"]
    (block,) = (match for match in _WORDS.finditer(page)) if source.get("publish") != "none" else (None,)
    if block is None:
        return Shown("", [], "", page)
    before, after = unescape(block[1]), unescape(block[3])
    return Shown(before, re.findall("<mark>(.*?)</mark>", block[2]), after, page)


def live(quote: str, url: str = "https://s.example.org/a", **source: str) -> str:
    """The address of the live page of a source that is a quote and nothing else."""
    page = shown(f"{quote}.", quote, url=url, **source).page
    (address,) = {unescape(found) for found in re.findall(r'href="(https://s\.example\.org/[^"]*)"', page) if ":~:" in found} or {""}
    return address


def test_what_stands_around_is_shown_as_it_stands() -> None:
    """Before and after the words stand those of the source, spaced as there, line ends as spaces."""
    found = shown("It was built\nin 1904. The dam\nholds, they\nsay.", "The dam holds")
    assert found[:3] == ("It was built in 1904. ", ["The dam holds"], ", they say.")
    assert shown("The dam holds.", "The dam holds.")[:3] == ("", ["The dam holds."], "")
    assert shown("“The dam holds”", "The dam holds")[:3] == ("“", ["The dam holds"], "”")


@pytest.mark.parametrize(
    ("language", "publisher", "line"),
    [
        ("en", "The Dam", "The Dam, 2 January 2026"),
        ("en", "الجريدة", "<bdi>\u2068الجريدة\u2069</bdi>, 2 January 2026"),
        ("ar", "The Dam", "<bdi>\u2068The Dam\u2069</bdi>، 2 يناير 2026"),
    ],
)
def test_a_day_does_not_join_the_name_before_it(language: str, publisher: str, line: str) -> None:
    """Between lines that run to the left and to the right, the day behind a publisher stays behind it, after a comma of the language."""
    page = shown("It holds.", "It holds", of_brief=language, publisher=publisher, published="2026-01-02").page
    assert f"</b> {line}</summary>" in page


def test_words_left_out_are_left_out() -> None:
    """Of a quote with a gap each piece is shown, on one line, and what stands around the whole."""
    found = shown("So the\nold dam, they say, still\nholds. For now.", "the old dam … still holds")
    assert found[:3] == ("So ", ["the old dam", "still holds"], ". For now.")


def test_a_long_context_is_cut_at_words() -> None:
    """Ninety characters at most stand on either side, whole words, with an ellipsis where more was there."""
    words = " ".join(["wordy"] * 15)  # 89 characters
    assert shown(f"A {words} holds {words} B", "holds")[:3] == (f"…\N{NO-BREAK SPACE}{words} ", ["holds"], f" {words}\N{NO-BREAK SPACE}…")
    assert shown(f"{words}y holds {words}y", "holds")[:3] == (f"{words}y ", ["holds"], f" {words}y")
    found = shown(f"A {words}yz holds {words}yz B", "holds")
    assert found[:3] == (f"…\N{NO-BREAK SPACE}{words[6:]}yz ", ["holds"], f" {words[:-6]}\N{NO-BREAK SPACE}…")


def test_the_live_page_is_opened_at_the_words() -> None:
    """The address of the live page has a text fragment: all of up to ten words, else the first and the last five."""
    ten = "one two three four five six seven eight nine ten"
    assert live(ten) == f"https://s.example.org/a#:~:text={ten.replace(' ', '%20')}"
    assert live(f"{ten} eleven") == "https://s.example.org/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    assert live("well-known, so/so & “all”") == "https://s.example.org/a#:~:text=well%2Dknown%2C%20so%2Fso%20%26%20%E2%80%9Call%E2%80%9D"
    assert live("it holds", "https://s.example.org/a#part") == "https://s.example.org/a#part:~:text=it%20holds"


def test_a_source_that_is_not_published_shows_nothing_of_itself() -> None:
    """No piece, no context, no page of its own, and no words in the address of the live page."""
    url = "https://s.example.org/a"
    page = shown("Zanzibar is far. It holds.", "Zanzibar is far", publish="none", url=url).page
    assert "Zanzibar" not in page
    assert f'href="{url}"' in page
    assert 'href="sources/s/' not in page


@pytest.mark.parametrize(("of_source", "of_brief", "expected"), [("ko", "de", "ko"), ("", "de", "de"), ("", "", "en")])
def test_words_say_in_which_language_they_are(of_source: str, of_brief: str, expected: str) -> None:
    """The words of a source are in its own language, else in the brief's, else in the site's: the nearest element to say one says this."""
    source = {"language": of_source} if of_source else {}
    page = shown("The dam holds.", "The dam holds", of_brief, **source).page
    assert html.fromstring(page).xpath("//blockquote/descendant::mark/ancestor::*[@lang][1]/@lang") == [expected]


def test_passages_lead_to_their_place_in_the_source() -> None:
    """Each passage of an item links to its own place on the page of its source, where that place is."""
    evidence = json.dumps([{"source": "s", "quote": "It was built"}, {"source": "s", "quote": "It holds"}])
    record = "[{id: s, file: s.txt, title: S, kind: transcript}]"
    brief = f"{HEAD}sources: {record}\nfacts: [{{id: f, text: It holds., status: claimed, evidence: {evidence}}}]\n"
    contents = Edition({"x": {"brief.yml": brief, "sources/s.txt": "It was built.\n\nIt holds."}}).contents()
    assert re.findall(r'href="sources/s/#([^"]*)"', contents["x/index.html"]) == ["at-fact-f-1", "at-fact-f-2"]
    places = re.findall(r'id="(at-[^"]*)"[^>]*>(?:<[^>]*>)*([^<]*)', contents["x/sources/s/index.html"])
    assert places == [("at-fact-f-1", "It was built"), ("at-fact-f-2", "It holds")]


def test_a_source_is_named_once_after_all_its_words() -> None:
    """What an item cites of a source stands together, with one way to all its words on the live page, and a way to each in context."""
    sources = json.dumps([{"id": s, "file": f"{s}.txt", "title": s, "kind": "report", "url": f"https://{s}.example.org/"} for s in "st"])
    cited = [("s", "It was built"), ("t", "It leaks"), ("s", "It holds")]
    evidence = json.dumps([{"source": source, "quote": quote} for source, quote in cited])
    brief = f"{HEAD}sources: {sources}\nfacts: [{{id: f, text: It holds., status: claimed, evidence: {evidence}}}]\n"
    files = {"brief.yml": brief, "sources/s.txt": "It was built.\n\nIt holds.", "sources/t.txt": "It leaks."}
    page = html.fromstring(Edition({"x": files}).contents()["x/index.html"])
    (body,) = page.find_class("evidence-body")
    assert [quoted.xpath(".//mark/text()") for quoted in body.iter("blockquote")] == [["It was built", "It holds"], ["It leaks"]]
    assert [name.text for name in body.iter("cite")] == ["s", "t"]
    assert [way.xpath("li/a/@href") for way in body.find_class("ways")] == [
        ["https://s.example.org/#:~:text=It%20was%20built&text=It%20holds", "sources/s/#at-fact-f-1", "sources/s/#at-fact-f-3"],
        ["https://t.example.org/#:~:text=It%20leaks", "sources/t/#at-fact-f-2"],
    ]
