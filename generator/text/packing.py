"""Fields of frozen dataclasses that few ask for: long content, compressed until somebody does, and values that are read only then."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T", str, bytes)
V = TypeVar("V")

_LEVEL = 1  # the fastest: pages are mostly markup, which becomes a fifth in any case


class Packed(Generic[T]):
    """A field whose value is kept as zlib compresses it (RFC 1950): a site is thousands of pages, and each is asked for once or twice.

    A dataclass names it as the type of the field and as its default, and takes and gives the value itself; the field has the default
    that this was made with, if any. What was given last is kept as it is, for who asks for it asks more than once in a row. It may be
    given what makes the value, which is then called when somebody asks.
    """

    def __init__(self, default: T | None = None) -> None:
        self.default: Any = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.last: tuple[object, T] | None = None

    def __get__(self, instance: object | None, owner: type | None = None) -> T:
        if instance is None:  # dataclasses ask for the default
            if self.default is None:
                raise AttributeError(self.name)
            default: T = self.default
            return default
        is_text, packed = _made(instance, self.name)
        last = self.last
        if last is not None and last[0] is packed:
            return last[1]
        content: Any = zlib.decompress(packed)
        value: T = content.decode("utf-8", "surrogatepass") if is_text else content
        self.last = packed, value
        return value

    def __set__(self, instance: object, value: T | Callable[[], T]) -> None:
        vars(instance)[self.name] = value if callable(value) else _compressed(value)


class Unread(Generic[V]):
    """A field that may be given what reads its value, which is called when somebody asks, once. No such value can be called itself.

    A dataclass names it as the type of the field and as its default; the field has none.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object | None, owner: type | None = None) -> V:
        if instance is None:  # dataclasses ask for the default
            raise AttributeError(self.name)
        kept = vars(instance)[self.name]
        if callable(kept):
            kept = vars(instance)[self.name] = kept()
        value: V = kept
        return value

    def __set__(self, instance: object, value: V | Callable[[], V]) -> None:
        vars(instance)[self.name] = value


def packed(instance: object, name: str) -> bytes:
    """The value of such a field as it is kept: equal bytes are of equal values."""
    is_text, content = _made(instance, name)
    return (b"t" if is_text else b"b") + bytes(content)


def _made(instance: object, name: str) -> tuple[bool, bytes]:
    """The value of a field as it is kept, made if it is not yet."""
    kept = vars(instance)[name]
    if callable(kept):
        kept = vars(instance)[name] = _compressed(kept())
    is_text, content = kept
    return is_text, content


def _compressed(value: str | bytes) -> tuple[bool, bytes]:
    content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    return isinstance(value, str), zlib.compress(content, _LEVEL)
