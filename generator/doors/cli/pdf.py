"""`briefs pdf`: handouts of briefs, or one booklet of several, wherever they are wanted."""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.printing import plan_booklet, plan_handouts, print_planned
from generator.doors.cli.no_cache import no_cache
from generator.doors.cli.publication import publication
from generator.doors.progress import font_progress
from generator.doors.report import text
from generator.doors.terminal import say
from generator.items.handout import Form, Paper


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
@no_cache
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
    fonts = font_progress(lambda words: say(words, err=True))
    plan = plan_booklet(found, names, title, form, paper, fonts) if pack else plan_handouts(found, names, form, paper, fonts)
    if plan.refused:
        click.echo(text.listing(plan.refused), err=True)
        context.exit(1)
    for finding in plan.findings:
        click.echo(text.one(finding), err=True)
    complete = True
    for printed in print_planned(found, plan.prints, output, scheduler):
        if printed.finding:
            click.echo(text.one(printed.finding), err=True)
            complete = False
        else:
            say(f"{printed.path}: {printed.size:,} bytes")
    context.exit(0 if complete else 1)
