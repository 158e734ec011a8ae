"""What outputs are made of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier.dossier import Dossier
from generator.library.library import Site
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.wording.wording import Wording


@dataclass(frozen=True)
class Ready:
    """A brief that everything can be made of: its view, and its data."""

    site: Site
    renderer: Renderer
    view: BriefView
    dossier: Dossier

    @property
    def wording(self) -> Wording:
        """The words of the brief's language."""
        return self.renderer.wordings.of(self.view.language)


@dataclass(frozen=True)
class Collection:
    """All briefs that are shown, the newest first."""

    site: Site
    renderer: Renderer
    briefs: tuple[Ready, ...]

    @property
    def listed(self) -> tuple[BriefView, ...]:
        """The views of those that indexes name: withdrawn ones keep their address but are not listed."""
        return tuple(brief.view for brief in self.briefs if not brief.view.withdrawn)
