"""`briefs verify`: whether a handout has the words of its evidence; needs no publication, and no network unless it is asked to."""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.verify import against
from generator.text.visible import words
from generator.verifying import Against, Check, Verdict, verify
from generator.verifying.meaning import meaning, notes


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the source files, to check against them.",
)
@click.option("--key", metavar="FILE|URL", help="The public keys of a publisher, to say who signed: keys.json, or its address (https).")
@click.option("--online", is_flag=True, help="Compare the digest with the one that is published at the address that the file names.")
@click.pass_context
def command(context: click.Context, file: Path, sources: Path | None, key: str | None, online: bool) -> None:
    """Verify that a handout (PDF), or the evidence.json or brief.json from it, has the words that its evidence names."""
    held = against(sources, key, online=online)
    verdict = verify(file, held)
    for line in _lines(file, verdict, held):
        click.echo(line)
    context.exit(0 if verdict.holds else 1)


def _lines(file: Path, verdict: Verdict, held: Against) -> list[str]:
    if verdict.problem is not None:
        return [f"{words(file)}: cannot be verified: {words(verdict.problem)}"]
    lines: list[str] = []
    for part in verdict.parts:
        lines.append(f"{words(file)}: says that it is {click.style(words(part.title), bold=True)}")
        for check in part.checks:
            lines += _check(check)
        lines += [f"  {words(note)}" for note in notes(part)]
    last = click.style("Verified.", bold=True) if verdict.holds else click.style("Not verified.", fg="red", bold=True)
    return [*lines, f"{last} {words(meaning(verdict, held))}"]


def _check(check: Check) -> list[str]:
    held = check.total - len(check.failures)
    count = "" if check.total == 1 else f"{held:,} of {check.total:,} " if check.failures else f"all {check.total:,} "
    failures = (f"    {words(failure)}" for failure in check.failures)
    return [f"  {'fails' if check.failures else 'holds'}: {count}{words(check.holds)}", *failures]
