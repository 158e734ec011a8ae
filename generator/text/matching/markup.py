"""What a source's layout puts between its words: emphasis, code, links and block quotes of Markdown, and words that a line's end breaks.

A quote has none of it, so that folding takes it out of sources only. A hyphen at a line's end may be the word's own (man-/eating) or the
printer's (sol-/diers): it is folded to `BREAK`, which `breakable` lets stand for either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LIGATURE = re.compile("[\ufb00-\ufb06\ufb13-\ufb17]")
HYPHENS = "-‐\u00ad"
BREAK = "\ufdd0"  # a noncharacter, which no text has

_EMPHASIS = re.compile(r"(?<![\w*_\\])(?P<open>[*_]{1,3})(?=[^\s*_])[^*_]{1,1000}?(?<=[^\s*_])(?P<close>(?P=open))(?![\w*_])")
_CODE = re.compile(r"(?<![\w`\\])(?P<open>`{1,2})(?=[^\s`])[^`]{1,300}?(?<=[^\s`])(?P<close>(?P=open))(?![\w`])")
_LINK = re.compile(r"(?<![!\\])(?P<open>\[)[^\[\]\n]{1,300}(?P<close>\]\((?:https?://|/|#|mailto:)[^()\s]{0,2000}\))")
_BLANK_LINE = re.compile(r"\n\s*\n|\r\s*\r")
_BLOCK_QUOTE = re.compile(r"(?:\A|(?<!\s)\s+)(?:>\s*)+")
_BROKEN = re.compile(rf"(?<=[^\W_])([{HYPHENS}])[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)*(?=[^\W_])")
_QUOTED_LINES = re.compile(r"(?m)^[ \t]*>[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*>[^\r\n]*)*")
_LINE_END = "\r\n\t >"
_LOOK_BACK = 24  # characters of white space and quote marks between a hyphen and the rest of its word


def markup(body: str) -> list[tuple[int, int, str]]:
    """The stretches of a source that are no words of it: (start, end, what to read there), in order."""
    found = [*_broken(body)] if any(hyphen in body for hyphen in HYPHENS) else []
    if "*" in body or "_" in body:
        found += _emphasis(body)
    if "`" in body:
        found += _code(body)
    if "](" in body:
        found += _links(body)
    if ">" in body:
        found += _block_quotes(body)
    return sorted(found)


def unlaid(words: str) -> str | None:
    """Words of a source without its layout; None where a line's end breaks one, whose hyphen may be its own."""
    plain: list[str] = []
    position = 0
    for start, end, instead in markup(words):
        if instead == BREAK:
            return None
        if start >= position:
            plain += (words[position:start], instead)
            position = end
    return LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), "".join((*plain, words[position:])))


def _broken(body: str) -> Iterator[tuple[int, int, str]]:
    for match in _BROKEN.finditer(body):
        yield match.start(), match.end(), "" if match[1] == "\u00ad" else BREAK


def _emphasis(body: str) -> Iterator[tuple[int, int, str]]:
    for match in _EMPHASIS.finditer(body):
        if not _BLANK_LINE.search(match[0]):
            yield *match.span("open"), ""
            yield *match.span("close"), ""


def _code(body: str) -> Iterator[tuple[int, int, str]]:
    for match in _CODE.finditer(body):
        yield *match.span("open"), ""
        yield *match.span("close"), ""


def without_code_marks(words: str) -> str:
    """Words without the marks of code, which their source may not have as they do."""
    return _CODE.sub(lambda match: match[0].strip("`"), words) if "`" in words else words


def _links(body: str) -> Iterator[tuple[int, int, str]]:
    for match in _LINK.finditer(body):
        yield *match.span("open"), ""
        yield *match.span("close"), ""


def _block_quotes(body: str) -> Iterator[tuple[int, int, str]]:
    for match in _BLOCK_QUOTE.finditer(body):
        if not match.start() or "\n" in match[0] or "\r" in match[0]:
            yield *match.span(), " "


def block_quotes(body: str) -> Iterator[tuple[int, int]]:
    """The block quotes of a text, from the first one's first mark to the end of its last line: somebody's words, as in quotation marks."""
    return (match.span() for match in _QUOTED_LINES.finditer(body)) if ">" in body else iter(())


def breaks_after(body: str, at: int) -> bool:
    """Whether the end of a line breaks a word at `at`, where its hyphen stands."""
    return body[at : at + 1] in HYPHENS and _BROKEN.match(body, at) is not None


def breaks_before(body: str, at: int) -> bool:
    """Whether the rest of a word that the end of a line breaks begins at `at`."""
    hyphen = at - 1
    while hyphen > 0 and body[hyphen] in _LINE_END and at - hyphen < _LOOK_BACK:
        hyphen -= 1
    match = _BROKEN.match(body, hyphen) if hyphen < at - 1 and body[hyphen] in HYPHENS else None
    return match is not None and match.end() == at


@lru_cache(maxsize=256)
def breakable(form: str) -> re.Pattern[str]:
    """A pattern for folded words, any of which a line's end may break."""
    pieces: list[str] = []
    for here, following in zip(form, f"{form[1:]} ", strict=True):
        optional = f"{BREAK}?" if here.isalpha() and following.isalpha() else ""
        pieces.append(f"[-{BREAK}]" if here == "-" else re.escape(here) + optional)
    return re.compile("".join(pieces).replace(f"[-{BREAK}]\\ ", f"(?:-\\ |{BREAK})"))
