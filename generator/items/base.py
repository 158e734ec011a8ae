"""What all items are made of: a frozen model, and the types of texts, ids, dates, files and addresses."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from generator.items.marks import Cites, Prose, Refers
from generator.items.ref import Keyed
from generator.text.codes import RULES
from generator.text.edtf import parse_edtf
from generator.text.slugs import LONGEST, slug

ID_PATTERN = rf"^(?=.{{1,{LONGEST}}}$)[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(Z|[+-]\d{2}:\d{2})?")
MOMENT_PATTERN = r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$"


class Model(BaseModel):
    """A frozen value; unknown keys are errors. Empty values count as left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, strict=True, validate_default=False)

    keyed: ClassVar[Keyed | None] = None
    """What its items are called, where it is the model of a kind of items."""

    def model_post_init(self, _: Any, /) -> None:
        """Values with the same fields share the set of their names, which takes more memory than most values."""
        names = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _SHARED.setdefault(frozenset(names), names))


_SHARED: dict[frozenset[str], set[str]] = {}


def _check_id(value: str) -> str:
    if not re.fullmatch(ID_PATTERN[1:-1], value):
        raise PydanticCustomError(
            "bad_id",
            "`{value}` is no id: use lower-case letters a–z and digits, parts joined by single hyphens"
            + (f", {LONGEST} characters at most" if len(value) > LONGEST else ""),
            {"value": value, "fix": slug(value, LONGEST) or None},
        )
    return value


def _check_code(value: str) -> str:
    if value not in RULES:
        raise PydanticCustomError("bad_code", "`{value}` is no code of a finding", {"value": value})
    return value


def _check_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (match := _ISO_DATE.fullmatch(value.strip())):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            raise PydanticCustomError("bad_date", "`{value}` is a date that does not exist", {"value": value}) from None
    raise PydanticCustomError("bad_date", "`{value}` is no date of the form 2024-10-22 (ISO 8601: year, month, day)", {"value": str(value)})


def _check_moment(value: Any) -> date:
    """A date, or a time that says how far its clock is from UTC: nobody has to know whose midnight is meant, or which of two hours."""
    written = value.strip() if isinstance(value, str) else ""
    match = _ISO_TIME.fullmatch(written)
    if match is None:
        return value if isinstance(value, datetime) and value.tzinfo else _check_date(value)
    if match[1] is None:
        words, fix = "`{value}` does not say in which zone", f"write {written}Z, or how far the clock is from UTC: {written}+02:00"
        raise PydanticCustomError("bad_date", words, {"value": written, "fix": fix})
    try:
        moment = datetime.fromisoformat(written)
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        moment = datetime.min
    if not 1 < moment.year < 9999:
        raise PydanticCustomError("bad_date", "`{value}` is a time that does not exist", {"value": written})
    return moment


def _check_edtf(value: Any) -> str:
    written = str(value).strip()
    if parse_edtf(written) is None:
        raise PydanticCustomError(
            "bad_date",
            "`{value}` is no date of a timeline: write 2024-10-22, 2024-10, 2024, 2024-10-22~ (about) or 2024-10/2024-12 (EDTF)",
            {"value": written},
        )
    return written


def _check_file(value: str) -> str:
    parts = value.split("/")
    outside = value.startswith("/") or "\\" in value or ":" in parts[0] or ".." in parts or "\0" in value
    if outside or not all(part and part != "." for part in parts):
        raise PydanticCustomError(
            "bad_path", "`{value}` leads out of the brief's folder, or is no plain path", {"value": value, "fix": "sources/name.txt"}
        )
    return value


def is_url(value: str) -> bool:
    """Whether a text is an address on the web."""
    return bool(re.fullmatch(r"https?://[^\s/?#@]+([/?#]\S*)?", value, re.IGNORECASE))


def _check_url(value: str) -> str:
    if not is_url(value):
        raise PydanticCustomError("bad_url", "`{value}` is no address that begins with https:// or http://", {"value": value})
    return value


def _none_is_empty(value: Any) -> Any:
    return () if value is None else tuple(value) if isinstance(value, list) else value


def _one_is_list(value: Any) -> Any:
    return _none_is_empty([value] if isinstance(value, str) else value)


Words = Annotated[str, Field(min_length=1)]
"""Plain text on one line or several."""

Inline = Annotated[Words, Prose("inline")]
Block = Annotated[Words, Prose("block")]
Exact = Annotated[Words, Cites()]

Id = Annotated[str, AfterValidator(_check_id), Field(json_schema_extra={"pattern": ID_PATTERN})]
ActorId = Annotated[Id, Refers(("actor",))]
FactId = Annotated[Id, Refers(("fact",))]
SourceId = Annotated[Id, Refers(("source",))]
Via = Annotated[Words, Refers(("actor", "source"), "words")]

Code = Annotated[str, AfterValidator(_check_code)]
Date = Annotated[date, BeforeValidator(_check_date, json_schema_input_type=str), Field(json_schema_extra={"format": "date"})]
Moment = Annotated[
    datetime | date, BeforeValidator(_check_moment, json_schema_input_type=str), Field(json_schema_extra={"pattern": MOMENT_PATTERN})
]
"""A day, which is one in the publication’s zone, or a time with its own."""

Edtf = Annotated[str, BeforeValidator(_check_edtf, json_schema_input_type=str | int)]
File = Annotated[Words, AfterValidator(_check_file)]
Url = Annotated[str, AfterValidator(_check_url)]
Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]

T = TypeVar("T")


class _ListForms:
    """Says in the JSON Schema of what editors write that a list may be empty (null) and, where `single`, be written as its one entry."""

    def __init__(self, *, single: bool) -> None:
        self.single = single

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(schema)
        if handler.mode == "serialization":
            return listed
        forms = [listed["items"]] if self.single else []
        return {"anyOf": [*forms, listed, {"type": "null"}]}


Many = Annotated[tuple[T, ...], BeforeValidator(_none_is_empty), _ListForms(single=False)]
"""A list that may be left out or left empty."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_is_list), _ListForms(single=True)]
"""A list, or its single entry written without a list."""

AtLeastOne = Annotated[tuple[T, ...], Field(min_length=1), BeforeValidator(_none_is_empty)]
"""A list that must have an entry."""


Acceptances = dict[Code, Words]
"""Codes of findings that an editor has looked at and accepts, each with the reason."""


class Item(Model):
    """What facts, actors, quotes, questions and events have in common."""

    draft: bool = Field(False, description="A proposal that nobody has accepted yet; never published.")
    accept: Acceptances = Field(
        default_factory=dict,
        description="Findings that an editor has looked at and accepts: a code, and the reason; readers see it for B304–B307, B319, B320.",
        examples=[{"B304": "the ministry uses this figure"}],
    )
