"""The other use cases, called as a screen would call them: values in, values out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.desk import doctor, explain
from generator.desk.building import render
from generator.desk.named_files import import_named
from generator.desk.printing import plan_booklet, plan_handouts, print_planned
from generator.desk.publication import Publication
from generator.desk.scaffold import new_brief
from generator.desk.schema import schema_file
from generator.desk.sources import begin_brief, import_sources
from generator.desk.verify import against
from generator.errors import PublicationError, WrongUsageError
from generator.ingest import Imported
from generator.verifying import verify
from generator.verifying.meaning import CHANGED, WHOLE, meaning


@pytest.fixture
def page(tmp_path: Path) -> str:
    """A file to import."""
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry sinks\n\nThe ferry sank on Monday, the harbour said.\n", encoding="utf-8")
    return str(path)


def test_sources_are_imported(publication: Publication, page: str) -> None:
    """Each file becomes a source, is known already, or has a reason why not."""
    first, second, gone = import_sources(publication, "first-brief", [page, page, "gone.txt"])
    assert first.imported is not None
    assert (publication.root / first.path).is_file()
    assert second.imported is not None
    assert (first.imported.is_new, second.imported.is_new) == (True, False)
    assert (gone.imported, gone.problem) == (None, "No such file or directory; nothing was imported")
    with pytest.raises(WrongUsageError):
        import_sources(publication, "gone", [page])


def test_a_brief_begins_with_sources(publication: Publication, page: str) -> None:
    """A brief is made with its sources; where none can be had, nothing is left of it."""
    begun = begin_brief(publication, "ferry", [page])
    assert begun.path == publication.docs / "ferry/brief.yml"
    assert "sources:\n" in begun.path.read_text(encoding="utf-8")
    with pytest.raises(FileExistsError):
        begin_brief(publication, "ferry", [page])
    assert begin_brief(publication, "boats", ["gone.txt"]).path is None
    assert not (publication.docs / "boats").exists()


def test_a_brief_that_is_interrupted_has_what_it_says(publication: Publication, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C before the first source leaves nothing of a new brief; before the second, the first one is there, with its item."""

    def interrupted(name: str, folder: Path, day: date) -> Imported:
        if name != page:
            raise KeyboardInterrupt
        return import_named(name, folder, day)

    monkeypatch.setattr("generator.desk.sources.import_named", interrupted)
    for names in (["gone.txt", page], [page, "gone.txt"]):
        assert not (publication.docs / "ferry").exists()
        with pytest.raises(KeyboardInterrupt):
            begin_brief(publication, "ferry", names)
    assert "file: sources/" in (publication.docs / "ferry/brief.yml").read_text(encoding="utf-8")
    assert len([*(publication.docs / "ferry/sources").glob("*.txt")]) == 1


def test_a_site_is_rendered(publication: Publication) -> None:
    """A preview has the draft, what is published has not; both have the styles and the fonts."""
    survey = publication.survey()
    shown, public = (render(publication, survey, preview=preview) for preview in (True, False))
    assert "first-brief/" in {page.address for page in shown.pages}
    assert [page.address for page in public.pages] == ["search/"]
    assert "assets" in {file.path.partition("/")[0] for file in public.files}
    assert [file.path for file in public.files if "first-brief" in file.path or b"first-brief" in file.content] == []


def test_a_broken_template_is_said(publication: Publication) -> None:
    """A publisher's own template with a fault is an error in words, with its line."""
    folder = publication.root / "templates/site"
    folder.mkdir(parents=True)
    (folder / "brief.html.j2").write_text("one\n{% if %}\n", encoding="utf-8")
    with pytest.raises(PublicationError, match=r"site/brief\.html\.j2:2"):
        render(publication, publication.survey(), preview=True)


def test_handouts_are_planned_and_printed(publication: Publication, tmp_path: Path) -> None:
    """A handout is made where it is wanted, and says of itself what it proves; a word of it that was changed is found."""
    plan = plan_handouts(publication, ["first-brief"])
    (printed,) = print_planned(publication, plan.prints, tmp_path / "handout.pdf")
    assert (printed.path, printed.size, printed.finding) == (
        tmp_path / "handout.pdf", (tmp_path / "handout.pdf").stat().st_size, None,
    )  # fmt: skip
    held = against()
    verdict = verify(printed.path, held)
    assert verdict.holds
    assert meaning(verdict, held).startswith(WHOLE)
    data = json.loads(plan.prints[0].attachments["brief.json"])
    data["facts"][0]["evidence"][0]["quote"] += " not"
    (tmp_path / "brief.json").write_text(json.dumps(data), encoding="utf-8")
    changed = verify(tmp_path / "brief.json", held)
    assert not changed.holds
    assert meaning(changed, held) == CHANGED


def test_broken_briefs_are_not_printed(publication: Publication) -> None:
    """A brief with errors has findings in the place of a handout, in a booklet too; a warning keeps nobody from printing."""
    first = publication.docs / "first-brief/brief.yml"
    first.write_text(first.read_text(encoding="utf-8").replace("as_of:", "review_by: 2026-01-01\nas_of:"), encoding="utf-8")
    new_brief(publication.docs, "second", date(2026, 3, 1))
    path = publication.docs / "second/brief.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: reported", "status: rumoured"), encoding="utf-8")
    for plan in (plan_handouts(publication, ["second"]), plan_booklet(publication, ["first-brief", "second"])):
        assert plan.prints == ()
        assert [finding.code for finding in plan.refused] == ["B105"]
    (booklet,) = plan_booklet(publication, ["first-brief"], "Two Bridges").prints
    assert booklet.path == "two-bridges.pdf"


def test_a_code_is_known_by_its_letters() -> None:
    """Small letters will do; what is no code is answered with the nearest."""
    assert explain.known("b301") == "B301"
    with pytest.raises(WrongUsageError, match="did you mean `B301`"):
        explain.known("B3O1")


def test_the_machine_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part is there or has a fix, and those that nothing works without come first."""
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    parts = list(doctor.parts())
    assert parts[0].needed
    assert all(part.is_there or part.fix for part in parts)
    assert not any(part.is_there for part in parts if "language model" in part.name)


def test_schemas_are_json() -> None:
    """The schema of decisions.yml describes a proposal."""
    assert "rejected" in json.loads(schema_file("decisions"))["$defs"]["Decision"]["properties"]
