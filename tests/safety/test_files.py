"""Files that try more than to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.building import render
from generator.desk.publication import Publication
from generator.engine.configuration import Configuration
from generator.library.library import Site

BRIEF = "title: x\nsummary: y\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication with one brief, and a secret beside it."""
    root = tmp_path / "publication"
    (root / "briefs/x/sources").mkdir(parents=True)
    (root / "briefs/x/media").mkdir()
    (root / "briefs/x/brief.yml").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("title: Zanzibar\n", encoding="utf-8")
    return Publication(Configuration(root, root / "briefs", Site("Site", "", "en")))


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system [touch {}]",
        "!!python/object/new:os.system [touch {}]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!x y",
    ],
)
@pytest.mark.parametrize("name", ["x/brief.yml", "actors.yml", "glossary.yml"])
def test_yaml_makes_no_objects(publication: Publication, tag: str, name: str) -> None:
    """A tag never makes an object or runs a thing, in any file; what stands under it is data or an error."""
    proof = publication.root / "proof"
    (publication.docs / name).write_text(f"title: {tag.format(proof)}\nsummary: y\n", encoding="utf-8")
    assert not any(brief.brief.title == "0" for brief in publication.survey().briefs)
    assert not proof.exists()


@pytest.mark.parametrize(
    "file", ["../../../secret.txt", "/etc/passwd", "sources/../../../../secret.txt", "..\\..\\secret.txt", "file:///etc/passwd"]
)
def test_paths_stay_in_the_folder(publication: Publication, file: str) -> None:
    """A source's path that leads out of its brief's folder is an error, and nothing is read from there."""
    source = f"sources:\n  - {{id: s, file: '{file}', title: t, kind: report}}\n"
    (publication.docs / "x/brief.yml").write_text(BRIEF + source, encoding="utf-8")
    checked = publication.survey()
    assert "B112" in {finding.code for finding in checked.findings}
    assert checked.briefs == ()


@pytest.mark.parametrize("name", ["x/sources/s.txt", "x/article.md", "x/media/m.png", "actors.yml", "glossary.yml"])
def test_links_out_of_the_folder_are_not_read(publication: Publication, name: str) -> None:
    """A symbolic link out of a brief's folder, or of the publication, is as good as no file."""
    path = publication.docs / name
    path.symlink_to(publication.root.parent / "secret.txt")
    if name == "x/sources/s.txt":
        (publication.docs / "x/brief.yml").write_text(
            f"{BRIEF}sources:\n  - {{id: s, file: sources/s.txt, title: t, kind: report, publish: full}}\n", encoding="utf-8"
        )
    checked = publication.survey()
    assert ("B208" in {finding.code for finding in checked.findings}) is (name == "x/sources/s.txt")
    rendered = render(publication, checked, preview=True)
    assert [page.address for page in rendered.pages if "Zanzibar" in page.html] == []
    assert [file.path for file in rendered.files if b"Zanzibar" in file.content] == []


def test_a_link_inside_of_the_folder_is_read(publication: Publication) -> None:
    """A link from one file of a brief to another is an ordinary file."""
    (publication.docs / "x/story.md").write_text("Zanzibar", encoding="utf-8")
    (publication.docs / "x/article.md").symlink_to("story.md")
    assert publication.survey().briefs[0].article == "Zanzibar"


def test_a_brief_that_is_a_link_elsewhere_is_none(publication: Publication) -> None:
    """A brief's folder outside of the publication is not one of its briefs, nor is a brief.yml elsewhere."""
    outside = publication.root.parent / "outside"
    outside.mkdir()
    (outside / "brief.yml").write_text(BRIEF, encoding="utf-8")
    (publication.docs / "linked").symlink_to(outside)
    (publication.docs / "half").mkdir()
    (publication.docs / "half/brief.yml").symlink_to(outside / "brief.yml")
    assert [outcome.slug for outcome in publication.survey().outcomes] == ["x"]
