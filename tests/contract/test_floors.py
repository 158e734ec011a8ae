"""The house stands: imports go down only, and the lower floors touch nothing outside of the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator"
FLOORS: tuple[set[str], ...] = (
    {"__init__", "errors", "text"},
    {"wording", "prose"},
    {"items"},
    {"parsing"},
    {"checks"},
    {"library"},
    {"dossier", "pages"},
    {"pipeline"},
    {"engine", "images", "press", "verifying", "ingest", "drafting", "proposing"},
    {"desk"},
    {"doors"},
    {"__main__"},
)
FLOOR = {module: number for number, modules in enumerate(FLOORS) for module in modules}
LAST_PURE = 7
IMPURE = {"os", "pathlib", "io", "time", "logging", "weasyprint", "mkdocs"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def top(path: Path) -> str:
    """The module or folder directly in the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Everything that a file imports, as dotted names; inside of functions and for type checkers, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            # `from generator import storage` names a module, `from generator import __version__` the package itself.
            yield from (f"{node.module}.{alias.name}" if node.module == "generator" else node.module for alias in node.names)


def of_ours(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    parts = [name.split(".") for name in imports(path)]
    return {part[1] if part[1] in FLOOR else "__init__" for part in parts if part[0] == "generator" and len(part) > 1}


def test_every_module_has_a_floor() -> None:
    """The table of floors names the modules that exist, and no others."""
    assert {top(path) for path in MODULES} == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    """A module imports nothing from a floor above its own, and from floor 7 down nothing of the outer world."""
    above = {module for module in of_ours(path) if FLOOR[module] > FLOOR[top(path)]}
    assert above == set()
    if FLOOR[top(path)] <= LAST_PURE:
        assert {name.split(".")[0] for name in imports(path)} & IMPURE == set()


def test_mkdocs_has_one_door() -> None:
    """Only the adapter and the two commands that drive MkDocs import it, and only these two import the adapter."""
    at_the_door = {f"doors/cli/{name}.py" for name in ("run_build", "serve")} | {
        path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "doors/mkdocs").iterdir()
    }
    for path in MODULES:
        if path.relative_to(PACKAGE).as_posix() not in at_the_door:
            assert not [name for name in imports(path) if name.split(".")[0] == "mkdocs" or name.startswith("generator.doors.mkdocs")], path


def test_the_desk_knows_no_command() -> None:
    """Use cases print nothing and parse nothing: a screen or a language server calls them as commands do."""
    for path in MODULES:
        if top(path) == "desk":
            assert not [name for name in imports(path) if name.split(".")[0] == "click"], path
            calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
            assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"], path


def test_there_are_no_circles() -> None:
    """Modules of one floor may import each other, but never in a circle."""
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        graph.setdefault(top(path), set()).update(of_ours(path) - {top(path)})
    assert list(TopologicalSorter(graph).static_order())
