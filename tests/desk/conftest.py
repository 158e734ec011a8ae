"""Publications that use cases work on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.desk.publication import Publication, open_publication
from generator.desk.scaffold import new_publication

SOURCE = """\
“We close the bridge,” said Ann Lee on 3 May 2024.

The town has 3 bridges over the river.

On 4 May 2024 the club counted 30 boats. It is not clear why the boats sank.
"""
BRIEF = """\
title: Bridges
summary: Some of them close.  # to be written
sources:
  - {id: s, file: s.txt, title: S, kind: report}
"""


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication with the draft brief of the scaffold."""
    new_publication(tmp_path / "newsroom", date(2026, 3, 1))
    return open_publication(tmp_path / "newsroom/mkdocs.yml")


@pytest.fixture
def brief(publication: Publication) -> Path:
    """The brief.yml of a second brief, `bridges`, with a source and no items yet."""
    folder = publication.docs / "bridges"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources/s.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "brief.yml").write_text(BRIEF, encoding="utf-8")
    return folder / "brief.yml"
