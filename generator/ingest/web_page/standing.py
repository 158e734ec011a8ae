"""Which blocks of a page are the article's, and what the others are: nothing is taken away, what is furniture is marked.

trafilatura votes for paragraphs, and the page's own structure corrects the vote: an element that calls itself navigation or a
newsletter holds no article, unless a good part of what was voted for stands in it; what stands between the paragraphs of a text and in
the same box belongs to it, links and lists included; so does the prose between the headline and the first paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.ingest.web_page.block import Block
from generator.ingest.web_page.signs import QUOTED, SIGNATURE
from generator.ingest.web_page.votes import shares

_TELLING = frozenset(
    ("navigation", "page foot", "form", "comments", "advert", "share buttons", "newsletter", "links to other pages", "notice", "caption")
)
_NEVER_LEAD = frozenset(("navigation", "caption", "form", "newsletter", "comments", "page foot", "share buttons"))
_NEVER = frozenset(("newsletter", "form", "caption", "page foot"))  # whatever the vote
_VOTED = 0.8  # of a block's runs of words
_VOID = 0.35  # of the article in an element whose name then says nothing
_FEW = 0.3  # of a page's plain prose: less is no article found
_GOOD_PART = 0.15  # of the article in a box that is the article's
_FAR = 40  # blocks between a headline and its article
_LINK = 0.8  # of a block's characters: it is a link
_LABEL, _PROSE = 60, 80  # characters
_LOW = 0.3  # of a block's characters in links: it is a text with links in it
_PLACES = re.compile(r"\[\d+\]")
_NAV = re.compile(r"/nav(?:\[\d+\])?(?:/|\Z)")
_LONGEST_END = 12
_ENDS = re.compile(r"[.!?…:。！？：؟।॥။][”\"’'»“)\]」』]*\Z")
HEADLINE, TEASER, BUTTONS, BESIDE = "headline", "teaser", "buttons", "beside the text"


def sorts(blocks: Sequence[Block], extract: str) -> list[str]:
    """For each block the sort of furniture that it is, `""` for the article's; `extract` is what an extractor took for the article."""
    voted = [share >= _VOTED for share in shares([block.text for block in blocks], extract)]
    told = _told(blocks, voted)
    own = [
        vote and (sort not in _TELLING or (sort not in _NEVER and is_prose(block, _PROSE)))
        for block, vote, sort in zip(blocks, voted, told, strict=True)
    ]
    own = _or_plain_prose(blocks, told, own)
    _fill(blocks, told, own)
    headline = _headline(blocks, own)
    _lead(blocks, told, own, headline)
    found = ["" if is_own else sort or BESIDE for is_own, sort in zip(own, told, strict=True)]
    for index, block in enumerate(blocks):
        if index == headline:
            found[index] = HEADLINE
        elif own[index] and block.is_of_buttons:
            found[index] = BUTTONS
        elif own[index] and _is_teaser(block):
            found[index] = TEASER
    return found


def signed(blocks: Sequence[Block]) -> list[str]:
    """For each block of a text that nothing stands around the sort of furniture that its elements say it is."""
    found = [_sort_in_whole(block) for block in blocks]
    if all(sort in (QUOTED, SIGNATURE) for sort in found):  # quotes alone are a text
        return ["" if sort == QUOTED else sort for sort in found]
    return found


def _sort_in_whole(block: Block) -> str:
    """Only elements that are nothing else say it: a chapter may be of the class `toc`, and is none."""
    if _NAV.search(block.place.block):
        return "navigation"
    found = [sign.sort for sign in block.place.signs()]
    mailed = next((sort for sort in found if sort in (QUOTED, SIGNATURE)), "")
    return mailed or ("caption" if _first(found) == "caption" else "")


def is_prose(block: Block, least: int) -> bool:
    """Whether a block is a sentence or more, and no link."""
    return block.length >= least and block.density < 0.5 and _ENDS.search(block.text[-_LONGEST_END:]) is not None


def _told(blocks: Sequence[Block], voted: Sequence[bool]) -> list[str]:
    """What the elements around each block say that it is; what holds much of the article says nothing."""
    whole = sum(len(block.text) for block, vote in zip(blocks, voted, strict=True) if vote)
    inside = Counter[str]()
    for block, vote in zip(blocks, voted, strict=True):
        if vote:
            inside.update({sign.path: len(block.text) for sign in block.place.signs()})
    return [_first([sign.sort for sign in block.place.signs() if inside[sign.path] <= _VOID * whole]) for block in blocks]


def _first(found: Sequence[str]) -> str:
    """The innermost sort that tells most."""
    return next((sort for sort in found if sort in _TELLING), found[0] if found else "")


def _or_plain_prose(blocks: Sequence[Block], told: Sequence[str], own: list[bool]) -> list[bool]:
    """What was found; where that is little, all plain prose of the page too; and where there is none, all that nothing speaks against."""
    plain = [sort not in _TELLING and is_prose(block, _PROSE) and block.density < 0.2 for block, sort in zip(blocks, told, strict=True)]
    if _size(blocks, own) < _FEW * _size(blocks, plain):
        own = [either or other for either, other in zip(own, plain, strict=True)]
    if not any(own):
        own = [sort not in _TELLING and block.density < 0.5 for block, sort in zip(blocks, told, strict=True)]
    return own if any(own) else [True] * len(blocks)


def _size(blocks: Iterable[Block], chosen: Iterable[bool]) -> int:
    return sum(len(block.text) for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen)


def _fill(blocks: Sequence[Block], told: Sequence[str], own: list[bool]) -> None:
    """What stands among the article's paragraphs, in a box with a good part of them, is the article's; prose in a box like it, too."""
    found = [index for index, is_own in enumerate(own) if is_own]
    boxes = Counter[str]()
    for index in found:
        boxes[blocks[index].place.box] += len(blocks[index].text)
    good = {box for box, size in boxes.items() if size >= _GOOD_PART * boxes.total()}
    alike = {_shape(box) for box in good}
    for index, block in enumerate(blocks):
        if own[index] or told[index] in _TELLING:
            continue
        path = block.place.block
        is_among = found[0] < index < found[-1] and any(path == box or path.startswith(f"{box}/") for box in good)
        if is_among or (_shape(block.place.box) in alike and is_prose(block, _PROSE) and block.density < _LOW):
            own[index] = True


def _shape(path: str) -> str:
    """A path without the places of its elements among their like."""
    return _PLACES.sub("", path)


def _headline(blocks: Sequence[Block], own: Sequence[bool]) -> int | None:
    """The last `<h1>` before the article's second paragraph."""
    start = [index for index, is_own in enumerate(own) if is_own and blocks[index].place.tag != "h1"][:1]
    before = range(start[0] if start else 0)
    return next((index for index in reversed(before) if blocks[index].place.tag == "h1" and start[0] - index < _FAR), None)


def _lead(blocks: Sequence[Block], told: Sequence[str], own: list[bool], headline: int | None) -> None:
    """The prose between the headline and the article, which many pages set in a box of its own, is the article's."""
    if headline is not None:
        for index in range(headline + 1, own.index(True, headline + 1)):
            own[index] = own[index] or (told[index] not in _NEVER_LEAD and is_prose(blocks[index], _LABEL) and blocks[index].density < _LOW)


def _is_teaser(block: Block) -> bool:
    """Whether a block that is no item of a list, no row and no heading is a link, and no sentence."""
    if block.density < _LINK or block.place.listed or block.is_heading or block.place.tag in ("tr", "pre"):
        return False
    return not (block.length >= _LABEL and _ENDS.search(block.text[-_LONGEST_END:]))
