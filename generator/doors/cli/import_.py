"""`briefs import`: source articles into a brief. A module cannot be called `import`, so this one is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from generator.desk.scaffold import is_slug
from generator.desk.sources import Tried, import_sources
from generator.doors.cli.publication import publication


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--to", "slug", required=True, metavar="SLUG", help="The brief that the sources are for.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], slug: str) -> None:
    """Bring sources into a brief: HTML, DOCX, PDF, plain text, Markdown, or an address that begins with https://.

    The original is kept, its text becomes a source, and brief.yml gets what is known of it, with `# check` where that is not sure.
    """
    found = publication(context)
    if slug not in found.every_folder() and is_slug(slug):
        raise click.UsageError(
            f"there is no brief `{slug}` yet; make it with them: briefs new {slug} --from {' '.join(map(_quoted, files))}"
        )
    tried = told(import_sources(found, slug, files))
    if any(each.imported and each.imported.is_new for each in tried):
        click.echo(f"`briefs check {slug}` asks for what only you can know.")
    context.exit(1 if any(each.problem for each in tried) else 0)


def told(tried: Iterable[Tried]) -> list[Tried]:
    """What came of each file, said in a line as it comes."""
    done: list[Tried] = []
    for each in tried:
        if each.imported is None:
            click.echo(f"{each.name}: {each.problem}", err=True)
        elif each.imported.is_new:
            click.echo(each.path)
        else:
            click.echo(f"{each.name}: is there already, as the source `{each.imported.source}`")
        done.append(each)
    return done


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w./:@%+=,-]+", name) else "'" + name.replace("'", "'\\''") + "'"
