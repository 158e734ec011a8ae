"""What `briefs draft SLUG` does: proposals go into brief.yml."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from generator.doors.cli.publication import known_slugs, publication
from generator.doors.counts import count
from generator.doors.report import text
from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft
from generator.drafting.engine import Parser
from generator.drafting.segments import Segment
from generator.engine import storage
from generator.engine.atomic import write_atomically
from generator.engine.brief_file import BriefFileError
from generator.proposing.desk import Others, Proposed, propose
from generator.proposing.proposal import ORDER

NOUNS = {
    "actors": ("actor", "actors"),
    "quotes": ("quote", "quotes"),
    "facts": ("fact", "facts"),
    "questions": ("question", "questions"),
    "timeline": ("event", "events"),
}


def draft_brief(context: click.Context, slug: str, load: Callable[[str | None], Parser | None], *, again: bool) -> None:
    """Draft the sources of a brief and add what passes our checks to its brief.yml.

    `load` gives the parser of the publication's model; `again` proposes what the editor has removed, too.
    """
    found = publication(context)
    folders = {folder.name: folder for folder in found.folders()}
    known_slugs(found, (slug,), set(folders))
    folder = storage.read_folder(found.root, folders.pop(slug))
    rest = (storage.read_folder(found.root, other) for other in folders.values())
    others = Others.of(rest, storage.read_shared(found.root, found.docs), found.docs_path, found.policy(None))

    parser = load(found.settings.draft_model)

    def draft(body: str, published: date | None, segments: Sequence[Segment] | None) -> Draft:
        return draft_text(body, parser, published, segments)

    path = f"{folder.path}/{storage.BRIEF}"
    memory = found.root / ".cache" / "proposed" / f"{slug}.json"
    before = frozenset() if again else _remembered(memory)
    try:
        proposed = propose(folder, others, draft, before)
    except BriefFileError as error:
        raise click.ClickException(f"{path}: {error}") from None
    if proposed.findings:
        click.echo(text.listing(proposed.findings), err=True)
        context.exit(1)
    if not proposed.read:
        raise click.ClickException(
            f"{path}: no source can be read; `briefs import FILE --to {slug}` brings one, `briefs check {slug}` says more"
        )
    if proposed.proposals:
        write_atomically(found.root / path, proposed.body.encode())
        write_atomically(memory, json.dumps(sorted(before.union(one.digest for one in proposed.proposals))).encode())
    click.echo(f"{path}: {_told(proposed)}")
    for source in proposed.unread:
        click.echo(f"{path}: the source `{source}` could not be read; `briefs check {slug}` says why")
    for source in proposed.undecided:
        click.echo(f"{path}: decide the `kind` of the source `{source}`; it was read as a report")
    if proposed.removed:
        gone = count(proposed.removed, "proposal was removed before and is", "proposals were removed before and are")
        click.echo(f"{path}: {gone} not made again; `--again` makes them")
    if proposed.proposals:
        click.echo("Accept a proposal by removing its line `draft: true`, reject it by removing the item; `briefs serve` shows them all.")


def _remembered(memory: Path) -> frozenset[str]:
    """The digests of the proposals that were made for a brief before; none where nobody remembers."""
    try:
        return frozenset(map(str, json.loads(memory.read_bytes())))
    except (OSError, ValueError, TypeError):
        return frozenset()


def _told(proposed: Proposed) -> str:
    """What was added, in words."""
    numbers = Counter(one.key for one in proposed.proposals)
    found = [count(numbers[key], *NOUNS[key]) for key in ORDER if numbers[key]]
    return f"{', '.join(found)} proposed" if found else "nothing new to propose"
