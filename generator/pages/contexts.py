"""What each template of a document is given: the types that publishers who write templates of their own may count on.

Every template also has the function `link(words, target, class)` and the filters of `renderer`. `docs/templates.md` lists it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from generator.items.handout import Form
from generator.library.library import Site
from generator.pages.nodes import Link, SourcePlace, Words
from generator.pages.sections.sources import SourceView
from generator.pages.views import BriefView


@dataclass(frozen=True)
class Context:
    """What all documents of a publication know of it. `template` is the name of the template that is given it."""

    template: ClassVar[str] = ""

    site: Site


@dataclass(frozen=True)
class OfBrief(Context):
    """What documents of a brief share: `medium` is `web`, `print`, or `sheet`, one sheet of paper, which has no appendix."""

    brief: BriefView
    medium: str


@dataclass(frozen=True)
class BriefPage(OfBrief):
    """The page of a brief, with the version of its data."""

    template = "site/brief.html.j2"

    version: str


@dataclass(frozen=True)
class Stretch:
    """Words of a paragraph, cited or not; `places` are the passages that begin here, `items` what cites them."""

    words: Words
    cited: bool
    places: tuple[SourcePlace, ...]
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source; `gap` says that text was left out before it, `kind` what it is if not of the source's kind."""

    line: int
    gap: bool
    kind: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class SourcePage(OfBrief):
    """The page of a source: what a brief cites of it, in context."""

    template = "site/source.html.j2"

    source: SourceView
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class BriefList(Context):
    """The list of briefs on the home page."""

    template = "site/list.html.j2"

    briefs: tuple[BriefView, ...]


@dataclass(frozen=True)
class FindingView:
    """A finding: where and what it is, with its line cut at the words it is about."""

    place: str
    code: str
    severity: str
    message: str
    before: str
    words: str
    after: str
    details: str | None
    fix: str | None

    @property
    def has_line(self) -> bool:
        """Whether there is a line to show."""
        return bool(self.before or self.words or self.after)


@dataclass(frozen=True)
class FindingsPage(Context):
    """The page of a brief that cannot be built, for its editor."""

    template = "site/findings.html.j2"

    title: str
    findings: tuple[FindingView, ...]
    errors: str


@dataclass(frozen=True)
class QrCode:
    """A QR code: its width in modules, and the path of its dark ones."""

    width: int
    path: str


@dataclass(frozen=True)
class HandoutPart(OfBrief):
    """A brief's part of a handout or booklet: the QR code of its address, the version of its data, and what a sheet left out, in words."""

    template = "handout/brief.html.j2"

    form: Form
    code: QrCode | None
    version: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class HandoutDocument(HandoutPart):
    """The handout of one brief."""

    template = "handout/handout.html.j2"


@dataclass(frozen=True)
class Booklet(Context):
    """A booklet of several briefs: each with its part, which is written already."""

    template = "handout/booklet.html.j2"

    title: str
    language: str
    form: Form
    parts: tuple[tuple[BriefView, Markup], ...]
