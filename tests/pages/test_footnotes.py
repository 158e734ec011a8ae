"""Footnotes of an article, and lists of tasks: notes at its end, with ways there and back, in every medium; no words of theirs are lost."""

from __future__ import annotations

import re

import pytest

from generator.library.library import collect
from generator.pages import nodes
from generator.pages.commonmark import commonmark
from generator.pages.paper import PaperWriter
from generator.pipeline import print_booklet
from generator.text.markdown import MAX_NESTING, addresses, links, plain, relinked, too_deep
from generator.text.reading import read
from tests.support.awkward import renderer
from tests.support.edition import SITE, Edition

BRIEF = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources: [{id: s, file: s.txt, title: S, kind: report}]
facts: [{id: holds, text: It holds., status: reported, as_of: 2026-01-01, evidence: [{source: s, quote: It holds}], note: 'So [^b] it is.'}]
"""
ARTICLE = """It [holds](fact:holds)[^b], as it did[^a] before.[^b]

[^a]: The *first* note leads to [the fact](fact:holds).

    It has two paragraphs; see [^c].
[^b]: Words of <b>.
[^c]:
    - a list

> [^d]: Nobody refers to it.

The end.
"""


def edition(language: str = "en") -> Edition:
    """Two briefs with the same article."""
    files = {"brief.yml": f"{BRIEF}language: {language}\n", "article.md": ARTICLE, "sources/s.txt": "It holds.\n"}
    return Edition({"dam": files, "dike": files})


def test_notes_stand_at_the_end_and_lead_back() -> None:
    """They are numbered as they are referred to; each reference has a way back, and ids are each once on the page."""
    page = edition().contents()["dam/index.html"]
    story = page[page.index('id="article"') :]
    body, notes = story.partition("</section>")[0].split('<section class="footnotes" role="doc-endnotes" aria-label="Notes">')
    assert re.findall(r'<a id="([\w-]+)" href="#([\w-]+)" class="footnote-ref" role="doc-noteref" aria-label="Note \d">(\d)', body) == [
        ("fnref-1", "fn-1", "1"), ("fnref-2", "fn-2", "2"), ("fnref-1-2", "fn-1", "1"),
    ]  # fmt: skip
    entries = re.findall(r'<li id="(fn-\d)">(.*?)</li>\n(?=<li id|</ol>\n$)', notes, re.DOTALL)
    assert [name for name, _ in entries] == ["fn-1", "fn-2", "fn-3", "fn-4"]
    assert [re.findall(r'href="#(fnref[\w-]+)" class="footnote-back"', entry) for _, entry in entries] == [
        ["fnref-1", "fnref-1-2"], ["fnref-2"], ["fnref-3"], [],
    ]  # fmt: skip
    assert "Words of &lt;b&gt;." in entries[0][1]
    assert '<a href="#fact-holds">the fact</a>' in entries[1][1]
    assert "Nobody refers to it." in entries[3][1]
    assert "So [^b] it is." in page  # a text of brief.yml has none
    found = re.findall(r'\sid="([^"]+)"', page)
    assert len(found) == len(set(found))


def test_notes_stand_in_every_medium() -> None:
    """In a handout of several briefs their ids bear its name; the Markdown has them as they are written."""
    files = edition().contents()
    assert 'href="#fnref-1-2"' in files["dam/dam.pdf 0"]
    shown = collect(SITE, edition().checked(), edition().now, preview=False)
    both = print_booklet(renderer(), "All", [(shown, shown.by_slug[name].public) for name in ("dam", "dike")], "all.pdf").html
    ids = re.findall(r'\sid="([^"]+)"', both)
    assert "dike--fnref-1-2" in ids
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', both)) <= set(ids)
    assert files["dam/index.md"].count("[^1]") == 3
    assert "[^1]: Words of \\<b\\>.\n\n[^2]: The *first* note leads to" in files["dam/index.md"]


@pytest.mark.parametrize(("language", "said"), [("de", "Anmerkung 1"), ("fr", "Note 1"), ("es", "Nota 1"), ("ar", "حاشية 1")])
def test_signs_have_words_in_the_language_of_the_page(language: str, said: str) -> None:
    """The number and the arrow are told in words to who does not see them."""
    page = edition(language).contents()["dam/index.html"]
    assert f'aria-label="{said}"' in page
    assert "Back to where" not in page


def test_texts_are_read_with_their_notes() -> None:
    """Words and links of a note stand where they are written; its first word is no address, and deep nesting is found."""
    assert plain("One[^a] two.\n\n[^a]: [Three](fact:x)") == "One two. Three"
    assert [link.href for link in links(ARTICLE)] == ["fact:holds", "fact:holds"]
    assert read("One[^a].\n\n[^a]: [Three](fact:x)").links[0].link.href == "fact:x"
    assert not list(addresses("[^a]: fact:x"))
    assert relinked("[^a]: See [b]\n\n[b]: /x", lambda link: None) == "[^a]: See [b]\n\n[b]: <>"
    assert too_deep("".join(f"[^{number}]: " for number in range(3 * MAX_NESTING)) + "x")
    assert plain("[" * 9 + "^a]\n\n[^a]: b").endswith("[^a]: b")


def test_tasks_have_boxes_with_words() -> None:
    """An item that begins with a box is shown with one that nobody can tick, and is written again as it was; other brackets are words."""
    text = "- [ ] to *do*\n- [x] **done**\n\n  [x] not here\n- \\[ ] words\n- [y] words\n- [ ]none\n"
    rich = nodes.block(text, "en", lambda link: None, tasks=lambda done: "Done" if done else "Not done")
    assert re.findall(r'<span class="task" role="img" aria-label="([\w ]+)">(.+?)</span> ', PaperWriter("en", {}).prose(rich)) == [
        ("Not done", "[\N{EN SPACE}]"), ("Done", "[✓]"),
    ]  # fmt: skip
    again = commonmark(rich.tokens, str)
    assert re.findall(r"^- (.*)", again, re.MULTILINE) == ["[ ] to *do*", "[x] **done**", r"\[ \] words", r"\[y\] words", r"\[ \]none"]
    assert r"\[x\] not here" in again
