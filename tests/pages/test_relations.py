"""Who belongs to whom, drawn."""

from __future__ import annotations

import re

from generator.items import Actor
from generator.pages.relations_svg import MOST_ROWS, relations_svg
from generator.wording.wording import Wordings

WORDING = Wordings({}).of("en")


def drawn(*actors: tuple[str, str | None]) -> str:
    """The drawing of actors, each with what it belongs to."""
    made = (Actor.model_construct(id=name, name=name.upper(), kind="person" if of else "state", of=of) for name, of in actors)
    return str(relations_svg({actor.id: actor for actor in made}, WORDING) or "")


def test_each_stands_below_its_owner() -> None:
    """Whatever the order of the actors, in however many steps; a body is a square, a person a dot, and the words tell all of it."""
    drawing = drawn(("c", "b"), ("alone", None), ("b", "a"), ("x", "y"), ("a", None), ("y", None))
    assert re.findall(r">([A-Z]+)</text>", drawing) == ["A", "B", "C", "Y", "X"]
    assert re.findall(r'<text[^>]* x="([\d.]+)"', drawing) == ["18", "40", "62", "18", "40"]
    assert (drawing.count("<circle"), drawing.count("h8v8h-8z")) == (3, 2)
    assert "<desc>B belongs to A; C belongs to B; X belongs to Y</desc>" in drawing


def test_what_a_list_says_as_well_is_not_drawn() -> None:
    """A single relation, a circle, an owner that readers do not get, and a crowd."""
    assert drawn(("a", None), ("b", "a")) == ""
    assert drawn(("a", "b"), ("b", "a"), ("c", "a")) == ""
    assert drawn(("a", "hidden"), ("b", "hidden")) == ""
    assert drawn(("a", None), *((f"n{number}", "a") for number in range(MOST_ROWS))) == ""


def test_names_are_words() -> None:
    """A long one is cut before the edge, and none is markup."""
    drawing = drawn(("a", None), ("<b>" * 40, "a"), ("c", "a"))
    assert "<B>" not in drawing
    assert re.search(r">(&lt;B&gt;)+[^<]{0,12}…</text>", drawing)
