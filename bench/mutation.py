"""Which small breaks of the code no test notices: each mutant of some modules is held against the tests that are for it.

usage: .venv/bin/python bench/mutation.py [PART OF A PATH…]

A mutant is a module with one thing changed: a comparison, an *and*, a condition, a number, a word without spaces, an entry of a list, an
argument, a part of an f-string, a statement that goes. Sentences for people and patterns of words are left alone. Each is run in a
process of its own, forked from one that has imported what the tests need, and counts as killed where a test fails or nothing ends.
Survivors that are argued in `docs/mutants.md`, in a section with the module's path, are counted, the others shown.
"""

from __future__ import annotations

import ast
import copy
import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from itertools import chain
from pathlib import Path
from typing import Any, TypeGuard

import pytest

ROOT = Path(__file__).parents[1]
ARGUED = ROOT / "docs" / "mutants.md"
TELLING = 24  # characters around a change that say where it is
SECONDS = 60  # in which a mutant's tests must end
HEAVY = ("hypothesis.strategies", "jinja2", "markdown_it", "mkdocs.config", "nh3", "pikepdf", "pydantic", "ruamel.yaml", "yaml")

CASES, CHECKS, LIBRARY = "tests/cases/test_checks.py", "tests/checks", "tests/library"
TARGETS = {
    "checks/policy.py": [CHECKS],
    "checks/resolution.py": [CASES, CHECKS],
    "checks/truncation.py": [CASES],
    "checks/polarity.py": [CASES],
    "checks/independence.py": [CASES],
    "library/library.py": [LIBRARY],
    "library/survey.py": [LIBRARY, "tests/cases/test_shared.py", CASES, CHECKS, "tests/build/test_crew.py"],
    "text/matching/match.py": ["tests/cases/test_matching.py", "tests/property/test_matching.py", CASES],
    "engine/cache.py": ["tests/engine"],
    "engine/docs_files.py": ["tests/safety/test_docs_files.py"],
    "engine/links.py": ["tests/engine/test_links.py"],
    "engine/atomic.py": ["tests/engine/test_atomic.py"],
    "engine/publishing.py": ["tests/engine/test_publishing.py"],
    "images/pictures.py": ["tests/images/test_pictures.py"],
    "library/excerpts.py": ["tests/library/test_excerpts.py", "tests/pages/test_evidence.py"],
    "engine/recall.py": ["tests/cli/test_recall.py"],
    "press/press.py": ["tests/handout/test_cache.py"],
    "pages/evidence.py": ["tests/pages", "tests/safety/test_private.py"],
    "items/base.py": ["tests/cases/test_reading.py", "tests/contract/test_schema.py", CHECKS],
}

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Add, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def without(entries: list[Any]) -> Iterator[list[Any]]:
    """A list without each of its entries in turn."""
    for index in range(len(entries)):
        yield [*entries[:index], *entries[index + 1 :]]


def changed(node: ast.AST, **values: Any) -> ast.AST:
    """A node with other values."""
    made = copy.copy(node)
    for name, value in values.items():
        setattr(made, name, value)
    return made


def of_conditions(node: ast.AST) -> Iterator[ast.AST | None]:
    """Comparisons, what joins them, and which way they lead."""
    match node:
        case ast.Compare():
            for index, operator in enumerate(node.ops):
                if type(operator) in SWAPS:
                    yield changed(node, ops=[*node.ops[:index], SWAPS[type(operator)](), *node.ops[index + 1 :]])
        case ast.BoolOp():
            yield changed(node, op=SWAPS[type(node.op)]())
            yield from (changed(node, values=rest) if len(rest) > 1 else rest[0] for rest in without(node.values))
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.If() | ast.While() if not isinstance(node.test, (ast.Compare, ast.UnaryOp)):
            yield changed(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.IfExp():
            yield from (node.body, node.orelse)
        case ast.comprehension():
            yield from (changed(node, ifs=rest) for rest in without(node.ifs))


def of_values(node: ast.AST) -> Iterator[ast.AST | None]:
    """Numbers, words and sums."""
    match node:
        case ast.BinOp() if type(node.op) in SWAPS:
            yield changed(node, op=SWAPS[type(node.op)]())
        case ast.UnaryOp(op=ast.USub()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
        case ast.Constant(value=str()) if not is_sentence(node.value) and node.value.strip("\0 "):
            yield ast.Constant(f"{node.value}~")
        case ast.JoinedStr() if not is_message(node):
            yield from (
                changed(node, values=rest) for part, rest in zip(node.values, without(node.values), strict=True) if not is_plain(part)
            )
        case ast.Slice():
            yield from (changed(node, **{side: None}) for side in ("lower", "upper") if getattr(node, side) is not None)


def of_lists(node: ast.AST) -> Iterator[ast.AST | None]:
    """What is listed, and what is given to a function."""
    match node:
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set() if len(node.elts) > 1:
            yield from (changed(node, elts=rest) for rest in without(node.elts))
        case ast.Call():
            yield from (changed(node, keywords=rest) for rest in without(node.keywords))
            if len(node.args) > 1:
                yield from (changed(node, args=rest) for rest in without(node.args))


def of_statements(node: ast.AST) -> Iterator[ast.AST | None]:
    """What is done, and what is given back."""
    match node:
        case ast.Return() if node.value is not None and not (is_plain(node.value) and node.value.value is None):
            yield changed(node, value=ast.Constant(None))
        case ast.Expr() if not is_plain(node.value):
            yield None
        case ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise() | ast.Delete():
            yield None


KINDS = (of_conditions, of_values, of_lists, of_statements)  # each gives what may stand in the place of a node; None for nothing at all


def is_plain(node: ast.AST) -> TypeGuard[ast.Constant]:
    """Whether a node is a value as it is written."""
    return isinstance(node, ast.Constant)


def is_sentence(words: str) -> bool:
    """Whether words are for people."""
    return len(words.split()) > 2


def is_message(node: ast.JoinedStr) -> bool:
    """Whether an f-string is for people."""
    return is_sentence("".join(str(part.value) for part in node.values if is_plain(part)))


def is_for_types(node: ast.AST) -> bool:
    """Whether a node says something to readers and type checkers only: imports, `__all__`, names for types."""
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) == "__all__" or ast.unparse(node.value).startswith(("tuple[", "dict[", "Callable[", "TypeVar("))
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.alias))


