"""Cards: pictures of the titles of briefs, whatever these are, inside of their frame."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from generator.engine.cache import Cache
from generator.pages.artifacts import Card
from generator.press.fallback_fonts import with_fallbacks
from generator.press.press import Press
from tests.support.edition import SITE, Edition

SITE_WITH_CARDS = replace(SITE, card_accent="#9b1c31")
PAPER = (253, 252, 250)
BRIEF = "title: {}\nsummary: S.\nstatus: published\npublished: 2026-02-03\nas_of: 2026-02-04\n"
IMAGE = "\nfigures: [{id: noise, file: media/noise.png, alt: Noise}]\nimage: noise"
TITLES = {
    "short": "A leap",
    "long": "What four services say that they have seen, what others have confirmed, and what nobody knows, " * 6 + "\nupdated: 2026-02-06",
    "one-word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetz\nlanguage: de",
    "arabic": "ماذا قالت المحكمة العليا عن رسوم الهواء النظيف في لندن وماذا تركت مفتوحاً\nlanguage: ar\ntopics: [جودة الهواء]",
    "japanese": "高等法院は大気汚染対策課金について何を述べ、何を未解決のまま残したのか\nlanguage: ja",
    "pictured": f"What the court said about the charge{IMAGE}",
}


def cards(titles: Mapping[str, str], **more: Any) -> list[Card]:
    """The cards of briefs, by their titles, which other keys may follow."""
    noise = io.BytesIO()
    Image.linear_gradient("L").save(noise, "PNG")
    briefs = {slug: {"brief.yml": BRIEF.format(title), "media/noise.png": noise.getvalue()} for slug, title in titles.items()}
    found = Edition(briefs, **{"site": SITE_WITH_CARDS, **more}).rendered().prints
    return [made for made in with_fallbacks(found)[0] if isinstance(made, Card)]


def drawn(documents: list[Card], cache: Path) -> dict[str, bytes]:
    """The pictures of cards, by slug, made by one worker."""
    press = Press(Cache(cache), 1)
    try:
        results = list(press.collect(press.submit(documents)))
    finally:
        press.close()
    assert [result.problem for result in results if result.problem] == []
    return {result.document.slug: result.pdf or b"" for result in results}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The cards of briefs with titles of many kinds."""
    return drawn(cards(TITLES), tmp_path_factory.mktemp("cache"))


def is_paper(image: Image.Image, *box: int) -> bool:
    """Whether nothing stands in a part of a card, given by its edges."""
    part = image.crop(box)
    return all(high <= 4 for _, high in ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getextrema())


@pytest.mark.parametrize("name", TITLES)
def test_words_stay_inside_of_their_frame(pictures: dict[str, bytes], name: str) -> None:
    """There is a title, and nothing of it in the margins, nor between it and the foot: however long, wide or tall its letters are."""
    with Image.open(io.BytesIO(pictures[name])) as found:
        card = found.convert("RGB")
        assert (card.size, found.format) == ((1200, 630), "JPEG" if name == "pictured" else "PNG")
    right = 660 if name == "pictured" else 1128
    assert not is_paper(card, 72, 190, right, 470)
    edges = [
        (0, 24, 66, 630),
        (right + 6, 24, 720 if name == "pictured" else 1200, 630),
        (0, 481, right + 6, 490),
        (0, 590, right + 6, 630),
    ]
    assert [edge for edge in edges if not is_paper(card, *edge)] == []


def test_a_title_that_is_too_long_is_cut(pictures: dict[str, bytes]) -> None:
    """What does not fit is left out at the end of a word, with an ellipsis; a title that fits is whole, and large."""
    long, short = cards({"long": TITLES["long"], "short": TITLES["short"]})
    assert "confirmed" in long.html
    assert "…</h1>" in long.html
    assert ">A leap</h1>" in short.html
    assert "font-size: 124px" in short.html


def test_a_card_has_the_same_bytes_each_time(pictures: dict[str, bytes], tmp_path: Path) -> None:
    """Another process draws the same bytes, in another order."""
    chosen = {name: TITLES[name] for name in ("pictured", "japanese", "long")}
    assert drawn(cards(chosen)[::-1], tmp_path) == {name: pictures[name] for name in chosen}


def test_only_what_is_public_has_a_card() -> None:
    """There is none of a draft (in a preview, too), of a brief under embargo or withdrawn, without an address, or where none is wanted."""
    hidden = {"withdrawn": "status: withdrawn", "review": "status: review", "draft": "status: draft"}
    titles = {"shown": "A leap", "embargoed": "A leap\nembargo: 2026-12-01"}
    briefs = {slug: {"brief.yml": BRIEF.format(title)} for slug, title in titles.items()}
    briefs |= {slug: {"brief.yml": BRIEF.format("A leap").replace("status: published", status)} for slug, status in hidden.items()}
    edition = Edition(briefs, site=SITE_WITH_CARDS, preview=True)
    made = edition.rendered()
    assert [card.path for card in made.prints if isinstance(card, Card)] == ["shown/card.png"]
    public = {page.address for page in made.pages if page.address.count("/") == 1 and page.public} & {f"{slug}/" for slug in briefs}
    assert public == {"shown/"}
    assert cards(TITLES, site=replace(SITE_WITH_CARDS, url="")) == cards(TITLES, site=SITE) == []
