"""The golden publication: every kind of item once, and what becomes of it, down to the letter.

`make golden` renews what is expected; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.desk.building import render
from generator.desk.publication import Publication, open_publication
from generator.engine.cache import Cache
from generator.pipeline import Rendered
from generator.press.press import Press, Result

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
RENEW = bool(os.environ.get("GOLDEN_RENEW"))


@pytest.fixture(scope="module")
def publication() -> Publication:
    """The golden publication."""
    return open_publication(HERE / "publication" / "mkdocs.yml")


@pytest.fixture(scope="module")
def rendered(publication: Publication) -> Rendered:
    """Everything that is published of it."""
    return render(publication, publication.survey(), preview=False)


@pytest.fixture(scope="module")
def handouts(rendered: Rendered, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Result]]:
    """Its handouts, by slug, made anew and never taken from a cache."""
    press = Press(Cache(tmp_path_factory.mktemp("cache")))
    yield {result.document.slug: result for result in press.collect(press.submit(rendered.prints))}
    press.close()


def compare(name: str, content: str) -> None:
    """Compare with the file that is expected, or renew it."""
    path = EXPECTED / name
    if RENEW:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert path.is_file(), f"{name} is new: run `make golden`"
    assert content == path.read_text(encoding="utf-8"), f"{name} differs: run `make golden` if it should"


def test_the_golden_publication_has_no_errors_and_no_warnings(publication: Publication) -> None:
    """Nothing is found in the golden publication that is more than information."""
    assert [finding for finding in publication.survey().findings if finding.severity != "info"] == []


def test_the_pages_are_the_expected_ones(rendered: Rendered) -> None:
    """The content of each page is the expected one, and there are no other pages."""
    for page in rendered.pages:
        compare(f"{page.address}index.html", page.html)
    compare("index.html", rendered.brief_list)
    if not RENEW:
        expected = {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.html")}
        assert expected == {"index.html", *(f"{page.address}index.html" for page in rendered.pages)}


def test_the_data_files_are_the_expected_ones(rendered: Rendered) -> None:
    """The data and the text of each brief, and of all of them, are the expected ones."""
    found = [file for file in rendered.files if file.path.endswith((".json", ".md", ".txt"))]
    assert [file.path for file in found]
    for file in found:
        compare(file.path, file.content.decode())


def test_the_text_of_the_handouts_is_the_expected_one(handouts: dict[str, Result], tmp_path: Path) -> None:
    """What is copied out of a handout is the text of the brief, in order, with spaces and quotation marks right."""
    assert sorted(handouts) == ["alte-bruecke", "old-bridge"]
    for slug, result in handouts.items():
        assert result.problem is None
        path = tmp_path / f"{slug}.pdf"
        path.write_bytes(result.pdf or b"")
        text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True, text=True).stdout
        compare(f"{slug}/{slug}.txt", "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n")


@pytest.mark.parametrize(
    "hidden", ["A proposal that nobody has accepted", "This summary is not shown", "Never linked", "lowest rate", "biscuits"]
)
def test_what_must_not_be_published_is_nowhere(rendered: Rendered, hidden: str) -> None:
    """Proposals, withdrawn texts, terms without a link and uncited lines of a source are in no page, file or print."""
    places = {page.address: page.html for page in rendered.pages}
    places |= {file.path: file.content.decode(errors="replace") for file in rendered.files}
    places |= {document.path: document.html for document in rendered.prints}
    assert [place for place, content in places.items() if hidden in content] == []
