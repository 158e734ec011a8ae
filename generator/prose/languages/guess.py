"""The language of a text, by the little words that only it has."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from generator.prose.languages import LANGUAGES

_READ = 20_000  # characters that are enough to tell
_LEAST, _MARGIN = 0.08, 1.3  # the share of little words in a sure language, and how far ahead of the next it must be


@lru_cache(maxsize=8)
def guess_language(text: str) -> str | None:
    """The BCP 47 tag of a text's language where it can be told."""
    words = re.findall(r"[^\W\d_]+", text[:_READ].lower())
    counts = Counter({language.tag: sum(word in language.telling for word in words) for language in LANGUAGES})
    (first, most), (_, next_most) = counts.most_common(2)
    return first if words and most >= max(3, _LEAST * len(words)) and most >= _MARGIN * next_most else None
