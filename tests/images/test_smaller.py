"""A page shows a picture as wide as a screen has use for, and keeps its place until it is there."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from generator.engine import storage
from generator.images import image, smaller
from tests.support.edition import Edition
from tests.support.pictures import noise

BRIEF = "title: A dam\nsummary: It holds.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"


@pytest.mark.parametrize(("ending", "mode"), [(".png", "RGBA"), (".png", "P"), (".jpg", "RGB"), (".webp", "RGB"), (".avif", "RGB")])
def test_a_wide_picture_comes_in_widths_that_weigh_less(ending: str, mode: str) -> None:
    """They are of the same kind and shape, each the same bytes for the same picture."""
    whole = image(f"a{ending}", noise((1300, 130), mode, ending))
    found = smaller(f"a{ending}", whole)
    assert found
    assert found == smaller(f"a{ending}", whole)
    size, narrower = found
    assert size == (1300, 130)
    assert narrower.keys() <= {640, 1280}
    assert 640 in narrower
    for width, content in narrower.items():
        assert Image.open(io.BytesIO(content)).size == (width, width // 10)
        assert len(content) < len(whole)


def test_no_picture_is_made_larger() -> None:
    """A narrow one has its size only, one that would weigh more when it is narrower too; a drawing has none."""
    assert smaller("a.png", noise((600, 20), "RGB", ".png")) == ((600, 20), {})
    assert smaller("a.png", noise((1300, 65), "1", ".png")) == ((1300, 65), {})
    assert smaller("a.svg", b"<svg/>") is None


def test_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes of a picture are the same when they are read a second time, and nothing is made then."""
    media = tmp_path / "briefs" / "x" / "media"
    media.mkdir(parents=True)
    (media / "a.png").write_bytes(noise((1300, 10), "RGB", ".png"))
    first = storage.read_folder(tmp_path, media.parent)
    monkeypatch.setattr("generator.engine.media.smaller", None)
    assert storage.read_folder(tmp_path, media.parent).sizes == first.sizes
    assert (first.sizes["a.png"].width, first.sizes["a.png"].height) == (1300, 10)
    assert [*first.sizes["a.png"].smaller] == [640, 1280]


def test_a_page_names_all_widths_and_the_files_are_there() -> None:
    """An image says how large it is and where it is narrower, in the story as on the home page; what it names is published."""
    files = {"brief.yml": BRIEF, "article.md": "![Dam](media/a,%20b.png)\n", "media/a, b.png": noise((700, 10), "RGB", ".png")}
    published = Edition({"x": files}).contents()
    for page, before in (("x/index.html", ""), ("index.html", "x/")):
        shown = re.search(r"<img [^>]*>", published[page])
        assert shown
        address = f"{before}media/640/a%2C%20b.png"
        assert f'srcset="{address} 640w, {before}media/a%2C%20b.png 700w"' in shown[0]
        assert 'width="700" height="10"' in shown[0]
    assert {name for name in published if name.startswith("x/media/")} == {"x/media/a, b.png", "x/media/640/a, b.png"}
