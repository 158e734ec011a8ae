"""Who belongs to whom, as a drawing: each body with those who speak or act for it, one below the other.

A person is a dot, a body a square, and a line leads from each to what it belongs to. The description of the drawing says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.items import Actor
from generator.wording.wording import Wording

WIDTH, ROW, INDENT, ROOM = 340.0, 24.0, 22.0, 14.0
LEAST_RELATIONS = 2  # fewer are told by the list
MOST_ROWS = 40  # more are no drawing that anybody looks at
_LETTER = 7.4  # the width of a wide letter: a name is cut before it may reach the edge


@dataclass(frozen=True)
class Row:
    """An actor in the drawing: how deep it stands, and in which row what it belongs to."""

    actor: Actor
    depth: int
    owner: int | None


def relations_svg(actors: Mapping[str, Actor], wording: Wording) -> Markup | None:
    """The drawing of the actors that belong to one another, or None where it would show nothing that the list does not."""
    rows = list(_rows(actors))
    relations = [(row.actor, rows[row.owner].actor) for row in rows if row.owner is not None]
    if len(relations) < LEAST_RELATIONS or len(rows) > MOST_ROWS:
        return None
    mirrored = wording.direction == "rtl"
    told = wording.gettext("; ").join(
        wording.gettext("{name} belongs to {owner}", name=one.name, owner=owner.name) for one, owner in relations
    )
    lines = "".join(_line(number, row, mirrored=mirrored) for number, row in enumerate(rows))
    drawing = (
        f'<svg class="relations-drawing" role="img" viewBox="0 0 {WIDTH:g} {ROW * len(rows):g}" xmlns="http://www.w3.org/2000/svg" '
        'font-size="13">'
        f"<title>{escape(wording.gettext('Who belongs to whom'))}</title><desc>{escape(told)}</desc>"
        f'<path class="bar" d="{lines}" fill="none" stroke="#000"/>'
        f"{''.join(_drawn(number, row, mirrored=mirrored) for number, row in enumerate(rows))}</svg>"
    )
    return Markup(drawing)  # noqa: S704 - made here, its words escaped


def _rows(actors: Mapping[str, Actor]) -> Iterator[Row]:
    """Those who belong to somebody, or somebody to them, each below its owner; of those who belong to each other in a circle, nobody."""
    members: dict[str, list[Actor]] = {}
    for actor in actors.values():
        if actor.of and actor.of in actors:
            members.setdefault(actor.of, []).append(actor)
    waiting = [Row(actors[owner], 0, None) for owner in reversed(members) if actors[owner].of not in actors]
    number = 0
    while waiting:
        row = waiting.pop()
        yield row
        waiting += (Row(member, row.depth + 1, number) for member in reversed(members.get(row.actor.id, [])))
        number += 1


def _line(number: int, row: Row, *, mirrored: bool) -> str:
    """The way from an actor to what it belongs to, if it does, as a part of a path."""
    if row.owner is None:
        return ""
    way, start = (-1, WIDTH) if mirrored else (1, 0.0)
    left, top = ROOM / 2 + INDENT * row.depth, ROW * (row.owner + 0.5) + 6
    return f"M{start + way * (left - INDENT):g} {top:g}V{ROW * (number + 0.5):g}H{start + way * (left - 7):g}"


def _drawn(number: int, row: Row, *, mirrored: bool) -> str:
    way, start = (-1, WIDTH) if mirrored else (1, 0.0)
    left = ROOM / 2 + INDENT * row.depth
    x, y = start + way * left, ROW * (number + 0.5)
    is_person = row.actor.kind in ("person", "anonymous")
    mark = (
        f'<circle class="solid" cx="{x:g}" cy="{y:g}" r="4"/>' if is_person else f'<path class="solid" d="M{x - 4:g} {y - 4:g}h8v8h-8z"/>'
    )
    words = _cut(row.actor.name, int((WIDTH - left - ROOM) / _LETTER))
    weight = "" if is_person else ' font-weight="600"'
    at = start + way * (left + ROOM - 3)
    return f'{mark}<text class="tick" x="{at:g}" y="{y + 4.5:g}"{weight}>{escape(words)}</text>'


def _cut(name: str, letters: int) -> str:
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"
