"""Several briefs as one booklet: a cover, a contents page with page numbers, and each brief with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from generator.checks import CheckedBrief
from generator.items.handout import Form, Paper
from generator.library.library import Library
from generator.pages.artifacts import DataFile, Print
from generator.pages.outputs.evidence_json import attachments
from generator.pages.outputs.handout.document import brief_context, shown_media
from generator.pages.outputs.handout.paper import for_paper
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView

_OWN_ADDRESS = re.compile(r'(\s(?:id="|href="#))([^"]+")')
_MEDIA = re.compile(r'(\ssrc=")(media/[^"]+")')

Entry = tuple[Library, CheckedBrief, BriefView, DataFile]


def booklet(renderer: Renderer, title: str, entries: Sequence[Entry], path: str, form: Form = "full", paper: Paper = "a4") -> Print:
    """A document of several briefs; each brief's data is attached under its name."""
    views = [view for _, _, view, _ in entries]
    bodies = [_body(library, renderer, view, data, form) for library, _, view, data in entries]
    site = entries[0][0].site
    briefs = list(zip(views, bodies, strict=True))
    html = renderer.render("handout/booklet.html.j2", title=title, language=site.language, briefs=briefs, site=site, form=form)
    html = for_paper(html, site.language)
    files: dict[str, bytes] = {}
    attached: dict[str, bytes] = {}
    for library, checked, view, data in entries:
        files |= shown_media(checked, html, f"{view.slug}/")
        attached |= attachments(checked, view, data, library.site.key, f"{view.slug}.")
    direction = "rtl" if all(view.direction == "rtl" for view in views) else "ltr"
    stamps = [day.iso for view in views for day in (view.updated, view.published, view.as_of) if day]
    return Print(
        slug=path.removesuffix(".pdf"),
        path=path,
        html=html,
        css=f"{stylesheet(renderer, form, paper, direction)}\n{renderer.templates['handout/booklet.css']}",
        files=files,
        attachments=attached,
        stamp=max(stamps, default="1980-01-01"),
    )


def _body(library: Library, renderer: Renderer, view: BriefView, data: DataFile, form: Form) -> Markup:
    """A brief's part of the booklet: its ids and images bear its name, for each brief has its own `#facts`."""
    html = renderer.render("handout/brief.html.j2", site=library.site, **brief_context(library, view, view, data, form))
    html = _OWN_ADDRESS.sub(rf"\g<1>{view.slug}--\g<2>", html)
    return Markup(_MEDIA.sub(rf"\g<1>{view.slug}/\g<2>", html))  # noqa: S704 - rendered by our own templates
