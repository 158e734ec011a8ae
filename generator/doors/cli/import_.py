"""`briefs import`: source articles into a brief. A module cannot be called `import`, so this one is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from generator.desk.scaffold import is_slug
from generator.doors.cli.publication import known_slugs, publication
from generator.engine import storage
from generator.engine.clock import today
from generator.ingest import MAX_BYTES, Imported, IngestError, fetch, import_file

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--to", "slug", required=True, metavar="SLUG", help="The brief that the sources are for.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], slug: str) -> None:
    """Bring sources into a brief: HTML, DOCX, PDF, plain text, Markdown, or an address that begins with https://.

    The original is kept, its text becomes a source, and brief.yml gets what is known of it, with `# check` where that is not sure.
    """
    found = publication(context)
    folders = {folder.name: folder for folder in storage.brief_folders(found.docs)}
    if slug not in folders and is_slug(slug):
        raise click.UsageError(
            f"there is no brief `{slug}` yet; make it with them: briefs new {slug} --from {' '.join(map(_quoted, files))}"
        )
    known_slugs(found, (slug,), set(folders))
    imported = import_all(files, folders[slug], found.root)
    if any(each.is_new for each in imported):
        click.echo(f"`briefs check {slug}` asks for what only you can know.")
    context.exit(0 if len(imported) == len(files) else 1)


def import_all(files: Iterable[str], folder: Path, root: Path) -> list[Imported]:
    """Import each file that can be; what is wrong with the others is said in a line each."""
    done: list[Imported] = []
    for name in files:
        try:
            imported = _import(name, folder)
        except (IngestError, OSError) as error:
            words = f"{error.strerror or error}; nothing was imported" if isinstance(error, OSError) else str(error)
            click.echo(f"{name}: {words}", err=True)
            continue
        path = (folder / "sources" / f"{imported.source}.txt").relative_to(root)
        click.echo(f"{path}" if imported.is_new else f"{name}: is there already, as the source `{imported.source}`")
        for doubt in imported.to_look_at:
            click.echo(f"  check {doubt}")
        if imported.left_out:
            click.echo(f"  left out: {imported.left_out}")
        done.append(imported)
    return done


def _import(name: str, folder: Path) -> Imported:
    if _ADDRESS.match(name):
        fetched = fetch(name)
        return import_file(folder, fetched.url, fetched.data, fetched, today())
    path = Path(name)
    if path.exists() and not path.is_file():
        raise IngestError("is no ordinary file" if not path.is_dir() else "is a folder; name the files in it")
    if path.stat().st_size > MAX_BYTES:
        raise IngestError(f"has more than {MAX_BYTES // 10**6} MB; import the part that you need")
    return import_file(folder, path.name, path.read_bytes())


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w./:@%+=,-]+", name) else "'" + name.replace("'", "'\\''") + "'"
