"""`briefs pdf`: handouts of briefs, or one booklet of several, wherever they are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import click

from generator.desk.build import Publication, unset
from generator.doors.cli.publication import known_slugs, publication
from generator.doors.progress import font_progress
from generator.doors.report import text
from generator.engine.atomic import write_atomically
from generator.items.handout import Form, Paper
from generator.library.survey import Checked
from generator.pages.artifacts import Print
from generator.text.slugs import slug_as_written


@click.command("pdf")
@click.argument("names", nargs=-1, required=True, metavar="SLUG...")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="The size of the paper.")
@click.option(
    "--form",
    type=click.Choice(["full", "onepage", "large"]),
    default="full",
    show_default=True,
    help="The whole brief, what one sheet of paper has room for, or large print.",
)
@click.option("--pack", is_flag=True, help="Make one booklet of several briefs; a topic stands for all its published briefs.")
@click.option("--title", help="The title of the booklet; the topic's name if left out.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers make the PDFs, such as tcp://10.0.0.5:8786.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write (of one handout or booklet); here if left out.",
)
@click.pass_context
def command(
    context: click.Context,
    names: tuple[str, ...],
    paper: Paper,
    form: Form,
    pack: bool,
    title: str | None,
    scheduler: str | None,
    output: Path | None,
) -> None:
    """Make handouts, of drafts too."""
    if output and len(names) > 1 and not pack:
        raise click.UsageError("-o names one file, so it goes with one SLUG, or with --pack")
    if pack and form == "onepage":
        raise click.UsageError("a booklet has no room on one sheet: --pack goes with --form full or large")
    if title and not pack:
        raise click.UsageError("--title names a booklet, so it goes with --pack")
    found = publication(context)
    found.scheduler = scheduler
    checked = found.check()
    words, slugs = packed(found, checked, names) if pack else ("", names)
    known_slugs(found, slugs, {outcome.slug for outcome in checked.outcomes})
    broken = [finding for outcome in checked.outcomes if outcome.slug in slugs and not outcome.checked for finding in outcome.findings]
    if broken:
        click.echo(text.listing(broken), err=True)
        context.exit(1)
    found.font_progress = font_progress(lambda words: click.echo(words, err=True))
    if pack:
        words = title or words
        prints: Iterable[Print] = (found.booklet(checked, slugs, words, f"{slug_as_written(words)}.pdf", form, paper),)
    else:
        prints = found.prints(checked, slugs, form, paper)
    prints, findings = found.with_fonts(prints)
    for finding in findings:
        click.echo(text.one(finding), err=True)
    context.exit(0 if make(found, prints, output) else 1)


def packed(found: Publication, checked: Checked, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What a booklet of these briefs and topics is called, and the slugs of its briefs, each once."""
    known = {outcome.slug for outcome in checked.outcomes}
    parts = [(name, (name,)) if name in known else found.of_topic(checked, name) for name in names]
    slugs = dict.fromkeys(slug for name, (_, listed) in zip(names, parts, strict=True) for slug in listed or (name,))
    return parts[0][0] if len(names) == 1 and names[0] not in known else found.site.name, tuple(slugs)


def make(found: Publication, prints: Iterable[Print], output: Path | None) -> bool:
    """Make documents, at `output` or here under their own names; says what became of each, and whether all could be set."""
    complete = True
    try:
        for result in found.press.collect(found.start_handouts(prints)):
            if result.pdf is None:
                click.echo(text.one(unset(result)), err=True)
                complete = False
                continue
            path = output or Path(PurePosixPath(result.document.path).name)
            write_atomically(path, result.pdf)
            click.echo(f"{path}: {len(result.pdf):,} bytes")
    finally:
        found.close()
    return complete
