"""MkDocs's log on the terminal, as `mkdocs` itself shows it."""

from __future__ import annotations

import logging

import click

from generator.text.visible import lines


class _Terminal(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        colour = {"ERROR": "red", "WARNING": "yellow"}.get(record.levelname)
        click.echo(f"{click.style(record.levelname, fg=colour):<8} {lines(self.format(record))}", err=True)


def log_to_terminal(level: int = logging.INFO) -> None:
    """Show what MkDocs and its plugins log from `level` on, and what `briefs` itself has to say."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logging.getLogger("mkdocs.plugins.briefs").setLevel(logging.INFO)
    for handler in [handler for handler in logger.handlers if isinstance(handler, _Terminal)]:
        logger.removeHandler(handler)
    logger.addHandler(_Terminal())
