"""Checking and mending, as functions of a publication."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator.desk import check as desk
from generator.desk.check import check, mend
from generator.desk.due import due
from generator.desk.publication import Publication
from generator.errors import PublicationError, WrongUsageError
from generator.text.finding import Finding
from generator.text.mending import Mended, mended

LOADED = """
import sys
from generator.doors.cli import main
main(["check"], prog_name="briefs", standalone_mode=False)
print(sorted({name.split(".")[0] for name in sys.modules} & {"mkdocs", "material", "weasyprint", "jinja2", "spacy"}))
"""


def faulty(brief: Path) -> None:
    """A quote that is not its source's, letter for letter, and a fact that is in no source."""
    with brief.open("a", encoding="utf-8") as file:
        file.write(
            "actors:\n  - {id: ann-lee, name: Ann Lee, kind: person, existence: verified}\n"
            'quotes:\n  - {id: close, text: "We  close the bridge", speaker: ann-lee, source: s}\n'
            "facts:\n  - {id: none, text: Nothing., status: reported, via: [s], evidence: [{source: s, quote: Nothing.}]}\n"
        )


def test_briefs_are_checked_together_and_alone(publication: Publication, brief: Path) -> None:
    """What is found in one brief is found in all of them; another brief alone has none of it."""
    faulty(brief)
    assert {finding.code for finding in check(publication).findings} >= {"B302"}
    assert {finding.brief for finding in check(publication, ["bridges"]).findings} == {"bridges"}
    survey = check(publication, ["first-brief"])
    assert ([outcome.slug for outcome in survey.outcomes], survey.findings.errors) == (["first-brief"], 0)


def test_a_brief_that_is_not_there_is_wrong_usage(publication: Publication) -> None:
    """The message names those there are."""
    with pytest.raises(WrongUsageError, match="no brief `gone` in briefs/; there are: first-brief"):
        check(publication, ["first-brief", "gone"])


@pytest.fixture
def stale(publication: Publication) -> Path:
    """The brief.yml of a brief whose source is not the file that was pinned, though all that is cited stands in it."""
    path = publication.docs / "first-brief/brief.yml"
    path.write_text(re.sub(r"sha256: \w+", f"sha256: {'a' * 64}", path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


def test_what_is_safe_is_mended(publication: Publication, stale: Path) -> None:
    """A source is pinned anew on demand only, and a dry run changes nothing."""
    before = stale.read_text(encoding="utf-8")
    assert mend(publication) == []
    (change,) = mend(publication, repin=True, dry_run=True)
    assert stale.read_text(encoding="utf-8") == before
    assert mend(publication, repin=True) == [change]
    assert stale.read_text(encoding="utf-8") == change.body != before


def test_mending_overwrites_nobody(publication: Publication, stale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved between the check and the mending stays."""

    def saved_meanwhile(findings: Iterable[Finding]) -> list[Mended]:
        changes = mended(findings)
        stale.write_text("title: Mine\n", encoding="utf-8")
        return changes

    monkeypatch.setattr(desk, "mended", saved_meanwhile)
    with pytest.raises(PublicationError, match=r"briefs/first-brief/brief\.yml: has changed meanwhile"):
        mend(publication, repin=True)
    assert stale.read_text(encoding="utf-8") == "title: Mine\n"


def test_what_is_due(publication: Publication, brief: Path) -> None:
    """A review is overdue from its day on, and not before."""
    brief.write_text(brief.read_text(encoding="utf-8") + "review_by: 2026-03-01\n", encoding="utf-8")
    assert not due(publication).overdue
    found = due(publication, date(2026, 4, 1))
    assert [finding.code for finding in found.overdue] == ["B501"]


def test_a_check_needs_no_site(publication: Publication) -> None:
    """`briefs check` loads neither MkDocs nor what makes pages, handouts and drafts, when it checks and when it recalls an answer."""
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", LOADED], cwd=publication.root, check=True, capture_output=True, text=True)
        assert done.stdout.splitlines()[-1] == "[]"
