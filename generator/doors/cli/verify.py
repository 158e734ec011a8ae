"""`briefs verify`: whether a handout has the words of its evidence; needs no publication, and no network unless it is asked to."""

from __future__ import annotations

from pathlib import Path

import click

from generator.verifying import Against, Check, FetchError, Keys, Verdict, verify
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
    against = Against(sources, _keys(key) if key else None, _fetched if online else None)
    verdict = verify(file, against)
    click.echo("\n".join(_lines(file, verdict, against)))
    context.exit(0 if verdict.holds else 1)


def _keys(named: str) -> Keys:
    """The keys in a file or at an address; what holds none is wrong usage."""
    from generator.dossier.signature import KeyProblemError, public_keys

    try:
        return Keys(named, public_keys(_fetched(named) if "://" in named else Path(named).read_bytes()))
    except (FetchError, KeyProblemError) as problem:
        raise click.UsageError(f"--key {named}: {problem}") from None
    except OSError as error:
        raise click.UsageError(f"--key {named}: {error.strerror}") from None


def _fetched(address: str) -> bytes:
    """What is at an address: fetched as sources are, from public addresses by https alone."""
    from generator.ingest.article import IngestError
    from generator.ingest.fetching import fetch

    try:
        return fetch(address).data
    except IngestError as error:
        raise FetchError(str(error).partition(";")[0]) from None  # what follows is advice for who imports


def _lines(file: Path, verdict: Verdict, against: Against) -> list[str]:
    if verdict.problem is not None:
        return [f"{file}: cannot be verified: {_harmless(verdict.problem)}"]
    lines: list[str] = []
    for part in verdict.parts:
        lines.append(f"{file}: says that it is {click.style(_harmless(part.title), bold=True)}")
        for check in part.checks:
            lines += _check(check)
        lines += [f"  {_harmless(note)}" for note in notes(part)]
    last = click.style("Verified.", bold=True) if verdict.holds else click.style("Not verified.", fg="red", bold=True)
    return [*lines, f"{last} {_harmless(meaning(verdict, against))}"]


def _check(check: Check) -> list[str]:
    held = check.total - len(check.failures)
    count = "" if check.total == 1 else f"{held:,} of {check.total:,} " if check.failures else f"all {check.total:,} "
    failures = (f"    {_harmless(failure)}" for failure in check.failures)
    return [f"  {'fails' if check.failures else 'holds'}: {count}{_harmless(check.holds)}", *failures]


def _harmless(words: str) -> str:
    """Words of a file that may come from anywhere, without what would steer a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in words)
