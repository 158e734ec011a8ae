"""The handout of one brief: one template for all forms and sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from generator.items.handout import Form, Paper, handout_name
from generator.pages.addresses import id_of
from generator.pages.artifacts import Print
from generator.pages.contexts import OfBrief
from generator.pages.nodes import Place
from generator.pages.outputs.handout.forms import FORMS
from generator.pages.outputs.handout.qr import QrCode, qr_code
from generator.pages.outputs.handout.styles import stylesheet
from generator.pages.outputs.ready import Ready
from generator.pages.paper import PaperWriter
from generator.pages.views import BriefView


@dataclass(frozen=True)
class HandoutPart(OfBrief):
    """A brief's part of a handout or booklet: the QR code of its address, the version of its data, and what a sheet left out, in words."""

    template = "handout/brief.html.j2"

    form: Form
    code: QrCode | None
    version: str
    left_out: str


@dataclass(frozen=True)
class HandoutDocument(HandoutPart):
    """The handout of one brief."""

    template = "handout/handout.html.j2"


def handouts(ready: Ready) -> Iterator[Print]:
    """The handouts that are made of a brief."""
    return (handout(ready, made.form, made.paper) for made in ready.view.handouts)


def handout(ready: Ready, form: Form = "full", paper: Paper = "a4") -> Print:
    """A document with `brief.json` attached; one on a single sheet comes in ever shorter versions, of which the setter takes what fits."""
    view = ready.view
    memory: dict[object, Markup] = {}
    versions = list(FORMS[form].versions(printed(view, form)))
    writers = [PaperWriter(view.language, ids(version, form), memory=memory, url=ready.site.url) for version in versions]
    html, *shorter = (
        ready.renderer.render(writer, HandoutDocument(**content(ready, version, form)))
        for writer, version in zip(writers, versions, strict=True)
    )
    stamp = view.updated or view.published or view.as_of
    return Print(
        slug=view.slug,
        path=f"{view.slug}/{handout_name(view.slug, form, paper)}",
        html=html,
        css=stylesheet(ready.renderer, form, paper, view.direction, view.language),
        files=files(ready, writers[0]),
        attachments=ready.dossier.attachments(),
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


def files(ready: Ready, writer: PaperWriter) -> Mapping[str, bytes]:
    """The images that a document shows, by the addresses it gives them."""
    images = sorted(writer.shown, key=lambda place: place.name)
    media = ready.dossier.shown.media
    return {address: media[image.name.removeprefix("media/")] for image in images if (address := writer.address(image))}


def content(ready: Ready, part: BriefView, form: Form) -> dict[str, Any]:
    """What the template of a `HandoutPart` is given; `part` is what is printed of the brief."""
    return {
        "site": ready.site,
        "brief": part,
        "medium": FORMS[form].medium,
        "form": form,
        "code": qr_code(part.address) if ready.site.url else None,
        "version": ready.dossier.version,
        "left_out": ready.wording.listed(FORMS[form].left_out(ready.view, part, ready.wording)),
    }
