"""Long content of frozen dataclasses, compressed as long as nobody asks for it."""

from __future__ import annotations

import zlib
from typing import Any, Generic, TypeVar

T = TypeVar("T", str, bytes)

_LEVEL = 1  # the fastest: pages are mostly markup, which becomes a fifth in any case


class Packed(Generic[T]):
    """A field whose value is kept as zlib compresses it (RFC 1950): a site is thousands of pages, and each is asked for once or twice.

    A dataclass names it as the type of the field and as its default, and takes and gives the value itself; the field has the default
    that this was made with, if any. What was given last is kept as it is, for who asks for it asks more than once in a row.
    """

    def __init__(self, default: T | None = None) -> None:
        self.default: T | None = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.last: tuple[object, T] | None = None

    def __get__(self, instance: object | None, owner: type | None = None) -> T:
        if instance is None:  # dataclasses ask for the default
            if self.default is None:
                raise AttributeError(self.name)
            return self.default
        is_text, packed = vars(instance)[self.name]
        last = self.last
        if last is not None and last[0] is packed:
            return last[1]
        content: Any = zlib.decompress(packed)
        value: T = content.decode("utf-8", "surrogatepass") if is_text else content
        self.last = packed, value
        return value

    def __set__(self, instance: object, value: T) -> None:
        is_text = isinstance(value, str)
        content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        vars(instance)[self.name] = is_text, zlib.compress(content, _LEVEL)


def packed(instance: object, name: str) -> bytes:
    """The value of such a field as it is kept: equal bytes are of equal values."""
    is_text, content = vars(instance)[name]
    return (b"t" if is_text else b"b") + bytes(content)
