"""A page's bytes as text, in the encoding that a browser takes (encoding.spec.whatwg.org); a byte that is wrong costs one mark.

What a label names is what browsers make of it: `gb2312` is GB 18030, `shift_jis` Windows-31J, `euc-kr` Windows-949, Latin-1
Windows-1252. A page that names none, or one that nobody knows, is UTF-8 where it can be, else what its bytes look like.
"""

from __future__ import annotations

import re

import charset_normalizer
import webencodings

from generator.ingest.article import IngestError

MARK = "\ufffd"
_NAMED = re.compile(rb"(?:<meta[^>]{0,400}?charset|\A\s*<\?xml[^>]{0,200}?\sencoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_READ = 4096  # bytes in which a page names its encoding
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Codecs of Python that know fewer characters than the encoding of the web with that name.
_WIDER = {"shift_jis": "cp932", "euc-kr": "cp949", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-8-i": "iso-8859-8"}
_TOO_MANY = 0.02  # wrong bytes for a character: the page is in another encoding
_NO_CHANCE = 16  # bytes beyond the first ones of characters
_GUESSED = 100_000  # bytes that are enough to guess by


def decoded(data: bytes) -> str:
    """Bytes as text; IngestError where most of it would be marks."""
    encoding, is_told = encoding_of(data)
    text = data.decode(encoding, "replace").removeprefix("\ufeff").replace("\0", "")
    if text.count(MARK) - data.count(MARK.encode()) > max(1, _TOO_MANY * len(text)):
        what = f"says that it is {encoding}, and is not" if is_told else "does not say its encoding"
        raise IngestError(f"{what}; open it in a browser, and save it again")
    return text


def encoding_of(data: bytes) -> tuple[str, bool]:
    """The codec to read a page with, and whether the page tells it by what it says or by being UTF-8."""
    if mark := next((mark for mark in _MARKS if data.startswith(mark)), None):
        return _MARKS[mark], True
    named = _named(data)
    if named != "utf-8" and _is_utf8(data):
        return "utf-8", True
    return (named, True) if named else _unnamed(data)


def _named(data: bytes) -> str | None:
    """The codec of the encoding that a page names, where browsers know it."""
    match = _NAMED.search(data[:_READ])
    encoding = webencodings.lookup(match[1].decode()) if match else None
    if encoding is None or encoding.name == "x-user-defined":
        return None
    # What can be read as a name is no UTF-16.
    return "utf-8" if encoding.name.startswith("utf-16") else _WIDER.get(encoding.name, encoding.codec_info.name)


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 whatever it says, as many a saved page is: so many characters of several bytes are no chance."""
    try:
        return len(data) - len(data.decode()) >= _NO_CHANCE
    except UnicodeDecodeError:
        return False


def _unnamed(data: bytes) -> tuple[str, bool]:
    """The codec of a page that names none: UTF-8 but for a byte here and there, else the likeliest."""
    text = data.decode("utf-8", "replace")
    if text.count(MARK) <= max(1, len(_FOREIGN.findall(text)) // 20):
        return "utf-8", True
    guess = charset_normalizer.from_bytes(data[:_GUESSED]).best()
    return guess.encoding if guess else "cp1252", False
