"""Images of every kind that a brief may show: as PDF/A wants them, upright and in their colours, or refused in words."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from generator.pages.artifacts import Print
from generator.press.fonts import font_files
from generator.press.images import ImageError, showable
from generator.press.setting import UnsetError, set_document, start
from tests.support.archive import broken_rules

RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(mode: str = "RGB", kind: str = "PNG", **options: object) -> bytes:
    """A picture that is red above and blue below."""
    image = Image.new("RGB", (40, 20), BLUE)
    image.paste(RED, (0, 0, 40, 10))
    stored = io.BytesIO()
    image.convert(mode).save(stored, kind, **options)
    return stored.getvalue()


def deep_grey() -> bytes:
    """A PNG in 65,536 steps of grey, black on the left, white on the right."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    row = b"\0" + b"".join(struct.pack(">H", step * 257) for step in range(256))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 256, 4, 16, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(row * 4)) + chunk(b"IEND", b"")


def moving(kind: str) -> bytes:
    """A picture that moves."""
    return picture("P", kind, save_all=True, append_images=[Image.new("P", (40, 20))], duration=100)


KINDS = {
    "rgb.png": picture(),
    "alpha.png": picture("RGBA"),
    "palette.png": picture("P"),
    "one-bit.png": picture("1"),
    "deep-grey.png": deep_grey(),
    "rgb.jpg": picture(kind="JPEG"),
    "grey.jpg": picture("L", "JPEG"),
    "inks.jpg": picture("CMYK", "JPEG"),
    "still.gif": picture("P", "GIF"),
    "moving.gif": moving("GIF"),
    "alpha.webp": picture("RGBA", "WEBP"),
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="20" cy="10" r="9" opacity=".5"/></svg>',
}


def shown(name: str, content: bytes) -> bytes:
    """A document that shows an image."""
    html = f'<!doctype html><html lang="en"><head><title>x</title></head><body><h1>x</h1><p><img src="media/{name}" alt="Two colours">'
    return set_document(Print("x", "x/x.pdf", html, "", {f"media/{name}": content}, {"brief.json": b"{}"}, "2026-01-01"))


def test_every_kind_passes_verapdf(tmp_path: Path) -> None:
    """Every kind of image stands in a handout that is PDF/UA-1 and PDF/A-3a."""
    start(font_files())
    for name, content in KINDS.items():
        (tmp_path / f"{name}.pdf").write_bytes(shown(name, content))
    assert broken_rules(sorted(tmp_path.glob("*.pdf"))) == []


def test_what_can_stay_stays() -> None:
    """An image that PDF/A takes goes into the handout byte for byte."""
    changed = {name for name, content in KINDS.items() if showable(content) != content}
    assert changed == {"inks.jpg", "deep-grey.png"}


@pytest.mark.parametrize("profile", [None, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"no profile"])
def test_printing_inks_become_colours(profile: bytes | None) -> None:
    """A JPEG for four inks has the colours that it had, whatever profile it claims to have."""
    with Image.open(io.BytesIO(showable(picture("CMYK", "JPEG", icc_profile=profile, quality=95)))) as image:
        assert image.mode == "RGB"
        for place, colour in (((20, 3), RED), ((20, 17), BLUE)):
            found = image.getpixel(place)
            assert isinstance(found, tuple)
            assert all(abs(mine - wanted) < 30 for mine, wanted in zip(found, colour, strict=True))


def test_printing_inks_stay_upright() -> None:
    """A JPEG for four inks that was taken with the camera turned around is upright."""
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    with Image.open(io.BytesIO(showable(picture("CMYK", "JPEG", exif=exif)))) as image:
        top = image.getpixel((20, 3))
        assert isinstance(top, tuple)
        assert top[2] > top[0]


def test_deep_grey_is_no_black() -> None:
    """Grey in many steps keeps its shades."""
    with Image.open(io.BytesIO(showable(deep_grey()))) as image:
        assert image.mode == "L"
        assert [image.getpixel((x, 0)) for x in (0, 128, 255)] == [0, 128, 255]


@pytest.mark.parametrize("content", [b"", b"words", b"\x89PNG\r\n\x1a\n" + b"x" * 50, KINDS["rgb.jpg"][:-200]])
def test_what_is_damaged_is_refused_in_words(content: bytes) -> None:
    """An image that is cut off or none is no blank space: the handout says what is wrong with which file."""
    with pytest.raises(ImageError):
        showable(content)
    with pytest.raises(UnsetError, match=r"^the image media/x\.png cannot be shown: it is damaged or no image"):
        shown("x.png", content)


def test_too_many_pixels_are_refused_in_words() -> None:
    """An image that unpacks to more than paper has room for says so."""
    header = struct.pack(">IIBBBBB", 30_000, 20_000, 1, 0, 0, 0, 0)
    content = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + header
        + struct.pack(">I", zlib.crc32(b"IHDR" + header))
        + struct.pack(">I", 0)
        + b"IDAT"
    )
    with pytest.raises(ImageError, match="more pixels"):
        showable(content)
