"""Links from ordinary pages to briefs: by what is meant (`fact:old-bridge/closes`), or by the files that an editor sees."""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterator, Set

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.items.fields import led_across
from generator.library.library import Site
from generator.pages.addresses import id_of, page_of
from generator.pages.nodes import PartPlace
from generator.pages.source_links import leads_into, with_led
from generator.pages.writer import PageWriter
from generator.pipeline import Rendered
from generator.text.markdown import INNER_SCHEMES, Link

WRITTEN = ("brief.yml", "article.md")
"""What an editor writes of a brief; who links to it means the brief."""


class Elsewhere(File):
    """A file that links may name, and that MkDocs does not write: it is written at the end, or is a page already."""

    def is_documentation_page(self) -> bool:
        """No page is made of it, whatever its name ends with."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """It is not for MkDocs to write."""


def elsewhere(files: Files, rendered: Rendered, config: MkDocsConfig) -> Iterator[File]:
    """The handouts; and the files in which each brief is written, as its page."""
    for made in rendered.prints:
        yield _file(made.path, config)
    for slug in rendered.slugs:
        page = files.src_uris[f"{slug}/index.md"]
        for name in WRITTEN:
            file = _file(f"{slug}/{name}", config)
            file.dest_uri, file.page = page.dest_uri, page.page
            yield file


def _file(path: str, config: MkDocsConfig) -> File:
    file = Elsewhere(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
    file.generated_by = "briefs"
    return file


def resolved(
    content: str,
    here: str,
    site: Site,
    rendered: Rendered,
    log: logging.LoggerAdapter[logging.Logger],
    source: str,
    kept_back: Set[str] = frozenset(),
) -> str:
    """The HTML of an ordinary page at an address, its links to briefs and their items led there.

    What readers do not get is no link, image or other address, and there is a warning; `kept_back` are the briefs that they do not.
    """
    writer = PageWriter(site, "" if here in (".", "./") else here, site.language)

    def led(address: str) -> str | None:
        """Where an address leads: itself where it is no matter of ours, None where readers get no such thing."""
        link = Link("link", address, 0)
        if link.scheme not in INNER_SCHEMES and not leads_into(link.href, kept_back, site.url, posixpath.dirname(source), here):
            return address
        name = led_across(link)
        place = PartPlace(name.brief, name.item or "") if name and name.brief in rendered.slugs else None
        if place and (not place.part or id_of(place) in rendered.ids[page_of(place)]):
            return writer.address(place) or ""
        log.warning("Doc file '%s' contains a link '%s', and readers get no such brief or item: its words stay", source, link.href)
        return None

    return with_led(content, led)
