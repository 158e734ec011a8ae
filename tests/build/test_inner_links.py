"""Links from ordinary pages to briefs are found in time that grows with the page."""

from __future__ import annotations

import gc
import logging
from time import process_time

import pytest

from generator.doors.mkdocs.inner_links import resolved
from generator.library.library import Site
from generator.pages.source_links import leads_into
from generator.pipeline import Rendered

LEAST = 0.02  # seconds, below which a ratio says nothing
LOG = logging.LoggerAdapter(logging.getLogger("tests.inner_links"))


def seconds(content: str) -> float:
    """The processor's time for a page, without the garbage of other tests."""
    gc.collect()
    gc.disable()
    try:
        begun = process_time()
        resolved(content, "about/", Site("Site", "", "en"), Rendered(), LOG, "about.md")
        return process_time() - begun
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "piece", ['<a href="fact:x">y ', "<a href=", '<a href="fact:x" ', '<a href="fact:x">y</a> ', "<a x='", "<script>", "<!--", "<img "]
)
def test_ten_times_the_links_take_ten_times_the_time(piece: str) -> None:
    """Whether their ends are there or not."""
    assert seconds(piece * 10_000) <= 30 * max(LEAST, seconds(piece * 1_000))


def test_the_words_of_a_link_end_where_the_next_begins() -> None:
    """Links that readers do not get are their words, one that nobody ends, too."""
    assert resolved('<a href="fact:x">a <a href="fact:y">b <em>c</em></a>', "", Site("Site", "", "en"), Rendered(), LOG, "p.md") == (
        "a b <em>c</em>"
    )


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("draft/index.md", True), ("draft/", True), ("draft", True), ("../draft/#x", True), ("/sub/draft/?y", True), ("%64raft/", True),
        ("https://site.example/sub/draft/", True), ("drafts/", False), ("about.md", False), ("#draft", False), ("", False),
        ("https://elsewhere.example/draft/", False), ("mailto:draft", False), ("other/draft/", False), ("../../../draft/", True),
    ],
)  # fmt: skip
def test_links_to_what_is_kept_back_are_known(address: str, leads: bool) -> None:
    """By the file, by the page, from the site's root or with its address; what is called alike is another thing."""
    assert leads_into(address, {"draft"}, "https://site.example/sub/", "", "about/") is leads


def test_a_link_to_what_is_kept_back_is_its_words() -> None:
    """Wherever else a link leads, it stays as it is."""
    content = '<a href="draft/">a <b>b</b></a> <a href="about/">c</a> <a class="x" href="https://draft.example/draft/">d</a>'
    site = Site("Site", "https://site.example/", "en")
    assert resolved(content, "", site, Rendered(), LOG, "index.md", {"draft"}) == f"a <b>b</b>{content.partition('</a>')[2]}"
    assert resolved(content, "", site, Rendered(), LOG, "index.md") == content


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<a href='draft/'>a</a>", "a"),
        ("<a href=draft/>a</a>", "a"),
        ("<A class=x HREF = 'draft/index.md' >a</A >", "a"),
        ('<a href="&#100;raft/">a</a>', "a"),
        ('<a\nhref="draft/"\n>a</a>', "a"),
        ('<a title="x > y" href="draft/">a</a>', "a"),
        ("<a href='draft/", ""),
        ("<a name=x>a</a>", None),
        ('<img alt="A <b> dam" src="draft/media/dam.png">', "A &lt;b&gt; dam"),
        ("<img src=draft/media/dam.png>", ""),
        ('<a href="draft/"><img alt="dam" src="draft/media/dam.png" /></a>', "dam"),
        ('<a href="about/"><img alt="dam" src="draft/media/dam.png"></a>', '<a href="about/">dam</a>'),
        ('<img alt="dam" src="dam.png" srcset="dam.png 1x, draft/media/dam.png 2x">', "dam"),
        ('<source srcset="draft/media/dam.png 2x" media="x">', '<source srcset="" media="x">'),
        ("<video controls poster=draft/media/dam.png src='film.mp4'></video>", "<video controls poster=\"\" src='film.mp4'></video>"),
        ("<iframe src='draft/'></iframe>", '<iframe src=""></iframe>'),
        ('<svg><a xlink:href="draft/">a</a><image href="draft/media/dam.png"/></svg>', '<svg>a<image href=""/></svg>'),
        ('<img src="other/media/dam.png" srcset="a.png 1x, b.png 2x">', None),
        ("<!-- <a href='draft/'> --><script>'<a href=draft/>'</script>", None),
        ("<p title='draft/' class=draft>a < draft/</p>", None),
        ("<a href>a</a>", None),
    ],
)
def test_no_address_leads_to_what_is_kept_back(written: str, shown: str | None) -> None:
    """However HTML is written, in links, images and whatever else has an address; what leads elsewhere stays letter by letter."""
    content = f"<p>before {written}"
    site = Site("Site", "https://site.example/", "en")
    assert resolved(content, "", site, Rendered(), LOG, "index.md", {"draft"}) == f"<p>before {written if shown is None else shown}"
