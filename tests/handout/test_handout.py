"""The handout as a document: tagged, titled, with the brief inside, and the same bytes from the same input."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from generator.desk.building import render
from generator.desk.publication import open_publication
from generator.engine.cache import Cache
from generator.pages.artifacts import Print
from generator.press.press import Press
from generator.press.setting import UnsetError, set_document

PUBLICATION = Path(__file__).parents[1] / "golden" / "publication"


def handouts(root: Path, cache: Path) -> dict[str, bytes]:
    """The handouts of the publication in `root`, by slug; with an empty cache they are all made anew."""
    publication = open_publication(root / "mkdocs.yml")
    press = Press(Cache(cache), workers=1)
    try:
        results = list(press.collect(press.submit(render(publication, publication.survey(), preview=False).prints)))
    finally:
        press.close()
    assert [result.problem for result in results if result.problem] == []
    return {result.document.slug: result.pdf for result in results if result.pdf}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The handouts of the golden publication."""
    return handouts(PUBLICATION, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def pdf(made: dict[str, bytes]) -> Iterator[pikepdf.Pdf]:
    """The handout of the Old Bridge."""
    with pikepdf.open(io.BytesIO(made["old-bridge"])) as opened:
        yield opened


def test_a_handout_is_tagged_and_titled(pdf: pikepdf.Pdf) -> None:
    """It is tagged and says that it is PDF/UA-1, bears the brief's title, language and authors, and shows the title in the window."""
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "The Old Bridge closes"
    assert str(pdf.docinfo["/Author"]) == "Ben Writer, Cleo Checker"


def test_a_handout_has_bookmarks(pdf: pikepdf.Pdf) -> None:
    """The outline names the title and, below it, the sections."""
    with pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["The Old Bridge closes"]
        assert [entry.title for entry in outline.root[0].children][:2] == ["Key points", "Facts"]


def test_the_brief_is_attached_as_data(pdf: pikepdf.Pdf) -> None:
    """The attached brief.json is the published one."""
    attached = json.loads(pdf.attachments["brief.json"].get_file().read_bytes())
    published = (PUBLICATION.parent / "expected" / "old-bridge" / "brief.json").read_text(encoding="utf-8")
    assert attached == json.loads(published)


def test_the_pages_are_of_a4(pdf: pikepdf.Pdf) -> None:
    """Every page is 210 by 297 mm."""
    sizes = {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages}
    assert sizes == {(0, 0, 595, 842)}


def test_images_of_the_brief_are_in_the_handout(pdf: pikepdf.Pdf) -> None:
    """An image of the media folder is set, with its description, not replaced by it."""
    assert [image for page in pdf.pages for image in page.get_images()]


def test_a_document_with_a_missing_part_is_not_set() -> None:
    """An image that is not among the document's files makes a problem, not a handout with a hole."""
    document = Print("x", "x/x.pdf", '<html lang="en"><title>x</title><img src="media/none.png" alt="none">', "", {}, {}, "2026-01-01")
    with pytest.raises(UnsetError, match=r"media/none\.png"):
        set_document(document)


def test_the_same_input_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    """In another folder, made by another process, a handout has the same bytes."""
    shutil.copytree(PUBLICATION, tmp_path / "elsewhere", ignore=shutil.ignore_patterns(".cache", "site"))
    assert handouts(tmp_path / "elsewhere", tmp_path / "cache") == made


def test_a_handout_that_was_made_is_not_made_again(made: dict[str, bytes], tmp_path: Path) -> None:
    """A second press with the same cache takes every handout from it."""
    handouts(PUBLICATION, tmp_path)
    publication = open_publication(PUBLICATION / "mkdocs.yml")
    press = Press(Cache(tmp_path))
    prints = render(publication, publication.survey(), preview=False).prints
    assert [result.reused for result in press.collect(press.submit(prints))] == [True] * len(made)
