"""MkDocs's log on the terminal, as `mkdocs` itself shows it."""

from __future__ import annotations

import logging

import click


class _Terminal(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        colour = {"ERROR": "red", "WARNING": "yellow"}.get(record.levelname)
        click.echo(f"{click.style(record.levelname, fg=colour):<8} {self.format(record)}", err=True)


def log_to_terminal() -> None:
    """Show what MkDocs and its plugins log, from INFO on."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    if not any(isinstance(handler, _Terminal) for handler in logger.handlers):
        logger.addHandler(_Terminal())
