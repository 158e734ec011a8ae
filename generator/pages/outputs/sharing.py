"""What the page of a brief says of itself where somebody shares its address: Open Graph (ogp.me) and the cards of Twitter.

Title, description and address are told of every page by its frame; here is what only a brief has.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.addresses import permalink
from generator.pages.outputs.cards import card_of, card_tags
from generator.pages.outputs.ready import Ready

SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""The kinds of images that are shown beside an address; drawings (SVG) are not."""


def share_tags(ready: Ready) -> tuple[tuple[str, str], ...]:
    """Names and contents of the tags of a brief, in plain text."""
    return (("og:type", "article"), *_times(ready), *_image(ready))


def twins(ready: Ready) -> tuple[tuple[str, str], ...]:
    """The same brief in other forms: media types, and the names of files beside its page."""
    return (("text/markdown", ready.view.text.name), ("application/json", ready.view.data.name))


def _times(ready: Ready) -> Iterator[tuple[str, str]]:
    brief = ready.dossier.shown.brief
    for name, day in (("published", brief.published), ("modified", brief.updated)):
        if day:
            yield f"article:{name}_time", day.isoformat()


def _image(ready: Ready) -> Iterator[tuple[str, str]]:
    """The card of the brief, or the image that stands for it. Its address must be whole, so there is none without a `site_url`."""
    picture, site, card = ready.view.picture, ready.site, card_of(ready)
    if card:
        yield "twitter:card", "summary_large_image"
        yield from card_tags(ready, card)
        return
    if not (picture and site.url and picture.name.lower().endswith(SHOWN)):
        yield "twitter:card", "summary"
        return
    yield "twitter:card", "summary_large_image"
    yield "og:image", permalink(site.url, picture)
