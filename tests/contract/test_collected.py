"""The suite is whole."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """pytest goes into every folder that has tests: by default it passes over some for their names, such as `build`."""
    folders = {path.parent for path in TESTS.rglob("test_*.py")}
    parts = {part for folder in folders for part in folder.relative_to(TESTS).parts}
    passed_over = {part for part in parts for pattern in pytestconfig.getini("norecursedirs") if fnmatch(part, pattern)}
    assert not passed_over
