"""The card of a brief, `/<slug>/card.png`: what is shown beside its address where somebody shares it.

It has the publication's name, the title, how much stands behind it, and its dates. Where an image stands for the brief, it has that,
too, and is `card.jpg`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.pages.addresses import page_of, permalink
from generator.pages.artifacts import Card
from generator.pages.contexts import OfBrief
from generator.pages.nodes import FilePlace, Words
from generator.pages.outputs.handout.document import files
from generator.pages.outputs.handout.styles import mirrored
from generator.pages.outputs.ready import Ready
from generator.pages.paper import PaperWriter

WIDTH, HEIGHT = 1200, 630  # in pixels: what those who show it show whole

SIZES = (124, 108, 94, 83, 73, 65, 58, 51, 45, 40)  # of titles, in pixels
ROOM = (1056, 588)  # for the lines of a title, without and with a picture
LINES = 288  # for all of them together
PHOTOGRAPHS = (".jpg", ".jpeg", ".webp", ".avif")
"""Kinds of pictures of which a part may be shown; of others, such as charts, all is."""


@dataclass(frozen=True)
class Title:
    """A title as it is set: its words, cut where they are too many, its size, and how wide its lines may be, in pixels."""

    words: Words
    size: int
    measure: int


@dataclass(frozen=True)
class CardDocument(OfBrief):
    """The card of a brief; a `whole` picture is not cropped."""

    template = "site/card.html.j2"

    title: Title
    picture: FilePlace | None
    whole: bool


def card_of(ready: Ready) -> FilePlace | None:
    """Where the card of a brief is; None where it has none: no address of the site, nothing public, or cards are not wanted."""
    site, view = ready.site, ready.view
    wanted = site.url and site.card_accent and not view.mark
    return FilePlace(view.slug, "card.jpg" if view.picture else "card.png") if wanted else None


def card_tags(ready: Ready, card: FilePlace) -> Iterator[tuple[str, str]]:
    """What a page says of its card."""
    yield "og:image", permalink(ready.site.url, card)
    yield "og:image:type", "image/jpeg" if ready.view.picture else "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", f"{ready.site.name}: {ready.view.title.words}"


def social_card(ready: Ready) -> Iterator[Card]:
    """The card of a brief that has one: its title as large as it probably fits, and else small and cut."""
    view, place = ready.view, card_of(ready)
    if place is None:
        return
    writer, picture = PaperWriter(view.language, {}), view.picture
    whole = picture is not None and not picture.name.lower().endswith(PHOTOGRAPHS)
    html, *shorter = (
        ready.renderer.render(writer, CardDocument(ready.site, view, "print", title, picture, whole))
        for title in titles(view.title.words, ROOM[picture is not None])
    )
    writer.shown.update([picture] if picture else ())
    css = f"{ready.renderer.templates['site/card.css']}\n:root {{ --accent: {ready.site.card_accent} }}\n"
    yield Card(
        slug=view.slug,
        path=page_of(place),
        html=html,
        css=mirrored(css) if view.direction == "rtl" else css,
        files=files(ready, writer),
        attachments={},
        stamp="1980-01-01",
        shorter=tuple(shorter),
        max_pages=1,
    )


# How a title is set


def titles(title: Words, room: int) -> Iterator[Title]:
    """A title for lines of a width in pixels: as large as it probably fits, and as it surely does."""
    words = " ".join(title.text.split())
    size = next((size for size in SIZES if _height(words, size, room) <= LINES), SIZES[-1])
    kept = _cut(words, size, room)
    lines = _lines(kept, room / size)
    balanced = bisect_left(range(room), x=True, key=lambda width: width > 0 and _lines(kept, width / size) <= lines)
    spare = size if any(map(_is_wide, kept)) else balanced // 50  # no line begins with a comma: it takes a character from the one before
    yield Title(Words(kept, title.language), size, min(room, balanced + spare))
    yield Title(Words(_cut(words, SIZES[-1], room // 2), title.language), SIZES[-1], room)


def _cut(words: str, size: int, room: int) -> str:
    """As much of a title as fits in a size, with an ellipsis for the rest."""
    if _height(words, size, room) <= LINES:
        return words
    end = bisect_left(range(len(words)), x=True, key=lambda end: _height(f"{words[:end]}…", size, room) > LINES) - 1
    return f"{(words[:end].rpartition(' ')[0] or words[:end]).rstrip()}…"


def _height(words: str, size: int, room: int) -> float:
    return _lines(words, room / size) * size * _leading(words)


@lru_cache(64)
def _leading(words: str) -> float:
    """The height of a line, in the size of its letters: scripts with much above and below their letters have more."""
    return 1.34 if any(map(_is_wide, words)) else 1.5 if any(map(_is_tall, words)) else 1.12


def _lines(words: str, room: float) -> int:
    """How many lines words take that are so wide, in the size of their letters."""
    lines, used = 1, 0.0
    for word in words.split(" "):
        signs, whole, goes_on = _widths(word)
        for width in signs if goes_on or whole > room else (whole,):
            if used and used + width > room:
                lines, used = lines + 1, 0.0
            used += width
        used += _SPACE
    return lines


@lru_cache(4096)
def _widths(word: str) -> tuple[tuple[float, ...], float, bool]:
    """How wide the characters of a word are, and all of it; whether it goes on over the end of a line, as the scripts of East Asia do."""
    signs = tuple(map(_width, word))
    return signs, sum(signs), any(map(_is_wide, word))


_SPACE = 0.22
_WIDTHS = {sign: width for width, signs in {
    0.32: "fijltI.,:;!|'’‘()[]-/", 0.45: "crszJ?*", 0.52: "aegvxy0123456789", 0.77: "w&", 0.93: "mMW%@—…",
}.items() for sign in signs}  # fmt: skip


def _width(sign: str) -> float:
    """How wide a character of our serif is, or of the fonts of other scripts, in its size; rather wider than it is."""
    sign = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if _is_wide(sign):
        return 1.0
    if _is_tall(sign):
        return 0.56 if sign < "\u0980" else 0.75  # Arabic, Hebrew and Devanagari, and those of the south
    return _WIDTHS.get(sign, 0.66 if sign.isupper() else 0.58)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def _is_tall(sign: str) -> bool:
    """Whether a character is of a script from Hebrew to Khmer."""
    return "\u0590" <= sign <= "\u17ff"
