"""`briefs pdf`: the handout of one brief, wherever it is wanted."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import unset
from generator.cli.publication import known_slugs, publication
from generator.progress import font_progress
from generator.report import text
from generator.storage import write_atomically


@click.command("pdf")
@click.argument("slugs", nargs=-1, required=True, metavar="SLUG...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write (one brief only); SLUG.pdf here if left out.")
@click.pass_context
def command(context: click.Context, slugs: tuple[str, ...], output: Path | None) -> None:
    """Make handouts, of drafts too."""
    if output and len(slugs) > 1:
        raise click.UsageError("-o names one file, so it goes with one SLUG")
    found = publication(context)
    checked = found.check()
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    broken = [finding for outcome in checked.outcomes if outcome.slug in slugs and not outcome.checked for finding in outcome.findings]
    if broken:
        click.echo(text.listing(broken), err=True)
        context.exit(1)
    found.font_progress = font_progress(lambda words: click.echo(words, err=True))
    prints = found.prints(checked, slugs)
    failed = False
    try:
        for result in found.press.collect(found.start_handouts(prints)):
            if result.pdf is None:
                click.echo(text.one(unset(result.document, result.problem or "")), err=True)
                failed = True
                continue
            path = output or Path(f"{result.document.slug}.pdf")
            write_atomically(path, result.pdf)
            click.echo(f"{path}: {len(result.pdf):,} bytes")
    finally:
        found.close()
    context.exit(1 if failed else 0)
