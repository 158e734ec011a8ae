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
        (header(50_000, 50_000), "very many pixels, and 50 million is the limit"),
        (header(10_000, 10_000), "10,000 × 10,000 pixels"),
        (header(8_000, 7_000), "it has 8,000 × 7,000 pixels, and 50 million is the limit"),
        (header(10_000, 5_000), "damaged"),
        (b"\0" * 30_000_001, "more than 30 MB"),
        (b"\0" * 30_000_000, "damaged"),
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


@pytest.mark.parametrize(
    ("content", "why", "fix"),
    [
        (b"\0" * 30_000_001, "it has more than 30 MB", "make it smaller"),
        (header(8_000, 7_000), "it has 8,000 × 7,000 pixels, and 50 million is the limit", "make it smaller"),
        (b"", "it is damaged, or no image of a known kind", "save it anew as PNG or JPEG"),
        (
            picture("GIF", "P", save_all=True, append_images=[Image.new("P", (40, 20))]),
            "it moves, and pages and handouts stand still",
            "save the picture of it that says most",
        ),
    ],
)
def test_what_is_refused_is_told_with_a_way_out(content: bytes, why: str, fix: str) -> None:
    """What is wrong, and what to do."""
    with pytest.raises(ImageError) as refused:
        image("a.png", content)
    assert (refused.value.why, refused.value.fix) == (why, fix)


def test_of_two_pictures_in_a_photograph_the_first_is_shown() -> None:
    """Telephones store a second one (MPO), which is no movement."""
    content = picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 20), BLUE)])
    assert [near(mine, wanted) for mine, wanted in zip(colours(image("a.jpg", content)), (RED, BLUE), strict=True)] == [True, True]


def test_a_webp_that_loses_nothing_loses_nothing() -> None:
    """It has every pixel as it was, and says so; one that loses some weighs less; under other names it is as any picture."""
    exact, lossy = (picture("WEBP", lossless=lossless) for lossless in (True, False))
    assert image("a.webp", exact)[12:16] == b"VP8L"
    assert colours(image("a.webp", exact)) == [RED, BLUE]
    assert image("a.webp", lossy)[12:16] != b"VP8L"
    assert image("a.jpg", exact) == image("a.jpg", picture("PNG"))
    assert image("a.avif", exact) == image("a.avif", picture("PNG"))


def test_grey_in_more_steps_is_the_same_grey() -> None:
    """Of sixteen bits the upper eight are shown."""
    drawn = Image.new("I;16", (4, 1))
    for x, grey in enumerate((0, 128 * 256 + 200, 200 * 256, 65535)):
        drawn.putpixel((x, 0), grey)
    stored = io.BytesIO()
    drawn.save(stored, "PNG")
    with Image.open(io.BytesIO(image("a.png", stored.getvalue()))) as opened:
        assert opened.mode == "L"
        assert [opened.getpixel((x, 0)) for x in range(4)] == [0, 128, 200, 255]


SQUARE = 16  # pixels that a JPEG keeps together


def see_through(mode: str) -> bytes:
    """A PNG of four squares in a mode: one that nobody sees, one that is hardly seen where there are steps, and two in colours."""
    drawn = Image.new("RGBA" if mode in ("LA", "RGBA") else mode, (4 * SQUARE, SQUARE))
    hidden, seen = {"1": (255, 0), "L": (77, 200), "P": (1, 2), "RGB": (RED, BLUE)}.get(mode, ((*RED, 0), (*BLUE, 255)))
    if mode == "P":
        drawn.putpalette([0, 0, 0, *RED, *BLUE])
    for square in range(4):
        drawn.paste(seen if square else hidden, (square * SQUARE, 0, (square + 1) * SQUARE, SQUARE))
    options = {}
    if mode in ("LA", "RGBA"):
        drawn.paste((*BLUE, 1), (SQUARE, 0, 2 * SQUARE, SQUARE))
    else:
        options["transparency"] = hidden
    stored = io.BytesIO()
    drawn.convert(mode).save(stored, "PNG", **options)
    return stored.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("ending", KINDS)
