"""The page of a brief, `/<slug>/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.pages import search
from generator.pages.addresses import page_of
from generator.pages.artifacts import Heading, Outline, Page
from generator.pages.contexts import OfBrief
from generator.pages.outputs import linked_data
from generator.pages.outputs.citation_files import meta_tags
from generator.pages.outputs.ready import Ready
from generator.pages.outputs.sharing import share_tags, twins
from generator.pages.sections import on_screen
from generator.pages.story import StoryBlock, Telling
from generator.pages.views import SectionView
from generator.pages.writer import PageWriter


@dataclass(frozen=True)
class BriefPage(OfBrief):
    """The page of a brief, with its answer and its story beside their notes, and the version of its data."""

    template = "site/brief.html.j2"

    version: str
    answer: tuple[StoryBlock, ...]
    story: tuple[StoryBlock, ...]


def brief_page(ready: Ready) -> Iterator[Page]:
    """The page, with all sections that are not empty."""
    site, view = ready.site, replace(ready.view, sections=on_screen(ready.view.sections))
    address = page_of(view.place)
    told = Telling(view)
    writer = PageWriter(site, address, view.language, (*view.places, *told.given))
    html = ready.renderer.render(writer, BriefPage(site, view, "web", ready.dossier.version, told.answer, told.story))
    graph = linked_data.of_brief(ready)
    yield Page(
        address=address,
        title=view.title.words.text,
        description="" if view.withdrawn else view.summary.words.text,
        language=view.language,
        direction=view.direction,
        html=html,
        ids=frozenset(writer.given),
        headings=tuple(_heading(section, writer) for section in view.sections),
        entries=tuple(search.entries(view, writer)),
        mark=view.mark,
        tags=() if view.withdrawn else meta_tags(ready),
        share=share_tags(ready),
        twins=twins(ready),
        graph=graph,
        alternates=tuple((version.language, version.address) for version in view.versions) if site.url else (),
        source=f"{address}brief.yml",
        outline=Outline.of(html, graph),
    )


def _heading(section: SectionView, writer: PageWriter) -> Heading:
    items = {writer.ids[item.place]: search.named(item) for item in section.items if item.place in writer.ids}
    own = writer.ids[section.place]
    return Heading(own, section.title, tuple(Heading(id, title) for id, title in items.items() if title and id != own))
