"""The words under which search finds a text. What readers type is read in the same way, by `templates/site/search.js`.

Case and accents make no difference. A number stays whole ("12.50") and is one, however it is grouped ("1,500" is 1500) and whatever its
decimal mark ("12,50" is 12.50). Scripts that put no spaces between words are read as pairs of neighbouring characters.
Arabic words are read without their article and the particles that are written with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import chain

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9d\U00020000-\U0003134f"
)
"""The characters of scripts without spaces, as a class of `re`: Thai, Lao, Burmese, Khmer, Han and Kana."""

COMPOUNDING = frozenset(("da", "de", "et", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv"))
"""Languages that write compounds as one word."""

_MARKS = "".join(chr(code) for code in range(0x20000) if unicodedata.category(chr(code))[0] == "M")
_SPACES = "\u00a0\u2009\u202f"  # that group digits
_TOKEN = re.compile(
    rf"[0-9]+(?:[.,'’{_SPACES}][0-9]+)*|[{UNSPACED}]+|(?:(?![{UNSPACED}])[^\W_{_MARKS}])(?:(?![{UNSPACED}])[^\W_]|[{_MARKS}])*"
)
_ASCII_TOKEN = re.compile("[0-9]+(?:[.,'][0-9]+)*|[a-z][a-z0-9]*")  # the same of ASCII in lower case, which most texts are: read fastest
_SIMPLE = re.compile("[\\x00-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u20cf\u2100-\u2bff]*")  # no marks, nothing unspaced: read faster
_SIMPLE_TOKEN = re.compile(rf"[0-9]+(?:[.,'’{_SPACES}][0-9]+)*|[^\W_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNSEEN = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")  # accents and points that may be left out
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,'’ ])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"((?:[0-9]{1,3}(?:([.,'’ ])[0-9]{3})+)|[0-9]+)(?!\2)[.,]([0-9]+)")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ı": "i", "ς": "σ"})
_ARTICLE = re.compile(
    "^(?:[\u0641\u0643\u0628\u0648]?\u0627\u0644|\u0648?\u0644\u0644)(?=[\u0621-\u064a]{3})"
)  # al-, with fa-, ka-, bi-, wa-; li-l-
_LINKING = ("", "s", "n", "e", "es", "en", "er")  # between the parts of a compound

LONG = 8
PART = 4  # letters that a part of a compound has at least
FIRST = 5  # letters of a known word that the end of a compound begins with; shorter ones stand there by chance


def search_words(text: str) -> Iterable[str]:
    """The words of a text as an index has them, in order."""
    if text.isascii():
        return [token if token[0] > "9" else number(token) for token in _ASCII_TOKEN.findall(text.lower())]
    if _SIMPLE.fullmatch(text):
        return map(_word, _SIMPLE_TOKEN.findall(text))
    return chain.from_iterable(map(_spaced, _TOKEN.findall(text)))


def _spaced(token: str) -> Iterable[str]:
    """The words of what stands between spaces."""
    if not _UNSPACED.match(token):
        return (_word(token),)
    run = folded(token)
    return (run[at : at + 2] for at in range(max(1, len(run) - 1)))


@lru_cache(maxsize=100_000)
def _word(token: str) -> str:
    """A number or a word as an index has it."""
    if "0" <= token[0] <= "9":
        return number(token)
    return _ARTICLE.sub("", folded(token))


def folded(word: str) -> str:
    """A word without what makes no difference."""
    if word.isascii():
        return word.lower()
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKD", word.lower()))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def number(digits: str) -> str:
    """A number as it is written in one way: no groups, a point. What is no number (a date, a version) stays as it is."""
    if digits.isdigit():  # which most are
        return digits
    plain = re.sub(f"[{_SPACES}]", " ", digits)
    if _GROUPED.fullmatch(plain):
        return re.sub("[^0-9]", "", plain)
    if decimal := _DECIMAL.fullmatch(plain):
        return f"{re.sub('[^0-9]', '', decimal[1])}.{decimal[3]}"
    return plain


def parts(word: str, known: Container[str]) -> Iterator[str]:
    """The ends of a compound that begin a part of it: those that are known words, that follow one, or that begin with one."""
    if len(word) < LONG or not word.isalpha():
        return
    for at in range(PART, len(word) - PART + 1):
        before, rest = word[:at], word[at:]
        follows = rest in known or any(before.removesuffix(sign) in known for sign in _LINKING if len(before) - len(sign) >= PART)
        if follows or any(rest[:end] in known for end in range(FIRST, len(rest))):
            yield rest
