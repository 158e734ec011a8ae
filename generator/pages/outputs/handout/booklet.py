"""Several briefs as one booklet: a cover, a contents page with page numbers, and each brief with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.dossier.dossier import Dossier
from generator.items.handout import Form, Paper
from generator.library.library import Site
from generator.pages.artifacts import Print
from generator.pages.contexts import Booklet, HandoutPart
from generator.pages.nodes import Place
from generator.pages.outputs.handout.document import content, files, ids, printed
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.paper import PaperWriter
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView

Entry = tuple[BriefView, Dossier]


def booklet(
    renderer: Renderer, site: Site, title: str, entries: Sequence[Entry], path: str, form: Form = "full", paper: Paper = "a4"
) -> Print:
    """A document of several briefs. Each has ids, images and data of its own name, for each has its own `#facts`."""
    views = [view for view, _ in entries]
    parts = [printed(view, form) for view in views]
    places: dict[Place, str] = {}
    for part in parts:
        places |= ids(part, form, f"{part.slug}--")
    writers = [PaperWriter(part.language, places, f"{part.slug}/") for part in parts]
    bodies = [
        Markup(renderer.render(writer, HandoutPart(**content(site, view, part, dossier, form))))  # noqa: S704 - by our templates
        for writer, part, (view, dossier) in zip(writers, parts, entries, strict=True)
    ]
    whole = Booklet(site, title, site.language, form, tuple(zip(views, bodies, strict=True)))
    images = [files(dossier, writer) for writer, (_, dossier) in zip(writers, entries, strict=True)]
    attached = [dossier.attachments(f"{view.slug}.") for view, dossier in entries]
    direction = "rtl" if all(view.direction == "rtl" for view in views) else "ltr"
    stamps = [day.iso for view in views for day in (view.updated, view.published, view.as_of) if day]
    return Print(
        slug=path.removesuffix(".pdf"),
        path=path,
        html=renderer.render(PaperWriter(site.language, places), whole),
        css=f"{stylesheet(renderer, form, paper, direction)}\n{renderer.templates['handout/booklet.css']}",
        files=_together(images),
        attachments=_together(attached),
        stamp=max(stamps, default="1980-01-01"),
    )


def _together(files: Iterable[Mapping[str, bytes]]) -> Mapping[str, bytes]:
    return {name: content for some in files for name, content in some.items()}
