"""The handout: the same sections and view as the page, laid out for paper."""

from __future__ import annotations

import segno

from generator.checks import CheckedBrief
from generator.library import Library
from generator.outputs.brief_page import sections
from generator.outputs.made import DataFile, Print
from generator.outputs.views import BriefView
from generator.render import Renderer


def handout(library: Library, renderer: Renderer, checked: CheckedBrief, view: BriefView, data: DataFile) -> Print:
    """An A4 document with numbered evidence in an appendix and `brief.json` attached."""
    html = renderer.render(
        "handout/handout.html.j2",
        brief=view,
        sections=[section for section in sections(view) if section.id != "cite"],
        site=library.site,
        medium="print",
        code=qr_path(view.address) if library.site.url else None,
    )
    stamp = checked.brief.updated or checked.brief.published or checked.brief.as_of
    return Print(
        slug=view.slug,
        path=f"{view.slug}/{view.slug}.pdf",
        html=html,
        css=renderer.templates["handout/handout.css"],
        files={f"media/{name}": content for name, content in checked.media.items() if f"media/{name}" in html},
        attachments={"brief.json": data.content},
        stamp=stamp.isoformat() if stamp else "1980-01-01",
    )


def qr_path(address: str) -> tuple[int, str]:
    """A QR code (ISO/IEC 18004) for an address: its width in modules and an SVG path of its dark modules."""
    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return len(rows), path
