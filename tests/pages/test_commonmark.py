"""Briefs as text: what CommonMark says is said again, and no words become markup or HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.pages import nodes
from generator.pages.commonmark import MarkdownWriter, commonmark, escaped
from generator.text import markdown
from tests.pages.test_data_files import FILES
from tests.property.texts import anything
from tests.safety.hostile import PAYLOADS, as_yaml, brief
from tests.support.edition import SITE, Edition

OTHERS = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = st.text("*_`[]()<>&#!|~\\-+=:.1 \na", max_size=30)
TEXTS = (
    "a *b* **c** ~~d~~ `e` [x](https://e.org/a(b)) <https://x.org>",
    "# h\n\ntext\nmore",
    "- a\n- b\n  - c\n\n1. x\n2. y",
    "3) a\n\n   b\n4) c",
    "> q\n> r\n\n```py\nx = 1\n\n\n```",
    "| a | b |\n|:--|--:|\n| 1 \\| 2 | *x* |",
    "a  \n- b",
    "\\# not, 1\\. no\n\n1\\. no\n\n\\+ x\n\na\n\\===",
    "&lt;b&gt; &amp;copy; a_b _c_ \\*d\\*",
    "***x*** *a **b** c*",
    "    code\n    `` more",
    "`` ` ``",
    'See ![alt *x*](media/a.png "t\\"q") here.',
    "## C \\#",
    "- a\n\n  ```\n  x\n  ```",
    "- a\n\n  | b | c |\n  |---|--:|\n  | 1 | 2 |\n\n  > | d |\n  > |---|\n  > | e |",
)


def again(text: str) -> str:
    """A text as it is written again."""
    rich = nodes.block(text, "en", lambda link: nodes.FilePlace("a", link.target), heading=1)
    return commonmark(rich.tokens, lambda to: to.name if isinstance(to, nodes.FilePlace) else str(to))


def html(text: str) -> str:
    """What a text is as HTML, wherever its lines end."""
    tokens = markdown.parse(text)
    for token in tokens:
        token.tag = "h1" if token.type.startswith("heading") else token.tag
    return " ".join(markdown.render(tokens).split())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_written_again_as_it_was(text: str) -> None:
    """A text that was parsed and written again is the same to a parser."""
    assert html(again(text)) == html(text)


@given(anything | SIGNS)
def test_words_are_words(words: str) -> None:
    """Plain words are the same words to any parser of CommonMark: no markup, no link, no HTML."""
    line = " ".join(words.replace("\0", "").split())
    written = MarkdownWriter(SITE, "a/index.md", "en").run(line, "en")
    tokens = OTHERS.parse(f"x\n\n{written}") if line else []
    inline = [child for token in tokens[3:] for child in token.children or ()]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert "".join(child.content for child in inline if child.type == "text") == line
    assert {child.type for child in inline} <= {"text"}
    assert "\n" not in escaped(words)


@given(SIGNS | st.sampled_from(PAYLOADS))
def test_no_prose_becomes_html(text: str) -> None:
    """Prose that is written again has no HTML for those who let HTML in."""
    tokens = OTHERS.parse(again(text))
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not {kind for kind in kinds if kind.startswith("html")}


def test_a_brief_is_there_as_text() -> None:
    """The twin of a brief says what its page says, with links to the pages of the site; llms.txt leads to it."""
    files = Edition(FILES).contents()
    text = files["a/index.md"]
    root = "https://gazette.example.org/"
    assert text.startswith(f"# The *bridge*\n\nIt [closes]({root}a/#fact-closes).\n")
    assert f"### [Claimed]({root}a/#fact-closes)\n\nThe bridge closes in May.\n" in text
    live = "https://example.org/post#:~:text=It%20closes%20in%20May"
    assert f"> It closes in May\n>\n> — [The Post, 1 January 2026]({live}), News report\n" in text
    assert f"A [span]({root}a/#term-span) of “peace”." in text
    assert f"- [The bridge]({root}a/index.md): It closes.\n" in files["llms.txt"]
    assert re.findall(r"^#.*", files["llms.txt"], re.MULTILINE) == ["# The Gazette", "## Briefs", "## Optional"]
    assert "Gone" not in files["llms.txt"]
    assert "Hidden" not in files["llms.txt"] + text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_brief_is_harmless_as_text(payload: str) -> None:
    """Whatever the words of a brief are, its twin has no HTML, and no link to anything but the web and the site."""
    data, source = brief([payload])
    files = Edition({"a": {"brief.yml": as_yaml(data), "sources/source.txt": source, "article.md": payload}}, preview=True).contents()
    tokens = OTHERS.parse(files["a/index.md"])
    found = [child for token in tokens for child in (token, *(token.children or ()))]
    assert not [token.content for token in found if token.type.startswith("html")]
    addresses = [str(token.attrGet("href") or token.attrGet("src") or "https://") for token in found]
    assert not [address for address in addresses if not re.match("https?://|mailto:", address)]
