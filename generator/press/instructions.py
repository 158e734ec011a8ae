"""Drawing instructions of a PDF in one form, whichever program wrote them, and numbers with the digits that every program keeps."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = 6  # programs that reckon with 32 bits keep seven

_STRING = rb"\((?:\\.|[^()\\])*\)"
# What is none of these is a word of one character, so that nothing but white space and comments is passed over.
_TOKEN = re.compile(rb"%[^\r\n]*|" + _STRING + rb"|<<|>>|<[0-9A-Fa-f\s]*>|/?[^\s()<>\[\]{}/%\x00]+|[^\s\x00]", re.DOTALL)
_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
_LONG = re.compile(rb"(?<![\w./#])-?\d*\.\d+")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def canonical(instructions: bytes) -> bytes:
    """Instructions without the choices that PDF leaves open: white space, comments, how strings and numbers are written."""
    return b" ".join(map(_written, (token for token in _TOKEN.findall(instructions) if token[:1] != b"%")))


def shortened(instructions: bytes) -> bytes:
    """Instructions whose numbers have no more digits than every program keeps."""
    return _LONG.sub(lambda found: number(found[0]), instructions)


@lru_cache(maxsize=65_536)
def number(written: bytes) -> bytes:
    """A number with the digits that every program keeps, as PDF writes it."""
    value = float(written)
    if value.is_integer():
        return b"%d" % value
    short = f"{float(f'{value:.{DIGITS}g}'):f}" if abs(value) >= 1e-6 else "0"
    decimals = short.rstrip("0").rstrip(".")
    return decimals.encode()


@lru_cache(maxsize=65_536)
def _written(token: bytes) -> bytes:
    if _NUMBER.fullmatch(token):
        return number(token)
    if token[:1] == b"(" and token[-1:] == b")" and len(token) > 1:
        return b"<%b>" % _ESCAPE.sub(_escaped, token[1:-1]).hex().encode()
    if token[:1] == b"<" and token != b"<<" and token[-1:] == b">":
        digits = b"".join(token[1:-1].split()).lower()
        return b"<%b%b>" % (digits, b"0" * (len(digits) % 2))
    return token


def _escaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    if what is None:
        return b"\n"  # a line end in a string counts as this one
    if what[:1].isdigit():
        return bytes([int(what, 8) & 0xFF])
    return b"" if what[:1] in (b"\r", b"\n") else _ESCAPED.get(what, what)
