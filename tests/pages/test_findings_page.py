"""The page of a brief that is broken."""

from __future__ import annotations

import re

from generator.pages.outputs.findings_page import findings_page
from generator.text.finding import Finding, Findings
from generator.text.places import Text
from tests.support.edition import SITE, _renderer


def test_errors_come_first() -> None:
    """However far down the file it stands: an editor mends the error, not the hints above it."""
    text = Text("briefs/x/brief.yml", "one\ntwo\nthree\n")
    found = Findings([Finding("B310", "a hint", text.span(0, 3)), Finding("B302", "the error", text.span(8, 13))])
    assert [finding.severity for finding in found] == ["warning", "error"]
    html = findings_page(SITE, _renderer(()), "x", "X", found).html
    assert re.findall(r'class="finding finding-(\w+)"', html) == ["error", "warning"]
    assert "<h1>" in html
    assert "<h1>" not in findings_page(SITE, _renderer(()), "x", "X", found, "before").html
