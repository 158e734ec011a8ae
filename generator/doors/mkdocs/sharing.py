"""What every public page says of itself where somebody shares its address: Open Graph (ogp.me) and the cards of Twitter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2.filters import do_striptags
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from generator.doors.mkdocs.configuration import language_of
from generator.items.settings import Look
from generator.pages.artifacts import Page
from generator.wording.dates import with_territory

Tags = Iterator[tuple[str, Markup]]

PLAIN = (("og:type", "website"), ("twitter:card", "summary"))


def sharing(config: MkDocsConfig, look: Look) -> Callable[[MkDocsPage, Page | None], Tags]:
    """What gives the tags of a page for the head of its frame, with what MkDocs knows of it and what we made of it, if it is ours.

    A site that has a frame of its own says itself what its pages are, and the plugin `social` says it of all pages.
    """

    def tags(page: MkDocsPage, made: Page | None) -> Tags:
        if "material/social" in config.plugins or not (made.public if made else look == "publication"):
            return
        told = {
            "og:title": escape(config.site_name) if page.is_homepage else Markup(do_striptags(page.title)),  # noqa: S704 - is HTML
            "og:description": escape(page.meta.get("description") or config.site_description or ""),
            "og:url": escape(page.canonical_url or ""),
            "og:site_name": escape(config.site_name),
            "og:locale": escape(with_territory(made.language if made else language_of(config))),
            **{name: escape(content) for name, content in (made.share if made and made.share else PLAIN)},
        }
        yield from ((name, content) for name, content in told.items() if content)

    return tags
