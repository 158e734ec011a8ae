"""Each check finds its breach, at its place, and nothing in a near miss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.codes import RULES
from tests.support import Case, cases, check_all, listed

_FILES = sorted((Path(__file__).parent / "checks").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 2)]
_FILE = re.compile(r"^== (.+)\n", re.MULTILINE)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_checks_find_breaches_and_pass_near_misses(case: Case) -> None:
    """The findings of a publication are the expected ones: path, place and code, and the words that follow them."""
    files, expected = case.parts
    findings = check_all(*_publication(files)).findings
    wanted = [line.split(" ", 2) for line in expected.splitlines() if line != "nothing"]
    assert listed(findings) == [f"{place} {code}" for place, code, *_ in wanted]
    for finding, (_, _, *words) in zip(findings, wanted, strict=True):
        assert "".join(words) in f"{finding.message}\n{finding.fix or ''}"


def test_every_code_from_references_to_editorial_has_a_case() -> None:
    """Each code from B2 to B4 is expected by a case, and a case whose title names it expects nothing."""
    expected = {code for case in _CASES for code in re.findall(r"\bB\d{3}\b", case.parts[1])}
    missed = {code for case in _CASES if case.parts[1] == "nothing" for code in re.findall(r"\bB\d{3}\b", case.title)}
    wanted = {code for code in RULES if "B201" <= code < "B500"}
    assert wanted <= expected
    assert wanted <= missed


def _publication(part: str) -> tuple[dict[str, dict[str, str | bytes]], dict[str, str | bytes]]:
    """The files of a case, each after a line `== path`; those in a folder make a brief, the others are shared."""
    _, *pieces = _FILE.split(part)
    briefs: dict[str, dict[str, str | bytes]] = {}
    shared: dict[str, str | bytes] = {}
    for path, content in zip(pieces[::2], pieces[1::2], strict=True):
        slug, _, name = path.partition("/")
        if name:
            briefs.setdefault(slug, {})[name] = content
        else:
            shared[slug] = content
    return briefs, shared
