"""Images are read in a process that may take so much time and memory and no more, and what it cannot read is refused in words."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from generator.engine import media
from generator.engine.cache import NO_CACHE
from generator.engine.limits import Limits
from generator.engine.media import read_media
from generator.images.drawings import LEFT_OUT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have other limits, or none")


def long() -> bytes:
    """A drawing whose text is put together again and again."""
    assert "metadata" in LEFT_OUT
    return b'<svg xmlns="http://www.w3.org/2000/svg"><desc>' + b"<metadata/>a" * 150_000 + b"</desc></svg>"


def large() -> bytes:
    """A picture as large as one may be."""
    packed = io.BytesIO()
    Image.new("RGB", (7_000, 7_000)).save(packed, "PNG")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "limits", "why"),
    [
        ("a.svg", long(), Limits(0.05, 700), "it takes more than 0.05 seconds to be read"),
        ("a.png", large(), Limits(0.05, 1000), "it takes more than 0.05 seconds to be read"),
        ("a.png", large(), Limits(30, 60), "it takes more memory than there is"),
    ],
)
def test_what_takes_long_or_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes, limits: Limits, why: str
) -> None:
    """An image beyond the limits is refused, and one beside it is published; within others it is looked at again."""
    for kind in ("_DRAWINGS", "_PICTURES"):
        monkeypatch.setattr(media, kind, limits)
    monkeypatch.setenv(NO_CACHE, "1")
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    found = [("good.svg", tmp_path / "good.svg"), (name, tmp_path / name)]
    published, refused, _ = read_media(tmp_path, found)
    assert [*published] == ["good.svg"]
    assert (refused[name].code, refused[name].why) == ("B212", why)
    monkeypatch.undo()
    _, refused, _ = read_media(tmp_path, found)
    assert why not in [each.why for each in refused.values()]


def test_a_build_loads_only_what_it_needs() -> None:
    """What reads drawings and PDFs, and what signs, is large: it is loaded where a publication has some, or a key."""
    asked = (
        "import sys; import generator.doors.mkdocs.plugin; print(sorted({'lxml', 'tinycss2', 'pikepdf', 'cryptography'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.strip() == "[]"
