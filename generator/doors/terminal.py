"""What commands say: plain words, whatever names and texts of others are in them.

What has colours of its own (findings, an explanation) is made of cleaned words and printed by click itself.
"""

from __future__ import annotations

import logging

import click

from generator.text.visible import lines, words


def say(message: object, *, err: bool = False) -> None:
    """Print one line of words."""
    click.echo(lines(words(message)), err=err)


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
