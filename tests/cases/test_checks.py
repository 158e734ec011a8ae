"""Each check finds its breach, at its place, and nothing in a near miss."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from generator.checks import Policy
from generator.text.codes import RULES
from generator.text.finding import has_errors
from generator.text.places import Span
from tests.support import Case, cases, check_all, listed

_FILES = sorted((Path(__file__).parent / "checks").glob("*.txt"))
_CASES = [case for path in _FILES for case in cases(path, 2)]
_FILE = re.compile(r"^== (.+)\n", re.MULTILINE)
_KINDS = {"sources": "source", "facts": "fact", "actors": "actor", "quotes": "quote", "questions": "question", "timeline": "event"}
_CODE = re.compile(r"\bB\d{3}\b")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.place} {case.title}")
def test_checks_find_breaches_and_pass_near_misses(case: Case) -> None:
    """The findings of a publication are the expected ones: path, place and code, and the words that follow them."""
    files, expected = case.parts
    checked = check_all(*_publication(files), _policy(case))
    findings = checked.findings
    wanted = [line.split(" ", 2) for line in expected.splitlines() if line != "nothing"]
    assert listed(findings) == [f"{place} {code}" for place, code, *_ in wanted], [finding.message for finding in findings]
    for finding, (_, _, *words) in zip(findings, wanted, strict=True):
        assert "".join(words) in f"{finding.message}\n{finding.fix or ''}"
        assert str(finding.item) == (_item_at(finding.span) or str(finding.item)), "an acceptance in the item would not reach it"
    assert all(outcome.checked is None for outcome in checked.outcomes if has_errors(outcome.findings))


def test_every_code_from_references_to_freshness_has_a_case() -> None:
    """Each code from B2 to B5 is expected by a case, and a case whose title names it expects nothing."""
    expected = {code for case in _CASES for code in _CODE.findall(case.parts[1])}
    missed = {code for case in _CASES if case.parts[1] == "nothing" for code in _CODE.findall(case.title)}
    wanted = {code for code in RULES if "B201" <= code < "B600"} - {"B209", "B210", "B211", "B213"}  # of files beside briefs
    assert wanted <= expected
    assert wanted <= missed


def _item_at(span: Span) -> str | None:
    """The address of the item of a brief.yml in which a place lies."""
    if not span.path.endswith("/brief.yml"):
        return None
    for key, items in yaml.compose(span.text.body, yaml.CSafeLoader).value:
        for number, item in enumerate(items.value if key.value in _KINDS else (), 1):
            if item.start_mark.index <= span.start < item.end_mark.index:
                named = {name.value: value.value for name, value in item.value}
                return f"{_KINDS[key.value]}:{named.get('id', number)}"
    return None


def _policy(case: Case) -> Policy:
    """The day, the zone and the levels that the lines before the first file name (`today: 2024-10-24`, `timezone: UTC`, `B309: error`).

    A case is about the codes that its title and its findings name: the others are off, where they are not fixed.
    """
    head = dict(line.split(": ", 1) for line in case.parts[0].split("== ", maxsplit=1)[0].splitlines())
    day, zone = head.pop("today", None), head.pop("timezone", "UTC")
    named = set(_CODE.findall(f"{case.title} {case.parts[1]}"))
    off = {code: "off" for code, rule in RULES.items() if code not in named and not rule.fixed and not rule.kept}
    return Policy(date.fromisoformat(day) if day else None, off | head, ZoneInfo(zone))


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
