"""What brief.json and evidence.json must look like to be verified; anything else in them is passed over."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.dossier.form import FORMAT

LARGEST = 20_000_000  # bytes of a file of JSON
_Offset = Field(ge=0, le=1 << 40)


class Form(BaseModel):
    """A part of a file: types are held to, keys that are not known are passed over."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Piece(Form):
    """Consecutive words of a source."""

    start: int = _Offset
    end: int = _Offset
    sha256: str
    exact: str | None = None


class Passage(Form):
    """Words that an item rests on."""

    number: int
    item: str
    source: str
    tier: str
    line: int
    column: int
    prefix: str = ""
    suffix: str = ""
    pieces: tuple[Piece, ...] = Field(strict=False, min_length=1)


class Words(Form):
    """A text of the brief as it is printed."""

    item: str
    words: str


class SourceFile(Form):
    """A source: all that is said of it but its hash is held against brief.json."""

    id: str
    file: str = ""
    title: str = ""


class EvidenceSource(SourceFile):
    """A source as evidence.json knows it."""

    sha256: str


class About(Form):
    """The brief that evidence belongs to; `sha256` is that of its brief.json."""

    slug: str
    title: str
    as_of: str | None = None
    url: str = ""
    language: str = "en"
    sha256: str


class Evidence(Form):
    """evidence.json."""

    format: Literal[FORMAT]  # type: ignore[valid-type]
    brief: About
    sources: tuple[EvidenceSource, ...] = Field(strict=False)
    texts: tuple[Words, ...] = Field(strict=False)
    passages: tuple[Passage, ...] = Field(strict=False)
    sha256: str
    key: str | None = None
    signature: str | None = None
    printed: dict[str, int] | None = None
    parts: dict[str, str] | None = None


class Cited(Form):
    """A passage in brief.json, or a quote with its words before translation."""

    source: str
    quote: str
    original: str | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words of which its place has one or the other."""
        return (self.quote,) if self.original is None else (self.quote, self.original)


class Original(Form):
    """The words of a quote before translation, in brief.json."""

    text: str


class BriefItem(Form):
    """A fact, a quote, a question or an event in brief.json."""

    id: str = ""
    text: str = ""
    question: str = ""
    source: str = ""
    translated: bool = False
    original: Original | None = None
    evidence: tuple[Cited, ...] = Field((), strict=False)


class Anchor(Form):
    """A place in brief.json."""

    item: str
    number: int
    source: str
    start: int = _Offset
    end: int = _Offset
    line: int
    column: int
    tier: str
    sha256: str
    words: str | None = None


class Brief(Form):
    """brief.json."""

    format: Literal["explainer-brief/1"]
    slug: str
    title: str
    url: str = ""
    as_of: str | None = None
    status: str = ""
    sha256: str | None = None
    sources: tuple[SourceFile, ...] = Field((), strict=False)
    facts: tuple[BriefItem, ...] = Field((), strict=False)
    quotes: tuple[BriefItem, ...] = Field((), strict=False)
    questions: tuple[BriefItem, ...] = Field((), strict=False)
    timeline: tuple[BriefItem, ...] = Field((), strict=False)
    anchors: tuple[Anchor, ...] = Field((), strict=False)
