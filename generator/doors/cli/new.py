"""`briefs new`: a brief to begin with."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import click

from generator.desk.scaffold import is_slug, new_brief
from generator.doors.cli.import_ import import_all
from generator.doors.cli.publication import publication
from generator.engine import storage
from generator.engine.atomic import write_atomically
from generator.engine.brief_file import read_brief
from generator.engine.clock import today
from generator.text.places import Text
from generator.text.yamltree import Mapping, Scalar, Sequence

# With sources of its own a brief needs no example in it.
_OF_SOURCES = """\
# yaml-language-server: $schema=../../brief.schema.json

title: "{title}"  # check
summary:  # the answer, in one paragraph
status: draft
as_of: {today}  # the state of knowledge
"""


@click.command("new")
@click.argument("slug")
@click.option("--from", "has_files", is_flag=True, help="Begin with sources: import the FILEs instead of an example.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.pass_context
def command(context: click.Context, slug: str, has_files: bool, files: tuple[str, ...]) -> None:
    """Make a draft brief that builds at once; its comments teach the form."""
    if not is_slug(slug):
        raise click.UsageError(f"`{slug}` is no slug: use lower-case letters and digits, in parts joined by single hyphens")
    if has_files != bool(files):
        raise click.UsageError(
            "`--from` asks for the files to begin with" if has_files else f"to begin with `{files[0]}`, put --from before it"
        )
    found = publication(context)
    try:
        if files:
            _new_of_sources(context, found.docs / slug, files, found.root)
            return
        paths = new_brief(found.docs, slug, today())
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already") from None
    for path in paths:
        click.echo(path.relative_to(found.root))
    click.echo("`briefs serve` shows it at once; `briefs check` says what is wrong with it.")


def _new_of_sources(context: click.Context, folder: Path, files: tuple[str, ...], root: Path) -> None:
    """A brief with sources and nothing else; none at all where no source can be had."""
    begins_folder = not folder.exists()
    paths = storage.write_new(folder, {storage.BRIEF: _brief(folder.name, today())})
    imported, all_fine = import_all(files, folder, root)
    if not imported:
        paths[0].unlink()
        if begins_folder:
            shutil.rmtree(folder)
        context.exit(1)
    _take_title(paths[0])
    click.echo(paths[0].relative_to(root))
    click.echo(f"`briefs check {folder.name}` asks for what only you can know.")
    context.exit(0 if all_fine else 1)


def _take_title(path: Path) -> None:
    """The first source's title is the brief's until somebody thinks of a better one."""
    text = Text(path.name, path.read_bytes().decode())
    tree = read_brief(text)
    own, sources = tree.get("title"), tree.get("sources")
    first = sources.items[0] if isinstance(sources, Sequence) else None
    title = first.get("title") if isinstance(first, Mapping) else None
    if own is not None and isinstance(title, Scalar):
        body = text.body[: own.span.start] + json.dumps(title.value, ensure_ascii=False) + text.body[own.span.end :]
        write_atomically(path, body.encode())


def _brief(slug: str, day: date) -> bytes:
    return _OF_SOURCES.format(title=slug.replace("-", " ").capitalize(), today=day).encode()
