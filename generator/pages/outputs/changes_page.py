"""What has changed in a brief since it was published, `/<slug>/changes/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.artifacts import Page
from generator.pages.contexts import OfBrief
from generator.pages.outputs.ready import Ready
from generator.pages.writer import PageWriter


@dataclass(frozen=True)
class ChangesPage(OfBrief):
    """The page of a brief that tells what has changed in it."""

    template = "site/changes.html.j2"


def changes_page(ready: Ready) -> Iterator[Page]:
    """The page, where something has changed."""
    site, view = ready.site, ready.view
    if view.changes is None:
        return
    writer = PageWriter(site, view.changes.address, view.language)
    title = ready.wording.gettext("What has changed in “{title}”", title=view.title.words)
    yield Page(
        address=view.changes.address,
        title=title,
        description=view.steps[0].words,
        language=view.language,
        direction=view.direction,
        html=ready.renderer.render(writer, ChangesPage(site, view, "web")),
        ids=frozenset(writer.given),
        listed=False,
        mark=view.mark,
    )
