"""What each template of a document is given: the types that publishers who write templates of their own may count on.

Every template also has the function `link(words, target, class)` and the filters of `renderer`. `docs/templates.md` lists it all.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.items.handout import Form
from generator.library.library import Site
from generator.pages.nodes import Link, Place, Words
from generator.pages.sections.sources import SourceView
from generator.pages.views import BriefView, SectionView


@dataclass(frozen=True)
class Context:
    """What all documents of a publication know of it."""

    site: Site


@dataclass(frozen=True)
class OfBrief(Context):
    """What documents of a brief share: `medium` is `web`, `print`, or `sheet`, one sheet of paper, which has no appendix."""

    brief: BriefView
    medium: str


@dataclass(frozen=True)
class OfSection(OfBrief):
    """What the template of a section is given."""

    section: SectionView


@dataclass(frozen=True)
class Stretch:
    """Words of a paragraph, cited or not; `places` are the passages that begin here, `items` what cites them."""

    words: Words
    cited: bool
    places: tuple[Place, ...]
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source; `gap` says that text was left out before it, `kind` what it is if not of the source's kind."""

    line: int
    gap: bool
    kind: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class OfSource(OfBrief):
    """What the page of a source is given."""

    source: SourceView
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class OfList(Context):
    """What the list of briefs is given."""

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
class OfFindings(Context):
    """What the page of a brief that cannot be built is given."""

    title: str
    findings: tuple[FindingView, ...]
    errors: str


@dataclass(frozen=True)
class Code:
    """A QR code: its width in modules, and the path of its dark ones."""

    width: int
    path: str


@dataclass(frozen=True)
class OfHandout(OfBrief):
    """What a handout is given: the QR code of the brief's address, the version of its data, and what a sheet left out, in words."""

    form: Form
    code: Code | None
    version: str
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class OfBooklet(Context):
    """What a booklet is given: its title, and each brief with its part, which is written already."""

    title: str
    language: str
    form: Form
    parts: tuple[tuple[BriefView, Markup], ...]
