"""A publication in memory, up to all that its site and its handouts are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from generator.checks import Policy
from generator.engine import storage
from generator.items.handout import Handout
from generator.library.library import Site, collect
from generator.library.survey import Memory, Survey
from generator.pages.renderer import Renderer
from generator.pipeline import Rendered, render_publication
from tests.support.publication import check_all

SITE = Site("The Gazette", "https://gazette.example.org/", "en")


@dataclass(frozen=True)
class Edition:
    """A publication as it is on a day: briefs as slug → path → content, the shared files, its settings and its own templates."""

    briefs: Mapping[str, Mapping[str, str | bytes]]
    shared: Mapping[str, str | bytes] = field(default_factory=dict)
    now: datetime = datetime(2026, 3, 1, tzinfo=UTC)
    levels: Mapping[str, str] = field(default_factory=dict)
    preview: bool = False
    site: Site = SITE
    handouts: Handout = Handout()  # noqa: RUF009 - a frozen value
    templates: tuple[tuple[str, str], ...] = ()

    def checked(self, memory: Memory | None = None) -> Survey:
        """What is found in it; a memory keeps what has not changed for the next one."""
        return check_all(self.briefs, self.shared, Policy(self.now.astimezone(self.site.zone).date(), self.levels, self.site.zone), memory)

    def rendered(self, memory: Memory | None = None, checked: Survey | None = None) -> Rendered:
        """What is shown of it, or of what was found in another one."""
        checked = checked or self.checked(memory)
        library = collect(self.site, checked, self.now, preview=self.preview)
        return render_publication(library, _renderer(self.templates), checked, memory, self.handouts)

    def contents(self) -> dict[str, str]:
        """All that it publishes by path, the parts of handouts as they are before they are set."""
        rendered = self.rendered()
        found = {f"{page.address}index.html": page.html for page in rendered.pages} | {"index.html": rendered.brief_list}
        found |= {f"{page.address} graph": page.graph for page in rendered.pages if page.graph}
        found |= {file.path: file.content.decode(errors="replace") for file in rendered.files}
        for document in rendered.prints:
            found |= {f"{document.path} {number}": html for number, html in enumerate((document.html, *document.shorter))}
            found |= {f"{document.path} {name}": content.decode() for name, content in document.attachments.items()}
        return found


@cache
def _renderer(own: tuple[tuple[str, str], ...]) -> Renderer:
    return Renderer({**storage.read_templates((storage.templates_folder(),)), **dict(own)})
