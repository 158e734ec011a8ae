"""`briefs draft`: what a source text offers a brief, as proposals in brief.yml or, of bare files, as JSON."""

from __future__ import annotations

import json
from collections import Counter

import click

from generator.desk.draft import draft, draft_files, parser_of
from generator.doors.cli.publication import publication
from generator.doors.counts import count
from generator.doors.progress import with_bar
from generator.doors.report import text
from generator.doors.terminal import say
from generator.drafting.engine import DEFAULT_MODEL, Parser
from generator.proposing.proposal import ORDER
from generator.proposing.propose import Proposed
from generator.text.visible import in_json

NOUNS = {
    "actors": ("actor", "actors"),
    "quotes": ("quote", "quotes"),
    "facts": ("fact", "facts"),
    "questions": ("question", "questions"),
    "timeline": ("event", "events"),
}


@click.command("draft")
@click.argument("what", nargs=-1, required=True, metavar="SLUG | FILE…")
@click.option("--format", "form", type=click.Choice(["json"]), help="Print what FILE… offer; no publication is needed.")
@click.option(
    "--model", metavar="NAME", help=f"The spaCy model that reads the sentences: `draft_model` of mkdocs.yml, else {DEFAULT_MODEL}."
)
@click.option("--again", is_flag=True, help="Propose what was removed from the brief, too.")
@click.pass_context
def command(context: click.Context, what: tuple[str, ...], form: str | None, model: str | None, again: bool) -> None:
    """Propose facts, actors, quotes, events and questions for a brief, each anchored to exact words of its sources."""
    if form is None:
        if len(what) > 1:
            raise click.UsageError("one brief at a time; files are drafted with `--format json FILE…`")
        _draft_brief(context, what[0], model, again=again)
        return
    drafted = list(with_bar(draft_files(what, _parser(model)), len(what), "Drafting"))
    for each in drafted:
        if each.problem:
            say(f"Error: {each.path}: {each.problem}", err=True)
    records = {"files": [each.record for each in drafted if each.record]}
    click.echo(in_json(json.dumps(records, ensure_ascii=False, indent=1)).encode())
    context.exit(1 if any(each.problem for each in drafted) else 0)


def _draft_brief(context: click.Context, slug: str, model: str | None, *, again: bool) -> None:
    found = publication(context)
    folder = found.folder(slug).relative_to(found.root).as_posix()
    proposed = draft(found, slug, _parser(model or found.settings.draft_model), again=again)
    if proposed.findings:
        click.echo(text.listing(proposed.findings), err=True)
        context.exit(1)
    path = f"{folder}/brief.yml"
    if not proposed.read:
        raise click.ClickException(
            f"{path}: no source can be read; `briefs import FILE --to {slug}` brings one, `briefs check {slug}` says more"
        )
    for line in _told(proposed, slug):
        say(f"{path}: {line}")
    if proposed.proposals:
        say("Accept a proposal by removing its line `draft: true`, reject it by removing the item; `briefs serve` shows them all.")


def _told(proposed: Proposed, slug: str) -> list[str]:
    """What was added, and what there is to say of it."""
    numbers = Counter(one.key for one in proposed.proposals)
    found = [count(numbers[key], *NOUNS[key]) for key in ORDER if numbers[key]]
    lines = [f"{', '.join(found)} proposed" if found else "nothing new to propose"]
    lines += [f"the source `{source}` could not be read; `briefs check {slug}` says why" for source in proposed.unread]
    lines += [f"decide the `kind` of the source `{source}`; it was read as a report" for source in proposed.undecided]
    if proposed.removed:
        gone = count(proposed.removed, "proposal was removed before and is", "proposals were removed before and are")
        lines.append(f"{gone} not made again; `--again` makes them")
    return lines


def _parser(model: str | None) -> Parser | None:
    parser, note = parser_of(model)
    if note:
        say(f"Note: {note}", err=True)
    return parser
