"""`briefs import`: source articles into a brief. A module cannot be called `import`, so this one is not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.desk.comparing import write_comparison
from generator.desk.named_files import PASTED, files_named, import_named
from generator.desk.refreshing import drift_of
from generator.desk.scaffold import is_slug
from generator.desk.source_files import source_of
from generator.doors.cli.publication import known_slugs, publication
from generator.doors.cli.refresh import drift_lines
from generator.engine import storage
from generator.ingest import Imported, IngestError


@click.command("import")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--to", "slug", metavar="SLUG", help="The brief that the sources are for.")
@click.option("--compare", nargs=2, metavar="SLUG SOURCE", help="Show a source’s original beside its text, with what was left out marked.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], slug: str | None, compare: tuple[str, str] | None) -> None:
    """Bring sources into a brief: HTML, PDF, DOCX, ODT, RTF, EPUB, EML, MHT, VTT, SRT, plain text, Markdown.

    A FILE is a file, a folder, an address that begins with https://, or - for what is pasted.
    The original is kept, its text becomes a source, and brief.yml gets what is known of it, with `# check` where that is not sure.
    """
    if compare is not None:
        _compare(context, *compare)
        return
    if not files or slug is None:
        raise click.UsageError("name the files, and with --to the brief that they are for")
    found = publication(context)
    folders = {folder.name: folder for folder in storage.brief_folders(found.docs)}
    if slug not in folders and is_slug(slug):
        raise click.UsageError(
            f"there is no brief `{slug}` yet; make it with them: briefs new {slug} --from {' '.join(map(_quoted, files))}"
        )
    known_slugs(found, (slug,), set(folders))
    imported, all_fine = import_all(files, folders[slug], found.root)
    if any(each.is_new for each in imported):
        click.echo(f"`briefs check {slug}` asks for what only you can know.")
    context.exit(0 if all_fine else 1)


def _compare(context: click.Context, slug: str, source: str) -> None:
    """Write the page that shows original and text, and open it where somebody sits before a screen."""
    found = publication(context)
    folders = {folder.name: folder for folder in storage.brief_folders(found.docs)}
    known_slugs(found, (slug,), set(folders))
    target = found.root / ".cache" / "compare" / f"{slug}-{source}.html"
    write_comparison(folders[slug], source, target)
    click.echo(target.relative_to(found.root))
    if sys.stdout.isatty():
        click.launch(str(target))


def import_all(names: Iterable[str], folder: Path, root: Path) -> tuple[list[Imported], bool]:
    """Import each file that can be, and whether all could; what is wrong with the others is said in a line each."""
    done: list[Imported] = []
    all_fine = True
    for name in names:
        if name == PASTED and sys.stdin.isatty():
            click.echo("Paste the text or the page, and end it with Ctrl-D on a line of its own.", err=True)
        try:
            found = files_named(name, root)
        except IngestError as error:
            click.echo(f"{name}: {error}", err=True)
            found, all_fine = [], False
        for each in found:
            try:
                imported = import_named(each, folder)
            except (IngestError, OSError) as error:
                words = f"{error.strerror or error}; nothing was imported" if isinstance(error, OSError) else str(error)
                click.echo(f"{_shown(each)}: {words}", err=True)
                all_fine = False
            else:
                _tell(each, imported, folder, root)
                done.append(imported)
    return done, all_fine


def _tell(name: str, imported: Imported, folder: Path, root: Path) -> None:
    """What came of a file."""
    path = (folder / "sources" / f"{imported.source}.txt").relative_to(root)
    click.echo(f"{path}" if imported.is_new else f"{_shown(name)}: is there already, as the source `{imported.source}`")
    if imported.changed is not None:
        _tell_drift(folder, imported)
    for doubt in imported.to_look_at:
        click.echo(f"  check {doubt}")
    if imported.left_out:
        click.echo(f"  left out: {imported.left_out}")


def _shown(name: str) -> str:
    return "standard input" if name == PASTED else name


def _tell_drift(folder: Path, imported: Imported) -> None:
    """What a page that was imported before says now."""
    drift = drift_of(source_of(folder, imported.source), imported.changed or "")
    if drift:
        click.echo("  its page has changed, and nothing was written:")
        for line in drift_lines(drift):
            click.echo(f"    {line}")


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w./:@%+=,-]+", name) else "'" + name.replace("'", "'\\''") + "'"
