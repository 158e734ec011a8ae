"""What a codec encodes it decodes to the same, of the classes that it knows and of no others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import TzInfo

from generator.engine.codec import Codec, UnknownValueError
from generator.pages.artifacts import DataFile
from generator.pages.nodes import PartPlace, Place, Rich, inline
from generator.text.finding import Severity
from generator.text.packing import Unread
from generator.text.places import Span, Text
from generator.text.ref import ItemRef


@dataclass(frozen=True)
class Root:
    """A value with a place for everything."""

    any: Any = None
    rich: Rich | None = None
    place: Place | None = None
    file: DataFile | None = None
    ref: tuple[ItemRef, ...] = ()
    level: Severity | None = None
    more: dict[str, Any] = field(default_factory=dict)


CODEC = Codec[Root](Root)
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=7)), ZoneInfo("Europe/Berlin"), TzInfo(3600)])
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.decimals(allow_nan=False)
    | st.text(st.characters(codec=None, exclude_categories=()))
    | st.text("ab\u0800", min_size=190, max_size=210)
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=ZONES)
    | st.builds(ItemRef, st.just("fact"), st.text())
    | st.sampled_from(Severity)
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.frozensets(ATOMS) | st.dictionaries(ATOMS, inner) | inner.map(Root),
    max_leaves=12,
)


def alike(one: object, other: object) -> bool:
    """Whether two values are equal, and of the same classes; the members of a set have no order."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    if isinstance(one, Root) and isinstance(other, Root):
        return alike(one.any, other.any)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return alike([*map(list, one.items())], [*map(list, other.items())])
    return repr(one) == repr(other)


@given(VALUES)
def test_what_is_encoded_comes_back(value: object) -> None:
    """Whatever a value is made of, it comes back equal and of the same classes, down to whether a sequence can be changed."""
    assert alike(CODEC.decode(CODEC.encode(Root(value))), Root(value))


def test_a_text_and_a_packed_file_come_back() -> None:
    """The parts of a text with its links, which are never equal to others, and a file that is packed in memory."""
    text = inline("A *bridge* [closes](fact:x)", "en", lambda link: PartPlace("b", ItemRef("fact", "x")))
    made = CODEC.decode(CODEC.encode(Root(rich=text, file=DataFile("a", b"content" * 99))))
    assert made.rich is not None
    assert made.rich.tokens == text.tokens
    assert made.rich.targets == (PartPlace("b", ItemRef("fact", "x")),)
    assert made.file == DataFile("a", b"content" * 99)


def test_places_in_one_file_stay_in_one_file() -> None:
    """A file in which many places stand is written once, and made once when they are read: else a thousand findings would hold it a
    thousand times."""
    codec = Codec[tuple[Span, ...]](tuple[Span, ...])
    file, other = Text("a.txt", "a line\n" * 99), Text("b.txt", "a line\n" * 99)
    content = codec.encode((*map(file.span, range(50)), other.span()))
    *places, last = codec.decode(content)
    assert [*places, last] == [*map(file.span, range(50)), other.span()]
    assert content.count(b"a line") == 99
    assert len({id(place.text) for place in places}) == 1


@dataclass(frozen=True)
class Book:
    """What few read to the end."""

    title: str
    text: Unread[tuple[Any, ...]] = Unread()  # noqa: RUF009 - a descriptor, and no default


@given(st.lists(VALUES).map(tuple))
def test_an_unread_field_is_read_when_somebody_asks(value: tuple[Any, ...]) -> None:
    """What is decoded holds no value of such a field before somebody asks; then it is the value that was encoded, and stays it."""
    codec = Codec[tuple[Book, Root]](tuple[Book, Root])
    for given_value in (value, lambda: value):
        book, _ = codec.decode(codec.encode((Book("a", given_value), Root())))
        assert callable(vars(book)["text"])
        assert alike(book.text, value)
        assert book.text is book.text


def test_a_class_that_no_type_names_is_refused() -> None:
    """Nothing is kept that could not be made again."""
    for stranger in (Stranger(), type("Words", (str,), {})("x"), type("Numbers", (tuple,), {})((1,)), object):
        with pytest.raises(UnknownValueError):
            CODEC.encode(Root([stranger]))


@dataclass(frozen=True)
class Stranger:
    """What a codec of `Root` has never heard of."""


@given(st.binary(), st.integers(0, 200))
def test_other_bytes_are_no_value(content: bytes, at: int) -> None:
    """Bytes that are none of a codec's are refused, or are another value of its classes: nothing else happens."""
    encoded = CODEC.encode(Root((1, "two", date(2026, 2, 3), datetime(2026, 2, 3, tzinfo=UTC)), ref=(ItemRef("fact", "x"),)))
    for damaged in (content, encoded[:at], encoded[:at] + content + encoded[at:]):
        try:
            CODEC.decode(damaged)
        except ValueError:
            continue
