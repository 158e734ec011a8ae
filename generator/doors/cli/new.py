"""`briefs new`: a brief to begin with."""

from __future__ import annotations

import click

from generator.desk.scaffold import is_slug, new_brief
from generator.doors.cli.publication import publication
from generator.doors.terminal import say


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
    try:
        if files:
            _of_sources(context, slug, files)
        else:
            _of_scaffold(context, slug)
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already") from None


def _of_scaffold(context: click.Context, slug: str) -> None:
    found = publication(context)
    for path in new_brief(found.docs, slug, found.today):
        say(path.relative_to(found.root))
    say("`briefs serve` shows it at once; `briefs check` says what is wrong with it.")


def _of_sources(context: click.Context, slug: str, files: tuple[str, ...]) -> None:
    from generator.desk.sources import begin_brief  # what reads PDFs and web pages is slow to import
    from generator.doors.cli.import_ import asked_for, told

    found = publication(context)
    begun = begin_brief(found, slug, asked_for(files))
    told(begun.tried)
    if begun.path is None:
        context.exit(1)
    say(begun.path.relative_to(found.root))
    say(f"`briefs check {slug}` asks for what only you can know.")
    context.exit(1 if any(each.problem for each in begun.tried) else 0)
