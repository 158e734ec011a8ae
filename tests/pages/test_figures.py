"""A figure has its caption, who made it and its licence wherever it is shown; its file may have any name."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest

from generator.pages.addresses import page_of
from generator.pages.nodes import FilePlace
from tests.support.edition import Edition

PIXEL = b"any bytes"
BRIEF = """\
title: A title
summary: The answer.
status: published
published: 2026-02-03
as_of: 2026-02-03
image: stands
figures:
  - {id: stands, file: media/stands.png, alt: Another}
  - id: map
    file: "media/NAME"
    alt: A map of the bridge
    caption: The bridge and [the town](https://town.example.org/)
    credit: Ada Example
    licence: https://creativecommons.org/licenses/by/4.0/
    source: https://maps.example.org/1
"""
CAPTION = (
    '<figcaption>The bridge and <a href="https://town.example.org/">the town</a> · <a href="https://maps.example.org/1">Ada Example</a>'
)


def shown(article: str, name: str = "map.png") -> dict[str, str]:
    """All that a publication of one brief with an article and an image of a name publishes."""
    files = {"brief.yml": BRIEF.replace("NAME", name), "article.md": article, f"media/{name}": PIXEL, "media/stands.png": PIXEL}
    return Edition({"x": files}).contents()


def test_a_figure_says_what_the_list_and_the_text_say() -> None:
    """Words of the text come before the list's, the list's caption before the text's title; an image within words is no figure."""
    page = shown("![](media/map.png)\n\n![Own](media/stands.png 'Below & on')\n\nWords ![](media/map.png) here.\n")
    html = page["x/index.html"]
    assert f'<figure><img src="media/map.png" alt="A map of the bridge">{CAPTION}' in html
    assert '<figure><img src="media/stands.png" alt="Own"><figcaption>Below &amp; on</figcaption></figure>' in html
    assert '<p>Words <img src="media/map.png" alt="A map of the bridge"> here.</p>' in html
    assert '<img src="media/map.png" alt="A map of the bridge"><figcaption>' in page["x/x.pdf 0"]
    assert "![A map of the bridge](https://gazette.example.org/x/media/map.png)\\\nThe bridge" in page["x/index.md"]


def test_the_image_that_stands_for_a_brief_need_not_be_in_its_story() -> None:
    """It is published, and shown where the brief leads the home page."""
    found = shown("![](media/map.png)\n")
    assert 'class="lead-picture" src="x/media/stands.png"' in found["index.html"]
    assert "x/media/stands.png" in found


@pytest.mark.parametrize(
    "name", ["Brücken Karte.png", "東京 & co.png", "a#b.png", "100% sicher.png", "q?x.png", "x%20y.png", "it's (2).png"]
)
def test_a_file_may_have_any_name(name: str) -> None:
    """It is quoted once, and leads to the file that is published, on pages, on paper and in Markdown."""
    found = shown(f"![](<media/{name.replace('%', '%25')}>)\n", name)
    assert page_of(FilePlace("x", f"media/{name}")) in found
    for path in ("x/index.html", "x/x.pdf 0"):
        src = found[path].split('<figure><img src="', 1)[1].split('"', 1)[0]
        assert (unquote(src.replace("&#39;", "'")), src) == (f"media/{name}", quote(f"media/{name}"))
    assert unquote(found["x/index.md"].split("![A map of the bridge](", 1)[1].split(")\\\n", 1)[0]).endswith(f"/x/media/{name}")
