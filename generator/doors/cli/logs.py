"""MkDocs's log on the terminal, as `mkdocs` itself shows it."""

from __future__ import annotations

import logging

import click

from generator.text.visible import lines


class Terminal(logging.Handler):
    """Shows records, and keeps the lines of `warnings`."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        colour = {"ERROR": "red", "WARNING": "yellow"}.get(record.levelname)
        shown = f"{click.style(record.levelname, fg=colour):<8} {lines(self.format(record))}"
        click.echo(shown, err=True)
        if record.levelno >= logging.WARNING:
            self.warnings.append(shown)


def log_to_terminal(level: int = logging.INFO) -> Terminal:
    """Show what MkDocs and its plugins log from `level` on, and what `briefs` itself has to say."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logging.getLogger("mkdocs.plugins.briefs").setLevel(logging.INFO)
    for handler in [handler for handler in logger.handlers if isinstance(handler, Terminal)]:
        logger.removeHandler(handler)
    terminal = Terminal()
    logger.addHandler(terminal)
    return terminal
