"""Values as bytes and back: how a cache keeps what was made of a brief.

A value is plain (words, numbers, bytes, days, zones and None), a tuple, list, set or mapping of values, or a dataclass, named tuple or
enumeration of the classes that the codec knows: those that the type of its root names, in however many steps. It becomes JSON, and behind
that the bytes and long texts that are in it, each once:

    8 bytes        how long the JSON is, big-endian
    JSON           the value, and how long each of the parts is that follow
    the parts

In the JSON, words, numbers and None stand for themselves. Everything else is a list that begins with the number of its kind. Of a
dataclass the fields are kept as they are in memory, and it is made of them without asking its class: what it keeps packed stays packed.
A field of the class `Unread` is a part, too: the JSON of its value, which is read when somebody asks for it.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timezone
from decimal import Decimal, DecimalException
from enum import Enum
from functools import partial
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar, get_args, get_type_hints
from zoneinfo import ZoneInfo

from pydantic_core import TzInfo

from generator.text.packing import Unread
from generator.text.places import Text

T = TypeVar("T")
Plain = Any
"""What JSON can say."""

_LONG = 200  # letters, from which on a text is a part of its own
_HEAD = 8  # bytes
_ATOMS = frozenset({type(None), bool, int, float})


class UnknownValueError(TypeError):
    """A value of a class that the codec does not know."""


class Codec(Generic[T]):
    """Encodes and decodes values of a type."""

    def __init__(self, root: Any) -> None:
        plain: tuple[_Form, ...] = (_PART, _TEXT, _LATER, _TUPLE, _LIST, _SET, _MAPPING, _FIXED_MAPPING, _DECIMAL, _DAY, _MOMENT, *_ZONES)
        forms = [*plain, *map(_form, _classes(root))]
        self._writers: Mapping[type, tuple[int, _Form]] = {form.kind: (number, form) for number, form in enumerate(forms)}
        self._readers = [form.read for form in forms]

    def encode(self, value: T) -> bytes:
        """The bytes of a value. Raises UnknownValueError where something in it is of a class that no type of the root names."""
        writing = _Writing(self._writers)
        plain = writing.plain(value)
        head = _json([plain, [*map(len, writing.parts)]])
        return b"".join((len(head).to_bytes(_HEAD, "big"), head, *writing.parts))

    def decode(self, content: bytes) -> T:
        """The value of bytes. Raises ValueError where they are none of this codec's."""
        try:
            end = _HEAD + int.from_bytes(content[:_HEAD], "big")
            plain, lengths = json.loads(content[_HEAD:end])
            parts = []
            for length in lengths:
                parts.append(content[end : end + length])
                end += length
            value: T = _Reading(self._readers, parts).value(plain)
        except (LookupError, TypeError, ValueError, DecimalException, RecursionError) as error:
            raise ValueError(f"not encoded by this codec: {error}") from error
        return value


class _Writing:
    """What one value becomes, and the parts that are found on the way."""

    def __init__(self, writers: Mapping[type, tuple[int, _Form]]) -> None:
        self.writers = writers
        self.numbers: dict[bytes, int] = {}
        self.long: dict[int, tuple[int, str]] = {}  # by the id of a text, which is held on to: a thousand places may stand in one

    @property
    def parts(self) -> Iterable[bytes]:
        return self.numbers

    def part(self, content: bytes) -> int:
        return self.numbers.setdefault(content, len(self.numbers))

    def text(self, value: str) -> int:
        known = self.long.get(id(value))
        if known is None:
            known = self.long[id(value)] = self.part(value.encode("utf-8", "surrogatepass")), value
        return known[0]

    def plain(self, value: Any) -> Plain:
        kind = type(value)
        if kind in _ATOMS or (kind is str and len(value) < _LONG):
            return value
        try:
            number, form = self.writers[kind]
        except KeyError:
            raise UnknownValueError(f"{kind.__module__}.{kind.__qualname__}") from None
        return [number, *form.write(value, self)]


class _Reading:
    """How one value is made again."""

    def __init__(self, readers: list[Callable[[list[Plain], _Reading], Any]], parts: list[bytes]) -> None:
        self.readers, self.parts = readers, parts
        self.texts: dict[int, str] = {}
        self.shared: dict[str, Any] = {}

    def value(self, plain: Plain) -> Any:
        return self.readers[plain[0]](plain, self) if type(plain) is list else plain

    def text(self, number: int) -> str:
        """A text that is a part: the same one, however often it stands in a value."""
        if number not in self.texts:
            self.texts[number] = self.parts[number].decode("utf-8", "surrogatepass")
        return self.texts[number]

    def apart(self, number: int) -> Any:
        """A value that is a part."""
        return self.value(json.loads(self.parts[number]))

    def values(self, plain: list[Plain]) -> list[Any]:
        """What follows the number of a kind."""
        readers = self.readers
        return [readers[each[0]](each, self) if type(each) is list else each for each in plain[1:]]


class _Apart:
    """A value that is written as a part, and read when somebody asks for it."""

    def __init__(self, value: Any) -> None:
        self.value = value


@dataclasses.dataclass(frozen=True)
class _Form:
    """How values of a class are written, and read from a list that begins with the number of the form."""

    kind: type
    write: Callable[[Any, _Writing], Iterable[Plain]]
    read: Callable[[list[Plain], _Reading], Any]


def _json(plain: Plain) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def _each(values: Iterable[Any], writing: _Writing) -> list[Plain]:
    plain = writing.plain  # most values are words, for which nobody need be called
    return [
        value if (kind := type(value)) in _ATOMS or (kind is str and len(value) < _LONG) else plain(value)  # as it does
        for value in values
    ]


def _pairs(mapping: Mapping[Any, Any], writing: _Writing) -> Iterator[Plain]:
    return (writing.plain(each) for pair in mapping.items() for each in pair)


