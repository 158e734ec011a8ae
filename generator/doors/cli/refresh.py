"""`briefs refresh`: whether the pages of sources still say what their texts say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import click

from generator.desk.refreshing import Drift, Looked, look_at, take
from generator.desk.source_files import SourceFiles, sources_of
from generator.doors.cli.publication import publication
from generator.doors.counts import count
from generator.doors.progress import with_bar
from generator.doors.terminal import say
from generator.ingest import IngestError
from generator.ingest.article import one_line

_SHOWN = 12  # changes of one page that are listed
_LONGEST = 600


@click.command("refresh")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--all", "all_briefs", is_flag=True, help="Look at the sources of all briefs.")
@click.option("--write", is_flag=True, help="Put the pages as they are now in the place of the texts, and pin them.")
@click.pass_context
def command(context: click.Context, slugs: tuple[str, ...], all_briefs: bool, write: bool) -> None:
    """Fetch the pages of sources, and say which have changed or gone, and which cited words still stand.

    Writes nothing, unless --write tells it to. Exit status 1 where a page has changed or is gone.
    """
    if bool(slugs) == all_briefs:
        raise click.UsageError("name the briefs, or say --all" if not slugs else "--all looks at all briefs: name none beside it")
    found = publication(context)
    folders = found.every_folder()
    found.know(slugs, folders)
    sources = [source for slug in slugs or folders for source in sources_of(folders[slug])]
    seen: list[Looked] = []
    for files, looked in with_bar(((files, look_at(files)) for files in sources), len(sources), "Pages"):
        if looked is not None:
            seen.append(looked)
            _tell(files, looked)
            if write and looked.drift and looked.found:
                _take(files, looked, found.today)
    wrong = [looked for looked in seen if not looked.is_as_it_was]
    say(_total(len(seen), wrong, len(sources) - len(seen)))
    context.exit(1 if wrong else 0)


def _tell(files: SourceFiles, looked: Looked) -> None:
    name = f"{files.folder.name}: {looked.source}"
    if looked.fault:
        rest = f"; its archived copy {looked.archive} can be had" if looked.archive else ", nor has it an archived copy that can be had"
        why = looked.fault.partition("; ")[0]  # the rest is what somebody can do who imports it
        say(f"{name}: {looked.url} {_safe(why)}{rest}")
    if looked.drift:
        say(f"{name}: {looked.archive or looked.url} says something else than the text")
        for line in drift_lines(looked.drift):
            say(f"  {line}")


def drift_lines(drift: Drift) -> Iterable[str]:
    """What has changed, and which cited words still stand."""
    yield from (_safe(change) for change in drift.changes[:_SHOWN])
    if len(drift.changes) > _SHOWN:
        yield f"… and {count(len(drift.changes) - _SHOWN, 'change', 'changes')} more"
    cited = drift.standing + len(drift.gone)
    if cited:
        yield f"cited words that still stand: {drift.standing} of {cited}"
    yield from (f"gone: {each.item}: “{_safe(each.words)}”" for each in drift.gone)


def _take(files: SourceFiles, looked: Looked, day: date) -> None:
    try:
        take(files, looked, day)
    except IngestError as error:
        say(f"{files.folder.name}: {looked.source}: {error}", err=True)
    else:
        say(f"  written; `briefs check {files.folder.name}` says what it means for the items")


def _safe(words: str) -> str:
    """Words of a page as a terminal may have them."""
    return one_line(words, _LONGEST) or ""


def _total(seen: int, wrong: list[Looked], without: int) -> str:
    dead = sum(looked.is_dead for looked in wrong)
    return f"{count(seen, 'page', 'pages')}: {len(wrong) - dead} changed, {dead} gone, {seen - len(wrong)} as they were" + (
        f"; {count(without, 'source has', 'sources have')} no address" if without else ""
    )
