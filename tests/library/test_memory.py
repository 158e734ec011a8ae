"""What is remembered from one run to the next is never more than what would be made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.desk.publication import open_publication
from generator.desk.scaffold import new_brief, new_publication
from generator.items.handout import Handout
from tests.support.awkward import image
from tests.support.edition import SITE, Edition

BRIEF = """\
title: The {slug}
summary: The [society](actor:society) counts birds, with a ![map](media/map.png).
status: published
published: 2026-01-01
as_of: 2026-01-01
review_by: 2026-03-10
sources:
  - {{id: log, file: log.txt, title: Log, kind: official, publish: full}}
actors:
  - {{id: {actor}, name: A warden, kind: organisation}}
facts:
  - id: count
    text: "The [society](actor:society) counted {number} birds on the [lake](term:lake)."
    status: reported
    by: society
    evidence: [{{source: log, quote: birds on the lake}}]
questions:
  - {{id: why, question: Why do they rest here?, draft: true}}
timeline:
  - {{date: 2026-01-01, fact: count}}
"""


def brief(slug: str, actor: str, number: str, more: str = "", **files: str | bytes) -> dict[str, str | bytes]:
    """A brief's files."""
    made = BRIEF.format(slug=slug, actor=actor, number=number) + more
    source = f"The log: {number} birds on the lake, said the society."
    return {"brief.yml": made, "sources/log.txt": source, "article.md": "It rained.", "media/map.png": image(2, 2), **files}


LEADS = """\
translation_of: east-lake
key_points: ["At [the other lake](brief:east-lake), [1,500 birds](fact:east-lake/count) rest; [much water](term:east-lake/pool) is left."]
terms: [{term: shore, definition: "Where [a lake](term:east-lake/lake) ends."}]
"""
POOL = "terms: [{term: basin, aliases: [pool], definition: Little water.}]\n"
LAKES = {
    "east-lake": brief("east-lake", "east-warden", "1,500", POOL),
    "west-lake": brief("west-lake", "west-warden", "1,500", LEADS),
}
SHARED = {
    "actors.yml": "actors: [{id: society, name: The society, kind: organisation}]",
    "glossary.yml": "terms: [{term: lake, definition: Much water.}]",
}
BEFORE = Edition(LAKES, SHARED)


def in_west(**files: str | bytes) -> Edition:
    """The publication with other files in its last brief."""
    return replace(BEFORE, briefs=LAKES | {"west-lake": LAKES["west-lake"] | files})


def in_east(made: dict[str, str | bytes]) -> Edition:
    """The publication with another first brief."""
    return replace(BEFORE, briefs=LAKES | {"east-lake": made})


def east_with(old: str, new: str) -> Edition:
    """The publication with other words in its first brief."""
    made = str(LAKES["east-lake"]["brief.yml"])
    assert old in made
    return in_east(LAKES["east-lake"] | {"brief.yml": made.replace(old, new)})


BEYOND = {
    "a brief that it leads to becomes a draft": east_with("status: published", "status: review"),
    "a brief that it leads to is withdrawn": east_with("status: published", "status: withdrawn"),
    "a brief that it leads to waits": east_with("status: published", "status: published\nembargo: 2026-03-02"),
    "an item that it leads to becomes a proposal": east_with("  - id: count\n", "  - id: count\n    draft: true\n"),
}


