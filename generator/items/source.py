"""A source: where words come from, pinned by its hash."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.items.base import Date, File, Id, Language, Many, Model, OneOrMany, Url, Words
from generator.items.ref import Keyed

SourceKind = Literal["report", "official", "transcript", "interview", "analysis", "opinion", "data", "satire", "synthetic", "unverified"]
SegmentKind = Literal[
    "report", "official", "transcript", "interview", "analysis", "opinion", "data", "satire", "synthetic", "unverified", "boilerplate"
]

_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")


def _read_lines(value: Any) -> tuple[int, int]:
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return (int(value[0]), int(value[1]))
    match = _RANGE.fullmatch(str(value).strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise PydanticCustomError("bad_lines", "`{value}` is no range of lines: write 32 or 1-27, counted from 1", {"value": str(value)})
    return first, last


class Segment(Model):
    """A stretch of a source's lines that is of another kind than the source."""

    lines: Annotated[tuple[int, int], BeforeValidator(_read_lines, json_schema_input_type=str | int)] = Field(
        description="First and last line, counted from 1: `1-27`, or `32` for one line.", examples=["1-27", 32]
    )
    kind: SegmentKind = Field(
        description="What these lines are; `boilerplate` is navigation, captions and adverts, which nothing may cite."
    )
    note: Words | None = Field(None, description="Why, or what is to be known about it.")


class Withdrawal(Model):
    """That a source no longer stands by what it said."""

    date: Date = Field(description="When it was withdrawn.")
    reason: Words = Field(description="Why, in words that readers see.", examples=["The paper retracted the report."])


class Source(Model):
    """A source article and what is known of it."""

    keyed: ClassVar = Keyed("source", says="title")

    id: Id = Field(description="The id; its permalink is `#source-<id>`.")
    file: File = Field(description="The text, in the brief's folder.", examples=["sources/report.txt"])
    sha256: Annotated[str, Field(pattern=r"^[0-9a-fA-F]{64}$")] | None = Field(
        None, description="The SHA-256 of the file's text, in hexadecimal; line ends and a byte order mark make no difference."
    )
    title: Words = Field(description="The source's own title.")
    publisher: Words | None = Field(None, description="Who published it.")
    author: OneOrMany[Words] = Field((), description="Who wrote it: a name, or a list of names.")
    published: Date | None = Field(None, description="When it was published.")
    retrieved: Date | None = Field(None, description="When the text was taken.")
    url: Url | None = Field(None, description="The live page.")
    archive_url: Url | None = Field(None, description="An archived copy of the page.")
    language: Language | None = Field(None, description="The language of the file (BCP 47).")
    translated_from: Language | None = Field(None, description="The language it was translated from (BCP 47).")
    kind: SourceKind = Field(description="What it is. There is no default: someone must decide.")
    origin: Words | None = Field(
        None, description="Where the information came from; sources of one origin count once.", examples=["yonhap"]
    )
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = Field(None, description="The Admiralty code's letter for the source.")
    publish: Literal["excerpt", "full", "none"] = Field("excerpt", description="How much of the text goes public.")
    segments: Many[Segment] = Field((), description="Lines of another kind than the source's own.")
    withdrawn: Withdrawal | None = Field(
        None, description="That the source was withdrawn, when and why: what rests on nothing else is marked for readers."
    )
