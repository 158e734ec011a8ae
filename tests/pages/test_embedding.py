"""Finished HTML on one line, and links in the Markdown of ordinary pages."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]
from markdown import markdown
from markdown_it import MarkdownIt

from generator.pages.embedding import one_line
from generator.pages.source_links import rewritten

AWKWARD = """
<article class="a"
  title="two
lines\t{{ x }} *b*">
<p>*stars* _under_ $5$ {{ x }} &amp;lt; &lt;i&gt; <em>x</em></p>

<pre><code>one

    two\tthree
```
~~~
--8&lt;-- "x"
[TOC]
</code></pre>

# no heading

    </article>
"""


def read(page: str) -> list[tuple[str, dict[str, str], str, str]]:
    """All elements of an article, as a browser has them."""
    (article,) = html.document_fromstring(page).iter("article")
    return [(each.tag, {**each.attrib}, each.text or "", "" if each is article else each.tail or "") for each in article.iter()]


@pytest.mark.parametrize(
    "processor",
    [
        MarkdownIt("commonmark").render,
        lambda text: markdown(text, extensions=["toc", "fenced_code", "attr_list", "md_in_html", "smarty"]),
        lambda text: markdown(text, extensions=["pymdownx.superfences", "pymdownx.snippets", "pymdownx.emoji", "footnotes", "abbr"]),
    ],
    ids=["commonmark", "python-markdown", "pymdownx"],
)
def test_no_processor_changes_what_is_finished(processor: object) -> None:
    """CommonMark and Python-Markdown with its extensions hand on what a browser reads as before, and lines around it are theirs."""
    line = one_line(AWKWARD)
    assert "\n" not in line
    assert "{{" not in line
    made = processor(f"# Before\n\n{line}\n\n*after*\n")  # type: ignore[operator]
    assert read(made) == read(AWKWARD)
    assert "<em>after</em>" in made


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a](fact:b/c) [d](<fact:b/c> 'T')", "[a](OK) [d](<OK> 'T')"),
        ("[r]: fact:b/c", "[r]: OK"),
        ("<fact:b/c>", "<OK>"),
        ('<a class="x" href="fact:b/c">a</a>', '<a class="x" href="OK">a</a>'),
        ("[a *b*](fact:gone) [a](<fact:gone>)", "a *b* a"),
        ("[a [b]](fact:gone)", "[a [b]](#)"),
        ("[a](other.md) ![b](c.png)", "[a](other.md) ![b](c.png)"),
        ("`[a](fact:b/c)` ``x ` [a](fact:b/c)``", "`[a](fact:b/c)` ``x ` [a](fact:b/c)``"),
        ("```\n[a](fact:b/c)\n```\n[a](fact:b/c)", "```\n[a](fact:b/c)\n```\n[a](OK)"),
        ("- x\n\n    ~~~ text\n    [a](fact:b/c)\n    ~~~\n", "- x\n\n    ~~~ text\n    [a](fact:b/c)\n    ~~~\n"),
        ("one ` tick\n\n[a](fact:b/c) and ` another", "one ` tick\n\n[a](OK) and ` another"),
    ],
)
def test_links_are_led_elsewhere_where_they_are_written(written: str, expected: str) -> None:
    """Every form of a link is led; where readers get nothing, its words stay; other links, and code, stay as they are."""
    leads = {"fact:b/c": "OK", "fact:gone": None}
    assert rewritten(written, lambda address: leads.get(address, address)) == expected