SEEN_BY_CHECKS = {
    **BEYOND,
    "a figure that it leads to": east_with("counted 1,500 birds", "counted 1,600 birds"),
    "an item that it leads to is called otherwise": east_with("aliases: [pool]", "aliases: [pond]"),
    "a neighbour goes": replace(BEFORE, briefs={"west-lake": LAKES["west-lake"]}),
    "a neighbour takes an actor's id": in_east(brief("east-lake", "west-warden", "1,500")),
    "a neighbour gives another figure": in_east(brief("east-lake", "east-warden", "2,500")),
    "a neighbour takes an id and gives another figure": in_east(brief("east-lake", "west-warden", "2,500")),
    "the shared actors": replace(BEFORE, shared=SHARED | {"actors.yml": "actors: [{id: council, name: The council, kind: state}]"}),
    "the shared terms": replace(BEFORE, shared=SHARED | {"glossary.yml": "terms: [{term: pond, definition: Little water.}]"}),
    "the source": in_west(**{"sources/log.txt": "The log: fish in the lake."}),
    "the name of the source's file": replace(
        BEFORE, briefs=LAKES | {"west-lake": {name.replace("log", "lag"): content for name, content in LAKES["west-lake"].items()}}
    ),
    "the image": in_west(**{"media/map.png": b"", "brief.yml": str(LAKES["west-lake"]["brief.yml"]).replace("map.png", "max.png")}),
    "the day": replace(BEFORE, now=datetime(2026, 3, 11, tzinfo=UTC)),
    "a level": replace(BEFORE, levels={"B207": "warning"}),
    "a level for another rule": replace(BEFORE, levels={"B207": "off", "B405": "off"}),
}
SEEN_ON_PAGES = {
    **BEYOND,
    "a term that it leads to by another name is called otherwise": east_with("term: basin", "term: hollow"),
    "a brief that goes": replace(BEFORE, briefs={"east-lake": LAKES["east-lake"]}),
    "a brief that comes": replace(BEFORE, briefs=LAKES | {"north-lake": brief("north-lake", "north-warden", "1,500")}),
    "the article": in_west(**{"article.md": "It snowed."}),
    "the source": in_west(**{"sources/log.txt": "The log says: 1,500 birds on the lake, said the society."}),
    "the image": in_west(**{"media/map.png": image(2, 3)}),
    "a shared actor's name": replace(BEFORE, shared=SHARED | {"actors.yml": SHARED["actors.yml"].replace("The society", "The club")}),
    "a shared term's definition": replace(BEFORE, shared=SHARED | {"glossary.yml": SHARED["glossary.yml"].replace("Much", "Deep")}),
    "the name of the site": replace(BEFORE, site=replace(SITE, name="The Herald")),
    "the address of the site": replace(BEFORE, site=replace(SITE, url="https://herald.example.org/")),
    "the language of the site": replace(BEFORE, site=replace(SITE, language="de")),
    "a section's template": replace(BEFORE, templates=(("sections/cite.html.j2", "<p>Cite it."),)),
    "the handout's style": replace(BEFORE, templates=(("handout/handout.css", "p { color: red }"),)),
    "the sizes of handouts": replace(BEFORE, handouts=Handout(sizes=("letter",))),
    "the forms of handouts": replace(BEFORE, handouts=Handout(forms=("full", "onepage"))),
    "no handouts": replace(BEFORE, handouts=Handout(forms=())),
}
UNTIL = in_west(**brief("west-lake", "west-warden", "1,500", "embargo: 2026-03-02\n"))
SINCE = replace(UNTIL, now=datetime(2026, 3, 2, tzinfo=UTC))


def _differs(after: Edition, before: Edition, made: Callable[[Edition, dict[str, Any]], object]) -> None:
    """What is made of an edition after another, in one process, is what a new process makes of it, and no longer what was made before."""
    memory: dict[str, Any] = {}
    first = made(before, memory)
    second = made(after, memory)
    assert second == made(after, {})
    assert second != first
    assert made(before, memory) == first


@pytest.mark.parametrize("after", SEEN_BY_CHECKS.values(), ids=SEEN_BY_CHECKS)
def test_a_change_that_checks_see_is_seen_at_once(after: Edition) -> None:
    """After any change of what a brief's findings depend on, in other briefs too, they are those of a run without a memory."""
    _differs(after, BEFORE, lambda edition, memory: edition.checked(memory).findings)


@pytest.mark.parametrize("after", SEEN_ON_PAGES.values(), ids=SEEN_ON_PAGES)
def test_a_change_that_pages_show_is_shown_at_once(after: Edition) -> None:
    """After any change of what pages, files and handouts are made of, they are those of a run without a memory."""
    _differs(after, BEFORE, lambda edition, memory: edition.rendered(memory))


