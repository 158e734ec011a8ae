"""`briefs verify`: whether a handout has the words of its evidence; needs no publication and no network."""

from __future__ import annotations

from pathlib import Path

import click

from generator.verifying import Check, Verdict, verify

PROVES = (
    "This shows that no part of the file was changed by itself. It is no signature: who changed the text and both attachments alike "
    "is found out by the source files (--sources) or the brief on the web."
)
PROVES_WITH_SOURCES = (
    "The words that facts and quotes rest on are those of the source files; whether facts follow from them is for you to judge."
)


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the source files, to check against them.",
)
@click.pass_context
def command(context: click.Context, file: Path, sources: Path | None) -> None:
    """Verify that a handout (PDF), or the evidence.json or brief.json from it, has the words that its evidence names."""
    verdict = verify(file, sources)
    click.echo("\n".join(_lines(file, verdict, sources is not None)))
    context.exit(0 if verdict.holds else 1)


def _lines(file: Path, verdict: Verdict, against_sources: bool) -> list[str]:
    if verdict.problem is not None:
        return [f"{file}: cannot be verified: {verdict.problem}"]
    lines: list[str] = []
    for part in verdict.parts:
        lines.append(f"{file}: {click.style(part.title, bold=True)}")
        for check in part.checks:
            lines += _check(check)
    if not verdict.holds:
        return [*lines, click.style("Not verified.", fg="red", bold=True)]
    return [*lines, f"{click.style('Verified.', bold=True)} {PROVES_WITH_SOURCES if against_sources else PROVES}"]


def _check(check: Check) -> list[str]:
    held = check.total - len(check.failures)
    if check.total == 1:
        return [f"  {'fails' if check.failures else 'holds'}: {check.holds}", *(f"    {failure}" for failure in check.failures)]
    count = f"{held:,} of {check.total:,}" if check.failures else f"all {check.total:,}"
    return [f"  {'fails' if check.failures else 'holds'}: {count} {check.holds}", *(f"    {failure}" for failure in check.failures)]