def _paired(plain: list[Plain], reading: _Reading) -> dict[Any, Any]:
    values = reading.values(plain)
    return dict(zip(values[::2], values[1::2], strict=True))


def _moment(value: datetime, writing: _Writing) -> list[Plain]:
    return [value.replace(tzinfo=None).isoformat(), value.fold, writing.plain(value.tzinfo)]


def _moment_of(plain: list[Plain], reading: _Reading) -> datetime:
    return datetime.fromisoformat(plain[1]).replace(fold=plain[2], tzinfo=reading.value(plain[3]))


_PART = _Form(bytes, lambda value, writing: [writing.part(value)], lambda plain, reading: reading.parts[plain[1]])
_TEXT = _Form(
    str,
    lambda value, writing: [writing.text(value)],
    lambda plain, reading: reading.text(plain[1]),
)
_LATER = _Form(
    _Apart,
    lambda value, writing: [writing.part(_json(writing.plain(value.value)))],
    lambda plain, reading: partial(reading.apart, plain[1]),
)
_TUPLE = _Form(tuple, _each, lambda plain, reading: tuple(reading.values(plain)))
_LIST = _Form(list, _each, lambda plain, reading: reading.values(plain))
_SET = _Form(frozenset, _each, lambda plain, reading: frozenset(reading.values(plain)))
_MAPPING = _Form(dict, _pairs, _paired)
_FIXED_MAPPING = _Form(MappingProxyType, _pairs, lambda plain, reading: MappingProxyType(_paired(plain, reading)))
_DECIMAL = _Form(Decimal, lambda value, writing: [str(value)], lambda plain, reading: Decimal(plain[1]))
_DAY = _Form(date, lambda value, writing: [value.isoformat()], lambda plain, reading: date.fromisoformat(plain[1]))
_MOMENT = _Form(datetime, _moment, _moment_of)
_ZONES = (
    _Form(ZoneInfo, lambda value, writing: [value.key], lambda plain, reading: ZoneInfo(plain[1])),
    _Form(
        timezone,
        lambda value, writing: [datetime(1970, 1, 1, tzinfo=value).isoformat()],
        lambda plain, reading: datetime.fromisoformat(plain[1]).tzinfo,
    ),
    _Form(  # of days and times that were read from a file
        TzInfo,
        lambda value, writing: [int(value.utcoffset(None).total_seconds())],
        lambda plain, reading: TzInfo(plain[1]),
    ),
)


def _form(kind: Any) -> _Form:
    """The form of a class that a type names."""
    if issubclass(kind, Enum):
        return _Form(kind, lambda value, writing: [value.value], lambda plain, reading: kind(plain[1]))
    if issubclass(kind, tuple):
        return _Form(kind, _each, lambda plain, reading: tuple.__new__(kind, reading.values(plain)))
    names = tuple(field.name for field in dataclasses.fields(kind))
    of = itemgetter(*names, names[0])  # one more: of a single name it would give no tuple
    if not kind.__dictoffset__:
        return _form_of_slots(kind, names)

    unread = [name for name in names if isinstance(vars(kind).get(name), Unread)]

    def write(value: Any, writing: _Writing) -> list[Plain]:
        given = {**vars(value), **{name: _Apart(getattr(value, name)) for name in unread}} if unread else vars(value)
        return _each(of(given)[:-1], writing)

    def read(plain: list[Plain], reading: _Reading) -> Any:
        made = object.__new__(kind)
        vars(made).update(zip(names, reading.values(plain), strict=True))
        return made

    return _Form(kind, write, _once(read) if kind is Text else read)


def _once(read: Callable[[list[Plain], _Reading], Any]) -> Callable[[list[Plain], _Reading], Any]:
    """A reader that makes of what is written alike one value: a file, in which many places stand, and which knows where its lines begin."""

    def shared(plain: list[Plain], reading: _Reading) -> Any:
        name = repr(plain)  # short: what is long in it is a part
        if name not in reading.shared:
            reading.shared[name] = read(plain, reading)
        return reading.shared[name]

    return shared


def _form_of_slots(kind: type, names: tuple[str, ...]) -> _Form:
    """The form of a dataclass that has slots: of its fields, those that are not as they are if left out, each behind its number."""
    fields: tuple[dataclasses.Field[Any], ...] = dataclasses.fields(kind)
    usual = [field.default_factory() if callable(field.default_factory) else field.default for field in fields]
    of = attrgetter(*names, names[0])

    def write(value: Any, writing: _Writing) -> Iterator[Plain]:
        for number, (given, default) in enumerate(zip(of(value)[:-1], usual, strict=True)):
            if given != default:
                yield number
                yield writing.plain(given)

    def read(plain: list[Plain], reading: _Reading) -> Any:
        values = reading.values(plain)
        return kind(**{names[number]: value for number, value in zip(values[::2], values[1::2], strict=True)})

    return _Form(kind, write, read)


def _classes(root: Any) -> list[type]:
    """The classes that a type names and that have a form, in however many steps, in the order of their names."""
    found: set[type] = set()
    pending, seen = [root], dict[int, Any]()  # which are held on to, for another would get the same id
    while pending:
        hint = pending.pop()
        if id(hint) in seen:
            continue
        seen[id(hint)] = hint
        pending += get_args(hint)
        if isinstance(hint, type):
            is_named = issubclass(hint, tuple) and hasattr(hint, "_fields")
            if dataclasses.is_dataclass(hint) or is_named:
                pending += (*get_type_hints(hint).values(), *hint.__subclasses__())
            if dataclasses.is_dataclass(hint) or is_named or issubclass(hint, Enum):
                found.add(hint)
    return sorted(found, key=lambda kind: (kind.__module__, kind.__qualname__))
