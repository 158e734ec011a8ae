"""What is published of a brief as it is: its data, and its media."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.addresses import page_of
from generator.pages.artifacts import DataFile
from generator.pages.nodes import FilePlace
from generator.pages.outputs.ready import Ready


def data_files(ready: Ready) -> Iterator[DataFile]:
    """`brief.json` and `evidence.json`, and the images that the brief shows."""
    view, data = ready.view, ready.dossier
    for name, content in data.files:
        yield DataFile(page_of(FilePlace(view.slug, name)), content)
    for name, content in data.shown.media.items():
        yield DataFile(page_of(FilePlace(view.slug, f"media/{name}")), content)