@pytest.mark.parametrize(
    ("before", "after"), [(BEFORE, replace(BEFORE, preview=True)), (replace(BEFORE, preview=True), BEFORE)], ids=["begins", "ends"]
)
def test_a_preview_is_not_remembered(before: Edition, after: Edition) -> None:
    """A process that makes both a preview and a site shows in each what belongs there."""
    _differs(after, before, lambda edition, memory: edition.rendered(memory))


@pytest.mark.parametrize("preview", [False, True])
def test_the_day_is_not_remembered(preview: bool) -> None:
    """An embargo lifts in a process that lives to the next day, though nothing was checked again since."""
    checked = UNTIL.checked()
    before, after = replace(UNTIL, preview=preview), replace(SINCE, preview=preview)
    _differs(after, before, lambda edition, memory: edition.rendered(memory, checked))


def test_what_has_not_changed_is_not_made_again() -> None:
    """Where one brief of two is edited, only what is made of that one is new."""
    memory: dict[str, Any] = {}
    first = {page.address: page for page in BEFORE.rendered(memory).pages}
    second = {page.address: page for page in in_west(**{"article.md": "It snowed."}).rendered(memory).pages}
    kept = {address for address in first if second[address] is first[address]}
    assert {address.partition("/")[0] for address in kept} == {"east-lake"}
    assert "east-lake/" in kept


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    """A survey that is told which briefs have changed reads these, who have come or gone among them, and keeps the others as they were."""
    new_publication(tmp_path, date(2026, 3, 1))
    for slug in ("east-lake", "west-lake"):
        new_brief(tmp_path / "briefs", slug, date(2026, 3, 1))
    found = open_publication(tmp_path / "mkdocs.yml")
    titles = lambda survey: {outcome.slug: outcome.title for outcome in survey.outcomes}  # noqa: E731
    before = titles(found.survey())
    for slug in ("east-lake", "west-lake"):
        path = tmp_path / "briefs" / slug / "brief.yml"
        path.write_text(path.read_text(encoding="utf-8").replace('title: "', 'title: "New ', 1), encoding="utf-8")
    after = titles(found.survey(changed={"west-lake"}))
    assert after["east-lake"] == before["east-lake"]
    assert after["west-lake"] != before["west-lake"]
    new_brief(tmp_path / "briefs", "north-lake", date(2026, 3, 1))
    (tmp_path / "briefs/west-lake/brief.yml").unlink()
    assert titles(found.survey(changed={"north-lake", "west-lake"})).keys() == {*before, "north-lake"} - {"west-lake"}
    assert titles(found.survey())["east-lake"] != before["east-lake"]


def test_a_brief_that_nobody_leads_to_is_no_reason_to_make_others_again() -> None:
    """Where a brief comes, and where the title of one changes that another leads to, what is made stays of those with nothing in common."""
    of = lambda slug: f"The log of {slug}: 1,500 birds on the lake, said the society."  # noqa: E731
    alone = {slug: str(made["brief.yml"]).replace("translation_of: east-lake\n", "") for slug, made in LAKES.items()}
    lakes = {slug: made | {"brief.yml": alone[slug], "sources/log.txt": of(slug)} for slug, made in LAKES.items()}
    north = brief("north-lake", "north-warden", "1,500") | {"sources/log.txt": of("north-lake")}
    east = lakes["east-lake"] | {"brief.yml": str(lakes["east-lake"]["brief.yml"]).replace("title: The east-lake", "title: A lake")}
    memory: dict[str, Any] = {}
    first = {page.address: page for page in replace(BEFORE, briefs=lakes).rendered(memory).pages}
    for briefs, others in ((lakes | {"north-lake": north}, ("east-lake/", "west-lake/")), (lakes | {"east-lake": east}, ("west-lake/",))):
        pages = {page.address: page for page in replace(BEFORE, briefs=briefs).rendered(memory).pages}
        assert all(pages[address] is first[address] for address in others)
