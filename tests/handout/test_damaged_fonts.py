"""A font that is not the one that its package came with is said in words, and neither printed nor published."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from generator.desk import doctor
from generator.engine.cache import Cache
from generator.errors import PublicationError
from generator.press import fonts, shipped
from generator.press.fonts import font_files

PACKAGE = "fontpkg-made-up"


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A font in an installed package of its own, which says what digest it has."""
    path = tmp_path / "made_up/font.ttf"
    path.parent.mkdir()
    path.write_bytes(b"a font")
    value = base64.urlsafe_b64encode(hashlib.sha256(b"a font").digest()).rstrip(b"=").decode()
    about = tmp_path / "fontpkg_made_up-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1\n", encoding="utf-8")
    (about / "RECORD").write_text(f"made_up/font.ttf,sha256={value},6\nmade_up/other.ttf,,\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return path


def test_a_font_as_it_was_shipped(font: Path) -> None:
    """A font that has the digest of its package is taken, and so is one of which the package says none."""
    assert shipped.shipped(font, PACKAGE) == b"a font"
    other = font.with_name("other.ttf")
    other.write_bytes(b"another")
    assert shipped.shipped(other, PACKAGE) == b"another"


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"a fond"), lambda path: path.write_bytes(b""), Path.unlink])
def test_a_damaged_font_is_said_in_words(font: Path, damage: object) -> None:
    """A font that was changed, emptied or removed is named, with its package and what to do."""
    damage(font)  # type: ignore[operator]
    with pytest.raises(PublicationError) as said:
        shipped.shipped(font, PACKAGE)
    assert str(font) in str(said.value)
    assert f"pip install --force-reinstall --no-deps {PACKAGE}" in str(said.value)


def test_no_font_is_made_of_a_damaged_one(font: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where fonts must be made and the one to make them from is damaged, nothing is made and kept; `doctor` says it, too."""
    font.write_bytes(b"a fond")
    kept = Cache(tmp_path / "kept")
    monkeypatch.setattr(fonts, "cache_of", lambda kind: kept)
    monkeypatch.setattr(fonts, "_ready", {})
    monkeypatch.setattr(fonts.fontpkg, "path", lambda *names, nearest: font)
    monkeypatch.setattr(fonts.Face, "distributions", ("fonttools", PACKAGE))
    with pytest.raises(PublicationError, match="is damaged"):
        font_files()
    assert not (tmp_path / "kept").exists()
    (part,) = doctor._fonts()
    assert (part.is_there, part.needed) == (False, True)
    assert "is damaged" in part.fix


def test_a_cache_with_damaged_fonts_gives_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made and is damaged where it is kept is made again, with the same bytes."""
    kept, made = Cache(tmp_path / "kept"), []

    def instance(variable: bytes, face: fonts.Face, script: str) -> tuple[bytes, bytes]:
        made.append(face)
        return f"{face}{script}".encode(), b"woff2"

    class Here:
        """In the place of processes."""

        def __init__(self, *_: object, **__: object) -> None: ...
        def shutdown(self) -> None: ...

        map = staticmethod(map)

    monkeypatch.setattr(fonts, "cache_of", lambda kind: kept)
    monkeypatch.setattr(fonts, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(fonts, "instance", instance)
    found = []
    for _ in range(3):
        monkeypatch.setattr(fonts, "_ready", {})
        found.append(font_files())
        for path in (tmp_path / "kept").glob("*/*.woff2.sealed"):
            path.write_bytes(b"damaged")
            break
    assert found[0] == found[1] == found[2]
    assert len(made) == len(found[0]) + 2
