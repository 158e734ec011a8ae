"""The handout of one brief: one template for all forms and sizes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks import CheckedBrief
from generator.dossier.form import version_of
from generator.items.handout import Form, Paper, handout_name
from generator.library.library import Library
from generator.pages.artifacts import DataFile, Heading, Print
from generator.pages.outputs.brief_page import sections
from generator.pages.outputs.evidence_json import attachments
from generator.pages.outputs.handout import onesheet
from generator.pages.outputs.handout.paper import for_paper, short_address
from generator.pages.outputs.handout.qr import qr_path
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView


def handout(
    renderer: Renderer, library: Library, checked: CheckedBrief, view: BriefView, data: DataFile, form: Form = "full", paper: Paper = "a4"
) -> Print:
    """A document with `brief.json` attached; one on a single sheet comes in ever shorter versions, of which the setter takes what fits."""
    versions = list(onesheet.shortened(view)) if form == "onepage" else [view]
    html, *shorter = (_html(library, renderer, view, part, data, form) for part in versions)
    stamp = checked.brief.updated or checked.brief.published or checked.brief.as_of
    return Print(
        slug=view.slug,
        path=f"{view.slug}/{handout_name(view.slug, form, paper)}",
        html=html,
        css=stylesheet(renderer, form, paper, view.direction),
        files=shown_media(checked, html),
        attachments=attachments(checked, view, data, library.site.key),
        stamp=stamp.isoformat() if stamp else "1980-01-01",
        shorter=tuple(shorter),
        max_pages=2 if form == "onepage" else None,
    )


def shown_media(checked: CheckedBrief, html: str, prefix: str = "") -> Mapping[str, bytes]:
    """The images that a document shows, by the address it gives them."""
    named = ((f"{prefix}media/{name}", content) for name, content in checked.media.items())
    return {name: content for name, content in named if f'"{name}"' in html}


def print_sections(view: BriefView, form: Form) -> tuple[Heading, ...]:
    """The sections that a form prints. The full one cites itself at its end, in its imprint."""
    if form == "onepage":
        return tuple(section for section in sections(view) if section.id in onesheet.SECTIONS)
    return tuple(section for section in sections(view) if section.id != "cite")


def brief_context(library: Library, view: BriefView, part: BriefView, data: DataFile, form: Form) -> dict[str, object]:
    """What a brief's templates need besides its view."""
    return {
        "brief": part,
        "sections": print_sections(part, form),
        "form": form,
        "medium": "sheet" if form == "onepage" else "print",
        "code": qr_path(view.address) if library.site.url else None,
        "short": short_address,
        "version": version_of(data.content),
        "left_out": onesheet.left_out(view, part) if form == "onepage" else (),
    }


def _html(library: Library, renderer: Renderer, view: BriefView, part: BriefView, data: DataFile, form: Form) -> str:
    context = brief_context(library, view, part, data, form)
    return for_paper(renderer.render("handout/handout.html.j2", site=library.site, **context), view.language)
