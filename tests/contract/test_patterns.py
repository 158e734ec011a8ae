"""Regular expressions of the rules cost nobody anything who does not ask them."""

from __future__ import annotations

import ast
import gc
import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import TypeGuard

import pytest

from generator.text import patterns

PACKAGE = Path(__file__).parents[2] / "generator"
RULES = sorted(path for floor in ("prose", "checks") for path in (PACKAGE / floor).rglob("*.py"))


def test_an_expression_is_compiled_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then nothing is, thereafter nothing again, and what it says of itself says what was compiled."""
    made: list[str] = []
    real = re.compile
    monkeypatch.setattr(patterns.re, "compile", lambda pattern, flags=0: (made.append(pattern), real(pattern, flags))[1])
    word = patterns.compiled("[a-z]+", re.IGNORECASE)
    assert (word.pattern, made) == ("[a-z]+", [])
    assert word.findall("Two words") == ["Two", "words"]
    assert word.findall("three") == ["three"]
    assert word.flags & re.IGNORECASE
    assert made.count("[a-z]+") == 2  # once for each thing that is asked of it


def test_the_rules_compile_nothing_before_they_are_asked() -> None:
    """No module of the rules compiles an expression as it is loaded: there are some hundreds, of which a run needs few."""
    said = """
import re, sys
real, made = re.compile, []
re.compile = lambda *given, **named: made.append(sys._getframe(1).f_globals["__name__"]) or real(*given, **named)
import generator.checks
print(sorted(name for name in made if name.startswith(("generator.prose", "generator.checks"))))
"""
    found = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_every_expression_of_the_rules_can_be_compiled() -> None:
    """What is wrong with an expression comes up here, and not before a reader of a finding."""
    for path in RULES:
        importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"))
    ours = [one for one in gc.get_objects() if isinstance(one, patterns._Pattern)]
    assert len(ours) > 100
    for one in ours:
        assert isinstance(re.compile(one.pattern, one._flags), re.Pattern)


def test_no_expression_of_the_rules_is_handed_to_a_function_of_re() -> None:
    """`re.sub(EXPRESSION, …)` wants words or what was compiled: the expression's own method is called."""
    for path in RULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made = [node for node in tree.body if isinstance(node, ast.Assign) and _is_call(node.value, "compiled")]
        ours = {target.id for node in made for target in node.targets if isinstance(target, ast.Name)}
        given = {name.id for node in ast.walk(tree) if _is_call(node, "re") for name in node.args[:1] if isinstance(name, ast.Name)}
        assert not given & ours, path


def _is_call(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    """Whether something is called: a function of a name, or one of a module of that name."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func.value if isinstance(node.func, ast.Attribute) else node.func
    return isinstance(called, ast.Name) and called.id == name
