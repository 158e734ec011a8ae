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
from generator.pages.outputs.sharing import tags_of

Tags = Iterator[tuple[str, Markup]]


def sharing(config: MkDocsConfig, look: Look) -> Callable[[MkDocsPage, Page | None], Tags]:
    """What gives the tags of a page for the head of its frame, with what MkDocs knows of it and what we made of it, if it is ours.

    A site that has a frame of its own says itself what its pages are, and the plugin `social` says it of all pages.
    """

    def tags(page: MkDocsPage, made: Page | None) -> Tags:
        if "material/social" in config.plugins or not (made.public if made else look == "publication"):
            return
        title = config.site_name if page.is_homepage else Markup(do_striptags(page.title))  # noqa: S704 - is HTML
        description = page.meta.get("description") or config.site_description or ""
        language, share = (made.language, made.share) if made else (language_of(config), ())
        for name, content in tags_of(title, description, page.canonical_url or "", site=config.site_name, language=language, share=share):
            yield name, escape(content)

    return tags
