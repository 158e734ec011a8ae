"""What a page says of itself is sure where the article's own data say it, and where no two places tell it differently."""

from __future__ import annotations

import json

import pytest

from generator.ingest.article import Article, Known
from generator.ingest.web_page import read

STORY = "<p>The bridge over the Exe is closed to cars from Monday, the town said, and nobody knows until when.</p>" * 3


def page(*head: str, language: str = "en") -> Article:
    """The article of a page with a head."""
    body = f"<body><article><h1>Bridge closed to cars</h1>{STORY}</article></body>"
    return read("page", f'<!doctype html><html lang="{language}"><head>{"".join(head)}</head>{body}</html>'.encode())


def linked(*things: object) -> str:
    """JSON-LD of some things."""
    return f'<script type="application/ld+json">{json.dumps(things[0] if len(things) == 1 else {"@graph": things})}</script>'


def meta(name: str, content: str) -> str:
    """A `<meta>` of the head."""
    return f'<meta name="{name}" property="{name}" content="{content}">'


OWN = {
    "@type": "NewsArticle",
    "headline": "Bridge closed to cars",
    "datePublished": "2031-05-02T08:00:00+02:00",
    "author": {"name": "Ada Finch"},
}
OTHER = {"@type": "NewsArticle", "headline": "Ferry strike ends", "datePublished": "2031-06-09", "author": {"name": "Bo Reed"}}
OF_SCRIPT = '<script>window.__DATA__={"related":[{"datePublished":"2031-06-09T13:11:07Z"}]}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ([linked(OWN)], Known("2031-05-02", is_sure=True)),
        ([OF_SCRIPT, meta("date", "2031-06-09"), linked(OTHER, OWN)], Known("2031-05-02", is_sure=True)),
        ([linked(OTHER)], Known("2031-06-09")),
        ([linked({**OTHER, "headline": "", "url": "https://exe.example/b"}), "<link rel=canonical href='https://www.exe.example/b/'>"],
         Known("2031-06-09", is_sure=True)),
        ([meta("article:published_time", "2031-05-02T08:00Z")], Known("2031-05-02", is_sure=True)),
        ([meta("article:published_time", "2031-05-02"), meta("date", "2031-05-04")], Known("2031-05-02")),
        ([OF_SCRIPT], Known("2031-06-09")),
        ([linked({**OWN, "datePublished": "0001-01-01T00:00:00Z"})], None),
        ([meta("date", "0001-01-01"), meta("pubdate", "9999-12-31")], None),
        ([linked({**OWN, "datePublished": "1970-01-01T00:00:00Z"})], None),
        ([linked({**OWN, "datePublished": [{"@value": "2031-05-02"}]})], Known("2031-05-02", is_sure=True)),
    ],
)  # fmt: skip
def test_the_day_is_the_articles_own(head: list[str], day: Known | None) -> None:
    """The article's own data come before any other date of the page; the year 1, and what clocks say that were never set, is none."""
    assert page(*head).published == day


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ([linked(OWN), meta("author", "Exe Media Group")], [Known("Ada Finch", is_sure=True)]),
        (
            [linked({**OWN, "author": [{"name": "Ada Finch"}, "Bo Reed"]})],
            [Known("Ada Finch", is_sure=True), Known("Bo Reed", is_sure=True)],
        ),
        ([meta("author", "Ada Finch and Bo Reed")], [Known("Ada Finch", is_sure=True), Known("Bo Reed", is_sure=True)]),
        ([meta("author", "马拉·温")], [Known("马拉·温", is_sure=True)]),
        ([meta("author", "by Ada Finch March 2")], [Known("Ada Finch")]),
        ([meta("author", "By Ada Finch, Bo Reed, 2 May 2031")], [Known("Ada Finch"), Known("Bo Reed")]),
        ([meta("author", "Username")], []),
        ([meta("author", "Exe Valley Post"), meta("og:site_name", "Exe Valley Post")], [Known("Exe Valley Post")]),
        ([meta("author", "Valley Sport"), meta("og:site_name", "Exe Valley Post")], [Known("Valley Sport")]),
        ([meta("author", "BBC Sport")], [Known("BBC Sport")]),
        ([meta("author", "adafinch")], [Known("adafinch")]),
        ([linked({**OWN, "author": {"@type": "Organization", "name": "Ada Finch"}})], []),
    ],
)
def test_an_author_is_sure_where_it_is_a_persons_name(head: list[str], authors: list[Known]) -> None:
    """An outlet, a user name, and a line with more than a name in it are to be checked, or none."""
    found = [author for author in page(*head).authors if author.is_sure or author in authors]
    assert found == authors


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ([meta("og:title", "Bridge shut | Exe Post"), meta("og:site_name", "Exe Post")], Known("Bridge shut", is_sure=True)),
        (
            [meta("og:title", "Exe Post: Bridge – for cars – shut"), meta("og:site_name", "Exe Post")],
            Known("Exe Post: Bridge – for cars – shut", is_sure=True),
        ),
        ([meta("og:title", "The Exe Post » Bridge shut"), meta("og:site_name", "Exe Post")], Known("Bridge shut", is_sure=True)),
        (["<title>Bridge closed to cars - News - Exe Post</title>"], Known("Bridge closed to cars", is_sure=True)),
        (["<title>Bridge shut - Exe</title>"], Known("Bridge shut - Exe")),
        ([linked({**OWN, "headline": "Bridge closed &amp; barred"})], Known("Bridge closed & barred", is_sure=True)),
    ],
)
def test_the_name_of_the_site_is_cut_from_the_title(head: list[str], title: Known) -> None:
    """What stands after a bar or a dash is cut where it names the site, or where the headline on the page does not have it."""
    assert page(*head).title == title


@pytest.mark.parametrize(
    ("language", "found"),
    [("en", Known("en", is_sure=True)), ("en_GB", Known("en-GB", is_sure=True)), ("de", Known("en")), ("x!", Known("en", is_sure=True))],
)
def test_a_language_that_the_words_are_not_in_is_not_sure(language: str, found: Known) -> None:
    """Templates name a language that the page is not in; the words tell it then, and it is to be checked."""
    assert page(language=language).language == found


@pytest.mark.parametrize(
    "written", ["[" * 5_000, '{"@graph": ' * 500, '{"@type": ["NewsArticle"], "author": [[[{}]]], "headline": {"a": 1}}', "null"]
)
def test_data_of_any_form_are_read(written: str) -> None:
    """What is no JSON, or says nothing, counts for nothing."""
    assert page(f'<script type="application/ld+json">{written}</script>').title is not None
