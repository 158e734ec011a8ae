"""Long content is kept compressed, and nobody sees that."""

from __future__ import annotations

from dataclasses import replace

from generator.pages.artifacts import DataFile, Page


def page(html: str) -> Page:
    """A page with some content."""
    return Page("one/", "One", "", "en", "ltr", html=html)


def test_what_is_packed_is_given_back() -> None:
    """Text and bytes come back as they were, half a character from a file's name included, and take less room on the way."""
    words = "<p>Straße \udcff</p>" * 1000
    one, file = page(words), DataFile("a.json", words.encode("utf-8", "surrogatepass"))
    assert (one.html, one.html, file.content) == (words, words, words.encode("utf-8", "surrogatepass"))
    assert len(vars(one)["html"][1]) < len(words) / 10


def test_each_has_its_own() -> None:
    """Asked in turns, each of two pages gives its own content, and so do a page and one that was made of it with another."""
    one, two = page("<p>one</p>"), page("<p>two</p>")
    three = replace(one, html="<p>three</p>")
    assert [each.html for each in (one, two, one, three, one, two)] == [
        f"<p>{name}</p>" for name in ("one", "two", "one", "three", "one", "two")
    ]


def test_what_is_made_later_is_made_once() -> None:
    """A value that is made when somebody asks is made then, and no second time."""
    made: list[str] = []
    one = DataFile("a.txt", lambda: (made.append("a"), b"words")[1])  # type: ignore[func-returns-value]
    assert made == []
    assert (one.content, one.content, made) == (b"words", b"words", ["a"])
    assert one == DataFile("a.txt", b"words")


def test_a_field_may_have_a_default() -> None:
    """Who gives no value of a packed field that has a default has that one."""
    assert (page("").graph, replace(page(""), graph="{}").graph) == ("", "{}")
