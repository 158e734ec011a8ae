"""Handouts of a whole publication, in every form and size."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from generator.desk.building import with_fonts
from generator.desk.printing import booklet, handouts
from generator.desk.publication import open_publication
from generator.engine.cache import Cache
from generator.items.handout import Form, Paper
from generator.pages.artifacts import Print
from generator.press.press import Press

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/publication"


def all_prints(root: Path) -> list[Print]:
    """The handouts of all published briefs of a publication, and a booklet of them."""
    found = open_publication(root / "mkdocs.yml")
    survey = found.survey()
    slugs = [brief.slug for brief in survey.briefs if brief.brief.status == "published"]
    prints = [document for form in get_args(Form) for paper in get_args(Paper) for document in handouts(found, survey, slugs, form, paper)]
    given, _ = with_fonts(found, [*prints, booklet(found, survey, slugs, "All of them", "booklet.pdf")])
    return list(given)


def set_all(prints: list[Print], cache: Path, workers: int = 2) -> dict[str, bytes]:
    """The PDFs of prints by the names of their files; a print that cannot be set fails the test."""
    press = Press(Cache(cache), workers)
    try:
        results = list(press.collect(press.submit(prints)))
    finally:
        press.close()
    assert [f"{result.document.path}: {result.problem}" for result in results if result.pdf is None] == []
    return {Path(result.document.path).name: result.pdf or b"" for result in results}
