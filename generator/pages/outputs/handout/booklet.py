"""Several briefs as one booklet: a cover, a contents page with page numbers, and each brief with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.items.handout import Form, Paper
from generator.pages.artifacts import Print
from generator.pages.contexts import Context
from generator.pages.nodes import Place
from generator.pages.outputs.handout.document import HandoutPart, content, files, ids, printed
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.outputs.ready import Ready
from generator.pages.paper import PaperWriter
from generator.pages.views import BriefView


@dataclass(frozen=True)
class Booklet(Context):
    """A booklet of several briefs: each with its part, which is written already."""

    template = "handout/booklet.html.j2"

    title: str
    language: str
    form: Form
    parts: tuple[tuple[BriefView, Markup], ...]


def booklet(title: str, briefs: Sequence[Ready], path: str, form: Form = "full", paper: Paper = "a4") -> Print:
    """A document of several briefs. Each has ids, images and data of its own name, for each has its own `#facts`."""
    site, renderer = briefs[0].site, briefs[0].renderer
    parts = [printed(brief.view, form) for brief in briefs]
    places: dict[Place, str] = {}
    for part in parts:
        places |= ids(part, form, f"{part.slug}--")
    writers = [PaperWriter(part.language, places, f"{part.slug}/", url=site.url) for part in parts]
    bodies = [
        Markup(renderer.render(writer, HandoutPart(**content(brief, part, form))))  # noqa: S704 - by our templates
        for writer, part, brief in zip(writers, parts, briefs, strict=True)
    ]
    whole = Booklet(site, title, site.language, form, tuple(zip(parts, bodies, strict=True)))
    images = [files(brief, writer) for writer, brief in zip(writers, briefs, strict=True)]
    attached = [brief.dossier.attachments(f"{brief.view.slug}.") for brief in briefs]
    direction = "rtl" if all(part.direction == "rtl" for part in parts) else "ltr"
    stamps = [day.iso for part in parts for day in (part.updated, part.published, part.as_of) if day]
    return Print(
        slug=path.removesuffix(".pdf"),
        path=path,
        html=renderer.render(PaperWriter(site.language, places), whole),
        css=f"{stylesheet(renderer, form, paper, direction, site.language)}\n{renderer.templates['handout/booklet.css']}",
        files=_together(images),
        attachments=_together(attached),
        stamp=max(stamps, default="1980-01-01"),
        briefs=len(briefs),
    )


def _together(files: Iterable[Mapping[str, bytes]]) -> Mapping[str, bytes]:
    return {name: content for some in files for name, content in some.items()}
