"""`briefs explain`: what a code holds, why, and what to do."""

from __future__ import annotations

import re
from textwrap import indent

import click

from generator.desk import explain
from generator.text.codes import RULES, Rule

_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the code of a finding, with a bad and a good example; without CODE, list all codes."""
    if code is None:
        for name, rule in RULES.items():
            click.echo(f"{click.style(name, bold=True)}  {rule.severity:<7}  {rule.holds}")
    else:
        click.echo(_page(explain.known(code)))


def _page(code: str) -> str:
    """A page as plain text: headings bold, examples indented below the names of their files."""
    title, _, rest = explain.page(code).partition("\n")
    parts = [_prose(title), _severity(RULES[code])]
    for block in explain.blocks(rest.lstrip("\n")):
        parts.append(f"{block.path}:\n{indent(block.text, '    ')}" if block.path else _prose(block.text))
    return "\n\n".join(stripped for part in parts if (stripped := part.strip("\n")))


def _prose(text: str) -> str:
    return _HEADING.sub(lambda heading: click.style(heading[1], bold=True), text)


def _severity(rule: Rule) -> str:
    return f"Severity: {rule.severity}; {'no setting changes it' if rule.fixed else 'mkdocs.yml may set another'}."
