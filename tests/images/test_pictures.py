"""A picture goes out as its pixels and nothing else."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from generator.engine import storage
from generator.images import ImageError, image

SECRET = "Zanzibar"
RED, BLUE = (200, 30, 30), (30, 30, 200)
KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """A picture that is red above and blue below."""
    drawn = Image.new("RGB", (40, 20), BLUE)
    drawn.paste(RED, (0, 0, 40, 10))
    stored = io.BytesIO()
    drawn.convert(mode).save(stored, kind, **options)
    return stored.getvalue()


def noted(kind: str) -> bytes:
    """A picture with a secret in every place that its kind has for notes, taken upside down."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = SECRET
    exif[0x0112] = 3
    exif.get_ifd(0x8825)[0x001D] = SECRET
    text = PngInfo()
    text.add_text("Comment", SECRET)
    text.add_itxt("XML:com.adobe.xmp", SECRET)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SECRET.encode()
    own: dict[str, dict[str, object]] = {
        "PNG": {"pnginfo": text, "exif": exif, "icc_profile": profile},
        "JPEG": {"comment": SECRET, "exif": exif, "icc_profile": profile, "xmp": SECRET.encode()},
        "GIF": {"comment": SECRET.encode()},
        "WEBP": {"exif": exif, "icc_profile": profile, "xmp": SECRET.encode()},
        "AVIF": {"exif": exif, "icc_profile": profile, "xmp": SECRET.encode()},
    }
    made = picture(kind, **own[kind])
    assert SECRET.encode() in made or kind == "PNG"
    return made + (SECRET.encode() if kind in ("PNG", "JPEG") else b"")


def colours(content: bytes) -> list[tuple[int, ...]]:
    """The colours above and below."""
    with Image.open(io.BytesIO(content)) as opened:
        shown = opened.convert("RGB")
        return [shown.getpixel((20, 3)), shown.getpixel((20, 17))]  # type: ignore[list-item]


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two colours look alike."""
    return all(abs(mine - wanted) < 30 for mine, wanted in zip(one, other, strict=True))


@pytest.mark.parametrize("ending", KINDS)
def test_notes_stay_behind(ending: str) -> None:
    """No note, place, profile or byte behind the picture goes out, and the picture is upright; the same comes out each time."""
    kind = KINDS[ending]
    made = image(f"a{ending}", noted(kind))
    assert image(f"a{ending}", noted(kind)) == made
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.format == kind
        assert not {"exif", "icc_profile", "comment", "xmp", "Comment", "XML:com.adobe.xmp"} & set(opened.info)
        assert dict(opened.getexif()) == {}
    assert SECRET.encode() not in made
    above, below = colours(made)
    upside_down = kind != "GIF"
    assert near(above, BLUE if upside_down else RED)
    assert near(below, RED if upside_down else BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
@pytest.mark.parametrize("ending", KINDS)
def test_every_mode_has_a_form(mode: str, ending: str) -> None:
    """A picture of any mode can be published under any name."""
    kind = {"CMYK": "JPEG"}.get(mode, "PNG")
    with Image.open(io.BytesIO(image(f"a{ending}", picture(kind, mode)))) as opened:
        assert opened.size == (40, 20)
        opened.load()


def test_what_is_transparent_hides_nothing() -> None:
    """Colours under full transparency, which nobody sees, are gone; half transparent ones stay."""
    drawn = Image.new("RGBA", (2, 1), (*RED, 0))
    drawn.putpixel((1, 0), (*RED, 128))
    stored = io.BytesIO()
    drawn.save(stored, "PNG")
    with Image.open(io.BytesIO(image("a.png", stored.getvalue()))) as opened:
        assert [opened.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0, 0), (*RED, 128)]


def test_colours_of_another_profile_are_kept() -> None:
    """A picture in another colour space is brought into that of screens, for its profile is gone."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert all(
        near(mine, wanted) for mine, wanted in zip(colours(image("a.png", picture("PNG", icc_profile=profile))), (RED, BLUE), strict=True)
    )
    assert near(colours(image("a.jpg", picture("JPEG", "CMYK", quality=95)))[0], RED)


def header(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and holds nothing."""
    about = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + about + struct.pack(">I", zlib.crc32(b"IHDR" + about))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (header(50_000, 50_000), "pixels"),
        (header(8_000, 7_000), "8,000 × 7,000 pixels"),
        (header(7_000, 7_000), "damaged"),
        (b"\0" * 30_000_001, "more than 30 MB"),
        (b"", "damaged"),
        (b"<html><script>", "damaged"),
        (picture("JPEG")[:-200], "damaged"),
        (picture("BMP"), "no image of a known kind"),
        (picture("TIFF"), "no image of a known kind"),
        (picture("GIF", "P", save_all=True, append_images=[Image.new("P", (40, 20))]), "it moves"),
        (picture("PNG", save_all=True, append_images=[Image.new("RGB", (40, 20))]), "it moves"),
        (picture("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 20))]), "it moves"),
        (picture("AVIF", save_all=True, append_images=[Image.new("RGB", (40, 20))]), "it moves"),
    ],
)
def test_what_is_refused(content: bytes, why: str) -> None:
    """What is too large (by what it says of itself, before it is unpacked), damaged, of another kind or moving is refused in words."""
    with pytest.raises(ImageError, match=why) as refused:
        image("a.png", content)
    assert refused.value.code == "B212"


def test_only_images_are_read(tmp_path: Path) -> None:
    """Of a media folder nothing but images is read, and what is kept of one is what comes out again."""
    folder = tmp_path / "briefs/x"
    (folder / "media").mkdir(parents=True)
    for name, content in (("a.png", noted("PNG")), ("b.png", b"damaged"), ("evil.html", b"<script>"), ("evil.js", b"x"), ("n.txt", b"x")):
        (folder / "media" / name).write_bytes(content)
    for _ in range(2):
        found = storage.read_folder(tmp_path, folder)
        assert found.media == {"a.png": image("a.png", noted("PNG"))}
        assert {name: why.code for name, why in found.refused.items()} == {"b.png": "B212"}
        assert found.files == {}
