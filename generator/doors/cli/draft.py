"""`briefs draft`: what a source text offers a brief, as proposals in brief.yml or, of bare files, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from generator.doors.cli.draft_brief import draft_brief
from generator.doors.progress import with_bar
from generator.drafting.draft import draft_text
from generator.drafting.engine import DEFAULT_MODEL, NoModelError, Parser, load_parser
from generator.drafting.records import record

MAX_BYTES = 5_000_000


@click.command("draft")
@click.argument("what", nargs=-1, required=True, metavar="SLUG | FILE…")
@click.option("--format", "form", type=click.Choice(["json"]), help="Print what FILE… offer; no publication is needed.")
@click.option(
    "--model", metavar="NAME", help=f"The spaCy model that reads the sentences: `draft_model` of mkdocs.yml, else {DEFAULT_MODEL}."
)
@click.option("--again", is_flag=True, help="Propose what was removed from the brief, too.")
@click.pass_context
def command(context: click.Context, what: tuple[str, ...], form: str | None, model: str | None, again: bool) -> None:
    """Propose facts, actors, quotes, events and questions for a brief, each anchored to exact words of its sources."""
    if form is None:
        if len(what) > 1:
            raise click.UsageError("one brief at a time; files are drafted with `--format json FILE…`")
        draft_brief(context, what[0], lambda setting: _parser(model or setting), again=again)
        return
    parser = _parser(model)
    records, failed = [], False
    for path in with_bar(what, len(what), "Drafting"):
        try:
            records.append(draft_file(path, parser))
        except _UnreadableError as error:
            failed = True
            click.echo(f"Error: {path}: {error}", err=True)
    click.echo(json.dumps({"files": records}, ensure_ascii=False, indent=1).encode())
    if failed:
        context.exit(1)


class _UnreadableError(Exception):
    """A file that cannot be drafted; the message says why."""


def draft_file(path: str, parser: Parser | None) -> dict[str, Any]:
    """The record of one file."""
    return record(path, draft_text(_read(Path(path)), parser))


def _read(path: Path) -> str:
    """The text of a file, its line ends and a byte order mark as they are."""
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise _UnreadableError(f"is longer than {MAX_BYTES // 1_000_000} MB; split it")
        body = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise _UnreadableError(
            f"is not UTF-8 (byte {error.start}); save it as UTF-8, or import a web page or document with `briefs import`"
        ) from None
    except (OSError, ValueError) as error:
        raise _UnreadableError(getattr(error, "strerror", None) or str(error)) from None
    if "\0" in body:
        raise _UnreadableError("is no text: it holds NUL bytes; import it with `briefs import`")
    return body


def _parser(model: str | None) -> Parser | None:
    """The parser of the model that is named; where none is, and the default one is not installed, a note: rules alone then draft."""
    try:
        return load_parser(model or DEFAULT_MODEL)
    except NoModelError as error:
        if model:
            raise click.ClickException(str(error)) from None
        click.echo(f"Note: {error}; drafted by rules alone, which miss most speakers and all statements.", err=True)
        return None
