"""Bars on a terminal for whatever takes longer than a moment; nothing where output is piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

import click

T = TypeVar("T")


def with_bar(results: Iterable[T], length: int, label: str) -> Iterator[T]:
    """Results as they come, with a bar where a terminal shows it."""
    with click.progressbar(results, length=length, label=label, hidden=not length or _hidden(), file=sys.stderr) as bar:
        yield from bar


@contextmanager
def bar_of(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to tell how many steps are done, and of how many; the bar comes with the first of them."""
    with ExitStack() as stack:

        def tell(done: int, total: int) -> None:
            if done == 1:
                bars.append(stack.enter_context(click.progressbar(length=total, label=label, hidden=_hidden(), file=sys.stderr)))
            bars[0].update(1)

        bars: list[Any] = []
        yield tell


def font_progress(say: Callable[[str], None]) -> Callable[[Iterable[None], int], Iterable[None]]:
    """Says that fonts are made, before it begins, and follows it."""

    def follow(done: Iterable[None], length: int) -> Iterable[None]:
        say("making the fonts, once on this machine; this takes some seconds")
        return with_bar(done, length, "Fonts")

    return follow


def _hidden() -> bool:
    return sys.stderr is None or not sys.stderr.isatty()
