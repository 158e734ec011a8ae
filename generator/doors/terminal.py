"""What commands say: plain words, whatever names and texts of others are in them.

What has colours of its own (findings, an explanation) is made of cleaned words and printed by click itself.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from generator.text.visible import lines, words


def say(message: object, *, err: bool = False) -> None:
    """Print one line of words."""
    click.echo(lines(words(message)), err=err)


def open_standard() -> None:
    """Open what of standard input, output and errors is closed, to nothing: the next file that is opened would be in its place.

    A library in C that prints a warning would write it into that file.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)


class PlainLog(logging.Filter):
    """Leaves of a logged message its words."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = lines(record.getMessage()), ()
        return True


_PLAIN = PlainLog()


def keep_plain(logger: logging.Logger) -> None:
    """Let nothing but words through a logger's handlers."""
    for handler in logger.handlers:
        handler.addFilter(_PLAIN)  # a second time changes nothing


@contextmanager
def interruptible() -> Iterator[None]:
    """Within it a command that is interrupted (^C, SIGTERM) clears up, says `Aborted!` and ends with the status that shells give for the
    signal, also where a library makes an error of its own of the interrupt."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    interrupted = 0

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = number
        signal.default_int_handler(number, frame)

    usual = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except Exception:
        if not interrupted:
            raise
        click.echo("Aborted!", err=True)
        sys.exit(128 + interrupted)
    except SystemExit:
        if not interrupted:
            raise
        sys.exit(128 + interrupted)
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)
