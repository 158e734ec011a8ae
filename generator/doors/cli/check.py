"""`briefs check`: all findings of all briefs, or of some."""

from __future__ import annotations

import click

from generator.doors.cli.configuration import config_file
from generator.doors.cli.no_cache import no_cache
from generator.engine.clock import now
from generator.engine.recall import Question, recall

FORMATS = ("text", "json", "github", "sarif")


@click.command("check")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are shown.")
@click.option("--strict", is_flag=True, help="Warnings make exit status 1, too.")
@click.option("--accepted", is_flag=True, help="List what editors have accepted, with their reasons.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and show what changed.")
@click.option("--repin", is_flag=True, help="Pin sources anew that have changed, where all that is cited still stands in them.")
@click.option("--dry-run", is_flag=True, help="With --fix or --repin: only show what would change.")
@no_cache
@click.pass_context
def command(
    context: click.Context, slugs: tuple[str, ...], form: str, strict: bool, accepted: bool, fix: bool, repin: bool, dry_run: bool
) -> None:
    """Check briefs: reading, references, every quote and passage against its source, editorial rules, and what is due."""
    if dry_run and not (fix or repin):
        raise click.UsageError("--dry-run goes with --fix or --repin")
    if fix or repin:
        from generator.doors.cli import run_check

        run_check.mend(context, slugs, fix=fix, repin=repin, dry_run=dry_run)
    form = "accepted" if accepted else form
    question = Question(config_file(context).absolute(), ("check", *slugs, form, str(strict)))
    answer = recall(question, now().timestamp())
    if answer is None:
        from generator.doors.cli import run_check  # slow to import, and nobody waits for it where nothing has changed

        answer = run_check.report(context, question, slugs, form, strict=strict)
    click.echo(answer.output)
    context.exit(answer.status)
