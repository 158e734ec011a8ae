"""Checking the briefs of a large publication in several processes.

Each process parses a share of the briefs and keeps it. What briefs must know of each other goes through the parent as small
notices; then each process checks its share. The checked briefs stay behind: who wants to render them checks them in its own process.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from generator.checks import Policy
from generator.checks.neighbours import Notice
from generator.checks.paths import FindFiles
from generator.checks.target import Target
from generator.engine import storage
from generator.engine.limits import ended_at_once, own_context, serve_parent
from generator.items import CrossRef
from generator.library.survey import Outcome, Parsed, Surroundings, Survey, check_folders, parse_folders, surroundings, targets_in
from generator.parsing import Shared

SHARE = 50  # briefs, from which on a process is worth starting
CHUNK = 25  # briefs, after which a process says that it is getting on

Progress = Callable[[int, int], None]


def size(briefs: int) -> int:
    """How many processes are worth starting for so many briefs."""
    return min(os.cpu_count() or 1, briefs // SHARE)


def check(
    root: Path,
    folders: Sequence[Path],
    shared_files: Mapping[str, bytes],
    docs_path: str,
    policy: Policy,
    files: FindFiles,
    progress: Progress,
) -> Survey:
    """What became of the briefs in `folders`, but for the checked briefs.

    `progress` is told how many steps are done, and of how many. Raises OSError where a file cannot be read, and BrokenProcessPool
    where the system ended a process.
    """
    chunks = [folders[first : first + CHUNK] for first in range(0, len(folders), CHUNK)]
    notices: dict[str, Notice | None] = {}
    outcomes: list[Outcome] = []
    with ExitStack() as stack:
        crew = [stack.enter_context(ended_at_once(_process())) for _ in range(size(len(folders)))]
        turns = [crew[number % len(crew)] for number in range(len(chunks))]
        for done, parsed in enumerate([process.submit(_parse, root, chunk) for process, chunk in zip(turns, chunks, strict=True)], 1):
            notices |= parsed.result()
            progress(done, 2 * len(chunks))
        around, found = surroundings(notices, partial(_targets, crew), shared_files, docs_path, policy, files)
        for process in crew:
            process.submit(_look_around, around)
        names = [[folder.name for folder in chunk] for chunk in chunks]
        for done, checked in enumerate([process.submit(_check, chunk) for process, chunk in zip(turns, names, strict=True)], 1):
            outcomes += checked.result()
            progress(len(chunks) + done, 2 * len(chunks))
    return Survey(tuple(outcomes), found)


def _process() -> ProcessPoolExecutor:
    """One process with a memory of its own."""
    return ProcessPoolExecutor(1, own_context(), initializer=_start)


def _targets(crew: Iterable[ProcessPoolExecutor], wanted: frozenset[CrossRef], shared: Shared) -> dict[CrossRef, Target]:
    """What each process knows of the names that others' briefs give it."""
    asked = [process.submit(_find, wanted, shared) for process in crew]
    return {name: to for answer in asked for name, to in answer.result().items()}


# In a process of the crew

_share: dict[str, Parsed] = {}
_around: list[Surroundings] = []


def _start() -> None:
    """A process of the crew lives too shortly to collect garbage."""
    serve_parent()
    gc.disable()


def _parse(root: Path, folders: Iterable[Path]) -> dict[str, Notice | None]:
    parsed = parse_folders((storage.read_folder(root, folder) for folder in folders), {})
    _share.update((folder.slug, folder) for folder in parsed)
    return {folder.slug: folder.notice for folder in parsed}


def _find(wanted: frozenset[CrossRef], shared: Shared) -> Mapping[CrossRef, Target]:
    return targets_in(_share.values(), wanted, shared)


def _look_around(around: Surroundings) -> None:
    _around[:] = [around]


def _check(slugs: Iterable[str]) -> list[Outcome]:
    outcomes = check_folders([_share.pop(slug) for slug in slugs], _around[0], {})
    return [outcome.without_brief() for outcome in outcomes]
