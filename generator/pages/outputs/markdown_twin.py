"""The brief as CommonMark, `/<slug>/index.md`: what its page says, for those who read it as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.addresses import page_of
from generator.pages.artifacts import DataFile
from generator.pages.commonmark import MarkdownWriter
from generator.pages.contexts import OfBrief
from generator.pages.outputs.ready import Ready


@dataclass(frozen=True)
class MarkdownTwin(OfBrief):
    """The brief as a document of CommonMark: there a link is written as one, and prose with its markup."""

    template = "site/brief.md.j2"

    version: str


def markdown_twin(ready: Ready) -> Iterator[DataFile]:
    """The document, with all sections that are not empty."""
    site, view = ready.site, ready.view
    path = page_of(view.text)
    writer = MarkdownWriter(site, path, view.language)
    text = ready.renderer.render(writer, MarkdownTwin(site, view, "web", ready.dossier.version))
    yield DataFile(path, f"{text.strip()}\n".encode())
