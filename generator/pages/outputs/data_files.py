"""What is published as data: each brief’s, its media, and all briefs in short, with the schemas of both."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.brief_data import BRIEF_FORMAT
from generator.dossier.briefs_data import BRIEFS_FORMAT, briefs_data
from generator.dossier.form import encoded
from generator.dossier.schemas import schema_path, schemas
from generator.pages.addresses import page_of
from generator.pages.artifacts import DataFile
from generator.pages.nodes import FilePlace
from generator.pages.outputs.ready import Collection, Ready


def data_files(ready: Ready) -> Iterator[DataFile]:
    """`brief.json` and `evidence.json`, and the images that the brief shows."""
    view, data = ready.view, ready.dossier
    for name, content in data.files:
        yield DataFile(page_of(FilePlace(view.slug, name)), content)
    for name, content in data.shown.media.items():
        yield DataFile(page_of(FilePlace(view.slug, f"media/{name}")), content)
    for name, sizes in data.shown.sizes.items():
        for width, content in sizes.smaller.items():
            yield DataFile(page_of(FilePlace(view.slug, f"media/{width}/{name}")), content)


def catalogue(collection: Collection) -> Iterator[DataFile]:
    """`briefs.json`, and the schemas of it and of each brief.json."""
    site = collection.site
    addresses = {form: f"{site.url}{schema_path(form)}" for form in (BRIEF_FORMAT, BRIEFS_FORMAT)}
    yield DataFile("briefs.json", encoded(briefs_data(site, (record.catalogue for record in collection.briefs), addresses)))
    for path, schema in schemas(site.url).items():
        yield DataFile(path, encoded(schema))
