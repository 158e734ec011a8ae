"""The option `--no-cache` of commands that keep what they make."""

from __future__ import annotations

import os

import click

from generator.engine.cache import NO_CACHE


def _leave_out(context: click.Context, _: click.Parameter, value: bool) -> None:
    """For as long as the command runs, in the processes that it starts, too."""
    if not value:
        return
    before = os.environ.get(NO_CACHE, "")
    os.environ[NO_CACHE] = "1"
    context.call_on_close(lambda: os.environ.update({NO_CACHE: before}))


no_cache = click.option(
    "--no-cache", is_flag=True, expose_value=False, callback=_leave_out, help="Neither read nor write what earlier runs have made."
)