def test_what_nobody_sees_stays_unseen_and_has_no_colour(mode: str, ending: str) -> None:
    """However a picture says what is transparent: it still is under another name, grey stays grey, and black takes its place in a JPEG."""
    with Image.open(io.BytesIO(image(f"a{ending}", see_through(mode)))) as opened:
        is_grey = mode in ("1", "L", "LA")
        assert opened.mode == ("LA" if is_grey else "RGBA") or ending != ".png"
        squares = opened.convert("RGBA")
    first, hardly, *_, last = (squares.getpixel((SQUARE * square + SQUARE // 2, SQUARE // 2)) for square in range(4))
    assert isinstance(first, tuple)
    assert isinstance(hardly, tuple)
    assert isinstance(last, tuple)
    has_steps = mode in ("LA", "RGBA")
    if ending in (".jpg", ".jpeg"):
        assert near(first[:3], (0, 0, 0))
    else:
        assert (first[3], last[3]) == (0, 255)
        assert hardly[3] == {".gif": hardly[3]}.get(ending, 1 if has_steps else 255)
    if ending in (".png", ".jpg", ".jpeg"):
        assert near(hardly[:3], last[:3])


def rgb_profile() -> bytes:
    """A profile of red, green and blue in which red and blue have changed places."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(made[128:132], "big")
    at = {bytes(made[start : start + 4]): start + 4 for start in range(132, 132 + 12 * count, 12)}
    one, other = (slice(at[name], at[name] + 8) for name in (b"rXYZ", b"bXYZ"))
    made[one], made[other] = made[other], made[one]
    return bytes(made)


def cmyk_profile() -> bytes:
    """A profile of four inks in which all colours are white (ICC.1:2001-04, lut8Type)."""
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", *(65536 * (cell % 4 == 0) for cell in range(9)))
    lut += bytes(range(256)) * 4 + bytes((255, 128, 128)) * 16 + bytes(range(256)) * 3
    tags = struct.pack(">I4sII", 1, b"A2B0", 144, len(lut))
    head = struct.pack(">I4sI4s4s4s12x4s", 144 + len(lut), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab ", b"acsp")
    return head.ljust(128, b"\0") + tags + lut


@pytest.mark.parametrize(
    ("content", "ending", "shown"),
    [
        (picture("PNG", "RGB", icc_profile=rgb_profile()), ".png", [BLUE, RED]),
        (picture("PNG", "RGBA", icc_profile=rgb_profile()), ".png", [BLUE, RED]),
        (picture("JPEG", "CMYK", icc_profile=cmyk_profile()), ".jpg", [(255, 255, 255)] * 2),
        (picture("PNG", "RGB", icc_profile=cmyk_profile()), ".png", [RED, BLUE]),
        (picture("PNG", "RGB", icc_profile=b"none"), ".png", [RED, BLUE]),
    ],
    ids=["colours", "with transparency", "inks", "of another kind", "damaged"],
)
def test_colours_are_seen_as_their_profile_has_it(content: bytes, ending: str, shown: list[tuple[int, ...]]) -> None:
    """A profile that fits the picture is applied, for it does not go out; any other is as none."""
    assert [near(mine, wanted) for mine, wanted in zip(colours(image(f"a{ending}", content)), shown, strict=True)] == [True, True]


def test_a_profile_leaves_transparency_as_it_is() -> None:
    """What half hides something half hides it in other colours, too."""
    stored = io.BytesIO()
    Image.new("RGBA", (1, 1), (*RED, 128)).save(stored, "PNG", icc_profile=rgb_profile())
    with Image.open(io.BytesIO(image("a.png", stored.getvalue()))) as opened:
        shown = opened.getpixel((0, 0))
    assert isinstance(shown, tuple)
    assert shown[3] == 128
    assert near(shown[:3], BLUE)


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
