"""Characters that nobody sees and that change what is seen or copied: the order of letters, how they join, what a search finds.

Where a script, an emoji or a text from right to left needs one, it is no stranger there. The soft hyphen is typography.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = "\u061c\u200e\u200f"
_ORDER = "\u202a-\u202e\u2066-\u2069"
_JOINERS = "\u200c\u200d"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CANDIDATE = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{_MARKS}{_ORDER}{_JOINERS}{_SELECTORS}\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028"
    r"\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_TURNED = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068](?:[^\u202c\u2069\n]{0,400}[\u202c\u2069]+|\\S*)")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_JOINING = re.compile("[\u0600-\u07ff\u0860-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")  # Arabic, of India, Khmer …
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Tibetan, Burmese, Khmer
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_VARIED = re.compile("[\u00a9\u00ae\u1000-\u109f\u1800-\u18af\u203c\u2049\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EMOJI = ("So", "Sk", "Sm", "Po")


def turned(words: str) -> Iterator[tuple[int, int]]:
    """The stretches in which characters set an order of their own: to its end where that is said, else to the end of a word."""
    return (found.span() for found in _TURNED.finditer(words))


class Unseen(NamedTuple):
    """An unseen character: where it stands, and the word after it, or else before it."""

    offset: int
    character: str
    near: str

    def __str__(self) -> str:
        name = unicodedata.name(self.character, "control character").lower()
        return f"{name} (U+{ord(self.character):04X}) beside “{self.near}”" if self.near else f"{name} (U+{ord(self.character):04X})"


def unseen(text: str) -> Iterator[Unseen]:
    """The unseen characters of a text that nothing there needs, in order."""
    if text.isascii() and text.isprintable():
        return
    flags = [match.span() for match in _FLAG.finditer(text)]
    for match in _CANDIDATE.finditer(text):
        at = match.start()
        if not any(start < at < end for start, end in flags) and not _is_needed(text, at):
            yield Unseen(at, match[0], _near(text, at))


def may_have_unseen(written: str) -> bool:
    """Whether a YAML file may have one, as itself or as an escape: a quick look before a thorough one."""
    return "\\" in written or _CANDIDATE.search(written) is not None


def _is_needed(text: str, at: int) -> bool:
    character, before = text[at], text[at - 1 : at] if at else ""
    if character in _MARKS:
        return _RIGHT_TO_LEFT.search(text) is not None
    if re.match(f"[{_JOINERS}]", character):
        is_emoji = character == "\u200d" and _is_emoji(before) and _is_emoji(text[at + 1 : at + 2])
        return is_emoji or _JOINING.match(before) is not None
    if re.match(f"[{_SELECTORS}]", character):
        is_key = re.match("[#*0-9]", before) and text[at + 1 : at + 2] == "\u20e3"  # a digit on a key, and not one with another beside it
        return bool(is_key) or _VARIED.match(before) is not None or _is_emoji(before)
    if character == "\u200b":
        return _UNSPACED.match(before) is not None
    return character == "\u034f" and before != "" and unicodedata.category(before)[0] == "M"


def _is_emoji(character: str) -> bool:
    return character == "\ufe0f" or (not character.isascii() and unicodedata.category(character) in _EMOJI)


def _near(text: str, at: int) -> str:
    words = _CANDIDATE.sub("", text[at : at + 40]).split()[:1] or _CANDIDATE.sub("", text[max(0, at - 40) : at]).split()[-1:]
    return "".join(words)
