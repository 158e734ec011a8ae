"""`briefs import`: source articles into a brief. A module cannot be called `import`, so this one is not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

import click

from generator.desk.comparing import write_comparison
from generator.desk.named_files import PASTED
from generator.desk.scaffold import is_slug
from generator.desk.sources import Tried, import_sources
from generator.doors.cli.publication import publication
from generator.doors.cli.refresh import drift_lines
from generator.doors.terminal import say


@click.command("import")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--to", "slug", metavar="SLUG", help="The brief that the sources are for.")
@click.option("--compare", nargs=2, metavar="SLUG SOURCE", help="Show a source’s original beside its text, with what was left out marked.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], slug: str | None, compare: tuple[str, str] | None) -> None:
    """Bring sources into a brief: HTML, PDF, DOCX, ODT, RTF, EPUB, EML, MHT, VTT, SRT, plain text, Markdown, PNG, JPEG.

    A FILE is a file, a folder, an address that begins with https://, or - for what is pasted.
    The original is kept, its text becomes a source, and brief.yml gets what is known of it, with `# check` where that is not sure.
    """
    if compare is not None:
        _compare(context, *compare)
        return
    if not files or slug is None:
        raise click.UsageError("name the files, and with --to the brief that they are for")
    found = publication(context)
    if slug not in found.every_folder() and is_slug(slug):
        raise click.UsageError(
            f"there is no brief `{slug}` yet; make it with them: briefs new {slug} --from {' '.join(map(_quoted, files))}"
        )
    tried = told(import_sources(found, slug, asked_for(files)))
    if any(each.imported and each.imported.is_new for each in tried):
        say(f"`briefs check {slug}` asks for what only you can know.")
    context.exit(1 if any(each.problem for each in tried) else 0)


def _compare(context: click.Context, slug: str, source: str) -> None:
    """Write the page that shows original and text, and open it where somebody sits before a screen."""
    found = publication(context)
    folders = found.every_folder()
    found.know([slug], folders)
    target = found.root / ".cache" / "compare" / f"{slug}-{source}.html"
    write_comparison(folders[slug], source, target)
    say(target.relative_to(found.root))
    if sys.stdout.isatty():
        click.launch(str(target))


def asked_for(names: Iterable[str]) -> Iterator[str]:
    """The names one after the other; before somebody is to paste something, that is said."""
    for name in names:
        if name == PASTED and sys.stdin.isatty():
            say("Paste the text or the page, and end it with Ctrl-D on a line of its own.", err=True)
        yield name


def told(tried: Iterable[Tried]) -> list[Tried]:
    """What came of each file, said as it comes."""
    done: list[Tried] = []
    for each in tried:
        _tell(each)
        done.append(each)
    return done


def _tell(tried: Tried) -> None:
    shown = "standard input" if tried.name == PASTED else tried.name
    imported = tried.imported
    if imported is None:
        say(f"{shown}: {tried.problem}", err=True)
        return
    say(tried.path if imported.is_new else f"{shown}: is there already, as the source `{imported.source}`")
    if tried.drift:
        say("  its page has changed, and nothing was written:")
        for line in drift_lines(tried.drift):
            say(f"    {line}")
    for doubt in imported.to_look_at:
        say(f"  check {doubt}")
    if imported.left_out:
        say(f"  left out: {imported.left_out}")


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w./:@%+=,-]+", name) else "'" + name.replace("'", "'\\''") + "'"
