"""The handout of one brief: one template for all forms and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.dossier.dossier import Dossier
from generator.items.handout import Form, Paper, handout_name
from generator.library.library import Site
from generator.pages.addresses import id_of
from generator.pages.artifacts import Print
from generator.pages.contexts import HandoutDocument
from generator.pages.nodes import Place
from generator.pages.outputs.handout.forms import FORMS
from generator.pages.outputs.handout.qr import qr_code
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.paper import PaperWriter
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView


def handout(renderer: Renderer, site: Site, view: BriefView, dossier: Dossier, form: Form = "full", paper: Paper = "a4") -> Print:
    """A document with `brief.json` attached; one on a single sheet comes in ever shorter versions, of which the setter takes what fits."""
    memory: dict[object, Markup] = {}
    versions = list(FORMS[form].versions(printed(view, form)))
    writers = [PaperWriter(view.language, ids(version, form), memory=memory) for version in versions]
    html, *shorter = (
        renderer.render(writer, HandoutDocument(**content(site, view, version, dossier, form)))
        for writer, version in zip(writers, versions, strict=True)
    )
    stamp = view.updated or view.published or view.as_of
    return Print(
        slug=view.slug,
        path=f"{view.slug}/{handout_name(view.slug, form, paper)}",
        html=html,
        css=stylesheet(renderer, form, paper, view.direction),
        files=files(dossier, writers[0]),
        attachments=dossier.attachments(),
        stamp=stamp.iso if stamp else "1980-01-01",
        shorter=tuple(shorter),
        max_pages=FORMS[form].max_pages,
    )


def printed(view: BriefView, form: Form) -> BriefView:
    """A brief with the sections that a form prints."""
    return replace(view, sections=tuple(section for section in view.sections if FORMS[form].prints(section.id)))


def ids(part: BriefView, form: Form, prefix: str = "") -> Mapping[Place, str]:
    """The places in a document and their ids there, with a prefix where it holds several briefs."""
    found: dict[Place, str] = {part.place: "title", **{place: id_of(place) for place in part.places}}
    if FORMS[form].has_appendix:
        found[part.appendix] = "evidence"
        found.update((passage.place, f"evidence-{passage.number}") for passage in part.evidence)
    return {place: prefix + name for place, name in found.items()}


def files(dossier: Dossier, writer: PaperWriter) -> Mapping[str, bytes]:
    """The images that a document shows, by the addresses it gives them."""
    images = sorted(writer.shown, key=lambda place: place.name)
    return {address: dossier.shown.media[image.name.removeprefix("media/")] for image in images if (address := writer.address(image))}


def content(site: Site, view: BriefView, part: BriefView, dossier: Dossier, form: Form) -> dict[str, Any]:
    """What the template of a `HandoutPart` is given; `part` is what is printed of the brief."""
    return {
        "site": site,
        "brief": part,
        "medium": FORMS[form].medium,
        "form": form,
        "code": qr_code(view.address) if site.url else None,
        "version": dossier.version,
        "left_out": FORMS[form].left_out(view, part),
    }
