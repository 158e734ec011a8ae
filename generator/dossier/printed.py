"""Words as they come out of a PDF's text layer, and how often they stand there.

White space and hyphens are left out before words are compared: a line may end at any of them, and nothing in a PDF tells the
hyphen that a typesetter put there from an author's. So are brackets, of which text that runs to the left shows the other one. What is left
out here is held by the digests of the pages.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.matching.normal import INVISIBLE

_NO_WORDS = re.compile(rf"[\s{INVISIBLE}\u2010\u2011()\[\]-]+")


def squeezed(text: str) -> str:
    """A text without white space, hyphens, brackets and ligatures (NFKC)."""
    return _NO_WORDS.sub("", unicodedata.normalize("NFKC", text))


def times(words: str, squeezed_text: str) -> int:
    """How often words stand in a text that is squeezed."""
    wanted = squeezed(words)
    return squeezed_text.count(wanted) if wanted else 0
