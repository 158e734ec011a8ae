"""Break the modules that the promise rests on, one small change at a time, and list the changes that no test notices.

usage: python scripts/mutants.py [--processes N] [NAME…]

mutmut makes the changes and tries them; this names the modules and the tests that should notice. Each name of `MODULES` gets a folder of
its own in mutants/, with what is left of the run: `mutmut show` and `mutmut browse` work there. Survivors are printed as differences;
docs/mutants.md argues those that stay.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = ROOT / "mutants"
MUTMUT = (sys.executable, "-m", "mutmut")
COPIED = ("tests", "templates", "docs", "briefs", "scripts", "README.md", "CHANGELOG.md", "mkdocs.yml", "brief.schema.json")


@dataclass(frozen=True)
class Module:
    """What is changed (patterns of paths, as fnmatch reads them), and the tests that should notice."""

    changed: tuple[str, ...]
    tests: tuple[str, ...]


MODULES = {
    "fetching": Module(("generator/ingest/fetching.py",), ("tests/ingest/test_fetching.py", "tests/ingest/test_connecting.py")),
    "public": Module(
        ("generator/library/public.py", "generator/library/excerpts.py"),
        (
            "tests/property/test_public.py::test_what_readers_may_get_has_no_word_of_what_they_may_not",
            "tests/property/test_public.py::test_a_preview_shows_proposals",
            "tests/library/test_withdrawn.py", "tests/library/test_survey.py", "tests/pages/test_proofs.py", "tests/pages/test_evidence.py",
        ),
    ),
    "sanitising": Module(
        ("generator/images/drawings.py", "generator/images/styles.py", "generator/images/repetition.py", "generator/pages/prose.py"),
        ("tests/images/test_drawings.py", "tests/pages/test_writer.py"),
    ),
    "pictures": Module(("generator/images/pictures.py",), ("tests/images/test_pictures.py",)),
    "publishing": Module(("generator/engine/publishing.py",), ("tests/engine/test_publishing.py",)),
    "files": Module(
        ("generator/engine/storage.py", "generator/engine/atomic.py", "generator/engine/links.py"),
        ("tests/safety/test_files.py", "tests/safety/test_docs_files.py"),
    ),
    "matching": Module(
        tuple(f"generator/text/matching/{name}.py" for name in ("match", "pieces", "words", "normal")),
        ("tests/cases/test_matching.py", "tests/property/test_matching.py"),
    ),
    "layout": Module(
        tuple(f"generator/text/matching/{name}.py" for name in ("markup", "structure", "source")),
        ("tests/cases/test_matching.py", "tests/cases/test_quotations.py", "tests/property/test_matching.py"),
    ),
}  # fmt: skip


def main() -> None:
    """Try the modules that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--processes", default="1")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MODULES))
    asked = parser.parse_args()
    if unknown := set(asked.names) - MODULES.keys():
        parser.error(f"no module is called {', '.join(sorted(unknown))}; there are {', '.join(MODULES)}")
    for name in asked.names or MODULES:
        folder = _prepared(name, MODULES[name])
        subprocess.run(
            [*MUTMUT, "run", "--max-children", asked.processes], cwd=folder, env=os.environ | {"HYPOTHESIS_PROFILE": "mutants"}, check=True
        )
        print(_told(name, folder), flush=True)


def _prepared(name: str, module: Module) -> Path:
    """A folder in which mutmut finds the project, and settings for this module."""
    folder = RUNS / name
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
    return folder


def _told(name: str, folder: Path) -> str:
    """How many changes were made and noticed, and those that were not, as differences."""
    _mutmut(folder, "export-cicd-stats")
    counts = json.loads((folder / "mutants/mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    noticed = counts["killed"] + counts["timeout"] + counts["segfault"]
    results = (line.strip().partition(": ") for line in _mutmut(folder, "results").splitlines())
    left = [mutant for mutant, _, status in results if status in ("survived", "no tests", "suspicious", "not checked")]
    shown = "".join(_mutmut(folder, "show", mutant) for mutant in left)
    return f"{shown}\n{name}: {counts['total']} changes, {noticed} noticed; of {len(left)} left, no test met {counts['no_tests']}"


def _mutmut(folder: Path, *words: str) -> str:
    return subprocess.run([*MUTMUT, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
