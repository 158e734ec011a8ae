"""Bars on a terminal for whatever takes longer than a moment; nothing where output is piped.

Floor 10.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")


def with_bar(results: Iterable[T], length: int, label: str) -> Iterator[T]:
    """Results as they come, with a bar where a terminal shows it."""
    hidden = not (length and sys.stderr.isatty())
    with click.progressbar(results, length=length, label=label, hidden=hidden, file=sys.stderr) as bar:
        yield from bar


def font_progress(say: Callable[[str], None]) -> Callable[[Iterable[None], int], Iterable[None]]:
    """Says that fonts are made, before it begins, and follows it."""

    def follow(done: Iterable[None], length: int) -> Iterable[None]:
        say("making the fonts, once on this machine; this takes some seconds")
        return with_bar(done, length, "Fonts")

    return follow
