"""Handouts of a whole publication, in every form and size."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from mkdocs.config import load_config

from generator.desk.build import Publication
from generator.doors.mkdocs.plugin import publication_of
from generator.engine.cache import Cache
from generator.items.handout import Form, Paper
from generator.pages.artifacts import Print
from generator.press.press import Press

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/publication"


def all_prints(root: Path) -> list[Print]:
    """The handouts of all published briefs of a publication, and a booklet of them."""
    found: Publication = publication_of(load_config(str(root / "mkdocs.yml")))
    checked = found.check()
    slugs = [brief.slug for brief in checked.briefs if brief.brief.status == "published"]
    prints = [document for form in get_args(Form) for paper in get_args(Paper) for document in found.prints(checked, slugs, form, paper)]
    given, _ = found.with_fonts([*prints, found.booklet(checked, slugs, "All of them", "booklet.pdf")])
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
