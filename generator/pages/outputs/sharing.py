"""What a page says of itself where somebody shares its address: Open Graph (ogp.me) and the cards of Twitter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.addresses import permalink
from generator.pages.outputs.cards import card_of, card_tags
from generator.pages.outputs.ready import Ready
from generator.wording.dates import with_territory

SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""The kinds of images that are shown beside an address; drawings (SVG) are not."""

PLAIN = (("og:type", "website"), ("twitter:card", "summary"))

Told = tuple[tuple[str, str], ...]


def tags_of(title: str, description: str, url: str, *, site: str, language: str, share: Told = ()) -> Told:
    """Names and contents of the tags of a page; `share` is what only the page of a brief has."""
    told = {
        "og:title": title,
        "og:description": description,
        "og:url": url,
        "og:site_name": site,
        "og:locale": with_territory(language),
        **dict(share or PLAIN),
    }
    return tuple((name, content) for name, content in told.items() if content)


def share_tags(ready: Ready) -> Told:
    """Names and contents of the tags that only a brief has, in plain text."""
    return (("og:type", "article"), *_times(ready), *_image(ready))


def twins(ready: Ready) -> Told:
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
