"""Words as ids and as parts of addresses, by python-slugify."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

LONGEST = 200
"""Bytes of a name that becomes a file's or a folder's: file systems allow 255, and endings come behind it."""

_INSIDE = re.compile(r"['’]s\b|['’]|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")  # Lee’s plan, d’Arc, U.S.


def slug(words: str, longest: int = 0, without: Iterable[str] = ()) -> str:
    """An id of some words, in the letters a–z, whatever script they are in; nothing where they have no letter and no digit.

    Of what is too long the last words are left out, and so are the words of `without` wherever they stand.
    """
    return _slugify(_INSIDE.sub("", words), max_length=longest, word_boundary=True, save_order=True, stopwords=tuple(without))


@lru_cache(16384)
def slug_as_written(words: str) -> str:
    """A part of an address that people read, in the words' own script: the letters a–z would make one of 法治 and 法制.

    What is longer than a file's name may be is cut, and told apart by a digest.
    """
    whole = _slugify(words.casefold(), allow_unicode=True) or "x"
    if len(whole.encode()) <= LONGEST:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:12]
    return f"{whole.encode()[: LONGEST - 13].decode(errors='ignore').rstrip('-')}-{digest}"


def _slugify(words: str, **options: Any) -> str:
    """By an algorithm and a backend that are named, so that no package that happens to be installed changes an id."""
    from slugify import slugify  # few who import this module make an id, and it is slow to import

    return slugify(words, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode", algorithm="modern", **options)
