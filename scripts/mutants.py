"""Break the modules that the promise rests on, one small change at a time, and list the changes that no test notices.

usage: python scripts/mutants.py [--processes N] [--again] [NAME…]

mutmut makes the changes and tries them; this names the modules and the tests that should notice. Each name of `MODULES` gets a folder of
its own in mutants/, with what is left of the run: `mutmut show` and `mutmut browse` work there. Survivors are printed as differences;
docs/mutants.md argues those that stay.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mutmut import configuration
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

ROOT = Path(__file__).parents[1]
RUNS = ROOT / "mutants"
_NOT_ASKED = 255  # of exit statuses
COPIED = ("tests", "templates", "docs", "briefs", "scripts", "README.md", "CHANGELOG.md", "mkdocs.yml", "brief.schema.json")


@dataclass(frozen=True)
class Module:
    """What is changed (patterns of paths, as fnmatch reads them), and the tests that should notice."""

    changed: tuple[str, ...]
    tests: tuple[str, ...]


class Change(NamedTuple):
    """A change that mutmut made, and what came of it, in its words."""

    name: str
    path: Path
    status: str

    @property
    def is_left(self) -> bool:
        return self.status not in ("killed", "timeout", "segfault")


MODULES = {
    "fetching": Module(("generator/ingest/fetching.py",), ("tests/ingest/test_fetching.py", "tests/ingest/test_connecting.py")),
    "public": Module(
        ("generator/library/public.py",),
        (
            "tests/property/test_public.py::test_what_readers_may_get_has_no_word_of_what_they_may_not",
            "tests/property/test_public.py::test_a_preview_shows_proposals",
            "tests/library/test_public.py", "tests/library/test_beyond.py", "tests/pages/test_proofs.py",
        ),
    ),
    "excerpts": Module(("generator/library/excerpts.py",), ("tests/library/test_excerpts.py", "tests/pages/test_evidence.py")),
    "sanitising": Module(
        (*(f"generator/images/{name}.py" for name in ("drawings", "styles", "repetition", "names", "unshown")), "generator/pages/prose.py"),
        ("tests/images/test_drawings.py", "tests/pages/test_prose.py", "tests/safety/test_pages.py::test_the_writers_rely_on_no_check"),
    ),
    "pictures": Module(("generator/images/pictures.py",), ("tests/images/test_pictures.py",)),
    "publishing": Module(("generator/engine/publishing.py",), ("tests/engine/test_publishing.py",)),
    "files": Module(
        ("generator/engine/storage.py", "generator/engine/atomic.py", "generator/engine/links.py"),
        tuple(f"tests/engine/test_{name}.py" for name in ("storage", "atomic", "links")),
    ),
    "docs_files": Module(("generator/engine/docs_files.py",), ("tests/safety/test_docs_files.py",)),
    "matching": Module(("generator/text/matching/match.py",), ("tests/cases/test_matching.py", "tests/property/test_matching.py")),
    "folding": Module(
        tuple(f"generator/text/matching/{name}.py" for name in ("normal", "pieces", "words")),
        ("tests/cases/test_folding.py", "tests/cases/test_matching.py", "tests/property/test_matching.py"),
    ),
    "layout": Module(
        tuple(f"generator/text/matching/{name}.py" for name in ("markup", "structure", "source")),
        ("tests/cases/test_layout.py", "tests/cases/test_matching.py", "tests/cases/test_quotations.py", "tests/property/test_matching.py"),
    ),
}  # fmt: skip


def main() -> None:
    """Try the modules that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--processes", default="1")
    parser.add_argument("--again", action="store_true", help="try only what was left last time, with the tests as they are now")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MODULES))
    asked = parser.parse_args()
    if unknown := set(asked.names) - MODULES.keys():
        parser.error(f"no module is called {', '.join(sorted(unknown))}; there are {', '.join(MODULES)}")
    for name in asked.names or MODULES:
        folder = RUNS / name
        left = [change.name for change in _changes(folder) if change.is_left] if asked.again else []
        if not asked.again:
            _prepare(folder, MODULES[name])
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", asked.processes, *left]
        subprocess.run(command, cwd=folder, env=os.environ | {"HYPOTHESIS_PROFILE": "mutants"}, check=True)
        print(_told(name, folder), flush=True)


def _prepare(folder: Path, module: Module) -> None:
    """Make a folder in which mutmut finds the project, and settings for this module."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for each in ("generator", *COPIED):
        (folder / each).symlink_to(ROOT / each)
    settings = {
        "source_paths": ["generator"],
        "only_mutate": module.changed,
        "also_copy": COPIED,
        "pytest_add_cli_args_test_selection": module.tests,
        "timeout_multiplier": 3.0,
        "timeout_constant": 5.0,
        "use_git_change_detection": False,
        "process_isolation": "forkserver",  # no test runs after another one in the same process
    }
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(f"{project}\n[tool.mutmut]\n{lines}", encoding="utf-8")


def _changes(folder: Path) -> Iterator[Change]:
    """What was changed in a folder, and what became of it."""
    with contextlib.chdir(folder):
        configuration.reset_config()
        for path in walk_mutatable_files():
            data = SourceFileMutationData(path=path)
            data.load()
            yield from (Change(name, path, _status(code)) for name, code in data.exit_code_by_key.items())


def _status(code: int | None) -> str:
    """What came of a change: mutmut calls it a timeout, too, where pytest could not be asked for the tests."""
    return "not tried" if code == _NOT_ASKED else status_by_exit_code[code]


def _told(name: str, folder: Path) -> str:
    """How many changes were noticed, and those that were not, as differences."""
    changes = list(_changes(folder))
    with contextlib.chdir(folder):
        left = [f"# {each.name}: {each.status}\n{get_diff_for_mutant(each.name, path=each.path)}" for each in changes if each.is_left]
    counts = ", ".join(f"{status} {number}" for status, number in Counter(each.status for each in changes).most_common())
    return "\n".join([*left, f"{name}: {len(changes)} changes: {counts}"])


if __name__ == "__main__":
    main()
