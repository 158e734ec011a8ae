"""A publication as a database: what is in it, what is not, and that the questions of the documentation are answered."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.desk.exporting import export_database
from generator.desk.publication import Publication, open_publication
from tests.golden.test_golden import HERE as GOLDEN

DOCUMENTATION = Path(__file__).parents[2] / "docs/export.md"
QUERIES = re.findall(r"```sql\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden publication as a database."""
    path = tmp_path_factory.mktemp("export") / "briefs.sqlite"
    assert export_database(open_publication(GOLDEN / "publication/mkdocs.yml"), path).briefs == 3
    return path


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    """The rows that answer a query."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_questions_of_the_documentation_are_answered(exported: Path) -> None:
    """Each of the three queries runs, and finds what the publication has."""
    words, questions, documents = (asked(exported, query) for query in QUERIES)
    assert ("fact:closes", "https://briefs.example.org/old-bridge/#fact-closes") in {row[:2] for row in words}
    assert {row[0] for row in words} > {"quote:safe-on-foot"}
    assert questions[0][0] == "How long will the bridge stay closed?"
    assert "When does it close?" not in {row[0] for row in questions}
    assert documents[0] == ("Bridge to close", "Exampleton Courier", 3, 1)


def test_the_database_has_what_readers_get(exported: Path) -> None:
    """Each row leads to what it names; what is withheld, withdrawn or only proposed is in no byte; and accents are no hindrance."""
    assert asked(exported, "PRAGMA foreign_key_check") == []
    cited = "SELECT count(*) FROM passages WHERE source = 'release' AND words IS NOT NULL"
    assert asked(exported, cited) == [(0,)]
    assert asked(exported, "SELECT title, summary FROM briefs WHERE status = 'withdrawn'")[0][1] in ("", None)
    assert asked(exported, "SELECT brief FROM search WHERE search MATCH 'brucke' LIMIT 1") == [("alte-bruecke",)]
    content = exported.read_bytes()
    for hidden in ("A proposal that nobody has accepted", "This summary is not shown", "Never linked", "lowest rate", "biscuits"):
        assert hidden.encode() not in content


def test_the_same_publication_is_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    """An export takes the place of an older one, and nothing of when or where it was made is in it."""
    again = tmp_path / "again.sqlite"
    again.write_bytes(b"SQLite format 3\0, an older one")
    export_database(open_publication(GOLDEN / "publication/mkdocs.yml"), again)
    assert again.read_bytes() == exported.read_bytes()


def test_nothing_is_exported_of_what_is_wrong(publication: Publication, tmp_path: Path) -> None:
    """Where a brief has errors there is no database, and the findings say why."""
    path = publication.docs / "first-brief/brief.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: printed"), encoding="utf-8")
    result = export_database(publication, tmp_path / "x.sqlite")
    assert [finding.code for finding in result.refused] != []
    assert not (tmp_path / "x.sqlite").exists()
