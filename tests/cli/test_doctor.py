"""`briefs doctor` tells what is there from what is not, and what is needed from what is not."""

from __future__ import annotations

import pytest

from generator.desk import doctor
from tests.cli.conftest import Run


def test_what_is_there_is_said(run: Run) -> None:
    """Where everything is installed that the tests need, nothing that is needed is missing."""
    result = run("doctor")
    assert result.exit_code == 0
    assert "ok       Pango, which sets handouts\n" in result.output


def test_what_is_missing_comes_with_the_way_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An extra that is not installed is named with its command, and is no failure."""
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    result = run("doctor")
    assert result.exit_code == 0
    assert "missing  the language model" in result.output
    assert "pip install 'explainer-briefs[draft]'" in result.output
    assert "pip install 'explainer-briefs[cluster]'" in result.output


def test_what_is_needed_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a part that is needed the exit status is 1."""
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99,))
    result = run("doctor")
    assert result.exit_code == 1
    assert "missing  Python" in result.output
