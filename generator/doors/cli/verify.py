"""`briefs verify`: whether a handout has the words of its evidence, and a site is as it was built.

It needs no publication, and no network unless it is asked to, or is given an address.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.desk.verify import against, verify_address
from generator.doors.counts import count
from generator.doors.progress import with_bar
from generator.text.visible import words
from generator.verifying import Against, Check, SiteVerdict, Verdict, verify, verify_site
from generator.verifying.meaning import meaning, notes, site_meaning, site_notes


@click.command("verify")
@click.argument("target", metavar="FILE|SITE|URL")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the source files, to check against them.",
)
@click.option("--key", metavar="FILE|URL", help="The public keys of a publisher, to say who signed: keys.json, or its address (https).")
@click.option("--online", is_flag=True, help="Compare the digest with the one that is published at the address that the file names.")
@click.pass_context
def command(context: click.Context, target: str, sources: Path | None, key: str | None, online: bool) -> None:
    """Verify that a handout (PDF), or the evidence.json or brief.json from it, has the words that its evidence names; or that a site, in
    a folder or at an address (https), is as it was built."""
    held = against(sources, key, online=online)
    path = Path(target)
    if "://" in target:
        found = verify_address(target, held, lambda files, length: with_bar(files, length, "Files"))
        lines, holds = _of_site(target, found, held), found.holds
    elif path.is_dir():
        found = verify_site(path, held)
        lines, holds = _of_site(target, found, held), found.holds
    elif path.exists():
        verdict = verify(path, held)
        lines, holds = _lines(target, verdict, held), verdict.holds
    else:
        raise click.UsageError(f"there is no file or folder {words(target)}; an address begins with https://")
    for line in lines:
        click.echo(line)
    context.exit(0 if holds else 1)


def _of_site(name: str, verdict: SiteVerdict, held: Against) -> list[str]:
    """What is said of a site: of its briefs and handouts in a line each, and all of those that fail."""
    if verdict.problem is not None:
        return [f"{words(name)}: cannot be verified: {words(verdict.problem)}"]
    where = f"the site of {words(verdict.url)}" if verdict.url else "a site without an address"
    lines = [f"{words(name)}: says that it is {click.style(where, bold=True)}, built by {words(verdict.program)}"]
    for check in verdict.checks:
        lines += _check(check)
    for path, part in verdict.parts.items():
        checks = [check for each in part.parts for check in each.checks]
        lines += [f"  holds: {words(path)}, {count(len(checks), 'check', 'checks')}"] if part.holds else _failing(path, part)
    lines += [f"  {words(note)}" for note in site_notes(verdict)]
    return [*lines, f"{_last(verdict.holds)} {words(site_meaning(verdict, held))}"]


def _failing(path: str, verdict: Verdict) -> list[str]:
    if verdict.problem is not None:
        return [f"  fails: {words(path)} cannot be verified: {words(verdict.problem)}"]
    failed = [check for part in verdict.parts for check in part.checks if not check.passed]
    return [f"  fails: {words(path)}", *(f"  {line}" for check in failed for line in _check(check))]


def _last(holds: bool) -> str:
    return click.style("Verified.", bold=True) if holds else click.style("Not verified.", fg="red", bold=True)


def _lines(file: str, verdict: Verdict, held: Against) -> list[str]:
    if verdict.problem is not None:
        return [f"{words(file)}: cannot be verified: {words(verdict.problem)}"]
    lines: list[str] = []
    for part in verdict.parts:
        lines.append(f"{words(file)}: says that it is {click.style(words(part.title), bold=True)}")
        for check in part.checks:
            lines += _check(check)
        lines += [f"  {words(note)}" for note in notes(part)]
    return [*lines, f"{_last(verdict.holds)} {words(meaning(verdict, held))}"]


def _check(check: Check) -> list[str]:
    held = check.total - len(check.failures)
    count = "" if check.total == 1 else f"{held:,} of {check.total:,} " if check.failures else f"all {check.total:,} "
    failures = (f"    {words(failure)}" for failure in check.failures)
    return [f"  {'fails' if check.failures else 'holds'}: {count}{words(check.holds)}", *failures]
