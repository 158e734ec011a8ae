"""`briefs verify`: whether a handout has the words of its evidence; needs no publication and no network."""

from __future__ import annotations

from pathlib import Path

import click

from generator.verifying import Check, Verdict, verify

PROVES = (
    "Nothing in the file was changed by itself: no word, no letter’s shape, no page. It is no signature. Who makes the whole file "
    "anew, with all that it carries, is found out by the source files (--sources), as far as quotes and passages go and as programs read "
    "them, or by the brief on the web."
)
PROVES_OF_DATA = (
    "The words agree with one another. Who changes all of them alike is found out only by the source files (--sources) or the brief on "
    "the web."
)
PROVES_WITH_SOURCES = (
    "The words that facts and quotes rest on are, as programs read them, those of the source files. Whether facts follow from them is for "
    "you to judge, and what is no quote and no passage, such as the status of a fact, is in no source: the brief on the web has it."
)
CHANGED = (
    "Something is not as it was made: see what fails. A program that edits, shrinks or protects a file may have done it, and so may a "
    "forger. Get the file again from where it was published."
)
CHANGED_SOURCES = "Source files that are missing or were edited since fail it, too."


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
        return [f"{file}: cannot be verified: {_harmless(verdict.problem)}"]
    lines: list[str] = []
    for part in verdict.parts:
        lines.append(f"{file}: {click.style(_harmless(part.title), bold=True)}")
        for check in part.checks:
            lines += _check(check)
    if not verdict.holds:
        why = f"{CHANGED} {CHANGED_SOURCES}" if against_sources else CHANGED
        return [*lines, f"{click.style('Not verified.', fg='red', bold=True)} {why}"]
    proves = PROVES_WITH_SOURCES if against_sources else PROVES if verdict.whole else PROVES_OF_DATA
    return [*lines, f"{click.style('Verified.', bold=True)} {proves}"]


def _check(check: Check) -> list[str]:
    held = check.total - len(check.failures)
    count = "" if check.total == 1 else f"{held:,} of {check.total:,} " if check.failures else f"all {check.total:,} "
    failures = (f"    {_harmless(failure)}" for failure in check.failures)
    return [f"  {'fails' if check.failures else 'holds'}: {count}{check.holds}", *failures]


def _harmless(words: str) -> str:
    """Words of a file that may come from anywhere, without what would steer a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in words)
