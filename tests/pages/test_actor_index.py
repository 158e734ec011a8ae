"""The index of actors: everybody once, with the way to each brief that tells of them."""

from __future__ import annotations

import re

from tests.support.edition import Edition

HEAD = "title: {0}\nsummary: S.\nstatus: {1}\npublished: 2026-01-01\nas_of: 2026-01-01\n"
SHARED = "actors: [{id: ada, name: Ada Example, kind: person, role: mayor, existence: verified}, {id: bea, name: Bea, kind: group}]\n"


def index(**briefs: str) -> str:
    """The page of a publication's actors; briefs by their slugs."""
    files = {slug: {"brief.yml": text} for slug, text in briefs.items()}
    return Edition(files, shared={"actors.yml": SHARED}).contents().get("actors/index.html", "")


def test_an_actor_stands_once_with_all_its_briefs() -> None:
    """A shared actor is one entry that leads to its place in each brief; one that no public brief names has none."""
    point = "key_points: ['[She](actor:ada) came.']\n"
    page = index(x=HEAD.format("One", "published") + point, y=HEAD.format("Two", "published") + point, z=HEAD.format("Three", "draft"))
    assert re.findall(r'<p class="actor-name"[^>]*>([^<]*)</p>', page) == ["Ada Example"]
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', page) == [("../x/#actor-ada", "One"), ("../y/#actor-ada", "Two")]


def test_there_is_no_index_of_nobody() -> None:
    """A publication whose public briefs name nobody has no such page."""
    assert index(x=HEAD.format("One", "published")) == ""
