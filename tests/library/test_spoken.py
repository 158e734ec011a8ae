"""Actors and terms that briefs share are said in the language of each page."""

from __future__ import annotations

from generator.items import Actor
from generator.items.spoken import spoken
from tests.support.edition import Edition

SHARED: dict[str, str | bytes] = {
    "actors.yml": """\
actors:
  - id: council
    name: Springfield Council
    kind: organisation
    role: [{role: the town’s council, from: "1990"}]
    about: It runs the town.
    translations:
      - {language: de, name: Rat von Springfield, role: Stadtrat, about: "Er leitet die [Stadt](term:town)."}
      - {language: de-AT, name: Gemeinderat Springfield}
""",
    "glossary.yml": """\
terms:
  - term: town
    definition: A place with a council.
    translations: [{language: de, term: Stadt, definition: Ein Ort mit Rat.}]
""",
}
BRIEF = """\
title: T
summary: "The [council](actor:council) of the [town](term:town)."
status: published
published: 2026-01-01
as_of: 2026-01-01
language: de
"""


def test_each_page_says_them_in_its_language() -> None:
    """A German brief has the German words, the role with its times; the pages of an English site have the English ones."""
    made = Edition({"rat": {"brief.yml": BRIEF}}, SHARED).contents()
    page, whole = made["rat/index.html"], made["actors/council/index.html"]
    assert all(words in page for words in ("Rat von Springfield", "Stadtrat (1990–", "Er leitet die", "Ein Ort mit Rat"))
    assert not any(words in page for words in ("Springfield Council", "town’s council", "It runs", "A place with"))
    assert "Springfield Council" in whole
    assert "the town’s council (1990–" in whole
    assert "Springfield Council" in made["actors/index.html"]
    assert '"translations"' not in made["rat/brief.json"]


def test_the_nearest_language_is_taken() -> None:
    """Of two that are near the one that says more of where it is spoken is taken; without any near one the item says what it says."""
    entry = {"language": "de", "name": "Wien"}
    actor = Actor.model_validate(
        {"id": "vienna", "name": "Vienna", "kind": "state", "translations": [entry, {**entry, "language": "de-AT", "name": "Wean"}]}
    )
    named = {tag: spoken(actor, tag).name for tag in ("de", "de-CH", "de-at", "fr")}
    assert named == {"de": "Wien", "de-CH": "Wien", "de-at": "Wean", "fr": "Vienna"}
