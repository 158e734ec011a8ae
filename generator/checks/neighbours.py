"""What briefs have to know of each other: whose actors' ids are taken, which figures clash, and what is there that they lead to.

Each brief is summed up in a small `Notice`; all notices together give each brief its `Neighbours`. So briefs can be parsed and
checked apart from one another, in several processes too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generator.checks.contradictions import Clash, Figure, clashes, figures
from generator.checks.paths import Found, told, wanted
from generator.checks.target import Target, missing, names
from generator.items import CrossRef
from generator.parsing import ParsedBrief, Shared
from generator.text.guesses import Guesses
from generator.text.paths import DocPath


@dataclass(frozen=True)
class Notice:
    """What others have to know of a brief: its file, the ids of its own actors, its figures, what it names of them, and its paths.

    Actors that a translation shares with its original are the original's.
    """

    slug: str
    path: str
    actors: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[CrossRef, ...]
    paths: tuple[DocPath, ...] = ()

    @classmethod
    def of(cls, parsed: ParsedBrief) -> Notice:
        theirs = {actor.id for actor in parsed.original.brief.actors} if parsed.original else set()
        actors = tuple(actor.id for actor in parsed.brief.actors if actor.id not in theirs)
        written = [field.text for field in parsed.texts] + ([parsed.article.body] if parsed.article else [])
        named, paths = names(written, parsed.references), wanted(parsed.slug, written)
        return cls(parsed.slug, parsed.text.path, actors, tuple(figures(parsed)), named, paths)


@dataclass(frozen=True)
class Neighbours:
    """What a brief has to know of the rest: where an id of its actors stands, too, its clashing figures, its targets and its paths."""

    taken: Mapping[str, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    beyond: Mapping[CrossRef, Target] = field(default_factory=dict)
    paths: Mapping[DocPath, Found] = field(default_factory=dict)


def neighbours(
    notices: Iterable[Notice],
    targets: Mapping[CrossRef, Target],
    files: Mapping[DocPath, Found],
    slugs: Collection[str],
    shared: Shared,
    docs_path: str,
) -> dict[str, Neighbours]:
    """What each brief has to know, by slug; briefs that have to know nothing are left out.

    `targets` are those that stand in a brief, `files` what there is at paths below docs_dir, `slugs` all briefs, those of which nothing
    could be read among them.
    """
    notices = list(notices)
    owners: dict[str, list[str]] = {actor.id: [f"{docs_path}/actors.yml"] for actor in shared.actors}
    for notice in notices:
        for actor in notice.actors:
            owners.setdefault(actor, []).append(notice.path)
    clashing: dict[str, list[Clash]] = {}
    for clash in clashes(figure for notice in notices for figure in notice.figures):
        clashing.setdefault(clash.figure.slug, []).append(clash)
    found: dict[str, Neighbours] = {}
    for notice in notices:
        elsewhere = {actor: [path for path in owners[actor] if path != notice.path] for actor in notice.actors}
        taken = {actor: paths[0] for actor, paths in elsewhere.items() if paths}
        guesses = Guesses()
        beyond = {name: targets.get(name) or missing(name, slugs, guesses) for name in notice.names}
        paths = {path: told(files[path], path, slugs) for path in notice.paths}
        if taken or beyond or paths or notice.slug in clashing:
            found[notice.slug] = Neighbours(taken, tuple(clashing.get(notice.slug, ())), beyond, paths)
    return found
