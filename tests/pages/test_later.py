"""What is made across briefs says what it is made of: it is another where a brief of it is, is the same elsewhere, and need not be made."""

from __future__ import annotations

import pytest

from generator.library.survey import Memory
from generator.pages.artifacts import DataFile, Page
from generator.pages.outputs.ready import ACROSS
from tests.support.edition import Edition

HEAD = "title: {0}\nsummary: S.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"
ACTORS = """actors:
- {id: ada, name: Ada Example, kind: person, role: mayor, existence: verified}
- {id: bob, name: Bob Example, kind: person, existence: verified}
"""
BRIEFS = {
    "one": HEAD.format("One")
    + "topics: [Roads]\nkey_points: ['[She](actor:ada) came.']\nquestions: [{id: why, question: Why?, status: open}]\n",
    "two": HEAD.format("Two") + "key_points: ['[He](actor:bob) went.']\ntimeline: [{date: 2020-01-01, text: It began.}]\n",
}
ADA, BOB = {"actors/ada/", "actors/ada/feed.xml"}, {"actors/bob/", "actors/bob/feed.xml"}
ROADS, QUESTIONS, TIMELINE = {"topics/roads/", "topics/roads/feed.xml"}, {"questions/"}, {"timeline/"}
INDEXES = {"actors/", "topics/"}  # which count


def made(briefs: dict[str, str], actors: str, memory: Memory | None = None) -> dict[str, Page | DataFile]:
    """What is made of briefs, by path."""
    edition = Edition({slug: {"brief.yml": text} for slug, text in briefs.items()}, shared={"actors.yml": actors})
    rendered = edition.rendered(memory)
    return {page.address: page for page in rendered.pages} | {file.path: file for file in rendered.files}


@pytest.mark.parametrize(
    ("briefs", "actors", "changed"),
    [
        ({}, ACTORS, set()),
        ({"one": BRIEFS["one"].replace("One", "Uno")}, ACTORS, ADA | ROADS | QUESTIONS),
        ({"one": BRIEFS["one"].replace("Why", "When")}, ACTORS, ADA | ROADS | QUESTIONS),
        ({"one": BRIEFS["one"].replace("[Roads]", "[Roads, Bridges]")}, ACTORS, ADA | ROADS | QUESTIONS | {"topics/"}),
        ({"two": BRIEFS["two"].replace("went", "came")}, ACTORS, BOB | TIMELINE),
        ({"two": BRIEFS["two"].replace("2020", "2019")}, ACTORS, BOB | TIMELINE),
        ({"two": BRIEFS["two"] + "topics: [Roads]\n"}, ACTORS, BOB | TIMELINE | ROADS | {"topics/"}),
        ({"three": HEAD.format("Three") + "key_points: ['[He](actor:bob) came.']\n"}, ACTORS, BOB | {"actors/"}),
        ({}, ACTORS.replace("mayor", "major"), ADA | BOB | ROADS | QUESTIONS | TIMELINE | {"actors/"}),
    ],
)
def test_what_a_change_reaches_is_another(briefs: dict[str, str], actors: str, changed: set[str]) -> None:
    """All is what it would be if nothing were remembered; only what a changed brief is part of says that it is made of something else."""
    memory: Memory = {}
    before = made(BRIEFS, ACTORS, memory)
    after, fresh = made(BRIEFS | briefs, actors, memory), made(BRIEFS | briefs, actors)
    assert after == fresh
    across = ADA | BOB | ROADS | QUESTIONS | TIMELINE | INDEXES
    assert all(before[path].made_of for path in across)
    assert {path for path in across if before[path].made_of != after[path].made_of} == changed
    assert {path for path in across if after[path].made_of != fresh[path].made_of} == set()


def test_a_page_that_is_known_is_not_made() -> None:
    """Of a page that was made of the same before only what the theme must know is remembered; it is made when somebody asks for it."""
    memory: Memory = {}
    before = made(BRIEFS, ACTORS, memory)
    kept = {key: value for key, value in memory.items() if str(key).startswith(ACROSS)}
    again = made(BRIEFS, ACTORS, dict(kept))
    pages = [page for path, page in again.items() if isinstance(page, Page) and page.made_of]
    assert {page.address for page in pages} >= {"actors/", "actors/ada/", "questions/", "timeline/", "topics/", "topics/roads/"}
    assert all(callable(vars(page)["html"]) and callable(vars(page)["graph"]) for page in pages)
    assert again == before