def places(holder: ast.AST, *above: ast.AST) -> Iterator[tuple[tuple[ast.AST, ...], str, int | None, ast.AST]]:
    """Every node that decides something: what holds it, the nearest first, in which field and where in it, and the node."""
    skipped = {"annotation", "returns", "decorator_list"} | (
        {"values"} if isinstance(holder, ast.JoinedStr) and is_message(holder) else set()
    )
    for name, value in ast.iter_fields(holder):
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST) and name not in skipped and not is_for_types(node):
                yield (holder, *above), name, index, node
                yield from places(node, holder, *above)


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """All mutants of a module: the line, what has changed, and the module."""
    tree = ast.parse(source)
    for holders, name, index, node in list(places(tree)):
        for mutant in chain.from_iterable(kind(node) for kind in KINDS):
            new = ast.Pass() if mutant is None else mutant
            value = getattr(holders[0], name)
            around = next(each for each in (node, *holders) if isinstance(each, ast.stmt) or len(ast.unparse(each)) > TELLING)
            before = said(around)
            setattr(holders[0], name, new if index is None else [*value[:index], new, *value[index + 1 :]])
            made = ast.fix_missing_locations(copy.deepcopy(tree))
            after = said(new if around is node else around)
            setattr(holders[0], name, value)
            yield next(each.lineno for each in (node, *holders, *ast.walk(node)) if hasattr(each, "lineno")), told(before, after), made


def said(node: ast.AST) -> str:
    """A node on one line, of a statement with a body its head."""
    return " ".join(ast.unparse(node).split("\n")[0].split())


def told(before: str, after: str) -> str:
    """What has changed, and a little of what stands around it."""
    start = alike(before, after)
    end = alike(before[start:][::-1], after[start:][::-1])
    first = max(0, start - TELLING)
    changes = (words[first : len(words) - max(0, end - TELLING)] for words in (before, after))
    return " → ".join(f"{'…' if first else ''}{words}{'…' if end > TELLING else ''}" for words in changes)


def alike(one: str, other: str) -> int:
    """How many characters are the same from the start."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


def killed(path: Path, tree: ast.Module, tests: list[str]) -> bool:
    """Whether some test fails where a module is replaced by a mutant."""
    child = os.fork()
    if child == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os._exit(_run(path, compile(tree, str(path), "exec"), tests))
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(path: Path, code: Any, tests: list[str]) -> int:
    get_code: Callable[[SourceFileLoader, str], Any] = SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda loader, name: (  # type: ignore[method-assign]
        code if loader.path == str(path) else get_code(loader, name)
    )
    return int(
        pytest.main(["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning", *tests])
    )


def main() -> None:
    """Hold the mutants of the modules whose paths have one of the words, of all where there are none."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for name in HEAVY:
        importlib.import_module(name)
    argued = ARGUED.read_text(encoding="utf-8").split("\n### ")
    totals = [0, 0, 0]
    for name, tests in TARGETS.items():
        if sys.argv[1:] and not any(word in name for word in sys.argv[1:]):
            continue
        path = ROOT / "generator" / name
        source = path.read_text(encoding="utf-8")
        if killed(path, ast.parse(source), tests):
            sys.exit(f"{name}: its tests fail as it is")
        section = next((part for part in argued if part.startswith(f"`{name}`")), "")
        counts = [0, 0, 0]  # all, survivors that are argued, others
        for line, change, tree in mutants(source):
            counts[0] += 1
            if not killed(path, tree, tests):
                known = f"`{change}`" in section
                counts[1 if known else 2] += 1
                if not known:
                    print(f"{name}:{line}: `{change}`", flush=True)
        print(f"{name}: {counts[0]} mutants, {counts[0] - counts[1] - counts[2]} killed, {counts[1]} argued, {counts[2]} open", flush=True)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    print(f"all: {totals[0]} mutants, {totals[0] - totals[1] - totals[2]} killed, {totals[1]} argued, {totals[2]} open")


if __name__ == "__main__":
    main()
